import pytest

from generator.render.over_time import over_time


@pytest.mark.parametrize(
    ("isos", "periods"),
    [
        pytest.param([], (), id="no dates, no periods"),
        pytest.param(["", "nonsense"], (), id="what is no date is in no period"),
        pytest.param(
            ["2020-12-03", "2020-12-01T10:00:00Z", "2020-12-01"],
            (("2020-12-01", 2), ("2020-12-02", 0), ("2020-12-03", 1)),
            id="days, those without articles too",
        ),
        pytest.param(
            ["2020-11-01", "2020-11-16", "2020-12-05"],
            (
                ("2020-10-26", 1),
                ("2020-11-02", 0),
                ("2020-11-09", 0),
                ("2020-11-16", 1),
                ("2020-11-23", 0),
                ("2020-11-30", 1),
            ),
            id="weeks from their Mondays",
        ),
        pytest.param(["2020-12", "2021-01-05"], (("2020-12", 1), ("2021-01", 1)), id="no finer than the dates"),
        pytest.param(["2020", "2020-12-31"], (("2020", 2),), id="a year alone makes years"),
        pytest.param(["2010-01-01", "2012-01-01"], (("2010-01", 1),), id="months of two years"),
    ],
)
def test_the_period_goes_by_the_span_of_the_dates(isos, periods):
    assert over_time(isos)[: len(periods)] == periods


def test_a_curve_of_millennia_is_no_longer_than_can_be_drawn():
    periods = over_time(["0001", "9999"])
    assert len(periods) <= 101
    assert sum(count for _, count in periods) == 2
