"""Workers that are processes of this machine."""

import multiprocessing
import os
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence, Sized
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from multiprocessing import connection, forkserver
from typing import Any, ClassVar, Generic, TypeVar

from generator.errors import DigestError
from generator.model import Problem
from generator.usage import Usage, collect_seldom, own_usage
from generator.workers.chunks import chunks, in_order

A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")

_WORTH_IT = 200
"""Things below which starting processes (a second, and another for their tables) costs more than it saves."""
_SERVED = sys.platform == "linux"
"""Whether processes are forked from a server that has imported all they need, as Python does it from 3.14 on.

They are not forked from this one, unless they need what it has in memory: a fork copies the locks of its threads in
whatever state they are. Elsewhere they start anew.
"""


class Processes:
    """Several processes, started when there is first enough to do and kept until the end."""

    _started: ClassVar[int] = 0
    """How many pools of processes there are; they share one server."""

    def __init__(self, jobs: int, least: int | None = None) -> None:
        self._jobs = jobs
        self._least = _WORTH_IT if least is None else least
        self._pool: ProcessPoolExecutor | None = None
        self._used: dict[int, Usage] = {}

    def map(self, function: Callable[[A], B], things: Iterable[A]) -> Iterator[B]:
        """The function's results, in the order of the things. Both must be picklable."""
        if isinstance(things, Sized):
            return self._shared_out(function, things) if len(things) >= self._least else map(function, things)
        rest = iter(things)
        first = list(islice(rest, self._least))
        few = len(first) < self._least
        return map(function, first) if few else self._shared_out(function, chain(first, rest))

    def map_of(self, prepare: Callable[[A], B], function: Callable[[B], C], things: Sequence[A]) -> Iterator[C]:
        """The function's results for what is prepared of the things, in their order.

        Only the function must be picklable. The other is at work with all that this process has in memory: in copies
        of it that last as long as the map, where the system can make such; else here.
        """
        if len(things) < self._least or not _SERVED:
            return self.map(function, map(prepare, things))
        return self._forked(lambda number: function(prepare(things[number])), len(things))

    def usage(self) -> Usage:
        """What the processes have used, until they are closed: from then on the system counts them to this one."""
        return sum(self._used.values(), start=Usage())

    def close(self) -> None:
        """Ends the processes and waits for them."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None
            Processes._started -= 1
            if _SERVED and not Processes._started:
                _end_server()
        self._used.clear()

    def _shared_out(self, function: Callable[[A], B], things: Iterable[A]) -> Iterator[B]:
        if self._pool is None:
            self._pool = _pool(self._jobs, function)
            Processes._started += 1
        return self._done_by(self._pool, function, things)

    def _forked(self, function: Callable[[int], B], count: int) -> Iterator[B]:
        self.close()  # its threads are not to be copied, and its processes not to be kept in memory
        pool = ProcessPoolExecutor(self._jobs, multiprocessing.get_context("fork"), _begin_as_copy, (function,))
        try:
            with warnings.catch_warnings():
                # From 3.12 on, of other threads (of progress bars, say): a copy touches nothing that these may hold.
                warnings.simplefilter("ignore", DeprecationWarning)
                pool.submit(os.getpid)
            yield from self._done_by(pool, _as_copied, range(count))
        finally:
            pool.shutdown(cancel_futures=True)
            self._used.clear()

    def _done_by(self, pool: ProcessPoolExecutor, function: Callable[[A], B], things: Iterable[A]) -> Iterator[B]:
        submit = partial(pool.submit, partial(_work, function))
        try:
            for done in in_order(submit, chunks(things, self._jobs), lambda: self._jobs):
                self._used[done.process] = done.used
                yield from done.results
        except BrokenProcessPool as error:
            what = "a process that worked for it was killed, as happens where memory runs out"
            raise DigestError(Problem("digest", "", what, "let fewer work at once with --jobs")) from error


@dataclass(frozen=True, slots=True)
class _Done(Generic[B]):
    """What a process has made of a chunk, and what it has used since it began."""

    results: list[B]
    process: int
    used: Usage


def _work(function: Callable[[A], B], things: list[A]) -> _Done[B]:
    results = [function(thing) for thing in things]
    return _Done(results, os.getpid(), own_usage())


def _pool(jobs: int, function: Callable[[A], B]) -> ProcessPoolExecutor:
    context: multiprocessing.context.BaseContext = multiprocessing.get_context("spawn")
    if _SERVED:
        context = multiprocessing.get_context("forkserver")
        inner = function.func if isinstance(function, partial) else function
        context.set_forkserver_preload(["__main__", inner.__module__])
    return ProcessPoolExecutor(jobs, context, initializer=_begin)


def _end_server() -> None:
    """Ends the server and waits for it: what its processes have used is counted to this one only then."""
    forkserver._forkserver._stop()  # type: ignore[attr-defined]  # noqa: SLF001 - there is no other way


def _begin() -> None:
    """Makes a process leave Ctrl-C to the one that it works for, and end with that one however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom()
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


_copied: list[Callable[[int], Any]] = []
"""In a process that is a copy of another: what it does for that one, given a number."""


def _begin_as_copy(function: Callable[[int], Any]) -> None:
    sys.stdout = sys.stderr = None  # what was about to be printed is so by the other
    _copied.append(function)
    _begin()


def _as_copied(number: int) -> Any:  # noqa: ANN401 - of whatever type the function's results are
    return _copied[-1](number)


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
