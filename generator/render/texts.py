"""Texts of an article as pages quote them: on one line, and no longer than wanted."""

from bisect import bisect_right

from generator.model import Annotated, Quote, Sentence, Span
from generator.render.escaping import one_line

_EXCERPT = 240
_SUMMARY = 200
QUOTED = 600
"""Characters of the longest sentence that other pages quote whole; one may be as long as its article."""
_MARKS = " \"'“”„‟‘’‚‛«»‹›「」『』,;:"


def title_of(each: Annotated) -> str:
    """Title of an article, never empty."""
    return one_line(each.article.title) or one_line(each.article.id) or "?"


def key_sentences(each: Annotated) -> tuple[Sentence, ...]:
    """Key sentences of an article, the most telling first."""
    return tuple(sorted((one for one in each.annotations.sentences if one.key), key=lambda one: one.key))


def sentence_text(each: Annotated, sentence: Sentence) -> str:
    """A sentence on one line, cut where it is longer than any."""
    return quoted(each.article.text, sentence.span)


def quoted(text: str, span: Span) -> str:
    """A part of a text on one line, cut where it is longer than any sentence."""
    return shortened(one_line(text[span.start : span.end]), QUOTED)


def shortened(text: str, longest: int) -> str:
    """The text, cut at a word where it is too long."""
    if len(text) <= longest:
        return text
    return f"{text[: longest - 1].rsplit(' ', 1)[0].rstrip(' ,;:–-')}…"


def excerpt(each: Annotated) -> str:
    """The most telling sentence of an article; the first where none is."""
    best = key_sentences(each)[:1] or each.annotations.sentences[:1]
    return "".join(shortened(sentence_text(each, one), _EXCERPT) for one in best)


def summary(each: Annotated) -> str:
    """As many of the key sentences as a description holds."""
    return shortened(" ".join(sentence_text(each, one) for one in key_sentences(each)), _SUMMARY) or title_of(each)


def sentence_at(each: Annotated, place: int) -> int | None:
    """Index of the sentence that holds a place of the text; none where no sentence does."""
    sentences = each.annotations.sentences
    number = bisect_right(sentences, place, key=lambda one: one.span.start) - 1
    return number if number >= 0 and place < sentences[number].span.end else None


def words_of(each: Annotated, quote: Quote) -> str:
    """The words of a quote on one line, without quotation marks and the comma that the sentence around them wants."""
    whole = one_line(each.article.text[quote.span.start : quote.span.end])
    return whole.strip(_MARKS) or whole
