"""Sentence splitters compared: F1 of the boundaries, and milliseconds per text.

    python tests/quality/sentences.py [--gold FILE] [--misses SPLITTER]

Counted are the boundaries inside a text (its end is found by anything), as the number of characters that are not white
space before them, so that a splitter may keep, strip or normalise blanks. Sets:

- `ecb`, `ecbplus`: the sentences of the ECB+ corpus (Cybulska and Vossen 2014), rebuilt into running text. Its spaced
  tokens are put together again, and only runs of sentences that end like sentences are kept: headlines, datelines and
  sentences its makers left glued together are no standard to measure by.
- `wrapped`: `ecb` hard-wrapped at 72 columns.
- `duc`, `fr`: ends of paragraphs of news texts, the paragraphs run together: every one is an end of a sentence, so only
  recall is told.
- `hard`: the cases below, which every splitter gets wrong somewhere.
- with `--gold`, a JSON object of set -> list of [language, [sentence, ...]] made by hand.

Libraries that are not installed are named and left out.
"""

import argparse
import importlib.util
import json
import os
import re
import textwrap
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

DATA = Path(os.environ.get("DIGEST_DATA", Path(__file__).parents[3] / "shared"))

Splitter = Callable[[str, str], list[str]]
"""Text and language to the sentences, in order, none of its visible characters lost."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Running text of which the sentences are known."""

    language: str
    sentences: tuple[str, ...]
    joiner: str = " "

    @property
    def text(self) -> str:
        """The sentences as one text."""
        return self.joiner.join(self.sentences)


@dataclass(frozen=True, slots=True)
class Score:
    """How well boundaries were found."""

    precision: float
    recall: float
    milliseconds: float
    """Per text."""

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


HARD = (
    ("title", "en", ("Mr. Smith met Dr. Brown at St. Mary's.", "Mrs. Jones stayed away.")),
    ("figure", "en", ("It paid $7.8bn.", "The fee was 3.5 per cent.", "Shares fell .4 points to 12.5.")),
    (
        "company",
        "en",
        ("Apple Inc. said sales rose.", "Foo Corp. Chief Executive Ann Lee left JD.com Inc. today."),
    ),
    ("country", "en", ("U.S. officials met in the U.K. on Monday.", "The U.S. Senate did not.")),
    ("country at end", "en", ("He moved to the U.S.", "There he found work.")),
    ("company at end", "en", ("She sold it to Acme Inc.", "He kept his share.")),
    ("quote, straight", "en", ('"We are done."', "She left.", 'He said "no."', "They agreed.")),
    ("quote, curly", "en", ("“We are done.”", "She left.", "He said “no.”", "They agreed.")),
    ("quote goes on", "en", ("“We are done.", "We lost,” she said.", "He nodded.")),
    ("question in quote", "en", ("“Why now?” asked Mr Lee.", "“Stop!” he cried.", "Nobody moved.")),
    ("quote of many sentences", "en", ("“We are done.", "We lost.", "We go home.”", "She sat down.")),
    ("ellipsis", "en", ("He waited ... and waited.", "Nothing came…", "Then it did.")),
    ("ellipsis goes on", "en", ("Well… maybe not.", "Who knows?")),
    ("initials", "en", ("J.P. Morgan hired J. K. Rowling and George W. Bush.", "R. Smith left.")),
    ("number", "en", ("No. 5 won.", "It was his No. 1 hit.", "See p. 12 and Fig. 3 for more.")),
    ("latin", "en", ("Some firms, e.g. Alibaba, grew, i.e. sold more, etc.", "Others did not.")),
    ("time", "en", ("It opens at 9 a.m. on Monday.", "It closes at 5 p.m.", "Then we leave.")),
    ("month", "en", ("On Dec. 24 it fell.", "On Nov. 3 it rose.")),
    ("address", "en", ("See www.example.com/a.b?c=1 for it.", "Amazon.com Inc. shares rose.")),
    ("bracket", "en", ("It fell.", "(It rose later.)", "Then it stood still.")),
    ("bracket inside", "en", ("The law (it is from 2008. It is old) stands.", "It will change.")),
    ("wrapped", "en", ("The bank said\non Sunday that\nMr.\nMa must act.", "He did\nso.")),
    ("small letter", "en", ("eBay fell.", "iPhone sales rose.", "adidas did not.")),
    ("figure first", "en", ("Sales rose.", "12 stores closed in 2020.", "2021 was worse.")),
    ("exclaiming name", "en", ("Yahoo! Inc. bought it.", "Nobody cheered.")),
    ("list number", "en", ("1. Open the box.", "2. Take it out.")),
    ("degree", "en", ("Ph.D. students met Prof. Li, Sen. Roe and Gen. Coe.", "Gov. Poe did not come.")),
    ("chinese", "zh", ("你好。", "他走了！", "“你去哪儿？”她问。", "没人回答。")),
    ("japanese", "ja", ("今日は晴れです。", "「行こう。」と彼は言った。", "皆が笑った。")),
    ("arabic", "ar", ("ذهب الرجل إلى السوق.", "هل عاد؟", "لا أحد يعرف.")),
    ("hindi", "hi", ("वह घर गया।", "फिर वह सो गया।")),
    ("portuguese", "pt", ("O Sr. Silva chegou às 9h.", "A Dra. Costa não veio.", "O art. 5.º mantém-se.")),
    ("french", "fr", ("M. Dupont est venu.", "« Partons. »", "Il a payé 3,5 milliards.", "Qui est-ce ?", "Personne !")),
    ("german", "de", ("Am 3. Mai kam Dr. Meier.", "Er blieb z.B. bis 5 Uhr.", "Dann ging er.")),
    ("spanish", "es", ("El Sr. López llegó.", "¿Quién es?", "¡Nadie!", "EE.UU. no respondió.")),
)
"""Name, language and sentences of one case each."""

