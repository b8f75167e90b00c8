"""Which of the phrases of an article become its keywords, once it is known how likely each is."""

from collections import defaultdict
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from generator.annotate.candidates import CLOSE, Candidates, Indices, Tokens
from generator.annotate.word_classes import CONTENT
from generator.model import Record

Numbers = npt.NDArray[np.float64]
Truths = npt.NDArray[np.bool_]


class _Names(Record, frozen=True):
    """The names of an article, in columns that go with the phrases' places."""

    numbers: Indices
    """The phrase at each place."""
    cuts: Truths
    """Whether the phrase cuts a name there."""
    wholes: Indices
    """The phrase that is the name it stands in there, -1 where there is none."""


def chosen_phrases(keys: list[str], likely: Numbers, top: int) -> list[int]:
    """The numbers of at most `top` phrases, the likeliest first, without those whose words all stand in one before."""
    chosen: list[int] = []
    phrases: defaultdict[str, set[int]] = defaultdict(set)
    order = np.argsort(-likely, kind="stable")
    for number in order[likely[order] > 0].tolist():
        parts = keys[number].split()
        if set.intersection(*(phrases[part] for part in parts)):
            continue
        chosen.append(number)
        for part in parts:
            phrases[part].add(number)
        if len(chosen) == top:
            break
    return chosen


def with_whole_names(tokens: Tokens, candidates: Candidates, likely: Numbers, longest: int) -> Numbers:
    """How likely each phrase is, when names stay whole.

    A phrase that cuts a name wherever it stands ("Jack" of nothing but "Jack Ma") is none, and a name is a little
    likelier than what mostly stands inside it ("Ant" beside "Ant Group").
    """
    goes_on = _name_goes_on(tokens)
    if not goes_on.any():
        return likely
    names = _names(goes_on, candidates, longest)
    counts = np.bincount(names.numbers)
    result = np.where(np.bincount(names.numbers, names.cuts) == counts, 0, likely)
    inside = names.cuts & (names.wholes >= 0)
    pairs, often = np.unique(names.numbers[inside] * len(counts) + names.wholes[inside], return_counts=True)
    parts, wholes = pairs // len(counts), pairs % len(counts)
    mostly = (often * 2 > counts[parts]) & (result[wholes] > 0)
    np.maximum.at(result, wholes[mostly], np.nextafter(likely[parts[mostly]], 1))
    return result


def _names(goes_on: Truths, candidates: Candidates, longest: int) -> _Names:
    """The names of at most that many words; no phrase could stand for a longer one, so that its parts may."""
    numbers, firsts, sizes = candidates.numbers, candidates.firsts, candidates.sizes
    lasts = firsts + sizes - 1
    name = np.cumsum(~goes_on[:-1]) - 1
    lengths = np.bincount(name)
    short = (lengths <= longest)[name]
    cuts = (goes_on[firsts] & short[firsts]) | (goes_on[lasts + 1] & short[lasts])
    wholes = np.full(len(lengths), -1)
    whole = (sizes == lengths[name[firsts]]) & ~goes_on[firsts]
    wholes[name[firsts[whole]]] = numbers[whole]
    return _Names(numbers, cuts, np.where(name[firsts] == name[lasts], wholes[name[firsts]], -1))


def _name_goes_on(tokens: Tokens) -> Truths:
    """Whether each word belongs to one name with the word before it; the end of the text does not.

    The capital of a word that opens a sentence does not say that it belongs to the name behind it.
    """
    classes, starts, ends, opens = tokens.classes, tokens.starts, tokens.ends, tokens.opens
    capitals = [at for at, text in enumerate(tokens.texts) if classes[at] >= CONTENT and text[0].isupper()]
    goes_on = np.zeros(len(classes) + 1, bool)
    for before, at in pairwise(capitals):
        goes_on[at] = before + 1 == at and starts[at] - ends[before] <= CLOSE and not opens[before]
    return goes_on
