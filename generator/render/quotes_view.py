"""The pages of quotes by speaker."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from operator import itemgetter

from generator.render import addresses, words
from generator.render.escaping import one_line
from generator.render.heads import collection_head
from generator.render.index import Index
from generator.render.listing import (
    listed,
    others,
    others_token,
    sentence_address,
    text_link,
    topic_link,
)
from generator.render.parts import ListPart, parts
from generator.render.recipes import Recipe, key_of
from generator.render.speakers import Said, Speaker
from generator.render.texts import sentence_at, shortened, words_of
from generator.render.views import Link, QuotesView, SpeakerGroup, Spoken

FEW = 5
"""Quotes that stand beside those of others; a speaker who has more has a page with all."""
_LONGEST = 320
"""Characters of the longest quote that is shown whole."""
_DESCRIPTION = 120

_Line = tuple[Speaker, Said]


def quotes_recipes(index: Index) -> Iterator[Recipe]:
    """The pages of quotes: a few of every speaker, part by part, then all of those who have more."""
    speakers = index.speakers
    lead = words.quotes_lead(index.language, sum(len(one.said) for one in speakers.ordered), len(speakers.ordered))
    said = (lead, words.quotes_unknown(index.language, speakers.unknown)) if speakers.unknown else (lead,)
    lines = [(speaker, one) for speaker in speakers.ordered for one in speaker.said[:FEW]]
    yield from _recipes(index, addresses.QUOTES, (index.language.gettext("Quotes by speaker"), *said), lines)
    for speaker in speakers.ordered:
        if len(speaker.said) > FEW:
            said = (words.quotes_of(index.language, speaker.name), words.quotes(index.language, len(speaker.said)))
            yield from _recipes(index, speaker.address, said, [(speaker, one) for one in speaker.said])


def _recipes(index: Index, address: str, said: tuple[str, ...], lines: Sequence[_Line]) -> Iterator[Recipe]:
    title, *lead = said
    for part in parts(address, lines, index.site.settings.render.page_items, _named):
        tokens = [
            (one.address, one.name, one.topic, len(one.said), _said_token(index, said_)) for one, said_ in part.items
        ]
        key = key_of("quotes", part.token(), title, lead if part.is_first else (), tokens)
        yield Recipe(part.address, key, "", partial(_view, index, address, said, part))


def _named(line: _Line) -> tuple[str, str]:
    speaker, said = line
    return f"{speaker.address} {said.entry.id} {said.quote.number}", speaker.name


def _said_token(index: Index, said: Said) -> object:
    return index.tokens[said.entry.id], said.quote.number, others_token(index, said.others)


def speaker_token(index: Index, speaker: Speaker) -> object:
    """What `spoken` depends on."""
    return speaker.address, speaker.name, len(speaker.said), [_said_token(index, one) for one in speaker.said[:FEW]]


def spoken(index: Index, here: str, topic: str) -> SpeakerGroup | None:
    """What a topic is quoted with, on the page at `here`; none where it is not."""
    speaker = index.speakers.by_topic.get(topic)
    return _group(index, here, speaker, speaker.said[:FEW]) if speaker else None


def _view(index: Index, address: str, said: tuple[str, ...], part: ListPart[_Line]) -> QuotesView:
    title, *lead = said
    here, shown = part.address, part.title(index.language, title)
    return QuotesView(
        address=here,
        head=collection_head(index, "quotes", here, (shown, lead[0] if part.is_first else shown)),
        title=title,
        lead=tuple(lead) if part.is_first else (),
        up=None
        if address == addresses.QUOTES
        else Link(index.language.gettext("All speakers"), addresses.relative(here, addresses.QUOTES)),
        speakers=tuple(
            _group(index, here, speaker, tuple(one for _, one in group))
            for speaker, group in groupby(part.items, key=itemgetter(0))
        ),
        part=part.part,
    )


def _group(index: Index, here: str, speaker: Speaker, said: Sequence[Said]) -> SpeakerGroup:
    count = len(speaker.said)
    is_own = f"{here}/".startswith(f"{speaker.address}/")
    return SpeakerGroup(
        name=topic_link(index, here, speaker.topic) if speaker.topic else Link(speaker.name, ""),
        count=words.quotes(index.language, count),
        spoken=tuple(_spoken(index, here, one) for one in said),
        rest=Link(words.all_quotes(index.language, count), addresses.relative(here, speaker.address))
        if count > FEW and not is_own
        else None,
    )


def _spoken(index: Index, here: str, said: Said) -> Spoken:
    entry, each = said.entry, index.lean[said.entry.id]
    quote = each.annotations.quotes[said.quote.number]
    address = sentence_address(index, here, entry, sentence_at(each, quote.span.start))
    links, more = others(index, here, entry, said.others)
    return Spoken(
        words=text_link(index, entry.language, shortened(words_of(each, quote), _LONGEST), address),
        description=text_link(index, entry.language, shortened(one_line(quote.description), _DESCRIPTION), ""),
        article=listed(index, here, entry),
        others=links,
        more=more,
    )
