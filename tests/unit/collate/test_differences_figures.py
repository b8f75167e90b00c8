"""Figures in which two sentences cannot both be right, and those in which they can."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.collate.differences import FLOOR
from generator.collate.figures import find_figure
from generator.collate.quantities import quantities
from generator.collate.said import Said, said, said_alone
from generator.model import DifferenceKind


def plain(text: str) -> Said:
    """A sentence of which no names are known."""
    return said(text, "en", (), ())


def shown(a: str, b: str) -> list[tuple[str, str]]:
    """What is found, as it stands in each sentence."""
    found = find_figure(plain(a), plain(b))
    return [(a[x.a.start : x.a.end], b[x.b.start : x.b.end]) for x in found if x.confidence >= FLOOR]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param(
            "The port was fined $7.8 billion for the spill.",
            "The port was fined 2.8 billion dollars for the spill.",
            [("$7.8 billion", "2.8 billion dollars")],
            id="money, written otherwise",
        ),
        pytest.param(
            "the mill may lose 30 % of its orders",
            "the mill may lose 45 percent of its orders",
            [("30 %", "45 percent")],
            id="a share, in lower case with blanks",
        ),
        pytest.param(
            "Five sailors were rescued off the cape.",
            "Three sailors were rescued off the cape.",
            [("Five", "Three")],
            id="numbers in words",
        ),
        pytest.param(
            "The quay will hold 40 boats and 12 cranes.",
            "The quay will hold 44 boats and 12 cranes.",
            [("40", "44")],
            id="equal numbers pair off",
        ),
        pytest.param(
            "Sales rose from 3 million to 5 million tonnes.",
            "Sales rose from 3 million to 8 million tonnes.",
            [("5 million tonnes", "8 million tonnes")],
            id="the end of a range",
        ),
        pytest.param(
            "The bridge was closed in 1987 for repairs.",
            "The bridge was closed in 1978 for repairs.",
            [("1987", "1978")],
            id="a year",
        ),
        pytest.param(
            "The hearing is on April 23 in the old court.",
            "The hearing is on 25th April in the old court.",
            [("April 23", "25th April")],
            id="a day of a month, before and behind it",
        ),
        pytest.param(
            "Ada Quill, 37, was elected mayor.",
            "Ada Quill, 52, was elected mayor.",
            [("37", "52")],
            id="an age in commas",
        ),
        pytest.param(
            "It was the 34th festival in the harbour.",
            "It was the 69th festival in the harbour.",
            [("34th", "69th")],
            id="a rank",
        ),
        pytest.param(
            "The unit makes 46,000 barrels of oil a year.",
            "The unit makes 46,000 barrels of oil a day.",
            [("year", "day")],
            id="one number in another time",
        ),
        pytest.param(
            "The firm earned 14 cts per share in the first quarter.",
            "The firm earned 1.4 cts per share in the first quarter.",
            [("14 cts", "1.4 cts")],
            id="a slip of the point",
        ),
    ],
)
def test_differs(a: str, b: str, expected: list[tuple[str, str]]) -> None:
    """One quantity with two values is found, by its smallest part."""
    assert shown(a, b) == expected


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(
            "The levy is $7.8bn this year.", "The levy is 7.8 billion dollars this year.", id="scale written out"
        ),
        pytest.param("Nearly 90,000 people voted there.", "In all 88,747 people voted there.", id="nearly"),
        pytest.param("More than 6 percent fell ill.", "Of them 6.4 percent fell ill.", id="more than"),
        pytest.param("Output grew 1.6 percent in May.", "Output grew 2 percent in May.", id="rounded to whole ones"),
        pytest.param("It costs 916,000 euros to run.", "It costs 0.91 million euros to run.", id="digits cut off"),
        pytest.param(
            "The town is 90 miles from the coast.", "The town is 150 kilometres from the coast.", id="converted"
        ),
        pytest.param("The trial took two weeks to end.", "The trial took 14 days to end.", id="weeks and days"),
        pytest.param(
            "Of the board 57 percent voted yes.", "Of the board 43 percent voted no.", id="a share and the rest"
        ),
        pytest.param("Half of the crew went home.", "50 percent of the crew went home.", id="a share in words"),
        pytest.param("Two dozen boats were lost.", "24 boats were lost.", id="dozen"),
        pytest.param(
            "They killed two guards and five sailors.", "They killed seven people.", id="parts that make the whole"
        ),
        pytest.param("Two men and a girl were seen.", "Three people were seen.", id="one more without a number"),
        pytest.param(
            "She was born in 1971 in Bergen.", "She was born in the 1970s in Bergen.", id="a year of a decade"
        ),
        pytest.param("The ferry sank.", "The ferry sank with 40 cars.", id="only one has a number"),
        pytest.param("The three-term mayor won 88,747 votes.", "The mayor won 88,747 votes.", id="three-term"),
        pytest.param(
            "The index ended at 3,610.10 points.", "The index ended at 3,610.16 points.", id="next to nothing"
        ),
        pytest.param("Eight or nine homes burned down.", "Nine homes burned down.", id="a guess"),
        pytest.param("The tool is £169 in shops.", "The tool is $273 in shops.", id="two currencies"),
        pytest.param("The fee runs through 2021.", "The fee runs from 2005.", id="the end and the beginning"),
    ],
)
def test_agrees(a: str, b: str) -> None:
    """What can both be right is no difference."""
    assert shown(a, b) == []


@pytest.mark.parametrize(
    ("a", "b", "varies"),
    [
        pytest.param(
            "The port was fined 7 million euros.", "The port was fined 9 million euros.", False, id="nothing says so"
        ),
        pytest.param(
            "Shares of the mill fell 3.6 percent to $66.89.",
            "Shares of the mill fell 4.9 percent to $65.73.",
            True,
            id="prices of a day",
        ),
        pytest.param(
            "As of Monday 65 cases were known.", "As of Friday 68 cases were known.", True, id="a count at another time"
        ),
        pytest.param(
            "About 22 percent of sailors are ill.", "About 31 percent of bakers are ill.", True, id="shares of others"
        ),
        pytest.param(
            "The krone rose 33 percent over 15 months.",
            "The krone rose 9 percent in six weeks.",
            True,
            id="another span",
        ),
        pytest.param(
            "The mill expects a profit of 4 million euros.",
            "The mill had a profit of 6 million euros.",
            True,
            id="what was expected and what came",
        ),
        pytest.param(
            "Eastman Kodak Co is raising 25 mln dlrs, said sole underwriter Morgan Stanley and Co Inc.",
            "Detroit Edison Co is raising 400 mln dlrs, said sole manager Morgan Stanley and Co Inc.",
            True,
            id="what one company does and what another does, with a third in both",
        ),
        pytest.param(
            "Harbour Holdings Ltd said the Quay Bridge cost 25 million dollars.",
            "Morning Post Ltd said the Quay Bridge cost 40 million dollars.",
            False,
            id="what two companies say of a third",
        ),
        pytest.param(
            "Ada Quill found 25 holes in the Quay Bridge.",
            "Tom Reed found 40 holes in the Quay Bridge.",
            False,
            id="what two persons find",
        ),
    ],
)
def test_varies(a: str, b: str, *, varies: bool) -> None:
    """What may be right of another moment or of others is said as such."""
    found = find_figure(said_alone(a), said_alone(b))
    assert {each.varies for each in found} == {varies}


def test_says_why() -> None:
    """The reason has both numbers with what they count."""
    (found,) = find_figure(plain("Some 55 gang members were held."), plain("Some 67 gang members were held."))
    assert found.why == "One says “55 gang members”, the other “67 gang members”."
    assert found.kind is DifferenceKind.FIGURE


@given(st.text(), st.text())
def test_any_text(a: str, b: str) -> None:
    """Any string is a sentence."""
    for each in find_figure(plain(a), plain(b)):
        assert a[each.a.start : each.a.end]
        assert b[each.b.start : each.b.end]


@given(st.text(alphabet="0123456789 .,$%-/:tofn", max_size=40))
def test_any_number(text: str) -> None:
    """Numbers lie apart and in order, whatever they are made of."""
    found = quantities(said_alone(text))
    assert all(x.span.end <= y.span.start for x, y in pairwise(found))


def test_rows_of_a_table_say_nothing_by_themselves() -> None:
    assert find_figure(said_alone("MAY7 287 1/2 UP 1 1/4"), said_alone("MAY7 287 1/4 UP 1")) == ()
    assert find_figure(said_alone("May wheat closed at 287 cents."), said_alone("May wheat closed at 291 cents."))
