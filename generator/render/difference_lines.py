"""Differences as pages show them: both sentences with the parts that cannot both be right, and the reason."""

from collections.abc import Sequence

from generator.model import Difference, Passage, Place
from generator.render import addresses, dates, story_words
from generator.render.collated import Collated
from generator.render.escaping import one_line
from generator.render.index import Index
from generator.render.listing import source_link, text_link
from generator.render.side_by_side import told_sentence
from generator.render.texts import shortened
from generator.render.views import Because, Differing, Link, Side

_TITLE = 80
"""Characters of a title beside a difference."""


def all_differing(index: Index, each: Collated, here: str, all_: Sequence[Difference]) -> tuple[Differing, ...]:
    """Differences on the page at `here`; those of the same two sentences are one."""
    groups: dict[tuple[Place, Place], list[Difference]] = {}
    for one in all_:
        groups.setdefault((one.a.place, one.b.place), []).append(one)
    return tuple(differing(index, each, here, some) for some in groups.values())


def differing(index: Index, each: Collated, here: str, some: Sequence[Difference]) -> Differing:
    """Differences of two sentences on the page at `here`."""
    kinds = dict.fromkeys(map(story_words.kind, some))
    return Differing(
        kind=", ".join(kinds),
        because=tuple(Because(one_line(one.why), story_words.confidence(one.confidence), one.varies) for one in some),
        sides=(_side(index, each, here, [one.a for one in some]), _side(index, each, here, [one.b for one in some])),
        row=_row(index, each, here, some[0]),
    )


def _side(index: Index, each: Collated, here: str, passages: Sequence[Passage]) -> Side:
    place = passages[0].place
    entry = each.entries[place.article]
    return Side(
        sentence=told_sentence(index, each, here, place, ([passage.span for passage in passages], ())),
        source=source_link(index, here, entry.source),
        date=dates.shown(entry.date, index.site.language),
    )


def _row(index: Index, each: Collated, here: str, one: Difference) -> Link:
    anchor = each.row(each.fact_of(one.a))
    if here == each.address:
        return Link(story_words.SIDE_BY_SIDE_LINK, f"#{anchor}" if anchor else "")
    return story_link(index, each, addresses.relative(here, each.address, anchor), _TITLE)


def story_link(index: Index, each: Collated, href: str, longest: int = 300) -> Link:
    """A link by the title of a story."""
    titled = index.entries[index.stories.titled[each.story.key]]
    return text_link(index, titled.language, shortened(titled.title, longest), href)
