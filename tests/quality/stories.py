"""Stories found beside clusters of articles on one event.

    python tests/quality/stories.py

Wikinews: articles that were cited together as the sources of one report; their dates are those when they were fetched.
ECB+ (Cybulska and Vossen 2014): for each subject two events that look alike; no dates. Both are measured by BCubed
(Bagga and Baldwin 1998) over all articles; one that is in no story is alone. The baseline is what the issue names: TF-
IDF with average linkage, at the threshold that is best for the set, which no one knows beforehand.

The weights of `generator/relate/stories.py` were fitted on these sets. What is to be expected of others was measured
with weights fitted on four fifths of the events at a time: BCubed F .917 on Wikinews and .945 on ECB+.
"""

import io
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage

import sentences
from generator.annotate.annotations import annotate
from generator.config import AnnotateSettings, RelateSettings
from generator.model import Annotated, Article
from generator.reading.lines import read_lines
from generator.relate.rarity import terms_of
from generator.relate.relations import relate
from generator.relate.traits import Traits, traits

FILES = {"Wikinews": "stories/wikinews_stories.jsonl", "ECB+": "stories/ecbplus_stories.jsonl"}
_FIELDS = ("id", "title", "text", "date")


@dataclass(frozen=True, slots=True)
class Score:
    """BCubed."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


@lru_cache(maxsize=2)
def articles(name: str) -> tuple[tuple[Traits, ...], Mapping[str, str]]:
    """The articles of a set, and the cluster of each by its id."""
    rows = [json.loads(line) for line in (sentences.DATA / "data" / FILES[name]).read_bytes().splitlines()]
    lines = b"".join(json.dumps({key: row[key] for key in _FIELDS if row.get(key)}).encode() + b"\n" for row in rows)
    read = [each for each in read_lines(io.BytesIO(lines), "-") if isinstance(each, Article)]
    made = tuple(traits(Annotated(each, annotate(each, AnnotateSettings()))) for each in read)
    return made, {row["id"]: row["cluster"] for row in rows}


def bcubed(found: Sequence[str], gold: Sequence[str]) -> Score:
    """How well the found groups are the given ones."""
    groups: defaultdict[str, set[int]] = defaultdict(set)
    clusters: defaultdict[str, set[int]] = defaultdict(set)
    for number, (group, cluster) in enumerate(zip(found, gold, strict=True)):
        groups[group].add(number)
        clusters[cluster].add(number)
    common = [len(groups[group] & clusters[cluster]) for group, cluster in zip(found, gold, strict=True)]
    precision = np.mean([each / len(groups[group]) for each, group in zip(common, found, strict=True)])
    recall = np.mean([each / len(clusters[cluster]) for each, cluster in zip(common, gold, strict=True)])
    return Score(float(precision), float(recall))


@lru_cache(maxsize=2)
def score(name: str) -> Score:
    """The stories that are found in a set."""
    made, clusters = articles(name)
    key = {id_: story.key for story in relate(made, RelateSettings()).stories for id_ in story.articles}
    return bcubed([key.get(each.id, each.id) for each in made], [clusters[each.id] for each in made])


@lru_cache(maxsize=2)
def plain(name: str) -> Score:
    """TF-IDF vectors with average linkage, at the best of many thresholds."""
    made, clusters = articles(name)
    terms = terms_of([each.terms for each in made])
    vectors = np.zeros((terms.size, len(terms.known)))
    rarity = np.log((1 + terms.size) / (1 + terms.spread)) + 1
    vectors[terms.articles, terms.numbers] = (1 + np.log(terms.counts)) * rarity[terms.numbers]
    tree = linkage(vectors, "average", metric="cosine")
    gold = [clusters[each.id] for each in made]
    cuts = (fcluster(tree, 1 - least / 100, "distance") for least in range(6, 40))
    return max((bcubed([str(group) for group in cut], gold) for cut in cuts), key=lambda each: each.f1)


def main() -> None:
    """Print the table."""
    for name in FILES:
        for label, each in (("digest", score(name)), ("TF-IDF", plain(name))):
            print(f"{name:10} {label:8} P {each.precision:.3f}  R {each.recall:.3f}  F {each.f1:.3f}")


if __name__ == "__main__":
    main()
