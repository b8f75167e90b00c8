"""The pages of a topic, and of all topics."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.model import Annotated, Mention, Sentence, Span, Topic, VariantReason
from generator.render import addresses, dates, structured, words
from generator.render.escaping import one_line
from generator.render.index import Index
from generator.render.listing import (
    QUOTED,
    by_letter,
    counted_topics,
    letter_of,
    listed,
    most_topics,
    parts,
    sentence_text,
    text_link,
    topic_link,
)
from generator.render.marks import Mark, apart, runs, touching
from generator.render.quotes_view import spoken
from generator.render.views import (
    Counted,
    Forms,
    Group,
    GroupsView,
    Head,
    Mentioned,
    Piece,
    Quoted,
    Row,
    Search,
    TopicView,
)

_SENTENCES = 2
"""How many sentences of an article a topic's page shows."""
_NEIGHBOURS = 12


def topic_views(index: Index, topic: Topic) -> Iterator[TopicView]:
    """What the pages of a topic show, part by part."""
    mentions = {mention.article: mention for mention in topic.mentions}
    articles = sorted(
        (index.articles[one] for one in mentions),
        key=lambda each: (*dates.newest_first(each.article.date), each.article.id),
    )
    known = tuple(each.article.date for each in articles)
    name, language = one_line(topic.name), index.site.language
    neighbours = most_topics(index, articles, _NEIGHBOURS, topic.key)
    for here, part, some in parts(addresses.topic_address(topic.key), articles, index.site.settings.render.page_items):
        yield TopicView(
            address=here,
            head=_head(index, topic, here, words.title_of_part(name, part.number), dates.newest(known)),
            name=name,
            kind=topic.kind or "",
            variants=tuple(_forms(topic)),
            count=len(articles),
            first=dates.shown(dates.oldest(known), language),
            last=dates.shown(dates.newest(known), language),
            spoken=spoken(index, here, topic.key) if part.number == 1 else None,
            mentioned=tuple(_mentioned(index, here, each, mentions[each.article.id]) for each in some),
            neighbours=counted_topics(index, here, neighbours),
            part=part,
        )


def _head(index: Index, topic: Topic, here: str, title: str, newest: str) -> Head:
    name = one_line(topic.name)
    return Head(
        title=title,
        description=words.topic_description(name, len(topic.mentions)),
        kind="topic",
        jsonld=structured.collection(index.site, here, title, structured.thing(name, topic.kind)),
        lang=index.site.language,
        lastmod=newest,
        search=Search(kind="topic", date=dates.sort_key(newest), topics=(name,)),
    )


def _forms(topic: Topic) -> Iterator[Forms]:
    """The variants under what makes each the same."""
    for why in VariantReason:
        same = [variant for variant in topic.variants if variant.why is why]
        if same:
            rows = (Row(one_line(variant.text), words.used_by(variant.articles)) for variant in same)
            yield Forms(words.VARIANTS[why], tuple(rows))


def _mentioned(index: Index, here: str, each: Annotated, mention: Mention) -> Mentioned:
    named = apart(Mark(span, True) for span in mention.spans)
    return Mentioned(
        article=listed(index, here, each),
        sentences=tuple(_quoted(index, here, each, one, named) for one in _best_sentences(each, named)),
    )


def _quoted(index: Index, here: str, each: Annotated, sentence: Sentence, named: Sequence[Mark[bool]]) -> Quoted:
    there, text = index.addresses[each.article.id], each.article.text
    address = addresses.relative(here, there, addresses.sentence_anchor(sentence))
    part = Span(sentence.span.start, min(sentence.span.end, sentence.span.start + QUOTED))
    pieces = (Piece(text[run.span.start : run.span.end], bool(run.body)) for run in runs(part, [named]))
    return Quoted(
        link=text_link(index, each, sentence_text(each, sentence), address),
        pieces=(*pieces, *([Piece("…", False)] if part.end < sentence.span.end else [])),
    )


def _best_sentences(each: Annotated, named: Sequence[Mark[bool]]) -> tuple[Sentence, ...]:
    """The sentences with the topic in them, key sentences before others; in reading order."""
    holding = [one for one in each.annotations.sentences if touching(named, one.span)]
    best = sorted(holding, key=lambda one: (not one.key, one.key, one.span))
    return tuple(sorted(best[:_SENTENCES], key=lambda one: one.span))


def topics_views(index: Index) -> Iterator[GroupsView]:
    """What the list of all topics shows: by first letter, with counts."""
    size = index.site.settings.render.page_items
    ordered = by_letter(index.topics.values())
    for here, part, some in parts(addresses.TOPICS, ordered, size):
        title = words.title_of_part(words.TOPICS, part.number)
        yield GroupsView(
            address=here,
            head=Head(
                title=title,
                description=words.topics(len(ordered)),
                kind="topics",
                jsonld=structured.collection(index.site, here, title),
                lang=index.site.language,
            ),
            title=words.TOPICS,
            lead=words.topics(len(ordered)),
            groups=tuple(
                Group(
                    letter or words.OTHER_LETTERS,
                    tuple(
                        Counted(topic_link(index, here, each.key), len(each.mentions), each.kind or "")
                        for each in group
                    ),
                )
                for letter, group in groupby(some, key=letter_of)
            ),
            part=part,
        )
