"""Sites for tests: a folder with the repository's configuration and templates, and articles of its own."""

import hashlib
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from generator.build import Built, build
from generator.config import SiteConfig, load_config
from generator.progress import Progress

ROOT = Path(__file__).resolve().parent.parent

Seeds = Mapping[str, str | bytes]
"""Contents of article files by path."""


def make_project(folder: Path, seeds: Seeds | Path) -> SiteConfig:
    """A site in the folder, not yet built, with the articles given or those of another folder."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "site_templates", folder / "site_templates", ignore=shutil.ignore_patterns("__pycache__"))
    if isinstance(seeds, Path):
        shutil.copytree(seeds, folder / "seeds")
    else:
        write_seeds(folder / "seeds", seeds)
    return load_config(folder / "mkdocs.yml")


def write_seeds(folder: Path, seeds: Seeds) -> None:
    """Writes the articles below the folder."""
    for path, content in seeds.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))


def built(config: SiteConfig, jobs: int = 1) -> Built:
    """The site, built and published."""
    return build(config, jobs, Progress(), strict=False)


def fingerprints(folder: Path) -> dict[str, str]:
    """Hash of every file below the folder, by path."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def program() -> str | None:
    """Chromium: the one of `DIGEST_BROWSER`, else the machine's, else (none) Playwright's own."""
    return os.environ.get("DIGEST_BROWSER") or shutil.which("chromium")
