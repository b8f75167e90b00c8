"""The folder of a site that the index is in."""

import hashlib
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path


class Folder:
    """Brings a folder to files, of each of which it is told what it is made of; no other file remains.

    Files are made anew or removed and never written over, so that they may be hard links.
    """

    def __init__(self, path: Path, made_of: Mapping[str, str], before_change: Callable[[], None]) -> None:
        """The folder; what those of its files are made of that nobody has touched; what is done before one is."""
        self.path = path
        self.made_of: dict[str, str] = {}
        """What all its files are made of, by path."""
        self.written: dict[str, bytes] = {}
        """Hashes of the contents of those that were written."""
        self._there = set(_files(os.fspath(path)))
        self._before = {file: made_of[file] for file in self._there & made_of.keys()}
        self._before_change = before_change
        self._changed = False

    def has(self, file: str, made_of: str) -> bool:
        """Whether the file is there, made of that; then it stays."""
        found = self._before.get(file) == made_of
        if found:
            self.made_of[file] = made_of
        return found

    def put(self, file: str, made_of: str, content: bytes) -> None:
        """Writes the file."""
        path = self._change(file)
        try:
            _write(path, content)
        except FileNotFoundError:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            _write(path, content)
        self.made_of[file] = made_of
        self.written[file] = hashlib.blake2b(content, digest_size=16).digest()

    def drop_others(self) -> tuple[str, ...]:
        """Removes all files that have not been asked for or written, and empty folders; the paths of those files."""
        removed = tuple(sorted(self._there - self.made_of.keys()))
        for file in removed:
            self._change(file)
        for inside, _, _ in os.walk(self.path, topdown=False):
            with suppress(OSError):  # those that are not empty
                Path(inside).rmdir()
        return removed

    def _change(self, file: str) -> str:
        """Makes room at the path of the file, which it gives."""
        if not self._changed:
            self._before_change()
            self._changed = True
        path = f"{self.path}/{file}"
        if file in self._there:
            os.unlink(path)  # noqa: PTH108 - the same
        return path


def _write(path: str, content: bytes) -> None:
    with open(path, "xb") as new:  # noqa: PTH123 - a Path takes longer, and there are thousands of them
        new.write(content)


def _files(folder: str) -> list[str]:
    """Paths in the folder of all files in it."""
    found = ((os.path.relpath(path, folder), files) for path, _, files in os.walk(folder))
    return [file if inside == "." else f"{inside}/{file}" for inside, files in found for file in files]
