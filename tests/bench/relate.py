"""What relating costs, part by part, and how it grows with the number of articles: processor time, in one run.

    make bench
    .venv/bin/python tests/bench/relate.py [--articles N ...] [--kept FILE]

The articles are the first of the Reuters corpus of the test data (`DIGEST_DATA`) with so many words at the least. They
are annotated first, which takes a hundred times as long as relating them and is not measured; `--kept` names a file in
which their traits are kept for the next run. What is read once in a process (word lists, frequencies) is left out: some
articles are related before the first are measured.
"""

import argparse
import gzip
import io
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path

import msgspec

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from generator.annotate.annotations import annotate  # noqa: E402 - found only now
from generator.config import AnnotateSettings, RelateSettings  # noqa: E402 - the same
from generator.model import Annotated, Article  # noqa: E402 - the same
from generator.reading.lines import read_lines  # noqa: E402 - the same
from generator.relate import relations, topics  # noqa: E402 - the same
from generator.relate.traits import Traits, traits  # noqa: E402 - the same

CORPUS = Path(os.environ.get("DIGEST_DATA") or ROOT.parent / "shared") / "data/corpus/reuters21578.jsonl.gz"
FEWEST_WORDS = 40
WARMING = 300
PARTS = {
    (relations, "terms_of"): "words",
    (relations, "find_nearest"): "nearest articles",
    (relations, "find_related"): "topics in common",
    (topics, "name_groups"): "names",
    (topics, "subject_groups"): "subjects",
    (relations, "find_topics"): "topics",
}
"""Functions that are timed where they are called, and what they find; names and subjects are a part of the topics."""


def articles(most: int) -> Iterator[Traits]:
    """The traits of the first articles of the corpus that are long enough."""
    settings = AnnotateSettings()
    with gzip.open(CORPUS) as file:
        found = (each for each in read_lines(io.BytesIO(file.read()), CORPUS.name) if isinstance(each, Article))
    for each in found:
        if most and len(each.text.split()) >= FEWEST_WORDS:
            most -= 1
            yield traits(Annotated(each, annotate(each, settings)))


def kept(file: Path | None, most: int) -> list[bytes]:
    """The packed traits of so many articles, out of the file where they are in it."""
    if file and file.is_file() and len(parts := msgspec.msgpack.decode(file.read_bytes(), type=list[bytes])) >= most:
        return parts[:most]
    made = [msgspec.msgpack.encode(each) for each in articles(most)]
    if file:
        file.write_bytes(msgspec.msgpack.encode(made))
    return made


def timed(spent: Counter[str], name: str, function: Callable[..., object]) -> Callable[..., object]:
    """The function, which adds the processor time it takes to what is spent under the name."""

    @wraps(function)
    def call(*arguments: object, **options: object) -> object:
        start = time.process_time()
        found = function(*arguments, **options)
        spent[name] += time.process_time() - start
        return found

    return call


@contextmanager
def parts_timed() -> Iterator[Counter[str]]:
    """Seconds that each part takes while this lasts."""
    spent: Counter[str] = Counter()
    whole = {place: getattr(*place) for place in PARTS}
    for (module, name), part in PARTS.items():
        setattr(module, name, timed(spent, part, whole[module, name]))
    try:
        yield spent
    finally:
        for (module, name), function in whole.items():
            setattr(module, name, function)


def measured(parts: list[bytes]) -> Counter[str]:
    """Seconds of each part for the articles, and of all."""
    with parts_timed() as spent:
        start = time.process_time()
        decode = msgspec.msgpack.Decoder(Traits).decode
        made = [decode(part) for part in parts]
        spent["unpacking"] = time.process_time() - start
        relations.relate(made, RelateSettings())
        spent["all"] = time.process_time() - start
    return spent


def table(sizes: list[int], spent: list[Counter[str]]) -> Iterator[str]:
    """Lines of the table: a row for each part, a column for each number of articles, and how the largest grew."""
    yield f"{'CPU seconds':18}" + "".join(f"{size:>9}" for size in sizes) + "   growth"
    for part in ("unpacking", *PARTS.values(), "all"):
        growth = spent[-1][part] / max(spent[-2][part], 1e-9) if len(spent) > 1 else 1.0
        yield f"{part:18}" + "".join(f"{each[part]:>9.2f}" for each in spent) + f"{growth:>9.2f}"


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, nargs="+", default=[5000, 10_000], metavar="N", help="how many")
    parser.add_argument("--kept", type=Path, metavar="FILE", help="where traits are kept for the next run")
    options = parser.parse_args()
    if not CORPUS.is_file():
        print(f"not measured: there is no {CORPUS.name}; name the folder of the test data with DIGEST_DATA")
        return
    parts = kept(options.kept, max(options.articles))
    sizes = [min(size, len(parts)) for size in sorted(options.articles)]
    measured(parts[:WARMING])
    print("\n".join(table(sizes, [measured(parts[:size]) for size in sizes])))


if __name__ == "__main__":
    main()
