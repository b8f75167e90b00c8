"""Topics found beside topics made by hand: how well variants are merged over the whole BBC corpus.

    python tests/quality/topics.py [-v]

`topics_gold.json` has offsets only. Each topic has its kind, its case, whether it is held out, and its forms: for each
form (spelling, short name, initials) some mentions, [article, start, end] in the text as the corpus gives it. It was
made by one person before any merging was tuned, every mention judged from what stands around it. The mentions are
samples: nothing is said of places that are not listed. `apart` has groups of topics that look alike and are not the
same. The halves share none of these groups; the rules are made looking at one (`tuned`) and never at what goes wrong in
the other (`held out`).

Cases: full and short names (`short`), bearers of one surname (`surname`) or of one whole name (`same-name`), initials
and what they stand for (`initials`), companies with and without what ends their names (`company`), letter case,
hyphens, plural and spelling (`spelling`), and what looks alike only (`alike`).

A mention is in the found topic that has most in common with its span, if that is more than half of it; else it is
alone. Pairs of mentions in one form and one article do not count. Recall is the mean over the topics by hand with
mentions in at least two articles, of the share of their pairs that are in one found topic; precision the mean over the
found topics with at least two of the mentions, of the share of their pairs that are of one topic by hand; there the
few topics by hand with mentions in one article count too. So a topic with many mentions weighs no more than another.
Beside them: BCubed (Bagga and Baldwin 1998) over mentions; the share of the mentions that are in any topic (`placed`);
recall among those alone (`merged`); and of the pairs of topics set apart, the share that have no found topic in common
(`apart`). In the rows of one half or case only its own topics are looked at, so rivals of other cases are not seen.
"""

import argparse
import gzip
import io
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from pathlib import Path

import sentences

GOLD = Path(__file__).with_name("topics_gold.json")
CORPUS = "corpus/bbc2225.jsonl.gz"

Mention = tuple[str, int, int]
"""Article, start and end."""
Placing = Mapping[Mention, str]
"""Keys of the found topics by the mentions that are in one."""


