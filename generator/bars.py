"""Progress bars on a terminal: one a phase, with rate and time left."""

from collections.abc import Iterable
from types import TracebackType
from typing import Self, TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

T = TypeVar("T")


class Bars:
    """Shows phases as bars on standard error. Use it as a context."""

    def __init__(self) -> None:
        columns = (TextColumn("{task.description:<10}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._progress = Progress(*columns, console=Console(stderr=True), transient=True)

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def track(self, items: Iterable[T], phase: str, total: int | None) -> Iterable[T]:
        """The items, one by one, shown as they pass."""
        return self._progress.track(items, total=total, description=phase)

    def say(self, text: str) -> None:
        """Shows a line above the bars."""
        self._progress.console.print(text, markup=False, highlight=False)