_ENDS = re.compile(r"""[.?!…]["'”’)»]*$""")


def _whole_tokens(sentence: str) -> str:
    """A sentence of ECB+ with its tokens as they are written: `46. 8 percent` is `46.8 percent`."""
    sentence = re.sub(r"``\s?|\s?''", '"', sentence)
    sentence = re.sub(r"(?<=\d)([.,:]) (?=\d)", r"\1", sentence)
    sentence = re.sub(r"\b([A-Za-z])\. (?=[A-Za-z]\.)", r"\1.", sentence)
    sentence = re.sub(r"\s+([.,?!;:%’'])", r"\1", sentence)
    return re.sub(r'\s+(["”’]+)$', r"\1", sentence).strip()


def _runs(sentences: list[str]) -> Iterator[tuple[str, ...]]:
    """The longest runs of two and more sentences that end like sentences."""
    run: list[str] = []
    for sentence in [*sentences, ""]:
        if _ENDS.search(sentence):
            run.append(sentence)
            continue
        if len(run) > 1:
            yield tuple(run)
        run = []


def _lines(name: str) -> list[dict[str, object]]:
    with (DATA / "data" / name).open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def ecb_samples(ending: str) -> list[Sample]:
    """Texts of ECB+ whose id has this ending: `ecb` for the older half, `ecbplus` for the newer."""
    rows = (row for row in _lines("stories/ecbplus_stories.jsonl") if str(row["id"]).endswith(ending))
    return [Sample("en", run) for row in rows for run in _runs([_whole_tokens(s) for s in row["sentences"]])]  # type: ignore[attr-defined]


def _paragraph_samples(name: str) -> list[Sample]:
    texts = [(str(row["lang"]), [p.strip() for p in str(row["text"]).split("\n") if p.strip()]) for row in _lines(name)]
    return [Sample(language, run) for language, paragraphs in texts for run in _runs(paragraphs)]


def samples(gold: Path | None = None) -> dict[str, list[Sample]]:
    """Every set by name; those of the data folder only where it is."""
    sets: dict[str, list[Sample]] = {}
    if (DATA / "data" / "stories").is_dir():
        sets["ecb"] = ecb_samples("ecb")
        sets["ecbplus"] = ecb_samples("ecbplus")
        sets["wrapped"] = [
            Sample("en", tuple(textwrap.fill(s, 72) for s in sample.sentences)) for sample in sets["ecb"]
        ]
        sets["duc"] = _paragraph_samples("keywords/DUC2001.jsonl")
        sets["fr"] = _paragraph_samples("keywords/WikiNews-FR.jsonl")
    if gold:
        made = json.loads(gold.read_text(encoding="utf-8"))
        sets |= {name: [Sample(language, tuple(s)) for language, s in rows] for name, rows in made.items()}
    sets["hard"] = [Sample(language, s, "" if language in {"zh", "ja"} else " ") for _, language, s in HARD]
    return sets


RECALL_ONLY = {"duc", "fr"}


