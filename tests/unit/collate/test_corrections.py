"""Dispatches that were sent again as corrected, held against the first."""

import pytest
from msgspec.structs import replace

from articles import annotated
from generator.collate.collation import collate
from generator.collate.corrections import correction, marked_as_corrected
from generator.model import Annotated, DifferenceKind

FIRST = (
    "The council of Bergen imposed a levy on all ferries on Monday.",
    "The mayor said that the levy would pay for a new pier in the old harbour.",
    "Ferries carry most of those who work in the town.",
)
LATER = (FIRST[0].replace("imposed", "proposed"), *FIRST[1:])
NOTE = "(Corrects first paragraph to proposed from imposed)"


def report(
    sentences: tuple[str, ...], id_: str = "a", title: str = "Bergen and its ferries", **values: str
) -> Annotated:
    each = annotated("\n".join(sentences), id=id_, title=title)
    return replace(each, article=replace(each.article, **values))


@pytest.mark.parametrize(
    ("title", "head"),
    [
        pytest.param("CORRECTED - FERRY SINKS", "CORRECTED - ", id="an agency"),
        pytest.param("(CORRECTED) - FERRY SINKS", "(CORRECTED) - ", id="in brackets"),
        pytest.param("CORRECTED-FERRY SINKS", "CORRECTED-", id="without blanks"),
        pytest.param("Correction: Ferry sinks", "Correction: ", id="a paper"),
        pytest.param("Correction of the market goes on", "", id="a correction that is the news"),
        pytest.param("Corrected figures show a loss", "", id="figures that are corrected"),
        pytest.param("Corrected:", "", id="nothing behind it"),
    ],
)
def test_what_marks_a_headline_as_a_correction(title: str, head: str) -> None:
    assert title[: marked_as_corrected(title)] == head


@pytest.mark.parametrize(
    ("sentence", "note"),
    [
        pytest.param("(corrects cts per share)", "corrects cts per share", id="in brackets"),
        pytest.param(
            "Corrects name to subsidiary from parent.", "Corrects name to subsidiary from parent", id="a line"
        ),
        pytest.param("Company corrects current year sales.", "Company corrects current year sales", id="by whom"),
        pytest.param("It was sold. -- Corrects name of buyer", "Corrects name of buyer", id="behind a dash"),
        pytest.param(
            "This story has been corrected to show a loss.",
            "This story has been corrected to show a loss",
            id="a paper",
        ),
        pytest.param(
            "An earlier version of this article misstated the year.",
            "An earlier version of this article misstated the year",
            id="an earlier version",
        ),
        pytest.param("The teacher corrects papers at night.", None, id="somebody who corrects"),
        pytest.param("The market was correcting.", None, id="a market"),
    ],
)
def test_what_a_note_says(sentence: str, note: str | None) -> None:
    made = correction(report((*FIRST, sentence)))
    assert (made.note if made else None) == note


@pytest.mark.parametrize(
    ("title", "note"),
    [
        pytest.param("CORRECTED - Bergen and its ferries", "", id="in its headline"),
        pytest.param("Bergen and its ferries", NOTE, id="in a note"),
    ],
)
@pytest.mark.parametrize("is_turned", [False, True])
def test_what_a_correction_has_instead_is_a_difference(title: str, note: str, *, is_turned: bool) -> None:
    articles = [report(FIRST), report((*LATER, note), "b", title)]
    texts = [each.article.text for each in articles][:: -1 if is_turned else 1]
    (found,) = collate(articles[:: -1 if is_turned else 1]).differences
    shown = [texts[at.place.article][at.span.start : at.span.end] for at in (found.a, found.b)]
    assert (found.kind, shown) == (DifferenceKind.MEANING, ["imposed", "proposed"][:: -1 if is_turned else 1])
    assert "correction" in found.why


def test_the_words_that_a_note_names_are_surer() -> None:
    sure = [
        collate([report(FIRST), report((*LATER, note), "b")]).differences[0].confidence
        for note in (NOTE, "(corrects verb)")
    ]
    assert sure[0] > sure[1]


@pytest.mark.parametrize(
    ("later", "values"),
    [
        pytest.param(LATER, {}, id="no correction"),
        pytest.param((*FIRST, NOTE), {}, id="nothing is otherwise"),
        pytest.param((*LATER, NOTE), {"date": "2020-01-01"}, id="an older article"),
        pytest.param((*LATER, NOTE), {"source": "Post"}, id="another source"),
        pytest.param((FIRST[0], FIRST[1].replace("levy", "levvy"), FIRST[2], NOTE), {}, id="a slip of the pen"),
        pytest.param((FIRST[0], FIRST[1].replace("said", "says"), FIRST[2], NOTE), {}, id="a form of one word"),
        pytest.param((FIRST[0], FIRST[1].replace("old", "old, safe"), FIRST[2], NOTE), {}, id="a word more"),
        pytest.param(
            (
                "Bergen’s council has proposed a levy on all ferries.",
                "A pier shall be paid with it, the mayor told us.",
                NOTE,
            ),
            {},
            id="another report of the event",
        ),
    ],
)
def test_nothing_is_called_corrected(later: tuple[str, ...], values: dict[str, str]) -> None:
    first, second = (
        report(FIRST, source="Wire", date="2020-02-02"),
        report(later, "b", source="Wire", date="2020-02-02"),
    )
    second = replace(second, article=replace(second.article, **values))
    assert collate([first, second]).differences == ()


def test_what_was_corrected_another_day_is_no_news() -> None:
    """Else what one source says another day may both be right."""
    values = {"source": "Wire"}
    first, second = report(FIRST, date="2020-02-02", **values), report((*LATER, NOTE), "b", date="2020-02-03", **values)
    assert [each.varies for each in collate([first, second]).differences] == [False]
