"""Which subjects say something."""

import pytest

from generator.relate.subjects import Need, need


@pytest.mark.parametrize(
    ("key", "language", "needs"),
    [
        pytest.param("antitrust", "en", Need.NOTHING, id="a telling word"),
        pytest.param("people", "en", Need.TOO_MUCH, id="a common word"),
        pytest.param("mln", "en", Need.TOO_MUCH, id="a scale"),
        pytest.param("mln dlrs", "en", Need.TOO_MUCH, id="a scale and a unit"),
        pytest.param("milliarden", "de", Need.TOO_MUCH, id="a scale of another language"),
        pytest.param("december", "en", Need.TOO_MUCH, id="a month"),
        pytest.param("six", "und", Need.TOO_MUCH, id="a number in a table, which is in no language"),
        pytest.param("may", "und", Need.TOO_MUCH, id="a month in a table"),
        pytest.param("crude oil", "en", Need.NOTHING, id="a phrase"),
    ],
)
def test_what_a_subject_needs_to_say_something(key, language, needs):
    assert need(key, language) is needs
