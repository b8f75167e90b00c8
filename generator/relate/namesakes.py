"""Namesakes: people of one name whom the words beside it show to be different."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from itertools import combinations, takewhile
from operator import or_

from generator.model import NameKind, Span
from generator.relate.groups import Group
from generator.relate.uses import Use, by_article

_FIELDS = {
    "politics": """
        minister secretary chancellor mp mps msp senator congressman congresswoman lawmaker politician premier governor
        mayor ambassador commissioner backbencher peer councillor candidate president
    """,
    "sport": """
        captain striker defender midfielder goalkeeper keeper coach winger skipper champion player footballer hooker
        prop flanker lock fly-half scrum-half full-back centre-half batsman bowler sprinter runner jockey boxer golfer
        seed substitute replacement athlete forward international
    """,
    "arts": """
        singer actor actress rapper novelist comedian playwright guitarist drummer frontman musician composer songwriter
        film-maker filmmaker band poet painter
    """,
    "business": "economist analyst strategist broker trader banker tycoon entrepreneur chairman chairwoman",
}
_BIT_OF = {word: 1 << number for number, words in enumerate(_FIELDS.values()) for word in words.split()}
_MAY_BE_ONE = {frozenset({"business", "politics"}), frozenset({"business", "arts"})}
"""Fields that one person often has both of."""
_WORD = re.compile(r"[A-Za-z][\w-]*")
_BEFORE = re.compile(r"[A-Za-z][\w'’-]*")
_APPOSITION = re.compile(r",\s+(?:(?:a|an|the|his|her|its|our)\s+)?((?:[\w'’-]+\s+){0,5}?[\w'’-]+),?")
_AROUND = 60
_WORDS_BEFORE = 2

NamesIn = Callable[[int], Collection[str]]
"""The names in an article, by its number."""


def fields_beside(text: str, spans: Sequence[Span]) -> int:
    """The fields of the words that stand beside a name at the spans, a bit for each."""
    return reduce(or_, (_BIT_OF.get(word, 0) for span in spans for word in _beside(text, span)), 0)


def _beside(text: str, span: Span) -> list[str]:
    behind = _APPOSITION.match(text, span.end, span.end + _AROUND)
    parts = [*_before(text, span.start), behind[1] if behind else ""]
    return [word.lower() for part in parts for word in _WORD.findall(part)]


def _before(text: str, place: int) -> list[str]:
    """The one or two words that stand before the place, the nearest first."""
    if not text[max(0, place - 1) : place].isspace():
        return []
    nearest = text[max(0, place - _AROUND) : place].split()[: -_WORDS_BEFORE - 1 : -1]
    return list(takewhile(_BEFORE.fullmatch, nearest))


def tell_apart(group: Group, names_in: NamesIn) -> list[Group]:
    """The group, or a group for each field where its articles give one name to people of different fields.

    That is so where some articles put a word of one field beside the name ("striker"), others one of another
    ("minister"), and none puts both. Articles that put none go to those they share most names with.
    """
    if len({use.fields for use in group.uses} - {0}) < 2 or group.kind is not NameKind.PERSON:  # noqa: PLR2004
        return [group]
    told = {
        article: some
        for article, uses in by_article(group.uses).items()
        if (some := _fields(reduce(or_, (use.fields for use in uses))))
    }
    fields = sorted({field for some in told.values() for field in some})
    if not _are_different(fields, told):
        return [group]
    sides = {article: min(some) for article, some in told.items()}
    company = _Company(names_in, group, sides)
    found: defaultdict[str, list[Use]] = defaultdict(list)
    for use in group.uses:
        found[sides.get(use.article) or company.side(use.article)].append(use)
    return [replace(group, uses=tuple(found[field]), in_field=field) for field in fields if found[field]]


def _fields(bits: int) -> frozenset[str]:
    return frozenset(field for number, field in enumerate(_FIELDS) if bits >> number & 1)


def _are_different(fields: Sequence[str], told: Mapping[int, frozenset[str]]) -> bool:
    if len(fields) < 2 or any(len(some) > 1 for some in told.values()):  # noqa: PLR2004 - one field is one person
        return False
    return all(frozenset(pair) not in _MAY_BE_ONE for pair in combinations(fields, 2))


class _Company:
    """Which other names stand in the articles of each field."""

    def __init__(self, names_in: NamesIn, group: Group, sides: Mapping[int, str]) -> None:
        self._names = {article: frozenset(names_in(article)) for article in group.articles}
        self._around: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for article, side in sides.items():
            self._around[side].update(self._names[article])
        self._sizes = Counter(sides.values())

    def side(self, article: int) -> str:
        """The field whose articles have most names of this one, by the share of them that have each."""
        return max(sorted(self._around), key=lambda side: self._common(article, side))

    def _common(self, article: int, side: str) -> tuple[float, int]:
        count = sum(self._around[side][name] for name in self._names[article])
        return count / self._sizes[side], self._sizes[side]
