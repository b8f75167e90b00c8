"""Topics: keywords of several articles that mean one thing, under one name."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Annotated, Keyword, Mention, Span, Topic
from generator.relate.fragments import whole_phrases
from generator.text import base_language, topic_key


@dataclass(frozen=True, slots=True)
class _Use:
    """One keyword of one article."""

    article: str
    keyword: Keyword
    spellings: tuple[str, ...]
    """The keyword as it stands at each of its spans."""


def find_topics(articles: Sequence[Annotated], least: int, copies: Sequence[tuple[str, ...]] = ()) -> tuple[Topic, ...]:
    """Topics that at least `least` articles have among their keywords, by key; copies count as one article.

    Two keywords mean one thing where they differ by letter case, hyphens, plural or possessive only.
    """
    first = {id_: group[0] for group in copies for id_ in group}
    uses: defaultdict[str, list[_Use]] = defaultdict(list)
    # By language, since only a few languages' dictionaries are kept in memory, and reading one takes half a second.
    for each in sorted(articles, key=lambda each: base_language(each.article.language)):
        text = each.article.text
        for keyword in whole_phrases(each.annotations.keywords, text, each.article.language):
            spellings = tuple(text[span.start : span.end] for span in keyword.spans)
            uses[topic_key(keyword.text)].append(_Use(each.article.id, keyword, spellings))
    return tuple(
        _topic(key, uses[key])
        for key in sorted(uses)
        if key and len({first.get(use.article, use.article) for use in uses[key]}) >= least
    )


def _topic(key: str, uses: list[_Use]) -> Topic:
    by_article: defaultdict[str, list[Keyword]] = defaultdict(list)
    for use in uses:
        by_article[use.article].append(use.keyword)
    name, *variants = _spellings(uses)
    mentions = (
        Mention(article, max(each.score for each in keywords), _merged(keywords))
        for article, keywords in sorted(by_article.items())
    )
    return Topic(key, name, tuple(variants), tuple(mentions))


def _spellings(uses: list[_Use]) -> list[str]:
    """Spellings of a topic, the one that most articles use first; spelling with all capitals only where no other is."""
    articles: defaultdict[str, set[str]] = defaultdict(set)
    places: Counter[str] = Counter()
    for use in uses:
        for spelling in use.spellings:
            plain = " ".join(spelling.split())
            articles[plain].add(use.article)
            places[plain] += 1
    return sorted(articles, key=lambda text: (-len(articles[text]), -places[text], text.isupper(), text))


def _merged(keywords: list[Keyword]) -> tuple[Span, ...]:
    """All places of the keywords; of places that overlap the longest."""
    kept: list[Span] = []
    for span in sorted({span for each in keywords for span in each.spans}, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
