"""What relations depend on, of one article."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import annotated
from generator.model import NameKind
from generator.relate.traits import Shape, Traits, shape, traits

NAMES = "Mr Tam Orrin of the Northport Line spoke in Northport. Orrin left."


def shapes(text: str) -> dict[str, Shape]:
    return {each.text: each for each in map(shape, traits(annotated(text)).names)}


def test_names_are_kept_with_their_forms_and_kinds() -> None:
    found = shapes(NAMES)
    assert found["Tam Orrin"] == Shape("tam orrin", NameKind.PERSON, "Tam Orrin", ("orrin",), ("Tam Orrin", "Orrin"))
    assert found["Northport"].ends == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("Rain, at last.", "RAIN\nat  last", True, id="case, marks and spaces"),
        pytest.param("Rain at last.", "At last rain.", False, id="another order"),
        pytest.param("Rain at last.", "Rain at last, rain.", False, id="a word more"),
        pytest.param("?", "!", False, id="no words, other marks"),
        pytest.param("?", "?", True, id="no words, the same marks"),
    ],
)
def test_the_fingerprint_is_that_of_the_words(one: str, other: str, *, same: bool) -> None:
    prints = [traits(annotated(text)).fingerprint for text in (one, other)]
    assert (prints[0] == prints[1]) is same


@given(st.text(alphabet=st.one_of(st.sampled_from("aB Éß-’'.,\t\n_中İ1"), st.characters()), max_size=80))
def test_any_article_has_traits_that_can_be_kept(text: str) -> None:
    made = traits(annotated(text))
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(made), type=Traits) == made
    assert len(made.names) == len(list(map(shape, made.names)))
