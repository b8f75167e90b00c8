"""Runs of words with a capital without those before and behind that are no part of a name."""

import re
from collections.abc import Iterator

from generator.annotate.capital_words import Word
from generator.annotate.gazetteer import origins, places
from generator.annotate.name_choice import is_name
from generator.annotate.name_lexicon import Lexicon
from generator.annotate.name_runs import Run
from generator.annotate.name_words import DIRECTIONS, EVENT_HEADS, HEADS, NO_NAMES, SURE_ENDINGS
from generator.text import stop_words

_ARTICLES = {"The", "A", "An", "I", "I'm", "I've", "I'd", "I'll", "I’m", "I’ve", "I’d", "I’ll"}
_INITIALS = re.compile(r"\s*\(([A-Z]{2,8})\)")
_NUMERALS = {"II", "III", "IV"}
_COUNTRY_BEFORE = {"US", "UK", "U.S.", "U.K.", "EU"}


def trimmed(run: Run, known: Lexicon) -> Iterator[Run]:
    """The names in the run: none, one, or two where a country stands before another name."""
    words = _without_end(_without_lead(run, known), known)
    if not words:
        return
    if _has_country_before(words, known):
        yield Run(words[:1], titled=False, weak=run.weak)
        words = words[1:]
    name = Run(words, run.titled, run.weak)
    if is_name(name, known, behind_common=_is_cut(run, words, known)):
        yield name


def _has_country_before(words: tuple[Word, ...], known: Lexicon) -> bool:
    if len(words) == 1 or words[0].text not in _COUNTRY_BEFORE or words[-1].text in SURE_ENDINGS | EVENT_HEADS:
        return False
    return Run(words, titled=False, weak=False).form(known.text) not in known.shortened


def _is_cut(run: Run, words: tuple[Word, ...], known: Lexicon) -> bool:
    """Whether a word that is common but no stop word was left out before the name."""
    lead = [word.text.lower() for word in run.words if word.start < words[0].start]
    return not stop_words(known.language).issuperset(lead)


def _without_lead(run: Run, known: Lexicon) -> tuple[Word, ...]:
    stops = stop_words(known.language)
    words = run.words
    if len(words) > 1 and (_is_told(run, known) or _has_initials(run, known.text)):
        return words
    while words and _is_lead(words, stops, known):
        words = words[1:]
    return words


def _is_told(run: Run, known: Lexicon) -> bool:
    """Whether the run stands elsewhere as a name as it is."""
    form = run.form(known.text)
    return form in known.shortened or (run.words[0].first and form in known.whole)


def _has_initials(run: Run, text: str) -> bool:
    """Whether its initials follow in brackets."""
    behind = _INITIALS.match(text, run.words[-1].end)
    return behind is not None and behind.group(1) == "".join(word.text[0] for word in run.words)


def _is_lead(words: tuple[Word, ...], stops: frozenset[str], known: Lexicon) -> bool:
    """Whether the first word is no part of a name: a common word at the start of a sentence, an adjective of nation."""
    word, rest = words[0], words[1:]
    if rest and f"{word.text} {rest[0].text}" in places(known.language):
        return False
    if word.text in _ARTICLES or (word.text in NO_NAMES and not rest):
        return True
    if word.text in origins(known.language):
        return not rest or rest[-1].text not in HEADS | EVENT_HEADS
    return word.first and not _is_acronym(word.text) and _is_common_lead(word, rest, stops, known)


def _is_acronym(word: str) -> bool:
    return word.isupper() and len(word) > 1


def _is_common_lead(word: Word, rest: tuple[Word, ...], stops: frozenset[str], known: Lexicon) -> bool:
    if word.text.lower() in stops:
        return not known.strong[word.text] or word.text.lower() in known.small
    return bool(rest) and _is_plain(word, known) and not _needs_lead(rest, known)


def _needs_lead(rest: tuple[Word, ...], known: Lexicon) -> bool:
    """Whether the words are no name without one before them ("Irish Banks" of "Allied Irish Banks")."""
    if rest[-1].text in SURE_ENDINGS or rest[0].text in HEADS:
        return True
    return rest[-1].text in HEADS and all(
        word.text.lower() in known.common or word.text in origins(known.language) for word in rest
    )


def _is_plain(word: Word, known: Lexicon) -> bool:
    """Whether the word is a common one, by the dictionary and the article."""
    lower = word.text.lower()
    if known.strong[word.text] and lower not in known.small:
        return False
    return lower in known.small or (lower in known.common and word.text not in known.common)


def _without_end(words: tuple[Word, ...], known: Lexicon) -> tuple[Word, ...]:
    while words and _is_no_end(words, known):
        words = words[:-1]
    return words


def _is_no_end(words: tuple[Word, ...], known: Lexicon) -> bool:
    word = words[-1].text
    if word.lower() in stop_words(known.language) and "\n" in known.text[words[-2:][0].end : words[-1].start]:
        return True  # the next line has begun another sentence
    if word in HEADS or word in _NUMERALS or (word in DIRECTIONS and len(words) > 1):
        return False
    return word in NO_NAMES or word.partition("-")[0] in NO_NAMES or word in origins(known.language)
