from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Span
from generator.relate.occurrences import Occurrences


def found(forms: dict[str, set[str]], text: str, taken: tuple[Span, ...] = ()) -> dict[str, list[str]]:
    places = Occurrences(forms).find(text, taken)
    return {key: [text[span.start : span.end] for span in spans] for key, spans in places.items()}


@pytest.mark.parametrize(
    ("forms", "text", "expected"),
    [
        pytest.param({"k": {"toll"}}, "A Toll, a TOLL.", {"k": ["Toll", "TOLL"]}, id="letter case"),
        pytest.param({"k": {"toll"}}, "tolls extol atoll", {}, id="whole words only"),
        pytest.param({"k": {"harbour toll"}}, "harbour\ntoll", {"k": ["harbour\ntoll"]}, id="a line break"),
        pytest.param({"a": {"toll"}, "b": {"harbour toll"}}, "harbour toll", {"b": ["harbour toll"]}, id="the longest"),
        pytest.param({"k": {"i"}}, "İ i", {"k": ["i"]}, id="a letter with two in lower case"),
        pytest.param({"k": {"c++"}}, "in c++, c++17", {"k": ["c++", "c++"]}, id="marks at the end"),
        pytest.param({"k": {""}}, "anything", {}, id="an empty form"),
        pytest.param({}, "anything", {}, id="no form"),
    ],
)
def test_forms_are_found_where_they_stand(
    forms: dict[str, set[str]], text: str, expected: dict[str, list[str]]
) -> None:
    assert found(forms, text) == expected


def test_places_that_are_taken_are_left_alone() -> None:
    assert found({"k": {"toll"}}, "the Toll Act and the toll", (Span(4, 12),)) == {"k": ["toll"]}


@given(st.sets(st.text(alphabet="ab İß\n", max_size=4), max_size=4), st.text(alphabet="ab İß\n.", max_size=30))
def test_what_is_found_is_a_form_and_apart(forms: set[str], text: str) -> None:
    places = Occurrences({form: {form} for form in forms}).find(text)
    spans = sorted(span for some in places.values() for span in some)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
