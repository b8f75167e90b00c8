"""Kept results: what a stage made of some content, found again by a hash of that content and never by time stamp."""

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import msgspec

from generator.errors import DigestError
from generator.model import Problem

_FORMAT = 2
"""To be raised when the table changes; a store of another format is set aside and made anew."""
_MOST_PARAMETERS = 500
"""Keys asked for at once; SQLite's own limit is 999 in old versions."""

T = TypeVar("T")


def content_key(stage: str, version: int, *parts: object) -> bytes:
    """Hash of everything a result depends on: the stage, its version, its settings and the content itself."""
    return hashlib.sha256(msgspec.json.encode((stage, version, parts))).digest()


class Store:
    """A file of results by key. Use it as a context: what was put is kept when the context is left without an error."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.problem: Problem | None = None
        """What was wrong with the file, if it had to be set aside."""
        self._connection = self._open()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._connection.commit()
        self._connection.close()

    def get(self, keys: Iterable[bytes], kind: type[T]) -> dict[bytes, T]:
        """The kept results among the keys. A result that cannot be read is as good as none."""
        decode = msgspec.msgpack.Decoder(kind).decode
        found: dict[bytes, T] = {}
        for some in _chunks(list(keys), _MOST_PARAMETERS):
            marks = ",".join("?" * len(some))
            query = f"SELECT key, value FROM kept WHERE key IN ({marks})"  # noqa: S608 - question marks only
            for key, value in self._connection.execute(query, some):
                try:
                    found[key] = decode(value)
                except msgspec.DecodeError:
                    continue
        return found

    def put(self, results: Mapping[bytes, object]) -> None:
        """Keeps the results; safe at once against the death of this process."""
        encode = msgspec.msgpack.encode
        rows = ((key, encode(value)) for key, value in results.items())
        with self._connection:
            self._connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", rows)

    def forget_others(self, keys: Iterable[bytes]) -> None:
        """Removes every result whose key is not among the keys."""
        with self._connection:
            self._connection.execute("CREATE TEMP TABLE used (key BLOB PRIMARY KEY)")
            self._connection.executemany("INSERT OR IGNORE INTO used VALUES (?)", ((key,) for key in keys))
            self._connection.execute("DELETE FROM kept WHERE key NOT IN (SELECT key FROM used)")
            self._connection.execute("DROP TABLE used")

    def _open(self) -> sqlite3.Connection:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        try:
            return _connect(self._file)
        except sqlite3.DatabaseError:
            aside = self._file.with_suffix(".broken")
            self.problem = Problem(
                self._file.name, "", f"is no store of this version and was set aside as {aside.name}", "delete it"
            )
            self._file.replace(aside)
            for ending in ("-wal", "-shm"):
                self._file.with_name(self._file.name + ending).unlink(missing_ok=True)
            return _connect(self._file)


def _connect(file: Path) -> sqlite3.Connection:
    """A connection to a sound store of this format; sqlite3.DatabaseError for any other file."""
    try:
        connection = sqlite3.connect(file, timeout=30)
    except sqlite3.OperationalError as error:
        raise _unusable(file, error) from error
    try:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        _refuse_another_format(connection)
        with connection:
            connection.execute("CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID")
            connection.execute(f"PRAGMA user_version={_FORMAT}")
    except sqlite3.OperationalError as error:
        connection.close()
        raise _unusable(file, error) from error
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def _unusable(file: Path, error: sqlite3.Error) -> DigestError:
    return DigestError(Problem(file.name, "", f"cannot be opened ({error})", "see that its folder can be written to"))


def _refuse_another_format(connection: sqlite3.Connection) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if tables and version != _FORMAT:
        raise sqlite3.DatabaseError("another format")


def _chunks(keys: list[bytes], size: int) -> Iterable[list[bytes]]:
    return (keys[start : start + size] for start in range(0, len(keys), size))
