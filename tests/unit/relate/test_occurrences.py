"""Where forms stand in the texts of all articles."""

import re
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import article
from generator.model import Record, Span
from generator.relate import occurrences
from generator.relate.hashes import Numbers
from generator.relate.occurrences import Texts, apart, form_rows, pieces


class Text(Record, frozen=True):
    id: str
    text: str
    pieces: bytes


def texts_of(texts: Sequence[str], named: Sequence[Span] = ()) -> Texts:
    return Texts([Text(str(number), text, pieces(text, named).tobytes()) for number, text in enumerate(texts)])


def written(texts: Texts, places: Numbers) -> list[tuple[int, str]]:
    return list(zip(places["article"].tolist(), texts.read(places)[1], strict=True))


def found(forms: Sequence[str], text: str) -> list[str]:
    """What of the text are the forms, apart."""
    texts = texts_of([text])
    return [form for _, form in written(texts, apart(texts.find(form_rows(forms))))]


@pytest.mark.parametrize(
    ("forms", "text", "expected"),
    [
        pytest.param(["toll"], "A Toll, a TOLL.", ["Toll", "TOLL"], id="letter case"),
        pytest.param(["toll"], "tolls extol atoll", [], id="whole words only"),
        pytest.param(["toll"], "toll-free", ["toll"], id="a part of a word with a hyphen"),
        pytest.param(["harbour toll"], "harbour\ntoll", ["harbour toll"], id="a line break"),
        pytest.param(["harbour toll"], "harbour  \n toll", ["harbour toll"], id="many blanks"),
        pytest.param(["harbour toll"], "harbour-toll", [], id="a hyphen for a blank"),
        pytest.param(["anti-toll"], "anti toll, anti - toll", [], id="a blank for a hyphen"),
        pytest.param(["anti-toll"], "Anti-toll", ["Anti-toll"], id="a hyphen"),
        pytest.param(["toll", "harbour toll"], "harbour toll", ["harbour toll"], id="the longest"),
        pytest.param(["old harbour", "harbour toll"], "old harbour toll", ["old harbour"], id="the first"),
        pytest.param(["a b c d e"], "a b c d a b c d e", ["a b c d e"], id="many words"),
        pytest.param(["i"], "İ i", ["i"], id="a letter with two in lower case"),
        pytest.param(["c++"], "in c++, c++17", ["c++", "c++"], id="marks at the end"),
        pytest.param([""], "anything", [], id="an empty form"),
        pytest.param([], "anything", [], id="no form"),
        pytest.param(["toll"], "", [], id="no text"),
    ],
)
def test_forms_are_found_where_they_stand(forms: list[str], text: str, expected: list[str]) -> None:
    assert found(forms, text) == expected


def test_a_form_does_not_reach_from_one_article_into_the_next() -> None:
    texts = texts_of(["the harbour", "toll is due", "harbour toll"])
    assert written(texts, texts.find(form_rows(["harbour toll"]))) == [(2, "harbour toll")]


def test_places_in_names_are_told_from_others() -> None:
    text = "the Toll Act and the toll"
    texts = texts_of([text], (Span(4, 12),))
    places = texts.find(form_rows(["toll"]))
    assert texts.read(places)[0] == [Span(4, 8), Span(21, 25)]
    assert places["named"].tolist() == [True, False]


def test_forms_inside_others_are_found_too() -> None:
    texts = texts_of(["harbour toll"])
    places = texts.find(form_rows(["toll", "harbour toll"]))
    assert sorted(written(texts, places)) == [(0, "harbour toll"), (0, "toll")]


WORDS = st.lists(st.sampled_from(["ab", "b", "-", "İ", "ß", " ", "\n", ".", "Ab", "ab "]), max_size=8).map("".join)


def in_order(text: str) -> list[tuple[str, bool]]:
    """Words and marks of the text, each with whether a space is before it."""
    matches = list(re.finditer(r"[^\W_]+|\S", text))
    return [(one[0].lower(), one.start() > 0 and text[one.start() - 1].isspace()) for one in matches]


@given(st.lists(WORDS, max_size=4), WORDS)
def test_what_is_found_is_what_a_search_word_by_word_finds(forms: list[str], text: str) -> None:
    texts = texts_of([text])
    places = texts.find(form_rows(sorted(set(forms))))
    row = in_order(text)
    expected = {
        (start, start + len(wanted) - 1)
        for wanted in map(in_order, forms)
        for start in range(len(row) - len(wanted) + 1)
        if wanted and [(row[start][0], wanted[0][1]), *row[start + 1 : start + len(wanted)]] == wanted
    }
    assert set(zip(places["first"].tolist(), places["last"].tolist(), strict=True)) == expected


@given(st.sets(WORDS, max_size=4), st.lists(WORDS, max_size=3))
def test_what_is_kept_is_apart(forms: set[str], some: list[str]) -> None:
    texts = texts_of(some)
    places = apart(texts.find(form_rows(sorted(forms))))
    found = zip(places["first"].tolist(), places["last"].tolist(), strict=True)
    assert all(one[1] < other[0] for one, other in pairwise(found))
    for number, span in zip(places["article"].tolist(), texts.read(places)[0], strict=True):
        assert 0 <= span.start < span.end <= len(some[number])


@given(st.text(max_size=40))
def test_any_text_has_pieces_in_order_and_apart(text: str) -> None:
    rows = pieces(article(text).text, ())
    assert (rows["start"] < rows["end"]).all()
    assert (rows["end"][:-1] <= rows["start"][1:]).all()


def test_many_articles_are_looked_through_in_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    some = ["harbour toll", "the toll", "", "no", "toll toll"]
    whole = texts_of(some).find(form_rows(["toll", "harbour toll"]))
    monkeypatch.setattr(occurrences, "_AT_ONCE", 2)
    assert texts_of(some).find(form_rows(["toll", "harbour toll"])).tolist() == whole.tolist()
