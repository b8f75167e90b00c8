"""Who is quoted: the quotes of all articles by speaker."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from generator.model import Entry, Mention, QuoteEntry, Span, Topic
from generator.render import addresses
from generator.render.escaping import one_line
from generator.text import topic_key

TopicsOf = Mapping[str, Sequence[tuple[Topic, Mention]]]


class Said(msgspec.Struct, frozen=True, gc=False):
    """Words of a speaker."""

    entry: Entry
    """The newest article that has them."""
    quote: QuoteEntry
    others: tuple[Entry, ...]
    """Other articles that have them, the newest first."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who is quoted."""

    name: str
    topic: str
    """Key of the topic that the speaker is; empty where none."""
    address: str
    """Of the page with all the quotes, where there are more than a few."""
    said: tuple[Said, ...]
    """The newest first; the same words once."""


@dataclass(frozen=True, slots=True)
class Speakers:
    """The quotes of all articles."""

    ordered: tuple[Speaker, ...]
    """By name."""
    by_topic: dict[str, Speaker]
    """By key of the topic."""
    unknown: int
    """How many quotes have no speaker who is named."""


def find_speakers(entries: Iterable[Entry], topics_of: TopicsOf, topics: Mapping[str, Topic]) -> Speakers:
    """The quotes of the articles, which are in the order to show, by speaker."""
    found: defaultdict[tuple[bool, str], list[tuple[Entry, QuoteEntry]]] = defaultdict(list)
    unknown = 0
    for entry in entries:
        places = _places(topics_of.get(entry.id, ())) if entry.quotes else {}
        for quote in entry.quotes:
            if not quote.speaker:
                unknown += 1
            elif key := _topic_at(quote, places):
                found[True, key].append((entry, quote))
            else:
                found[False, topic_key(quote.speaker) or quote.speaker].append((entry, quote))
    speakers = [_speaker(is_topic, key, uses, topics) for (is_topic, key), uses in found.items()]
    ordered = sorted(speakers, key=lambda one: (one.name.casefold(), one.address))
    return Speakers(tuple(ordered), {one.topic: one for one in ordered if one.topic}, unknown)


def _places(pairs: Sequence[tuple[Topic, Mention]]) -> dict[Span, str]:
    """The topic at each place: of two at one place the more telling, which is the one before."""
    return {span: topic.key for topic, mention in reversed(pairs) for span in mention.spans}


def _topic_at(quote: QuoteEntry, places: Mapping[Span, str]) -> str:
    """Key of the topic that the speaker is: the one with most places in common; empty where none has any."""
    counts = Counter(places[span] for span in quote.named if span in places)
    return min(counts, key=lambda key: (-counts[key], key), default="")


def _speaker(
    is_topic: bool,  # noqa: FBT001 - half of the key it is called with
    key: str,
    uses: Sequence[tuple[Entry, QuoteEntry]],
    topics: Mapping[str, Topic],
) -> Speaker:
    names = Counter(quote.speaker for _, quote in uses)
    return Speaker(
        name=one_line(topics[key].name) if is_topic else min(names, key=lambda name: (-names[name], name)),
        topic=key if is_topic else "",
        address=addresses.speaker_address(key, is_other=not is_topic and key in topics),
        said=_without_doubles(uses),
    )


def _without_doubles(uses: Sequence[tuple[Entry, QuoteEntry]]) -> tuple[Said, ...]:
    """The same words once, with every article that has them."""
    found: defaultdict[bytes, list[tuple[Entry, QuoteEntry]]] = defaultdict(list)
    for entry, quote in uses:
        found[quote.same].append((entry, quote))
    return tuple(_said(same) for same in found.values())


def _said(same: Sequence[tuple[Entry, QuoteEntry]]) -> Said:
    entry, quote = same[0]
    articles = {one.id: one for one, _ in same}
    return Said(entry, quote, tuple(other for id_, other in articles.items() if id_ != entry.id))
