"""Stages on their own, for pipes and measurements: articles in, JSON out."""

import io
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, groupby, islice
from operator import attrgetter
from pathlib import Path
from typing import BinaryIO, TypeVar, cast

import msgspec

from generator.annotate.annotations import annotate
from generator.collate.collation import collate
from generator.collate.differences import FLOOR, find_differences
from generator.collate.said import said_alone
from generator.config import AnnotateSettings, SiteConfig
from generator.model import (
    TITLE,
    Annotated,
    Article,
    Collation,
    Copy,
    Decision,
    Passage,
    Problem,
    Related,
    Relations,
    Span,
    Topic,
)
from generator.reading.cuts import Origins
from generator.reading.decisions import read_decisions
from generator.reading.folder import list_files, read_file, without_doubles
from generator.reading.lines import read_lines
from generator.relate.relations import relate_annotated
from generator.workers import Workers, workers

T = TypeVar("T")

_BATCH = 2000
"""Articles that are in memory at once."""


def annotate_lines(config: SiteConfig, paths: tuple[str, ...], jobs: int, cluster: str = "") -> Iterator[str | Problem]:
    """A JSON object an article, in the order they are read."""
    ids = _GivenIds()
    with workers(jobs, cluster) as crew:
        for item in _annotated(_articles(config, paths, ids), config.settings.annotate, crew):
            yield item if isinstance(item, Problem) else _json(_annotations(item, ids))


def relate_lines(config: SiteConfig, paths: tuple[str, ...], jobs: int, cluster: str = "") -> Iterator[str | Problem]:
    """One JSON object with the relations of all articles."""
    ids = _GivenIds()
    articles: list[Annotated] = []
    with workers(jobs, cluster) as crew:
        yield from _take_in(config, paths, ids, crew, articles)
        decisions, problems = _decisions(config, paths)
        relations = relate_annotated(articles, config.settings.relate, decisions)
        yield from problems + relations.unplaced
        by_id = {each.article.id: each for each in articles}
        stories = ([by_id[id_] for id_ in story.articles] for story in relations.stories)
        reworded = tuple(chain.from_iterable(one.copies for one in crew.map(collate, stories)))
    yield _json(_relations(relations, reworded, by_id, ids))


def collate_lines(config: SiteConfig, paths: tuple[str, ...], jobs: int, cluster: str = "") -> Iterator[str | Problem]:
    """One JSON object with the collation of the articles, in the order they are read."""
    ids = _GivenIds()
    articles: list[Annotated] = []
    with workers(jobs, cluster) as crew:
        yield from _take_in(config, paths, ids, crew, articles)
    yield _json(_collation(collate(articles), articles, ids))


def _take_in(
    config: SiteConfig, paths: tuple[str, ...], ids: "_GivenIds", crew: Workers, into: list[Annotated]
) -> Iterator[Problem]:
    """Annotates all articles of the paths into a list; the problems of the others."""
    for item in _annotated(_articles(config, paths, ids), config.settings.annotate, crew):
        if isinstance(item, Problem):
            yield item
        else:
            into.append(item)


class _Pair(msgspec.Struct):
    a: str
    b: str
    id: str | int | float | None = None
    language: str = "en"


def differences_lines(jobs: int, cluster: str = "") -> Iterator[str | Problem]:
    """A JSON object for each pair of sentences on standard input, with what cannot both be right."""
    lines = ((number, line) for number, line in enumerate(sys.stdin.buffer, 1) if line.strip())
    with workers(jobs, cluster) as crew:
        yield from crew.map(_differences, lines)


def _differences(numbered: tuple[int, bytes]) -> str | Problem:
    number, line = numbered
    try:
        pair = msgspec.json.decode(line, type=_Pair)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        mend = 'write {"id": …, "a": "one sentence", "b": "the other"}'
        return Problem("-", f"line {number}", f"is no pair of sentences ({error})", mend, left_out=True)
    found = find_differences(said_alone(pair.a, pair.language), said_alone(pair.b, pair.language))
    rows = [
        {
            "kind": one.kind,
            "confidence": one.confidence,
            "varies": one.varies,
            "why": one.why,
            "a": {"span": one.a, "text": pair.a[one.a.start : one.a.end]},
            "b": {"span": one.b, "text": pair.b[one.b.start : one.b.end]},
        }
        for one in found
        if one.confidence >= FLOOR
    ]
    return _json({"id": pair.id, "differences": rows})


