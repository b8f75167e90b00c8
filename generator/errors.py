"""The one exception a user ever causes, and how it is said."""

from typing import Self

from generator.model import Problem


class DigestError(Exception):
    """A problem that stops what was asked for; `cli` prints it as one line and ends with 1."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(line(problem))
        self.problem = problem

    def __reduce__(self) -> tuple[type[Self], tuple[Problem]]:
        """How it comes back from another process."""
        return type(self), (self.problem,)


def line(problem: Problem) -> str:
    """The problem as one line: `file: place: what; how to mend it`."""
    where = ": ".join(part for part in (problem.file, problem.place) if part)
    return " ".join(f"{where}: {problem.what}; {problem.mend}".split())
