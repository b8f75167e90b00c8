"""What processes have used: processor time and memory, as the operating system counts them."""

import gc
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

try:
    import resource
except ImportError:  # not on Windows
    resource = None  # type: ignore[assignment]  # which tells less

_MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""What `ru_maxrss` counts in."""


@dataclass(frozen=True, slots=True)
class Usage:
    """Processor time and memory, of one process or of several."""

    cpu: float = 0.0
    """Seconds of processor time, of all together."""
    peak: int = 0
    """Bytes of memory of the largest, at its largest; 0 where the system does not tell."""

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(self.cpu + other.cpu, max(self.peak, other.peak))


def own_usage() -> Usage:
    """What this process has used since it began."""
    return _usage(resource.RUSAGE_SELF) if resource else Usage(time.process_time())


def children_usage() -> Usage:
    """What the children have used that have ended and been waited for, and their own."""
    return _usage(resource.RUSAGE_CHILDREN) if resource else Usage()


def collect_seldom() -> None:
    """Lets objects that refer to each other be collected after more of them than Python would.

    Looking through a digest's millions of objects for what is no longer used finds little.
    """
    gc.set_threshold(10_000, 20, 100)


@contextmanager
def all_needed() -> Iterator[None]:
    """While this lasts, nothing of what there is now is looked through for what is no longer used."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _usage(who: int) -> Usage:
    used = resource.getrusage(who)
    return Usage(used.ru_utime + used.ru_stime, used.ru_maxrss * _MAXRSS_UNIT)


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for garbage that holds itself while this lasts, nor ever again among what is made meanwhile.

    For making a million things that stay: the search would go through all of them time and again.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()
