"""Namesakes: people of one name whom the words beside it show to be different."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from generator.model import Annotated, NameKind, Span
from generator.relate.groups import Group, Use
from generator.relate.naming import kind_of

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
_FIELD_OF = {word: field for field, words in _FIELDS.items() for word in words.split()}
_MAY_BE_ONE = {frozenset({"business", "politics"}), frozenset({"business", "arts"})}
"""Fields that one person often has both of."""
_WORD = re.compile(r"[A-Za-z][\w-]*")
_BEFORE = re.compile(r"(?:[A-Za-z][\w'’-]*\s+){1,2}\Z")
_APPOSITION = re.compile(r",\s+(?:(?:a|an|the|his|her|its|our)\s+)?((?:[\w'’-]+\s+){0,5}?[\w'’-]+),?")
_AROUND = 60


def tell_apart(group: Group, articles: Mapping[str, Annotated]) -> list[Group]:
    """The group, or a group for each field where its articles give one name to people of different fields.

    That is so where some articles put a word of one field beside the name ("striker"), others one of another
    ("minister"), and none puts both. Articles that put none go to those they share most names with.
    """
    if kind_of(group) is not NameKind.PERSON or len(group.articles()) == 1:
        return [group]
    told = {id_: some for id_ in sorted(group.articles()) if (some := _fields_in(group, articles[id_]))}
    fields = sorted({field for some in told.values() for field in some})
    if not _are_different(fields, told):
        return [group]
    sides = {id_: min(some) for id_, some in told.items()}
    company = _Company(articles, group, sides)
    found: defaultdict[str, list[Use]] = defaultdict(list)
    for use in group.uses:
        found[sides.get(use.article) or company.side(use.article)].append(use)
    return [replace(group, uses=tuple(found[field]), field=field) for field in fields if found[field]]


def _are_different(fields: Sequence[str], told: Mapping[str, frozenset[str]]) -> bool:
    if len(fields) < 2 or any(len(some) > 1 for some in told.values()):  # noqa: PLR2004 - one field is one person
        return False
    return all(frozenset(pair) not in _MAY_BE_ONE for pair in combinations(fields, 2))


def _fields_in(group: Group, each: Annotated) -> frozenset[str]:
    """The fields of the words that stand beside the name in the article."""
    spans = [span for use in group.uses if use.article == each.article.id for span in use.spans]
    return frozenset(
        _FIELD_OF[word] for span in spans for word in _beside(each.article.text, span) if word in _FIELD_OF
    )


def _beside(text: str, span: Span) -> list[str]:
    before = _BEFORE.search(text, max(0, span.start - _AROUND), span.start)
    behind = _APPOSITION.match(text, span.end, span.end + _AROUND)
    parts = [before[0] if before else "", behind[1] if behind else ""]
    return [word.lower() for part in parts for word in _WORD.findall(part)]


class _Company:
    """Which other names stand in the articles of each field."""

    def __init__(self, articles: Mapping[str, Annotated], group: Group, sides: Mapping[str, str]) -> None:
        self._names = {id_: {name.text for name in articles[id_].annotations.names} for id_ in group.articles()}
        self._around: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for id_, side in sides.items():
            self._around[side].update(self._names[id_])
        self._sizes = Counter(sides.values())

    def side(self, article: str) -> str:
        """The field whose articles have most names of this one, by the share of them that have each."""
        return max(sorted(self._around), key=lambda side: self._common(article, side))

    def _common(self, article: str, side: str) -> tuple[float, int]:
        count = sum(self._around[side][name] for name in self._names[article])
        return count / self._sizes[side], self._sizes[side]
