"""Headlines in which two reports of one event cannot both be right."""

import pytest

from articles import annotated
from generator.collate.collation import collate
from generator.collate.headlines import headline
from generator.model import TITLE, Annotated, Difference

TEXT = "The ferry to Oslo sank on Monday. Nobody was on board, said Ada Quill of Harbour Lines."
OTHER = "The mayor spoke of apples."


def between(first: str, second: str) -> tuple[Difference, ...]:
    return collate([annotated(TEXT, id="a", title=first), annotated(OTHER, id="b", title=second)]).differences


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        pytest.param("HARBOUR REPORTS QTR LOSS", "HARBOUR REPORTS QTR PROFIT", "meaning", id="results"),
        pytest.param("Storm kills 12 in Bergen", "Storm kills 21 in Bergen", "figure", id="another figure"),
        pytest.param("Harbour shares rise after storm", "Harbour shares fall after storm", "meaning", id="an opposite"),
        pytest.param("Harbour shares rise after storm", "Shares of harbour up after storm", "", id="other words"),
        pytest.param("Storms kill 17 in Norway", "Ten sailors dead as storm hits Norway", "", id="other people"),
        pytest.param("Ferry sinks off Oslo", "Mayor opens apple market", "", id="nothing in common"),
        pytest.param("UPDATE 2-Ferry to Oslo sinks", "UPDATE 3-Ferry to Oslo sinks", "", id="a slug of the agency"),
    ],
)  # fmt: skip
def test_headlines_differ_in(first: str, second: str, kind: str) -> None:
    found = between(first, second)
    assert [each.kind.value for each in found] == [kind][: len(kind)]
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
    said = headline(named(title))
    assert said is not None
    assert [said.text[span.start : span.end] for span, _ in said.names] == names


def named(title: str) -> Annotated:
    return annotated(f"Ada Quill spoke. {TEXT} Ms Quill left Harbour Lines.", title=title)
