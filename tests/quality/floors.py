"""Quality floors: what the digest reached once and may not fall below.

    python tests/quality/floors.py            measured beside floor and baseline
    python tests/quality/floors.py --raise    write what is higher into floors.json

`floors.json` holds for each measure its floor, the value of the plain method it has to beat, and the hash of the data
it was measured on. A floor is only ever raised: where a measure is below its floor nothing is written.
"""

import argparse
import hashlib
import json
import math
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import alignment
import differences
import figures
import finding
import key_sentences
import keywords
import meaning
import names
import quotes
import sentences
import stories
import topics

FILE = Path(__file__).with_name("floors.json")


@dataclass(frozen=True, slots=True)
class Measure:
    """Something the digest is measured by, from 0 to 1, the higher the better."""

    data: str
    """File it is measured on, under the data folder."""
    value: Callable[[], float]
    baseline: Callable[[], float]
    """The same of a plain method."""


@dataclass(frozen=True, slots=True)
class Floor:
    """What a measure may not fall below."""

    floor: float
    baseline: float
    data: str
    """Hash of the file it was measured on."""


def _sentence_f1(ending: str, splitter: str) -> Callable[[], float]:
    return lambda: sentences.score(sentences.SPLITTERS[splitter], sentences.ecb_samples(ending)).f1


def _names(corpus: str, value: str, finder: str) -> Callable[[], float]:
    return lambda: float(getattr(names.score(finder, corpus), value))


def _keyword_f1(name: str, method: Callable[[keywords.Sample], list[str]]) -> Callable[[], float]:
    return lambda: keywords.mean_f1(name, method)


def _figures(value: str) -> Callable[[], float]:
    return lambda: float(getattr(figures.score("all"), value))


def _plain_figures(value: str) -> Callable[[], float]:
    return lambda: float(getattr(figures.plain("all"), value))


def _quotes(value: str) -> Callable[[], float]:
    return lambda: float(getattr(quotes.score("all", speakers=True), value))


def _plain_quotes(value: str) -> Callable[[], float]:
    return lambda: float(getattr(quotes.plain("all"), value))


def _topics(value: str, merger: str) -> Callable[[], float]:
    return lambda: float(getattr(topics.score(merger), value))


def _differences(value: Callable[[str], float], finder: str) -> Callable[[], float]:
    return lambda: value(finder)


def _left_alone(name: str, label: str, *, plain: bool) -> Callable[[], float]:
    return lambda: meaning.left_alone(name, label, plain=plain)


def _alignment(aligner: str) -> Callable[[], float]:
    return lambda: alignment.score(aligner).f1


def _stories(name: str) -> Callable[[], float]:
    return lambda: stories.score(name).f1


def _plain_stories(name: str) -> Callable[[], float]:
    return lambda: stories.plain(name).f1


def _finding(engine: str) -> Callable[[], float]:
    return lambda: finding.shares(finding.QUERIES)[engine]


def _key_sentences(method: str, sample: str) -> Callable[[], float]:
    return lambda: key_sentences.score(method, sample).held


_BBC = "corpus/bbc2225.jsonl.gz"
_ECB = "stories/ecbplus_stories.jsonl"

