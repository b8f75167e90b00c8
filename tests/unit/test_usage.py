"""What processes use."""

import gc

import pytest

from generator.usage import uncollected


@pytest.fixture(autouse=True)
def _as_before():
    yield
    gc.enable()
    gc.unfreeze()


@pytest.mark.parametrize("before", [pytest.param(gc.enable, id="on"), pytest.param(gc.disable, id="off")])
def test_garbage_is_not_looked_for_meanwhile_and_then_as_before(before):
    before()
    was = gc.isenabled()
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled() is was


def test_it_is_looked_for_again_after_an_error():
    with pytest.raises(KeyError), uncollected():
        raise KeyError
    assert gc.isenabled()
