"""How rare words are, in steps."""

import numpy as np
import pytest

from generator.model import Rarity
from generator.relate.hashes import hashed
from generator.relate.rarity import Weights, rarity_of, signatures, terms_of
from generator.relate.traits import TERM


def rows(*words: str) -> bytes:
    return np.array(sorted((hashed(word), 1) for word in words), TERM).tobytes()


def step(articles: int, of: int) -> int:
    """The step of a word that so many of the articles have."""
    terms = terms_of([rows("toll")] * articles + [rows()] * (of - articles))
    return rarity_of(terms).steps[0]


@pytest.mark.parametrize(
    ("articles", "expected"),
    [(1, 0), (2, 0), (3, 1), (22, 1), (23, 2), (181, 2), (182, 3), (1448, 3), (1449, 4)],
)
def test_a_word_is_of_a_step_by_how_many_articles_have_it(articles: int, expected: int) -> None:
    assert step(articles, 2000) == expected


@pytest.mark.parametrize(("articles", "expected"), [(0, 0), (1, 1), (2, 2), (3, 4), (256, 256), (257, 512)])
def test_the_number_of_articles_is_rounded_up(articles: int, expected: int) -> None:
    assert rarity_of(terms_of([rows()] * articles)).articles == expected


def test_the_rarer_a_word_the_more_it_weighs() -> None:
    parts = [rows("quay")] + [rows("toll")] * 9 + [rows("toll", "the")] * 50
    weights = Weights(rarity_of(terms_of(parts))).of(["quay", "toll", "the", "unknown"])
    assert weights["unknown"] == weights["quay"] > weights["the"] > 0
    assert weights["the"] == weights["toll"]


def test_without_articles_all_words_weigh_the_same() -> None:
    assert Weights(Rarity()).of(["quay", "toll"]) == {"quay": 1.0, "toll": 1.0}


def test_how_many_articles_have_a_word_is_known() -> None:
    terms = terms_of([rows("quay", "toll"), rows("toll"), rows()])
    wanted = np.array([hashed("toll"), hashed("whale"), hashed("quay")], np.uint64)
    assert terms.containing(wanted).tolist() == [2, 0, 1]


def test_a_signature_changes_with_the_rarity_of_a_word_of_the_article_only() -> None:
    parts = [rows("quay", "toll"), rows("toll", "ferry"), rows("ferry")]
    before, after = (terms_of([*parts, last]) for last in (rows("whale"), rows("toll")))
    old, new = (signatures(terms, rarity_of(terms)) for terms in (before, after))
    assert [one == other for one, other in zip(old, new, strict=True)][:3] == [False, False, True]
