"""Who is quoted: the quotes of all articles by speaker."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Annotated, Mention, Quote, Topic
from generator.render import addresses
from generator.render.escaping import one_line
from generator.text import topic_key

TopicsOf = Mapping[str, Sequence[tuple[Topic, Mention]]]

_MARKS = " \"'“”„‟‘’‚‛«»‹›「」『』,;:"


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a speaker."""

    each: Annotated
    """The newest article that has them."""
    quote: Quote
    others: tuple[Annotated, ...]
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
    """Those with most quotes first, then by name."""
    by_topic: dict[str, Speaker]
    """By key of the topic."""
    unknown: int
    """How many quotes have no speaker who is named."""


def words_of(each: Annotated, quote: Quote) -> str:
    """The words of a quote on one line, without quotation marks and the comma that the sentence around them wants."""
    whole = one_line(each.article.text[quote.span.start : quote.span.end])
    return whole.strip(_MARKS) or whole


def find_speakers(articles: Iterable[Annotated], topics_of: TopicsOf, topics: Mapping[str, Topic]) -> Speakers:
    """The quotes of the articles, which are in the order to show, by speaker."""
    found: defaultdict[tuple[bool, str], list[tuple[Annotated, Quote]]] = defaultdict(list)
    unknown = 0
    for each in articles:
        keys = _topics_by_name(each, topics_of.get(each.article.id, ()))
        for quote in each.annotations.quotes:
            name = one_line(quote.speaker)
            if not name:
                unknown += 1
            elif key := keys.get(quote.speaker):
                found[True, key].append((each, quote))
            else:
                found[False, topic_key(name) or name].append((each, quote))
    speakers = [_speaker(is_topic, key, uses, topics) for (is_topic, key), uses in found.items()]
    ordered = sorted(speakers, key=lambda one: (-len(one.said), one.name.casefold(), one.address))
    return Speakers(tuple(ordered), {one.topic: one for one in ordered if one.topic}, unknown)


def _topics_by_name(each: Annotated, pairs: Sequence[tuple[Topic, Mention]]) -> dict[str, str]:
    """Key of the topic that each name of an article is: the one with most places in common."""
    if not each.annotations.quotes:
        return {}
    # Of two topics at one place the more telling, which is the one before.
    places = {span: topic.key for topic, mention in reversed(pairs) for span in mention.spans}
    keys: dict[str, str] = {}
    for name in each.annotations.names:
        counts = Counter(places[span] for span in name.spans if span in places)
        if counts and name.text not in keys:
            keys[name.text] = min(counts, key=lambda key: (-counts[key], key))
    return keys


def _speaker(
    is_topic: bool,  # noqa: FBT001 - half of the key it is called with
    key: str,
    uses: Sequence[tuple[Annotated, Quote]],
    topics: Mapping[str, Topic],
) -> Speaker:
    names = Counter(one_line(quote.speaker) for _, quote in uses)
    return Speaker(
        name=one_line(topics[key].name) if is_topic else min(names, key=lambda name: (-names[name], name)),
        topic=key if is_topic else "",
        address=addresses.speaker_address(key, is_other=not is_topic and key in topics),
        said=_without_doubles(uses),
    )


def _without_doubles(uses: Sequence[tuple[Annotated, Quote]]) -> tuple[Said, ...]:
    """The same words once, with every article that has them."""
    found: defaultdict[str, list[tuple[Annotated, Quote]]] = defaultdict(list)
    for each, quote in uses:
        words = words_of(each, quote)
        found[re.sub(r"\W+", " ", words.casefold()).strip() or words].append((each, quote))
    return tuple(_said(same) for same in found.values())


def _said(same: Sequence[tuple[Annotated, Quote]]) -> Said:
    each, quote = same[0]
    articles = {one.article.id: one for one, _ in same}
    return Said(each, quote, tuple(other for id_, other in articles.items() if id_ != each.article.id))
