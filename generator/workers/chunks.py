"""Things on their way to other processes: in chunks, only so many at once, results in order.

So neither the things nor the results are ever all in memory, and no worker waits for more to do.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sized
from itertools import islice
from typing import Protocol, TypeVar

A = TypeVar("A")
B = TypeVar("B")
B_co = TypeVar("B_co", covariant=True)

_PER_WORKER = 8
"""Chunks a worker gets the things in: enough that no worker waits long for the last, few enough to cost nothing."""
_LARGEST = 64
"""Things in a chunk at the most, so that results and progress keep coming."""
_UNDER_WAY = 3
"""Chunks under way for each worker: the one it works on, the next, and one whose results wait for an earlier one."""


class Future(Protocol[B_co]):
    """A result that is on its way."""

    def result(self) -> B_co:
        """The result, once it is there."""

    def cancel(self) -> object:
        """Does without the result."""


def chunks(things: Iterable[A], workers: int) -> Iterator[list[A]]:
    """The things in pieces that suit the number of workers; they grow where nobody knows how many things there are."""
    rest = iter(things)
    taken = 0
    while True:
        number = len(things) if isinstance(things, Sized) else taken
        chunk = list(islice(rest, max(1, min(_LARGEST, number // (workers * _PER_WORKER)))))
        if not chunk:
            return
        yield chunk
        taken += len(chunk)


def in_order(
    submit: Callable[[list[A]], Future[B]], pieces: Iterable[list[A]], workers: Callable[[], int]
) -> Iterator[B]:
    """What becomes of each piece, in their order; no more of them are under way than keep the workers busy."""
    waiting: deque[Future[B]] = deque()
    try:
        for piece in pieces:
            waiting.append(submit(piece))
            if len(waiting) >= workers() * _UNDER_WAY:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()
