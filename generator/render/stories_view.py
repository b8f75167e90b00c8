"""The list of all stories, and a story as lists show it."""

from collections.abc import Iterator
from functools import partial

from generator.model import Story
from generator.render import addresses, dates, story_words
from generator.render.collated import Collated, collated
from generator.render.difference_lines import story_link
from generator.render.heads import collection_head
from generator.render.index import Index
from generator.render.listing import source_link
from generator.render.parts import ListPart, parts
from generator.render.recipes import Recipe, key_of
from generator.render.stories import last
from generator.render.story_view import facts
from generator.render.texts import key_sentences, sentence_text, shortened
from generator.render.views import Link, StoriesView, StoryLine

_SOURCES = 5
_DIGEST = 400
"""Characters of a digest of two sentences."""


def stories_recipes(index: Index) -> Iterator[Recipe]:
    """The list of stories, part by part."""
    stories = index.stories
    lead = story_words.stories_lead(index.language, len(stories.ordered), sum(stories.differing.values()))
    for part in parts(
        addresses.STORIES, stories.ordered, index.site.settings.render.page_items, partial(_named, index)
    ):
        tokens = [stories.tokens[story.key] for story in part.items]
        key = key_of("stories", part.token(), lead if part.is_first else "", tokens)
        newest = last(part.items[0], index.entries) if part.items and part.is_first else ""
        yield Recipe(part.address, key, newest, partial(_view, index, part, lead))


def _named(index: Index, story: Story) -> tuple[str, str]:
    date = dates.shown(last(story, index.entries), index.language.tag).words
    return story.key, date or index.entries[story.key].title


def _view(index: Index, part: ListPart[Story], lead: str) -> StoriesView:
    title = part.title(index.language, index.language.gettext("Stories"))
    return StoriesView(
        address=part.address,
        head=collection_head(
            index,
            "stories",
            part.address,
            (title, lead if part.is_first else title),
            last(part.items[0], index.entries) if part.items and part.is_first else "",
        ),
        title=title,
        lead=lead if part.is_first else "",
        stories=tuple(story_line(index, part.address, collated(index, story)) for story in part.items),
        part=part.part,
    )


def story_line(index: Index, here: str, each: Collated, sentences: int = 1) -> StoryLine:
    """A story as the page at `here` lists it, with so many of its key sentences."""
    count = index.stories.differing[each.story.key]
    sources = list({addresses.source_key(entry.source): entry.source for entry in each.entries}.values())
    href = addresses.relative(here, each.address)
    return StoryLine(
        link=story_link(index, each, href),
        reports=len(each.entries),
        facts=tuple(facts(index, each)),
        differing=Link(story_words.differences(index.language, count), f"{href}#{DIFFER}") if count else None,
        sources=tuple(source_link(index, here, name) for name in sources[:_SOURCES]),
        more=max(0, len(sources) - _SOURCES),
        excerpt=_digest(index, each.story, sentences),
    )


def _digest(index: Index, story: Story, count: int) -> str:
    """The most telling sentences of the article whose title the story bears, in reading order."""
    id_ = index.stories.titled[story.key]
    if count == 1:
        return index.entries[id_].excerpt
    each = index.lean[id_]
    best = sorted(key_sentences(each)[:count] or each.annotations.sentences[:1], key=lambda one: one.span)
    return shortened(" ".join(sentence_text(each, one) for one in best), _DIGEST)


DIFFER = "differences"
"""Anchor of the differences on the page of a story."""
