"""Many articles of made-up words, the same in every run, for tests of what holds over many."""

import random
from functools import lru_cache

from articles import annotated
from generator.model import Annotated

_SYLLABLES = ("ba", "ke", "li", "mo", "nu", "ra", "sto", "ti", "ven", "wil")
_WORDS = 5000
_SUBJECT = 20
"""Words of a subject, and articles on it in the mean."""


def _word(number: int) -> str:
    """Made-up, another for each number."""
    return "".join(_SYLLABLES[int(digit)] for digit in f"{number:04}")


@lru_cache(maxsize=4)
def many(count: int) -> tuple[Annotated, ...]:
    """So many articles of some eighty words, on several subjects: few words are common, most are rare.

    Some words are names; each fiftieth article is a copy.
    """
    chance = random.Random(count)
    words = [_word(number) for number in range(_WORDS)]
    weights = [1 / (number + 3) for number in range(_WORDS)]
    subjects = [chance.sample(words, _SUBJECT) for _ in range(count // _SUBJECT)]
    made: list[Annotated] = []
    for number in range(count):
        subject = chance.choice(subjects)
        rows = [chance.choices(words, weights, k=10) + chance.sample(subject, 4) for _ in range(5)]
        name = f"{_word(chance.randrange(40)).title()} {_word(chance.randrange(20)).title()}"
        sentences = [f"The {' '.join(row[:7])} of {name} was {' '.join(row[7:])}." for row in rows]
        text = made[-1].article.text if number % 50 == 49 else " ".join(sentences)
        made.append(annotated(text, id=f"{number:04}", title=f"On {rows[0][0]}"))
    return tuple(made)
