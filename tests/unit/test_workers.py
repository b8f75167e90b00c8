import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from itertools import count, islice
from pathlib import Path

import pytest

from generator.errors import DigestError
from generator.usage import Usage, children_usage, own_usage
from generator.workers import Serial, available_processors, processes, workers
from generator.workers.chunks import chunks, in_order
from generator.workers.processes import Processes

HERE = Path(__file__).parent
LONG = 60.0
"""Seconds after which something that should happen is given up."""


def double(number: int) -> int:
    return 2 * number


def worker(_: int) -> int:
    return os.getpid()


def with_worker(given: int) -> tuple[int, int]:
    return given, os.getpid()


def spun(_: int, seconds: float) -> None:
    """Uses processor time."""
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


def killed_at(number: int, fatal: int) -> int:
    if number == fatal:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def refused(number: int) -> int:
    raise ValueError(number)


def wait_here(folder: Path, number: int) -> None:
    """Says which process works at it, and is never done."""
    (folder / f"{number}.new").write_text(str(os.getpid()))
    (folder / f"{number}.new").rename(folder / f"{number}.pid")
    signal.pause()


@pytest.fixture
def two() -> Iterator[Processes]:
    """Two processes, which are used for any number of things."""
    crew = Processes(2, least=1)
    yield crew
    crew.close()


@pytest.mark.parametrize("jobs", [1, 2], ids=["one", "two"])
@pytest.mark.parametrize("number", [0, 3, 500], ids=["nothing", "few", "many"])
def test_results_come_in_the_order_of_the_things(jobs: int, number: int) -> None:
    with workers(jobs) as crew:
        assert list(crew.map(double, range(number))) == [2 * each for each in range(number)]
        assert list(crew.map(double, iter(range(number)))) == [2 * each for each in range(number)]


@pytest.mark.parametrize("jobs", [1, 2], ids=["one", "two"])
@pytest.mark.parametrize("number", [0, 3, 500], ids=["nothing", "few", "many"])
def test_what_cannot_be_pickled_may_prepare_the_things(jobs: int, number: int) -> None:
    with workers(jobs) as crew:
        assert list(crew.map_of(lambda each: each + 1, double, range(number))) == [
            2 * each + 2 for each in range(number)
        ]


def test_one_job_needs_no_other_process() -> None:
    with workers(1) as crew:
        assert isinstance(crew, Serial)


@pytest.mark.parametrize("things", [range(199), iter(range(199))], ids=["counted", "not counted"])
def test_little_work_starts_no_process(things: Iterator[int]) -> None:
    with workers(2) as crew:
        assert set(crew.map(worker, things)) == {os.getpid()}


def test_much_work_is_done_by_other_processes_which_are_used_again(two: Processes) -> None:
    first, second = set(two.map(worker, range(100))), set(two.map(worker, range(100)))
    assert os.getpid() not in first | second
    assert len(first | second) <= 2


@pytest.mark.skipif(sys.platform != "linux", reason="a process of another system is not copied")
def test_copies_of_this_process_prepare_the_things_and_do_the_work(two: Processes) -> None:
    pairs = set(two.map_of(lambda _: os.getpid(), with_worker, range(100)))
    assert os.getpid() not in {made for _, made in pairs}
    assert all(prepared == made for prepared, made in pairs)


def test_where_there_are_no_copies_things_are_prepared_here_for_others(
    two: Processes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "_SERVED", False)
    pairs = set(two.map_of(lambda _: os.getpid(), with_worker, range(100)))
    assert os.getpid() not in {made for _, made in pairs}
    assert {prepared for prepared, _ in pairs} == {os.getpid()}


def test_little_work_is_prepared_and_done_here() -> None:
    with workers(2) as crew:
        assert set(crew.map_of(lambda _: os.getpid(), with_worker, range(199))) == {(os.getpid(), os.getpid())}


def test_copies_of_this_process_may_follow_other_processes_and_be_followed_by_them(two: Processes) -> None:
    for _ in range(2):
        assert list(two.map(double, range(5))) == list(two.map_of(int, double, range(5))) == [0, 2, 4, 6, 8]


def test_what_copies_of_this_process_use_is_counted_by_the_system_when_they_end(two: Processes) -> None:
    before = children_usage().cpu
    list(two.map_of(int, partial(spun, seconds=0.01), range(50)))
    assert two.usage() == Usage()
    assert children_usage().cpu - before >= 0.5


def test_there_is_a_processor() -> None:
    assert available_processors() >= 1


