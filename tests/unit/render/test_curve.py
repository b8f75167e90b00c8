import re

import pytest

from generator.render.curve import curve


def points(numbers: list[int]) -> list[tuple[float, float]]:
    drawn = re.search(r'points="([^"]*)"', curve(numbers, ""))
    assert drawn is not None
    return [tuple(float(one) for one in pair.split(",")) for pair in drawn[1].split()]


@pytest.mark.parametrize(
    ("numbers", "drawn"),
    [
        pytest.param([0, 4], [(0, 22), (100, 2)], id="from nothing to the most"),
        pytest.param([2, 4, 0], [(0, 12), (50, 2), (100, 22)], id="half as many is half as high"),
        pytest.param([0, 0], [(0, 22), (100, 22)], id="nothing at all lies on the ground"),
    ],
)
def test_a_point_is_as_high_as_its_number(numbers, drawn):
    assert points(numbers) == drawn


@pytest.mark.parametrize("numbers", [[], [7]], ids=["none", "one"])
def test_fewer_than_two_numbers_are_no_curve(numbers):
    assert curve(numbers, "") == ""


def test_the_words_of_a_curve_are_escaped():
    assert 'aria-label="&lt;b&gt;' in curve([1, 2], "<b>")
