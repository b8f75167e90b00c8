import pytest

from floors import MEASURES, Floor, data_file, data_hash, measured, raised, read_floors

LOW, HIGH = Floor(0.5, 0.2, "a"), Floor(0.6, 0.2, "a")


@pytest.mark.parametrize("name", MEASURES)
def test_quality_is_not_below_its_floor(name):
    """A measure taken on the data its floor was set on reaches that floor, and beats the plain method."""
    measure, floor = MEASURES[name], read_floors()[name]
    if not data_file(measure).exists():
        pytest.skip(f"no data: {measure.data} is not there; name its folder in DIGEST_DATA")
    assert data_hash(measure) == floor.data, "other data than the floor was set on: run floors.py --raise"
    now = measured(measure)
    assert now.floor >= floor.floor
    assert now.floor > now.baseline


def test_every_floor_is_measured():
    """No floor is left behind by a measure that is gone, and no measure is without a floor."""
    assert set(read_floors()) == set(MEASURES)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param({}, {"a": LOW}, {"a": LOW}, id="a new measure gets its floor"),
        pytest.param({"a": LOW}, {"a": HIGH}, {"a": HIGH}, id="a higher value raises the floor"),
        pytest.param({"a": LOW}, {"a": LOW}, {"a": LOW}, id="the same value leaves it"),
        pytest.param({"a": LOW}, {}, {"a": LOW}, id="what was not measured keeps its floor"),
    ],
)
def test_floors_are_raised(old, new, expected):
    assert raised(old, new) == expected


def test_a_floor_is_never_lowered():
    with pytest.raises(ValueError, match=r"a: 0\.5 < 0\.6"):
        raised({"a": HIGH, "b": LOW}, {"a": LOW, "b": HIGH})
