"""What lists say of an article and sort it by, so that no list needs the article itself."""

import hashlib
import re
from collections.abc import Iterator
from decimal import Decimal

from generator.model import Annotated, Entry, Figure, FigureEntry, Quote, QuoteEntry, Sentence
from generator.render import addresses, dates
from generator.render.escaping import one_line
from generator.render.texts import excerpt, sentence_at, title_of, words_of

_SMALL = 10
"""The largest count that says nothing unless the text says what it counts."""
_HASHED = 8
"""Bytes of the hash by which the same sentence or quote of two articles is known."""


def entry_of(each: Annotated) -> Entry:
    """The entry of an article in lists: a function of it and its annotations alone."""
    article, annotations = each.article, each.annotations
    figures = tuple(_figures(each))
    return Entry(
        id=article.id,
        path=article.path,
        place=article.place,
        address=addresses.article_address(article),
        title=title_of(each),
        source=article.source,
        date=article.date,
        changed=next((iso for iso in (article.updated, article.date) if dates.moment(iso)), ""),
        language=article.language,
        minutes=annotations.minutes,
        excerpt=excerpt(each),
        guesses=article.guesses,
        figures=figures,
        figures_left_out=len(annotations.figures) - len(figures),
        quotes=tuple(_quotes(each)),
    )


def _figures(each: Annotated) -> Iterator[FigureEntry]:
    """The figures that are listed: those in a sentence that say something by themselves."""
    for number, figure in enumerate(each.annotations.figures):
        if _is_telling(figure):
            sentence = sentence_at(each, figure.span.start)
            if sentence is not None:
                same = _hash(f"{figure.value} {_words(each, each.annotations.sentences[sentence])}")
                yield FigureEntry(number, figure.value, figure.unit, sentence, same)


def _is_telling(figure: Figure) -> bool:
    """Whether a figure says something by itself: no date, and no small count of nothing that is told."""
    return figure.unit != "date" and bool(figure.unit or figure.what or abs(Decimal(figure.value)) > _SMALL)


def _words(each: Annotated, sentence: Sentence) -> str:
    return re.sub(r"\W+", " ", each.article.text[sentence.span.start : sentence.span.end].casefold())


def _quotes(each: Annotated) -> Iterator[QuoteEntry]:
    """The quotes; of those with a speaker also where the speaker is named."""
    spans = {name.text: name.spans for name in reversed(each.annotations.names)}
    for number, quote in enumerate(each.annotations.quotes):
        yield QuoteEntry(number, one_line(quote.speaker), spans.get(quote.speaker, ()), _hash(_said(each, quote)))


def _said(each: Annotated, quote: Quote) -> str:
    words = words_of(each, quote)
    return re.sub(r"\W+", " ", words.casefold()).strip() or words


def _hash(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_HASHED).digest()
