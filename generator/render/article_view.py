"""The page of an article."""

from bisect import insort
from collections.abc import Collection, Mapping, Sequence

from generator.model import Annotated, ClosestSentences, Entry, Guess, Keyword, Related, Sentence, Span
from generator.relate.closest import ClosestTo, closest_to
from generator.render import addresses, dates, languages, structured, words
from generator.render.body import body
from generator.render.card_names import card_of
from generator.render.escaping import href, one_line
from generator.render.index import Index
from generator.render.listing import (
    kept_text,
    listed,
    source_link,
    source_name,
    text_link,
    topic_link,
    topics_token,
)
from generator.render.mark_lists import mark_lists
from generator.render.marked_text import NO_MARKS, TopicLink
from generator.render.marks import Mark, apart, touching
from generator.render.recipes import Recipe, key_of
from generator.render.story_box import copies_of, other_copies, story_box, story_marks, story_of, story_token
from generator.render.structured import mentions_token
from generator.render.texts import key_sentences, sentence_text, summary, title_of
from generator.render.views import ArticleView, Chip, Found, Head, Link, Reader, Reason, Report, Search
from generator.spans import overlaps

TopicPlaces = Mapping[Span, tuple[int, str]]
"""For every place of a topic in an article: how many topics are more telling, and the address of this one."""


def article_recipe(index: Index, entry: Entry) -> Recipe:
    """The page of an article."""
    related = [_related_token(index, one) for one in index.relations.related.get(entry.id, ())]
    copies = other_copies(index.copies_of.get(entry.id, ()), entry.id)
    shown = b"".join([index.tokens[one] for one in copies[:_SHOWN_COPIES]])
    kinds = [index.stories.copies.get(one) for one in (entry.id, *copies[:_SHOWN_COPIES])]
    own = index.tokens[entry.id], index.relations.signatures.get(entry.id), index.marks[entry.id]
    about = mentions_token(index, entry.id), story_token(index, entry.id)
    key = key_of("article", own, related, len(copies), shown, kinds, about)
    return Recipe(entry.address, key, entry.changed, lambda: article_view(index, index.articles[entry.id]))


def _related_token(index: Index, one: Related) -> object:
    return (
        index.tokens[one.id],
        index.relations.signatures.get(one.id),
        words.similarity(index.language, one.score),
        topics_token(index, one.topics[:_SHOWN_TOPICS]),
        len(one.topics),
        one.closest,
    )


def article_view(index: Index, each: Annotated) -> ArticleView:
    """What the page of an article shows."""
    article, here = each.article, index.entries[each.article.id].address
    links, topics = _topic_links(index, each), _topic_places(index, each)
    story = story_of(index, article.id)
    marks = story_marks(index, story, article.id) if story else NO_MARKS
    copies = copies_of(index, article.id, story)
    return ArticleView(
        address=here,
        head=_head(index, each),
        reader=Reader(languages.tag(index.language.tag), languages.direction(index.language.tag, "")),
        title=title_of(each),
        source=source_link(index, here, article.source),
        authors=tuple(filter(None, map(one_line, article.authors))),
        date=dates.shown(article.date, index.language.tag),
        updated=dates.shown(article.updated, index.language.tag),
        language=languages.name(article.language, index.language.tag),
        minutes=each.annotations.minutes,
        original=href(article.url),
        short=tuple(
            Link(sentence_text(each, one), f"#{addresses.sentence_anchor(one)}") for one in key_sentences(each)
        ),
        body=body(each, index.language, links, marks),
        topics_linked=bool(links),
        keywords=tuple(_chip(index, each, keyword, topics) for keyword in each.annotations.keywords),
        found=tuple(_found(index, guess) for guess in article.guesses),
        file=one_line(": ".join(filter(None, (article.path, article.place)))),
        related=_reasons(index, each, set(story.collation.articles) if story else set()),
        story=story_box(index, story, article.id) if story else None,
        differs=bool(marks.differs),
        agrees=bool(marks.agrees),
        copies=tuple(Report(listed(index, here, index.entries[one]), said) for one, said in copies[:_SHOWN_COPIES]),
        more_copies=max(0, len(copies) - _SHOWN_COPIES),
        mark_lists=mark_lists(index, each),
        about=addresses.relative(here, addresses.ABOUT),
    )


def _found(index: Index, guess: Guess) -> Found:
    field, value, method = map(one_line, (guess.field, guess.value, guess.method))
    return Found(index.language.gettext(field), value, kept_text(index, method))


