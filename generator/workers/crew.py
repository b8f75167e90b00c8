"""Which workers there are, and how one gets them."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol, TypeVar

from generator.usage import Usage
from generator.workers.cluster import Cluster
from generator.workers.processes import Processes

A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")


class Workers(Protocol):
    """Runs a pure function over things."""

    def map(self, function: Callable[[A], B], things: Iterable[A]) -> Iterator[B]:
        """The function's results, in the order of the things."""

    def map_of(self, prepare: Callable[[A], B], function: Callable[[B], C], things: Sequence[A]) -> Iterator[C]:
        """The function's results for what is prepared of the things, in their order.

        Only the function must be picklable; the other may need all that this process has in memory.
        """

    def usage(self) -> Usage:
        """What others have used for it, as far as the operating system does not count it to this process."""


class Serial:
    """One thing after the other, in this process."""

    def map(self, function: Callable[[A], B], things: Iterable[A]) -> Iterator[B]:
        """The function's results, in the order of the things."""
        return map(function, things)

    def map_of(self, prepare: Callable[[A], B], function: Callable[[B], C], things: Sequence[A]) -> Iterator[C]:
        """The function's results for what is prepared of the things, in their order."""
        return (function(prepare(thing)) for thing in things)

    def usage(self) -> Usage:
        """Nothing."""
        return Usage()


@contextmanager
def workers(jobs: int, cluster: str = "") -> Iterator[Workers]:
    """Workers on the cluster at the address, or else for a number of jobs at once; 0 is one for each processor.

    Raises DigestError where the cluster cannot be used.
    """
    jobs = jobs or available_processors()
    if jobs == 1 and not cluster:
        yield Serial()
        return
    crew = Cluster(cluster) if cluster else Processes(jobs)
    try:
        yield crew
    finally:
        crew.close()


def available_processors() -> int:
    """How many processors this process may run on."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on macOS and Windows
        return os.cpu_count() or 1
