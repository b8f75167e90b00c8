"""What MkDocs does itself: files of the theme, what it says of wrong links, whole builds where plugins want one."""

import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from generator.errors import DigestError
from generator.model import Problem
from generator.site.maker import Frame, load, unprepared

_MATERIALS_OWN = ("assets/images", "assets/javascripts", "assets/stylesheets")
_NOT_PUBLISHED = (
    ".*", "*/.*", "*.py", "*.pyc", "*.html", "*readme*", "mkdocs_theme.yml", "locales/*",
    "*.md", "*.markdown", "*.mdown", "*.mkdn", "*.mkd",
)  # fmt: skip
"""Files of a theme that MkDocs leaves out."""
_HARMLESS = frozenset({"startup", "shutdown", "serve", "config", "pre_build", "build_error"})
"""Events of plugins and hooks that concern no page."""


def wants_all_pages(frame: Frame) -> bool:
    """Whether pages may depend on others in a way that only MkDocs knows: through a plugin, or a guessed navigation."""
    with _one_line(frame.file.name):
        config = load(frame)
    events = {name for name, methods in config.plugins.events.items() if methods}
    return bool(events - _HARMLESS or config.extra_templates) or config.nav is None


def write_theme(frame: Frame) -> list[str]:
    """Writes the files of the theme, and its pages that are no page of the digest (`404.html`); their names.

    Material's own scripts and styles (2.5 MB) are left out where the front page shows that they are not used.
    """
    from mkdocs.commands.build import get_context
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import get_navigation

    with _one_line(frame.file.name), warnings():
        config = load(frame)
        env = config.theme.get_env()
        listed = [File(path, config.docs_dir, config.site_dir, config.use_directory_urls) for path in frame.pages]
        nav = get_navigation(Files(listed), config)
        unused = tuple(f"{folder}/" for folder in _unused(frame.built))
        written = []
        for name, file in _theme_files(config).items():
            if not name.startswith(unused):
                _unlink(frame.built / name)
                shutil.copyfile(file, frame.built / name)
                written.append(name)
        for name in config.theme.static_templates:
            html = env.get_template(name).render(get_context(nav, (), config, base_url=_base(config, name)))
            if html.strip():
                _unlink(frame.built / name)
                (frame.built / name).write_text(html, encoding="utf-8")
                written.append(name)
    return written


def _theme_files(config: Any) -> dict[str, Path]:  # noqa: ANN401 - MkDocs' configuration
    """The files of the theme that are published, by name, as MkDocs chooses them; Material's 14,000 icons are not."""
    found: dict[str, Path] = {}
    for top in config.theme.dirs:
        for where, folders, files in os.walk(top):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for file in (Path(where, name) for name in files):
                found.setdefault(file.relative_to(top).as_posix(), file)
    left_out = (*_NOT_PUBLISHED, *config.theme.static_templates)
    return {name: found[name] for name in sorted(found) if not any(fnmatch(name.lower(), each) for each in left_out)}


def _base(config: Any, name: str) -> str:  # noqa: ANN401 - MkDocs' configuration
    """Where a page that may be shown at any address finds the site."""
    from urllib.parse import urlsplit

    from mkdocs import utils

    return urlsplit(config.site_url or "/").path if utils.is_error_template(name) else utils.get_relative_url(".", name)


def _unlink(file: Path) -> None:
    """Takes the name from a file, so that its content is not changed under another."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)


def _unused(built: Path) -> Iterator[str]:
    front = (built / "index.html").read_text(encoding="utf-8")
    return (folder for folder in _MATERIALS_OWN if f"{folder}/" not in front)


def complaints(frame: Frame, path: str, known: frozenset[str]) -> tuple[str, ...]:
    """What MkDocs says of the links of a page; `known` are the files of all pages."""
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page

    config = load(frame)
    all_ = [File(each, config.docs_dir, config.site_dir, config.use_directory_urls) for each in sorted(known)]
    files = Files(all_)
    with warnings() as said:
        page = Page(None, files.src_uris[path], config)
        page.read_source(config)
        page.render(config, files)
    return tuple(" ".join(text.split()) for text in said)


def build(frame: Frame) -> tuple[Problem, ...]:
    """Builds all pages with MkDocs, as `mkdocs build` does; what it warned of."""
    from mkdocs.commands import build as command

    with _one_line(frame.file.name), warnings() as said:
        command.build(unprepared(frame))
    for folder in _unused(frame.built):
        shutil.rmtree(frame.built / folder, ignore_errors=True)
    return tuple(warning(frame.file.name, text) for text in said)


def warning(file: str, text: str) -> Problem:
    """Something that MkDocs warns of."""
    return Problem(file, "", f"MkDocs warns: {' '.join(text.split())}", "mend what it names")


@contextmanager
def _one_line(file: str) -> Iterator[None]:
    """What MkDocs gives up over, as a DigestError."""
    from mkdocs.exceptions import MkDocsException

    with warnings() as said:
        try:
            yield
        except MkDocsException as error:
            why = "; ".join([*said, str(error)]).replace("\n", " ")
            problem = Problem(file, "", f"MkDocs cannot build the site ({why})", "mend what it names")
            raise DigestError(problem) from error


@contextmanager
def warnings() -> Iterator[list[str]]:
    """What MkDocs says at level WARNING and above, kept from being printed."""
    said: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]  # as logging allows
    log = logging.getLogger("mkdocs")
    before, propagate = log.handlers, log.propagate
    log.handlers, log.propagate = [handler], False
    try:
        yield said
    finally:
        log.handlers, log.propagate = before, propagate
