"""Figures found against figures marked by hand: precision and recall, and milliseconds per text.

    python tests/quality/figures.py [--misses]

Right is a figure of which span, value and unit are right. The marks are our own judgement of 30 articles, made before
the finder was: every 149th of the BBC corpus, and of the dispatches of the Reuters corpus with at least sixty words
every 1,439th, and five from the 719th on. `figures_gold.json` holds places only, no text: for each article
`[start, end, value, unit]`. Articles of even number were tuned on;
the misses of the others were looked at too, if less, so that their half is no fair estimate of unseen articles.

What counts as a figure: amounts, shares, measures, dates, and cardinal numbers that say how many, with the noun phrase
up to its head where it follows ("nine food suppliers", "18-year-old"); not "one" by itself, ordinals, ranks ("number
two", "the last eight"), names ("Radio 4"), vague numbers ("thousands"), months, weekdays and decades by themselves.
"""

import argparse
import gzip
import json
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.annotate.figures import find_figures

DATA = Path(os.environ.get("DIGEST_DATA", Path(__file__).parents[3] / "shared"))
GOLD = Path(__file__).with_name("figures_gold.json")

Mark = tuple[int, int, str, str]
"""Start, end, value and unit of a figure."""


@dataclass(frozen=True, slots=True)
class Score:
    """How well marks were found."""

    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of what was wanted that was found."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 1.0


def texts(gold: list[dict[str, str]]) -> list[str]:
    """The texts of the articles that were marked."""
    wanted = {(row["corpus"], str(row["id"])) for row in gold}
    found = {}
    for corpus in sorted({name for name, _ in wanted}):
        with gzip.open(DATA / "data" / "corpus" / f"{corpus}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                if (corpus, str(row["id"])) in wanted:
                    found[corpus, str(row["id"])] = row["text"]
    return [found[row["corpus"], str(row["id"])] for row in gold]


def samples(half: str) -> Iterator[tuple[str, set[Mark]]]:
    """Texts and what is marked in them; of the `tuned` or the `other` half, or of `all`."""
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    for index, (text, row) in enumerate(zip(texts(gold), gold, strict=True)):
        if half == "all" or (half == "tuned") == (index % 2 == 0):
            yield text, {tuple(mark) for mark in row["figures"]}


def found(text: str) -> set[Mark]:
    """The figures that the digest finds."""
    return {(each.span.start, each.span.end, each.value, each.unit) for each in find_figures(text, "en")}


def score(half: str) -> Score:
    """Precision and recall of one half."""
    pairs = [(found(text), gold) for text, gold in samples(half)]
    right = sum(len(mine & gold) for mine, gold in pairs)
    return Score(right, sum(len(mine) for mine, _ in pairs), sum(len(gold) for _, gold in pairs))


def plain(half: str) -> Score:
    """Precision and recall of a plain method: every run of digits is a number, and nothing else is."""
    import re

    pairs = [
        ({(m.start(), m.end(), m.group(), "") for m in re.finditer(r"\d+", text)}, gold) for text, gold in samples(half)
    ]
    right = sum(len(mine & gold) for mine, gold in pairs)
    return Score(right, sum(len(mine) for mine, _ in pairs), sum(len(gold) for _, gold in pairs))


def misses() -> Iterator[str]:
    """One line for each figure too few (`-`) or too many (`+`), with its surroundings."""
    for index, (text, gold) in enumerate(samples("all")):
        mine = found(text)
        for start, end, value, unit in sorted(gold ^ mine):
            sign = "-" if (start, end, value, unit) in gold else "+"
            around = text[max(0, start - 25) : start] + "[" + text[start:end] + "]" + text[end : end + 25]
            yield f"{index:2} {sign} {value} {unit}: {' '.join(around.split())}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Figures against those marked by hand.")
    parser.add_argument("--misses", action="store_true", help="print what is wrong, not the table")
    if parser.parse_args().misses:
        print(*misses(), sep="\n")
        return
    for half in ("tuned", "other", "all"):
        result = score(half)
        print(f"{half:9} P {result.precision:.3f}  R {result.recall:.3f}  F1 {result.f1:.3f}  of {result.wanted}")
    every = [text for text, _ in samples("all")]
    words = sum(len(text.split()) for text in every)
    find_figures(every[0], "en")  # what is read once for all articles
    began = time.process_time()
    for text in every:
        find_figures(text, "en")
    print(f"{1000 * (time.process_time() - began) * 360 / words:.2f} ms per 360 words")


if __name__ == "__main__":
    main()
