"""Articles that were sent again as corrected, and what they say of that.

Agencies mark a correction in its headline ("CORRECTED - …") and say what was wrong in a note of a fixed form, at its
head or its end: "(corrects cts per share)", "Corrects paragraph 2 to show a profit, not a loss", "… to X from Y"
(Reuters Handbook of Journalism, on corrections, refiles, kills, repeats and embargoes).
"""

import re
from collections.abc import Sequence

from generator.model import UNKNOWN_SOURCE, Annotated, Article, Record
from generator.text import base_language

_HEAD = re.compile(
    r"\W*\b(?:correct(?:ed|ion|s)|corrects? and repeats)\b\s*(?:\d+\s*)?[-–—:)\]/]+[\s\-–—:)]*", re.IGNORECASE
)
_AUTHOR = r"(?:(?:the )?(?:company|exchange|source|bank|ministry|bureau|agency|editor|desk) )?"
_WORK = r"(?:story|article|report|item|version|dispatch|post|page|headline)"
_NOTE = re.compile(
    rf"(?:^|[(\[]|--?\s?|[–—]\s?)\s*(?P<note>{_AUTHOR}correct(?:s|ing)\b[^()\[\]]*|corrections?:[^()\[\]]+"
    rf"|(?:this|the) {_WORK} (?:corrects|(?:has been|was) (?:corrected|amended))\b[^()\[\]]*"
    rf"|an? (?:earlier|previous) {_WORK} (?:of this {_WORK} )?(?:incorrectly|wrongly|mistakenly|misstated|said)\b"
    r"[^()\[\]]*)",
    re.IGNORECASE,
)
_ENDS = 3
"""Sentences at either end of an article among which its note stands."""
_VERSION, _RUN = 0.5, 3
"""Share of its runs of three words that an article must have in common with one that corrects it, or that with it: two
papers that report one statement have most facts in common, and few words in a row."""
_LONGEST = 300
"""Characters of a note that are read."""
_DAY = len("2020-12-28")


class Correction(Record, frozen=True):
    """That an article is one that was sent again as corrected."""

    note: str
    """What it says of that; empty where only its headline does."""


def marked_as_corrected(title: str) -> int:
    """How many characters at the head of a title say that it is a correction; 0 where none do."""
    match = _HEAD.match(title)
    return match.end() if match and match.end() < len(title) else 0


def correction(each: Annotated) -> Correction | None:
    """What an English article says of itself as a correction; none where it is none."""
    if base_language(each.article.language) != "en":
        return None
    spans = [one.span for one in each.annotations.sentences]
    ends = spans if len(spans) <= 2 * _ENDS else [*spans[:_ENDS], *spans[-_ENDS:]]
    notes = (_NOTE.search(each.article.text[span.start : span.end]) for span in ends)
    note = next((" ".join(match["note"][:_LONGEST].split()).rstrip(". ") for match in notes if match), "")
    return Correction(note) if note or marked_as_corrected(each.article.title) else None


def corrections(articles: Sequence[Annotated]) -> dict[tuple[int, int], Correction]:
    """Articles with those that correct them: of one source as far as that is known, not older, and mostly the same."""
    made = [correction(each) for each in articles]
    pairs = [(first, later) for later, own in enumerate(made) if own for first in range(len(made)) if not made[first]]
    return {
        (first, later): own
        for first, later in pairs
        if (own := made[later])
        and _may_correct(articles[first].article, articles[later].article)
        and _shared(articles[first].article.text, articles[later].article.text) >= _VERSION
    }


def _may_correct(first: Article, later: Article) -> bool:
    sources, dates = {first.source, later.source} - {UNKNOWN_SOURCE}, (first.date[:_DAY], later.date[:_DAY])
    return len(sources) < len((first, later)) and (not all(dates) or dates[0] <= dates[1])


def _shared(one: str, other: str) -> float:
    """Share of the runs of words of one of two texts that the other has, too, whichever has more of them in common."""
    ours, theirs = _runs(one), _runs(other)
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))


def _runs(text: str) -> set[tuple[str, ...]]:
    words = text.casefold().split()
    return set(zip(*(words[start:] for start in range(_RUN)), strict=False))
