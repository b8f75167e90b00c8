"""What kind of thing a name stands for, by the words in it and beside it."""

import re
from collections import Counter
from itertools import pairwise

from generator.annotate.gazetteer import places
from generator.annotate.name_runs import Run
from generator.annotate.name_words import (
    COMPANY_ENDINGS,
    COMPANY_NOUNS,
    FAMILY_FIRST,
    INSTITUTION_HEADS,
    LAW_HEADS,
    PERSON_NOUNS,
    PLACE_HEADS,
    PLACE_NOUNS,
    SURE_ENDINGS,
    WORK_HEADS,
    WORK_NOUNS,
)
from generator.model import NameKind, Record

_AFTER = re.compile(r"['’]?s?[\"”’]?\s+([^\W_][\w-]*)")
_APPOSITION = re.compile(
    r",\s+(?:(?!wh|and\b|but\b)[a-z][\w'’-]*\s+){0,6}?(?:" + "|".join(sorted(PERSON_NOUNS)) + r")\b"
)
_WHO = re.compile(r",?\s+who\b|,\s+(?:aged )?\d\d,|,\s+(?:him|her)self\b")
_BORN = re.compile(r"-(?:born|based)\b|\s+(?:city|province|county)\b")
_AROUND = 60
_INITIAL = re.compile(r"[A-Z]\.")
_KINDS = tuple(NameKind)
"""In the order in which they win a tie."""


class Evidence(Record, frozen=True):
    """What speaks for each kind of name, and how strongly."""

    kinds: Counter[NameKind]
    reasons: Counter[tuple[NameKind, str]]

    def add(self, kind: NameKind, weight: int, reason: str) -> None:
        """Count something that speaks for a kind; nothing where it has no weight."""
        if weight:
            self.kinds[kind] += weight
            self.reasons[kind, reason] += weight

    def update(self, other: "Evidence") -> None:
        """Count all that another form of the name has."""
        self.kinds.update(other.kinds)
        self.reasons.update(other.reasons)

    def kind(self) -> NameKind:
        """The kind most speaks for; `NAME` where nothing does."""
        return max(_KINDS, key=lambda kind: self.kinds.get(kind, 0)) if self.kinds else NameKind.NAME

    def why(self) -> tuple[str, ...]:
        """What speaks for that kind, the strongest first."""
        kind = self.kind()
        found = [(weight, reason) for (other, reason), weight in self.reasons.items() if other is kind]
        return tuple(reason for _, reason in sorted(found, key=lambda pair: (-pair[0], pair[1])))


def no_evidence() -> Evidence:
    """What there is before a name has been looked at."""
    return Evidence(Counter(), Counter())


def evidence(text: str, runs: list[Run], language: str) -> Evidence:
    """How strongly the words of a name, and its places, speak for each kind."""
    found = no_evidence()
    _by_words(runs[0].form(text).split(), language, found)
    for run in runs:
        _by_neighbours(text, run, found)
    return found


def _by_words(words: list[str], language: str, found: Evidence) -> None:
    last = words[-1]
    head = _head(words)
    form = " ".join(words)
    if form in places(language) or (form.isupper() and form.title() in places(language)):
        found.add(NameKind.PLACE, 6, "it is in the list of places")
    if len(words) == 1:
        found.add(NameKind.ORGANISATION, 4 * (last in INSTITUTION_HEADS), "institutions are called so")
        return
    if last in SURE_ENDINGS:
        found.add(NameKind.ORGANISATION, 20, "it ends as companies do")
    elif last in LAW_HEADS or head in LAW_HEADS:
        found.add(NameKind.LAW, 8, "laws are called so")
    elif head in WORK_HEADS:
        found.add(NameKind.WORK, 3, "newspapers are called so")
    elif head in PLACE_HEADS or words[0] in {"River", "Lake", "Mount", "Cape", "Isle", "Gulf"}:
        found.add(NameKind.PLACE, 5, "places are called so")
    elif last in COMPANY_ENDINGS or any(word in INSTITUTION_HEADS for word in words):
        found.add(NameKind.ORGANISATION, 5, "institutions are called so")
    if words[0] in FAMILY_FIRST:
        found.add(NameKind.PERSON, 2, "it begins with a family name")
    if last in {"Jr", "Jr.", "III"} or any(_INITIAL.fullmatch(word) for word in words[1:-1]):
        found.add(NameKind.PERSON, 5, "people are called so")


def _head(words: list[str]) -> str:
    """The word that says what it is: the last, or the last before "of" or "for"."""
    return next((word for word, after in pairwise(words) if after in {"of", "for"}), words[-1])


def _by_neighbours(text: str, run: Run, found: Evidence) -> None:
    start, end = run.words[0].start, run.words[-1].end
    before = text[max(0, start - _AROUND) : start].rstrip("\"“‘' \n")
    word = before.rpartition(" ")[2].rpartition("\n")[2]
    behind = _AFTER.match(text, end)
    after = behind.group(1) if behind else ""
    found.add(NameKind.PERSON, 6 * run.titled, "a title or role stands before it")
    found.add(NameKind.PERSON, 3 * (word in PERSON_NOUNS), "a word for a person stands before it")
    if len(run.words) > 1:
        is_told = _WHO.match(text, end) or _APPOSITION.match(text, end, end + _AROUND)
        found.add(NameKind.PERSON, 3 * bool(is_told), "what follows it says who that is")
    found.add(NameKind.ORGANISATION, 2 * (word in COMPANY_NOUNS), "a word for a company stands before it")
    found.add(NameKind.ORGANISATION, 2 * (after in {"shares", "stock"}), "its shares are spoken of")
    found.add(NameKind.PLACE, 3 * bool(_BORN.match(text, end)), "what follows it says that it is a place")
    found.add(NameKind.PLACE, 2 * (word in PLACE_NOUNS), "a word for a place stands before it")
    found.add(NameKind.WORK, 4 * (word in WORK_NOUNS), "a word for a work stands before it")
    found.add(NameKind.WORK, 4 * (after in {"newspaper", "magazine"}), "what follows it says that it is a paper")
