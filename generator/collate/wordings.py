"""How differences of meaning are told to a reader."""

from generator.collate.said import Said
from generator.model import Span


def extent(said: Said, places: tuple[int, ...]) -> Span:
    """From the first to the last of some words; an empty span where the sentence has none."""
    known = [place for place in places if 0 <= place < len(said.words)]
    if not known:
        return Span(0, 0)
    return Span(said.words[min(known)].span.start, said.words[max(known)].span.end)


def shown(said: Said, span: Span) -> str:
    """The words of a span in quotation marks, on one line."""
    return f"“{' '.join(said.text[span.start : span.end].split())}”"


def because(one: str, other: str) -> str:
    """The reason as one sentence."""
    return f"{one}, {other}."
