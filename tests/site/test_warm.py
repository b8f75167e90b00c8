"""A warm build gives the bytes of a clean one, whatever has happened since: articles, settings, templates, deaths."""

import contextlib
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.config import SiteConfig, load_config
from generator.site import files
from project import ROOT, built, fingerprints, make_project, write_seeds
from site_address import ADDRESS

STEPS = int(os.environ.get("DIGEST_WARM_STEPS", "20"))
"""Steps of each sequence; there are four. Set it to a thousand to look further."""
SENTENCES = (
    "The harbour board of Northport ordered a study of the old lighthouse.",
    "Ada Keeper, who leads the harbour board, said the study would cost $2.5 million.",
    "“We will not sell the lighthouse,” Ada Keeper said.",
    "Growers in the Elm Valley expect the largest apple harvest in ten years.",
    "The Elm Valley Growers' Association asked Northport for cheaper freight.",
    "“Nobody asked us,” said Boris Quay of the Ferry Company Ltd.",
    "Ferry Company carried 12,000 passengers in March, 4 per cent more than a year ago.",
    "The study of the lighthouse found cracks of 30 centimetres.",
    "A ferry line to the island opens in May.",
    "Apple prices fell by 11 per cent after the harvest.",
)
FOLDERS = ("wire-desk", "Wire Desk", "post", "")
DATES = ("", "date: 2021-02-03\n", "date: 2021-03\n", "date: 2020-12-28T08:30:00\n", "updated: 2021-05-01\n")


