"""Topics: names and keywords of several articles that mean one thing, under one name."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import attrgetter

import numpy as np

from generator.annotate.gazetteer import dictionary
from generator.annotate.name_words import CALENDAR
from generator.model import Decision, Mention, Problem, Topic, Variant
from generator.relate.decisions import decide
from generator.relate.forms import name_key
from generator.relate.groups import Group, joined
from generator.relate.hashes import hashed, unpacked
from generator.relate.name_groups import name_groups
from generator.relate.namesakes import tell_apart
from generator.relate.naming import reason
from generator.relate.occurrences import Texts
from generator.relate.rarity import Terms
from generator.relate.subject_groups import subject_groups
from generator.relate.traits import HASH, Traits, shape
from generator.relate.uses import by_article
from generator.spans import apart
from generator.text import commonness, content_terms, topic_key

_COMMON = 3.5
"""How common a single word may be in its language to be a name whatever the articles do with it, on the Zipf scale."""
_WRITTEN_AS_NAME = 0.35
"""Share of the articles with a common word that have to have it as a name."""
_FEWEST_LETTERS = 2
_SEVERAL = 2


def find_topics(
    articles: Sequence[Traits], terms: Terms, least: int, first: Sequence[int], decisions: Sequence[Decision] = ()
) -> tuple[tuple[Topic, ...], tuple[Problem, ...]]:
    """Topics that at least `least` articles speak of, by key, and the decisions that concern none.

    Articles are in the order of their ids. Copies count as one: `first` has for each article the first of its group.
    """
    texts = Texts(articles)
    subjects = subject_groups(articles, texts, terms, least, first)
    titles = [group.title for group in subjects]
    names = name_groups(articles, titles, lone=bool(decisions) or least < _SEVERAL)
    groups = _of_one_name([*names, *subjects])
    groups = [one for group in groups for one in tell_apart(group, lambda number: _names_in(articles[number]))]
    groups, unplaced = decide(groups, decisions, texts)
    written = _Written(articles, terms)
    telling = [
        group
        for group in groups
        if group.pinned or (_are_several(group.articles, first, least) and written.is_name_of(group))
    ]
    return _with_own_keys(telling, [each.id for each in articles]), unplaced


def _are_several(articles: Iterable[int], first: Sequence[int], least: int) -> bool:
    """Whether the articles are so many at the least, copies counted as one."""
    found: set[int] = set()
    for number in articles:
        found.add(first[number])
        if len(found) >= least:
            return True
    return least <= 0


def _names_in(each: Traits) -> list[str]:
    return [shape(line).text for line in each.names]


def _of_one_name(groups: Iterable[Group]) -> list[Group]:
    """The groups, those joined that would have the same name: "Broadband" here and "broadband" there."""
    found: defaultdict[int, list[Group]] = defaultdict(list)
    for group in groups:
        found[group.title].append(group)
    return list(map(joined, found.values()))


class _Written:
    """How articles write words: as names, or parts of names, or otherwise."""

    def __init__(self, articles: Sequence[Traits], terms: Terms) -> None:
        self._articles = articles
        self._terms = terms
        self._naming = np.sort(unpacked((each.name_words for each in articles), HASH))

    def is_name_of(self, group: Group) -> bool:
        """Whether a name of one word is more than a common word with a capital, or a date."""
        if group.kind is None:
            return True  # its subjects have been looked at
        name, language = group.name, self._articles[group.uses[0].article].language
        if all(word in CALENDAR for word in name.split()) or sum(map(str.isalnum, name)) < _FEWEST_LETTERS:
            return False
        if (
            " " in name
            or name.isupper()
            or commonness(name, language) < _COMMON
            or name.lower() not in dictionary(language)
        ):
            return True
        return self._as_name(name, language) >= _WRITTEN_AS_NAME

    def _as_name(self, word: str, language: str) -> float:
        """The share of the articles with the word that have it in a name."""
        found = content_terms(word, language)
        if not found:
            return 0.0
        named, containing = np.array([hashed(name_key(word)), hashed(found[0])], np.uint64)
        naming = np.searchsorted(self._naming, named, "right") - np.searchsorted(self._naming, named)
        return float(naming / max(1, self._terms.containing(np.array([containing]))[0]))


def _with_own_keys(groups: Sequence[Group], ids: Sequence[str]) -> tuple[Topic, ...]:
    """The topics by key; of several with one name, those after the first have a number behind it."""
    taken: set[str] = set()
    topics: list[Topic] = []
    for group in sorted(groups, key=lambda group: (group.name, min(group.articles))):
        plain = key = topic_key(group.name) or group.name.casefold()
        number = 1
        while key in taken:
            number += 1
            key = f"{plain} {number}"
        taken.add(key)
        topics.append(Topic(key, group.name, group.kind, _variants(group), _mentions(group, ids)))
    return tuple(sorted(topics, key=lambda topic: topic.key))


def _variants(group: Group) -> tuple[Variant, ...]:
    """Every form but the name itself, the most used first."""
    articles, places = group.counts
    others = (articles.keys() | group.given) - {group.name}
    if not others:
        return ()
    plain = group.name.removesuffix(f" ({group.in_field})")
    variants = [
        Variant(form, len(articles.get(form, ())), reason(form, plain, group.given, is_given=bool(group.given_name)))
        for form in others
    ]
    return tuple(sorted(variants, key=lambda one: (-one.articles, -places.get(one.text, 0), one.text)))


def _mentions(group: Group, ids: Sequence[str]) -> tuple[Mention, ...]:
    if len(group.articles) == len(group.uses):
        return tuple([Mention(ids[use.article], use.score, use.spans) for use in sorted(group.uses, key=_ARTICLE)])
    return tuple(
        Mention(ids[number], max(use.score for use in uses), apart(span for use in uses for span in use.spans))
        for number, uses in by_article(group.uses).items()
    )


_ARTICLE = attrgetter("article")