@dataclass(frozen=True, slots=True)
class Gold:
    """A topic made by hand."""

    handle: str
    kind: str
    case: str
    held_out: bool
    forms: tuple[tuple[Mention, ...], ...]

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Those of all forms."""
        return tuple(mention for form in self.forms for mention in form)

    @property
    def counts(self) -> bool:
        """Whether there is something to merge: mentions in at least two articles."""
        return len({mention[0] for mention in self.mentions}) > 1


@dataclass(frozen=True, slots=True)
class Score:
    """How well mentions were merged."""

    precision: float
    recall: float
    bcubed_precision: float
    bcubed_recall: float
    placed: float
    """Share of the mentions that are in any found topic."""
    merged: float
    """Recall among mentions that are in any found topic: of merging alone."""
    apart: float
    """Share of the pairs of topics set apart that share no found topic."""

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / max(self.precision + self.recall, 1e-9)


@lru_cache(maxsize=1)
def gold_topics() -> tuple[Gold, ...]:
    """The topics made by hand."""
    rows = json.loads(GOLD.read_text(encoding="utf-8"))["topics"].items()
    return tuple(
        Gold(handle, row["kind"], row["case"], row["held_out"], tuple(_form(each) for each in row["variants"]))
        for handle, row in rows
    )


def _form(mentions: Iterable[list[str | int]]) -> tuple[Mention, ...]:
    return tuple((str(article), int(start), int(end)) for article, start, end in mentions)


@lru_cache(maxsize=1)
def pairs_apart() -> frozenset[tuple[str, str]]:
    """Handles of two topics that look alike and are not the same."""
    groups = json.loads(GOLD.read_text(encoding="utf-8"))["apart"]
    return frozenset(pair for group in groups for pair in combinations(sorted(group), 2))


def _all_mentions() -> tuple[Mention, ...]:
    return tuple(mention for topic in gold_topics() for mention in topic.mentions)


def _corpus() -> bytes:
    return gzip.decompress((sentences.DATA / "data" / CORPUS).read_bytes())


@lru_cache(maxsize=1)
def texts() -> dict[str, str]:
    """The texts of the corpus as given, by id."""
    rows = map(json.loads, _corpus().decode("utf-8").splitlines())
    return {row["id"]: row["text"] for row in rows}


def words(mention: Mention) -> str:
    """What stands at the mention."""
    article, start, end = mention
    return texts()[article][start:end]


def plain() -> Placing:
    """Mentions merged where they are the same but for letter case."""
    return {mention: words(mention).lower() for mention in _all_mentions()}


def digest() -> Placing:
    """Mentions merged by the digest itself, which has read and annotated the whole corpus."""
    places = _found_places()
    placed = {mention: _best(mention, places.get(mention[0], ())) for mention in _all_mentions()}
    return {mention: key for mention, key in placed.items() if key}


def _found_places() -> Mapping[str, list[tuple[int, int, str]]]:
    """Start, end and key of the topic, in the text as given, of every mention found, by article."""
    from generator.annotate.annotations import annotate
    from generator.config import AnnotateSettings, RelateSettings
    from generator.model import Annotated, Article
    from generator.reading.cuts import origin
    from generator.reading.lines import read_lines
    from generator.relate.rarity import terms_of
    from generator.relate.topics import find_topics
    from generator.relate.traits import traits

    settings, least = AnnotateSettings(), RelateSettings().topic_articles
    read = [each for each in read_lines(io.BytesIO(_corpus()), CORPUS) if isinstance(each, Article)]
    made = sorted((traits(Annotated(each, annotate(each, settings))) for each in read), key=lambda each: each.id)
    found, _ = find_topics(made, terms_of([each.terms for each in made]), least, range(len(made)))
    cuts = {article.id: article.cuts for article in read}
    places: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for topic in found:
        for mention in topic.mentions:
            for span in mention.spans:
                start, last = (origin(cuts[mention.article], place) for place in (span.start, span.end - 1))
                places[mention.article].append((start, last + 1, topic.key))
    return places


def _best(mention: Mention, places: Iterable[tuple[int, int, str]]) -> str:
    """Key of the topic that has most in common with the mention; empty where none has more than half of it."""
    _, start, end = mention
    shares = [(min(end, e) - max(start, s), max(end, e) - min(start, s), key) for s, e, key in places]
    good = [(common / whole, key) for common, whole, key in shares if 2 * common > end - start]
    return max(good, default=(0.0, ""))[1]


MERGERS: dict[str, Callable[[], Placing]] = {"plain": plain, "generator": digest}


@lru_cache(maxsize=2)
def placing(merger: str) -> Placing:
    """Where the merger puts the mentions made by hand."""
    return MERGERS[merger]()


@lru_cache(maxsize=32)
def score(merger: str, held_out: bool | None = None, case: str = "") -> Score:  # noqa: FBT001 - a filter
    """The merger's topics against those made by hand, of one half (both where None) and one case (any where empty)."""
    return _score(_chosen(held_out, case), placing(merger))


def _chosen(held_out: bool | None, case: str = "") -> tuple[Gold, ...]:  # noqa: FBT001 - a filter
    return tuple(t for t in gold_topics() if held_out in (None, t.held_out) and case in ("", t.case))


def _score(topics: tuple[Gold, ...], placed: Placing) -> Score:
    forms = _forms(topics)
    groups = _groups(forms, placed)
    several = [topic for topic in topics if topic.counts]
    pure = [[forms[a][0] == forms[b][0] for a, b in _pairs(group, forms)] for group in groups.values()]
    whole = [[_joined(a, b, placed) for a, b in _pairs(topic.mentions, forms)] for topic in several]
    both = [[_joined(a, b, placed) for a, b in _pairs(_in_any(topic, placed), forms)] for topic in several]
    keys = {topic.handle: {placed[mention] for mention in topic.mentions if mention in placed} for topic in topics}
    rivals = [(keys[one], keys[other]) for one, other in pairs_apart() if one in keys and other in keys]
    bcubed = [
        _bcubed(topic, groups.get(placed.get(mention, ""), [mention])) for topic in topics for mention in topic.mentions
    ]
    return Score(
        precision=_mean(_mean(each) for each in pure if each),
        recall=_mean(_mean(each) for each in whole),
        bcubed_precision=_mean(precision for precision, _ in bcubed),
        bcubed_recall=_mean(recall for _, recall in bcubed),
        placed=_mean(mention in placed for mention in forms),
        merged=_mean(_mean(each) for each in both if each),
        apart=_mean((not one & other for one, other in rivals), of_none=1.0),
    )


