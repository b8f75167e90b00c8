"""What pages look up in a digest, found once."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator.config import SiteConfig
from generator.model import Annotated, Digest, Mention, Topic
from generator.render import addresses, dates
from generator.render.speakers import Speakers, find_speakers


@dataclass(frozen=True, slots=True)
class Index:
    """A digest with the ways into it."""

    digest: Digest
    site: SiteConfig
    articles: dict[str, Annotated]
    """By id, newest first, then by title."""
    addresses: dict[str, str]
    """Of every article, by id."""
    topics: dict[str, Topic]
    """By key."""
    topics_of: dict[str, tuple[tuple[Topic, Mention], ...]]
    """Of every article that has one, the highest score first."""
    copies_of: dict[str, tuple[str, ...]]
    """The other ids of its group, for every article that has a copy."""
    sources: dict[str, tuple[Annotated, ...]]
    """By the spelling most of their articles use; their articles newest first."""
    source_names: dict[str, str]
    """That spelling, by `addresses.source_key`."""
    months: dict[str, tuple[Annotated, ...]]
    """By month, the latest first, then those whose month is not known under ``; their articles newest first."""
    speakers: Speakers


def index(digest: Digest, site: SiteConfig) -> Index:
    """The digest with the ways into it."""
    ordered = sorted(
        digest.articles, key=lambda each: (*dates.newest_first(each.article.date), each.article.title, each.article.id)
    )
    by_source, by_month = defaultdict(list), defaultdict(list)
    for each in ordered:
        by_source[addresses.source_key(each.article.source)].append(each)
        by_month[dates.shown(each.article.date, site.language).month].append(each)
    topics = {topic.key: topic for topic in digest.relations.topics}
    topics_of = _topics_of(digest.relations.topics)
    names = {key: _name(each.article.source for each in articles) for key, articles in by_source.items()}
    return Index(
        digest=digest,
        site=site,
        articles={each.article.id: each for each in ordered},
        addresses={each.article.id: addresses.article_address(each.article) for each in ordered},
        topics=topics,
        topics_of=topics_of,
        copies_of={one: group for group in digest.relations.copies for one in group},
        sources={names[key]: tuple(by_source[key]) for key in sorted(by_source)},
        source_names=names,
        months={month: tuple(by_month[month]) for month in sorted(by_month, reverse=True)},
        speakers=find_speakers(ordered, topics_of, topics),
    )


def _name(spellings: Iterable[str]) -> str:
    """The spelling used most; of those used as often the one with capitals."""
    counts = Counter(spellings)
    return min(counts, key=lambda name: (-counts[name], name))


def _topics_of(topics: Iterable[Topic]) -> dict[str, tuple[tuple[Topic, Mention], ...]]:
    found: defaultdict[str, list[tuple[Topic, Mention]]] = defaultdict(list)
    for topic in topics:
        for mention in topic.mentions:
            found[mention.article].append((topic, mention))
    return {
        article: tuple(sorted(pairs, key=lambda pair: (-pair[1].score, pair[0].key)))
        for article, pairs in found.items()
    }
