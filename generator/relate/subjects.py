"""Subjects that are worth a topic, and what several of them share ("antitrust scrutiny", "antitrust law")."""

from enum import IntEnum
from functools import lru_cache

from generator.annotate.name_words import CALENDAR
from generator.annotate.numerals import is_scale
from generator.annotate.units import is_unit
from generator.annotate.word_classes import calendar_words
from generator.model import UNKNOWN_LANGUAGE
from generator.relate.hashes import hashed
from generator.text import commonness, content_terms

_COMMON = 4.5
"""How common a word may be in its language to be a topic by itself, on the Zipf scale."""
_COMMON_PART = 4.0
"""The same of a word that no article has as a keyword by itself."""
_COMMON_PHRASE = 4.6
"""How common the rarest word of a phrase may be where fewer than `OFTEN` articles have it as a keyword."""
OFTEN = 4
TELLING = 0.15
"""Share of the articles with a word that have to have it among their keywords."""
FOREMOST = 10
"""A subject has to be among so many first keywords of one of its articles."""
_FEWEST_LETTERS = 3


class Need(IntEnum):
    """What a subject needs to say something."""

    NOTHING = 0
    KEYWORD = 1
    """That an article has it as a keyword by itself."""
    OFTEN = 2
    """That several articles have."""
    TOO_MUCH = 3
    """It never does: a common word, a date, a number or a unit."""


@lru_cache(maxsize=1 << 16)
def need(key: str, language: str) -> Need:
    """What the subject needs to say something; one in no known language, as tables are in, what it needs in English."""
    language = "en" if language == UNKNOWN_LANGUAGE else language
    parts = key.split()
    if sum(map(str.isalpha, key)) < _FEWEST_LETTERS or all(_is_measure(part, language) for part in parts):
        return Need.TOO_MUCH
    if len(parts) > 1:
        if any(part in _DAYS or part in calendar_words(language) for part in parts):
            return Need.TOO_MUCH
        rarest = min(commonness(part, language) for part in parts)
        return Need.NOTHING if rarest <= _COMMON_PHRASE else Need.OFTEN
    common = commonness(key, language)
    if common > _COMMON:
        return Need.TOO_MUCH
    return Need.KEYWORD if common > _COMMON_PART else Need.NOTHING


@lru_cache(maxsize=1 << 16)
def stem(key: str, language: str) -> int:
    """Hash of the basic form of a subject of one word; 0 for others."""
    terms = content_terms(key, language) if " " not in key else []
    return hashed(terms[0]) if terms else 0


_DAYS = frozenset(word.lower() for word in CALENDAR)


def _is_measure(word: str, language: str) -> bool:
    if not word.isalpha() or word in _DAYS or word in calendar_words(language):
        return True
    return is_unit(word, language) or is_scale(word, language)
