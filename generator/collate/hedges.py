"""How a number is limited by the words beside it: "about", "more than", "up to"."""

import re
from enum import StrEnum

from generator.model import Span


class Hedge(StrEnum):
    """How a number is limited."""

    NONE = ""
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"


_WORDS = {
    Hedge.UNDER: "not more than|no more than|less than|fewer than|lower than|up to|as (?:many|much|high) as|at most|"
    "under|below|within|just short of|nearly|almost|close to",
    Hedge.OVER: "more than|at least|no (?:less|fewer) than|not less than|greater than|higher than|larger than|over|"
    "above|beyond|exceed(?:s|ed|ing)?|top(?:s|ped|ping)?|upwards of|in excess of|minimum of",
    Hedge.ABOUT: "about|around|approximately|roughly|some|near|an estimated|estimated at|circa",
}
_BEFORE = re.compile(
    rf"\b(?:{'|'.join(rf'(?P<{kind}>{words})' for kind, words in _WORDS.items())})\s(?:a |an |us |u\.s\. )?$",
    re.IGNORECASE,
)
_WINDOW = 26
_OR_SO = re.compile(r"\sor so\b", re.IGNORECASE)
_OR_MORE = re.compile(r"\s(?:or more|plus)\b|\+", re.IGNORECASE)


def hedge(text: str, span: Span) -> Hedge:
    """How the number at the span is limited."""
    if _OR_MORE.match(text, span.end):
        return Hedge.OVER
    if _OR_SO.match(text, span.end):
        return Hedge.ABOUT
    match = _BEFORE.search(text[max(0, span.start - _WINDOW) : span.start])
    return Hedge(match.lastgroup or "") if match else Hedge.NONE
