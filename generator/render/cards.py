"""Cards: the pictures that a link to a page is shown with elsewhere. What stands on each, and what it depends on."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice

from generator.config import SiteConfig
from generator.model import UNKNOWN_SOURCE, Entry, Story
from generator.render import addresses, dates, story_words, words
from generator.render.card_names import are_drawn
from generator.render.collated import collated
from generator.render.edition_view import days
from generator.render.editions import Edition
from generator.render.index import Index
from generator.render.lettering import settable
from generator.render.listing import source_name
from generator.render.recipes import FileRecipe, key_of
from generator.render.story_view import facts
from generator.render.texts import shortened
from generator.render.views import Shown

_LONGEST = 300
"""Characters of a text on a card, at the most: more than there is room for, and few enough to be measured at once."""
_HEADLINES = 3
_COUNTS = 2
"""Of what is told of a story: its reports and its sources, not its dates."""


class Card(Shown, frozen=True):
    """What stands on a card. All of it can be set in the typeface of the site."""

    title: str
    """Large; empty on the card of a site whose name cannot be set."""
    site: str = ""
    """Name of the site."""
    lines: tuple[str, ...] = ()
    """Under the title."""
    said: tuple[str, ...] = ()
    """At the foot, the first of it before all others."""
    differs: str = ""
    """At the end of it, in the colour that means nothing else."""


CardRecipe = FileRecipe[Card]


def cards(index: Index) -> Iterator[CardRecipe]:
    """The cards of the site, its articles, stories and editions, as far as their titles can be set."""
    if not are_drawn(index.site):
        return
    site, language = index.site, index.language.tag
    yield FileRecipe(addresses.CARD, key_of("site", site.name, site.description), partial(_of_site, site))
    for entry in index.entries.values():
        source = source_name(index, entry.source) if entry.source != UNKNOWN_SOURCE else ""
        key = key_of("article", site.name, language, entry.title, source, entry.date)
        yield from _recipe(entry.address, entry.title, key, partial(_of_article, index, entry, source))
    for story in index.relations.stories:
        title, token = index.entries[index.stories.titled[story.key]].title, index.stories.tokens[story.key]
        key = key_of("story", site.name, language, token)
        address = index.stories.address(story, index.entries)
        yield from _recipe(address, title, key, partial(_of_story, index, story, title))
    for week, edition in index.editions.items():
        title, headlines = words.week(index.language, week), _headlines(index, edition)
        key = key_of("edition", site.name, language, week, headlines, len(edition.entries))
        yield from _recipe(addresses.edition_address(week), title, key, partial(_of_edition, index, edition, headlines))


def _recipe(address: str, title: str, key: bytes, card: Callable[[], Card]) -> Iterator[CardRecipe]:
    if settable(title):
        yield FileRecipe(addresses.card_of(address), key, card)


def _of_site(site: SiteConfig) -> Card:
    return Card(_text(site.name), lines=_texts(site.description))


def _of_article(index: Index, entry: Entry, source: str) -> Card:
    day = dates.shown(entry.date, index.language.tag).words
    return Card(_text(entry.title), _text(index.site.name), said=_texts(source, day))


def _of_story(index: Index, story: Story, title: str) -> Card:
    count = index.stories.differing[story.key]
    return Card(
        _text(title),
        _text(index.site.name),
        said=_texts(*islice(facts(index, collated(index, story)), _COUNTS)),
        differs=_text(story_words.differences(index.language, count)) if count else "",
    )


def _of_edition(index: Index, edition: Edition, headlines: tuple[str, ...]) -> Card:
    return Card(
        _text(words.week(index.language, edition.week)),
        _text(index.site.name),
        lines=_texts(*headlines),
        said=_texts(days(index, edition.week), words.articles(index.language, len(edition.entries))),
    )


def _headlines(index: Index, edition: Edition) -> tuple[str, ...]:
    """What the edition begins with, as far as it can be set."""
    first = [index.entries[index.stories.titled[story.key]] for story in edition.stories[:_HEADLINES]]
    titles = [entry.title for entry in (*first, *edition.short[:_HEADLINES]) if settable(entry.title)]
    return tuple(titles[:_HEADLINES])


def _text(text: str) -> str:
    return shortened(settable(text), _LONGEST)


def _texts(*texts: str) -> tuple[str, ...]:
    return tuple(filter(None, map(_text, texts)))