_SHOWN_TOPICS = 6
"""Topics that are named of those two articles share, the ones with fewest articles: they say most."""
_SHOWN_COPIES = 20
"""Of a text that stands a thousand times, each page names a few and the number of the rest."""


def _head(index: Index, each: Annotated) -> Head:
    article = each.article
    date = article.date if dates.moment(article.date) else ""
    card = card_of(index.site, index.entries[article.id].address, title_of(each))
    return Head(
        title=title_of(each),
        description=summary(each),
        kind="article",
        jsonld=structured.article(index, each, card),
        card=card,
        lang=languages.tag(article.language),
        dir=languages.direction(article.language, article.text),
        date=date,
        lastmod=article.updated if dates.moment(article.updated) else date,
        authors=article.authors,
        source=source_name(index, article.source),
        annotations=addresses.annotations_of(index.entries[article.id].address, directories=index.site.directories)
        if index.site.settings.render.annotations
        else "",
        search=Search(
            kind="article",
            date=dates.sort_key(article.date),
            source=source_name(index, article.source),
            month=dates.shown(article.date, index.language.tag).month,
            topics=tuple(topic.name for topic, _ in index.topics_of.get(article.id, ())),
        ),
    )


def _topic_links(index: Index, each: Annotated) -> dict[Span, TopicLink]:
    """The first place of every topic that lies in one sentence and under no link of the article's own."""
    here = index.entries[each.article.id].address
    sentences = apart(Mark(one.span, one) for one in each.annotations.sentences)
    taken = sorted(one.span for one in each.article.inlines if one.target)
    links: dict[Span, TopicLink] = {}
    for topic, mention in index.topics_of.get(each.article.id, ()):
        for span in mention.spans:
            if not overlaps(span, taken) and _inside_one(span, sentences):
                address = addresses.relative(here, addresses.topic_address(topic.key))
                links[span] = TopicLink(address, index.language.gettext("topic: %(name)s", name=one_line(topic.name)))
                insort(taken, span)
                break
    return links


def _inside_one(span: Span, sentences: Sequence[Mark[Sentence]]) -> bool:
    return any(
        one.span.start <= span.start and span.end <= one.span.end for one in touching(sentences, span.start, span.end)
    )


def _chip(index: Index, each: Annotated, keyword: Keyword, topics: TopicPlaces) -> Chip:
    return Chip(
        link=text_link(index, each.article.language, one_line(keyword.text), _topic_href(topics, keyword.spans)),
        score=index.language.score(keyword.score),
        method=keyword.method,
    )


def _topic_places(index: Index, each: Annotated) -> TopicPlaces:
    here = index.entries[each.article.id].address
    found: dict[Span, tuple[int, str]] = {}
    for rank, (topic, mention) in enumerate(index.topics_of.get(each.article.id, ())):
        address = addresses.relative(here, addresses.topic_address(topic.key))
        for span in mention.spans:
            found.setdefault(span, (rank, address))
    return found


def _topic_href(topics: TopicPlaces, spans: Sequence[Span]) -> str:
    """Address of the topic that has one of the places; empty where none has."""
    return min((topics[span] for span in spans if span in topics), default=(0, ""))[1]


def _reasons(index: Index, each: Annotated, besides: Collection[str]) -> tuple[Reason, ...]:
    """Related articles with the reasons, those aside that the page compares sentence by sentence."""
    closest = closest_to(each, index.relations.rarity)
    related = index.relations.related.get(each.article.id, ())
    return tuple(_reason(index, each, one, closest) for one in related if one.id not in besides)


def _reason(index: Index, each: Annotated, related: Related, closest: ClosestTo) -> Reason:
    here, other = index.entries[each.article.id].address, index.lean[related.id]
    found = related.closest or closest(other)
    return Reason(
        to=listed(index, here, index.entries[related.id]),
        score=words.similarity(index.language, related.score),
        topics=tuple(topic_link(index, here, key) for key in related.topics[:_SHOWN_TOPICS]),
        more_topics=max(0, len(related.topics) - _SHOWN_TOPICS),
        closest=_closest(index, each, other, found) if found else None,
    )


def _closest(index: Index, each: Annotated, other: Annotated, found: ClosestSentences) -> tuple[Link, Link]:
    ours, theirs = each.annotations.sentences[found.here], other.annotations.sentences[found.there]
    here, there = index.entries[each.article.id].address, index.entries[other.article.id].address
    address = addresses.relative(here, there, addresses.sentence_anchor(theirs))
    return (
        text_link(index, each.article.language, sentence_text(each, ours), f"#{addresses.sentence_anchor(ours)}"),
        text_link(index, other.article.language, sentence_text(other, theirs), address),
    )
