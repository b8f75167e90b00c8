"""Names and descriptions in which two sentences cannot both be right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.collate.descriptions import find_description
from generator.collate.differences import FLOOR
from generator.collate.names import find_name
from generator.collate.said import said_alone


def shown(a: str, b: str) -> list[tuple[str, str]]:
    """Names found from the floor on, as they stand in each sentence."""
    found = find_name(said_alone(a), said_alone(b))
    return [(a[x.a.start : x.a.end], b[x.b.start : x.b.end]) for x in found if x.confidence >= FLOOR]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param(
            '"The quay is safe," said Mr Tom Brandt, who runs the port.',
            '"The quay is safe," said Ms Ada Quill, who runs the port.',
            [("Tom Brandt", "Ada Quill")],
            id="another person says the same",
        ),
        pytest.param(
            "It sold its ferry unit to Banner Industries Inc on Friday.",
            "It sold its ferry unit to Oak Industries Inc on Friday.",
            [("Banner Industries Inc", "Oak Industries Inc")],
            id="another company in the same place",
        ),
        pytest.param(
            "The mill agreed to merge with GGFH Inc this week.",
            "The mill agreed to merge with GGHF Inc this week.",
            [("GGFH Inc", "GGHF Inc")],
            id="initials in another order",
        ),
        pytest.param(
            "The quay is safe, said Mr Tom Brandt.",
            "The quay is safe, said the harbour master.",
            [],
            id="a common noun",
        ),
        pytest.param(
            "The quay is safe, said Mr Ronald Brandt.", "The quay is safe, said Mr Ron Brandt.", [], id="a short name"
        ),
        pytest.param(
            "The quay is safe, said Mr Tom Brandt.", "The quay is safe, said Mr Brandt.", [], id="a surname alone"
        ),
        pytest.param(
            "It was sold to the Port Safety Board on Friday.", "It was sold to the PSB on Friday.", [], id="initials"
        ),
        pytest.param(
            "Talks with Washington failed on Friday.", "Talks with America failed on Friday.", [], id="a capital"
        ),
        pytest.param(
            "He met Mr Anton Mursi in the harbour.", "He met Mr Anton Morsi in the harbour.", [], id="spelt otherwise"
        ),
    ],
)
def test_names(a: str, b: str, expected: list[tuple[str, str]]) -> None:
    """Other bearers in the same role are found, and other forms of a name are not."""
    assert shown(a, b) == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param(
            "Shares of food delivery giant Brandt fell.",
            "Shares of grocery giant Brandt fell.",
            [("food delivery", "grocery")],
            id="another trade",
        ),
        pytest.param("The tech giant Brandt fell.", "The internet giant Brandt fell.", [], id="words that go together"),
        pytest.param("The rail company Brandt fell.", "The railway company Brandt fell.", [], id="one root"),
        pytest.param("The giant Brandt fell.", "The grocery giant Brandt fell.", [], id="only one says it"),
    ],
)
def test_descriptions(a: str, b: str, expected: list[tuple[str, str]]) -> None:
    """What two sentences call the same name is found where it cannot be both."""
    found = find_description(said_alone(a), said_alone(b))
    assert [(a[x.a.start : x.a.end], b[x.b.start : x.b.end]) for x in found] == expected


@given(st.text(), st.text())
def test_any_text(a: str, b: str) -> None:
    """Any string is a sentence."""
    one, other = said_alone(f"{a} Tom Brandt"), said_alone(f"{b} Ada Quill")
    for each in (*find_name(one, other), *find_description(one, other)):
        assert 0 <= each.confidence <= 1
