"""Topics: names and keywords of several articles that mean one thing, under one name."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.annotate.gazetteer import dictionary
from generator.annotate.name_words import CALENDAR
from generator.model import Annotated, Decision, Mention, Problem, Span, Topic
from generator.relate.bearers import find_bearers, name_uses
from generator.relate.decisions import decide
from generator.relate.forms import name_key, solid
from generator.relate.groups import Group, Use, by_article, joined
from generator.relate.namesakes import tell_apart
from generator.relate.naming import kind_of, name_of, variants_of
from generator.relate.occurrences import Occurrences
from generator.relate.subjects import SubjectUse, articles_by_name, articles_by_term, telling_subjects
from generator.spans import apart, mostly, one_line, overlaps
from generator.text import base_language, commonness, content_terms, topic_key

_COMMON = 3.5
"""How common a single word may be in its language to be a name whatever the articles do with it, on the Zipf scale."""
_WRITTEN_AS_NAME = 0.35
"""Share of the articles with a common word that have to have it as a name."""
_FEWEST_LETTERS = 2
_HYPHENED = re.compile(r"(?<![^\W_])[^\W_]++(?:-[^\W_]++)+")


def find_topics(
    articles: Sequence[Annotated],
    least: int,
    copies: Sequence[tuple[str, ...]] = (),
    decisions: Sequence[Decision] = (),
) -> tuple[tuple[Topic, ...], tuple[Problem, ...]]:
    """Topics that at least `least` articles speak of, by key, and the decisions that concern none.

    Copies count as one article.
    """
    first = {id_: group[0] for group in copies for id_ in group}
    by_id = {each.article.id: each for each in sorted(articles, key=lambda each: each.article.id)}
    named = {id_: _named_spans(each) for id_, each in by_id.items()}
    groups = _of_one_name([*_names(by_id), *_subjects(by_id, named, least, first)])
    groups = [one for group in groups for one in tell_apart(group, by_id)]
    groups, unplaced = decide(groups, decisions, by_id)
    shares = _Written(by_id.values())
    telling = [
        group
        for group in groups
        if group.pinned
        or (len({first.get(id_, id_) for id_ in group.articles()}) >= least and _is_name_of(group, by_id, shares))
    ]
    return _with_own_keys(telling), unplaced


def _named_spans(each: Annotated) -> tuple[Span, ...]:
    return tuple(sorted(span for name in each.annotations.names for span in name.spans))


def _names(articles: Mapping[str, Annotated]) -> list[Group]:
    """A group for each bearer."""
    uses = name_uses(articles.values())
    scores = {id_: _scores(each) for id_, each in articles.items()}
    found: defaultdict[str, list[Use]] = defaultdict(list)
    for use, (bearer, key) in zip(uses, find_bearers(uses), strict=True):
        if bearer:
            score = max(scores[use.article].get(span.start, 0.0) for span in use.name.spans)
            found[bearer].append(Use(use.article, use.name.spans, use.forms, score, use.name.kind, key))
    return [Group(tuple(found[bearer])) for bearer in sorted(found)]


def _scores(each: Annotated) -> dict[int, float]:
    """The best score of a keyword that stands for each name, by where the name starts."""
    named = _named_spans(each)
    starts = [span.start for span in named]
    scores: defaultdict[int, float] = defaultdict(float)
    for keyword in each.annotations.keywords:
        if mostly(keyword.spans, named):
            for span in keyword.spans:
                if overlaps(span, named):
                    start = starts[bisect_left(starts, span.end) - 1]
                    scores[start] = max(scores[start], keyword.score)
    return scores


def _subjects(
    articles: Mapping[str, Annotated], named: Mapping[str, Sequence[Span]], least: int, first: Mapping[str, str]
) -> list[Group]:
    """A group for each subject that is worth a topic, with all its places in all articles.

    It is a keyword, or a part of one, in at least `least` articles, or stands in more than that.
    """
    telling = telling_subjects(articles)
    forms = _forms(telling, articles.values())
    naming = articles_by_name(articles.values())
    written = _articles_with(forms, articles)

    def count(ids: Iterable[str]) -> int:
        return len({first.get(id_, id_) for id_ in ids})

    shared = {
        key: uses
        for key, uses in telling.items()
        if count(naming[solid(key)].union(use.article for use in uses)) >= least or count(written[key]) > least
    }
    return _groups(shared, {key: forms[key] for key in shared}, articles, named)


def _forms(subjects: Mapping[str, Sequence[SubjectUse]], articles: Iterable[Annotated]) -> dict[str, set[str]]:
    """How each subject is written: as a keyword, and with a hyphen anywhere in the texts."""
    hyphened: defaultdict[str, set[str]] = defaultdict(set)
    for word in {match for each in articles for match in _HYPHENED.findall(each.article.text)}:
        hyphened[solid(topic_key(word))].add(word)
    return {
        key: {form for use in uses for form in use.subject.forms} | hyphened[solid(key)]
        for key, uses in subjects.items()
    }


def _articles_with(forms: Mapping[str, set[str]], articles: Mapping[str, Annotated]) -> dict[str, set[str]]:
    """Ids of the articles in whose texts each subject stands."""
    found: dict[str, set[str]] = {key: set() for key in forms}
    occurrences = Occurrences(forms)
    for id_, each in articles.items():
        for key in occurrences.keys(each.article.text):
            found[key].add(id_)
    return found


def _groups(
    subjects: Mapping[str, Sequence[SubjectUse]],
    forms: Mapping[str, set[str]],
    articles: Mapping[str, Annotated],
    named: Mapping[str, Sequence[Span]],
) -> list[Group]:
    """A group for each subject, with all its places in all articles."""
    scores: defaultdict[tuple[str, str], float] = defaultdict(float)
    for key, uses in subjects.items():
        for use in uses:
            scores[key, use.article] = max(scores[key, use.article], use.subject.score)
    found: defaultdict[str, list[Use]] = defaultdict(list)
    occurrences = Occurrences(forms)
    for id_, each in articles.items():
        text = each.article.text
        for key, spans in occurrences.find(text, named[id_]).items():
            written = tuple(one_line(text, span) for span in spans)
            found[key].append(Use(id_, spans, written, scores.get((key, id_), 0.0)))
    return [Group(tuple(found[key])) for key in sorted(found)]


def _of_one_name(groups: Iterable[Group]) -> list[Group]:
    """The groups, those joined that would have the same name: "Broadband" here and "broadband" there."""
    found: defaultdict[str, list[Group]] = defaultdict(list)
    for group in groups:
        if group.uses:
            found[solid(topic_key(name_of(group)))].append(group)
    return [joined(some) for _, some in sorted(found.items())]


def _is_name_of(group: Group, articles: Mapping[str, Annotated], written: "_Written") -> bool:
    """Whether a name of one word is more than a common word with a capital, or a date."""
    name = name_of(group)
    language = base_language(articles[group.uses[0].article].article.language)
    if kind_of(group) is None:
        return True  # its subjects have been looked at
    if all(word in CALENDAR for word in name.split()) or sum(map(str.isalnum, name)) < _FEWEST_LETTERS:
        return False
    if (
        " " in name
        or name.isupper()
        or commonness(name, language) < _COMMON
        or name.lower() not in dictionary(language)
    ):
        return True
    return written.as_name(name, language) >= _WRITTEN_AS_NAME


class _Written:
    """How articles write words: as names, or parts of names, or otherwise."""

    def __init__(self, articles: Iterable[Annotated]) -> None:
        self._containing = articles_by_term(articles)
        self._naming = Counter(
            word
            for each in articles
            for word in {word for name in each.annotations.names for word in name_key(name.text).split()}
        )

    def as_name(self, word: str, language: str) -> float:
        """The share of the articles with the word that have it in a name."""
        terms = content_terms(word, language)
        return self._naming[name_key(word)] / max(1, self._containing[terms[0]]) if terms else 0.0


def _with_own_keys(groups: Sequence[Group]) -> tuple[Topic, ...]:
    """The topics by key; of several with one name, those after the first have a number behind it."""
    taken: set[str] = set()
    topics: list[Topic] = []
    for group in sorted(groups, key=lambda group: (name_of(group), sorted(group.articles()))):
        name = name_of(group)
        plain = key = topic_key(name) or name.casefold()
        number = 1
        while key in taken:
            number += 1
            key = f"{plain} {number}"
        taken.add(key)
        topics.append(Topic(key, name, kind_of(group), variants_of(group, name), _mentions(group)))
    return tuple(sorted(topics, key=lambda topic: topic.key))


def _mentions(group: Group) -> tuple[Mention, ...]:
    return tuple(
        Mention(id_, max(use.score for use in uses), apart(span for use in uses for span in use.spans))
        for id_, uses in by_article(group.uses).items()
    )
