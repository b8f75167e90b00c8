"""What builds cost, beside the usual script and a plain `mkdocs build` of the same pages on the same machine.

    make bench
    .venv/bin/python tests/bench/run.py [--articles N] [--jobs N] [--corpus FILE] [--files] [--script] [--json FILE]

Commands run one after the other, each in a process of its own: a clean build, builds with nothing changed, with one
article added, edited and removed again, and `mkdocs build` of the pages that the builds have made; with `--script`
also what people write when they have no digest: YAKE's keywords of each article as tags in its front matter, and
`mkdocs build` with Material's tags and search. For each the table has wall-clock seconds, seconds of processor time
(of the process and all its children, by `wait4`) and the memory of its largest process; for each phase of a build
the same as `--timings` tells it.

The articles are the first N of 60 words or more of a JSON Lines file: of the test data (`DIGEST_DATA`), where no other
is named; the few of `seeds/`, where those are absent. With `--files` each is a Markdown file with front matter, as
most publishers have them, else all are one file. Nothing is drawn at random. Compare runs of one machine only, and of
a quiet one: processor seconds, too, grow when others use its caches.
"""

import argparse
import contextlib
import datetime as dt
import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from project import make_project  # noqa: E402 - found only now

CORPUS = Path(os.environ.get("DIGEST_DATA") or ROOT.parent / "shared") / "data/corpus/reuters21578.jsonl.gz"
FEWEST_WORDS = 60
MEBIBYTE = 2**20
MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""What `ru_maxrss` counts in."""
LATE = """---
title: A late ferry to Japan
date: 1987-03-05
---

The ferry to Japan left an hour late. The Finance Ministry blamed the tide and the captain, Ada Keeper, who has to pay
3 mln dlrs. "I could not wait," Keeper said.
"""
SCRIPT = """
import pathlib, sys, yake
find = yake.KeywordExtractor(top=10)
for file in sorted(pathlib.Path(sys.argv[1]).rglob("*.md")):
    text = file.read_text(encoding="utf-8")
    tags = [word for word, _ in find.extract_keywords(text)]
    out = pathlib.Path(sys.argv[2], file.name)
    out.write_text("---\\ntags: %r\\n---\\n\\n%s" % (tags, text.rpartition("---")[2]), encoding="utf-8")
"""
PLAIN = "site_name: Script\ntheme:\n  name: material\n  font: false\nplugins: [search, tags]\nnav:\n  - index.md\n"


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
    """What Python with these arguments costs in the folder; SystemExit where it fails."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    told = folder / "timings.json"
    told.unlink(missing_ok=True)
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        start = time.perf_counter()
        process = subprocess.Popen([sys.executable, *command], cwd=folder, env=environment, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        text = said.read()
    if process.returncode:
        sys.exit(f"{' '.join(command)} has failed:\n{text}")
    phases = {}
    with contextlib.suppress(OSError):
        phases = {one["phase"]: (one["seconds"], one["cpu"]) for one in json.loads(told.read_bytes())["phases"]}
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * MAXRSS_UNIT, phases)


def seeds_from(corpus: Path | None, most: int | None, *, files: bool) -> Path | dict[str, bytes]:
    """The first articles of a JSON Lines file, gzipped or not; those of the repository where there is none."""
    if corpus is None and not CORPUS.is_file():
        return ROOT / "seeds"
    corpus = corpus or CORPUS
    data = corpus.read_bytes()
    lines = (gzip.decompress(data) if corpus.suffix == ".gz" else data).splitlines()
    rows = [row for row in map(json.loads, lines) if len(row["text"].split()) >= FEWEST_WORDS][:most]
    if not files:
        kept = ({"id": str(row["id"]), "title": row["title"], "text": row["text"], "date": day(row)} for row in rows)
        return {"corpus.jsonl": b"".join(json.dumps(row).encode() + b"\n" for row in kept)}
    return {f"{row['id']}.md": as_file(row) for row in rows}


def as_file(row: dict[str, str]) -> bytes:
    """An article as Markdown with front matter."""
    title = json.dumps(row["title"] or row["text"][:60])
    return f"---\ntitle: {title}\nsource: Reuters\ndate: {day(row)}\n---\n\n{row['text']}\n".encode()


def day(row: dict[str, str]) -> str:
    """The date of an article, where the corpus has one: `1987-03-05T10:00:00`."""
    with contextlib.suppress(ValueError):
        given = dt.datetime.strptime(row.get("date", "").strip().split(".")[0], "%d-%b-%Y %H:%M:%S")  # noqa: DTZ007
        return given.isoformat()
    return ""


def measured(folder: Path, seeds: Path | dict[str, bytes], jobs: int) -> tuple[dict[str, Cost], dict[str, int]]:
    """What each command costs, by its name, and how much of everything there is."""
    config = make_project(folder / "digest", seeds)
    build = ("-m", "generator", "build", "-q", "--timings", "timings.json", "--jobs", str(jobs))
    costs = {"clean": cost(config.root, *build), "nothing": cost(config.root, *build)}
    docs = config.work / "docs"
    counts = {
        "articles": json.loads((config.site_dir / "digest.json").read_bytes())["articles"],
        "topics": len([file for file in (docs / "topics").glob("*.md") if file.name != "index.md"]),
        "pages": len(list(docs.rglob("*.md"))),
    }
    late = config.seeds / "late.md"
    late.write_text(LATE, encoding="utf-8")
    costs["added"] = cost(config.root, *build)
    late.write_text(f"{LATE}\nThe Bank of Japan agreed.\n", encoding="utf-8")
    costs["edited"] = cost(config.root, *build)
    late.unlink()
    costs["removed"] = cost(config.root, *build)
    costs["mkdocs"] = cost(config.root, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder / "plain"))
    return costs, counts


def script(folder: Path, seeds: Path) -> Cost:
    """What the usual script costs: keywords by YAKE, tags and search by Material."""
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")
    (folder / "docs" / "index.md").write_text("# Articles\n", encoding="utf-8")
    keywords = cost(folder, "-c", SCRIPT, str(seeds), str(folder / "docs"))
    pages = cost(folder, "-m", "mkdocs", "build", "--quiet")
    phases = {"yake": (keywords.seconds, keywords.cpu), "mkdocs": (pages.seconds, pages.cpu)}
    both = keywords.seconds + pages.seconds, keywords.cpu + pages.cpu
    return Cost(*both, max(keywords.peak, pages.peak), phases)


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
    parser.add_argument("--files", action="store_true", help="a file for each article")
    parser.add_argument("--script", action="store_true", help="also the usual script, which takes long")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there, too")
    options = parser.parse_args()
    seeds = seeds_from(options.corpus, options.articles, files=options.files or options.script)
    with tempfile.TemporaryDirectory(prefix="digest-bench-") as folder:
        costs, counts = measured(Path(folder), seeds, options.jobs)
        if options.script:
            costs["script"] = script(Path(folder) / "script", Path(folder) / "digest" / "seeds")
    print(", ".join(f"{count} {name}" for name, count in counts.items()))
    print("\n".join(table(costs)))
    if options.json:
        options.json.write_text(json.dumps({name: asdict(each) for name, each in costs.items()}, indent=1))


if __name__ == "__main__":
    main()
