"""A folder to start from."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from generator import __version__
from generator.errors import DigestError
from generator.inputs import own_templates
from generator.model import Problem


def start(folder: Path) -> Iterator[Path]:
    """Writes configuration, one article, the templates and the workflow into a new or empty folder; every file made.

    Raises DigestError where the folder holds anything.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise DigestError(Problem(str(folder), "", "is not empty", "name a new folder"))
    templates = own_templates()
    starter = templates / "new"
    yield _copied(templates.parent / "mkdocs.yml", folder / "mkdocs.yml")
    yield _written(folder / "requirements.txt", f"annotated-digest=={__version__}\n")
    for file in _files(starter):
        yield _copied(file, folder.joinpath(*map(_with_dot, file.relative_to(starter).parts)))
    for file in _files(templates):
        if not file.is_relative_to(starter):
            yield _copied(file, folder / "site_templates" / file.relative_to(templates))


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)


def _written(file: Path, content: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, encoding="utf-8")
    return file


def _copied(file: Path, target: Path) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, target)
    return target


def _with_dot(part: str) -> str:
    """The name with a dot for a leading `dot_`: archives and searches like to leave out hidden files."""
    return f".{part.removeprefix('dot_')}" if part.startswith("dot_") else part
