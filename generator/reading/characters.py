"""Characters that no reader can see and that do harm on a page or in a file."""

import re

HARMFUL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ud800-\udfff" + "".join(
    f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17)
)
"""Inside of a regular expression's brackets: controls but tab and line ends, bidirectional controls (which can show
a text in another order than it is stored in: CVE-2021-42574), noncharacters, byte order marks, lone surrogates."""

_HARMFUL = re.compile(f"[{HARMFUL}]+")
_WORD = re.compile(r"[^\W_]")
_SEEN = re.compile(
    rf"[^\s{HARMFUL}\u00ad\u0300-\u036f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    r"\u200b-\u200f\u2060-\u206f\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]"
)


def harmless(text: str) -> str:
    """The text without harmful characters."""
    return text if text.isascii() and text.isprintable() else _HARMFUL.sub("", text)


def one_line(text: str) -> str:
    """The text without harmful characters on one line, with single blanks."""
    return " ".join(harmless(text).split())


def has_words(text: str) -> bool:
    """Whether there is a letter or digit in the text."""
    return _WORD.search(text) is not None


def is_seen(text: str) -> bool:
    """Whether a reader sees anything of the text."""
    return _SEEN.search(text) is not None