def test_what_processes_use_is_known_while_they_run_and_counted_by_the_system_after(two: Processes) -> None:
    before = children_usage().cpu
    list(two.map(partial(spun, seconds=0.01), range(50)))
    used = two.usage()
    assert used.cpu >= 0.5
    assert used.peak > 2**20
    two.close()
    assert two.usage() == Usage()
    assert children_usage().cpu - before >= 0.5


def test_one_pool_of_processes_may_end_before_another(two: Processes) -> None:
    other = Processes(2, least=1)
    assert list(other.map(double, range(3))) == list(two.map(double, range(3)))
    other.close()
    assert list(two.map(double, range(3))) == [0, 2, 4]


def test_a_process_that_is_killed_is_one_line_for_the_user(two: Processes) -> None:
    with pytest.raises(DigestError, match=r"^digest: a process .* was killed, .*; .*--jobs$"):
        list(two.map(partial(killed_at, fatal=70), range(100)))
    with pytest.raises(DigestError, match=r"^digest: a process .* was killed, .*; .*--jobs$"):
        list(two.map_of(int, partial(killed_at, fatal=70), range(100)))


def test_an_error_of_the_function_comes_through(two: Processes) -> None:
    with pytest.raises(ValueError, match="0"):
        list(two.map(refused, range(10)))
    with pytest.raises(ValueError, match="0"):
        list(two.map_of(int, refused, range(10)))
    with pytest.raises(ValueError, match="0"):
        list(two.map_of(refused, double, range(10)))


@pytest.mark.parametrize("call", ["map(", "map_of(int, "], ids=["others", "copies of this one"])
def test_processes_end_with_the_one_they_work_for_however_it_ends(tmp_path: Path, call: str) -> None:
    code = f"""if __name__ == "__main__":
        import functools, pathlib, test_workers
        folder = pathlib.Path({str(tmp_path)!r})
        list(test_workers.Processes(2, least=1).{call}functools.partial(test_workers.wait_here, folder), range(2)))"""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(HERE), str(HERE.parents[1])])}
    boss = subprocess.Popen([sys.executable, "-c", code], env=environment)
    files = [tmp_path / f"{number}.pid" for number in range(2)]
    until(lambda: all(file.exists() for file in files))
    boss.kill()
    boss.wait()
    until(lambda: not any(alive(int(file.read_text())) for file in files))


def until(true) -> None:
    """Waits for something to become true."""
    end = time.monotonic() + LONG
    while not true():
        assert time.monotonic() < end, "it never did"
        time.sleep(0.01)


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return "\nState:\tZ" not in Path(f"/proc/{process}/status").read_text() if sys.platform == "linux" else True


class Later:
    """A result that is there when it is asked for."""

    def __init__(self, value: list[int]) -> None:
        self.value = value
        self.given_up = False

    def result(self) -> list[int]:
        return self.value

    def cancel(self) -> None:
        self.given_up = True


def test_no_more_is_taken_than_keeps_the_workers_busy() -> None:
    endless = count()
    results = in_order(Later, chunks(endless, 2), lambda: 2)
    assert len(list(islice(results, 4))) == 4
    assert next(endless) <= (4 + 2 * 3) * 64


def test_what_nobody_wants_any_more_is_not_done() -> None:
    given: list[Later] = []

    def submit(value: list[int]) -> Later:
        given.append(Later(value))
        return given[-1]

    results = in_order(submit, chunks(range(1000), 2), lambda: 2)
    next(results)
    results.close()
    assert [each.given_up for each in given] == [False] + [True] * (len(given) - 1)


@pytest.mark.parametrize("given", [range, lambda number: iter(range(number))], ids=["counted", "not counted"])
@pytest.mark.parametrize(("number", "workers"), [(0, 2), (1, 2), (100, 2), (10_000, 2), (10, 50)])
def test_chunks_hold_all_things_once_and_are_enough_for_all_workers(given, number: int, workers: int) -> None:
    pieces = list(chunks(given(number), workers))
    assert [each for piece in pieces for each in piece] == list(range(number))
    assert len(pieces) >= min(number, workers)
    assert max(map(len, pieces), default=0) <= 64
    assert len(pieces) < max(number, 2) or number <= workers * 16


def test_a_process_knows_what_it_has_used() -> None:
    before = own_usage()
    spun(0, 0.05)
    assert own_usage().cpu - before.cpu >= 0.04
    assert own_usage().peak >= before.peak > 2**20


def test_usages_add_up_and_keep_the_largest() -> None:
    assert Usage(1.5, 10) + Usage(2, 7) == Usage(3.5, 10)
