"""What one sentence says and the other denies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.collate.polarity import find_polarity
from generator.collate.said import said
from generator.model import DifferenceKind

SHOWN = 0.5


def found(one: str, other: str, language: str = "en") -> list[tuple[str, str]]:
    """The passages that contradict each other, by what is shown as a difference."""
    a, b = said(one, language, (), ()), said(other, language, (), ())
    return [
        (one[each.a.start : each.a.end], other[each.b.start : each.b.end])
        for each in find_polarity(a, b)
        if each.confidence >= SHOWN
    ]


DENIED = [
    pytest.param("The port will close on Monday.", "The port will not close on Monday.", id="not"),
    pytest.param("The ferry has sailed since June.", "The ferry hasn't sailed since June.", id="n't"),
    pytest.param("The ferry has sailed since June.", "The ferry has n't sailed since June.", id="n't set apart"),
    pytest.param("The mayor met the dockers on Friday.", "The mayor never met the dockers on Friday.", id="never"),
    pytest.param("A ferry was damaged in the storm.", "No ferry was damaged in the storm.", id="no"),
    pytest.param("The two ports fought a war.", "The two ports did not fight a war.", id="another form of the verb"),
    pytest.param(
        "The crew managed to repair the engine at sea.", "The crew failed to repair the engine at sea.", id="failed to"
    ),
    pytest.param(
        "The paper told readers to take the ruling as a chance.",
        "The paper told readers not to use the ruling as a chance.",
        id="another verb, and what it is about is the same",
    ),
    pytest.param(
        "Orrin is a member of the harbour board.", "Orrin is not a member of the harbour board.", id="not a member"
    ),
    pytest.param(
        "They would never support the blockade of the port.",
        "They would not never support the blockade of the port.",
        id="denied twice and once",
    ),
]


@pytest.mark.parametrize(("one", "other"), DENIED)
def test_a_denial_is_found(one: str, other: str) -> None:
    assert found(one, other)


@pytest.mark.parametrize(("one", "other"), DENIED)
def test_the_order_of_the_sentences_does_not_matter(one: str, other: str) -> None:
    assert [(b, a) for a, b in found(other, one)] == found(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("The port did not close.", "The port never closed.", id="both deny"),
        pytest.param("Orrin was found innocent.", "Orrin was found not guilty.", id="not guilty is innocent"),
        pytest.param("Rates were unchanged.", "Rates did not change.", id="did not change is unchanged"),
        pytest.param("Orrin lost the vote.", "Orrin failed to win the vote.", id="failed to win is lost"),
        pytest.param("The plan is unacceptable.", "The plan is not acceptable.", id="a word that denies by itself"),
        pytest.param(
            "Orrin has almost vanished from view.", "Orrin has all but vanished from view.", id="all but"
        ),
        pytest.param(
            "The rules hit the port and the town.", "The rules hit not only the port but the town.", id="not only"
        ),
        pytest.param(
            "The crackdown is on the port and the town.", "The crackdown is on not just the port but the town.",
            id="not just",
        ),
        pytest.param("At least 40 ships waited.", "No fewer than 40 ships waited.", id="no fewer than"),
        pytest.param(
            "The fare is a threat to the islands.", "The fare is no more than a threat to the islands.",
            id="no more than",
        ),
        pytest.param(
            "The ferry sailed after the storm had passed.", "The ferry did not sail until the storm had passed.",
            id="not until",
        ),
        pytest.param("The mayor laughed at the plan.", "The mayor could not help laughing at the plan.", id="not help"),
        pytest.param(
            "Police hold out the possibility of arson.", "Police did not rule out the possibility of arson.",
            id="not rule out",
        ),
        pytest.param("It depends on whether it sails.", "It depends on whether or not it sails.", id="or not"),
        pytest.param("The board admitted the error.", "The board did not deny the error.", id="not deny"),
        pytest.param("Pier 5 is shut.", "Pier No. 5 is shut.", id="No. before a number"),
        pytest.param(
            "Mr Orrin was cleared of one charge.", "Mr Orrin, who did not testify, was cleared of one charge.",
            id="an aside",
        ),
        pytest.param("They refused to pay the toll.", "They declined to pay the toll.", id="refused and declined"),
        pytest.param("Will the port close?", "The port will not close.", id="a question says nothing"),
        pytest.param(
            "Their failure to repair the pier cost votes.", "They failed to repair the pier, which cost votes.",
            id="failure and failed",
        ),
        pytest.param(
            "Neither the mayor nor the board paid.", "Neither mayor nor board have paid.", id="neither nor in both"
        ),
        pytest.param("That was not all: the port closed.", "What is more, the port closed.", id="not all"),
        pytest.param("", "The port will not close.", id="nothing to compare with"),
    ],
)  # fmt: skip
def test_no_denial(one: str, other: str) -> None:
    assert not found(one, other)


def test_a_reason_says_what_each_says() -> None:
    a, b = (
        said(text, "en", (), ()) for text in ("The port will not close on Monday.", "The port will close on Monday.")
    )
    (difference,) = find_polarity(a, b)
    assert difference.kind is DifferenceKind.POLARITY
    assert difference.why == "One says “close on Monday”, the other that it is not so: “will not close on Monday”."


def test_other_languages_are_left_alone() -> None:
    assert not found("O porto fecha na segunda.", "O porto não fecha na segunda.", "pt")


def test_what_is_too_long_for_a_sentence_is_left_alone() -> None:
    assert not found("prices never rose " * 2000, "prices fell and rose " * 2000)


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_is_welcome(one: str, other: str) -> None:
    for difference in find_polarity(said(f"not {one}", "en", (), ()), said(f"n't {other}", "en", (), ())):
        assert 0 <= difference.confidence <= 1
