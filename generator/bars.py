"""Progress bars on a terminal: one a phase, with rate and time left."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from types import TracebackType
from typing import Self, TypeVar

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TaskID, TextColumn
from rich.text import Text

T = TypeVar("T")


class Bars:
    """Shows phases as bars on standard error. Use it as a context."""

    def __init__(self) -> None:
        columns = (TextColumn("{task.description:<10}"), BarColumn(), _Count(), _Rate(), _Time())
        self._progress = Progress(*columns, console=Console(stderr=True), transient=True)
        self._running: dict[str, TaskID] = {}

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """Shows the phase: on its way as long as the context lasts, then done."""
        bar = self._running[name] = self._progress.add_task(name, total=None)
        try:
            yield
        finally:
            del self._running[name]
            done = self._task(bar).completed
            # What counts nothing is full too when it is over.
            self._progress.update(bar, total=done or 1, completed=done or 1, counts=done > 0)

    def track(self, items: Iterable[T], phase: str, total: int | None) -> Iterable[T]:
        """The items, one by one, shown as they pass: on the bar of the phase, outside of any on one of their own."""
        bar = self._running.get(phase)
        return self._progress.track(items, total=total, task_id=bar, description=phase)

    def say(self, text: str) -> None:
        """Shows a line above the bars."""
        self._progress.console.print(text, markup=False, highlight=False)

    def _task(self, bar: TaskID) -> Task:
        return next(task for task in self._progress.tasks if task.id == bar)


class _Count(ProgressColumn):
    """How many are done, and of how many where that is known."""

    def render(self, task: Task) -> Text:
        if not (task.completed and task.fields.get("counts", True)):
            return Text()
        total = f"/{task.total:,.0f}" if task.total else ""
        return Text(f"{task.completed:,.0f}{total}", justify="right")


class _Rate(ProgressColumn):
    """How many a second."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:,.{0 if speed >= 10 else 1}f}/s" if speed else "", justify="right")  # noqa: PLR2004


class _Time(ProgressColumn):
    """The time left; how long it has taken where it is done, or nobody knows how much there is."""

    max_refresh = 0.5

    def render(self, task: Task) -> Text:
        if task.finished or task.total is None:
            return Text(_clock(task.elapsed))
        return Text(f"{_clock(task.time_remaining)} left" if task.time_remaining is not None else "")


def _clock(seconds: float | None) -> str:
    return str(timedelta(seconds=round(seconds or 0)))
