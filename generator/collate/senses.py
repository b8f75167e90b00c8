"""What a word says where it stands: an end of an axis of opposites, or nothing where it is part of another turn."""

from functools import lru_cache

from generator.collate.opposites import Ends, basic_form, ends_of
from generator.collate.said import Said
from generator.collate.word_lists import listed

_NONE: Ends = frozenset()
_TO_UP = listed("go push be drive move trade close send edge finish end bring force pull")
_PERIODS = listed("""
    second minute hour day week weekend month quarter year season night decade century
    monday tuesday wednesday thursday friday saturday sunday
    """)
_NUMBERS = listed("one two three four five six seven eight nine ten half million billion percent $ £ € ¥")
_COMPARED = listed("before after less fewer more later earlier")
"""Words that say nothing by themselves in "than before", "no less", "no later than"."""
_RANKS = listed("last first early late")
"""Words that tell periods apart: "the last two quarters"."""
_BESIDES = listed("left")
_NO_VERB = listed("lives like kind well right back close")
"""Forms that mostly say something else than the verb or adjective in the table."""


@lru_cache(16)
def senses(said: Said) -> tuple[Ends, ...]:
    """For each word of a sentence what it says there."""
    return tuple(_sense(said, at, ends_of(word.lower)) for at, word in enumerate(said.words))


def _sense(said: Said, at: int, ends: Ends) -> Ends:
    if not ends:
        return ends
    words = said.words
    lower = words[at].lower
    before = words[at - 1].lower if at else ""
    after = words[at + 1].lower if at + 1 < len(words) else ""
    if (
        lower in _NO_VERB
        or (lower in _BESIDES and _stands_alone(said, at))
        or (lower in _RANKS and _is_period(said, at))
    ):
        return _NONE
    if before in {"than", "no"} and lower in _COMPARED:
        return _NONE
    if lower in {"up", "down"}:
        numbers = any(is_number(one.lower) for one in words[at + 1 : at + 4])
        return ends if numbers or basic_form(before) in _TO_UP else _NONE
    if lower in {"over", "under", "above", "below"}:
        return ends if is_number(after) else _NONE
    return ends


def _is_period(said: Said, at: int) -> bool:
    return any(basic_form(word.lower) in _PERIODS for word in said.words[at + 1 : at + 3])


def _stands_alone(said: Said, at: int) -> bool:
    """Whether a mark follows: "the minister, left, with his wife"."""
    return said.text[said.words[at].span.end :].lstrip()[:1] in {",", ")", ";"}


def is_number(word: str) -> bool:
    """Whether a word in lower case begins a figure."""
    return word[:1].isdigit() or word in _NUMBERS
