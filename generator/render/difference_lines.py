"""Differences as pages show them: both sentences with the parts that cannot both be right, and the reason."""

from generator.model import Difference, Passage
from generator.render import addresses, dates, story_words
from generator.render.collated import Collated
from generator.render.escaping import one_line
from generator.render.index import Index
from generator.render.listing import source_link, text_link
from generator.render.side_by_side import told_sentence
from generator.render.views import Differing, Link, Side


def differing(index: Index, each: Collated, here: str, one: Difference) -> Differing:
    """A difference on the page at `here`."""
    return Differing(
        kind=story_words.KINDS[one.kind],
        varies=one.varies,
        why=one_line(one.why),
        confidence=story_words.confidence(one.confidence),
        sides=(_side(index, each, here, one.a), _side(index, each, here, one.b)),
        row=_row(index, each, here, one),
    )


def _side(index: Index, each: Collated, here: str, passage: Passage) -> Side:
    entry = each.entries[passage.place.article]
    return Side(
        sentence=told_sentence(index, each, here, passage.place, ((passage.span,), ())),
        source=source_link(index, here, entry.source),
        date=dates.shown(entry.date, index.site.language),
    )


def _row(index: Index, each: Collated, here: str, one: Difference) -> Link:
    href = addresses.relative(here, each.address, addresses.fact_anchor(each.fact_of(one.a)))
    if here == each.address:
        return Link(story_words.SIDE_BY_SIDE_LINK, href)
    return story_link(index, each, href)


def story_link(index: Index, each: Collated, href: str) -> Link:
    """A link by the title of a story."""
    titled = index.entries[index.stories.titled[each.story.key]]
    return text_link(index, titled.language, titled.title, href)
