"""Headlines in which two reports of one event cannot both be right."""

import pytest

from articles import annotated
from generator.collate.collation import collate
from generator.collate.headlines import headline
from generator.model import TITLE, Annotated, Difference, DifferenceKind

TEXT = "The ferry to Oslo sank on Monday. Nobody was on board, said Ada Quill of Harbour Lines."
OTHER = "The mayor spoke of apples."


def between(first: str, second: str) -> tuple[Difference, ...]:
    return collate([annotated(TEXT, id="a", title=first), annotated(OTHER, id="b", title=second)]).differences


@pytest.mark.parametrize(
    ("first", "second", "kinds"),
    [
        pytest.param(
            "HARBOUR LINES REPORTS 1ST QTR LOSS",
            "HARBOUR LINES REPORTS 1ST QTR PROFIT",
            ["meaning"],
            id="profit and loss",
        ),
        pytest.param("Storm kills 12 in Bergen", "Storm kills 21 in Bergen", ["figure"], id="another figure"),
        pytest.param(
            "Harbour Lines shares rise after storm",
            "Harbour Lines shares fall after storm",
            ["meaning"],
            id="an opposite",
        ),
        pytest.param(
            "Harbour Lines shares rise after storm",
            "Shares of Harbour Lines up after storm",
            [],
            id="the same in other words",
        ),
        pytest.param(
            "Storms kill 17 in Norway and Sweden", "Ten sailors killed in Norway storm", [], id="of other people"
        ),
        pytest.param("Ferry sinks off Oslo", "Mayor opens apple market", [], id="nothing in common"),
        pytest.param("UPDATE 2-Ferry to Oslo sinks", "UPDATE 3-Ferry to Oslo sinks", [], id="a slug of the agency"),
    ],
)
def test_headlines_differ_in(first: str, second: str, kinds: list[str]) -> None:
    found = between(first, second)
    assert [each.kind for each in found] == [DifferenceKind(kind) for kind in kinds]
    assert {side.place.sentence for each in found for side in (each.a, each.b)} <= {TITLE}


def test_a_difference_of_headlines_is_a_place_in_the_titles() -> None:
    titles = "Storm kills 12 in Bergen", "Storm kills 21 in Bergen"
    (found,) = between(*titles)
    assert [titles[one.place.article][one.span.start : one.span.end] for one in (found.a, found.b)] == ["12", "21"]


def test_headlines_are_in_no_fact() -> None:
    made = collate([annotated(TEXT, id=id_, title="Storm kills 12 in Bergen") for id_ in "ab"])
    assert all(place.sentence != TITLE for fact in made.facts for place in fact.places)


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("The ferry to Oslo sank on Monday", id="a whole sentence"),
        pytest.param("The ferry to Oslo sank…", id="the beginning of one"),
        pytest.param("the  ferry to oslo SANK", id="in other letters"),
    ],
)
def test_a_title_made_of_a_sentence_is_no_headline(title: str) -> None:
    assert headline(annotated(TEXT, title=title)) is None


@pytest.mark.parametrize(
    ("title", "names"),
    [
        pytest.param("Quill leaves Harbour Lines", ["Quill", "Harbour Lines"], id="as they are written"),
        pytest.param("HARBOUR LINES IN TALKS", ["HARBOUR LINES"], id="in capitals"),
        pytest.param("Harbours and lines", [], id="other words"),
    ],
)
def test_a_headline_has_the_names_of_its_article(title: str, names: list[str]) -> None:
    said = headline(named())
    assert said is not None
    said = headline(named(title))
    assert said is not None
    assert [said.text[span.start : span.end] for span, _ in said.names] == names


def named(title: str = "Storm") -> Annotated:
    return annotated(f"Ada Quill spoke. {TEXT} Ms Quill left Harbour Lines.", title=title)
