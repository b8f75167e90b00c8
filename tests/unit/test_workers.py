import pytest

from generator.workers import Serial, available_processors, workers


def double(number: int) -> int:
    return 2 * number


@pytest.mark.parametrize("jobs", [1, 2], ids=["one", "two"])
@pytest.mark.parametrize("count", [0, 3, 100], ids=["nothing", "few", "many"])
def test_results_come_in_the_order_of_the_things(jobs: int, count: int) -> None:
    with workers(jobs) as crew:
        assert list(crew.map(double, range(count))) == [2 * number for number in range(count)]


def test_one_job_needs_no_other_process() -> None:
    with workers(1) as crew:
        assert isinstance(crew, Serial)


def test_there_is_a_processor() -> None:
    assert available_processors() >= 1
