"""Files of a folder, each written whole and as a new one: another folder may have the old one under a second name."""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def write(folder: Path, name: str, content: bytes) -> bool:
    """Whether the file had other bytes before; what stands in its way goes.

    It is written under its own name: of one that is half written the ledger does not know, and the next build removes
    it.
    """
    path = f"{folder}/{name}"
    try:
        _create(path, content)
    except FileExistsError:
        if _has(path, content):
            return False
        _create(path, content)
    except (FileNotFoundError, NotADirectoryError):
        _make_folders(folder, name)
        _create(path, content)
    return True


def _create(path: str, content: bytes) -> None:
    file = os.open(path, _NEW, 0o666)
    try:
        while content := content[os.write(file, content) :]:
            pass
    finally:
        os.close(file)


def _has(path: str, content: bytes) -> bool:
    """Whether the file has these bytes; otherwise it goes."""
    try:
        if Path(path).read_bytes() == content:
            return True
    except IsADirectoryError:
        shutil.rmtree(path)
        return False
    except FileNotFoundError:  # a link that leads nowhere
        pass
    Path(path).unlink()
    return False


def _make_folders(folder: Path, name: str) -> None:
    """Makes the folders of a file; where one is to be, a file goes."""
    above = f"{folder}/{name}".rpartition("/")[0]
    try:
        os.mkdir(above)  # noqa: PTH102 - by far most often all that is missing
    except (FileExistsError, FileNotFoundError, NotADirectoryError):
        for parent in Path(name).parents:
            if (folder / parent).is_file():
                (folder / parent).unlink()
        os.makedirs(above, exist_ok=True)  # noqa: PTH103 - as above


def remove(folder: Path, names: Iterable[str]) -> None:
    """Removes the files, and the folders that are empty without them."""
    for name in names:
        file = folder / name
        if file.is_symlink() or not file.is_dir():
            file.unlink(missing_ok=True)
        for parent in Path(name).parents[:-1]:
            try:
                (folder / parent).rmdir()
            except OSError:  # not empty, or not there
                break


def names(folder: Path) -> set[str]:
    """Paths of all files below the folder, with `/`."""
    found: set[str] = set()
    for where, _, files in os.walk(folder):
        below = os.path.relpath(where, folder).replace(os.sep, "/")
        found.update(files if below == "." else (f"{below}/{file}" for file in files))
    return found


def link(source: Path, target: Path, names: Iterable[str]) -> None:
    """Gives files of a folder a second name in another, in the place of whatever has that.

    They are copied where the system cannot do that.
    """
    for name in names:
        one, other = f"{source}/{name}", f"{target}/{name}"
        try:
            _link(one, other)
        except FileNotFoundError:
            os.makedirs(other.rpartition("/")[0], exist_ok=True)  # noqa: PTH103 - strings take half the time of paths
            _link(one, other)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except FileNotFoundError:
        raise
    except FileExistsError:
        os.unlink(target)  # noqa: PTH108 - as above
        _link(source, target)
    except OSError:  # another disk, or a system without second names
        Path(target).unlink(missing_ok=True)
        shutil.copyfile(source, target)
