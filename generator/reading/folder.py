"""The seeds folder: which files have articles, and the articles of each."""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol, TypeVar

from generator.model import Article, Problem
from generator.reading.draft import NotReadable, Where
from generator.reading.files import open_file
from generator.reading.formats import READERS
from generator.reading.names import ENDINGS, ending, shown, stem


class Identified(Protocol):
    """Something with an id that came from a place."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def path(self) -> str:
        """The file it came from."""

    @property
    def place(self) -> str:
        """Where in that file."""


Item = TypeVar("Item", bound=Identified)

DECISIONS_FILE = "topics.yml"
"""What an editor decides of topics. It is no article, and neither are hidden files (`.git`)."""
_UNKNOWN = ("has an ending that is not read", f"use one of {' '.join(ENDINGS)}, or put it elsewhere")


def list_files(seeds: Path) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Paths of all article files below the folder, sorted, and a problem for all else that is there.

    A path is relative, with `/`, and always valid text on one line: `files.location` leads back to the file.
    """
    files: list[str] = []
    problems: list[Problem] = []
    root = seeds.resolve()

    def note(error: OSError) -> None:
        name = _relative(seeds, error.filename or seeds)
        what = f"cannot be read ({error.strerror})"
        problems.append(_left_out(seeds.name if name == "." else name, what, "correct its name or its rights"))

    for folder, folders, names in os.walk(seeds, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links = [name for name in folders if os.path.islink(os.path.join(folder, name))]  # noqa: PTH114, PTH118 - speed
        for name in sorted([*names, *links]):
            path = _relative(seeds, os.path.join(folder, name))  # noqa: PTH118 - the same
            if name.startswith(".") or path == DECISIONS_FILE:
                continue
            complaint = _unfit(root, Path(folder, name), path)
            if complaint:
                problems.append(_left_out(path, *complaint))
            else:
                files.append(path)
    return tuple(sorted(files)), tuple(sorted(problems, key=lambda problem: problem.file))


def _relative(seeds: Path, file: str | os.PathLike[str]) -> str:
    return shown(os.path.relpath(file, seeds).replace(os.sep, "/"))


def _left_out(path: str, what: str, mend: str) -> Problem:
    return Problem(path, "", what, mend, left_out=True)


def _unfit(root: Path, file: Path, path: str) -> tuple[str, str] | None:
    """Why a file is not read and how to mend it, or None."""
    try:
        if file.is_symlink() and not file.resolve(strict=True).is_relative_to(root):
            return "is a link that leads out of the folder", "put the file itself there"
        mode = file.stat().st_mode
    except (OSError, RuntimeError):
        return "is a link that leads nowhere", "delete it"
    if stat.S_ISDIR(mode):
        return "is a link to a folder and not followed", "put the files themselves there"
    if not stat.S_ISREG(mode):
        return "is no file", "delete it, or put it elsewhere"
    return None if ending(path) else _UNKNOWN


def read_file(seeds: Path, path: str) -> Iterator[Article | Problem]:
    """Every article of one file, or the problem it has; nothing else in the folder matters for it."""
    where = Where(path, stem(path))
    reader = READERS.get(ending(path))
    if reader is None:
        yield _left_out(path, *_UNKNOWN)
        return
    try:
        with open_file(seeds, path) as stream:
            yield from reader(stream, where)
    except NotReadable as error:
        yield where.problem(error.complaint.what, error.complaint.mend, left_out=True)


def without_doubles(items: Iterable[Item | Problem]) -> Iterator[Item | Problem]:
    """The items; an article whose id an earlier one has is a problem instead."""
    seen: dict[str, Item] = {}
    for item in items:
        if isinstance(item, Problem):
            yield item
            continue
        first = seen.setdefault(item.id, item)
        if first is item:
            yield item
        else:
            other = f"{first.path}{', ' if first.place else ''}{first.place}"
            yield Problem(
                item.path,
                item.place,
                f"has the id {item.id!r} of {other}",
                "give one of them another id",
                left_out=True,
            )
