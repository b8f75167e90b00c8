"""Meaning turned round."""

from generator.collate.found import Found
from generator.collate.said import Said


def find_meaning(a: Said, b: Said) -> tuple[Found, ...]:
    """What one of the sentences turns round."""
    del a, b
    return ()
