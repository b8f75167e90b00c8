"""What results depend on besides their input: the program itself, and the libraries it stands on."""

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


@cache
def code_key(*parts: str) -> bytes:
    """Hash of the program texts of parts of the package: folders, and modules without their ending.

    So nobody has to remember to raise a number when a part is changed.
    """
    found = hashlib.blake2b(digest_size=16)
    for part in parts:
        folder = PACKAGE / part
        modules = sorted(folder.rglob("*.py")) if folder.is_dir() else [PACKAGE / f"{part}.py"]
        for module in modules:
            found.update(module.relative_to(PACKAGE).as_posix().encode() + b"\0" + module.read_bytes() + b"\0")
    return found.digest()


def libraries_key(names: Iterable[str]) -> bytes:
    """Hash of the versions of libraries."""
    return hashlib.blake2b(repr([(name, version(name)) for name in names]).encode(), digest_size=16).digest()


def files_key(folder: Path) -> bytes:
    """Hash of the names and contents of all files below a folder; that of none where there is no folder."""
    found = hashlib.blake2b(digest_size=16)
    for file in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if file.is_file() and "__pycache__" not in file.parts:
            found.update(file.relative_to(folder).as_posix().encode("utf-8", "surrogatepass") + b"\0")
            found.update(hashlib.blake2b(file.read_bytes()).digest())
    return found.digest()
