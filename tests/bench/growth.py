"""How builds grow with the articles, and what a second process brings.

    .venv/bin/python tests/bench/growth.py [--articles N] [--corpus FILE] [--json FILE]

Clean builds of the first N articles and of twice as many, by one process; then the first N again by two. The table has
processor seconds and memory of each, their ratios, and the wall-clock seconds of one process against two: of the
whole build, and of the phases that are maps over articles or pages. On a machine that is doing something else, or has
fewer than two processors, the last says nothing.
"""

import argparse
import json
import os
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from run import MEBIBYTE, Cost, cost, make_project, seeds_from

MAPS = ("annotate", "render")
"""Phases that are shared out among processes."""
_PROCESSES = 2


def clean(corpus: Path | None, articles: int, jobs: int) -> Cost:
    """What a clean build of the first articles costs."""
    with tempfile.TemporaryDirectory(prefix="digest-growth-") as folder:
        config = make_project(Path(folder) / "digest", seeds_from(corpus, articles, files=False))
        command = ("-m", "generator", "build", "-q", "--timings", "timings.json", "--jobs", str(jobs))
        return cost(config.root, *command)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=2000, metavar="N", help="the smaller number (2000)")
    parser.add_argument("--corpus", type=Path, metavar="FILE", help="articles as JSON Lines")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there, too")
    options = parser.parse_args()
    if (os.cpu_count() or 1) < _PROCESSES:
        sys.exit("this machine has one processor only")
    few, many = options.articles, 2 * options.articles
    once = clean(options.corpus, few, 1)
    twice = clean(options.corpus, many, 1)
    shared = clean(options.corpus, few, _PROCESSES)
    for label, each in ((f"{few}", once), (f"{many}", twice), (f"{few}, two processes", shared)):
        print(f"{label:<24}{each.seconds:>9.1f} s{each.cpu:>9.1f} CPU s{each.peak / MEBIBYTE:>8.0f} MiB")
    print(f"{'twice the articles':<24}{twice.cpu / once.cpu:>9.2f} x the CPU s")
    print(f"{'two processes':<24}{shared.seconds / once.seconds:>9.2f} x the seconds")
    for phase in MAPS:
        print(f"  {phase:<22}{shared.phases[phase][0] / once.phases[phase][0]:>9.2f} x")
    if options.json:
        figures = {"once": once, "twice": twice, "two processes": shared}
        options.json.write_text(json.dumps({name: asdict(each) for name, each in figures.items()}, indent=1))


if __name__ == "__main__":
    main()
