"""Groups of subjects: those worth a topic, with all their places in all articles."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from generator.relate.forms import solid
from generator.relate.groups import Group
from generator.relate.hashes import Numbers, distinct, hashed, owners, unpacked
from generator.relate.occurrences import FORM, Texts, apart, form_row
from generator.relate.rarity import Terms
from generator.relate.subjects import FOREMOST, OFTEN, TELLING, Need
from generator.relate.traits import NAME, SUBJECT, Traits
from generator.relate.uses import Use, runs


@dataclass(frozen=True, slots=True)
class _Subjects:
    """The subjects of all articles, one after the other, and what those in one or in two words are together."""

    rows: Numbers
    """Rows of `SUBJECT`."""
    articles: Numbers
    """Of each row the number of its article."""
    numbers: Numbers
    """Of each row the number of its subject."""
    keys: tuple[str, ...]
    """Of each subject the key as the first article has it."""
    first: Numbers
    """Of each subject its first row."""


def subject_groups(
    articles: Sequence[Traits], texts: Texts, terms: Terms, least: int, first: Sequence[int]
) -> list[Group]:
    """A group for each subject that is worth a topic, with all its places in all articles, by key.

    It is a keyword, or a part of one, in at least `least` articles, or stands in more than that; copies count as one.
    """
    subjects = _subjects(articles)
    if not len(subjects.rows):
        return []
    telling = _telling(subjects, terms)
    forms = _forms(articles, subjects, telling)
    standing = texts.find(forms.rows)
    original = np.array(first)
    uses = _pairs(subjects.numbers, original[subjects.articles])
    named = _named(articles, subjects, telling, original)
    written = _pairs(forms.of(telling)[standing["form"]], original[standing["article"]])
    size = len(subjects.keys)
    enough = (_count(distinct(np.concatenate((uses, named))), size) >= least) | (_count(written, size) > least)
    return _groups(subjects, forms, texts, standing[~standing["named"]], telling & enough)


def _subjects(articles: Sequence[Traits]) -> _Subjects:
    lines = [key for each in articles for key in each.subjects]
    by_solid: dict[str, int] = {}
    number_of = {key: by_solid.setdefault(solid(key), len(by_solid)) for key in dict.fromkeys(lines)}
    numbers = np.fromiter(map(number_of.__getitem__, lines), np.int64, len(lines))
    parts = [each.subject_rows for each in articles]
    first = np.zeros(len(by_solid), np.int64)
    first[numbers[::-1]] = np.arange(len(lines))[::-1]
    keys = tuple(lines[row] for row in first.tolist())
    return _Subjects(unpacked(parts, SUBJECT), owners(parts, SUBJECT), numbers, keys, first)


def _telling(subjects: _Subjects, terms: Terms) -> Numbers:
    """Whether each subject says something, however few articles have it."""
    rows, numbers, size = subjects.rows, subjects.numbers, len(subjects.keys)
    need, stem = rows["need"][subjects.first], rows["stem"][subjects.first]
    foremost = np.bincount(numbers, rows["rank"] < FOREMOST, size) > 0
    keywords = np.bincount(numbers, rows["within"] == 0, size)
    needed = (
        (need == Need.NOTHING)
        | ((need == Need.KEYWORD) & (keywords > 0))
        | ((need == Need.OFTEN) & (keywords >= OFTEN))
    )
    articles = _count(_pairs(numbers, subjects.articles), size)
    often = (stem == 0) | (articles >= TELLING * terms.containing(stem))
    shared = (keywords > 0) | _differ(rows["within"], numbers, size)
    return np.asarray(foremost & shared & needed & often)


def _differ(withins: Numbers, numbers: Numbers, size: int) -> Numbers:
    """Whether each subject is a part of different keywords: "office" is no topic by "box office" alone."""
    least, most = np.full(size, np.iinfo(np.uint64).max, np.uint64), np.zeros(size, np.uint64)
    np.minimum.at(least, numbers, withins)
    np.maximum.at(most, numbers, withins)
    return np.asarray(least != most)


def _pairs(numbers: Numbers, articles: Numbers) -> Numbers:
    """Subjects and articles without repeats, each pair as one number."""
    return distinct((numbers.astype(np.int64) << 32) | articles)


def _count(pairs: Numbers, size: int) -> Numbers:
    """How many articles each subject has."""
    return np.bincount(pairs[pairs >= 0] >> 32, minlength=size)


def _named(articles: Sequence[Traits], subjects: _Subjects, telling: Numbers, original: Numbers) -> Numbers:
    """Pairs of subjects and articles that write them as a name ("Anti-trust")."""
    parts = [each.name_rows for each in articles]
    titles = unpacked(parts, NAME)["title"]
    telling = np.flatnonzero(telling)
    own = np.array([hashed(solid(subjects.keys[number])) for number in telling.tolist()], np.uint64)
    order = np.argsort(own)
    own, telling = np.append(own[order], 0), np.append(telling[order], -1)
    at = np.searchsorted(own[:-1], titles)
    same = own[at] == titles
    return _pairs(telling[at[same]], original[owners(parts, NAME)[same]])


@dataclass(frozen=True, slots=True)
class _Forms:
    """How subjects are written: as a keyword, and with a hyphen anywhere in the texts."""

    rows: Numbers
    """Rows of `FORM`, without repeats."""
    meanings: Numbers
    """Rows of (number of a form, number of a subject it may stand for), the first by key first."""

    def of(self, subjects: Numbers) -> Numbers:
        """Of each form the number of the subject that it stands for, the last by key of those that hold; else -1."""
        meaning = np.full(len(self.rows), -1, np.int64)
        kept = self.meanings[subjects[self.meanings[:, 1]]]
        meaning[kept[:, 0]] = kept[:, 1]
        return meaning


def _forms(articles: Sequence[Traits], subjects: _Subjects, telling: Numbers) -> _Forms:
    rows = unpacked((each.forms for each in articles), FORM)
    of_row = np.repeat(subjects.numbers, subjects.rows["forms"])
    kept = telling[of_row]
    hyphened = list(_hyphened(articles, subjects, telling))
    further = np.array([row for _, row in hyphened], FORM)
    rows = np.concatenate((rows[kept], further))
    numbers = np.concatenate((of_row[kept], np.array([number for number, _ in hyphened], np.int64)))
    _, firsts, form_numbers = np.unique(rows["hash"], return_index=True, return_inverse=True)
    by_key = np.empty(len(subjects.keys), np.int64)
    by_key[sorted(range(len(subjects.keys)), key=subjects.keys.__getitem__)] = np.arange(len(subjects.keys))
    meanings = np.stack((form_numbers, numbers), axis=1)
    return _Forms(rows[firsts], meanings[np.argsort(by_key[numbers], kind="stable")])


def _hyphened(
    articles: Sequence[Traits], subjects: _Subjects, telling: Numbers
) -> Iterator[tuple[int, tuple[int, int, int]]]:
    """Number of the subject, and form, of all words with a hyphen that are subjects but for it."""
    known = {solid(subjects.keys[number]): number for number in np.flatnonzero(telling).tolist()}
    for line in sorted({line for each in articles for line in each.hyphened}):
        key, _, word = line.partition("\t")
        if key in known:
            yield known[key], form_row(word)


def _groups(subjects: _Subjects, forms: _Forms, texts: Texts, free: Numbers, wanted: Numbers) -> list[Group]:
    """A group for each wanted subject."""
    meaning = forms.of(wanted)
    found = apart(free[meaning[free["form"]] >= 0])
    numbers = meaning[found["form"]]
    order = np.lexsort((found["first"], numbers))
    found, numbers = found[order], numbers[order]
    spans, written = texts.read(found)
    scores, articles = _scores(subjects, numbers, found["article"]), found["article"].tolist()
    uses: defaultdict[int, list[Use]] = defaultdict(list)
    for start, end in runs(numbers, found["article"]):
        use = Use(articles[start], tuple(spans[start:end]), tuple(written[start:end]), scores[start])
        uses[int(numbers[start])].append(use)
    return [Group(tuple(uses[number])) for number in sorted(uses, key=subjects.keys.__getitem__)]


def _scores(subjects: _Subjects, numbers: Numbers, articles: Numbers) -> list[float]:
    """For each subject with an article its best score there."""
    pairs = (subjects.numbers << 32) | subjects.articles
    known, of_row = np.unique(pairs, return_inverse=True)
    best = np.zeros(len(known))
    np.maximum.at(best, of_row, subjects.rows["score"])
    wanted = (numbers << 32) | articles
    at = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
    scores: list[float] = np.where(known[at] == wanted, best[at], 0.0).tolist()
    return scores
