"""What the marks of an article say, as lists: for whom cannot point at a mark and wait."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from generator.model import Annotated, Figure, Keyword, Name, Quote, Span
from generator.render import addresses, words
from generator.render.escaping import Safe, one_line
from generator.render.index import Index
from generator.render.language import Language
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
    language, notes = index.language, each.annotations
    text = text_link(index, each.article.language, each.article.text, "")
    scored = language.gettext(
        "Score by %(method)s: 1 is the most telling keyword of this article.",
        method=notes.keywords[0].method if notes.keywords else "",
    )
    lists: tuple[tuple[str, str, Iterable[Marked]], ...] = (
        (language.gettext("Why these keywords"), scored, (_keyword(language, each, one) for one in notes.keywords)),
        (
            language.gettext("Names in this article"),
            language.gettext(
                "What the article calls by name, in all its forms, and what each is where the text tells."
            ),
            (_name(language, each, one) for one in notes.names),
        ),
        (
            language.gettext("Figures in this article"),
            language.gettext("Each with its value as it is sorted by and compared."),
            (_figure(language, each, one) for one in notes.figures),
        ),
        (
            language.gettext("Quotes in this article"),
            language.gettext("Each with who says it, where the text tells."),
            (_quote(language, each, one) for one in notes.quotes),
        ),
    )
    made = (MarkList(title, about, replace(text, text=""), tuple(marks)) for title, about, marks in lists)
    return tuple(one for one in made if one.marks)


def _keyword(language: Language, each: Annotated, keyword: Keyword) -> Marked:
    score = language.score(keyword.score)
    return Marked(
        one_line(keyword.text), score, _where(language, each, keyword.spans), words.carried_by(language, keyword)
    )


def _name(language: Language, each: Annotated, name: Name) -> Marked:
    texts = dict.fromkeys(one_line(each.article.text[span.start : span.end]) for span in name.spans)
    forms = [text for text in texts if text and text != one_line(name.text)]
    said = words.name_said(language, name.kind, forms[:_FORMS])
    return Marked(one_line(name.text), said, _where(language, each, name.spans), words.since(language, name))


def _figure(language: Language, each: Annotated, figure: Figure) -> Marked:
    text, what = one_line(figure.text), one_line(figure.what)
    said = " ".join(filter(None, (words.figure_value(language, figure), what)))
    return Marked(text, said, _where(language, each, (figure.span,)))


def _quote(language: Language, each: Annotated, quote: Quote) -> Marked:
    said = words.said_by(quote) or language.gettext("the text does not say who")
    return Marked(shortened(words_of(each, quote), _WORDS), said, _where(language, each, (quote.span,)))


def _where(language: Language, each: Annotated, spans: Sequence[Span]) -> Safe:
    """How often something stands, and links to the sentences, by their number in the article.

    They are HTML: as Markdown, these lists would take longer than the article.
    """
    found = (sentence_at(each, span.start) for span in spans)
    numbers = list(dict.fromkeys(number for number in found if number is not None))
    anchors = (addresses.sentence_anchor(each.annotations.sentences[number]) for number in numbers[:_PLACES])
    links = [f'<a href="#{anchor}">{number + 1}</a>' for anchor, number in zip(anchors, numbers, strict=False)]
    return Safe(words.places(language, len(spans), links, max(0, len(numbers) - _PLACES)))
