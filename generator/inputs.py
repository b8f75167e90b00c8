"""What a build is made of, looked at and not yet read: enough to tell whether there is anything to do.

Light on purpose: where there is nothing to do, nothing else is ever imported.
"""

import sys
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import msgspec

from generator import __version__
from generator.config import SiteConfig
from generator.model import Decision, Problem
from generator.reading.decisions import read_decisions
from generator.reading.seeds import Seed, look
from generator.store import content_key
from generator.versions import PACKAGE, code_key, files_key, libraries_key

_TRANSLATIONS = PACKAGE / "render" / "translations"
"""The words of the interface in other languages than English."""
_PARTS = ("mkdocs", "mkdocs-material", "markdown", "nupunkt", "pagefind-bin", "trafilatura", "yake")
"""Libraries whose versions the site names."""
_FRAME_LIBRARIES = (
    "babel", "jinja2", "markdown", "markupsafe", "mkdocs", "mkdocs-material", "pyyaml", "python-slugify"
)  # fmt: skip
"""Libraries that pages depend on."""
_CARD_LIBRARIES = ("pillow",)
"""Those that cards depend on besides."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a build is made of, looked at and not yet read."""

    seeds: tuple[Seed, ...]
    decisions: tuple[Decision, ...]
    problems: tuple[Problem, ...]
    frame: bytes
    """Hash of what all pages have in common: configuration, templates, theme, program."""
    key: bytes
    """Hash of all that the site depends on."""


def look_at(config: SiteConfig) -> Inputs:
    """What a build of the site would be made of. Raises DigestError where there is no folder of articles."""
    seeds, problems = look(config.seeds)
    decisions, unread = read_decisions(config.seeds)
    frame = content_key(
        config.key,
        config.name,
        config.settings.render.cards,
        [
            files_key(folder)
            for folder in (config.root / "site_templates", config.theme_dir, own_templates(), _TRANSLATIONS)
        ],
        [_bytes(config.root / hook) for hook in config.hooks],
        code_key("."),
        libraries_key(_FRAME_LIBRARIES),
        sys.version_info[:2],
    )
    settings = msgspec.msgpack.encode(config.settings)
    drawing = libraries_key(_CARD_LIBRARIES)
    parts = (
        [(each.path, each.content) for each in seeds],
        decisions,
        problems,
        unread,
        frame,
        settings,
        drawing,
        versions(),
    )
    return Inputs(seeds, decisions, (*problems, *unread), frame, content_key(*parts))


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:  # MkDocs says what is wrong with it
        return b""


def docs_folder(config: SiteConfig) -> Path:
    """Where the generated pages are written."""
    return config.work / "docs"


def template_folders(config: SiteConfig) -> tuple[Path, ...]:
    """Folders of page templates, the site's own before the ones that come with the package."""
    return (config.root / "site_templates" / "pages", own_templates() / "pages")


def own_templates() -> Path:
    """The templates that come with the package: inside it when installed, beside it in a checkout."""
    package = Path(__file__).parent
    return next(folder for folder in (package / "site_templates", package.parent / "site_templates") if folder.is_dir())


def versions() -> dict[str, str]:
    """Versions of this package and of the libraries that shape the site, by name."""
    return {"annotated-digest": __version__, **{name: version(name) for name in _PARTS}}


def store_file(config: SiteConfig) -> Path:
    """Where results are kept."""
    return config.work / "kept.sqlite3"


def ledger_file(config: SiteConfig) -> Path:
    """Where it is written down what the built site is made of."""
    return config.work / "built.sqlite3"
