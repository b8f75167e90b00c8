"""Files of a folder, each written whole and as a new one: another folder may have the old one under a second name."""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path


def write(folder: Path, name: str, content: bytes) -> bool:
    """Whether the file had other bytes before; what stands in its way goes."""
    file = folder / name
    try:
        if file.read_bytes() == content:
            return False
    except (FileNotFoundError, NotADirectoryError):
        for parent in Path(name).parents:
            if (folder / parent).is_file():
                (folder / parent).unlink()
        file.parent.mkdir(parents=True, exist_ok=True)
    except IsADirectoryError:
        shutil.rmtree(file)
    new = file.with_name(f".{file.name[:200]}.new")
    new.write_bytes(content)
    new.replace(file)
    return True


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


def link(source: Path, target: Path) -> None:
    """Gives a file a second name, in the place of whatever has that; copies it where the system cannot do that."""
    target.unlink(missing_ok=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except FileNotFoundError:
        raise
    except OSError:  # another disk, or a system without second names
        shutil.copyfile(source, target)
