"""Who is meant: which names of different articles have one bearer.

What an article itself joins (`Name` has all its forms) is evidence for the others: SAMR is the State Administration
for Market Regulation in every article once one has both. A form that several bearers share is given to the one whose
articles name the same others, or to none.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.annotate.gazetteer import dictionary
from generator.model import Annotated, Name, NameKind
from generator.relate.forms import (
    KNOWN,
    abbreviates,
    initials,
    is_head,
    name_key,
    solid,
    telling_words,
    without_company,
    without_head,
    without_initials,
    without_legal_form,
)
from generator.relate.naming import main_kind
from generator.spans import one_line

_SURE = 0.8
"""Share of the articles with a form from which on it belongs to the bearer that these articles give it to."""
_RARER = 4
"""How many times more articles have the end of a name alone, where what stands before it is no part of it."""
_RARELY = 10
"""How many times more articles have a short form alone than with the full name, where it is a name of its own."""
_OFTEN_BOTH = 0.2
"""Share of the articles with the rarer of singular and plural that have the other as well, where they are one."""
_LONG_START = 3
"""Letters that a name of cut words shares with the full name at least."""
_LONG_INITIALS = 4
"""Letters from which on initials are taken to stand for a name without an article that has both."""
_CLEARLY = 2.0
"""How many times better the company of the best bearer must fit than that of the next."""
_PERSON_WORDS = (2, 3)


@dataclass(frozen=True, slots=True)
class NameUse:
    """A name of one article."""

    article: str
    name: Name
    key: str
    """Key of its fullest form there."""
    forms: tuple[str, ...]
    """How it is written at each of its spans, on one line."""


def name_uses(articles: Iterable[Annotated]) -> list[NameUse]:
    """All names of all articles, in their order."""
    return [
        NameUse(
            each.article.id,
            name,
            name_key(name.text),
            tuple(one_line(each.article.text, span) for span in name.spans),
        )
        for each in articles
        for name in each.annotations.names
    ]


def find_bearers(uses: Sequence[NameUse]) -> list[tuple[str, str]]:
    """For each use the key of its bearer, empty where it may be any of several, and the key of its own fullest form.

    The latter is without what only happened to stand before the name.
    """
    uses = _without_what_stands_before(uses)
    groups = _Groups()
    kinds = _kinds(uses)
    _join_spellings(groups, kinds)
    _join_plurals(groups, uses, kinds)
    _join_companies(groups, kinds)
    _join_people(groups, kinds)
    _join_short_forms(groups, uses, kinds)
    return list(zip(_resolved(groups, uses, kinds), (use.key for use in uses), strict=True))


def _without_what_stands_before(uses: Sequence[NameUse]) -> list[NameUse]:
    """The uses, each under the end of its name where that end is the name in many more articles.

    "Las Vegas Microsoft" is Microsoft, "Lib Dem Norman Baker" Norman Baker; "New York Times" stays, since many
    names end with "Times".
    """
    articles = Counter(use.key for use in uses)
    families = {use.key.rpartition(" ")[2] for use in uses if use.name.kind is NameKind.PERSON}
    return [replace(use, key=_end_of_name(use, articles, families)) for use in uses]


def _end_of_name(use: NameUse, articles: Counter[str], families: set[str]) -> str:
    words = use.key.split()
    forms = Counter(name_key(form) for form in use.forms)
    ends = {" ".join(words[place:]) for place in range(1, len(words))} & forms.keys()
    for end in sorted(ends, key=len, reverse=True):
        if articles[end] >= _RARER * articles[use.key] and (
            " " in end or not (end in families or is_head(end) or _is_meant_by_chance(end, use.key, forms))
        ):
            return end
    return use.key


def _is_meant_by_chance(end: str, key: str, forms: Counter[str]) -> bool:
    """Whether the end is a common word that the article does not use much more than the whole name."""
    return end in dictionary("en") and forms[end] < _RARER * forms[key]


class _Groups:
    """Keys that mean one bearer (union-find); a group is called after the first key that was in it."""

    def __init__(self) -> None:
        self._parents: dict[str, str] = {}

    def of(self, key: str) -> str:
        while (parent := self._parents.get(key, key)) != key:
            key = parent
        return key

    def join(self, one: str, other: str) -> None:
        first, second = self.of(one), self.of(other)
        if first != second:
            self._parents[second] = first


Kinds = Mapping[str, Counter[NameKind]]


def _kinds(uses: Sequence[NameUse]) -> Kinds:
    """How many articles take each key for what."""
    kinds: defaultdict[str, Counter[NameKind]] = defaultdict(Counter)
    for use in uses:
        kinds[use.key][use.name.kind] += 1
    return kinds


def _may_be(kinds: Counter[NameKind], *wanted: NameKind) -> bool:
    return main_kind(kinds) in {NameKind.NAME, *wanted}


def _join_spellings(groups: _Groups, kinds: Kinds) -> None:
    """One word or two, with hyphen or without; the plural of a name of several words."""
    by_letters: dict[str, str] = {}
    for key in sorted(kinds):
        groups.join(by_letters.setdefault(solid(key), key), key)
        if not _is_person(kinds[key]):
            groups.join(by_letters.setdefault(solid(telling_words(key)), key), key)
        if key in KNOWN:
            groups.join(KNOWN[key], key)


def _join_plurals(groups: _Groups, uses: Sequence[NameUse], kinds: Kinds) -> None:
    """Singular and plural: of several words always, of one word where articles use both; never of people."""
    articles: defaultdict[str, set[str]] = defaultdict(set)
    for use in uses:
        articles[use.key].add(use.article)
    for key in sorted(kinds):
        plural = f"{key[:-1]}ies" if key.endswith("y") else f"{key}s"
        if plural in kinds and not _is_person(kinds[key]) and not _is_person(kinds[plural]):
            both = len(articles[key] & articles[plural])
            if " " in key or both >= _OFTEN_BOTH * min(len(articles[key]), len(articles[plural])):
                groups.join(key, plural)


def _join_companies(groups: _Groups, kinds: Kinds) -> None:
    """Names that differ by what companies have at their end."""
    for key in sorted(kinds):
        legal = without_legal_form(key)
        if legal != key:
            groups.join(legal, key)
        short = without_company(legal)
        if short != legal and short in kinds and _are_companies(kinds[key], kinds[short]):
            groups.join(short, legal)


def _are_companies(*kinds: Counter[NameKind]) -> bool:
    return all(_may_be(each, NameKind.ORGANISATION) for each in kinds)


def _join_people(groups: _Groups, kinds: Kinds) -> None:
    """People with and without the initial of their middle name, where only one such is about."""
    by_name: defaultdict[str, list[str]] = defaultdict(list)
    for key in sorted(kinds):
        plain = without_initials(key)
        if plain != key and _may_be(kinds[key], NameKind.PERSON):
            by_name[plain].append(key)
    for plain, keys in by_name.items():
        if len(keys) == 1 and plain in kinds:
            groups.join(plain, keys[0])


def _join_short_forms(groups: _Groups, uses: Sequence[NameUse], kinds: Kinds) -> None:
    """Initials and other short forms of what is no person, and the full name, where articles have both."""
    told: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for use in uses:
        for form in set(use.forms):
            if name_key(form) != use.key and _shortens(form, use.key, kinds[use.key]):
                told[name_key(form)][groups.of(use.key)] += 1
    for short in sorted(told):
        bearer = _sure(told[short], kinds.get(short, Counter()).total())
        if bearer and _may_be(kinds.get(short, Counter()), main_kind(kinds.get(bearer, Counter()))):
            groups.join(bearer, short)
    _join_untold(groups, {key for key in kinds if not _is_person(kinds[key])} - told.keys())


def _shortens(form: str, key: str, kinds: Counter[NameKind]) -> bool:
    """Whether the form may stand for the name in other articles as well."""
    short, words = name_key(form), key.split()
    if short in {*initials(key), without_head(key)} or (form.isupper() and short not in words):
        return True
    is_part = short in {words[0], words[-1]} and not is_head(short) and short not in dictionary("en")
    return is_part and not _is_person(kinds) and main_kind(kinds) is not NameKind.PLACE


def _join_untold(groups: _Groups, keys: set[str]) -> None:
    """Initials of four letters and more, and names of cut words ("lib dem"), that only one other name explains."""
    by_initials: defaultdict[str, set[str]] = defaultdict(set)
    by_start: defaultdict[str, list[str]] = defaultdict(list)
    for key in sorted(keys):
        for letters in initials(key):
            by_initials[letters].add(groups.of(key))
        by_start[key[:_LONG_START]].append(key)
    for key in sorted(keys):
        full = {groups.of(other) for other in by_start[key[:_LONG_START]] if abbreviates(key, other)}
        full |= by_initials[key] if len(key) >= _LONG_INITIALS else set()
        if len(full) == 1:
            groups.join(min(full), key)


def _sure(told: Counter[str], alone: int) -> str:
    """The bearer that most articles give a form to; empty where they disagree, or many more have the form alone."""
    (bearer, count), *_ = sorted(told.items(), key=lambda pair: (-pair[1], pair[0]))
    return bearer if count >= _SURE * told.total() and count * _RARELY >= alone else ""


def _is_person(kinds: Counter[NameKind]) -> bool:
    return main_kind(kinds) is NameKind.PERSON


def _resolved(groups: _Groups, uses: Sequence[NameUse], kinds: Kinds) -> list[str]:
    """The bearer of each use; short forms that stand alone in an article get the one that fits."""
    bearers = _bearers_by_short_form(groups, uses, kinds)
    keys = [groups.of(use.key) for use in uses]
    company = _Company(uses, keys, {*bearers})
    return [
        company.choose(use.article, sorted(bearers[use.key]), "" if _is_person(kinds[use.key]) else key)
        if use.key in bearers
        else key
        for use, key in zip(uses, keys, strict=True)
    ]


def _bearers_by_short_form(groups: _Groups, uses: Sequence[NameUse], kinds: Kinds) -> dict[str, set[str]]:
    """For each key that stands alone in some article the people it may be a short form of."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    known = Counter(groups.of(use.key) for use in uses)
    for use in uses:
        group = groups.of(use.key)
        if _is_person(kinds[use.key]):
            for key in {name_key(form) for form in use.forms} - {use.key}:
                if key in kinds and groups.of(key) != group:
                    found[key].add(group)
    for key, told in kinds.items():  # whoever has this family name is about, whether called by it alone or not
        words = key.split()
        if len(words) in _PERSON_WORDS and words[-1] in kinds and _is_person(told):
            found[words[-1]].add(groups.of(key))
    return {
        key: likely
        for key, bearers in found.items()
        if _may_be(kinds[key], NameKind.PERSON)
        and (likely := {one for one in bearers if known[one] * _RARER >= kinds[key].total()})
    }