def _decisions(config: SiteConfig, paths: tuple[str, ...]) -> tuple[tuple[Decision, ...], tuple[Problem, ...]]:
    """What editors decide in the folders that are read."""
    folders = [Path(path) for path in paths or (str(config.seeds),) if path != "-" and Path(path).is_dir()]
    read = [read_decisions(folder) for folder in folders]
    return tuple(chain.from_iterable(found for found, _ in read)), tuple(chain.from_iterable(bad for _, bad in read))


class _GivenIds:
    """Ids as they stood on standard input, by line: a number comes back as a number."""

    def __init__(self) -> None:
        self._numbers: dict[str, int | float] = {}

    def watch(self, stream: BinaryIO) -> BinaryIO:
        """The stream, whose lines are looked at for ids that are numbers as they pass."""
        return cast("BinaryIO", _Watched(stream, self._numbers))

    def of(self, article: Article) -> str | int | float:
        """The article's id as it was given."""
        return self._numbers.get(article.id, article.id)


class _Id(msgspec.Struct):
    id: str | int | float | None = None


class _Watched(io.RawIOBase):
    def __init__(self, stream: BinaryIO, numbers: dict[str, int | float]) -> None:
        self._stream = stream
        self._numbers = numbers
        self._decode = msgspec.json.Decoder(_Id).decode

    def readable(self) -> bool:
        return True

    def readline(self, size: int | None = -1, /) -> bytes:
        line = self._stream.readline(-1 if size is None else size)
        try:
            given = self._decode(line).id
        except (msgspec.DecodeError, UnicodeDecodeError):
            return line
        if isinstance(given, int | float):
            self._numbers[str(given)] = given
        return line


def _articles(config: SiteConfig, paths: tuple[str, ...], ids: _GivenIds) -> Iterator[Article | Problem]:
    return without_doubles(item for path in paths or (str(config.seeds),) for item in _read(path, ids))


def _read(path: str, ids: _GivenIds) -> Iterator[Article | Problem]:
    if path == "-":
        yield from read_lines(ids.watch(sys.stdin.buffer), "-")
    elif Path(path).is_dir():
        files, problems = list_files(Path(path))
        yield from problems
        for file in files:
            yield from read_file(Path(path), file)
    elif Path(path).exists():
        yield from read_file(Path(path).parent, Path(path).name)
    else:
        yield Problem(path, "", "is not there", "name a file, a folder or -", left_out=True)


def _annotated(
    items: Iterable[Article | Problem], settings: AnnotateSettings, crew: Workers
) -> Iterator[Annotated | Problem]:
    function: Callable[[Article | Problem], Annotated | Problem] = partial(_annotate, settings=settings)
    items = iter(items)
    while batch := list(islice(items, _BATCH)):
        yield from crew.map(function, batch)


def _annotate(item: Article | Problem, settings: AnnotateSettings) -> Annotated | Problem:
    return item if isinstance(item, Problem) else Annotated(item, annotate(item, settings))


def _annotations(each: Annotated, ids: _GivenIds) -> dict[str, object]:
    article, annotations, origins = each.article, each.annotations, Origins(each.article.cuts)
    return {
        "id": ids.of(article),
        "title": article.title,
        "date": article.date or None,
        "language": article.language,
        "sentences": [
            dict(zip(("start", "end"), _given(origins, sentence.span), strict=True)) | {"key": sentence.key > 0}
            for sentence in annotations.sentences
        ],
        "keywords": [
            {
                "text": keyword.text,
                "score": keyword.score,
                "method": keyword.method,
                "spans": [_given(origins, span) for span in keyword.spans],
            }
            for keyword in annotations.keywords
        ],
        "names": [
            {"text": name.text, "kind": name.kind, "spans": [_given(origins, span) for span in name.spans]}
            for name in annotations.names
        ],
        "figures": [
            {
                "text": figure.text,
                "value": figure.value,
                "unit": figure.unit,
                "what": figure.what,
                "span": _given(origins, figure.span),
            }
            for figure in annotations.figures
        ],
        "quotes": [
            {
                "text": article.text[quote.span.start : quote.span.end],
                "speaker": quote.speaker,
                "span": _given(origins, quote.span),
            }
            for quote in annotations.quotes
        ],
    }


