"""Fragments: keywords that are no whole phrase and so name no topic."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate

import simplemma

from generator.annotate.gazetteer import origins
from generator.annotate.word_classes import ARTICLE, AUXILIARY, CONTENT, LANGUAGES, OTHER_STOP, PRONOUN, word_classes
from generator.model import Keyword, Span
from generator.text import base_language, commonness, singular, stop_words

_KEPT = 1 << 16
"""Words that are remembered."""
_FEWEST_LETTERS = 3
_RARER_ADVERB = 1.8
"""How much rarer than an adjective its adverb is at the most, on the Zipf scale."""
_LINK = r"(?:(?:da|das|de|del|des|do|dos|du|for|of|van|von)[ \n])?"
"""Small words inside names."""
_NEIGHBOUR_BEFORE = re.compile(rf"([^\W_][\w’'&-]*)[ \n]{_LINK}$")
_NEIGHBOUR_AFTER = re.compile(rf"[ \n]{_LINK}([^\W_][\w’'&-]*)")
_WORD_AFTER = re.compile(r"[ \n]([^\W_][\w’'-]*)")
_WORD_BEFORE = re.compile(r"([^\W_][\w’'-]*)[ \n]\Z")
_NEIGHBOURHOOD = 40
"""Characters on either side in which the neighbouring word is looked for."""


def whole_phrases(keywords: Sequence[Keyword], text: str, language: str) -> list[Keyword]:
    """The keywords that can name a topic: no fragments, nor parts of longer keywords at most of their places."""
    whole = [keyword for keyword in keywords if not is_fragment(keyword, text, language)]
    places = sorted((span.start, span.end, len(keyword.text)) for keyword in whole for span in keyword.spans)
    return [keyword for keyword in whole if not _is_part(keyword, places)]


def _is_part(keyword: Keyword, places: Sequence[tuple[int, int, int]]) -> bool:
    """Whether the keyword mostly stands inside a longer one ("central" of "central bank")."""
    size = len(keyword.text)
    starts = [start for start, _, length in places if length > size]
    ends = [0, *accumulate((end for _, end, length in places if length > size), max)]  # the farthest of all before
    inside = sum(span.end <= ends[bisect_right(starts, span.start)] for span in keyword.spans)
    return inside * 2 > len(keyword.spans)


def is_fragment(keyword: Keyword, text: str, language: str) -> bool:
    """Whether the keyword is a bare stop word, a number, a cut name or no whole phrase."""
    return (
        _is_no_phrase(keyword.text, language)
        or not _stands_as_noun(keyword, text, language)
        or _is_cut_name(keyword, text, stop_words(language))
    )


@lru_cache(maxsize=_KEPT)
def _is_no_phrase(phrase: str, language: str) -> bool:
    """Whether the words of the keyword, wherever they stand, are no whole phrase."""
    words = phrase.split()
    stops = stop_words(language)
    return (
        words[0].casefold() in stops
        or words[-1].casefold() in stops
        or sum(map(str.isalpha, phrase)) < _FEWEST_LETTERS
        or _is_bare(words[0])
        or _is_bare(words[-1])
        or any(_is_verb_form(word, language) for word in words)
        or (len(words) == 1 and _is_adjective(words[0], base_language(language)))
        or _is_mixed(words, stops, language)
    )


def _is_bare(word: str) -> bool:
    return not any(map(str.isalpha, word))


def _is_mixed(words: list[str], stops: frozenset[str], language: str) -> bool:
    """Whether a sentence was cut through.

    Names and plain words stand together then ("Holding led", "beyond Jack"), or stop words between plain words
    ("continue to break"); between names they may stand ("Bank of England"). Adjectives of nations have a capital
    wherever they stand ("Chinese government").
    """
    nations = origins(language)
    telling = [word for word in words if word.casefold() not in stops]
    capitals = {word[:1].isupper() for word in telling if word not in nations}
    return len(capitals) > 1 or (capitals == {False} and len(telling) < len(words))


@lru_cache(maxsize=_KEPT)
def _is_verb_form(word: str, language: str) -> bool:
    """Whether a plain word is inflected by more than a plural ("led", "said"), going by its dictionary form.

    Forms in -ing are let through: most that stand among keywords are nouns (banking, pricing).
    """
    if not word.islower() or word.endswith("ing") or "-" in word:
        return False
    try:
        lemma = simplemma.lemmatize(word, base_language(language))
    except ValueError:  # a language it has no dictionary of
        return False
    return lemma.casefold() not in {word, singular(word)}


@lru_cache(maxsize=_KEPT)
def _is_adjective(word: str, language: str) -> bool:
    """Whether an English word has an adverb that is not much rarer, and commoner than what would be its plural."""
    if language != "en" or not word.islower():
        return False
    stem = word[:-1] if word.endswith("le") else f"{word[:-1]}i" if word.endswith("y") else word
    adverb = commonness(f"{stem}{'al' if word.endswith('ic') else ''}{'y' if word.endswith('le') else 'ly'}", "en")
    plural = commonness(f"{word}s", "en")
    return adverb > max(plural, commonness(word, "en") - _RARER_ADVERB)


def _stands_as_noun(keyword: Keyword, text: str, language: str) -> bool:
    """Whether plain words end a phrase at half of their places at least, as a noun does.

    Before an article stands a verb ("ministers reconsider the plan"). A single word before a plain word is mostly an
    adjective, and behind a pronoun, an auxiliary or "to" a verb.
    """
    if keyword.text[:1].isupper() or base_language(language) not in LANGUAGES:
        return True
    classes = word_classes(base_language(language))
    is_single = " " not in keyword.text
    ends = sum(_ends_phrase(span, text, classes, is_single=is_single) for span in keyword.spans)
    return ends * 2 >= len(keyword.spans)


def _ends_phrase(span: Span, text: str, classes: Mapping[str, int], *, is_single: bool) -> bool:
    after = _WORD_AFTER.match(text, span.end)
    if after and classes.get(after[1].lower(), CONTENT) in ({CONTENT, ARTICLE} if is_single else {ARTICLE}):
        return False
    before = is_single and _WORD_BEFORE.search(text, _last_blank(text, span.start), span.start)
    return not (before and classes.get(before[1].lower(), CONTENT) in {PRONOUN, AUXILIARY, OTHER_STOP})


def _last_blank(text: str, place: int) -> int:
    """The last blank before the word before the place, or where that word is too long."""
    earliest = max(0, place - _NEIGHBOURHOOD)
    return max(earliest, *(text.rfind(blank, earliest, max(0, place - 1)) for blank in " \n"))


def _is_cut_name(keyword: Keyword, text: str, stops: frozenset[str]) -> bool:
    """Whether a name stands inside a longer one at most of its places ("Group Holding" of "Alibaba Group Holding")."""
    if not keyword.text[:1].isupper():
        return False
    inside = sum(_has_name_beside(span, text, stops) for span in keyword.spans)
    return inside * 2 > len(keyword.spans)


def _has_name_beside(span: Span, text: str, stops: frozenset[str]) -> bool:
    earliest = max(0, span.start - _NEIGHBOURHOOD)
    two_words = max(earliest, _last_blank(text, _last_blank(text, span.start)))
    before = _NEIGHBOUR_BEFORE.search(text, two_words, span.start)
    after = _NEIGHBOUR_AFTER.match(text, span.end, span.end + _NEIGHBOURHOOD)
    words = [found.group(1) for found in (before, after) if found is not None]
    return any(word[:1].isupper() and word.casefold() not in stops for word in words)
