"""The lists of people, organisations and other names that are topics."""

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import groupby

from generator.model import NameKind, Topic
from generator.render import addresses, dates, words
from generator.render.heads import collection_head
from generator.render.index import Index
from generator.render.listing import by_letter, letter_of, topic_link, topic_named
from generator.render.parts import ListPart, parts
from generator.render.recipes import Recipe, key_of
from generator.render.views import Link, NameGroup, NameLine, NamesView, Tab

_ALWAYS = (NameKind.PERSON, NameKind.ORGANISATION)
"""Kinds that have a page even if no topic is one."""
_KINDS = (*_ALWAYS, NameKind.PLACE, NameKind.LAW, NameKind.WORK)


def names_recipes(index: Index) -> Iterator[Recipe]:
    """The lists of names: one for each kind, by first letter, part by part."""
    known = {kind: by_letter(topic for topic in index.topics.values() if topic.kind is kind) for kind in _KINDS}
    shown = {kind: topics for kind, topics in known.items() if topics or kind in _ALWAYS}
    counts = {kind: len(topics) for kind, topics in shown.items()}
    for kind, topics in shown.items():
        for part in parts(addresses.names_address(kind), topics, index.site.settings.render.page_items, topic_named):
            seen = [(topic.key, topic.name, len(topic.mentions), _seen(index, topic)) for topic in part.items]
            about = sorted(counts.items()) if part.is_first else sorted(counts)
            key = key_of("people", part.token(), kind, about, seen)
            yield Recipe(part.address, key, "", partial(_view, index, kind, part, counts))


def _view(index: Index, kind: NameKind, part: ListPart[Topic], counts: Mapping[NameKind, int]) -> NamesView:
    here, title = part.address, index.language.gettext(words.KINDS[kind])
    about = words.names_lead(index.language, kind, counts[kind]) if part.is_first else ""
    shown = part.title(index.language, title)
    return NamesView(
        address=here,
        head=collection_head(index, "people", here, (shown, about or shown)),
        title=title,
        lead=about,
        tabs=tuple(
            Tab(
                Link(index.language.gettext(words.KINDS[one]), addresses.relative(here, addresses.names_address(one))),
                count if part.is_first else 0,
                one is kind,
            )
            for one, count in counts.items()
        ),
        groups=tuple(
            NameGroup(
                letter or index.language.gettext("0–9 and others"), tuple(_line(index, here, topic) for topic in group)
            )
            for letter, group in groupby(part.items, key=letter_of)
        ),
        part=part.part,
    )


def _seen(index: Index, topic: Topic) -> tuple[str, str]:
    """When a topic was first and last seen."""
    known = tuple(index.entries[mention.article].date for mention in topic.mentions)
    return dates.oldest(known), dates.newest(known)


def _line(index: Index, here: str, topic: Topic) -> NameLine:
    first, last = (dates.shown(one, index.language.tag).words for one in _seen(index, topic))
    return NameLine(
        link=topic_link(index, here, topic.key),
        count=words.articles(index.language, len(topic.mentions)),
        seen=words.from_to(index.language, first, last) if first else "",
    )
