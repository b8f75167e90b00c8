"""Copies: articles that are the same text."""

from collections import defaultdict
from collections.abc import Sequence


def find_copies(fingerprints: Sequence[bytes]) -> tuple[tuple[int, ...], ...]:
    """Groups of numbers of articles with the same fingerprint."""
    groups: defaultdict[bytes, list[int]] = defaultdict(list)
    for number, fingerprint in enumerate(fingerprints):
        groups[fingerprint].append(number)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def firsts(copies: Sequence[Sequence[int]], size: int) -> list[int]:
    """For each article the first of its group of copies; itself where it has none."""
    found = list(range(size))
    for group in copies:
        for number in group:
            found[number] = group[0]
    return found
