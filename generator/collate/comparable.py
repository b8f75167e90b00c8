"""Whether two sentences can be held against each other by their words at all."""

from generator.collate.said import Said
from generator.text import base_language

_LONGEST = 200
"""Words of the longest sentence; what is longer is a list, or no text, and takes the square of its length."""


def are_comparable(a: Said, b: Said) -> bool:
    """Whether both are English, of a length that sentences have, and both say something or both ask."""
    return (
        base_language(a.language) == base_language(b.language) == "en"
        and 0 < len(a.words) <= _LONGEST
        and 0 < len(b.words) <= _LONGEST
        and asks(a) == asks(b)
    )


def is_row(said: Said) -> bool:
    """Whether a sentence is a row of a table, with no more words than numbers: its head says what they are."""
    numbers = sum(word.text[0].isdigit() or word.text[-1].isdigit() for word in said.words)
    return 2 * numbers >= len(said.words)


def asks(said: Said) -> bool:
    """Whether a sentence is a question, and so says nothing."""
    return said.text.rstrip(" \"'”’)").endswith("?")
