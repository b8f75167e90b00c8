import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wellformed import check_all

from generator.model import Article
from generator.reading import lines
from generator.reading.cuts import origin
from generator.reading.lines import read_lines


def read(data, path="-"):
    return check_all(read_lines(io.BytesIO(data), path))


def test_an_article_stands_on_each_line():
    first, second = read(
        b'{"id": "7/a b", "text": "Some words.", "title": "T", "date": "2020-12-28", "language": "en"}\n'
        b'\n{"text": "More."}'
    )
    assert (first.id, first.path, first.place, first.title, first.date) == ("7/a b", "-", "line 1", "T", "2020-12-28")
    assert (second.id, second.place) == ("line/3", "line 3")


@pytest.mark.parametrize(
    ("line", "what"),
    [
        pytest.param(b"{", "is no valid JSON", id="broken"),
        pytest.param(b"[" * 100_000, "is no valid JSON", id="deep"),
        pytest.param(b"[1]", "is no JSON object", id="list"),
        pytest.param(b'{"title": "T"}', "has no text", id="no text"),
        pytest.param(b'{"text": "..."}', "has no words", id="no words"),
    ],
)
def test_a_broken_line_stops_no_other(line, what):
    problem, article = read(line + b'\n{"id": 2, "text": "Some words."}\n')
    assert (problem.place, problem.what, problem.left_out) == ("line 1", what, True)
    assert article.id == "2"


def test_a_line_too_long_is_left_out(monkeypatch):
    monkeypatch.setattr(lines, "LONGEST_LINE", 60)
    long, article = read(b'{"text": "' + b"word " * 100 + b'"}\n{"text": "Some words."}\n')
    assert (long.place, long.left_out, article.place) == ("line 1", True, "line 2")


def test_what_is_no_json_lines_at_all_is_given_up():
    items = read(b"words\n" * 5_000)
    assert len(items) == 1_001
    assert (items[-1].place, items[-1].what) == ("from line 1001", "looks like no JSON Lines")


@given(st.text() | st.integers())
def test_a_given_id_comes_back_unchanged(given_id):
    items = read(json.dumps({"id": given_id, "text": "Some words."}).encode())
    if str(given_id).strip():
        assert items[-1].id == str(given_id)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_places_lead_back_to_the_value_of_text(text):
    for item in read(json.dumps({"text": f"{text} end"}).encode()):
        if isinstance(item, Article):
            assert f"{text} end"[origin(item.cuts, len(item.text) - 1)] == item.text[-1]


@given(st.binary())
def test_any_bytes_are_read(data):
    read(data)
