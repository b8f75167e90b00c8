"""How a build tells what it is doing: a phase at a time, how much of it is done, and what it has cost."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from typing import Protocol, TypeVar

from generator.usage import Usage, children_usage, own_usage

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Timing:
    """What a phase has cost."""

    phase: str
    seconds: float
    own: Usage
    """What this process has used in it; its memory is that of the whole time until the end of the phase."""
    others: Usage
    """The same of all other processes: of its children, and of workers wherever they are."""
    items: int
    """Things that have been tracked in it: files, articles, pages."""

    @property
    def cpu(self) -> float:
        """Seconds of processor time of all processes."""
        return self.own.cpu + self.others.cpu

    def facts(self) -> dict[str, str | int | float]:
        """The same as plain values, seconds to the microsecond, memory in bytes."""
        return {
            "phase": self.phase,
            "seconds": round(self.seconds, 6),
            "cpu": round(self.cpu, 6),
            "cpu_own": round(self.own.cpu, 6),
            "cpu_others": round(self.others.cpu, 6),
            "peak_own": self.own.peak,
            "peak_others": self.others.peak,
            "items": self.items,
        }


class Display(Protocol):
    """Shows which phase is on and how far it has come."""

    def phase(self, name: str) -> AbstractContextManager[None]:
        """Shows that the phase is on, for as long as the context lasts."""

    def track(self, items: Iterable[T], phase: str, total: int | None) -> Iterable[T]:
        """The items, one by one, shown as they pass; `total` is how many will come, where that is known."""

    def say(self, text: str) -> None:
        """Shows a line."""


class Quiet:
    """Shows nothing."""

    def phase(self, name: str) -> AbstractContextManager[None]:
        """Nothing."""
        del name
        return nullcontext()

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
        self._begun = time.perf_counter()
        self._items: dict[str, int] = {}
        self._workers: list[Callable[[], Usage]] = []
        self.timings: list[Timing] = []

    def watch(self, workers: Callable[[], Usage]) -> None:
        """Counts in what workers say they have used: of a child that still runs, nobody else can tell."""
        self._workers.append(workers)

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """Shows and times what is done inside."""
        self._items[name] = 0
        clock, own, others = time.perf_counter(), own_usage(), self._others()
        with self._display.phase(name):
            yield
        seconds = time.perf_counter() - clock
        used = _since(own, own_usage()), _since(others, self._others())
        self.timings.append(Timing(name, seconds, *used, self._items.pop(name)))

    def track(self, items: Iterable[T], phase: str, total: int | None = None) -> Iterable[T]:
        """The items, one by one, counted and shown as they pass."""
        return self._display.track(self._counted(items, phase), phase, total)

    def say(self, text: str) -> None:
        """Shows a line."""
        self._display.say(text)

    def sum(self) -> Timing:
        """What all has cost so far, what happened between phases included; processor time, also before the first."""
        items = sum(each.items for each in self.timings)
        return Timing("sum", time.perf_counter() - self._begun, own_usage(), self._others(), items)

    def _counted(self, items: Iterable[T], phase: str) -> Iterator[T]:
        for item in items:
            self._items[phase] = self._items.get(phase, 0) + 1
            yield item

    def _others(self) -> Usage:
        return sum((each() for each in self._workers), start=children_usage())


def _since(before: Usage, now: Usage) -> Usage:
    return Usage(now.cpu - before.cpu, now.peak)
