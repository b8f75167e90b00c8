"""Names found beside names annotated by hand: precision and recall of mentions, kinds, and forms of one bearer.

    python tests/quality/names.py [--misses]

`names_gold.json` has offsets only: for each article ([corpus]:[id]) a list of [start, end, kind, bearer], made by one
person before any rule was written. Articles: each 149th of the BBC corpus from the 75th on, and each 924th of the
Reuters articles with at least 60 words. The rules were made looking at every other one of them (`tuned`) and never at
what they got wrong in the rest (`held out`).

What was annotated as a name: people (titles and roles outside, families and characters inside), organisations (parties,
teams and bands too, also as adjectives: "Tory"), places (states as teams too), laws, works and newspapers, and further
things with a name of their own (prizes, competitions, products). No names are adjectives of nationality, languages,
people of a nation or belief, weekdays, months, holy days, titles of jobs, grades, tickers, units and abbreviations of
common nouns (CEO, IPO, VAT). The possessive is outside, unless the name has it itself ("Moody's"); of "Belfast-born"
only "Belfast" is one. A state before a name is a name of its own ("US | Federal Reserve").
"""

import argparse
import gzip
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from pathlib import Path

import sentences

GOLD = Path(__file__).with_name("names_gold.json")
CORPORA = {"bbc": "corpus/bbc2225.jsonl.gz", "reuters": "corpus/reuters21578.jsonl.gz"}

Mentions = dict[tuple[int, int], tuple[str, int]]
"""Kind and number of the bearer by start and end."""
Finder = Callable[[str], Mentions]


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its names."""

    key: str
    text: str
    held_out: bool
    gold: Mentions


@dataclass(frozen=True, slots=True)
class Score:
    """How well names were found."""

    precision: float
    recall: float
    kinds: float
    """Share of the right kinds among mentions found for which one is told."""
    told: float
    """Share of the mentions found for which a kind is told."""
    joined: float
    """Share of right pairs among the pairs of mentions said to mean one bearer."""
    kept: float
    """Share of the pairs that mean one bearer that are said to."""


@lru_cache(maxsize=1)
def articles() -> tuple[Article, ...]:
    """The annotated articles whose corpus is there."""
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    texts = {key: text for corpus in CORPORA for key, text in _texts(corpus)}
    return tuple(
        Article(key, texts[key], number % 2 == 1, {(row[0], row[1]): (row[2], row[3]) for row in rows})
        for number, (key, rows) in enumerate(gold.items())
        if key in texts
    )


def _texts(corpus: str) -> Iterator[tuple[str, str]]:
    file = sentences.DATA / "data" / CORPORA[corpus]
    if not file.exists():
        return
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield f"{corpus}:{row['id']}", row["text"]


def digest(text: str) -> Mentions:
    """The names that the digest itself finds in a text of one paragraph."""
    from generator.annotate.names import find_names
    from generator.annotate.sentences import find_sentences
    from generator.model import Block, BlockKind, Span

    blocks = (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)
    spans = tuple(sentence.span for sentence in find_sentences(text, blocks, "en"))
    found = enumerate(find_names(text, spans, "en"))
    return {(span.start, span.end): (name.kind.value, bearer) for bearer, name in found for span in name.spans}


def plain(text: str) -> Mentions:
    """Words with a capital that follow one another, not at the start of a sentence; each form a bearer."""
    bearers: dict[str, int] = {}
    runs = re.finditer(r"(?<![.?!\"] )(?<!^)(?<!\n)\b[A-Z][\w&.-]*\b(?: [A-Z][\w&.-]*\b)*", text)
    return {(run.start(), run.end()): ("name", bearers.setdefault(run.group(), len(bearers))) for run in runs}


FINDERS: dict[str, Finder] = {"plain": plain, "generator": digest}


@lru_cache(maxsize=32)
def score(finder: str, corpus: str = "", held_out: bool | None = None) -> Score:  # noqa: FBT001 - a filter
    """The finder's names against those of all articles of the corpus (any where empty) and half together."""
    chosen = [a for a in articles() if a.key.startswith(corpus) and held_out in (None, a.held_out)]
    pairs = [(FINDERS[finder](article.text), article.gold) for article in chosen]
    found, wanted = sum(len(mine) for mine, _ in pairs), sum(len(gold) for _, gold in pairs)
    both = [(mine[span], gold[span]) for mine, gold in pairs for span in mine.keys() & gold.keys()]
    kinds = [mine[0] == gold[0] for mine, gold in both if mine[0] != "name"]
    joined, same = zip(*(_pairs(mine, gold) for mine, gold in pairs), strict=True)
    right = sum(len(one & other) for one, other in zip(joined, same, strict=True))
    return Score(
        precision=_share(len(both), found),
        recall=_share(len(both), wanted),
        kinds=_share(sum(kinds), len(kinds)),
        told=_share(len(kinds), len(both)),
        joined=_share(right, sum(map(len, joined))),
        kept=_share(right, sum(map(len, same))),
    )


def _share(part: int, whole: int) -> float:
    return part / max(whole, 1)


def _pairs(mine: Mentions, gold: Mentions) -> tuple[set[object], set[object]]:
    """Pairs of mentions found by both, that mean one bearer: as found, and as annotated."""
    both = list(combinations(sorted(mine.keys() & gold.keys()), 2))
    found, wanted = ({pair for pair in both if one[pair[0]][1] == one[pair[1]][1]} for one in (mine, gold))
    return found, wanted


def misses() -> Iterator[str]:
    """One line for each mention too few (`-`), too many (`+`) or of another kind (`?`), of the tuned half only."""
    for article in (each for each in articles() if not each.held_out):
        mine = digest(article.text)
        for start, end in sorted(mine.keys() | article.gold.keys()):
            here, there = mine.get((start, end)), article.gold.get((start, end))
            sign = "-" if here is None else "+" if there is None else "?" if here[0] not in ("name", there[0]) else ""
            if sign:
                before, name = article.text[max(0, start - 20) : start], article.text[start:end]
                yield " ".join(f"{sign} {article.key} {before}[{name}]{article.text[end : end + 15]}".split())


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Names found beside names annotated by hand.")
    parser.add_argument("--misses", action="store_true", help="print what is wrong in the tuned half, not the table")
    if parser.parse_args().misses:
        print(*misses(), sep="\n")
        return
    print(f"{'':31} precision  recall  kinds (told)   bearers: joined  kept")
    for half, held_out in {"all": None, "tuned": False, "held out": True}.items():
        for corpus in ("", *CORPORA):
            for finder in FINDERS:
                row = score(finder, corpus, held_out)
                print(
                    f"{half:9} {corpus or 'both':9} {finder:11}"
                    f" {row.precision:9.3f} {row.recall:7.3f} {row.kinds:6.3f} ({row.told:.2f})"
                    f" {row.joined:16.3f} {row.kept:5.3f}"
                )


if __name__ == "__main__":
    main()
