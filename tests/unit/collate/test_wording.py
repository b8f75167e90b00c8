"""What the cells of a row share, word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.collate.wording import shared_wording


def shown(*texts: str) -> list[list[str]]:
    """The shared words of each text."""
    spans = shared_wording(texts, "en")
    return [[text[span.start : span.end] for span in found] for text, found in zip(texts, spans, strict=True)]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(["The ferry left.", "The ferry left."], [["The ferry left"]] * 2, id="all"),
        pytest.param(["The ferry left.", "A whale came."], [[], []], id="nothing"),
        pytest.param(
            ["Shares fell 8% today", "Shares rose 8% today"], [["Shares", "8% today"]] * 2, id="around what changed"
        ),
        pytest.param(
            ["He raises tolls", "He raised tolls"], [["He raises tolls"], ["He raised tolls"]], id="inflected"
        ),
        pytest.param(["the whale of a", "the ferry of a"], [[], []], id="words that carry nothing, alone"),
        pytest.param(
            ["Toll halved", "Toll doubled", "Fee doubled"],
            [["Toll"], ["Toll doubled"], ["doubled"]],
            id="with any other",
        ),
        pytest.param(["alone"], [[]], id="one"),
        pytest.param([], [], id="none"),
    ],
)
def test_runs_that_another_has_are_shared(texts: list[str], expected: list[list[str]]) -> None:
    assert shown(*texts) == expected


@given(st.lists(st.text("ab of,", max_size=12), max_size=6))
def test_spans_are_apart_and_inside(texts: list[str]) -> None:
    for text, spans in zip(texts, shared_wording(texts, "en"), strict=True):
        ends = [0, *(end for span in spans for end in (span.start, span.end)), len(text)]
        assert ends == sorted(ends)
        assert all(span.start < span.end for span in spans)


def test_texts_of_thousands_of_equal_words_are_compared_at_their_beginning() -> None:
    found = shared_wording(["ferry " * 20_000, "ferry harbour " * 20_000], "en")
    assert all(found)
