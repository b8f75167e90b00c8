"""Differences as pages show them: both sentences with the parts that cannot both be right, and the reason."""

from collections.abc import Sequence

from generator.model import Difference, Passage, Place
from generator.render import addresses, dates, story_words
from generator.render.collated import Collated, report_link
from generator.render.escaping import one_line
from generator.render.index import Index
from generator.render.listing import kept_text, text_link
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
    kinds = dict.fromkeys(story_words.kind(index.language, one) for one in some)
    return Differing(
        kind=index.language.listed(kinds),
        because=tuple(_because(index, one) for one in some),
        sides=(_side(index, each, here, [one.a for one in some]), _side(index, each, here, [one.b for one in some])),
        row=_row(index, each, here, some[0]),
    )


def _because(index: Index, one: Difference) -> Because:
    confidence = story_words.confidence(index.language, one.confidence)
    return Because(kept_text(index, one_line(one.why)), confidence, one.varies)


def _side(index: Index, each: Collated, here: str, passages: Sequence[Passage]) -> Side:
    place = passages[0].place
    entry = each.entries[place.article]
    return Side(
        sentence=told_sentence(index, each, here, place, ([passage.span for passage in passages], ())),
        report=report_link(each, here, place.article),
        date=dates.shown(entry.date, index.language.tag),
    )


def _row(index: Index, each: Collated, here: str, one: Difference) -> Link:
    anchor = each.row(each.fact_of(one.a))
    if here == each.address:
        return Link(index.language.gettext("Side by side"), f"#{anchor}" if anchor else "")
    return story_link(index, each, addresses.relative(here, each.address, anchor), _TITLE)


def story_link(index: Index, each: Collated, href: str, longest: int = 300) -> Link:
    """A link by the title of a story."""
    titled = index.entries[index.stories.titled[each.story.key]]
    return text_link(index, titled.language, shortened(titled.title, longest), href)
