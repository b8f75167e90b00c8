"""Promises of a build as a whole: the same bytes, whole or not at all, nothing lost."""

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.config import SiteConfig, load_config
from project import ROOT, built, fingerprints, make_project, write_seeds
from site_address import ADDRESS

HARBOUR = "Northport studies its lighthouse\n\nThe harbour board of Northport ordered a study of the old lighthouse."
ORCHARD = "Apple growers hope for a record\n\nGrowers expect the largest apple harvest in ten years in the valley."
SEEDS = {"board/harbour.txt": HARBOUR, "valley/orchard.txt": ORCHARD}
KILLS = 12


def start(config: SiteConfig) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "generator", "build", "-q", "-j", "1", "-f", str(config.file)]
    return subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE)


def finished(process: subprocess.Popen[bytes]) -> int:
    """The exit status of the build, once it has ended."""
    process.communicate()
    return process.returncode


def test_a_second_build_in_the_same_folder_gives_the_same_bytes_as_a_clean_one(tmp_path: Path) -> None:
    warm = make_project(tmp_path / "warm", {**SEEDS, "valley/late.txt": "A late frost\n\nFrost came to the orchards."})
    built(warm)
    (warm.seeds / "valley/late.txt").unlink()
    write_seeds(warm.seeds, {"board/harbour.txt": HARBOUR + " It leans."})
    built(warm)
    clean = make_project(tmp_path / "clean", {**SEEDS, "board/harbour.txt": HARBOUR + " It leans."})
    built(clean)
    assert fingerprints(warm.site_dir) == fingerprints(clean.site_dir)
    assert fingerprints(warm.work / "docs") == fingerprints(clean.work / "docs")


def test_two_processes_give_the_same_bytes_as_one(tmp_path: Path) -> None:
    seeds = {f"board/{number:02}.txt": f"{HARBOUR} Number {number} of them all." for number in range(50)}
    sites = []
    for jobs in (1, 2):
        config = make_project(tmp_path / str(jobs), seeds)
        built(config, jobs)
        sites.append(fingerprints(config.site_dir))
    assert sites[0] == sites[1]


def test_the_published_folder_is_whole_however_a_build_dies(tmp_path: Path) -> None:
    states = [SEEDS, {**SEEDS, "board/harbour.txt": HARBOUR.replace("old", "new"), "third.txt": ORCHARD + " Perhaps."}]
    whole = []
    for number, seeds in enumerate(states):
        config = make_project(tmp_path / f"whole-{number}", seeds)
        built(config)
        whole.append(fingerprints(config.site_dir))

    config = make_project(tmp_path / "killed", states[0])
    begun = time.monotonic()
    assert finished(start(config)) == 0
    length = time.monotonic() - begun
    moments = random.Random(20)
    for number in range(KILLS):
        (config.seeds / "third.txt").unlink(missing_ok=True)
        write_seeds(config.seeds, states[(number + 1) % 2])
        process = start(config)
        time.sleep(moments.uniform(0.1, 1) * length)
        process.send_signal(signal.SIGKILL)
        finished(process)
        assert fingerprints(config.site_dir) in whole

    write_seeds(config.seeds, states[1])
    assert finished(start(config)) == 0
    assert fingerprints(config.site_dir) == whole[1]
    known = {"mkdocs.yml", "seeds", "site_templates", "site", ".site.spare", ".digest"}
    left = {path.name for path in config.root.iterdir()} - known
    assert {name for name in left if not name.endswith(".lock")} == set()


def test_two_builds_at_once_do_not_mix(tmp_path: Path) -> None:
    config = make_project(tmp_path / "twice", SEEDS)
    for process in [start(config), start(config)]:
        assert finished(process) == 0
    once = make_project(tmp_path / "once", SEEDS)
    built(once)
    assert fingerprints(config.site_dir) == fingerprints(once.site_dir)


def test_one_bad_article_stops_no_other_and_is_in_the_report(tmp_path: Path) -> None:
    config = make_project(
        tmp_path, {**SEEDS, "board/picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "no.xyz": "?"}
    )
    result = built(config)
    assert result.articles == 2
    assert {problem.file for problem in result.problems} == {"board/picture.txt", "no.xyz"}
    report = (config.site_dir / "report" / "index.html").read_text(encoding="utf-8")
    assert "picture.txt" in report
    assert "no.xyz" in report


def test_a_strict_build_with_a_problem_publishes_nothing(tmp_path: Path) -> None:
    config = make_project(tmp_path, SEEDS)
    built(config)
    before = fingerprints(config.site_dir)
    write_seeds(config.seeds, {"empty.txt": ""})
    command = [sys.executable, "-m", "generator", "build", "--strict", "-f", str(config.file)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "empty.txt" in done.stderr
    assert "Traceback" not in done.stderr
    assert fingerprints(config.site_dir) == before


@pytest.mark.parametrize("seeds", [{}, {"a.txt": "One short line about the harbour."}], ids=["none", "one"])
def test_few_articles_make_a_site_too(tmp_path: Path, seeds: dict[str, str]) -> None:
    config = make_project(tmp_path, seeds)
    config.seeds.mkdir(exist_ok=True)
    result = built(config)
    assert result.problems == ()
    assert (config.site_dir / "index.html").is_file()


def test_a_store_that_is_damaged_in_the_middle_is_set_aside_and_the_site_is_built(tmp_path: Path) -> None:
    config = make_project(tmp_path, SEEDS)
    whole = built(config)
    for name in ("kept.sqlite3", "built.sqlite3"):
        file = config.work / name
        data = bytearray(file.read_bytes())
        data[8192:16384] = b"\xff" * len(data[8192:16384])
        file.write_bytes(data)
    before = fingerprints(config.site_dir)
    write_seeds(config.seeds, {"third.txt": ORCHARD + " Perhaps."})
    (config.seeds / "third.txt").unlink()
    again = built(config)
    assert again.articles == whole.articles
    assert {problem.file for problem in again.problems} <= {"kept.sqlite3", "built.sqlite3"}
    clean = fingerprints(config.site_dir)
    assert {name for name in clean if not name.startswith("report/")} == {
        name for name in before if not name.startswith("report/")
    }


HOOK = """
def on_page_content(html, page, config, files):
    return html + f"<p>{len(files.documentation_pages())} pages in all</p>"
"""


def test_with_a_hook_that_sees_all_pages_mkdocs_builds_the_whole_site_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIGEST_SITE_URL", ADDRESS)

    def project(name: str, seeds: dict[str, str]) -> SiteConfig:
        config = make_project(tmp_path / name, seeds)
        (config.root / "all.py").write_text(HOOK, encoding="utf-8")
        text = config.file.read_text(encoding="utf-8")
        config.file.write_text(text.replace("hooks:\n", "hooks:\n  - all.py\n"), encoding="utf-8")
        return load_config(config.file)

    more = {**SEEDS, "third.txt": ORCHARD + " Perhaps."}
    warm = project("warm", SEEDS)
    built(warm)
    assert (warm.site_dir / "card.png").exists()
    assert "pages in all" in (warm.site_dir / "about" / "index.html").read_text(encoding="utf-8")
    write_seeds(warm.seeds, more)
    built(warm)
    clean = project("clean", more)
    built(clean)
    assert fingerprints(warm.site_dir) == fingerprints(clean.site_dir)
    without = make_project(tmp_path / "without", more)
    shutil.copy(without.file, warm.file)
    warm = load_config(warm.file)
    built(warm)
    built(without)
    assert fingerprints(warm.site_dir) == fingerprints(without.site_dir)