MEASURES = {
    "sentence boundaries, ECB, F1": Measure(_ECB, _sentence_f1("ecb", "generator"), _sentence_f1("ecb", "regex")),
    "sentence boundaries, ECB+, F1": Measure(
        _ECB, _sentence_f1("ecbplus", "generator"), _sentence_f1("ecbplus", "regex")
    ),
    # The shipped weights on the texts they were fitted on: a guard, no estimate. That stands in keyword_weights.py.
    **{
        f"keywords, {name}, F1 at 10": Measure(
            f"keywords/{name}.jsonl", _keyword_f1(name, keywords.by_digest), _keyword_f1(name, keywords.by_yake)
        )
        for name in keywords.SHARES
    },
    **{
        f"names, {corpus}, {value}": Measure(file, _names(corpus, value, "generator"), _names(corpus, value, "plain"))
        for corpus, file in names.CORPORA.items()
        for value in ("precision", "recall")
    },
    **{f"figures, {value}": Measure(_BBC, _figures(value), _plain_figures(value)) for value in ("precision", "recall")},
    **{
        f"quotes with the right speaker, {value}": Measure(_BBC, _quotes(value), _plain_quotes(value))
        for value in ("precision", "recall")
    },
    **{
        f"topics, {value}": Measure(topics.CORPUS, _topics(value, "generator"), _topics(value, "plain"))
        for value in ("precision", "recall", "apart")
    },
    "alignment, F1": Measure(alignment.CORPUS, _alignment("generator"), _alignment("plain")),
    "alignment, left alone": Measure(
        alignment.CORPUS, lambda: alignment.left_alone("generator"), lambda: alignment.left_alone("plain")
    ),
    **{
        f"differences, {name}": Measure(
            f"stories/{file}.jsonl", _differences(value, "generator"), _differences(value, "plain")
        )
        for name, (file, value) in differences.MEASURED.items()
    },
    **{
        f"same meaning left alone by polarity and meaning, {name}": Measure(
            f"stories/{name}.jsonl", _left_alone(name, label, plain=False), _left_alone(name, label, plain=True)
        )
        for name, label in (("mtref_paraphrase", "same"), ("msrpc", "1"))
    },
    # Fitted on the same sets: a guard, no estimate. That stands in stories.py.
    **{
        f"stories, {name}, BCubed F": Measure(file, _stories(name), _plain_stories(name))
        for name, file in stories.FILES.items()
    },
    # The floor is what ours finds, the baseline plain Pagefind: both in Chromium.
    f"finding by words, BBC, first {finding.FIRST}": Measure(_BBC, _finding("generator"), _finding("plain")),
    **{
        f"key sentences, {sample}": Measure(file, _key_sentences("digest", sample), _key_sentences("lead", sample))
        for sample, file in (("BBC titles", _BBC), ("DUC2001", "keywords/DUC2001.jsonl"))
    },
}


def data_file(measure: Measure) -> Path:
    """Where the data of a measure are, if they are."""
    return sentences.DATA / "data" / measure.data


def data_hash(measure: Measure) -> str:
    """Hash of the data that a measure is taken on."""
    return hashlib.sha256(data_file(measure).read_bytes()).hexdigest()[:16]


def read_floors(file: Path = FILE) -> dict[str, Floor]:
    """The floors by the name of their measure."""
    return {name: Floor(**values) for name, values in json.loads(file.read_text(encoding="utf-8")).items()}


def measured(measure: Measure) -> Floor:
    """What a measure says now, rounded down so that it can be reached again."""
    return Floor(_down(measure.value()), _down(measure.baseline()), data_hash(measure))


def _down(value: float) -> float:
    return math.floor(1000 * value) / 1000


def raised(old: dict[str, Floor], new: dict[str, Floor]) -> dict[str, Floor]:
    """The old floors with what is new or higher in `new`; ValueError where a measure has fallen."""
    fallen = [f"{name}: {new[name].floor} < {old[name].floor}" for name in old if name in new and _fell(old, new, name)]
    if fallen:
        raise ValueError("a floor is never lowered: " + "; ".join(fallen))
    return dict(sorted((old | new).items()))


def _fell(old: dict[str, Floor], new: dict[str, Floor], name: str) -> bool:
    return new[name].floor < old[name].floor


def main() -> int:
    """Print the table, and raise the floors where that is asked for."""
    parser = argparse.ArgumentParser(description="Quality floors.")
    parser.add_argument("--raise", action="store_true", dest="write", help="write what is higher into floors.json")
    options = parser.parse_args()
    old = read_floors() if FILE.exists() else {}
    new = {name: measured(measure) for name, measure in MEASURES.items() if data_file(measure).exists()}
    for name, now in new.items():
        floor = old[name].floor if name in old else None
        print(f"{name:40} now {now.floor:.3f}  floor {floor}  baseline {now.baseline:.3f}")
    if not options.write:
        return 0
    try:
        floors = raised(old, new)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    text = json.dumps({name: asdict(floor) for name, floor in floors.items()}, indent=2)
    FILE.write_text(text + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
