"""What a page has to know about a language: its tag, its name, and which way it runs."""

import re
import unicodedata
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from generator.model import UNKNOWN_LANGUAGE

_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_DEFAULTS = {"en": "en-GB"}  # "28 December 2020": the form of English that no reader takes for another date


@lru_cache(maxsize=256)
def locale_of(language: str) -> Locale:
    """What is known of how a language is written; English where nothing is."""
    try:
        return Locale.parse(_DEFAULTS.get(language, language), sep="-")
    except (ValueError, UnknownLocaleError):
        return Locale.parse("en_GB")


@lru_cache(maxsize=256)
def tag(language: str) -> str:
    """The language as an HTML `lang` attribute holds it; empty where it is not known, as HTML wants it."""
    return language if _TAG.fullmatch(language) and language != UNKNOWN_LANGUAGE else ""


@lru_cache(maxsize=256)
def name(language: str, reader: str) -> str:
    """What a reader of another language calls this one; empty where it is not known."""
    if not tag(language):
        return ""
    try:
        shown = Locale.parse(language, sep="-").get_language_name(locale_of(reader))
    except (ValueError, UnknownLocaleError):
        return language
    return str(shown or language)


@lru_cache(maxsize=256)
def _written_from_right(language: str) -> bool | None:
    try:
        return Locale.parse(language, sep="-").character_order == "right-to-left"
    except (ValueError, UnknownLocaleError):
        return None


def known_direction(language: str) -> str:
    """`rtl` or `ltr` of a language; empty where it is not known."""
    from_right = _written_from_right(language) if tag(language) else None
    return "" if from_right is None else "rtl" if from_right else "ltr"


def direction(language: str, text: str) -> str:
    """`rtl` or `ltr`: of the language, else of the first letter that has a direction."""
    known = known_direction(language)
    if known:
        return known
    strong = (unicodedata.bidirectional(char) for char in text)
    return "rtl" if next((kind for kind in strong if kind in {"L", "R", "AL"}), "L") != "L" else "ltr"
