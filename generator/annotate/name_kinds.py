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
from generator.model import NameKind

_AFTER = re.compile(r"['’]?s?[\"”’]?\s+([^\W_][\w-]*)")
_APPOSITION = re.compile(
    r",\s+(?:(?!wh|and\b|but\b)[a-z][\w'’-]*\s+){0,6}?(?:" + "|".join(sorted(PERSON_NOUNS)) + r")\b"
)
_WHO = re.compile(r",?\s+who\b|,\s+(?:aged )?\d\d,|,\s+(?:him|her)self\b")
_BORN = re.compile(r"-(?:born|based)\b|\s+(?:city|province|county)\b")
_AROUND = 60
_INITIAL = re.compile(r"[A-Z]\.")


def evidence(text: str, runs: list[Run], language: str) -> Counter[NameKind]:
    """How strongly the words of a name, and its places, speak for each kind."""
    found: Counter[NameKind] = Counter()
    _by_words(runs[0].form(text).split(), language, found)
    for run in runs:
        _by_neighbours(text, run, found)
    return found


def _by_words(words: list[str], language: str, found: Counter[NameKind]) -> None:
    last = words[-1]
    head = _head(words)
    form = " ".join(words)
    if form in places(language) or (form.isupper() and form.title() in places(language)):
        found[NameKind.PLACE] += 6
    if len(words) == 1:
        found[NameKind.ORGANISATION] += 4 * (last in INSTITUTION_HEADS)
        return
    if last in SURE_ENDINGS:
        found[NameKind.ORGANISATION] += 20
    elif last in LAW_HEADS or head in LAW_HEADS:
        found[NameKind.LAW] += 8
    elif head in WORK_HEADS:
        found[NameKind.WORK] += 3
    elif head in PLACE_HEADS or words[0] in {"River", "Lake", "Mount", "Cape", "Isle", "Gulf"}:
        found[NameKind.PLACE] += 5
    elif last in COMPANY_ENDINGS or any(word in INSTITUTION_HEADS for word in words):
        found[NameKind.ORGANISATION] += 5
    if words[0] in FAMILY_FIRST:
        found[NameKind.PERSON] += 2
    if last in {"Jr", "Jr.", "III"} or any(_INITIAL.fullmatch(word) for word in words[1:-1]):
        found[NameKind.PERSON] += 5


def _head(words: list[str]) -> str:
    """The word that says what it is: the last, or the last before "of" or "for"."""
    return next((word for word, after in pairwise(words) if after in {"of", "for"}), words[-1])


def _by_neighbours(text: str, run: Run, found: Counter[NameKind]) -> None:
    start, end = run.words[0].start, run.words[-1].end
    before = text[max(0, start - _AROUND) : start].rstrip("\"“‘' \n")
    word = before.rpartition(" ")[2].rpartition("\n")[2]
    behind = _AFTER.match(text, end)
    after = behind.group(1) if behind else ""
    found[NameKind.PERSON] += 6 * run.titled + 3 * (word in PERSON_NOUNS)
    if len(run.words) > 1:
        found[NameKind.PERSON] += 3 * bool(_WHO.match(text, end) or _APPOSITION.match(text, end, end + _AROUND))
    found[NameKind.ORGANISATION] += 2 * (word in COMPANY_NOUNS) + 2 * (after in {"shares", "stock"})
    found[NameKind.PLACE] += 3 * bool(_BORN.match(text, end)) + 2 * (word in PLACE_NOUNS)
    found[NameKind.WORK] += 4 * (word in WORK_NOUNS) + 4 * (after in {"newspaper", "magazine"})


def kind_of(found: Counter[NameKind]) -> NameKind:
    """The kind that most speaks for; `NAME` where nothing does."""
    kind, weight = max(((kind, found[kind]) for kind in NameKind), key=lambda pair: pair[1])
    return kind if weight > 0 else NameKind.NAME
