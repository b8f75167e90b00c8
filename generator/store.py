"""Kept results: what a stage made of some content, found again by a hash of that content and never by time stamp."""

import hashlib
import sqlite3
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import msgspec

from generator.errors import DigestError
from generator.model import Problem

_FORMAT = 4
"""To be raised when the table changes; a store of another format is set aside and made anew."""
_TABLES = ("CREATE TABLE kept (stage TEXT, key BLOB, value BLOB, PRIMARY KEY (stage, key))",)
"""Keys are apart from values: in one tree, whoever looks for a key reads the values of all that he compares it to."""
_MOST_PARAMETERS = 500
"""Keys asked for at once; SQLite's own limit is 999 in old versions."""

_MOST_MAPPED = 1 << 40
"""Bytes of the file that may be mapped into memory; SQLite has a lower limit of its own."""

_SERIALISED = 3
"""What `sqlite3.threadsafety` is where threads may share a connection (PEP 249)."""

T = TypeVar("T")

_encode = msgspec.msgpack.Encoder(order="deterministic").encode


def content_key(*parts: object) -> bytes:
    """Hash of everything a result depends on: the version of its stage, its settings and the content itself."""
    return hashlib.blake2b(_encode(parts), digest_size=20).digest()


class Damaged(sqlite3.DatabaseError):
    """Something that was kept is not there, or cannot be read."""


class Store:
    """A file of results by stage and key. What is put is kept at once, against the death of this process too."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._open: sqlite3.Connection | None
        self._open, self.problem = open_database(file, _FORMAT, _TABLES)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.let_go()

    @property
    def _connection(self) -> sqlite3.Connection:
        if self._open is None:
            self._open = _connect(self._file, _FORMAT, _TABLES)
        return self._open

    def let_go(self) -> None:
        """Closes the file until it is next looked into: by this process, or by a copy of it, as SQLite wants it."""
        if self._open is not None:
            self._open.close()
            self._open = None

    @contextmanager
    def mapped(self) -> Iterator[None]:
        """The file is in memory while this lasts: for reading much of it, which takes a third of the time."""
        self._connection.execute(f"PRAGMA mmap_size={_MOST_MAPPED}").fetchall()
        try:
            yield
        finally:
            self._connection.execute("PRAGMA mmap_size=0").fetchall()

    def get(self, stage: str, keys: Sequence[bytes], kind: type[T]) -> dict[bytes, T]:
        """The kept results among the keys. A result that cannot be read is as good as none."""
        decode = msgspec.msgpack.Decoder(kind).decode
        found: dict[bytes, T] = {}
        for some in _chunks(keys, _MOST_PARAMETERS):
            marks = ",".join("?" * len(some))
            query = f"SELECT key, value FROM kept WHERE stage = ? AND key IN ({marks})"  # noqa: S608 - question marks
            for key, value in self._connection.execute(query, (stage, *some)):
                try:
                    found[key] = decode(value)
                except msgspec.DecodeError:
                    continue
        return found

    def others(self, stage: str, keys: Container[bytes], kind: type[T]) -> Iterator[T]:
        """The kept results whose key is not among the keys."""
        for key in self.keys(stage):
            if key not in keys:
                yield from self.get(stage, [key], kind).values()

    def keys(self, stage: str) -> set[bytes]:
        """The keys under which something is kept."""
        return {key for (key,) in self._connection.execute("SELECT key FROM kept WHERE stage = ?", (stage,))}

    def has(self, stage: str, keys: Iterable[bytes]) -> set[bytes]:
        """Those of the keys under which something is kept."""
        return self.keys(stage).intersection(keys)

    def put(self, stage: str, results: Mapping[bytes, object]) -> None:
        """Keeps the results."""
        rows = ((stage, key, msgspec.msgpack.encode(value)) for key, value in results.items())
        with self._connection:
            self._connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)

    def forget_others(self, stage: str, keys: Iterable[bytes]) -> None:
        """Removes every result of a stage whose key is not among the keys."""
        self.forget(stage, self.keys(stage).difference(keys))

    def forget(self, stage: str, keys: Iterable[bytes]) -> None:
        """Removes the results under the keys."""
        if rows := [(stage, key) for key in sorted(keys)]:
            with self._connection:
                self._connection.executemany("DELETE FROM kept WHERE stage = ? AND key = ?", rows)


def open_database(file: Path, version: int, tables: Sequence[str]) -> tuple[sqlite3.Connection, Problem | None]:
    """A file of tables, made where there is none, and what was wrong with it if it had to be set aside.

    Raises DigestError where the folder cannot be written to.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        return _connect(file, version, tables), None
    except sqlite3.DatabaseError:
        problem = set_aside(file)
        return _connect(file, version, tables), problem


def set_aside(file: Path) -> Problem:
    """Takes a file out of the way that is no sound store of this version; what to tell of it."""
    aside = file.with_suffix(".broken")
    file.replace(aside)
    for ending in ("-wal", "-shm"):
        file.with_name(file.name + ending).unlink(missing_ok=True)
    return Problem(file.name, "", f"is no store of this version and was set aside as {aside.name}", "delete it")


def _connect(file: Path, version: int, tables: Sequence[str]) -> sqlite3.Connection:
    """A connection to a sound file of this version; sqlite3.DatabaseError for any other file."""
    try:
        # SQLite itself keeps the threads apart that read from it.
        connection = sqlite3.connect(file, timeout=30, check_same_thread=sqlite3.threadsafety < _SERIALISED)
    except sqlite3.OperationalError as error:
        raise _unusable(file, error) from error
    try:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        (found,) = connection.execute("PRAGMA user_version").fetchone()
        (count,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if count and found != version:
            raise sqlite3.DatabaseError("another version")  # noqa: TRY301 - as SQLite says it of a file of others
        if not count:
            with connection:
                for table in tables:
                    connection.execute(table)
                connection.execute(f"PRAGMA user_version={version}")
    except sqlite3.OperationalError as error:
        connection.close()
        raise _unusable(file, error) from error
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def _unusable(file: Path, error: sqlite3.Error) -> DigestError:
    return DigestError(Problem(file.name, "", f"cannot be opened ({error})", "see that its folder can be written to"))


def _chunks(keys: Sequence[bytes], size: int) -> Iterator[Sequence[bytes]]:
    return (keys[start : start + size] for start in range(0, len(keys), size))
