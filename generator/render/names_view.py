"""The lists of people, organisations and other names that are topics."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.model import NameKind, Topic
from generator.render import addresses, dates, structured, words
from generator.render.index import Index
from generator.render.listing import by_letter, letter_of, parts, topic_link
from generator.render.views import Head, Link, NameGroup, NameLine, NamesView, Tab

_ALWAYS = (NameKind.PERSON, NameKind.ORGANISATION)
"""Kinds that have a page even if no topic is one."""
_KINDS = (*_ALWAYS, NameKind.PLACE, NameKind.LAW, NameKind.WORK)


def names_views(index: Index) -> Iterator[NamesView]:
    """What the lists of names show: a list for each kind, by first letter."""
    known = {kind: by_letter(topic for topic in index.topics.values() if topic.kind is kind) for kind in _KINDS}
    shown = {kind: topics for kind, topics in known.items() if topics or kind in _ALWAYS}
    counts = {kind: len(topics) for kind, topics in shown.items()}
    for kind, topics in shown.items():
        yield from _views(index, kind, topics, counts)


def _views(index: Index, kind: NameKind, topics: Sequence[Topic], counts: dict[NameKind, int]) -> Iterator[NamesView]:
    title, about = words.KINDS[kind], words.names_lead(kind, len(topics))
    for here, part, some in parts(addresses.names_address(kind), topics, index.site.settings.render.page_items):
        shown = words.title_of_part(title, part.number)
        yield NamesView(
            address=here,
            head=Head(
                title=shown,
                description=about,
                kind="people",
                jsonld=structured.collection(index.site, here, shown),
                lang=index.site.language,
            ),
            title=title,
            lead=about,
            tabs=tuple(
                Tab(Link(words.KINDS[one], addresses.relative(here, addresses.names_address(one))), count, one is kind)
                for one, count in counts.items()
            ),
            groups=tuple(
                NameGroup(letter or words.OTHER_LETTERS, tuple(_line(index, here, topic) for topic in group))
                for letter, group in groupby(some, key=letter_of)
            ),
            part=part,
        )


def _line(index: Index, here: str, topic: Topic) -> NameLine:
    known = tuple(index.articles[mention.article].article.date for mention in topic.mentions)
    language = index.site.language
    first, last = (dates.shown(one, language).words for one in (dates.oldest(known), dates.newest(known)))
    return NameLine(
        link=topic_link(index, here, topic.key),
        count=words.articles(len(topic.mentions)),
        seen=words.from_to(first, last) if first else "",
    )
