"""What everything that is annotated costs, beside plain yake for keywords alone: processor time, in one run.

    make bench
    .venv/bin/python tests/bench/annotations.py [--articles N | --all]

The articles are every fifth of the BBC corpus of the test data (`DIGEST_DATA`). Every method reads an article before
the next article is read, so that what else the machine does falls on all of them alike, and reads it once, so that
nothing is known of it from before. What is read once in a process (word lists, frequencies) is left out: each method
has read other articles of the corpus before it is measured. The parts of `annotate` are timed where it calls them.
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
from pathlib import Path

import yake

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from generator.annotate import annotations  # noqa: E402 - found only now
from generator.annotate.keywords import find_keywords  # noqa: E402 - the same
from generator.annotate.yake_method import yake_keywords  # noqa: E402 - the same
from generator.config import AnnotateSettings  # noqa: E402 - the same
from generator.model import Article  # noqa: E402 - the same
from generator.reading.lines import read_lines  # noqa: E402 - the same
from generator.text import stop_words  # noqa: E402 - the same

CORPUS = Path(os.environ.get("DIGEST_DATA") or ROOT.parent / "shared") / "data/corpus/bbc2225.jsonl.gz"
STEP = 5
"""Of the corpus every fifth article is measured; the one behind it warms up."""
WARMING = 20
PARTS = {
    "find_sentences": "sentences",
    "content_terms": "terms",
    "find_keywords": "keywords",
    "find_names": "names",
    "find_figures": "figures",
    "find_quotes": "quotes",
    "stands_alone": "key sentences",
    "find_key_sentences": "key sentences",
}
"""What the functions that `annotate` calls find; what it does besides is "rest"."""
USUAL = 360
"""Words of the article that costs are told for."""

Method = Callable[[Article], object]


def methods() -> dict[str, Method]:
    """What is measured, by name; the first is what the others are compared with."""
    reference = yake.KeywordExtractor(lan="en", n=3, top=20)
    stops, settings = stop_words("en"), AnnotateSettings()
    return {
        "yake 0.7.3": lambda article: reference.extract_keywords(article.text),
        "the same, ours": lambda article: yake_keywords(article.text, stops, 3, 20),
        "keywords, digest": lambda article: find_keywords(article.text, "en", settings.keywords),
        "everything annotated": lambda article: annotations.annotate(article, settings),
    }


def articles() -> list[Article]:
    """The corpus as it is read from a folder of seeds."""
    with gzip.open(CORPUS) as file:
        return [each for each in read_lines(io.BytesIO(file.read()), CORPUS.name) if isinstance(each, Article)]


def timed(spent: Counter[str], name: str, method: Callable[..., object]) -> Callable[..., object]:
    """The method, which adds the processor time it takes to what is spent under the name."""

    def call(*arguments: object, **options: object) -> object:
        start = time.process_time()
        found = method(*arguments, **options)
        spent[name] += time.process_time() - start
        return found

    return call


@contextmanager
def parts_timed() -> Iterator[Counter[str]]:
    """Seconds that each part of `annotate` takes while this lasts."""
    spent: Counter[str] = Counter()
    whole = {name: getattr(annotations, name) for name in PARTS}
    for name, part in PARTS.items():
        setattr(annotations, name, timed(spent, part, whole[name]))
    try:
        yield spent
    finally:
        for name, function in whole.items():
            setattr(annotations, name, function)


def measured(some: list[Article]) -> tuple[Counter[str], Counter[str]]:
    """Seconds of each method over all the articles, and those of the parts of `annotate`."""
    spent: Counter[str] = Counter()
    clocked = [timed(spent, name, method) for name, method in methods().items()]
    with parts_timed() as parts:
        for article in some:
            for method in clocked:
                method(article)
    parts["rest"] = spent["everything annotated"] - parts.total()
    return spent, parts


def table(spent: Counter[str], parts: Counter[str], words: int) -> Iterator[str]:
    """Lines of the tables: each method beside yake, then each part with its share of everything."""
    reference, everything = spent["yake 0.7.3"], spent["everything annotated"]
    scale = 1000 * USUAL / words
    yield f"{'':22}{f'ms per {USUAL} words':>18}{'yake takes':>14}"
    for name, seconds in spent.items():
        yield f"{name:22}{scale * seconds:18.2f}{reference / seconds:12.2f} x"
    yield ""
    for name, seconds in parts.most_common():
        yield f"  {name:20}{scale * seconds:18.2f}{100 * seconds / everything:12.1f} %"


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    number = parser.add_mutually_exclusive_group()
    number.add_argument("--articles", type=int, default=400, metavar="N", help="at most that many articles (400)")
    number.add_argument("--all", action="store_true", help="all articles of the corpus, not every fifth")
    options = parser.parse_args()
    if not CORPUS.is_file():
        print(f"not measured: there is no {CORPUS.name}; name the folder of the test data with DIGEST_DATA")
        return
    corpus = articles()
    some = corpus if options.all else corpus[::STEP][: options.articles]
    measured(corpus[1::STEP][:WARMING])
    words = sum(len(article.text.split()) for article in some)
    print(f"{len(some)} articles of {words / max(1, len(some)):.0f} words")
    print("\n".join(table(*measured(some), max(1, words))))


if __name__ == "__main__":
    main()
