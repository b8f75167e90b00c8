"""Subjects: keywords that name nobody and can stand by themselves, and the phrases inside them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.annotate.fragments import whole_phrases
from generator.model import Keyword, Name, Span, Subject
from generator.spans import mostly, one_line, overlaps
from generator.text import stop_words, topic_key, words

_PART = 0.5
"""What the score of a keyword is worth to a part of it."""


def find_subjects(text: str, keywords: Sequence[Keyword], names: Sequence[Name], language: str) -> tuple[Subject, ...]:
    """The subjects among the keywords, the best first, each followed by its parts."""
    named = sorted(span for name in names for span in name.spans)
    ranks = {keyword: rank for rank, keyword in enumerate(keywords)}
    subjects: list[Subject] = []
    for keyword in whole_phrases(keywords, text, language):
        if not mostly(keyword.spans, named):
            key, rank = topic_key(keyword.text), ranks[keyword]
            # Places of other words with the same stem ("regulation" of "regulator") mean something else.
            spans = [
                span
                for span in keyword.spans
                if topic_key(text[span.start : span.end]) == key and not overlaps(span, named)
            ]
            subjects.append(Subject(key, _forms(text, spans), keyword.score, rank, key))
            subjects.extend(
                Subject(part, _forms(text, places), round(_PART * keyword.score, 4), rank, key)
                for part, places in (_parts(text, spans, language) if " " in key else ())
                if part != key
            )
    return tuple(subject for subject in subjects if subject.key and subject.forms)


def _forms(text: str, spans: Sequence[Span]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one_line(text, span) for span in spans))


def _parts(text: str, spans: Sequence[Span], language: str) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """Runs of words inside the phrase, by their key, with their places."""
    found: defaultdict[str, list[Span]] = defaultdict(list)
    stops = stop_words(language)
    for span in spans:
        inside = [Span(span.start + word.start, span.start + word.end) for word in words(text[span.start : span.end])]
        for first in range(len(inside)):
            for last in range(first, len(inside)):
                part = Span(inside[first].start, inside[last].end)
                ends = {text[one.start : one.end].lower() for one in (inside[first], inside[last])}
                if not ends & stops:
                    found[topic_key(text[part.start : part.end])].append(part)
    for key, places in found.items():
        yield key, tuple(places)
