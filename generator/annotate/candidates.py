"""Phrases of an article that may be its keywords, and where they stand."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from generator.annotate.word_classes import (
    CONTENT,
    EDGE,
    LEADING,
    OTHER_STOP,
    calendar_words,
    only_leads,
    word_classes,
)
from generator.model import Record
from generator.text import stemmed

Indices = npt.NDArray[np.int64]

_OF_MANY = r"(?<=s)['’](?=\s[A-Z])"
"""The possessive of a plural inside a name: Singles' Day."""
_WORD = rf"[^\W_]+(?:[-’'.&][^\W_]+)*(?:{_OF_MANY})?"
_TOKEN = re.compile(rf"{_WORD}|[^\w\s]|\n")
_ELIDED = re.compile(rf"(?:[cdjlmnst]|qu)['’](?=\w)|{_WORD}|[^\w\s]|\n", re.IGNORECASE)
_ELIDING = frozenset({"fr", "it", "ca"})
_POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)
_SENTENCE_ENDS = frozenset(".!?\n…")
_STEM_SEPARATOR = " "
CLOSE = 2
"""Characters that may lie between two words of a phrase: a blank, and the possessive of a plural that has a capital."""
_IN_NAMES = frozenset({"Day", "Days", "Week", "Year"})
"""Words that count, and with a capital end names."""


@dataclass(slots=True)
class Tokens:
    """The words and marks of an article, a column for each thing known of them."""

    texts: Sequence[str] = ()
    starts: Sequence[int] = ()
    ends: Sequence[int] = ()
    classes: Sequence[int] = ()
    stems: Sequence[str] = ()
    """Basic forms, hyphens as blanks; empty for marks."""
    sentences: Sequence[int] = ()
    opens: Sequence[bool] = ()
    """Whether nothing but marks stands before it in its sentence."""


class Candidates(Record, frozen=True):
    """Phrases by their basic form, and each of their places."""

    keys: dict[str, int]
    """The number of each phrase, counted as they first come."""
    numbers: Indices
    """The phrase at each place."""
    firsts: Indices
    """The token that begins each place."""
    sizes: Indices
    """Words at each place."""


def tokens_of(text: str, language: str) -> Tokens:
    """The words and marks of the text."""
    rows: list[tuple[str, int, int, int, str, int, bool]] = []
    sentence, opens = 0, True
    for match in (_ELIDED if language in _ELIDING else _TOKEN).finditer(text):
        token, start = match[0], match.start()
        class_, stem, bare = _known(token, language)
        rows.append((bare, start, start + len(bare), class_, stem, sentence, opens))
        if class_ != EDGE:
            opens = False
        elif token in _SENTENCE_ENDS and not opens:
            sentence, opens = sentence + 1, True
    return Tokens(*zip(*rows, strict=True)) if rows else Tokens()


@lru_cache(maxsize=100_000)
def _known(token: str, language: str) -> tuple[int, str, str]:
    """Class and basic form of a token, and the token without a possessive."""
    if not token[0].isalnum():
        return EDGE, "", token
    lower = token.lower()
    found = word_classes(language).get(lower)
    if found is not None and not (found == OTHER_STOP and token.isupper() and len(token) > 1):
        return found, stemmed(lower, language) if found == LEADING else lower, token
    cut = len(match.group()) if (match := _POSSESSIVE.search(lower)) else 0
    bare = lower[: len(lower) - cut] if cut else lower
    if _only_counts(bare, token, language) or len(bare) == 1 or not any(map(str.isalpha, bare)):
        return OTHER_STOP, bare, token[: len(token) - cut]
    class_ = LEADING if only_leads(token, language) else CONTENT
    return (
        class_,
        " ".join(stemmed(part, language) for part in bare.replace("-", " ").split()),
        token[: len(token) - cut],
    )


def _only_counts(bare: str, token: str, language: str) -> bool:
    """Whether a word dates or counts rather than tells; the Day of a name does not."""
    return bare in calendar_words(language) and token not in _IN_NAMES


def candidates_of(tokens: Tokens, longest: int) -> Candidates:
    """Every run of at most that many words of content with only blanks between, that does not end in a leading one."""
    classes, stems, starts, ends = tokens.classes, tokens.stems, tokens.starts, tokens.ends
    keys: dict[str, int] = {}
    numbers: list[int] = []
    firsts: list[int] = []
    sizes: list[int] = []
    run = 0
    for index, class_ in enumerate(classes):
        if class_ < CONTENT:
            run = 0
            continue
        gap = starts[index] - ends[index - 1] if run else 0
        run = run + 1 if gap <= 1 or (gap == CLOSE and tokens.texts[index - 1][0].isupper()) else 1
        if class_ == LEADING:
            continue
        key = ""
        for first in range(index, index - min(run, longest), -1):
            key = f"{stems[first]}{_STEM_SEPARATOR}{key}" if key else stems[first]
            numbers.append(keys.setdefault(key, len(keys)))
            firsts.append(first)
            sizes.append(index - first + 1)
    return Candidates(keys, *(np.array(each, np.int64) for each in (numbers, firsts, sizes)))
