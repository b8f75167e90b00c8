"""The map of topics: those with most articles, drawn, and the same as a list."""

from collections.abc import Sequence
from functools import partial

from generator.model import Topic
from generator.render import addresses, topic_words
from generator.render.escaping import Safe, escape, one_line
from generator.render.heads import collection_head
from generator.render.index import Index
from generator.render.listing import topic_link
from generator.render.recipes import Recipe, key_of
from generator.render.topic_map import Pair, Place, lay_out, neighbours_of, ties
from generator.render.views import MapLine, MapView

_UP = "../"
"""From the map to the root of the site."""
_TOPICS = 60
"""As many as can be read."""
_LONGEST = 24
_MARGIN = 90


def map_recipe(index: Index) -> Recipe:
    """The page of the map."""
    topics = _shown(index)
    known = [frozenset(mention.article for mention in topic.mentions) for topic in topics]
    pairs = ties(known, len(index.entries))
    said = [(topic.key, topic.name, len(topic.mentions)) for topic in topics]
    key = key_of("map", said, pairs, len(index.topics))
    return Recipe(addresses.MAP, key, "", partial(_view, index, topics, pairs))


def _shown(index: Index) -> list[Topic]:
    return sorted(index.topics.values(), key=lambda topic: (-len(topic.mentions), topic.key))[:_TOPICS]


def _view(index: Index, topics: Sequence[Topic], pairs: Sequence[Pair]) -> MapView:
    here = addresses.MAP
    about = topic_words.map_about(index.language, len(topics), len(index.topics))
    near = neighbours_of(len(topics), pairs)
    return MapView(
        address=here,
        head=collection_head(index, "map", here, (index.language.gettext("Map of topics"), about)),
        about=about,
        picture=_picture(index, topics, pairs),
        lines=tuple(
            MapLine(
                topic_link(index, here, topic.key),
                len(topic.mentions),
                tuple(topic_link(index, here, topics[other].key) for other in near[number]),
            )
            for number, topic in enumerate(topics)
        ),
    )


def _picture(index: Index, topics: Sequence[Topic], pairs: Sequence[Pair]) -> Safe:
    if not topics:
        return Safe("")
    places = lay_out(len(topics), pairs)
    wide = max(x for x, _ in places) + 2 * _MARGIN
    high = max(y for _, y in places) + _MARGIN
    lines = "".join(_line(places[one], places[other]) for one, other in pairs)
    most = max(1, *(len(topic.mentions) for topic in topics))
    nodes = "".join(_node(index, topic, place, most) for topic, place in zip(topics, places, strict=True))
    label = escape(index.language.gettext("Map of topics"))
    return Safe(
        f'<svg class="topic-map" role="group" aria-label="{label}" '
        f'viewBox="{-_MARGIN} {-_MARGIN // 2} {wide} {high}">{lines}{nodes}</svg>'
    )


def _cut(name: str) -> str:
    """As much of a long name as there is room for: whole words, so that what is heard begins with what is seen."""
    begins = name[:_LONGEST].rpartition(" ")[0].rstrip() or name[: _LONGEST - 1]
    return f"{begins}…"


def _line(one: Place, other: Place) -> str:
    return f'<line x1="{one[0]}" y1="{one[1]}" x2="{other[0]}" y2="{other[1]}"></line>'


def _node(index: Index, topic: Topic, place: Place, most: int) -> str:
    x, y = place
    link, count = topic_link(index, addresses.MAP, topic.key), len(topic.mentions)
    name = one_line(topic.name)
    shown = name if len(name) <= _LONGEST else _cut(name)
    radius = round(4 + 10 * (count / most) ** 0.5, 1)
    href = _UP + addresses.in_site(addresses.topic_address(topic.key), directories=index.site.directories)
    return (
        f'<a href="{escape(href)}" aria-label="{escape(topic_words.on_map(index.language, link.text, count))}">'
        f'<circle cx="{x}" cy="{y}" r="{radius:g}"></circle>'
        f'<text x="{x}" y="{y - round(radius) - 3}" text-anchor="middle">{escape(shown)}</text></a>'
    )
