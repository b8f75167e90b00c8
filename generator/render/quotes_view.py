"""The pages of quotes by speaker."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from generator.render import addresses, structured, words
from generator.render.escaping import one_line
from generator.render.index import Index
from generator.render.listing import (
    listed,
    others,
    parts,
    sentence_address,
    sentence_at,
    shortened,
    text_link,
    topic_link,
)
from generator.render.speakers import Said, Speaker, words_of
from generator.render.views import Head, Link, QuotesView, SpeakerGroup, Spoken

FEW = 5
"""Quotes that stand beside those of others; a speaker who has more has a page with all."""
_LONGEST = 320
"""Characters of the longest quote that is shown whole."""
_DESCRIPTION = 120


def quotes_views(index: Index) -> Iterator[QuotesView]:
    """What the pages of quotes show: a few of every speaker, part by part, then all of those who have more."""
    speakers = index.speakers
    lead = words.quotes_lead(sum(len(one.said) for one in speakers.ordered), len(speakers.ordered))
    said = (lead, words.quotes_unknown(speakers.unknown)) if speakers.unknown else (lead,)
    lines = [(speaker, one) for speaker in speakers.ordered for one in speaker.said[:FEW]]
    yield from _views(index, addresses.QUOTES, (words.QUOTES, *said), lines)
    for speaker in speakers.ordered:
        if len(speaker.said) > FEW:
            said = (words.quotes_of(speaker.name), words.quotes(len(speaker.said)))
            yield from _views(index, speaker.address, said, [(speaker, one) for one in speaker.said])


def spoken(index: Index, here: str, topic: str) -> SpeakerGroup | None:
    """What a topic is quoted with, on the page at `here`; none where it is not."""
    speaker = index.speakers.by_topic.get(topic)
    return _group(index, here, speaker, speaker.said[:FEW]) if speaker else None


def _views(
    index: Index, address: str, said: tuple[str, ...], lines: Sequence[tuple[Speaker, Said]]
) -> Iterator[QuotesView]:
    title, *lead = said
    for here, part, some in parts(address, lines, index.site.settings.render.page_items):
        shown = words.title_of_part(title, part.number)
        yield QuotesView(
            address=here,
            head=Head(
                title=shown,
                description=lead[0],
                kind="quotes",
                jsonld=structured.collection(index.site, here, shown),
                lang=index.site.language,
            ),
            title=title,
            lead=tuple(lead),
            up=None
            if address == addresses.QUOTES
            else Link(words.ALL_SPEAKERS, addresses.relative(here, addresses.QUOTES)),
            speakers=tuple(
                _group(index, here, speaker, tuple(one for _, one in group))
                for speaker, group in groupby(some, key=itemgetter(0))
            ),
            part=part,
        )


def _group(index: Index, here: str, speaker: Speaker, said: Sequence[Said]) -> SpeakerGroup:
    count = len(speaker.said)
    is_own = here.startswith(speaker.address)
    return SpeakerGroup(
        name=topic_link(index, here, speaker.topic) if speaker.topic else Link(speaker.name, ""),
        count=words.quotes(count),
        spoken=tuple(_spoken(index, here, one) for one in said),
        rest=Link(words.all_quotes(count), addresses.relative(here, speaker.address))
        if count > FEW and not is_own
        else None,
    )


def _spoken(index: Index, here: str, said: Said) -> Spoken:
    each, quote = said.each, said.quote
    address = sentence_address(index, here, each, sentence_at(each, quote.span.start))
    links, more = others(index, here, each, said.others)
    return Spoken(
        words=text_link(index, each, shortened(words_of(each, quote), _LONGEST), address),
        description=text_link(index, each, shortened(one_line(quote.description), _DESCRIPTION), ""),
        article=listed(index, here, each),
        others=links,
        more=more,
    )