class World:
    """A project that random things happen to."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.chance = random.Random(seed)
        self.folder = folder
        self.config = make_project(folder / "warm", {})
        self.config.seeds.mkdir()
        for _ in range(5):
            self.add()

    def step(self) -> str:
        """Makes something happen, and says what."""
        happening: Callable[[], None] = self.chance.choices(
            [self.add, self.edit, self.rename, self.remove, self.set, self.template, self.decide, self.die],
            [5, 5, 3, 4, 2, 1, 2, 3],
        )[0]
        happening()
        return happening.__name__

    def files(self) -> list[Path]:
        return sorted(file for file in self.config.seeds.rglob("*") if file.is_file() and file.name != "topics.yml")

    def text(self) -> str:
        title = self.chance.choice(SENTENCES).rstrip(".")
        body = "\n\n".join(self.chance.sample(SENTENCES, self.chance.randint(1, 5)))
        return f"---\ntitle: {title!r}\n{self.chance.choice(DATES)}---\n\n{body}\n"

    def add(self) -> None:
        name = f"{self.chance.choice(FOLDERS)}/{self.chance.randint(0, 40):02}.md"
        write_seeds(self.config.seeds, {name.lstrip("/"): self.text()})
        for old in self.files()[9:]:
            old.unlink()

    def edit(self) -> None:
        if found := self.files():
            self.chance.choice(found).write_text(self.text(), encoding="utf-8")

    def rename(self) -> None:
        if found := self.files():
            file = self.chance.choice(found)
            file.rename(file.with_name(f"{self.chance.randint(50, 90)}.md"))

    def remove(self) -> None:
        if found := self.files():
            self.chance.choice(found).unlink()

    def set(self) -> None:
        values = {
            "top: ": self.chance.choice((5, 20)),
            "related: ": self.chance.choice((1, 5)),
            "topic_articles: ": self.chance.choice((2, 3)),
            "page_items: ": self.chance.choice((3, 4, 200)),
            "front_articles: ": self.chance.choice((2, 12)),
            "site_name: ": self.chance.choice(("One", "Another")),
            "cards: ": self.chance.choice(("true", "false")),
            "  language: ": self.chance.choice(("en", "de")),
        }
        lines = self.config.file.read_text(encoding="utf-8").splitlines()
        name, value = self.chance.choice(sorted(values.items()))
        changed = [
            f"{line[: len(line) - len(line.lstrip())]}{name.strip()} {value}" if line.lstrip().startswith(name.lstrip())
            else line
            for line in lines
        ]  # fmt: skip
        self.config.file.write_text("\n".join(changed) + "\n", encoding="utf-8")

    def template(self) -> None:
        names = ("pages/topic.md.jinja", "theme/partials/footer.html", "theme/assets/digest/pages.css")
        file = self.config.root / "site_templates" / self.chance.choice(names)
        text = file.read_text(encoding="utf-8")
        file.write_text(text[:-1] if text.endswith("\n\n") else f"{text}\n", encoding="utf-8")

    def decide(self) -> None:
        decisions = ("", "ban:\n  - lighthouse\n", "rename:\n  - Elm Valley: The Valley\n", "always:\n  - ferry line\n",
                     "merge:\n  - [Northport, Elm Valley]\n", "nonsense: 1\n")  # fmt: skip
        (self.config.seeds / "topics.yml").write_text(self.chance.choice(decisions), encoding="utf-8")

    def die(self) -> None:
        """A change, and a build that dies at one of the files it writes."""
        self.chance.choice([self.add, self.remove, self.template])()
        left = self.chance.randint(0, 40)

        def falter(name: str) -> Callable[..., object]:
            whole: Callable[..., object] = getattr(files, name)

            def dying(*given: object) -> object:
                nonlocal left
                left -= 1
                if left < 0:
                    raise KeyboardInterrupt
                return whole(*given)

            return dying

        with pytest.MonkeyPatch.context() as patch:
            for place in ("builder.write", "builder.remove", "builder.link", "publishing.link"):
                patch.setattr(f"generator.site.{place}", falter(place.rpartition(".")[2]))
            with contextlib.suppress(KeyboardInterrupt):
                built(load_config(self.config.file))

    def clean(self) -> SiteConfig:
        """The same project, built from nothing elsewhere."""
        folder = self.folder / "clean"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        shutil.copy(self.config.file, folder)
        for name in ("seeds", "site_templates"):
            shutil.copytree(self.config.root / name, folder / name)
        config = load_config(folder / "mkdocs.yml")
        built(config)
        return config


@pytest.mark.parametrize("seed", range(4))
def test_a_warm_site_is_a_clean_one_after_every_step(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not seed:  # with cards, which take as long as half a small build
        monkeypatch.setenv("DIGEST_SITE_URL", ADDRESS)
    world = World(tmp_path, seed)
    built(world.config)
    history = []
    for _ in range(STEPS):
        history.append(world.step())
        config = load_config(world.config.file)
        built(config)
        clean = world.clean()
        assert fingerprints(config.site_dir) == fingerprints(clean.site_dir), history
        assert fingerprints(config.work / "docs") == fingerprints(clean.work / "docs"), history


ELSEWHERE = {
    "another time zone": {"TZ": "Pacific/Kiritimati"},
    "another locale": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
    "the plainest locale": {"LC_ALL": "C"},
    "another hash seed": {"PYTHONHASHSEED": "12345"},
    "two jobs": {"jobs": "2"},
    "a folder with a strange name": {"folder": "Über & [strange] {{ name }}"},
}


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], dict[str, str]]:
    """The demonstration site, and its pages."""
    config = make_project(tmp_path_factory.mktemp("here"), ROOT / "seeds")
    built(config)
    return fingerprints(config.site_dir), fingerprints(config.work / "docs")


@pytest.mark.parametrize("where", ELSEWHERE.values(), ids=ELSEWHERE)
def test_a_site_has_the_same_bytes_under(
    tmp_path: Path, where: dict[str, str], here: tuple[dict[str, str], dict[str, str]]
) -> None:
    config = make_project(tmp_path / where.get("folder", "there"), ROOT / "seeds")
    for number, file in enumerate(sorted(config.seeds.rglob("*"))):
        os.utime(file, (number * 1e6, number * 1e6))  # a clock that tells something else
    settings = {name: value for name, value in where.items() if name.isupper()}
    command = [sys.executable, "-m", "generator", "build", "-q", "-j", where.get("jobs", "1"), "-f", str(config.file)]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | settings, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert (fingerprints(config.site_dir), fingerprints(config.work / "docs")) == here
