"""How lists of words are written here: as text, so that they read as lists."""


def listed(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())
