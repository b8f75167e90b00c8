"""The list of all differences, the newest first."""

from collections.abc import Iterator
from functools import partial

from generator.model import Story
from generator.render import addresses, dates, story_words
from generator.render.collated import Collated, collated
from generator.render.difference_lines import differing
from generator.render.heads import collection_head
from generator.render.index import Index
from generator.render.parts import ListPart, parts
from generator.render.recipes import Recipe, key_of
from generator.render.stories import last
from generator.render.views import DifferencesView

_Line = tuple[Story, int]
"""A story with the number of a difference of its collation."""


def differences_recipes(index: Index) -> Iterator[Recipe]:
    """The list of differences, part by part."""
    stories = index.stories
    lines = [(story, number) for story in stories.ordered for number in stories.differences[story.key]]
    lead = story_words.differences_lead(index.language, len(lines), len({story.key for story, _ in lines}))
    size = index.site.settings.render.page_items
    for part in parts(addresses.DIFFERENCES, lines, size, partial(_named, index)):
        tokens = [(stories.tokens[story.key], number) for story, number in part.items]
        key = key_of("differences", part.token(), lead if part.is_first else "", tokens)
        yield Recipe(part.address, key, _newest(index, part), partial(_view, index, part, lead))


def _named(index: Index, line: _Line) -> tuple[str, str]:
    story, number = line
    date = dates.shown(last(story, index.entries), index.language.tag).words
    return f"{story.key} {number}", date or index.entries[story.key].title


def _newest(index: Index, part: ListPart[_Line]) -> str:
    return last(part.items[0][0], index.entries) if part.items and part.is_first else ""


def _view(index: Index, part: ListPart[_Line], lead: str) -> DifferencesView:
    here, title = part.address, part.title(index.language, index.language.gettext("Differences"))
    known: dict[str, Collated] = {}
    for story, _ in part.items:
        if story.key not in known:
            known[story.key] = collated(index, story)
    return DifferencesView(
        address=here,
        head=collection_head(
            index, "differences", here, (title, lead if part.is_first else title), _newest(index, part)
        ),
        title=title,
        lead=lead if part.is_first else "",
        differences=tuple(
            differing(index, known[story.key], here, [known[story.key].collation.differences[number]])
            for story, number in part.items
        ),
        part=part.part,
    )
