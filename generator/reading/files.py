"""Bytes of the files in the folder, and no others."""

import gzip
import os
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from generator.reading.draft import NotReadable
from generator.reading.names import actual

LARGEST = 64 * 1024 * 1024
"""Bytes of the largest file of one article, unpacked: a gzipped one may be a thousand times larger than it seems."""


def location(seeds: Path, path: str) -> Path:
    """The file that a path of `list_files` names."""
    return seeds / actual(path)


@contextmanager
def open_file(seeds: Path, path: str) -> Iterator[BinaryIO]:
    """The file, opened for reading and unpacked; NotReadable where it is none or not in the folder."""
    with _opened(os.path.realpath(seeds), location(seeds, path)) as stream:
        if path.lower().endswith(".gz"):
            with gzip.GzipFile(fileobj=stream) as unpacked:
                yield cast("BinaryIO", unpacked)
        else:
            yield stream


def _opened(root: str, file: Path) -> BinaryIO:
    try:
        if not os.path.realpath(file, strict=True).startswith(os.path.join(root, "")):  # noqa: PTH118 - speed
            raise NotReadable("is a link that leads out of the folder", "put the file itself there")
        # Without O_NONBLOCK a named pipe would be waited for.
        number = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
        if not stat.S_ISREG(os.fstat(number).st_mode):
            os.close(number)
            raise NotReadable("is no file", "delete it, or put it elsewhere")
    except (OSError, RuntimeError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "bad name"
        raise NotReadable(f"cannot be read ({reason})", "correct its name or its rights") from error
    return os.fdopen(number, "rb")


def read_bytes(stream: BinaryIO, largest: int = LARGEST) -> bytes:
    """All bytes of the stream; NotReadable where they are too many, or broken."""
    try:
        data = stream.read(largest + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise NotReadable("is no whole gzipped file", "pack it again") from error
    if len(data) > largest:
        raise NotReadable(f"is larger than {largest >> 20} MiB", "make several articles of it")
    return data
