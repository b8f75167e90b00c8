import pytest
from harbour import P, article, site

from generator.model import Digest, Relations
from generator.render.dossier import topic_curve
from generator.render.index import index
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
                ("2020-W44", 1),
                ("2020-W45", 0),
                ("2020-W46", 0),
                ("2020-W47", 1),
                ("2020-W48", 0),
                ("2020-W49", 1),
            ),
            id="weeks as editions have them",
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


@pytest.mark.parametrize(
    ("isos", "names"),
    [
        pytest.param(["2020-12-01", "2020-12-03"], ("1 December 2020", "3 December 2020"), id="days"),
        pytest.param(["2020-11-01", "2020-12-05"], ("week of 26 October 2020", "week of 30 November 2020"), id="weeks"),
        pytest.param(["2020-10", "2020-12-05"], ("October 2020", "December 2020"), id="months"),
        pytest.param(["2018", "2020-12-05"], ("2018", "2020"), id="years"),
    ],
)
def test_the_table_behind_a_curve_names_its_periods(isos, names):
    articles = tuple(article(str(number), [(P, "A ferry.")], date=iso) for number, iso in enumerate(isos))
    known = index(Digest(articles, Relations((), (), {}), ()), site())
    assert tuple(row.name for row in topic_curve(known, known.by_date).rows) == names
