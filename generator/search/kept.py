"""A folder of results that are kept: each under what it is and a hash of all it depends on."""

import hashlib
import shutil
from pathlib import Path
from typing import TypeVar

import msgspec

T = TypeVar("T")


class Kept:
    """Results that all depend on what is given here, and each on what it is made of besides."""

    def __init__(self, folder: Path, *depends_on: object) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._depends_on = depends_on
        self._used: set[str] = set()

    def key(self, made_of: object) -> str:
        """The key of all that is made of this."""
        return hashlib.sha256(msgspec.json.encode((self._depends_on, made_of))).hexdigest()

    def use(self, made_of: object) -> str:
        """The same, which is not forgotten then."""
        key = self.key(made_of)
        self._used.add(key)
        return key

    def find(self, key: str, name: str, kind: type[T]) -> T | None:
        """What is kept under the key and the name, if it can be read."""
        try:
            return msgspec.msgpack.decode((self.folder / f"{key}.{name}").read_bytes(), type=kind)
        except (OSError, msgspec.DecodeError):
            return None

    def put(self, key: str, name: str, value: object) -> None:
        """Keeps the value, whole or not at all."""
        file = self.folder / f"{key}.{name}"
        new = file.with_suffix(".new")
        new.write_bytes(msgspec.msgpack.encode(value))
        new.replace(file)

    def drop(self, key: str, name: str) -> None:
        """Removes the value."""
        (self.folder / f"{key}.{name}").unlink(missing_ok=True)

    def tidy(self) -> None:
        """Removes what was not used, and what a killed process has left."""
        for file in self.folder.iterdir():
            if file.is_dir():
                shutil.rmtree(file)
            elif file.suffix == ".new" or file.stem not in self._used:
                file.unlink()
