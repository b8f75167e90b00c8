"""What pages look up in a digest, found once."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from generator.config import SiteConfig
from generator.model import Collation, Digest, Entry, Problem, Relations, Topic
from generator.render import addresses, dates
from generator.render.articles import HELD, HELD_LEAN, Articles, Shelf, Wording, articles_of
from generator.render.editions import Edition, find_editions
from generator.render.escaping import one_line
from generator.render.language import Language, language_of
from generator.render.neighbours import Neighbours, find_neighbours
from generator.render.recipes import key_of
from generator.render.speakers import Speakers, find_speakers
from generator.render.spoken import Pairs, Spoken
from generator.render.stated import Figures, find_stated
from generator.render.stories import Stories, Told, find_stories

NONE: Mapping[str, Any] = MappingProxyType({})
_NEIGHBOURS = 12
"""Topics of the same articles that the page of a topic names."""


@dataclass(frozen=True, slots=True)
class Index:
    """A digest with the ways into it."""

    site: SiteConfig
    """Its language is that of the interface, which is English where there are no words of the one that is set."""
    language: Language
    """With the words of the interface."""
    wanted_language: str
    """The one that is set."""
    relations: Relations
    problems: tuple[Problem, ...]
    articles: Shelf
    """By id, newest first, then by title. What stands in `entries` is to be had without loading one."""
    lean: Shelf
    """The same with no more than pages of other articles quote: of these there are many in memory at once."""
    wordings: Callable[[Sequence[str]], list[Wording]]
    """What is read in the articles of these ids: loaded together, and in a fraction of the time."""
    entries: dict[str, Entry]
    """By id, in the same order."""
    tokens: dict[str, bytes]
    """Of every article by id: hash of all that pages may say of it, whatever it is related to."""
    topics: dict[str, Topic]
    """By key."""
    named: dict[str, bytes]
    """Of every topic by key: hash of the key and its name, which is all that links to it show."""
    topics_of: Spoken
    """Of every article, the highest score first."""
    marks: dict[str, bytes]
    """Of every article by id: hash of its topics with their names and places."""
    by_date: tuple[Entry, ...]
    """Newest first, then by id."""
    rank: dict[str, int]
    """Of every article by id: its place among these."""
    copies_of: dict[str, tuple[str, ...]]
    """The other ids of its group, for every article that has a copy."""
    sources: dict[str, tuple[Entry, ...]]
    """By the spelling most of their articles use; their articles newest first."""
    source_names: dict[str, str]
    """That spelling, by `addresses.source_key`."""
    months: dict[str, tuple[Entry, ...]]
    """By month, the latest first, then those whose month is not known under ``; their articles newest first."""
    editions: dict[str, Edition]
    """By week, the newest first."""
    neighbours: Neighbours
    near: dict[str, bytes]
    """Of every topic by key what tells its neighbours, by their names and counts, from others."""
    speakers: Speakers
    stated: Figures
    stories: Stories


def index(digest: Digest, site: SiteConfig, collations: Mapping[str, Collation] = NONE) -> Index:
    """A digest whose articles are in memory, with the ways into it."""
    return index_of(articles_of(digest.articles), digest.relations, digest.problems, site, collations)


def index_of(  # noqa: PLR0913, PLR0917 - what a digest consists of
    articles: Articles,
    relations: Relations,
    problems: tuple[Problem, ...],
    site: SiteConfig,
    collations: Mapping[str, Collation] = NONE,
    told: Mapping[str, Told] = NONE,
) -> Index:
    """The articles and their relations with the ways into them.

    `collations` are by the keys of their stories, and so is what is `told` of each where that is known.
    """
    ordered = sorted(articles.entries.values(), key=lambda each: (*dates.newest_first(each.date), each.title, each.id))
    by_source, by_month = defaultdict(list), defaultdict(list)
    for each in ordered:
        by_source[addresses.source_key(each.source)].append(each)
        by_month[dates.month_of(each.date)].append(each)
    topics = {topic.key: topic for topic in relations.topics}
    named = {topic.key: key_of((topic.key, topic.name)) for topic in relations.topics}
    names = {key: _name(each.source for each in some) for key, some in by_source.items()}
    entries = {each.id: each for each in ordered}
    topics_of = Spoken(relations.topics, entries)
    neighbours = find_neighbours(relations.topics, topics_of, _NEIGHBOURS)
    tokens = {
        id_: key_of(articles.tokens[id_], one_line(names[addresses.source_key(each.source)]))
        for id_, each in entries.items()
    }
    found = find_stories(relations, entries, tokens, collations, told)
    by_date = tuple(sorted(ordered, key=lambda each: (*dates.newest_first(each.date), each.id)))
    language = language_of(site.language)
    return Index(
        site=replace(site, language=language.tag),
        language=language,
        wanted_language=site.language,
        relations=relations,
        problems=problems,
        articles=Shelf(entries, articles.load, HELD),
        lean=Shelf(entries, articles.load_lean, HELD_LEAN),
        wordings=articles.load_wordings,
        entries=entries,
        tokens=tokens,
        topics=topics,
        named=named,
        topics_of=topics_of,
        marks={id_: _marks(topics_of[id_], named) for id_ in entries},
        by_date=by_date,
        rank={each.id: place for place, each in enumerate(by_date)},
        copies_of={one: group for group in relations.copies for one in group},
        sources={names[key]: tuple(by_source[key]) for key in sorted(by_source)},
        source_names=names,
        months={month: tuple(by_month[month]) for month in sorted(by_month, reverse=True)},
        editions=find_editions(entries, found),
        neighbours=neighbours,
        near=neighbours.tokens(named),
        speakers=find_speakers(ordered, topics_of, topics),
        stated=find_stated(ordered),
        stories=found,
    )


def _name(spellings: Iterable[str]) -> str:
    """The spelling used most; of those used as often the one with capitals."""
    counts = Counter(spellings)
    return min(counts, key=lambda name: (-counts[name], name))


def _marks(pairs: Pairs, named: Mapping[str, bytes]) -> bytes:
    return key_of((b"".join([named[topic.key] for topic, _ in pairs]), [mention.spans for _, mention in pairs]))