class _Company:
    """Which other names stand in the articles of each bearer."""

    def __init__(self, uses: Sequence[NameUse], keys: Sequence[str], doubtful: set[str]) -> None:
        self._names: defaultdict[str, set[str]] = defaultdict(set)
        """Bearers by article, doubtful ones aside."""
        for use, key in zip(uses, keys, strict=True):
            if use.key not in doubtful:
                self._names[use.article].add(key)
        counts = Counter(name for names in self._names.values() for name in names)
        self._rarity = {name: math.log(1 + len(self._names) / count) for name, count in counts.items()}
        self._articles: defaultdict[str, list[str]] = defaultdict(list)
        for article, names in self._names.items():
            for name in names:
                self._articles[name].append(article)
        self._around: dict[str, dict[str, float]] = {}

    def choose(self, article: str, bearers: list[str], otherwise: str) -> str:
        """The bearer whose articles have most names in common with this one, where one clearly has."""
        fits = sorted(((self._fit(article, bearer), bearer) for bearer in bearers), reverse=True)
        best, bearer = fits[0]
        if len(fits) == 1 and not otherwise:
            return bearer
        next_best = fits[1][0] if len(fits) > 1 else 0.0
        if best > 0 and best >= _CLEARLY * next_best:
            return bearer
        return otherwise

    def _fit(self, article: str, bearer: str) -> float:
        around = self._around.get(bearer)
        if around is None:
            around = self._around[bearer] = self._weights(bearer)
        return math.fsum(sorted(around.get(name, 0.0) for name in self._names[article] if name != bearer))

    def _weights(self, bearer: str) -> dict[str, float]:
        """Names in the articles of a bearer, by the share of its articles they stand in and how rare they are."""
        articles = self._articles[bearer]
        counts = Counter(name for article in articles for name in self._names[article])
        return {name: self._rarity[name] * count / len(articles) for name, count in counts.items()}
