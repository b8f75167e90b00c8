"""Days of the week and months in which two sentences cannot both be right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.collate.dates import find_date
from generator.collate.said import said


def shown(a: str, b: str) -> list[tuple[str, str, bool]]:
    """What is found, as it stands in each sentence, and whether it varies."""
    found = find_date(said(a, "en", (), ()), said(b, "en", (), ()))
    return [(a[x.a.start : x.a.end], b[x.b.start : x.b.end], x.varies) for x in found]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param(
            "The ferry sank on Monday.", "The ferry sank on Tuesday.", [("Monday", "Tuesday", False)], id="weekday"
        ),
        pytest.param(
            "the ferry sank in early july", "the ferry sank in early june", [("july", "june", False)], id="month"
        ),
        pytest.param("It sank on Sept. 9.", "It sank on Aug. 9.", [("Sept", "Aug", False)], id="short names of months"),
        pytest.param(
            "The ferry sank, the owner said Monday.",
            "The ferry sank, the owner said Tuesday.",
            [("Monday", "Tuesday", True)],
            id="said on both",
        ),
        pytest.param(
            "Monday's vote was close.", "Friday’s vote was close.", [("Monday", "Friday", False)], id="possessive"
        ),
        pytest.param("The ferry sank on Monday.", "The ferry sank yesterday.", [], id="a day that is told otherwise"),
        pytest.param("It sank on Monday.", "It sank on Monday, not on Friday.", [], id="only one has more"),
        pytest.param("It may sink.", "It sank in June.", [], id="may is no month"),
        pytest.param(
            "The ferry sank on Saturday.", "The ferry sank, the owner said Sunday.", [], id="happened and told"
        ),
    ],
)
def test_dates(a: str, b: str, expected: list[tuple[str, str, bool]]) -> None:
    """Days and months in the same place are found where they are not the same."""
    assert shown(a, b) == expected


@given(st.text(), st.text())
def test_any_text(a: str, b: str) -> None:
    """Any string is a sentence."""
    assert all(one and other for one, other, _ in shown(f"{a} on Monday", f"{b} on Friday"))
