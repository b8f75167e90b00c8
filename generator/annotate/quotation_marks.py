"""Where words stand in quotation marks, and where a mark is only an apostrophe, an inch or a letter of a word."""

import re

from generator.model import Record

_MARK = re.compile("[\"“”„«»‘’'‚‹›「」『』]")
_CLOSERS = {
    "“": "”", "„": "“”", "«": "»", "»": "«", "‘": "’", "‚": "‘’", "‹": "›", "›": "‹", "「": "」", "『": "』", "”": "”",
    '"': '"', "'": "'",
}  # fmt: skip
_SINGLE = "'‘‚"
"""Marks that are often apostrophes, and so count only where they are closed."""
_OPENS_AFTER = re.compile(r"[\s(\[—–:/-]")
_CLOSED_BEFORE = re.compile(r"[\s)\],.;:!?—–…-]")
_SENTENCE_END = ".!?…"
_LETTER = re.compile(r"\w")
_START = 200
"""Characters in which a quotation has a letter or is none."""


class Quoted(Record, frozen=True):
    """Words in quotation marks, with the marks."""

    start: int
    end: int
    is_closed: bool


def quoted(text: str, start: int, end: int) -> list[Quoted]:
    """What stands in quotation marks between two places of a text, in order, apart.

    A mark that opens again after the end of a sentence, as at every paragraph of a long quotation, goes on with the
    same one. A double mark that is never closed ends with the block.
    """
    marks = list(_MARK.finditer(text, start, end))
    found: list[Quoted] = []
    opened, latest, mark = -1, -1, ""
    for match, is_closed in zip(marks, _closed_later(text, end, marks), strict=True):
        place, sign = match.start(), match.group()
        if opened < 0:
            if _is_opening(text, place, start, end, sign) and (sign not in _SINGLE or is_closed):
                opened, latest, mark = place, place, sign
        elif sign in _CLOSERS[mark] and _is_closing(text, place, end, sign):
            found.append(Quoted(opened, place + 1, is_closed=True))
            opened = -1
        elif sign == mark and mark not in _SINGLE:
            if not _goes_on(text, opened, place):
                found.append(Quoted(opened, _first_end(text, latest, place), is_closed=False))
                opened = place
            latest = place
    if opened >= 0 and mark not in _SINGLE:
        found.append(Quoted(opened, start + len(text[start:end].rstrip()), is_closed=False))
    return [each for each in found if _LETTER.search(text, each.start, min(each.end, each.start + _START))]


def _closed_later(text: str, end: int, marks: list[re.Match[str]]) -> list[bool]:
    """For each mark whether a single mark behind it closes, in front of any straight double one."""
    found: list[bool] = []
    is_closed = False
    for match in reversed(marks):
        found.append(is_closed)
        if match.group() in "’'‘" and match.start() and not text[match.start() - 1].isspace():
            is_closed = is_closed or _is_closing(text, match.start(), end, match.group())
        elif match.group() == '"':
            is_closed = False
    return found[::-1]


def _is_opening(text: str, place: int, start: int, end: int, sign: str) -> bool:
    if sign not in _CLOSERS or place + 1 >= end or (text[place + 1].isspace() and sign != "«"):
        return False
    starts_word = place == start or _OPENS_AFTER.match(text[place - 1]) is not None
    if sign in "“„«「『":
        return True
    if sign == "'":
        return starts_word and text[place + 1].isalpha()
    return starts_word


def _is_closing(text: str, place: int, end: int, sign: str) -> bool:
    if sign in "’'" and place + 1 < end and text[place + 1].isalnum():
        return False
    if sign in "’'" and text[place - 1] == "s" and text[place + 1 : place + 2] == " ":
        return not _is_closed_later(text, place, end, sign)
    return (
        sign not in "\"'"
        or not text[place - 1].isspace()
        or place + 1 >= end
        or _CLOSED_BEFORE.match(text[place + 1]) is not None
    )


def _is_closed_later(text: str, place: int, end: int, sign: str) -> bool:
    """Whether the next such mark but an apostrophe closes, so that this one is a plural's ("the workers' pay")."""
    return _LATER[sign].match(text, place + 1, end) is not None


_LATER = {sign: re.compile(rf"[^‘“\"{sign}]{{0,200}}[.,?!]{sign}(?!\w)") for sign in "'’"}


def _goes_on(text: str, opened: int, place: int) -> bool:
    before = text[max(opened + 1, place - 4) : place].rstrip()
    return not before or before[-1] in _SENTENCE_END


_FIRST_SENTENCE = re.compile(r"[^.!?]*[.!?]+")


def _first_end(text: str, opened: int, place: int) -> int:
    """Where the first sentence of a quotation ends that was never closed."""
    match = _FIRST_SENTENCE.match(text, opened, place)
    return match.end() if match else opened + len(text[opened:place].rstrip())