def _given(origins: Origins, span: Span) -> tuple[int, int]:
    """The span counted in the text as it was given, before markup was taken out."""
    return origins.start(span.start), origins.end(span.end)


def _collation(made: Collation, articles: Sequence[Annotated], ids: _GivenIds) -> dict[str, object]:
    by_id = {each.article.id: each for each in articles}
    ordered = [by_id[id_] for id_ in made.articles]
    return {
        "articles": [{"id": ids.of(each.article), "title": each.article.title} for each in ordered],
        "sentences": {
            each.article.id: [_given(Origins(each.article.cuts), one.span) for one in each.annotations.sentences]
            for each in ordered
        },
        "rows": [
            {
                made.articles[article]: [place.sentence for place in places]
                for article, places in groupby(fact.places, key=attrgetter("article"))
            }
            for fact in made.facts
        ],
        "differences": [
            {
                "kind": one.kind,
                "confidence": one.confidence,
                "varies": one.varies,
                "why": one.why,
                "a": _passage(one.a, ordered, ids),
                "b": _passage(one.b, ordered, ids),
            }
            for one in made.differences
        ],
        "copies": [_copy(one, {id_: ids.of(each.article) for id_, each in by_id.items()}) for one in made.copies],
    }


def _passage(passage: Passage, articles: Sequence[Annotated], ids: _GivenIds) -> dict[str, object]:
    article = articles[passage.place.article].article
    start, end = passage.span.start, passage.span.end
    if passage.place.sentence == TITLE:
        return {"id": ids.of(article), "in": "title", "span": (start, end), "text": article.title[start:end]}
    span = _given(Origins(article.cuts), passage.span)
    return {"id": ids.of(article), "in": "text", "span": span, "text": article.text[start:end]}


def _copy(copy: Copy, given: Mapping[str, str | int | float]) -> dict[str, object]:
    return {"id": given[copy.id], "of": given[copy.of], "kind": copy.kind, "shared": copy.shared}


def _relations(
    relations: Relations, reworded: Sequence[Copy], articles: dict[str, Annotated], ids: _GivenIds
) -> dict[str, object]:
    topics = {topic.key: topic for topic in relations.topics}
    given = {id_: ids.of(each.article) for id_, each in articles.items()}
    return {
        "copies": [[given[id_] for id_ in group] for group in relations.copies],
        "copied": [_copy(one, given) for one in (*relations.near, *reworded)],
        "stories": [
            {
                "id": given[story.key],
                "title": articles[story.key].article.title,
                "articles": [given[id_] for id_ in story.articles],
            }
            for story in relations.stories
        ],
        "topics": [
            {
                "name": topic.name,
                "kind": topic.kind,
                "variants": [variant.text for variant in topic.variants],
                "articles": [given[mention.article] for mention in topic.mentions],
            }
            for topic in relations.topics
        ],
        "related": {
            id_: [
                {"id": given[each.id], "score": each.score, "reasons": _reasons(articles[id_], each, articles, topics)}
                for each in related
            ]
            for id_, related in relations.related.items()
        },
    }


def _reasons(
    here: Annotated, related: Related, articles: dict[str, Annotated], topics: dict[str, Topic]
) -> list[dict[str, object]]:
    reasons: list[dict[str, object]] = []
    if related.topics:
        reasons.append({"kind": "topics", "topics": [topics[key].name for key in related.topics]})
    if related.closest:
        there = articles[related.id]
        ours, theirs = here.annotations.sentences, there.annotations.sentences
        reasons.append(
            {
                "kind": "closest sentences",
                "here": _given(Origins(here.article.cuts), ours[related.closest.here].span),
                "there": _given(Origins(there.article.cuts), theirs[related.closest.there].span),
                "shared": related.closest.shared,
            }
        )
    return reasons


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
