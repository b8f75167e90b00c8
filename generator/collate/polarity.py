"""One says it, the other says it is not so."""

from generator.collate.found import Found
from generator.collate.said import Said


def find_polarity(a: Said, b: Said) -> tuple[Found, ...]:
    """What one of the sentences denies of the other."""
    del a, b
    return ()
