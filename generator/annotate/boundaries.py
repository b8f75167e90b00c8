"""Where one sentence of a block ends and the next begins."""

import re
from collections.abc import Iterator

import nupunkt

from generator.text import base_language

_ABBREVIATION = re.compile(
    "admin|approx|apr|art|assn|assoc|aug|ave|avg|blvd|bros|corp|dec|dept|eds|est|etc|excl|ext|feb|figs?|fri|govt|inc|incl"
    "|intl|jan|jul|jun|ltd|mar|max|min|misc|mon|natl|nov|oct|resp|sat|sec|sept?|sun|tel|temp|thu|tue|univ|vols?|vs|wed",
    re.IGNORECASE,
)
_PLAIN_END = re.compile(
    r"""(?<![\w.’'-])([^\W\d_A-Z]{3,}|[a-z][a-z’'-]+[a-z]|at|be|by|do|go|in|is|it|me|of|on|so|to|up|us)"""
    r"""[.?!]++["”’»)\]]*+\s++(?=["“‘«(\[]*[A-ZÀ-Þ])"""
)
"""A plain word, a full stop and a capital. nupunkt's model learnt its abbreviations from the law and of journalism
takes "car." and "win." for some, too."""
_OTHER_STOP = re.compile(
    r"(?<![。｡！？])(?:[。｡！？]++(?=[^」』”’）》」。｡！？、，])|[。｡]++[”’」』）》]++(?![とっで、，])|[！？]++[”’」』）》]++(?=[“「『]))"
    r"|(?<![؟۔।॥።])[؟۔।॥።]++[”»\"]*+\s*+"
)
"""Full stops of Chinese, Japanese, Arabic, Urdu, Hindi and Ethiopic, which nupunkt does not know."""
_TITLE = re.compile(
    r"""(?:^|[\s(“"])(?:Adm|Amb|Capt|Cmdr|Col|Cpl|Det|Dra?|Gen|Gov|Hon|Insp|Lt|Maj|Messrs|Mlle|Mme|Mrs?|Ms|Nos?|Pres"""
    r"""|Prof|Rep|Rev|Sen|Sgt|Sra?|Srta|St|Supt|vs)\.$"""
)
_SAID = re.compile(
    r"(?:[A-Z][\w.’'-]{0,40}\s){1,4}(?:added|adds|asked|asks|cried|recalled|replied|said|says|shouted|told|writes|wrote)\b"
)
_LETTER = re.compile(r"\w")
_CLOSING_MARKS = re.compile(r"""["”’»')\]]+(\s|$)""")
_SMALL = re.compile(r"[a-zà-ÿ]")
_CAPITAL_INSIDE = re.compile(r"[a-z]+[A-Z]")
"""iPhone, eBay."""
_QUESTION_QUOTED = re.compile(r"""[?!]["”’]$""")
_ORDINAL = re.compile(r"(?:^|\s)\d{1,2}\.$")
_NUMBERS_WITH_A_DOT = {"cs", "da", "de", "et", "fi", "hr", "hu", "is", "lv", "nb", "nn", "no", "sk", "sl"}
"""Languages that write "the 3rd" as "3."."""
_WINDOW = re.compile(r"(?s).{1,4000}(?:(?<=[^\W\d_])(?=\s)|\Z)|.{1,4000}")
"""Pieces in which nupunkt, whose time grows with the square of some texts, gets the text; they end behind a word."""
_BEFORE, _AFTER = 40, 200
"""Characters around a place that tell whether a sentence ends there."""


def find_boundaries(text: str, language: str) -> list[int]:
    """Places in the text before which a new sentence begins, in order; never 0 or the end.

    Method: nupunkt (Bommarito et al. 2025, after Punkt, Kiss and Strunk 2006), corrected by a few rules of the
    written news; `tests/quality/sentences.py` compares it with the splitters it was chosen from.
    """
    found = {start + end for start, part in _windows(text) for _, end in nupunkt.sent_spans(part) if end < len(part)}
    found |= {match.end() for match in _PLAIN_END.finditer(text) if not _ABBREVIATION.fullmatch(match[1])}
    if not text.isascii():
        found |= {match.end() for match in _OTHER_STOP.finditer(text)}
    return sorted(place for place in found if 0 < place < len(text) and _is_boundary(text, place, language))


def _windows(text: str) -> Iterator[tuple[int, str]]:
    """The text in pieces, each with its place."""
    return ((match.start(), match.group()) for match in _WINDOW.finditer(text))


def _is_boundary(text: str, place: int, language: str) -> bool:
    before, after = text[max(place - _BEFORE, 0) : place].rstrip(), text[place : place + _AFTER].lstrip()
    is_closing_mark = not _LETTER.search(after) or _CLOSING_MARKS.match(after)
    is_going_on = _SMALL.match(after) and not _CAPITAL_INSIDE.match(after)
    is_question_told = _QUESTION_QUOTED.search(before) and _SAID.match(after)
    is_ordinal = base_language(language) in _NUMBERS_WITH_A_DOT and _ORDINAL.search(before)
    return not (is_closing_mark or is_going_on or is_question_told or is_ordinal or _TITLE.search(before[-12:]))