def boundaries(sentences: list[str] | tuple[str, ...]) -> set[int]:
    """Where sentences end inside their text, in characters that are not white space."""
    ends: set[int] = set()
    at = 0
    for sentence in sentences:
        at += len("".join(sentence.split()))
        ends.add(at)
    return ends - {0, at}


def score(split: Splitter, sample_set: list[Sample]) -> Score:
    """The splitter's boundaries against those of all samples together."""
    right = found = wanted = 0
    begin = time.perf_counter()
    parts = [split(sample.text, sample.language) for sample in sample_set]
    spent = time.perf_counter() - begin
    for sample, sentences in zip(sample_set, parts, strict=True):
        gold, mine = boundaries(sample.sentences), boundaries(sentences)
        right, found, wanted = right + len(gold & mine), found + len(mine), wanted + len(gold)
    return Score(right / max(found, 1), right / max(wanted, 1), 1000 * spent / max(len(sample_set), 1))


def _regex(text: str, _language: str) -> list[str]:
    return re.split(r"(?:(?<=[.?!])|(?<=[.?!][\"'”’)]))\s+|(?<=[。！？])(?!”)", text)


def _sentencex(text: str, language: str) -> list[str]:
    import sentencex

    return list(sentencex.segment(language, text))


def _nupunkt(text: str, _language: str) -> list[str]:
    import nupunkt

    return [text[start:end] for start, end in nupunkt.sent_spans(text)]


def _simplemma(text: str, _language: str) -> list[str]:
    import simplemma

    return list(simplemma.split_sentences(text))


_PYSBD = {"en", "fr", "es", "de", "zh", "ja", "ar", "hi"}


def _pysbd(text: str, language: str) -> list[str]:
    import pysbd

    parts: list[str] = pysbd.Segmenter(language=language if language in _PYSBD else "en", clean=False).segment(text)
    return parts


def digest(text: str, language: str) -> list[str]:
    """The sentences that the digest itself finds in a text of one paragraph."""
    from generator.annotate.sentences import find_sentences
    from generator.model import Block, BlockKind, Span

    blocks = (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)
    return [text[s.span.start : s.span.end] for s in find_sentences(text, blocks, language)]


SPLITTERS: dict[str, Splitter] = {
    "regex": _regex,
    "sentencex": _sentencex,
    "nupunkt": _nupunkt,
    "simplemma": _simplemma,
    "pysbd": _pysbd,
    "generator": digest,
}


def available(name: str) -> bool:
    """Whether the library of that splitter is installed."""
    module = {"regex": "re", "generator": "generator.annotate.sentences"}.get(name, name)
    try:
        return importlib.util.find_spec(module) is not None
    except ModuleNotFoundError:
        return False


def misses(split: Splitter, sample_set: list[Sample]) -> Iterator[str]:
    """One line for each boundary too few (`-`) or too many (`+`), with its surroundings."""
    for sample in sample_set:
        text = "".join(sample.text.split())
        gold, mine = boundaries(sample.sentences), boundaries(split(sample.text, sample.language))
        for at in sorted(gold ^ mine):
            yield f"{'-' if at in gold else '+'} {text[max(at - 40, 0) : at]} | {text[at : at + 40]}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Sentence splitters compared.")
    parser.add_argument("--gold", type=Path, help="JSON file of further sets")
    parser.add_argument("--misses", choices=SPLITTERS, help="print what this splitter gets wrong, not the table")
    parser.add_argument("--set", help="only this set")
    options = parser.parse_args()
    sets = {name: rows for name, rows in samples(options.gold).items() if options.set in (None, name)}
    if options.misses:
        for name, rows in sets.items():
            print(f"## {name}", *misses(SPLITTERS[options.misses], rows), sep="\n")
        return
    absent = [name for name in SPLITTERS if not available(name)]
    print(f"not installed: {', '.join(absent)}" if absent else "all splitters installed")
    for name, rows in sets.items():
        ends = sum(len(boundaries(row.sentences)) for row in rows)
        print(f"\n{name}: {len(rows)} texts, {ends} boundaries")
        for splitter in (s for s in SPLITTERS if s not in absent):
            _print_row(splitter, score(SPLITTERS[splitter], rows), name in RECALL_ONLY)


def _print_row(splitter: str, result: Score, recall_only: bool) -> None:  # noqa: FBT001 - one caller
    told = "" if recall_only else f"  P {result.precision:.4f}  F1 {result.f1:.4f}"
    print(f"  {splitter:10} {result.milliseconds:8.2f} ms  R {result.recall:.4f}{told}")


if __name__ == "__main__":
    main()
