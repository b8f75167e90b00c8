"""A sentence as the finders of differences see it: its text, words, figures and names, all counted from its start."""

import re
from collections.abc import Iterable
from functools import lru_cache

from generator.model import Annotated, Figure, Name, Record, Span
from generator.text import base_language, stemmed, stop_words

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[’'][^\W\d_]+)?|[^\W_]+|[$€£¥%]")


class Word(Record, frozen=True):
    """A word of a sentence, or a sign that is read as one ("$", "%")."""

    span: Span
    text: str
    """As it stands there."""
    lower: str
    stem: str
    """Its basic form in lower case (Snowball)."""
    is_stop: bool
    """Whether it carries no subject ("the", "of")."""


class Said(Record, frozen=True):
    """A sentence; all spans are counted from its start."""

    text: str
    language: str
    words: tuple[Word, ...]
    figures: tuple[Figure, ...]
    names: tuple[tuple[Span, Name], ...]
    """Each place of a name with the name, in reading order; the spans of the names themselves are the article's."""


def words_of(text: str, language: str) -> tuple[Word, ...]:
    """The words of a sentence, in order."""
    stops = stop_words(language)
    return tuple(_word(match, language, stops) for match in _WORD.finditer(text))


def _word(match: re.Match[str], language: str, stops: frozenset[str]) -> Word:
    text = match.group()
    lower = text.lower().replace("’", "'")
    return Word(Span(*match.span()), text, lower, _stem(lower, base_language(language)), lower in stops)


@lru_cache(1 << 16)
def _stem(word: str, language: str) -> str:
    return stemmed(word, language)


def said(text: str, language: str, figures: Iterable[Figure], names: Iterable[tuple[Span, Name]]) -> Said:
    """A sentence that stands by itself."""
    return Said(text, language, words_of(text, language), tuple(figures), tuple(names))


def said_in(each: Annotated, number: int) -> Said:
    """A sentence of an article, by its index, with the figures and names that lie in it."""
    article, notes = each.article, each.annotations
    place = notes.sentences[number].span
    text = article.text[place.start : place.end]
    figures = (
        Figure(one.text, one.value, one.unit, one.what, _moved(one.span, place.start))
        for one in notes.figures
        if _inside(one.span, place)
    )
    names = sorted(
        ((_moved(span, place.start), name) for name in notes.names for span in name.spans if _inside(span, place)),
        key=lambda pair: pair[0],
    )
    return said(text, article.language, figures, names)


def _inside(span: Span, of: Span) -> bool:
    return of.start <= span.start and span.end <= of.end


def _moved(span: Span, by: int) -> Span:
    return Span(span.start - by, span.end - by)


def said_alone(text: str, language: str = "en") -> Said:
    """A sentence without an article around it, with the figures and names that it shows by itself."""
    # What they are found with takes long to import: who collates annotated articles does without.
    from generator.annotate.figures import find_figures
    from generator.annotate.names import find_names

    names = find_names(text, (Span(0, len(text)),), language) if text.strip() else ()
    places = sorted(((span, name) for name in names for span in name.spans), key=lambda pair: pair[0])
    return said(text, language, find_figures(text, language), places)
