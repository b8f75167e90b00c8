"""Which runs of words with a capital are names."""

from generator.annotate.capital_words import Word
from generator.annotate.gazetteer import origins, places
from generator.annotate.name_lexicon import Lexicon
from generator.annotate.name_runs import Run
from generator.annotate.name_words import COMPANY_ENDINGS, HEADS, NO_NAMES, NO_PHRASES, SURE_ENDINGS, TITLES_OR_NAMES
from generator.text import stop_words

_NOUNS_CAPITAL = {"de", "lb"}
"""Languages that write every noun with a capital."""


def is_name(run: Run, known: Lexicon, *, behind_common: bool) -> bool:
    """Whether the run is a name; `behind_common` where a common word with a capital was left out before it."""
    form = run.form(known.text)
    if form in places(known.language):
        return True
    if run.weak or form in NO_PHRASES:
        return run.weak and form in known.whole
    if known.language in _NOUNS_CAPITAL:
        return _is_sure(run, known)
    if len(run.words) == 1:
        return run.titled or _is_single_name(run.words[0], known)
    return _is_phrase_name(run, known, behind_common=behind_common)


def _is_sure(run: Run, known: Lexicon) -> bool:
    """Whether it is a name in a language that writes every noun with a capital."""
    words = [word.text for word in run.words]
    if run.titled or words[-1] in SURE_ENDINGS or words[-1] in known.titled:
        return True
    if len(words) == 1:
        return words[0].isupper() and len(words[0]) > 1
    return not any(word in known.common or word.lower() in known.common for word in words)


def _is_phrase_name(run: Run, known: Lexicon, *, behind_common: bool) -> bool:
    words = [word.text for word in run.words]
    if words[-1] in SURE_ENDINGS:
        return True
    if all(word in origins(known.language) or word in NO_NAMES for word in words):
        return False
    if behind_common and not run.titled and run.form(known.text) not in known.whole and HEADS.isdisjoint(words):
        # What follows a common word ("Initial Public Offering") has to be more than common words.
        return not all(word.lower() in known.common for word in words)
    stops = stop_words(known.language)
    return all(len(word) == 1 for word in words) or not all(word.lower() in stops for word in words)


def _is_single_name(word: Word, known: Lexicon) -> bool:
    """Whether a word alone is a name."""
    if word.text in known.titled:
        return True
    if len(word.text) == 1 or word.text in COMPANY_ENDINGS or word.text in TITLES_OR_NAMES or _is_pair(word, known):
        return False
    lower = word.text.lower()
    if not word.text.istitle():
        return not word.text.isupper() or lower not in known.small or known.strong[word.text] > 0
    if not word.first:
        return lower not in known.small or lower not in known.common
    return _is_name_at_start(word, lower, known)


def _is_pair(word: Word, known: Lexicon) -> bool:
    """Whether it says where something is from ("US-German")."""
    parts = word.text.split("-")
    return len(parts) > 1 and all(part in origins(known.language) or part in places(known.language) for part in parts)


def _is_name_at_start(word: Word, lower: str, known: Lexicon) -> bool:
    """Whether a word that would have a capital anyway is a name."""
    if lower in known.small:
        return False
    if known.strong[word.text] or known.language != "en":  # of other languages the dictionary has too few words
        return known.strong[word.text] > 0
    return lower not in known.common and lower not in stop_words(known.language)
