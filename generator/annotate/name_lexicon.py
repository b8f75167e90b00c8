"""What an article itself tells of words: which it writes with a capital, and where."""

import re
from collections import Counter
from collections.abc import Mapping

from generator.annotate.name_runs import Run
from generator.annotate.name_words import SURE_ENDINGS
from generator.model import Record

_WORD = re.compile(r"[^\W_]+")
_NOT_SMALL = re.compile(r"[\dA-Z]")


class Lexicon(Record, frozen=True):
    """What the article itself tells of words."""

    text: str
    strong: Counter[str]
    """How often a word has a capital where common words have none."""
    small: frozenset[str]
    """Words that stand in lower case somewhere."""
    whole: frozenset[str]
    """Runs that stand where common words have no capital."""
    titled: frozenset[str]
    """Words that stand behind a title."""
    shortened: frozenset[str]
    """What is left of names of companies without "Corp Ltd"."""
    common: Mapping[str, str]
    """Words of the dictionary."""
    language: str


def lexicon(text: str, runs: list[Run], common: Mapping[str, str], language: str) -> Lexicon:
    """What the runs tell of the words of the article."""
    sure = [run for run in runs if not run.weak]
    strong = Counter(
        word.text for run in sure for word in run.words if not word.first or run.words[-1].text in SURE_ENDINGS
    )
    whole = frozenset(run.form(text) for run in sure if not run.words[0].first)
    titled = frozenset(run.words[-1].text for run in sure if run.titled)
    shortened = frozenset(_without_endings(run.form(text)) for run in sure if run.words[-1].text in SURE_ENDINGS)
    small = frozenset(word for word in set(_WORD.findall(text)) if not _NOT_SMALL.match(word))
    return Lexicon(text, strong, small, whole, titled, shortened, common, language)


def _without_endings(form: str) -> str:
    words = form.split()
    while words and words[-1] in SURE_ENDINGS:
        words.pop()
    return " ".join(words)
