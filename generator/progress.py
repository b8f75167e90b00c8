"""How a build tells what it is doing: a phase at a time, and how much of it is done."""

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Timing:
    """What a phase has cost."""

    phase: str
    seconds: float
    cpu: float
    """Seconds of processor time of this process and of the children it has waited for."""


class Display(Protocol):
    """Shows how far a phase has come."""

    def track(self, items: Iterable[T], phase: str, total: int | None) -> Iterable[T]:
        """The items, one by one, shown as they pass."""

    def say(self, text: str) -> None:
        """Shows a line."""


class Quiet:
    """Shows nothing."""

    def track(self, items: Iterable[T], phase: str, total: int | None) -> Iterable[T]:
        """The items as they are."""
        del phase, total
        return items

    def say(self, text: str) -> None:
        """Nothing."""


class Progress:
    """Shows phases on a display and remembers what each has cost."""

    def __init__(self, display: Display | None = None) -> None:
        self._display = display or Quiet()
        self.timings: list[Timing] = []

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """Times what is done inside."""
        clock, cpu = time.perf_counter(), _cpu_seconds()
        yield
        self.timings.append(Timing(name, time.perf_counter() - clock, _cpu_seconds() - cpu))

    def track(self, items: Iterable[T], phase: str, total: int | None = None) -> Iterable[T]:
        """The items, one by one, shown as they pass."""
        return self._display.track(items, phase, total)

    def say(self, text: str) -> None:
        """Shows a line."""
        self._display.say(text)


def _cpu_seconds() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system
