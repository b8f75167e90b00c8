"""Dates are shown as precisely as known, and never more so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.dates import Date, moment, month_of, newest, newest_first, oldest, shown, sort_key

ANY = st.one_of(st.text(), st.from_regex(r"\A\d{4}(-\d\d(-\d\d(T\d\d:\d\d(Z|\+\d\d:\d\d)?)?)?)?\Z"))


@pytest.mark.parametrize(
    ("iso", "language", "words", "month"),
    [
        pytest.param("2020-12-28", "en", "28 December 2020", "2020-12", id="a day"),
        pytest.param("2020-12-28T23:30:00-08:00", "en", "28 December 2020", "2020-12", id="a moment: its own day"),
        pytest.param("2020-12", "en", "December 2020", "2020-12", id="a month"),
        pytest.param("2020", "en", "2020", "", id="a year"),
        pytest.param("2020-12-28", "de", "28. Dezember 2020", "2020-12", id="another language"),
        pytest.param("2020-12", "pt-BR", "dezembro de 2020", "2020-12", id="a language with a region"),
        pytest.param("2020-12-28", "no such", "28 December 2020", "2020-12", id="no language"),
        pytest.param("", "en", "", "", id="unknown"),
        pytest.param("2020-13-45", "en", "", "", id="no such day"),
        pytest.param("2020-12-28T99:99", "en", "", "", id="no such time"),
        pytest.param("yesterday", "en", "", "", id="no date"),
    ],
)
def test_shown(iso, language, words, month):
    assert shown(iso, language) == Date(iso if words else "", words, month)


@given(ANY)
def test_any_text_is_a_date_or_none(text):
    known = moment(text)
    assert (known is None) == (sort_key(text) == "0000-00-00") == (shown(text, "en").words == "")
    assert shown(text, "en").month == month_of(text)
    assert len(sort_key(text)) == len("0000-00-00")


@given(ANY, ANY)
def test_newest_first_puts_the_undated_last(one, other):
    first, last = sorted((one, other), key=newest_first)
    if moment(first) is None:
        assert moment(last) is None
    elif moment(last):
        assert moment(first) >= moment(last)


def test_newest_and_oldest_pass_over_what_is_no_date():
    dates = ("", "2021-01-01T00:00:00+14:00", "2020-12-31T11:00:00Z", "x", "2020")
    assert newest(dates) == "2020-12-31T11:00:00Z"
    assert oldest(dates) == "2020"
    assert newest(("", "x")) == oldest(()) == ""


def test_a_part_of_a_date_sorts_before_the_whole():
    assert sort_key("2020") < sort_key("2020-12") < sort_key("2020-12-01")
