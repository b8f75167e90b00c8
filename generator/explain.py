"""Why an article has the keywords, names, topics and links it has, for a person to read."""

from collections.abc import Callable, Iterator, Sequence

from generator.annotate.fragments import is_fragment
from generator.errors import DigestError
from generator.model import (
    Annotated,
    Collation,
    CopyKind,
    Decision,
    DecisionKind,
    Digest,
    Keyword,
    Mention,
    Name,
    Problem,
    Related,
    Span,
    Topic,
)
from generator.relate.closest import closest
from generator.render import glossary, words
from generator.render.language import ENGLISH, language_of
from generator.spans import mostly, overlaps
from generator.text import topic_key

_ENGLISH = language_of(ENGLISH)
_WIDTH = 28
"""Columns of what is explained; the reason stands behind it."""


def explain(digest: Digest, decisions: Sequence[Decision], article: str) -> Iterator[str]:
    """The explanation, line by line; DigestError where no article has this id or came from this file."""
    banned = frozenset(topic_key(one.name) for one in decisions if one.kind is DecisionKind.BAN)
    each = _article(digest, article)
    mentions = [
        (topic, mention)
        for topic in digest.relations.topics
        for mention in topic.mentions
        if mention.article == each.article.id
    ]
    yield f"{each.article.id}: {_one_line(each.article.title)}"
    sections: dict[str, Callable[[], Iterator[str]]] = {
        "Found, not given": lambda: _guesses(each),
        "Keywords": lambda: _keywords(digest, each, mentions, banned),
        "Names": lambda: _names(each, mentions),
        "Topics": lambda: _topics(each, mentions),
        "Related articles": lambda: _related(digest, each),
        "Story": lambda: _story(digest, each),
        "The same text": lambda: _copies(digest, each),
    }
    for title, section in sections.items():
        lines = list(section())
        if lines:
            yield ""
            yield title
            yield from (f"  {line}" for line in lines)


def _article(digest: Digest, name: str) -> Annotated:
    for each in digest.articles:
        if name in {each.article.id, each.article.path}:
            return each
    inside = [each.article.id for each in digest.articles if name in each.article.id]
    mend = f"did you mean {inside[0]!r}?" if inside else "name an id, or the path of a file in the seeds folder"
    raise DigestError(Problem(name, "", "is no article", mend))


def _guesses(each: Annotated) -> Iterator[str]:
    for guess in each.article.guesses:
        yield _row(guess.field, f"{_one_line(guess.value)}: {guess.method}")


def _keywords(
    digest: Digest, each: Annotated, mentions: Sequence[tuple[Topic, Mention]], banned: frozenset[str]
) -> Iterator[str]:
    for keyword in each.annotations.keywords:
        places = _counted(len(keyword.spans), "place")
        yield _row(keyword.text, f"{_ENGLISH.score(keyword.score)} by {keyword.method}, {places}{_carried(keyword)}")
        topics = [_title(topic) for topic, mention in mentions if mostly(keyword.spans, mention.spans)]
        yield _row("", f"topic: {', '.join(topics) or _why_none(digest, each, keyword, banned)}")


def _carried(keyword: Keyword) -> str:
    """What carried it and how much; empty where its method does not tell."""
    reasons = ", ".join(f"{glossary.feature(_ENGLISH, name)} (+{gain:g})" for name, gain in keyword.why)
    return f"; carried by {reasons}" if reasons else ""


def _why_none(digest: Digest, each: Annotated, keyword: Keyword, banned: frozenset[str]) -> str:
    """Why a keyword belongs to no topic."""
    key = topic_key(keyword.text)
    if key in banned:
        return "none, by the editor’s decision"
    for name in each.annotations.names:
        if mostly(keyword.spans, name.spans):
            return f"none, it is the name {_one_line(name.text)}, which no other article has"
    if is_fragment(keyword, each.article.text, each.article.language):
        return "none, it is no whole phrase that can stand by itself"
    others = sum(
        any(topic_key(one.text) == key for one in other.annotations.keywords)
        for other in digest.articles
        if other is not each
    )
    return "none, it is too common, or nowhere foremost" if others else "none, no other article has it as a keyword"


def _names(each: Annotated, mentions: Sequence[tuple[Topic, Mention]]) -> Iterator[str]:
    for name in each.annotations.names:
        kind = f"{name.kind}, {words.since(_ENGLISH, name)}" if name.why else "kind not told by the text"
        yield _row(_one_line(name.text), f"{kind}; {_forms(each, name.spans)}")
        names = [
            _title(topic) for topic, mention in mentions if any(overlaps(span, mention.spans) for span in name.spans)
        ]
        yield _row("", f"topic: {', '.join(names) or _why_no_topic(name)}")


