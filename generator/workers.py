"""Workers: ways to run one function over many things. Each is a `map`: results come in the order of the things."""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from typing import Protocol, TypeVar

A = TypeVar("A")
B = TypeVar("B")

_CHUNKS_PER_JOB = 8
"""Pieces a worker gets the things in: enough that no worker waits long for the last, few enough to cost nothing."""
_LARGEST_CHUNK = 64
"""Things a worker gets at once at the most, so that results and progress keep coming."""
_WORTH_A_PROCESS = 40
"""Things below which starting processes (about a second each) costs more than it saves."""


class Workers(Protocol):
    """Runs a pure function over things."""

    def map(self, function: Callable[[A], B], things: Sequence[A]) -> Iterator[B]:
        """The function's results, in the order of the things."""


class Serial:
    """One thing after the other, in this process."""

    def map(self, function: Callable[[A], B], things: Sequence[A]) -> Iterator[B]:
        """The function's results, in the order of the things."""
        return map(function, things)


class Processes:
    """Several processes on this machine, started when there is first enough to do and kept until the end."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None

    def map(self, function: Callable[[A], B], things: Sequence[A]) -> Iterator[B]:
        """The function's results, in the order of the things. Both must be picklable."""
        if len(things) < _WORTH_A_PROCESS:
            return map(function, things)
        if self._pool is None:
            # Spawned and not forked: a fork copies threads' locks in whatever state they are.
            self._pool = ProcessPoolExecutor(self._jobs, multiprocessing.get_context("spawn"))
        chunk = max(1, min(_LARGEST_CHUNK, len(things) // (self._jobs * _CHUNKS_PER_JOB)))
        return self._pool.map(function, things, chunksize=chunk)

    def close(self) -> None:
        """Ends the processes."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)


@contextmanager
def workers(jobs: int) -> Iterator[Workers]:
    """Workers for a number of jobs at once; 0 is one for each processor this process may use."""
    jobs = jobs or available_processors()
    if jobs == 1:
        yield Serial()
        return
    processes = Processes(jobs)
    try:
        yield processes
    finally:
        processes.close()


def available_processors() -> int:
    """How many processors this process may run on."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on macOS and Windows
        return os.cpu_count() or 1
