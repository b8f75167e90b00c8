"""All kinds of differences together."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.collate.differences import find_differences
from generator.collate.said import said_alone
from generator.model import DifferenceKind

_SENTENCE = """
the mill port fined not never 7 9 million euros $5 percent 30 Monday Friday 1987 2001 Tom Brandt rose fell of on in
said , . two five May June more than about 12 km miles
"""
WORDS = st.lists(st.sampled_from(_SENTENCE.split()), max_size=14).map(" ".join)


def test_kinds_side_by_side() -> None:
    """A sentence may differ in several things, which are told by their place."""
    a, b = said_alone("The ferry sank on Monday with 40 cars."), said_alone("The ferry sank on Friday with 55 cars.")
    assert [each.kind for each in find_differences(a, b)] == [DifferenceKind.DATE, DifferenceKind.FIGURE]


def test_denials_of_long_sentences() -> None:
    """A denial counts for less where the sentences have little else in common."""
    a, b = "The port will close on Monday", "The port will not close on Monday"
    more = ", as rain, fog, hail, thunder, drifting ice, rough seas and a gale hold up boats, crews and cargo all week"
    surer, less = (
        next(each.confidence for each in find_differences(said_alone(a + "."), said_alone(b + end + ".")))
        for end in ("", more)
    )
    assert surer > less


def test_same_text() -> None:
    """Nothing differs in one text."""
    assert find_differences(said_alone("It sank on Monday."), said_alone("It sank on Monday.")) == ()


@given(WORDS, WORDS)
def test_symmetrical(a: str, b: str) -> None:
    """It does not matter which sentence is which."""
    one, other = said_alone(a), said_alone(b)
    there, back = find_differences(one, other), find_differences(other, one)
    assert {(each.kind, each.a, each.b, each.confidence, each.why) for each in there} == {
        (each.kind, each.b, each.a, each.confidence, each.why) for each in back
    }


@given(st.text(), st.text())
def test_any_text(a: str, b: str) -> None:
    """Any string is a sentence; confidences are shares, and what is found lies apart."""
    found = find_differences(said_alone(a), said_alone(b))
    assert all(0 <= each.confidence <= 1 for each in found)
    assert all(x.a.end <= y.a.start for x, y in pairwise(found))
