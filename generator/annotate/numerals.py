"""Numbers of a text, in digits as its language writes them and, in English, in words."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from generator.model import Record
from generator.text import base_language

GAP = r"(?:[ \t\xa0\u202f]|\r?\n)"
"""One blank or line end: what may stand inside a number, and never between two paragraphs."""

_SMALL = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
_TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_WORDS = _SMALL | _TEENS | _TENS
_THOUSAND, _MILLION, _MILLIARD, _BILLION = (Decimal(10) ** power for power in (3, 6, 9, 12))
_ENGLISH_SCALES = {
    "hundred": Decimal(100), "dozen": Decimal(12), "thousand": _THOUSAND, "k": _THOUSAND, "million": _MILLION,
    "mln": _MILLION, "mn": _MILLION, "m": _MILLION, "billion": _MILLIARD, "bln": _MILLIARD, "bn": _MILLIARD,
    "b": _MILLIARD, "trillion": _BILLION, "trn": _BILLION, "tn": _BILLION,
}  # fmt: skip
_SCALES = {
    "en": _ENGLISH_SCALES,
    "pt": {
        "mil": _THOUSAND, "milhão": _MILLION, "milhões": _MILLION, "mi": _MILLION, "bilhão": _MILLIARD,
        "bilhões": _MILLIARD, "bi": _MILLIARD, "mil milhões": _MILLIARD, "trilhão": _BILLION, "trilhões": _BILLION,
    },
    "es": {
        "mil": _THOUSAND, "millón": _MILLION, "millones": _MILLION, "mil millones": _MILLIARD, "billón": _BILLION,
        "billones": _BILLION,
    },
    "fr": {
        "mille": _THOUSAND, "million": _MILLION, "millions": _MILLION, "milliard": _MILLIARD, "milliards": _MILLIARD,
        "billion": _BILLION, "billions": _BILLION,
    },
    "de": {
        "tausend": _THOUSAND, "mio": _MILLION, "million": _MILLION, "millionen": _MILLION, "mrd": _MILLIARD,
        "milliarde": _MILLIARD, "milliarden": _MILLIARD, "billion": _BILLION, "billionen": _BILLION,
    },
}  # fmt: skip
ATTACHED_ONLY = {"b", "k", "m"}
"""Scales that are one letter: only directly behind digits."""
_LONGEST = 24
"""Most characters of a number in digits; what is longer is a code."""
_LOWEST_TERMS = {2, 3, 4, 5, 6, 8, 16, 32, 64}
"""Denominators of fractions in digits: those of stock exchanges, and no "9/11"."""


class Numeral(Record, frozen=True):
    """A number as a text writes it."""

    start: int
    end: int
    mantissa: Decimal
    """The number without its scale word."""
    scale: Decimal
    """What its scale word multiplies it by (a million); 1 where there is none."""
    in_words: bool
    is_plain: bool
    """Whether it is written in digits alone, without separator, fraction or scale."""

    @property
    def value(self) -> Decimal:
        """The number itself."""
        return self.mantissa * self.scale


def numerals(text: str, language: str) -> list[Numeral]:
    """The numbers of the text, in order, apart."""
    found = list(_in_digits(text, base_language(language)))
    if base_language(language) == "en":
        found += [each for match in _ENGLISH.finditer(text) if (each := _in_words(match))]
        found.sort(key=lambda each: each.start)
    return found


@lru_cache(maxsize=64)
def locale(language: str) -> Locale:
    """What CLDR knows of the language; of English where it knows nothing of it."""
    try:
        return Locale.parse(base_language(language))
    except (ValueError, UnknownLocaleError):
        return Locale("en")


@lru_cache(maxsize=64)
def _digits(language: str) -> tuple[re.Pattern[str], str, str]:
    """Pattern of numbers in digits, the decimal sign, and the signs between thousands."""
    symbols = locale(language).number_symbols["latn"]
    point, group = str(symbols["decimal"]), str(symbols["group"])
    groups = " \xa0\u202f" if group.isspace() else group
    grouped = rf"\d{{0,2}}(?:[{re.escape(groups)}]\d{{2,3}})+(?!\d)(?:{re.escape(point)}\d+)?"
    pattern = (
        rf"(?P<number>\d(?:{grouped}|\d*(?:{re.escape(point)}\d+)?))(?:(?P<half>[½¼¾⅓⅔⅛⅜⅝⅞])"
        rf"|(?:(?:-|{GAP})(?P<top>\d{{1,2}})/(?P<bottom>\d{{1,2}})|/(?P<below>\d{{1,2}})(?:ths?\b)?)(?![\d/]))?"
    )
    return re.compile(pattern), point, groups


_GLYPHS = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "1/3", "⅔": "2/3", "⅛": "0.125", "⅜": "0.375", "⅝": "0.625",
           "⅞": "0.875"}  # fmt: skip


def _in_digits(text: str, language: str) -> Iterator[Numeral]:
    pattern, point, groups = _digits(language)
    for match in pattern.finditer(text):
        start, written = match.start(), match["number"]
        if (
            start
            and text[start - 1] == point
            and point not in written
            and not _IN_CODE.match(text, max(0, start - 2), start - 1)
        ):
            start, written = start - 1, point + written
        if (start and _IN_CODE.match(text, start - 1)) or len(written) > _LONGEST:
            continue
        value = _with_fraction(Decimal(_plain(written, point, groups)), match)
        if value is not None:
            scale, end = _scale(text, match.end(), language)
            is_plain = scale == 1 and match.group() == written and written.isdigit()
            yield Numeral(start, end, value, scale, in_words=False, is_plain=is_plain)


_IN_CODE = re.compile(r"[\w.,:/\\#@]")
"""What directly before digits makes them a part of something else: "B52", "10:30"."""


def _plain(written: str, point: str, groups: str) -> str:
    whole, _, decimals = written.partition(point)
    for sign in groups:
        whole = whole.replace(sign, "")
    return f"{whole or 0}.{decimals or 0}"


def _with_fraction(value: Decimal, match: re.Match[str]) -> Decimal | None:
    """The number with what is written behind it as a fraction; nothing where that is none ("1986/87")."""
    if match["half"]:
        top, _, bottom = _GLYPHS[match["half"]].partition("/")
        return value + Decimal(top) / Decimal(bottom or 1)
    if match["below"]:
        return _quotient(value, int(match["below"]))
    if match["bottom"]:
        part = _quotient(Decimal(match["top"]), int(match["bottom"]))
        return None if part is None else value + part
    return value


def _quotient(top: Decimal, bottom: int) -> Decimal | None:
    return top / bottom if bottom in _LOWEST_TERMS and 0 < top < bottom else None


_AFTER_NUMBER = re.compile(
    rf"(?P<gap>{GAP}|-)?(?P<word>[^\W\d_]{{1,12}})(?:{GAP}(?P<second>[^\W\d_]{{1,10}}))?(?![\w])"
)
_ONE_WORD = re.compile(rf"(?P<gap>{GAP}|-)?(?P<word>[^\W\d_]{{1,12}})(?!\w)")


def _scale(text: str, place: int, language: str) -> tuple[Decimal, int]:
    """What the word at the place multiplies a number by, and where it ends."""
    scales = _SCALES.get(language, _ENGLISH_SCALES)
    match = _AFTER_NUMBER.match(text, place)
    if match and match["second"] and (scale := scales.get(f"{match['word']} {match['second']}".lower())):
        return scale, match.end()
    match = _ONE_WORD.match(text, place)
    if match and (scale := scales.get(match["word"].lower())):
        if match["word"] in ATTACHED_ONLY and match["gap"]:
            return Decimal(1), place
        return scale, match.end()
    return Decimal(1), place


def is_scale(word: str, language: str) -> bool:
    """Whether the word, in any letter case, says thousands, millions and the like: `mln`, `Milliarden`, `mlns`."""
    scales = _SCALES.get(base_language(language), _ENGLISH_SCALES)
    lower = word.lower()
    return lower in scales or lower.removesuffix("s") in scales


def _any(words: dict[str, int] | dict[str, Decimal]) -> str:
    """Pattern of any of the words, each with a small or a capital first letter."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(f"[{word[0]}{word[0].upper()}]{word[1:]}" for word in longest_first)


