"""The files of the seeds with hashes of what is in them, before any is read."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from generator.errors import DigestError
from generator.model import Problem
from generator.reading.files import location
from generator.reading.folder import list_files


@dataclass(frozen=True, slots=True)
class Seed:
    """A file of the seeds."""

    path: str
    content: bytes
    """Hash of its bytes."""
    size: int


def look(seeds: Path) -> tuple[tuple[Seed, ...], tuple[Problem, ...]]:
    """The files of the folder with hashes of their contents. Raises DigestError where there is no folder."""
    if not seeds.is_dir():
        raise DigestError(Problem(str(seeds), "", "is no folder of articles", "make it, or name another with -s"))
    files, problems = list_files(seeds)
    return tuple(seed_of(seeds, path) for path in files), problems


def seed_of(seeds: Path, path: str) -> Seed:
    """A file of the folder, with the hash of its bytes; of one that cannot be read, with that of the reason."""
    try:
        # Without O_NONBLOCK a named pipe that has come in its place would be waited for.
        number = os.open(location(seeds, path), os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(number, "rb") as stream:
            found = hashlib.blake2b(digest_size=20)
            size = 0
            while data := stream.read(1 << 20):
                found.update(data)
                size += len(data)
    except OSError as error:  # reading says why, for the report
        return Seed(path, repr(error.errno).encode(), 0)
    return Seed(path, found.digest(), size)
