"""Marks of the event that an article reports: its opening words, names, numbers and days, as rows of numbers."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

import numpy as np

from generator.annotate.dates import dates
from generator.model import Annotated, BlockKind
from generator.relate.hashes import hashed, packed
from generator.text import base_language, content_terms, frequencies, stemmed

MARK = np.dtype([("hash", "<u8"), ("count", "<u4"), ("kind", "u1"), ("share", "u1")])
"""A mark, how often it stands there, what it is, and how common it is (see `share_of`)."""
ASIDE = np.dtype([("start", "<i4"), ("end", "<i4")])
"""A part of the text that is not the article's own."""
LEAD, CAPITAL, NUMBER, YEAR, DAY = range(5)
"""Kinds of marks. The hash of a year is the year, that of a day its number, counted from the first of the year 1."""
SHARES = 255
"""Steps of how common a word is."""

_LEAD = 3
"""Sentences that tell what the report is about: the lead of a news report."""
_LENGTH = 400
"""Words of a news article in the mean (Wikinews, ECB+, BBC): so many chances has a common word to come up."""
_CAPITAL = re.compile(r"(?<=[^\W\d_A-Z][ ]|,[ ]|;[ ])[A-ZÀ-ÖØ-Þ][\w'’-]+")
"""A word with a capital letter where no sentence begins."""
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def marks(annotated: Annotated) -> bytes:
    """The marks of the article, as rows of `MARK`."""
    article, found = annotated.article, annotated.annotations
    text, language = article.text, base_language(article.language)
    lead = [*content_terms(article.title, language), *(term for each in found.sentence_terms[:_LEAD] for term in each)]
    capitals = (match[0].lower() for match in _CAPITAL.finditer(text))
    numbers = (match[0] for match in _NUMBER.finditer(text))
    return packed(
        [
            *_rows(LEAD, lead, language),
            *_rows(CAPITAL, capitals, language),
            *_rows(NUMBER, numbers, ""),
            *((year, 1, YEAR, 0) for year in sorted({int(match[0]) for match in _YEAR.finditer(text)})),
            *((day, 1, DAY, 0) for day in sorted(set(_days(text, language)))),
        ],
        MARK,
    )


def asides(annotated: Annotated) -> bytes:
    """What stands in the text and is not the article's own, as rows of `ASIDE`."""
    blocks = annotated.article.blocks
    return packed(((each.span.start, each.span.end) for each in blocks if each.kind is BlockKind.BOILERPLATE), ASIDE)


def shares(terms: Iterable[str], language: str) -> bytes:
    """For each of the words in their basic form how common it is, a byte each."""
    table = _shares(language)
    return bytes(table.get(term, 0) for term in terms)


def day_of(stated: str) -> int:
    """The number of the day of a W3C date; 0 where it is not that precise."""
    try:
        return date.fromisoformat(stated[: len("2020-12-28")]).toordinal() if stated[:4].isdigit() else 0
    except ValueError:
        return 0


def _rows(kind: int, found: Iterable[str], language: str) -> Iterator[tuple[int, int, int, int]]:
    table = _shares(language) if language else {}
    for text, count in sorted(Counter(found).items()):
        yield hashed(text), count, kind, table.get(text if kind == LEAD else stemmed(text, language), 0)


def _days(text: str, language: str) -> Iterator[int]:
    """The days that the text states in full."""
    return (day for each in dates(text, language) if (day := day_of(each.value)))


@lru_cache(maxsize=8)
def _shares(language: str) -> dict[str, int]:
    """Of the common words of a language, in their basic form, the share of articles that have them, in steps.

    From how often they come in the language at large (see `frequencies`), as if they came by chance (Poisson).
    """
    sums: defaultdict[str, float] = defaultdict(float)
    for word, share in frequencies(language).items():
        sums[stemmed(word, language)] += share
    steps = {term: round(SHARES * -math.expm1(-share * _LENGTH)) for term, share in sums.items()}
    return {term: step for term, step in steps.items() if step}
