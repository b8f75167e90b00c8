"""What one sentence turns round of the other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.collate.meaning import find_meaning
from generator.collate.said import said
from generator.model import DifferenceKind

SHOWN = 0.5


def found(one: str, other: str, language: str = "en") -> list[tuple[str, str]]:
    """The passages that contradict each other, by what is shown as a difference."""
    a, b = said(one, language, (), ()), said(other, language, (), ())
    return [
        (one[each.a.start : each.a.end], other[each.b.start : each.b.end])
        for each in find_meaning(a, b)
        if each.confidence >= SHOWN
    ]


TURNED = [
    pytest.param(
        "The four ports have shed nearly $20 million.", "The four ports have raised nearly $ 20 million.",
        ("shed", "raised"), id="down and up",
    ),
    pytest.param(
        "Exports of grain fell by 30 per cent.", "Grain exports increased 30 percent.", ("fell", "increased"),
        id="down and up in other words",
    ),
    pytest.param(
        "There was a slight decrease of 1.4% in sales.", "Sales had increased slightly by 1.4%.",
        ("decrease", "increased"), id="a noun and a verb",
    ),
    pytest.param("Orrin won the vote in May.", "Orrin lost the vote in May.", ("won", "lost"), id="won and lost"),
    pytest.param(
        "The board approved the new quay.", "The board rejected the new quay.", ("approved", "rejected"),
        id="approved and rejected",
    ),
    pytest.param(
        "The crew left before the alarm rang.", "The crew left after the alarm rang.", ("before", "after"),
        id="before and after",
    ),
    pytest.param(
        "Fewer than 90 ships use the port.", "Over 90 ships use the port.", ("Fewer", "Over"), id="fewer and over"
    ),
    pytest.param(
        "The court found Orrin guilty of theft.", "The court found Orrin innocent of theft.", ("guilty", "innocent"),
        id="guilty and innocent",
    ),
    pytest.param(
        "The town would never support the toll.", "The town would never oppose the toll.", ("support", "oppose"),
        id="both denied",
    ),
    pytest.param(
        "The bank stopped short of calling for a sale.", "The bank was on the verge of calling for a sale.",
        ("stopped short of calling", "on the verge of calling"), id="not done and about to be done",
    ),
    pytest.param(
        "Nobody has seen him since the sale was derailed last month.", "Nobody has seen him since the sale last month.",
        ("sale was derailed", "sale"), id="what did not take place",
    ),
    pytest.param(
        "Northport can fine violators up to 10 per cent.", "Northport can pay a fine of up to 10 per cent.",
        ("can fine", "pay a fine"), id="who fines and who pays",
    ),
    pytest.param(
        "Northport sued Orrin over the quay.", "Orrin sued Northport over the quay.", ("sued", "sued"),
        id="who does it and to whom",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "expected"), TURNED)
def test_what_is_turned_round_is_found(one: str, other: str, expected: tuple[str, str]) -> None:
    assert expected in found(one, other)


@pytest.mark.parametrize(("one", "other", "expected"), TURNED)
def test_the_order_of_the_sentences_does_not_matter(one: str, other: str, expected: tuple[str, str]) -> None:
    assert expected[::-1] in found(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Shares fell 3 per cent.", "Shares dropped 3 per cent.", id="words of one meaning"),
        pytest.param("Prices did not rise in May.", "Prices fell in May.", id="a denied opposite"),
        pytest.param("Northport sold the ferry to Orrin.", "Orrin bought the ferry from Northport.", id="two sides"),
        pytest.param(
            "The crew left before the alarm rang.", "The alarm rang after the crew left.", id="before and after turned"
        ),
        pytest.param("Shares fell after they rose.", "Shares rose and then fell.", id="both are in both"),
        pytest.param("Orrin sued Northport.", "Northport was sued by Orrin.", id="passive"),
        pytest.param("Northport can fine Orrin.", "Orrin can pay a fine.", id="one fines and another pays"),
        pytest.param("Talks broke down in May.", "Talks broke up in May.", id="up and down as parts of verbs"),
        pytest.param("The minister, left, joined the crew.", "The minister joined the crew.", id="left of a picture"),
        pytest.param(
            "The share was 35 per cent in the last quarter.", "The share was 35 per cent in the first quarter.",
            id="first and last before a time",
        ),
        pytest.param("", "Prices fell.", id="nothing to compare with"),
    ],
)  # fmt: skip
def test_nothing_is_turned_round(one: str, other: str) -> None:
    assert not found(one, other)


def test_a_figure_of_its_own_speaks_of_another_moment() -> None:
    a, b = (said(text, "en", (), ()) for text in ("Grain for July rose 31 cents.", "Grain for July fell 38 cents."))
    (difference,) = find_meaning(a, b)
    assert difference.varies


def test_sentences_that_are_the_same_otherwise_speak_of_one_moment() -> None:
    quarter = "Northport Ferries, which runs the line to the island, says it had a quarterly"
    a, b = (
        said(f"{quarter} {end} a share, after tax and interest.", "en", (), ())
        for end in ("loss of 56 cents", "profit of 61 cents")
    )
    assert [each.varies for each in find_meaning(a, b)] == [False]


def test_a_reason_says_what_each_says() -> None:
    texts = (
        "The four ports have shed nearly $20 million so far.",
        "The four ports have raised nearly $20 million so far.",
    )
    (difference,) = find_meaning(*(said(text, "en", (), ()) for text in texts))
    assert difference.kind is DifferenceKind.MEANING
    assert difference.why == "One says “shed nearly $20 million”, the other “raised nearly $20 million”."
    assert not difference.varies


def test_other_languages_are_left_alone() -> None:
    assert not found("Die Preise won in May.", "Die Preise lost in May.", "de")


def test_what_is_too_long_for_a_sentence_is_left_alone() -> None:
    assert not found("prices never rose " * 2000, "prices fell and rose " * 2000)


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_is_welcome(one: str, other: str) -> None:
    for difference in find_meaning(said(f"rose {one}", "en", (), ()), said(f"fell {other}", "en", (), ())):
        assert 0 <= difference.confidence <= 1
