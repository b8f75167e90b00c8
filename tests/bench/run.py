"""What a build costs, phase by phase, beside a plain `mkdocs build` of the same pages on the same machine.

    make bench
    .venv/bin/python tests/bench/run.py [--articles N] [--jobs N] [--corpus FILE]

Four commands run one after the other, each in a process of its own: a clean build, a build with nothing changed, a
build with one article more, and `mkdocs build` of the pages that the builds have generated. For each the table has
wall-clock seconds, seconds of processor time (of the process and all its children, by `wait4`) and the memory of its
largest process. With `--jobs 1`, the default, all processor time stands in its phase; with more, that of the workers
stands in the sum only.

The articles are the first N of a JSON Lines file: of the test data (`DIGEST_DATA`), where no other is named; the few
of `seeds/`, where those are absent. Nothing is drawn at random. Compare runs of one machine only, and of a quiet one:
processor seconds, too, grow when others use its caches.
"""

import argparse
import gzip
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from project import make_project  # noqa: E402 - found only now

CORPUS = Path(os.environ.get("DIGEST_DATA") or ROOT.parent / "shared") / "data/corpus/bbc2225.jsonl.gz"
MEBIBYTE = 2**20
MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""What `ru_maxrss` counts in."""
LATE = "A late ferry\n\nThe ferry to the island left an hour late. The harbour board blamed the tide and the captain."
_PHASE = re.compile(r"^(\w+) +([\d.]+) +([\d.]+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command has cost, its children included."""

    seconds: float
    cpu: float
    peak: int
    """Bytes of memory of the largest of its processes."""
    phases: dict[str, tuple[float, float]] = field(default_factory=dict)
    """Seconds and processor seconds of each phase that it tells of."""


def cost(folder: Path, *command: str) -> Cost:
    """What the module with its arguments costs in the folder; SystemExit where it fails."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", *command], cwd=folder, env=environment, stdout=said, stderr=said
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        text = said.read()
    if process.returncode:
        sys.exit(f"{' '.join(command)} has failed:\n{text}")
    phases = {name: (float(wall), float(cpu)) for name, wall, cpu in _PHASE.findall(text)}
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * MAXRSS_UNIT, phases)


def seeds_from(corpus: Path | None, most: int | None) -> Path | dict[str, bytes]:
    """The first articles of a JSON Lines file, gzipped or not; those of the repository where there is none."""
    if corpus is None and not CORPUS.is_file():
        return ROOT / "seeds"
    corpus = corpus or CORPUS
    data = corpus.read_bytes()
    lines = (gzip.decompress(data) if corpus.suffix == ".gz" else data).splitlines(keepends=True)
    return {"corpus.jsonl": b"".join(lines[:most])}


def measured(folder: Path, seeds: Path | dict[str, bytes], jobs: int) -> tuple[dict[str, Cost], dict[str, int]]:
    """What each command costs, by its name, and how much of everything there is."""
    config = make_project(folder / "digest", seeds)
    build = ("generator", "build", "--verbose", "--jobs", str(jobs))
    costs = {"clean": cost(config.root, *build), "unchanged": cost(config.root, *build)}
    docs = config.work / "docs"
    counts = {
        "articles": json.loads((config.site_dir / "digest.json").read_bytes())["articles"],
        "topics": len([file for file in (docs / "topics").rglob("*.md") if file.name != "index.md"]),
        "pages": len(list(docs.rglob("*.md"))),
    }
    (config.seeds / "late.txt").write_text(LATE, encoding="utf-8")
    costs["one more"] = cost(config.root, *build)
    costs["mkdocs"] = cost(config.root, "mkdocs", "build", "--quiet", "--site-dir", str(folder / "plain"))
    return costs, counts


def table(costs: dict[str, Cost]) -> Iterator[str]:
    """Lines of the table: a row for each phase, a pair of columns for each command."""
    yield " " * 10 + "".join(f"{name:>18}" for name in costs)
    yield " " * 10 + "".join(f"{'s':>10}{'CPU s':>8}" for _ in costs)
    for phase in dict.fromkeys(phase for each in costs.values() for phase in each.phases):
        cells = (each.phases.get(phase) for each in costs.values())
        yield f"{phase:<10}" + "".join(f"{cell[0]:>10.2f}{cell[1]:>8.2f}" if cell else " " * 18 for cell in cells)
    yield f"{'sum':<10}" + "".join(f"{each.seconds:>10.2f}{each.cpu:>8.2f}" for each in costs.values())
    yield f"{'peak MiB':<10}" + "".join(f"{each.peak / MEBIBYTE:>18.0f}" for each in costs.values())


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, metavar="N", help="only the first N articles")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="processes of a build (1)")
    parser.add_argument("--corpus", type=Path, metavar="FILE", help="articles as JSON Lines")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="digest-bench-") as folder:
        costs, counts = measured(Path(folder), seeds_from(options.corpus, options.articles), options.jobs)
    print(", ".join(f"{count} {name}" for name, count in counts.items()))
    print("\n".join(table(costs)))


if __name__ == "__main__":
    main()
