"""Weeks by ISO 8601."""

import pytest

from generator.render.editions import days_of, week_of, weeks_up_to


@pytest.mark.parametrize(
    ("iso", "week"),
    [
        pytest.param("2020-12-28", "2020-W53", id="a Monday"),
        pytest.param("2021-01-03", "2020-W53", id="the Sunday after, in another year"),
        pytest.param("2021-01-04", "2021-W01", id="the first Monday of a year"),
        pytest.param("2018-12-31", "2019-W01", id="a Monday that is of the next year"),
        pytest.param("2020-12-28T23:59:00+01:00", "2020-W53", id="a moment, on the day it names"),
        pytest.param("2020-12", "", id="a month"),
        pytest.param("2020", "", id="a year"),
        pytest.param("2020-02-30", "", id="no date"),
        pytest.param("", "", id="none"),
    ],
)
def test_a_day_is_of_one_week(iso, week):
    assert week_of(iso) == week


def test_a_week_is_from_monday_to_sunday():
    assert days_of("2020-W53") == ("2020-12-28", "2021-01-03")


def test_weeks_before_go_over_the_turn_of_the_year():
    assert weeks_up_to("2021-W02", 4) == ("2020-W52", "2020-W53", "2021-W01", "2021-W02")
