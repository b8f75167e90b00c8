"""The two sentences of two articles that have most in common."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import annotated
from generator.model import Annotated, ClosestSentences, Rarity
from generator.relate.closest import closest
from generator.relate.rarity import rarity_of, terms_of
from generator.relate.traits import traits


def pair(here: str, there: str, *others: str) -> tuple[Annotated, Annotated, Rarity]:
    """Two articles, and the rarity of words among them and others."""
    made = [annotated(text, id=str(number), title="") for number, text in enumerate((here, there, *others))]
    return made[0], made[1], rarity_of(terms_of([traits(each).terms for each in made]))


FERRY = "Snow fell on the hills all night. The old ferry crossed the harbour under tow."
QUAY = "A tow brought the ferry to the harbour quay. Growers expect many apples this autumn."


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        pytest.param(FERRY, QUAY, ClosestSentences(1, 0, ("ferri", "harbour", "tow")), id="the words they share"),
        pytest.param(FERRY, "Apples ripened early in all orchards.", None, id="no word in common"),
        pytest.param(FERRY, "The ferry left.", None, id="a sentence of hardly any words says nothing"),
        pytest.param(FERRY, "", None, id="no sentences"),
    ],
)
def test_closest_sentences_are_found(here: str, there: str, expected: ClosestSentences | None) -> None:
    found = closest(*pair(here, there))
    assert found == expected


def test_a_rare_word_says_more_than_a_common_one() -> None:
    here = "The ferry under repair stank of paint. The whale under repair stank of paint."
    there = "A ferry sank near some rocky island. A whale sank near some rocky island."
    found = closest(*pair(here, there, *["Another ferry came to another town today."] * 20))
    assert found == ClosestSentences(1, 1, ("whale",))


SENTENCES = st.lists(
    st.lists(st.sampled_from(["ferry", "harbour", "toll", "quay", "whale", "orchard"]), min_size=4, max_size=7),
    max_size=4,
).map(lambda rows: " ".join(f"The {' '.join(row)} stood." for row in rows))


@given(SENTENCES, SENTENCES)
def test_it_is_the_same_in_both_directions_but_for_ties(one: str, other: str) -> None:
    first, second, rarity = pair(one, other)
    there, back = closest(first, second, rarity), closest(second, first, rarity)
    assert (there is None) == (back is None)
    if there and back:
        assert 0 <= there.here < len(first.annotations.sentences)
        assert 0 <= there.there < len(second.annotations.sentences)
        terms = first.annotations.sentence_terms[there.here], second.annotations.sentence_terms[there.there]
        assert set(there.shared) <= set(terms[0]) & set(terms[1])
        assert there.shared
