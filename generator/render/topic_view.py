"""The pages of a topic, and of all topics."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby, islice
from operator import itemgetter

from generator.model import Annotated, Entry, Mention, Sentence, Span, Topic, VariantReason
from generator.render import addresses, dates, words
from generator.render.dossier import dossier_token, meetings, topic_curve, topic_stories
from generator.render.escaping import one_line
from generator.render.heads import collection_head
from generator.render.index import Index
from generator.render.listing import (
    by_letter,
    letter_of,
    listed,
    text_link,
    tokens_of,
    topic_link,
    topic_named,
)
from generator.render.marks import Mark, apart, runs, touching
from generator.render.parts import ListPart, parts
from generator.render.quotes_view import speaker_token, spoken
from generator.render.recipes import Recipe, key_of
from generator.render.texts import QUOTED, sentence_text
from generator.render.views import (
    Counted,
    Forms,
    Group,
    GroupsView,
    Head,
    Link,
    Mentioned,
    Piece,
    Quoted,
    Row,
    Search,
    TopicView,
)

_SENTENCES = 2
"""How many sentences of an article a topic's page shows."""
_BEST = 3
"""How many sentences stand above all others; where there are no more articles, none do."""


def topic_recipes(index: Index, topic: Topic) -> Iterator[Recipe]:
    """The pages of a topic, part by part."""
    entries = _entries(index, topic)
    address, size = addresses.topic_address(topic.key), index.site.settings.render.page_items
    newest = entries[0].date if entries and dates.moment(entries[0].date) else ""
    whole = _whole_token(index, topic), dossier_token(index, topic, entries)
    if len(entries) <= size:
        (part,) = parts(address, entries, size, partial(entry_named, index))
        key = key_of("topic", topic, tokens_of(index, entries), whole)
        yield Recipe(address, key, newest, partial(topic_view, index, topic, part))
        return
    known = tuple(entry.date for entry in entries)
    all_ = len(entries), dates.oldest(known), newest, topic.variants, whole
    spans = {mention.article: (mention.spans, mention.score) for mention in topic.mentions}
    for part in parts(address, entries, size, partial(entry_named, index)):
        said = tokens_of(index, part.items), [spans[entry.id] for entry in part.items]
        key = key_of("part of topic", part.token(), topic.name, topic.kind, said, part.is_first and all_)
        yield Recipe(part.address, key, newest, partial(topic_view, index, topic, part))


def _entries(index: Index, topic: Topic) -> list[Entry]:
    """The articles of a topic, the newest first."""
    return [index.by_date[place] for place in sorted([index.rank[mention.article] for mention in topic.mentions])]


def entry_named(index: Index, entry: Entry) -> tuple[str, str]:
    """What tells an article from others in a list by date, and what a page that begins with it is called after."""
    return entry.id, dates.shown(entry.date, index.language.tag).words or entry.title


def _whole_token(index: Index, topic: Topic) -> object:
    """What the first page of a topic says of it beside what its articles do."""
    speaker = index.speakers.by_topic.get(topic.key)
    return _near_token(index, topic), speaker_token(index, speaker) if speaker else None


def _near_token(index: Index, topic: Topic) -> bytes:
    return index.near[topic.key]


def topic_view(index: Index, topic: Topic, part: ListPart[Entry]) -> TopicView:
    """What a page of a topic shows; what is said of the whole stands on the first."""
    here, name, language = part.address, one_line(topic.name), index.language.tag
    mentions = {mention.article: mention for mention in topic.mentions}
    known = tuple(index.entries[one].date for one in mentions)
    entries = _entries(index, topic) if part.is_first else []
    oldest, newest = dates.oldest(known), dates.newest(known)
    return TopicView(
        address=here,
        head=_head(index, topic, part, newest),
        name=name,
        kind=kind_said(index, topic),
        variants=tuple(_forms(index, topic)) if part.is_first else (),
        count=len(mentions) if part.is_first else 0,
        first=dates.shown(oldest if part.is_first else "", language),
        last=dates.shown(newest if part.is_first else "", language),
        spoken=spoken(index, here, topic.key) if part.is_first else None,
        mentioned=tuple(_mentioned(index, here, entry, mentions[entry.id]) for entry in part.items),
        neighbours=meetings(index, here, topic, entries) if part.is_first else (),
        curve=topic_curve(index, entries),
        best=tuple(islice(_best_of_all(index, here, part.items, mentions), _BEST)) if len(entries) > _BEST else (),
        stories=topic_stories(index, here, entries),
        part=part.part,
    )


def kind_said(index: Index, topic: Topic) -> str:
    """What a topic is the name of; empty where it is none."""
    return index.language.gettext(words.KIND[topic.kind]) if topic.kind else ""


