"""Which words of two sentences stand for each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.collate.opposites import basic_form, ends_of, opposed
from generator.collate.pairing import context, pairing, same_side, turned
from generator.collate.said import Said, said


def sentence(text: str) -> Said:
    return said(text, "en", (), ())


def partners(one: str, other: str) -> dict[str, str]:
    """The words of the first sentence that have a partner, with it."""
    a, b = sentence(one), sentence(other)
    pairs = pairing(a, b)
    return {a.words[here].lower: b.words[there].lower for here, there in enumerate(pairs.of_a) if there >= 0}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("ships fought", "ships fight", {"ships": "ships", "fought": "fight"}, id="forms of one word"),
        pytest.param("prices fell", "prices sank", {"prices": "prices", "fell": "sank"}, id="words of one meaning"),
        pytest.param("prices fell", "prices rose", {"prices": "prices"}, id="no opposites"),
        pytest.param("Orrin sued", "sued Orrin", {"orrin": "orrin", "sued": "sued"}, id="in another order"),
        pytest.param("", "Northport", {}, id="nothing"),
    ],
)  # fmt: skip
def test_words_have_partners(one: str, other: str, expected: dict[str, str]) -> None:
    assert partners(one, other) == expected


def test_a_word_that_comes_twice_pairs_by_its_neighbours() -> None:
    a, b = sentence("old port burned while new port grew"), sentence("new port grew while old port burned")
    assert pairing(a, b).of_a == (4, 5, 6, 3, 0, 1, 2)


def test_what_stands_around_a_word() -> None:
    a, b = sentence("Grain exports fell 30 percent."), sentence("Grain exports rose 30 percent.")
    pairs = pairing(a, b)
    assert context(pairs, 2, 2) == 1
    assert same_side(pairs, 2, 2) == 1


def test_what_stands_on_the_other_side() -> None:
    a, b = sentence("Northport sold Orrin"), sentence("Orrin bought Northport")
    assert same_side(pairing(a, b), 1, 1) == -1


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("rose", "plunged", True, id="up and down"),
        pytest.param("shed", "raised", True, id="irregular forms"),
        pytest.param("selling", "buying", True, id="forms that a dictionary has as nouns"),
        pytest.param("guilty", "innocent", True, id="adjectives"),
        pytest.param("impossible", "possible", True, id="by what it begins with"),
        pytest.param("rose", "climbed", False, id="one meaning"),
        pytest.param("harbour", "quay", False, id="neither"),
    ],
)
def test_opposites(one: str, other: str, expected: bool) -> None:  # noqa: FBT001 - a column of a table
    assert bool(opposed(ends_of(one), ends_of(other))) is expected
    assert bool(opposed(ends_of(other), ends_of(one))) is expected


def test_a_word_is_no_opposite_of_itself() -> None:
    assert all(not opposed(ends_of(word), ends_of(word)) for word in ("lose", "lower", "first", "decline"))


@given(st.text(max_size=12))
def test_any_word_has_a_basic_form(word: str) -> None:
    assert isinstance(basic_form(word), str)
    assert ends_of(word) is not None


@given(st.text(max_size=60), st.text(max_size=60))
def test_partners_are_each_others(one: str, other: str) -> None:
    pairs = pairing(sentence(one), sentence(other))
    assert all(pairs.of_b[there] == here for here, there in enumerate(pairs.of_a) if there >= 0)
    assert 0 <= pairs.overlap <= 1
    assert turned(turned(pairs)) == pairs
    assert turned(pairing(sentence(other), sentence(one))) == pairs
