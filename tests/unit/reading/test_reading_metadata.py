from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.draft import Metadata
from generator.reading.metadata import read_metadata


@pytest.mark.parametrize(
    ("values", "metadata"),
    [
        pytest.param(
            {"Title": "A &amp; <em>B</em>", "lang": "en_gb"},
            Metadata(title="A & B", language="en-GB"),
            id="markup in a title",
        ),
        pytest.param(
            {"date-published": "2020-12-28", "lastmod": date(2021, 1, 2)},
            Metadata(date="2020-12-28", updated="2021-01-02"),
            id="Hugo",
        ),
        pytest.param({"datePublished": "2020-12-28"}, Metadata(date="2020-12-28"), id="JSON-LD"),
        pytest.param(
            {"author": [{"name": "Ann"}, "Bob"]}, Metadata(authors=("Ann", "Bob")), id="authors of both kinds"
        ),
        pytest.param({"publisher": {"name": "The Wire"}}, Metadata(source="The Wire"), id="publisher"),
        pytest.param(
            {"source": "https://www.wire.example/x"}, Metadata(source="wire.example"), id="address as a source"
        ),
        pytest.param({"tags": "one, two,one"}, Metadata(tags=("one", "two")), id="tags in one text"),
        pytest.param({"id": 12, "title": 1984}, Metadata(id="12", title="1984"), id="numbers"),
        pytest.param({"name": "later", "title": "first"}, Metadata(title="first"), id="rank of names"),
        pytest.param({"title": None, "tags": [], "draft": True}, Metadata(), id="nothing"),
    ],
)
def test_fields_are_known_by_many_names(values, metadata):
    assert read_metadata(values) == (metadata, ())


@pytest.mark.parametrize(
    ("values", "what"),
    [
        pytest.param({"title": ["a"]}, "title: a list is no text", id="title"),
        pytest.param({"pubDate": "03/04/2020"}, "pubDate: 03/04/2020 can be read as two dates", id="date"),
        pytest.param({"date": "2130-01-01"}, "date: 2130-01-01 is after 2100", id="far future"),
        pytest.param(
            {"link": "javascript:alert(1)"},
            "link: javascript:alert(1) is no absolute http or https address",
            id="address",
        ),
        pytest.param({"locale": "klingon!"}, "locale: klingon! is no language tag", id="language"),
        pytest.param({"id": True}, "id: True is no text", id="id"),
    ],
)
def test_an_unusable_value_is_named_and_left(values, what):
    metadata, complaints = read_metadata(values)
    assert metadata == Metadata()
    assert [complaint.what for complaint in complaints] == [what]


@given(st.text())
def test_a_given_id_comes_back_unchanged(text):
    if text.strip():
        assert read_metadata({"id": text})[0].id == text


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9) | st.just("name"), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(
    st.dictionaries(
        st.sampled_from(["id", "title", "date", "author", "tags", "source", "lang", "url", "updated"]), JSON
    )
)
def test_any_values_are_read(values):
    metadata, complaints = read_metadata(values)
    metadata.title.encode()
    assert all(complaint.what for complaint in complaints)
