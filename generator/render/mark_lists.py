"""What the marks of an article say, as lists: for whom cannot point at a mark and wait."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from generator.model import Annotated, Figure, Keyword, Name, Quote, Span
from generator.render import addresses, words
from generator.render.escaping import Safe, one_line
from generator.render.index import Index
from generator.render.listing import text_link
from generator.render.texts import sentence_at, shortened, words_of
from generator.render.views import Marked, MarkList

_PLACES = 10
"""Sentences that are named of those in which something stands."""
_FORMS = 5
_WORDS = 90
"""Characters of a quote that tell which one it is."""


def mark_lists(index: Index, each: Annotated) -> tuple[MarkList, ...]:
    """Keywords, names, figures and quotes of an article, each with all that is known of it."""
    notes, text = each.annotations, text_link(index, each.article.language, each.article.text, "")
    scored = words.scored_by(notes.keywords[0].method) if notes.keywords else ""
    lists: tuple[tuple[str, str, Iterable[Marked]], ...] = (
        (words.WHY_KEYWORDS, scored, (_keyword(each, one) for one in notes.keywords)),
        (words.NAMES_HERE, words.NAMES_ABOUT, (_name(each, one) for one in notes.names)),
        (words.FIGURES_HERE, words.FIGURES_ABOUT, (_figure(each, one) for one in notes.figures)),
        (words.QUOTES_HERE, words.QUOTES_ABOUT, (_quote(each, one) for one in notes.quotes)),
    )
    made = (MarkList(title, about, replace(text, text=""), tuple(marks)) for title, about, marks in lists)
    return tuple(one for one in made if one.marks)


def _keyword(each: Annotated, keyword: Keyword) -> Marked:
    score = words.score_text(keyword.score)
    return Marked(one_line(keyword.text), score, _where(each, keyword.spans), words.carried_by(keyword))


def _name(each: Annotated, name: Name) -> Marked:
    texts = dict.fromkeys(one_line(each.article.text[span.start : span.end]) for span in name.spans)
    forms = [text for text in texts if text and text != one_line(name.text)]
    said = words.name_said(name.kind, forms[:_FORMS])
    return Marked(one_line(name.text), said, _where(each, name.spans), words.since(name))


def _figure(each: Annotated, figure: Figure) -> Marked:
    text, what = one_line(figure.text), one_line(figure.what)
    said = " ".join(filter(None, (words.figure_value(figure), what)))
    return Marked(text, said, _where(each, (figure.span,)))


def _quote(each: Annotated, quote: Quote) -> Marked:
    said = words.said_by(quote) or words.NO_SPEAKER
    return Marked(shortened(words_of(each, quote), _WORDS), said, _where(each, (quote.span,)))


def _where(each: Annotated, spans: Sequence[Span]) -> Safe:
    """How often something stands, and links to the sentences, by their number in the article.

    They are HTML: as Markdown, these lists would take longer than the article.
    """
    found = (sentence_at(each, span.start) for span in spans)
    numbers = list(dict.fromkeys(number for number in found if number is not None))
    anchors = (addresses.sentence_anchor(each.annotations.sentences[number]) for number in numbers[:_PLACES])
    links = [f'<a href="#{anchor}">{number + 1}</a>' for anchor, number in zip(anchors, numbers, strict=False)]
    return Safe(words.places(len(spans), links, max(0, len(numbers) - _PLACES)))
