"""The site: pages written, and MkDocs run over them, aside from the published folder."""

import logging
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.config import SiteConfig
from generator.errors import DigestError
from generator.model import Page, Problem

_MATERIALS_OWN = ("assets/images", "assets/javascripts", "assets/stylesheets")
_NO_DATE = "0"
"""What MkDocs takes for today: nothing on the site depends on the day it was built."""


def write_pages(folder: Path, pages: Iterable[Page]) -> int:
    """Makes the folder hold exactly the pages; how many files were written, those with the same bytes not being.

    Raises DigestError where two pages have one path: addresses are made so that chance hardly ever does that.
    """
    folder.mkdir(parents=True, exist_ok=True)
    kept: set[Path] = set()
    written = 0
    for page in pages:
        file = folder / page.path
        if file in kept:
            problem = Problem(page.path, "", "would be the page of two articles", "change the id or title of one")
            raise DigestError(problem)
        kept.add(file)
        written += _write(file, page.content.encode("utf-8"), folder)
    for file in sorted(folder.rglob("*"), reverse=True):
        if file.is_dir() and not file.is_symlink():
            if not any(file.iterdir()):
                file.rmdir()
        elif file not in kept:
            file.unlink()
    return written


def _write(file: Path, content: bytes, folder: Path) -> bool:
    """Whether the file had other bytes before; what stands in its way goes."""
    if file.is_dir():
        shutil.rmtree(file)
    try:
        if file.read_bytes() == content:
            return False
    except OSError:
        for parent in file.relative_to(folder).parents:
            if (folder / parent).is_file():
                (folder / parent).unlink()
        file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f".{file.name[:200]}.new")
    new.write_bytes(content)
    new.replace(file)
    return True


def build_site(config: SiteConfig, docs: Path, target: Path) -> tuple[Problem, ...]:
    """Builds the pages in `docs` into `target` with MkDocs; what it warned of. Raises DigestError where it gives up."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    os.environ["SOURCE_DATE_EPOCH"] = _NO_DATE
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    try:
        with _warnings("mkdocs") as said:
            build(load_config(str(config.file), docs_dir=str(docs), site_dir=str(target)))
    except MkDocsException as error:
        why = "; ".join([*said, str(error)]).replace("\n", " ")
        problem = Problem(config.file.name, "", f"MkDocs cannot build the site ({why})", "mend what it names")
        raise DigestError(problem) from error
    _drop_unused(target)
    return tuple(
        Problem(config.file.name, "", f"MkDocs warns: {' '.join(text.split())}", "mend what it names") for text in said
    )


def _drop_unused(target: Path) -> None:
    """Removes Material's own scripts and styles (2.5 MB) where the front page shows that they are not used."""
    front = (target / "index.html").read_text(encoding="utf-8")
    for folder in _MATERIALS_OWN:
        if f"{folder}/" not in front:
            shutil.rmtree(target / folder, ignore_errors=True)


@contextmanager
def _warnings(logger: str) -> Iterator[list[str]]:
    """What the logger says at level WARNING and above, kept from being printed."""
    said: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]  # as logging allows
    log = logging.getLogger(logger)
    before, propagate = log.handlers, log.propagate
    log.handlers, log.propagate = [handler], False
    try:
        yield said
    finally:
        log.handlers, log.propagate = before, propagate
