"""What a finder of differences comes to."""

from generator.model import DifferenceKind, Record, Span


class Found(Record, frozen=True):
    """Parts of two sentences that cannot both be right."""

    kind: DifferenceKind
    confidence: float
    """0 to 1."""
    varies: bool
    """Whether both may be right after all: they speak of another moment, another company."""
    why: str
    """The reason, as one sentence."""
    a: Span
    """Counted from the start of the sentence."""
    b: Span
