from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wellformed import DATE

from generator.reading.dates import NoDate, parse_date


@pytest.mark.parametrize(
    ("value", "written"),
    [
        pytest.param("28 December 2020", "2020-12-28", id="words"),
        pytest.param("December 2020", "2020-12", id="month"),
        pytest.param("2020-12", "2020-12", id="month of W3C"),
        pytest.param("20201228", "2020-12-28", id="compact"),
        pytest.param(20201228, "2020-12-28", id="number"),
        pytest.param("2020-12-28T08:30:00Z", "2020-12-28T08:30:00+00:00", id="W3C"),
        pytest.param("2020-12-28 08:30", "2020-12-28T08:30:00", id="no zone stays none"),
        pytest.param("26-FEB-1987 15:01:01.79", "1987-02-26T15:01:01", id="agency"),
        pytest.param("Mon, 28 Dec 2020 08:30:00 +0800", "2020-12-28T08:30:00+08:00", id="RFC 822"),
        pytest.param("28.12.2020", "2020-12-28", id="day that can be no month"),
        pytest.param("4.4.2020", "2020-04-04", id="day that is the month"),
        pytest.param("28. Dezember 2020", "2020-12-28", id="German"),
        pytest.param("28 de diciembre de 2020", "2020-12-28", id="Spanish"),
        pytest.param("2020年12月28日", "2020-12-28", id="Chinese"),
        pytest.param(date(2020, 12, 28), "2020-12-28", id="date of YAML"),
        pytest.param(datetime(2020, 12, 28, 8, 30, tzinfo=UTC), "2020-12-28T08:30:00+00:00", id="time of YAML"),
    ],
)
def test_a_date_is_written_as_precisely_as_stated(value, written):
    assert parse_date(value) == written


@pytest.mark.parametrize(
    "value",
    [
        *("2020", "Monday", "28", "10pm", "1 May", "yesterday", "03/04/2020", "12-11-10", "2020-02-30", "2130-01-01"),
        *("1200-01-01", 2020, True, None, [], "", "1608000000", "9" * 5000),
    ],
)
def test_what_states_no_date_is_none(value):
    with pytest.raises(NoDate):
        parse_date(value)


@given(
    st.one_of(
        st.text(),
        st.text(alphabet="0123456789-/:. ,TZJanuryFebMch", max_size=30),
        st.integers(),
        st.datetimes(),
        st.dates(),
    )
)
def test_any_value_is_a_date_or_none(value):
    try:
        assert DATE.fullmatch(parse_date(value))
    except NoDate as error:
        assert str(error)  # noqa: PT017 - either is right
