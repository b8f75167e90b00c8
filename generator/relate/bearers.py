"""Who is meant: which names of different articles have one bearer.

What an article itself joins (`Name` has all its forms) is evidence for the others: SAMR is the State Administration
for Market Regulation in every article once one has both. A form that several bearers share is given to the one whose
articles name the same others, or to none.

Most names are the same in many articles. What can be told from how a name is written is found once for all of these.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.annotate.gazetteer import dictionary
from generator.model import NameKind
from generator.relate.forms import (
    KNOWN,
    abbreviates,
    abbreviation_class,
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
from generator.relate.traits import Shape, shape

_SURE = 0.8
"""Share of the articles with a form from which on it belongs to the bearer that these articles give it to."""
_RARER = 4
"""How many times more articles have the end of a name alone, where what stands before it is no part of it."""
_RARELY = 10
"""How many times more articles have a short form alone than with the full name, where it is a name of its own."""
_OFTEN_BOTH = 0.2
"""Share of the articles with the rarer of singular and plural that have the other as well, where they are one."""
_LONG_INITIALS = 4
"""Letters from which on initials are taken to stand for a name without an article that has both."""
_CLEARLY = 2.0
"""How many times better the company of the best bearer must fit than that of the next."""
_PERSON_WORDS = (2, 3)


@dataclass(frozen=True)
class Names:
    """The names of all articles."""

    shapes: tuple[Shape, ...]
    """What several of them may share, without repeats."""
    numbers: Sequence[int]
    """Of each name the number of its shape."""
    articles: Sequence[int]
    """Of each name the number of its article, the smallest first."""

    @cached_property
    def counts(self) -> Sequence[int]:
        """How many names have each shape, by its number."""
        counts = Counter(self.numbers)
        return [counts[number] for number in range(len(self.shapes))]


def names_of(lines: Sequence[Sequence[str]]) -> Names:
    """The names of articles, of each of which the shapes are given as they stand in its traits."""
    numbers: dict[str, int] = {}
    found = [numbers.setdefault(line, len(numbers)) for some in lines for line in some]
    articles = [number for number, some in enumerate(lines) for _ in some]
    return Names(tuple(map(shape, numbers)), found, articles)


def find_bearers(names: Names) -> list[tuple[str, str]]:
    """For each name the key of its bearer, empty where it may be any of several, and the key of its own fullest form.

    The latter is without what only happened to stand before the name.
    """
    keys = _without_what_stands_before(names)
    kinds = _Kinds(names, keys)
    groups = _Groups()
    _join_spellings(groups, kinds)
    _join_plurals(groups, names, keys, kinds)
    _join_companies(groups, kinds)
    _join_people(groups, kinds)
    _join_short_forms(groups, names, keys, kinds)
    return _resolved(groups, names, keys, kinds)


def _without_what_stands_before(names: Names) -> list[str]:
    """The key of each shape, which is the end of the name where that is the name in many more articles.

    "Las Vegas Microsoft" is Microsoft, "Lib Dem Norman Baker" Norman Baker; "New York Times" stays, since many
    names end with "Times".
    """
    count: Counter[str] = Counter()
    for number, each in enumerate(names.shapes):
        count[each.key] += names.counts[number]
    families = {each.key.rpartition(" ")[2] for each in names.shapes if each.kind is NameKind.PERSON}
    return [_end_of_name(each, count, families) if each.ends else each.key for each in names.shapes]


def _end_of_name(each: Shape, count: Counter[str], families: set[str]) -> str:
    for end in each.ends:
        if count[end] >= _RARER * count[each.key] and (" " in end or end not in families):
            return end
    return each.key


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


class _Kinds:
    """What articles take each key for."""

    def __init__(self, names: Names, keys: Sequence[str]) -> None:
        counts: defaultdict[str, dict[NameKind, int]] = defaultdict(dict)
        for number, (each, key) in enumerate(zip(names.shapes, keys, strict=True)):
            of_key = counts[key]
            of_key[each.kind] = of_key.get(each.kind, 0) + names.counts[number]
        self.keys = sorted(counts)
        self.main = {key: main_kind(told) if len(told) > 1 else next(iter(told)) for key, told in counts.items()}
        """The kind of each key."""
        self.total = Counter({key: sum(told.values()) for key, told in counts.items()})
        """How many names have each key."""

    def is_person(self, key: str) -> bool:
        return self.main[key] is NameKind.PERSON

    def may_be(self, key: str, wanted: NameKind) -> bool:
        """Whether nothing says that it is of another kind; so too where no article has it."""
        return self.main.get(key, NameKind.NAME) in {NameKind.NAME, wanted}


def _join_spellings(groups: _Groups, kinds: _Kinds) -> None:
    """One word or two, with hyphen or without; small words left out."""
    by_letters: dict[str, str] = {}
    for key in kinds.keys:
        groups.join(by_letters.setdefault(solid(key), key), key)
        if " " in key and not kinds.is_person(key):
            groups.join(by_letters.setdefault(solid(telling_words(key)), key), key)
        if key in KNOWN:
            groups.join(KNOWN[key], key)


def _join_plurals(groups: _Groups, names: Names, keys: Sequence[str], kinds: _Kinds) -> None:
    """Singular and plural: of several words always, of one word where articles use both; never of people."""
    pairs = [
        (key, plural)
        for key in kinds.keys
        if (plural := f"{key[:-1]}ies" if key.endswith("y") else f"{key}s") in kinds.main
        and not kinds.is_person(key)
        and not kinds.is_person(plural)
    ]
    articles = _articles_with(names, keys, {key for pair in pairs for key in pair})
    for key, plural in pairs:
        one, other = articles[key], articles[plural]
        if " " in key or len(one & other) >= _OFTEN_BOTH * min(len(one), len(other)):
            groups.join(key, plural)


def _articles_with(names: Names, keys: Sequence[str], wanted: set[str]) -> dict[str, set[int]]:
    """The articles that have each of the wanted keys."""
    of_shape = {number: key for number, key in enumerate(keys) if key in wanted}
    found: dict[str, set[int]] = {key: set() for key in wanted}
    for number, article in zip(names.numbers, names.articles, strict=True):
        if number in of_shape:
            found[of_shape[number]].add(article)
    return found


def _join_companies(groups: _Groups, kinds: _Kinds) -> None:
    """Names that differ by what companies have at their end."""
    for key in kinds.keys:
        legal = without_legal_form(key)
        if legal != key:
            groups.join(legal, key)
        short = without_company(legal)
        if short != legal and short in kinds.main and _are_companies(kinds, key, short):
            groups.join(short, legal)


def _are_companies(kinds: _Kinds, *keys: str) -> bool:
    return all(kinds.may_be(key, NameKind.ORGANISATION) for key in keys)


def _join_people(groups: _Groups, kinds: _Kinds) -> None:
    """People with and without the initial of their middle name, where only one such is about."""
    by_name: defaultdict[str, list[str]] = defaultdict(list)
    for key in kinds.keys:
        plain = without_initials(key)
        if plain != key and kinds.may_be(key, NameKind.PERSON):
            by_name[plain].append(key)
    for plain, keys in by_name.items():
        if len(keys) == 1 and plain in kinds.main:
            groups.join(plain, keys[0])


def _join_short_forms(groups: _Groups, names: Names, keys: Sequence[str], kinds: _Kinds) -> None:
    """Initials and other short forms of what is no person, and the full name, where articles have both."""
    told: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for number, (each, key) in enumerate(zip(names.shapes, keys, strict=True)):
        for form in each.forms:
            short = name_key(form)
            if short != key and _shortens(form, key, kinds.main[key]):
                told[short][groups.of(key)] += names.counts[number]
    for short in sorted(told):
        bearer = _sure(told[short], kinds.total[short])
        if bearer and kinds.may_be(short, kinds.main.get(bearer, NameKind.NAME)):
            groups.join(bearer, short)
    _join_untold(groups, [key for key in kinds.keys if not kinds.is_person(key) and key not in told])


def _shortens(form: str, key: str, kind: NameKind) -> bool:
    """Whether the form may stand for the name in other articles as well."""
    short, words = name_key(form), key.split()
    if short in {*initials(key), without_head(key)} or (form.isupper() and short not in words):
        return True
    is_part = short in {words[0], words[-1]} and not is_head(short) and short not in dictionary("en")
    return is_part and kind not in {NameKind.PERSON, NameKind.PLACE}


def _join_untold(groups: _Groups, keys: Sequence[str]) -> None:
    """Initials of four letters and more, and names of cut words ("lib dem"), that only one other name explains."""
    by_initials: defaultdict[str, set[str]] = defaultdict(set)
    alike: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for key in keys:
        if " " in key:
            alike[abbreviation_class(key)].append(key)
            for letters in initials(key):
                by_initials[letters].add(groups.of(key))
    abbreviated = {
        key: [other for other in others if abbreviates(key, other)]
        for others in alike.values()
        if len(others) > 1
        for key in others
    }
    for key in keys:
        full = {groups.of(other) for other in abbreviated.get(key, ())}
        if len(key) >= _LONG_INITIALS:
            full |= by_initials.get(key, set())
        if len(full) == 1:
            groups.join(min(full), key)


def _sure(told: Counter[str], alone: int) -> str:
    """The bearer that most articles give a form to; empty where they disagree, or many more have the form alone."""
    (bearer, count), *_ = sorted(told.items(), key=lambda pair: (-pair[1], pair[0]))
    return bearer if count >= _SURE * told.total() and count * _RARELY >= alone else ""


def _resolved(groups: _Groups, names: Names, keys: Sequence[str], kinds: _Kinds) -> list[tuple[str, str]]:
    """Bearer and key of each name; short forms that stand alone in an article get the bearer that fits."""
    of_shape = [(groups.of(key), key) for key in keys]
    found = [of_shape[number] for number in names.numbers]
    bearers = {
        key: (sorted(some), "" if kinds.is_person(key) else groups.of(key))
        for key, some in _bearers_by_short_form(groups, names, keys, kinds).items()
    }
    if not bearers:
        return found
    company = _Company(names.articles, found, bearers.keys())
    return [
        (company.choose(article, *bearers[pair[1]]), pair[1]) if pair[1] in bearers else pair
        for pair, article in zip(found, names.articles, strict=True)
    ]


def _bearers_by_short_form(groups: _Groups, names: Names, keys: Sequence[str], kinds: _Kinds) -> dict[str, set[str]]:
    """For each key that stands alone in some article the people it may be a short form of."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    known: Counter[str] = Counter()
    for number, (each, key) in enumerate(zip(names.shapes, keys, strict=True)):
        group = groups.of(key)
        known[group] += names.counts[number]
        if len(each.forms) > 1 and kinds.is_person(key):
            for short in {name_key(form) for form in each.forms} - {key}:
                if short in kinds.main and groups.of(short) != group:
                    found[short].add(group)
    for key in kinds.keys:  # whoever has this family name is about, whether called by it alone or not
        words = key.split()
        if len(words) in _PERSON_WORDS and words[-1] in kinds.main and kinds.is_person(key):
            found[words[-1]].add(groups.of(key))
    return {
        key: likely
        for key, bearers in found.items()
        if kinds.may_be(key, NameKind.PERSON)
        and (likely := {one for one in bearers if known[one] * _RARER >= kinds.total[key]})
    }


