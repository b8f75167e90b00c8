"""The ledger: what every file of the built site was made of, so that only what has changed is made again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from generator.store import open_database

_FORMAT = 1
_TABLES = tuple(
    f"CREATE TABLE {name} ({columns}) WITHOUT ROWID"
    for name, columns in {
        "files": "name TEXT PRIMARY KEY, kind TEXT, made_of BLOB, content BLOB, source TEXT, said BLOB",
        "touched": "name TEXT PRIMARY KEY",
        "facts": "name TEXT PRIMARY KEY, value BLOB",
    }.items()
)
_STEPS = 4
"""How many of the last builds it is remembered for what they changed."""


@dataclass(frozen=True, slots=True)
class Row:
    """A file of the built site."""

    name: str
    """Its path in the site, with `/`."""
    kind: str
    """`page`, `file`, `theme` or `search`."""
    made_of: bytes
    """Hash of all that its content depends on."""
    content: bytes
    """Hash of its bytes."""
    source: str = ""
    """The file among the Markdown pages that it comes from; empty where none does."""
    said: tuple[str, ...] = ()
    """What was wrong when it was made, to be said again as long as it stands."""


class Step(msgspec.Struct, frozen=True):
    """From one build to the next."""

    before: str
    after: str
    changed: tuple[str, ...]
    """Names of files that were written or removed."""


class Ledger:
    """A file of rows and facts. It is at every moment true of the folder, which may hold more, but nothing else.

    So a row goes before its file is touched, and comes after that is written.
    """

    def __init__(self, file: Path) -> None:
        self._connection, self.problem = open_database(file, _FORMAT, _TABLES)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def made_of(self, kind: str) -> dict[str, bytes]:
        """For the name of every file of a kind what it was made of."""
        return dict(self._connection.execute("SELECT name, made_of FROM files WHERE kind = ?", (kind,)))

    def contents(self) -> dict[str, bytes]:
        """The hash of the bytes of every file, by name."""
        return dict(self._connection.execute("SELECT name, content FROM files ORDER BY name"))

    def sources(self, names: Iterable[str]) -> dict[str, str]:
        """Of those of the names that there are, the file among the Markdown pages that each comes from."""
        one = "SELECT name, source FROM files WHERE name = ?"
        return dict(row for name in sorted(names) for row in self._connection.execute(one, (name,)))

    def said(self) -> Iterator[tuple[str, str]]:
        """What was wrong when files were made, each with the name of the file."""
        rows = self._connection.execute("SELECT name, said FROM files WHERE said != ? ORDER BY name", (_pack(()),))
        for name, said in rows:
            yield from ((name, text) for text in msgspec.msgpack.decode(said, type=tuple[str, ...]))

    def strike(self, names: Iterable[str]) -> None:
        """Takes rows out, before their files are touched."""
        rows = [(name,) for name in names]
        with self._connection:
            self._connection.executemany("DELETE FROM files WHERE name = ?", rows)
            self._connection.executemany("INSERT OR IGNORE INTO touched VALUES (?)", rows)

    def enter(self, rows: Sequence[Row]) -> None:
        """Puts rows in, after their files are written."""
        values = [(row.name, row.kind, row.made_of, row.content, row.source, _pack(row.said)) for row in rows]
        with self._connection:
            self._connection.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?)", values)
            self._connection.executemany("INSERT OR IGNORE INTO touched VALUES (?)", ((row.name,) for row in rows))

    def clear(self) -> None:
        """Takes everything out."""
        with self._connection:
            self._connection.execute("DELETE FROM files")
            self._connection.execute("DELETE FROM facts")
            self._connection.execute("DELETE FROM touched")

    def fact(self, name: str) -> bytes:
        """A fact that was noted; empty where none was."""
        row = self._connection.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return bytes(row[0]) if row else b""

    def note(self, facts: Mapping[str, bytes]) -> None:
        """Keeps facts; an empty one is forgotten."""
        with self._connection:
            for name, value in facts.items():
                if value:
                    self._connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))
                else:
                    self._connection.execute("DELETE FROM facts WHERE name = ?", (name,))

    @contextmanager
    def at_work(self) -> Iterator[bool]:
        """While files are written; tells whether there may be some without a row: a build has died, or this is new.

        What has been touched is then not known: the published folder is made anew.
        """
        (count,) = self._connection.execute("SELECT count(*) FROM files").fetchone()
        has_died = not count or bool(self.fact("at work"))
        self.note({"at work": b"yes", **({"steps": b""} if has_died else {})})
        yield has_died
        self.note({"at work": b""})

    def steps(self) -> tuple[Step, ...]:
        """The last builds, the oldest first."""
        return msgspec.msgpack.decode(self.fact("steps") or _pack(()), type=tuple[Step, ...])

    def add_step(self, before: str, after: str) -> None:
        """Remembers what has been touched on the way from one build to the next, and forgets the oldest."""
        touched = tuple(name for (name,) in self._connection.execute("SELECT name FROM touched ORDER BY name"))
        steps = (*self.steps(), Step(before, after, touched))[-_STEPS:]
        with self._connection:
            self._connection.execute("DELETE FROM touched")
            self._connection.execute("INSERT OR REPLACE INTO facts VALUES ('steps', ?)", (_pack(steps),))


def _pack(value: object) -> bytes:
    return msgspec.msgpack.encode(value)