def _head(index: Index, topic: Topic, part: ListPart[Entry], newest: str) -> Head:
    name = one_line(topic.name)
    title = part.title(index.language, name)
    about = words.topic_description(index.language, name, len(topic.mentions)) if part.is_first else title
    return collection_head(
        index,
        "topic",
        part.address,
        (title, about),
        newest if part.is_first else "",
        thing=(name, topic.kind),
        search=Search(kind="topic", date=dates.sort_key(newest), topics=(name,)) if part.is_first else None,
    )


def _forms(index: Index, topic: Topic) -> Iterator[Forms]:
    """The variants under what makes each the same."""
    for why in VariantReason:
        same = [variant for variant in topic.variants if variant.why is why]
        if same:
            rows = (Row(one_line(variant.text), words.used_by(index.language, variant.articles)) for variant in same)
            yield Forms(index.language.gettext(words.VARIANTS[why]), tuple(rows))


def _mentioned(index: Index, here: str, entry: Entry, mention: Mention) -> Mentioned:
    each = index.lean[entry.id]
    named = apart(Mark(span, True) for span in mention.spans)
    return Mentioned(
        article=listed(index, here, entry),
        sentences=tuple(_quoted(index, here, each, one, named) for one in _best_sentences(each, named)),
    )


def _quoted(index: Index, here: str, each: Annotated, sentence: Sentence, named: Sequence[Mark[bool]]) -> Quoted:
    there, text = index.entries[each.article.id].address, each.article.text
    address = addresses.relative(here, there, addresses.sentence_anchor(sentence))
    part = Span(sentence.span.start, min(sentence.span.end, sentence.span.start + QUOTED))
    pieces = (Piece(text[run.span.start : run.span.end], bool(run.body)) for run in runs(part, [named]))
    return Quoted(
        link=text_link(index, each.article.language, sentence_text(each, sentence), address),
        pieces=(*pieces, *([Piece("…", False)] if part.end < sentence.span.end else [])),
    )


def _best_of_all(
    index: Index, here: str, entries: Sequence[Entry], mentions: Mapping[str, Mention]
) -> Iterator[Quoted]:
    """Sentences that are key to articles the topic is central to; one of an article, and of copies."""
    found = []
    for place, entry in enumerate(entries):
        mention, each = mentions[entry.id], index.lean[entry.id]
        named = apart(Mark(span, True) for span in mention.spans)
        found += [
            (one.key, -round(mention.score, 6), place, one.span, one, named)
            for one in each.annotations.sentences
            if one.key and touching(named, one.span.start, one.span.end)
        ]
    seen: set[str] = set()
    for *_, place, _span, sentence, named in sorted(found, key=itemgetter(0, 1, 2, 3)):
        id_ = entries[place].id
        if id_ not in seen:
            seen.update((id_, *index.copies_of.get(id_, ())))
            yield _quoted(index, here, index.lean[id_], sentence, named)


def _best_sentences(each: Annotated, named: Sequence[Mark[bool]]) -> tuple[Sentence, ...]:
    """The sentences with the topic in them, key sentences before others; in reading order."""
    holding = [one for one in each.annotations.sentences if touching(named, one.span.start, one.span.end)]
    best = sorted(holding, key=lambda one: (not one.key, one.key, one.span))
    return tuple(sorted(best[:_SENTENCES], key=lambda one: one.span))


def topics_recipes(index: Index) -> Iterator[Recipe]:
    """The list of all topics, part by part."""
    ordered = by_letter(index.topics.values())
    for part in parts(addresses.TOPICS, ordered, index.site.settings.render.page_items, topic_named):
        said = [(each.key, each.name, each.kind, len(each.mentions)) for each in part.items]
        key = key_of("topics", part.token(), said, part.is_first and len(ordered))
        yield Recipe(part.address, key, "", partial(topics_view, index, part, len(ordered)))


def topics_view(index: Index, part: ListPart[Topic], count: int) -> GroupsView:
    """What a page of the list of all topics shows: by first letter, with counts."""
    here, title = part.address, part.title(index.language, index.language.gettext("Topics"))
    about = words.topics(index.language, count) if part.is_first else ""
    return GroupsView(
        address=here,
        head=collection_head(index, "topics", here, (title, about or title)),
        title=index.language.gettext("Topics"),
        lead=about,
        groups=tuple(
            Group(
                letter or index.language.gettext("0–9 and others"),
                tuple(
                    Counted(topic_link(index, here, each.key), len(each.mentions), kind_said(index, each))
                    for each in some
                ),
            )
            for letter, some in groupby(part.items, key=letter_of)
        ),
        part=part.part,
        also=Link(index.language.gettext("Map of topics"), addresses.relative(here, addresses.MAP)),
    )
