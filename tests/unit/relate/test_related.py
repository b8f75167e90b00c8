"""Which articles are nearest to each other."""

import math
from collections import Counter

import pytest
from made import many

from generator.config import RelateSettings
from generator.relate import related
from generator.relate.rarity import Weights, rarity_of, terms_of
from generator.relate.related import find_nearest
from generator.relate.traits import Traits, traits

SETTINGS = RelateSettings(related=4)


@pytest.fixture(scope="module")
def articles() -> list[Traits]:
    return [traits(each) for each in many(150)]


def cosines(count: int) -> list[list[float]]:
    """The similarity of each two articles, by the book."""
    made = many(count)
    rarity = rarity_of(terms_of([traits(each).terms for each in made]))
    weights = Weights(rarity).of({term.text for each in made for term in each.annotations.terms})
    vectors = [
        {term.text: (1 + math.log(term.count)) * weights[term.text] for term in each.annotations.terms} for each in made
    ]
    lengths = [math.hypot(*vector.values()) for vector in vectors]
    return [
        [
            sum(value * other.get(term, 0.0) for term, value in one.items()) / (length * other_length)
            for other, other_length in zip(vectors, lengths, strict=True)
        ]
        for one, length in zip(vectors, lengths, strict=True)
    ]


def nearest(articles: list[Traits]) -> dict[int, list[tuple[int, float]]]:
    terms = terms_of([each.terms for each in articles])
    return {
        one: list(some) for one, some in find_nearest(terms, rarity_of(terms), range(len(articles)), SETTINGS).items()
    }


def test_neighbours_have_the_greatest_cosines(articles: list[Traits]) -> None:
    expected = cosines(len(articles))
    for one, some in nearest(articles).items():
        best = sorted((score for other, score in enumerate(expected[one]) if other != one), reverse=True)
        assert [score for _, score in some] == pytest.approx(best[:4], abs=2e-4)
        assert [expected[one][other] for other, _ in some] == pytest.approx(best[:4], abs=2e-4)


def test_of_many_articles_the_likely_ones_are_nearly_all_of_the_nearest(
    articles: list[Traits], monkeypatch: pytest.MonkeyPatch
) -> None:
    all_ = nearest(articles)
    monkeypatch.setattr(related, "_FEW", 0)
    likely = nearest(articles)
    found = Counter(pair in all_[one] for one, some in likely.items() for pair in some)
    assert found[True] > 0.9 * found.total()


def test_articles_without_words_have_no_neighbours() -> None:
    terms = terms_of([b"", b"", b""])
    assert not find_nearest(terms, rarity_of(terms), range(3), SETTINGS)


@pytest.mark.parametrize("wanted", [0, 1, 3])
def test_no_article_has_more_neighbours_than_wanted(articles: list[Traits], wanted: int) -> None:
    terms = terms_of([each.terms for each in articles])
    found = find_nearest(terms, rarity_of(terms), range(len(articles)), RelateSettings(related=wanted))
    assert max((len(some) for some in found.values()), default=0) == wanted


def test_a_copy_is_nobodys_neighbour(articles: list[Traits]) -> None:
    terms = terms_of([each.terms for each in articles])
    first = [number - 1 if number % 50 == 49 else number for number in range(len(articles))]
    found = find_nearest(terms, rarity_of(terms), first, SETTINGS)
    near = {other for some in found.values() for other, _ in some} | found.keys()
    assert not {number for number in near if number % 50 == 49}
