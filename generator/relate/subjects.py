"""Subjects that are worth a topic, and what several of them share ("antitrust scrutiny", "antitrust law")."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.annotate.name_words import CALENDAR
from generator.annotate.units import is_unit
from generator.annotate.word_classes import calendar_words
from generator.model import Annotated, Subject
from generator.relate.forms import solid
from generator.text import base_language, commonness, content_terms, topic_key

_COMMON = 4.5
"""How common a word may be in its language to be a topic by itself, on the Zipf scale."""
_COMMON_PART = 4.0
"""The same of a word that no article has as a keyword by itself."""
_COMMON_PHRASE = 4.6
"""How common the rarest word of a phrase may be where fewer than `_OFTEN` articles have it as a keyword."""
_OFTEN = 4
_TELLING = 0.15
"""Share of the articles with a word that have to have it among their keywords."""
_FOREMOST = 10
"""A subject has to be among so many first keywords of one of its articles."""
_FEWEST_LETTERS = 3


@dataclass(frozen=True, slots=True)
class SubjectUse:
    """A subject of one article."""

    article: str
    subject: Subject

    @property
    def is_keyword(self) -> bool:
        """Whether the article has it as a keyword by itself, and not as a part of one."""
        return self.subject.within == self.subject.key


def telling_subjects(articles: Mapping[str, Annotated]) -> dict[str, list[SubjectUse]]:
    """The subjects that say something, by key, however few articles have them."""
    by_key: defaultdict[str, list[SubjectUse]] = defaultdict(list)
    one_word_or_two: dict[str, str] = {}
    for id_, each in articles.items():
        for subject in each.annotations.subjects:
            by_key[one_word_or_two.setdefault(solid(subject.key), subject.key)].append(SubjectUse(id_, subject))
    containing = articles_by_term(articles.values())
    return {
        key: uses
        for key, uses in by_key.items()
        if any(use.subject.rank < _FOREMOST for use in uses)
        and _is_shared(uses)
        and _is_telling(key, uses, base_language(articles[uses[0].article].article.language), containing)
    }


def articles_by_name(articles: Iterable[Annotated]) -> defaultdict[str, set[str]]:
    """Ids of the articles that write a subject as a name ("Anti-trust"), by its key in one word."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for each in articles:
        for name in each.annotations.names:
            found[solid(topic_key(name.text))].add(each.article.id)
    return found


def articles_by_term(articles: Iterable[Annotated]) -> Counter[str]:
    """How many articles have each word, in its basic form."""
    return Counter(term.text for each in articles for term in each.annotations.terms)


def _is_shared(uses: Sequence[SubjectUse]) -> bool:
    """Whether it is a keyword somewhere, or a part of different ones: "office" is no topic by "box office" alone."""
    return any(use.is_keyword for use in uses) or len({use.subject.within for use in uses}) > 1


def _is_telling(key: str, uses: Sequence[SubjectUse], language: str, containing: Counter[str]) -> bool:
    """Whether the subject is more than a common word, a date, a number or a unit."""
    parts = key.split()
    if sum(map(str.isalpha, key)) < _FEWEST_LETTERS or all(_is_measure(part, language) for part in parts):
        return False
    as_keyword = sum(use.is_keyword for use in uses)
    if len(parts) > 1:
        is_dated = any(part in _DAYS or part in calendar_words(language) for part in parts)
        rarest = min(commonness(part, language) for part in parts)
        return not is_dated and (rarest <= _COMMON_PHRASE or as_keyword >= _OFTEN)
    if commonness(key, language) > (_COMMON if as_keyword else _COMMON_PART):
        return False
    terms = content_terms(key, language)
    return not terms or len({use.article for use in uses}) >= _TELLING * containing[terms[0]]


_DAYS = frozenset(word.lower() for word in CALENDAR)


def _is_measure(word: str, language: str) -> bool:
    return not word.isalpha() or word in _DAYS or word in calendar_words(language) or is_unit(word, language)