class _Company:
    """Which other names stand in the articles of each bearer."""

    def __init__(self, articles: Sequence[int], found: Sequence[tuple[str, str]], doubtful: Iterable[str]) -> None:
        doubtful = set(doubtful)
        self._names: defaultdict[int, set[str]] = defaultdict(set)
        """Bearers by article, doubtful ones aside."""
        for article, (bearer, key) in zip(articles, found, strict=True):
            if key not in doubtful:
                self._names[article].add(bearer)
        self._articles: defaultdict[str, list[int]] = defaultdict(list)
        for article, names in self._names.items():
            for name in names:
                self._articles[name].append(article)
        self._rarity = {name: math.log(1 + len(self._names) / len(some)) for name, some in self._articles.items()}
        self._around: dict[str, Mapping[str, float]] = {}

    def choose(self, article: int, bearers: Sequence[str], otherwise: str) -> str:
        """The bearer whose articles have most names in common with this one, where one clearly has."""
        if len(bearers) == 1 and not otherwise:
            return bearers[0]
        fits = sorted(((self._fit(article, bearer), bearer) for bearer in bearers), reverse=True)
        best, bearer = fits[0]
        next_best = fits[1][0] if len(fits) > 1 else 0.0
        return bearer if best > 0 and best >= _CLEARLY * next_best else otherwise

    def _fit(self, article: int, bearer: str) -> float:
        around = self._around.get(bearer)
        if around is None:
            around = self._around[bearer] = self._weights(bearer)
        return math.fsum(around.get(name, 0.0) for name in self._names[article] if name != bearer)

    def _weights(self, bearer: str) -> Mapping[str, float]:
        """Names in the articles of a bearer, by the share of its articles they stand in and how rare they are."""
        articles = self._articles[bearer]
        counts = Counter(name for article in articles for name in self._names[article])
        return {name: self._rarity[name] * count / len(articles) for name, count in counts.items()}
