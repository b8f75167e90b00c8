"""Keywords of an article: phrases that say what it is about, with score and places."""

from generator.annotate.digest_method import digest_keywords
from generator.annotate.places import Places
from generator.config import KeywordSettings
from generator.model import Keyword
from generator.text import base_language, stop_words

_LONGEST_TEXT = 200_000
"""Characters of a text that are looked at."""
_SMALLEST = 1e-9
"""Stands for a score of zero, which yake gives to a text of one word."""


def find_keywords(text: str, language: str, settings: KeywordSettings) -> tuple[Keyword, ...]:
    """At most `settings.top` keywords of the text, the most telling first."""
    if settings.method == "yake":
        return _by_yake(text, language, settings)
    return digest_keywords(text[:_LONGEST_TEXT], base_language(language), settings.longest, settings.top)


def _by_yake(text: str, language: str, settings: KeywordSettings) -> tuple[Keyword, ...]:
    """Keywords by YAKE!, whose score S is the lower the better.

    Ours is the best S of the article by S, so that 1 is the best keyword and .5 one whose S is twice that.
    """
    from generator.annotate.yake_method import yake_keywords

    stops = stop_words(base_language(language))
    found = yake_keywords(text[:_LONGEST_TEXT], stops, settings.longest, settings.top)
    best = max(found[0][1], _SMALLEST) if found else 1.0
    places = Places(text)
    return tuple(
        Keyword(text[spans[0].start : spans[0].end], round(best / max(score, _SMALLEST), 4), settings.method, spans)
        for phrase, score in found
        if (spans := places.of(phrase))
    )
