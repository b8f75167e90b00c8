"""Whole or not at all: a lock that keeps builds apart, and two folders exchanged in one step."""

import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import filelock

from generator.errors import DigestError
from generator.model import Problem

MARKER = "digest.json"
"""File in every published folder that says it is one, so that no other folder is ever replaced."""


@contextmanager
def locked(folder: Path, say: Callable[[str], None]) -> Iterator[None]:
    """Holds the lock of a folder, which lies beside it; says so once if it has to wait for another build."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    lock = filelock.FileLock(_beside(folder, "lock"))
    try:
        lock.acquire(timeout=0)
    except filelock.Timeout:
        say(f"waiting for another build that uses {folder.name}")
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def prepare(site_dir: Path) -> Path:
    """The folder beside the published one that is to take its place: what was published before, or an empty one.

    Raises DigestError where the published folder is in use for something else.
    """
    new, old = spare(site_dir), _beside(site_dir, "old")
    if old.exists() and not site_dir.exists():  # killed between the renames of a system without an exchange
        old.rename(site_dir)
    _refuse_foreign(site_dir)
    shutil.rmtree(old, ignore_errors=True)
    new.mkdir(parents=True, exist_ok=True)
    return new


def exchange(new: Path, site_dir: Path) -> None:
    """Puts the new folder in the place of the published one, which takes its; at every moment one is there, whole."""
    if not site_dir.exists():
        new.rename(site_dir)
    elif not _exchange(new, site_dir):
        old = _beside(site_dir, "old")
        site_dir.rename(old)
        new.rename(site_dir)
        old.rename(new)


def spare(site_dir: Path) -> Path:
    """Where the folder lies that is not published."""
    return _beside(site_dir, "spare")


def _beside(site_dir: Path, what: str) -> Path:
    return site_dir.parent / f".{site_dir.name.removeprefix('.')}.{what}"


def _refuse_foreign(site_dir: Path) -> None:
    if site_dir.is_symlink() or (site_dir.exists() and not site_dir.is_dir()):
        what, mend = "is no folder and would be replaced", "name a folder with -d"
    elif site_dir.is_dir() and any(site_dir.iterdir()) and not (site_dir / MARKER).is_file():
        what, mend = "holds files that are no digest and would be lost", "name another folder with -d, or empty it"
    else:
        return
    raise DigestError(Problem(str(site_dir), "", what, mend))


_HERE = -100
"""AT_FDCWD: paths are relative to the working folder."""
_SWAP = 2
"""RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS."""


def _exchange(one: Path, other: Path) -> bool:
    """Exchanges two folders in one step, as `renameat2(2)` and `renamex_np(2)` do; False where that cannot be had."""
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            return bool(libc.renamex_np(os.fsencode(one), os.fsencode(other), _SWAP) == 0)
        return bool(libc.renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _SWAP) == 0)
    except (AttributeError, OSError, TypeError):  # another system, or an old C library
        return False