def _forms(topics: Iterable[Gold]) -> dict[Mention, tuple[str, int]]:
    """Handle of the topic by hand and number of the form, by mention."""
    return {
        mention: (topic.handle, number)
        for topic in topics
        for number, form in enumerate(topic.forms)
        for mention in form
    }


def _groups(mentions: Iterable[Mention], placed: Placing) -> dict[str, list[Mention]]:
    """The mentions that are in a found topic, by its key."""
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention in placed:
            groups.setdefault(placed[mention], []).append(mention)
    return groups


def _pairs(mentions: Iterable[Mention], forms: Mapping[Mention, tuple[str, int]]) -> list[tuple[Mention, Mention]]:
    """Pairs that differ in form or in article."""
    return [(a, b) for a, b in combinations(mentions, 2) if (forms[a], a[0]) != (forms[b], b[0])]


def _in_any(topic: Gold, placed: Placing) -> list[Mention]:
    return [mention for mention in topic.mentions if mention in placed]


def _joined(one: Mention, other: Mention, placed: Placing) -> bool:
    return one in placed and placed[one] == placed.get(other)


def _bcubed(topic: Gold, group: list[Mention]) -> tuple[float, float]:
    """Share of a mention's group that is of its topic, and share of the topic that is in the group."""
    right = len(set(topic.mentions) & set(group))
    return right / len(group), right / len(topic.mentions)


def _mean(values: Iterable[float], of_none: float = 0.0) -> float:
    listed = list(values)
    return sum(listed) / len(listed) if listed else of_none


def misses() -> Iterator[str]:
    """One line for each topic by hand not whole (`-`) and each mixed one found (`+`), of the tuned half only."""
    topics, placed = _chosen(held_out=False), placing("generator")
    yield from (line for topic in topics if topic.counts for line in _torn(topic, placed))
    forms = _forms(topics)
    for key, group in sorted(_groups(forms, placed).items()):
        yield from _mixed(key, group, forms)


def _torn(topic: Gold, placed: Placing) -> Iterator[str]:
    parts = _groups(topic.mentions, placed)
    alone = [mention for mention in topic.mentions if mention not in placed]
    if len(parts) + len(alone) > 1:
        yield f"- {topic.handle} {topic.case}: {_parts(parts | {'(alone)': alone} if alone else parts)}"


def _mixed(key: str, group: list[Mention], forms: Mapping[Mention, tuple[str, int]]) -> Iterator[str]:
    parts = _groups(group, {mention: forms[mention][0] for mention in group})
    if len(parts) > 1:
        yield f"+ {key}: {_parts(parts)}"


def _parts(parts: Mapping[str, list[Mention]]) -> str:
    return " | ".join(f"{name} = {_listed(part)}" for name, part in parts.items())


def _listed(mentions: Iterable[Mention]) -> str:
    return ", ".join(f"[{words(mention)}] {mention[0]}@{mention[1]}" for mention in mentions)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Topics found beside topics made by hand.")
    parser.add_argument("-v", "--verbose", action="store_true", help="print what is wrong in the tuned half besides")
    options = parser.parse_args()
    print(f"{'':31} topics  precision  recall     F   BCubed P     R   placed merged  apart")
    cases = ("", *dict.fromkeys(topic.case for topic in gold_topics()))
    halves = {"all": None, "tuned": False, "held out": True}
    rows = [(name, half, "") for name, half in halves.items()] + [("all", None, case) for case in cases if case]
    for name, half, case in rows:
        for merger in MERGERS:
            row = score(merger, half, case)
            print(
                f"{name:9} {case or 'any':9} {merger:11} {len(_chosen(half, case)):6} {row.precision:10.3f}"
                f" {row.recall:7.3f} {row.f1:5.3f} {row.bcubed_precision:10.3f} {row.bcubed_recall:5.3f}"
                f" {row.placed:8.3f} {row.merged:6.3f} {row.apart:6.3f}"
            )
    if options.verbose:
        print(*misses(), sep="\n")


if __name__ == "__main__":
    main()