_BELOW_100 = rf"(?:(?:{_any(_TENS)})(?:(?:-|{GAP})(?:{_any(_SMALL)})\b)?|{_any(_TEENS | _SMALL)})\b"
_HUNDREDS = rf"(?:{_BELOW_100}(?:{GAP}hundred\b(?:{GAP}(?:and{GAP})?{_BELOW_100})?)?)"
_BIG = {name: value for name, value in _ENGLISH_SCALES.items() if len(name) > 1 and name != "hundred"}
_SCALE_WORD = rf"(?:{_any(_BIG)})\b"
_FIRST_LETTERS = r"[Aa](?!\w)|[Hh]al|[Oo]ne|[Tt][ehw]|[Ff][io]|[Ss][ei]|[Ee][il]|[Nn]i"
"""What numbers in words begin with: all other words are soon done with."""
_ENGLISH = re.compile(
    rf"\b(?={_FIRST_LETTERS})(?:(?:[Hh]alf{GAP})?[Aa]{GAP}(?:hundred\b|{_SCALE_WORD})"
    rf"|{_HUNDREDS}(?:(?:{GAP}|-){_SCALE_WORD}(?:{GAP}(?:and{GAP})?{_HUNDREDS}(?:{GAP}{_SCALE_WORD})?){{0,3}})?)"
    rf"(?:(?:-|{GAP})and(?:-|{GAP})a(?:-|{GAP})half\b(?:{GAP}{_SCALE_WORD})?)?"
)


def _in_words(match: re.Match[str]) -> Numeral | None:
    words = match.group().lower().replace("-", " ").split()
    if match.start() and match.string[match.start() - 1] in "-'’":
        return None
    if words[0] in ("a", "half"):
        half, scale = words[0] == "half", _ENGLISH_SCALES[next(word for word in words if word in _ENGLISH_SCALES)]
        return Numeral(match.start(), match.end(), Decimal("0.5" if half else 1), scale, in_words=True, is_plain=False)
    total, part = Decimal(0), Decimal(0)
    for word in words:
        if word == "half":
            part += Decimal("0.5")
        elif word == "hundred":
            part *= 100
        elif word in _BIG:
            total, part = total + part * _BIG[word], Decimal(0)
        else:
            part += _WORDS.get(word, 0)
    last = _BIG.get(words[-1], Decimal(1))
    return Numeral(match.start(), match.end(), (total + part) / last, last, in_words=True, is_plain=last == 1)