def _shares_place(name: Name, mention: Mention) -> bool:
    return any(overlaps(span, mention.spans) for span in name.spans)


def _why_no_topic(name: Name) -> str:
    if " " in name.text:
        return "none, no other article has the name"
    return "none, no other article has the name, or it is a common word, or may be any of several"


def _topics(each: Annotated, mentions: Sequence[tuple[Topic, Mention]]) -> Iterator[str]:
    for topic, mention in sorted(mentions, key=lambda pair: (-pair[1].score, pair[0].key)):
        yield _row(
            topic.name,
            f"{topic.kind or 'subject'}, {words.articles(_ENGLISH, len(topic.mentions))}; {_here(each, mention)}",
        )
        for variant in topic.variants:
            yield _row("", f"{variant.text!r} is the same: {words.VARIANTS[variant.why]}")


def _here(each: Annotated, mention: Mention) -> str:
    score = f", keyword with score {_ENGLISH.score(mention.score)}" if mention.score else ""
    return f"here {_forms(each, mention.spans)}{score}"


def _related(digest: Digest, each: Annotated) -> Iterator[str]:
    articles = {other.article.id: other for other in digest.articles}
    topics = {topic.key: topic.name for topic in digest.relations.topics}
    for related in digest.relations.related.get(each.article.id, ()):
        yield _row(related.id, f"{words.similarity(_ENGLISH, related.score)}{_both(related, topics)}")
        other = articles[related.id]
        found = related.closest or closest(each, other, digest.relations.rarity)
        if found:
            yield _row("", f"closest sentences share {', '.join(found.shared)}:")
            yield _row("", _sentence(each, found.here))
            yield _row("", _sentence(other, found.there))


def _both(related: Related, topics: dict[str, str]) -> str:
    return f"; both: {', '.join(topics[key] for key in related.topics)}" if related.topics else ""


def _sentence(each: Annotated, number: int) -> str:
    span = each.annotations.sentences[number].span
    return f"“{_one_line(each.article.text[span.start : span.end])}”"


def _story(digest: Digest, each: Annotated) -> Iterator[str]:
    """The other reports of its event, how many facts they share with it, and where they differ."""
    for story in digest.relations.stories:
        if each.article.id not in story.articles:
            continue
        made = digest.collations[story.key]
        here = made.articles.index(each.article.id)
        having = [{place.article for place in fact.places} for fact in made.facts]
        for other, id_ in enumerate(made.articles):
            if other != here:
                shared = sum(here in articles and other in articles for articles in having)
                yield _row(id_, f"reports the same event; {_counted(shared, 'fact')} in both")
                yield from _differing(made, here, other)


def _differing(made: Collation, here: int, other: int) -> Iterator[str]:
    for one in made.differences:
        if {one.a.place.article, one.b.place.article} == {here, other}:
            yield _row("", f"{one.kind}, {_ENGLISH.score(one.confidence)}: {_one_line(one.why)}")


def _copies(digest: Digest, each: Annotated) -> Iterator[str]:
    reworded = [copy for made in digest.collations.values() for copy in made.copies]
    for copy in (*digest.relations.near, *reworded):
        if each.article.id in {copy.id, copy.of}:
            other = copy.of if copy.id == each.article.id else copy.id
            yield _row(other, f"{_KINDS_OF_COPIES[copy.kind]}, {copy.shared:.0%} of the two texts the same")


_KINDS_OF_COPIES = {
    CopyKind.EXACT: "the same words in the same order",
    CopyKind.NEAR: "nearly the same words in the same order",
    CopyKind.REWORDED: "the same sentences in other words",
}


def _forms(each: Annotated, spans: Sequence[Span]) -> str:
    """`“Ann Lee”, “Lee” (3 places)`: the forms that stand at the spans, the first first."""
    forms = [_one_line(each.article.text[span.start : span.end]) for span in spans]
    shown = (
        f"“{form}”{f' ({count} places)' if (count := forms.count(form)) > 1 else ''}" for form in dict.fromkeys(forms)
    )
    return ", ".join(shown)


def _title(topic: Topic) -> str:
    return f"{topic.name} ({words.articles(_ENGLISH, len(topic.mentions))})"


def _row(name: str, reason: str) -> str:
    return f"{name:{_WIDTH}} {reason}".rstrip()


def _counted(count: int, one: str) -> str:
    return f"{count} {one}" if count == 1 else f"{count} {one}s"


def _one_line(text: str) -> str:
    return " ".join(text.split())
