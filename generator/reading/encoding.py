"""Bytes as text: by byte order mark, declaration, as UTF-8, and only then by the looks of them."""

import codecs
import re

from generator.model import Guess, Record
from generator.reading.draft import NotReadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = {
    b"%PDF-": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"PK\x03\x04": "a ZIP archive or office document",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"\x1f\x8b": "a gzipped file",
    b"\x7fELF": "a program",
    b"OggS": "a recording",
    b"ID3\x03": "a recording",
    b"ID3\x04": "a recording",
    b"SQLite format 3\x00": "a database",
}
_REFUSED = {"utf-7", "idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "mbcs", "oem"}
_LATIN = {"iso8859-1", "ascii", "latin-1", "us-ascii"}
"""Declared so, pages are read as windows-1252 (WHATWG Encoding Standard)."""
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})["']|<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_MOST_CONTROLS = 0.03
_MOST_NULS = 0.3
_SAMPLE = 128 * 1024
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_INVALID = re.compile(r"[\udc80-\udcff]")
_WESTERN = re.compile(r"[\x00-\x7fÀ-ÏÑ-ÖÙ-Ýß-ïñ-öø-ýÿŒœŸŠšŽžØ€£§©®°·«»¿¡ªº…–—‘’“”‚„•™½\xa0]*")
_MOST_FOREIGN = 0.25
"""Share of letters beyond ASCII in a Western European text, even in a short French one."""
_SURER = 0.1
"""By how much more another encoding has to look like a language than windows-1252 does."""
_LEAST = 20
"""Bytes that are needed to tell any other encoding."""
_UNLIKELY = [
    *("cp037", "cp273", "cp424", "cp500", "cp875", "cp1026", "cp1125", "cp1140", "hz", "johab", "kz1048", "ptcp154"),
    *("utf_7", "utf_16", "utf_16_le", "utf_16_be", "utf_32", "utf_32_le", "utf_32_be"),
]
"""Encodings of mainframes and rarities, which any bytes are text in, and those told before by their NULs."""
_MEND = "save it as UTF-8"


class Decoded(Record, frozen=True):
    """A text and how its bytes were read."""

    text: str
    guess: Guess | None = None
    lost: int = 0
    """How many bytes were no UTF-8 in a file that otherwise is."""


def declared_encoding(data: bytes) -> str:
    """The encoding that the XML declaration or a `meta` element names, or nothing."""
    match = _DECLARED.search(data[:4096])
    return (match[1] or match[2]).decode("ascii", "ignore") if match else ""


def decode(data: bytes, declared: str = "") -> Decoded:
    """The text of the bytes; NotReadable where they are none."""
    for signature, what in _SIGNATURES.items():
        if data.startswith(signature):
            raise NotReadable(f"is {what} and no text", "save the text of it")
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Decoded(_sensible(_strict(data, name)))
    named = _known(declared)
    if b"\x00" in data:
        return _with_nuls(data)
    valid = _utf8(data)
    if valid is not None and (valid.isascii() or not named or named == "utf-8"):
        return Decoded(_sensible(valid))
    if named and named != "utf-8" and (text := _strict(data, named)) is not None and valid is None:
        return Decoded(_sensible(text))
    if valid is not None:
        return Decoded(_sensible(valid))
    return _mostly_utf8(data) or _detected(data)


def _utf8(data: bytes) -> str | None:
    return _strict(data, "utf-8")


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeError, ValueError):
        return None


def _sensible(text: str | None) -> str:
    """The text, if it is one."""
    if text is None:
        raise NotReadable("is no text in the encoding that its first bytes name", _MEND)
    controls = len(_CONTROLS.findall(text[:_SAMPLE]))
    if controls > max(8, _MOST_CONTROLS * min(len(text), _SAMPLE)):
        raise NotReadable("is no text: too many of its characters are controls", _MEND)
    return text


def _known(declared: str) -> str:
    """Python's name of a declared encoding of texts, or nothing."""
    try:
        info = codecs.lookup(declared) if declared else None
    except (LookupError, ValueError):
        return ""
    if info is None or info.name in _REFUSED or not getattr(info, "_is_text_encoding", True):
        return ""
    # A declaration that could be read as ASCII is none of UTF-16 or UTF-32 (WHATWG HTML, 13.2.3.2).
    return "utf-8" if info.name.startswith(("utf-16", "utf-32")) else "cp1252" if info.name in _LATIN else info.name


def _with_nuls(data: bytes) -> Decoded:
    """UTF-16 and UTF-32 have NULs in every other place; other texts have next to none."""
    sample = data[:_SAMPLE]
    for width, names in ((4, ("utf-32-le", "utf-32-be")), (2, ("utf-16-le", "utf-16-be"))):
        for name, place in zip(names, (width - 1, 0), strict=True):
            nuls = sample[place::width].count(0)
            if len(data) % width == 0 and len(data) >= _LEAST and nuls > _MOST_NULS * len(sample) / width:
                text = _strict(data, name)
                if text is not None and len(_CONTROLS.findall(text[:_SAMPLE])) <= max(
                    1, _MOST_CONTROLS * len(text[:_SAMPLE])
                ):
                    return Decoded(text, _guess(name))
    text = _utf8(data)
    if text is None:
        raise NotReadable("is no text", _MEND)
    return Decoded(_sensible(text))


def _mostly_utf8(data: bytes) -> Decoded | None:
    """The text of a UTF-8 file in which a few bytes are broken, each shown as �."""
    text = data.decode("utf-8", "surrogateescape")
    broken = len(_INVALID.findall(text))
    good = sum(char > "\x7f" for char in text[:_SAMPLE]) - broken
    if good < 10 * broken:
        return None
    return Decoded(_sensible(_INVALID.sub("\ufffd", text)), lost=broken)


def _detected(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    matches = from_bytes(data[:_SAMPLE], cp_exclusion=_UNLIKELY, preemptive_behaviour=False)
    best = matches.best()
    western = _western(data)
    alike = next((match for match in matches if "cp1252" in match.could_be_from_charset), None)
    if western and (best is None or best.coherence <= (alike.coherence if alike else 0) + _SURER):
        return Decoded(_sensible(western), _guess("cp1252"))
    text = _strict(data, best.encoding) if best and len(data) >= _LEAST else None
    if best is None or text is None:
        raise NotReadable("is no text in an encoding that can be told", _MEND)
    return Decoded(_sensible(text), _guess(best.encoding))


def _western(data: bytes) -> str | None:
    """The text in windows-1252, if it looks like one: mostly ASCII, with letters and marks of Western Europe."""
    text = _strict(data, "cp1252")
    if text is None or not _WESTERN.fullmatch(text[:_SAMPLE]):
        return None
    sample = text[:_SAMPLE]
    foreign = sum(char > "\x7f" for char in sample)
    return text if foreign <= max(1, len(sample) * _MOST_FOREIGN) else None


def _guess(name: str) -> Guess:
    shown = {"cp125": "windows-125"}.get(name[:5])
    return Guess(
        "text",
        f"encoding {shown + name[5:] if shown else name.replace('_', '-')} detected",
        "the frequency of its characters",
    )
