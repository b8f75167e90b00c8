"""Articles on their way in: read and annotated where they are new, taken from the store where they are not."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeVar

from generator.annotate.annotations import annotate
from generator.blocks import Known, keep_blocks, kept_blocks
from generator.config import AnnotateSettings, SiteConfig
from generator.model import Annotated, Annotations, Article, Block, Entry, Problem, Record, Sentence
from generator.progress import Progress
from generator.reading.folder import read_file, without_doubles
from generator.reading.seeds import Seed, look, seed_of
from generator.relate.traits import Traits, traits
from generator.render.articles import Articles, Wording, lean
from generator.render.entries import entry_of
from generator.store import Damaged, Store, content_key
from generator.usage import uncollected
from generator.versions import code_key, libraries_key
from generator.workers import Workers

T = TypeVar("T")

_READ_LIBRARIES = (
    "charset-normalizer", "feedparser", "htmldate", "lxml", "markdown-it-py", "py3langid", "python-dateutil", "pyyaml",
    "trafilatura",
)  # fmt: skip
_ANNOTATE_LIBRARIES = ("babel", "numpy", "nupunkt", "pystemmer", "segtok", "simplemma", "wordfreq", "yake")
_BATCH = 500
"""Articles after which what was made of them is kept, so that a killed build loses little."""
_LARGE = 8 * 1024 * 1024
"""Bytes from which on a file is read here, article by article, so that it never has to fit into memory."""


class Origin(Record, frozen=True):
    """An article that was read, and where it is kept."""

    id: str
    path: str
    place: str
    key: bytes
    """Of the article in the store."""


class Item(Record, frozen=True):
    """What has become of a part of a file: an article, or a problem."""

    origin: Origin | None
    problem: Problem | None


@dataclass(frozen=True, slots=True)
class Intake:
    """All articles of the seeds, annotated."""

    articles: Articles
    traits: tuple[Traits, ...]
    """By article id."""
    problems: tuple[Problem, ...]
    """In the order of files."""


def read_all(seeds: Path, crew: Workers) -> Iterator[Article | Problem]:
    """Every article of the folder and every problem, from nothing but the files. Raises DigestError as `look` does."""
    files, problems = look(seeds)
    yield from problems
    read = crew.map(partial(_whole, seeds), [each.path for each in files])
    yield from without_doubles(item for items in read for item in items)


def take_in(
    seeds: Sequence[Seed], config: SiteConfig, store: Store, crews: tuple[Workers, Workers], progress: Progress
) -> Intake:
    """The articles of the seeds, of which only those are read and annotated that are not in the store.

    The first of the crews reads, since files are on this machine, the second annotates.
    """
    local, crew = crews
    with progress.phase("read"):
        origins, problems = _read(seeds, config.seeds, store, local, progress)
    with progress.phase("annotate"):
        return _annotated(origins, problems, config.settings.annotate, store, (crew, progress))


def _read(
    seeds: Sequence[Seed], folder: Path, store: Store, crew: Workers, progress: Progress
) -> tuple[list[Origin], list[Problem]]:
    version = (code_key("reading", "text", "spans", "model"), libraries_key(_READ_LIBRARIES))
    keys = [content_key("file", version, each.path, each.content) for each in seeds]
    kept = store.get("file", keys, tuple[Item, ...])
    missing = {key: each for key, each in zip(keys, seeds, strict=True) if key not in kept}
    small = {key: each.path for key, each in missing.items() if each.size < _LARGE}
    read = crew.map(partial(_whole, folder), list(small.values()))
    for some in _batches(zip(small, progress.track(read, "read", len(small)), strict=True)):
        kept |= {key: _keep(items, store) for key, items in some}
    for key, each in missing.items():
        if key not in small:
            kept[key] = _keep(progress.track(read_file(folder, each.path), "read"), store)
    # A file that has changed since it was looked at is not kept under what it was.
    unchanged = {key for key, each in missing.items() if seed_of(folder, each.path).content == each.content}
    store.put("file", {key: kept[key] for key in missing if key in unchanged})
    store.forget_others("file", keys)
    # Also those of articles whose id another has: that one may go.
    store.forget_others("article", [item.origin.key for key in keys for item in kept[key] if item.origin])
    items = (item.origin or item.problem for key in keys for item in kept[key])
    found = list(without_doubles(item for item in items if item))
    origins = sorted((item for item in found if isinstance(item, Origin)), key=lambda item: item.id)
    return origins, [item for item in found if isinstance(item, Problem)]


def _whole(folder: Path, path: str) -> list[Article | Problem]:
    return list(read_file(folder, path))


def _keep(items: Iterable[Article | Problem], store: Store) -> tuple[Item, ...]:
    """What has become of the parts of a file, after its articles have been put into the store."""
    found: list[Item] = []
    for some in _batches(items):
        articles: dict[bytes, Article] = {}
        for each in some:
            if isinstance(each, Problem):
                found.append(Item(None, each))
            else:
                key = content_key(each)
                articles[key] = each
                found.append(Item(Origin(each.id, each.path, each.place, key), None))
        store.put("article", articles)
    return tuple(found)


def _annotated(
    origins: Sequence[Origin],
    problems: Sequence[Problem],
    settings: AnnotateSettings,
    store: Store,
    using: tuple[Workers, Progress],
) -> Intake:
    version = (code_key("annotate", "relate", "render", "text", "spans", "model"), libraries_key(_ANNOTATE_LIBRARIES))
    keys = {each.id: content_key("annotate", version, settings, each.key) for each in origins}
    with uncollected(), store.mapped():
        kept = _kept(keys, store)
    missing = [each for each in origins if keys[each.id] not in kept]
    failed: list[Problem] = []
    for key, made in _annotate_all(missing, keys, settings, store, using):
        if isinstance(made, Problem):
            failed.append(made)
        else:
            kept[key] = Known(made.entry, made.traits)
    known = {id_: key for id_, key in keys.items() if key in kept}
    keep_blocks(known, kept, store)
    _forget(kept.keys(), known, store, every=2 * len(missing) >= len(keys))
    places = {each.id: each.key for each in origins}

    def load(id_: str) -> Annotated:
        article = store.get("article", [places[id_]], Article).get(places[id_])
        annotations = store.get("annotations", [known[id_]], Annotations).get(known[id_])
        if article is None or annotations is None:
            raise Damaged(id_)
        return Annotated(article, annotations)

    def load_lean(id_: str) -> Annotated:
        return store.get("lean", [known[id_]], Annotated).get(known[id_]) or lean(load(id_))

    def load_wordings(ids: Sequence[str]) -> list[Wording]:
        articles = store.get("article", [places[id_] for id_ in ids], _Worded)
        annotations = store.get("annotations", [known[id_] for id_ in ids], _Parsed)
        try:
            both = [(articles[places[id_]], annotations[known[id_]]) for id_ in ids]
        except KeyError as error:
            raise Damaged(str(error)) from None
        return [Wording(article.text, article.blocks, notes.sentences) for article, notes in both]

    return Intake(
        Articles({id_: kept[key].entry for id_, key in known.items()}, known, load, load_lean, load_wordings),
        tuple(kept[key].traits for key in known.values()),
        (*problems, *failed),
    )


class _Worded(Record, frozen=True):
    """The first fields of an `Article`; the others are not even looked at."""

    id: str
    path: str
    place: str
    text: str
    blocks: tuple[Block, ...]


class _Parsed(Record, frozen=True):
    """The first of `Annotations`."""

    sentences: tuple[Sentence, ...]


def _kept(keys: Mapping[str, bytes], store: Store) -> dict[bytes, Known]:
    """What is kept of the articles: in blocks, or one by one if the build that annotated them has died."""
    found = kept_blocks(keys, store)
    missing = [key for key in keys.values() if key not in found]
    entries, traits_ = store.get("entry", missing, Entry), store.get("traits", missing, Traits)
    return found | {key: Known(entry, traits_[key]) for key, entry in entries.items() if key in traits_}


def _forget(found: Iterable[bytes], known: Mapping[str, bytes], store: Store, *, every: bool) -> None:
    """Removes what is kept of articles that are no more.

    They were found in a block that was read, or were to come into one when a build died. To look through all that is
    kept takes long, and is done where most articles were annotated, perhaps by another version of the program.
    """
    gone = {*found, *store.keys("traits")}.difference(known.values())
    for stage in ("annotations", "lean"):
        store.forget(stage, store.keys(stage).difference(known.values()) if every else gone)
    for stage in ("traits", "entry"):
        store.forget_others(stage, ())


def _annotate_all(
    origins: Sequence[Origin],
    keys: dict[str, bytes],
    settings: AnnotateSettings,
    store: Store,
    using: tuple[Workers, Progress],
) -> Iterator[tuple[bytes, "_Made | Problem"]]:
    """Annotates articles and keeps what is made of them; a problem for each that cannot be annotated."""
    crew, progress = using
    articles = (article for some in _batches(origins) for article in _articles(some, store))
    results = progress.track(crew.map(partial(_annotate, settings=settings), articles), "annotate", len(origins))
    for some in _batches(zip((keys[each.id] for each in origins), results, strict=True)):
        good = {key: made for key, made in some if not isinstance(made, Problem)}
        store.put("traits", {key: made.traits for key, made in good.items()})
        store.put("annotations", {key: made.annotations for key, made in good.items()})
        store.put("lean", {key: made.lean for key, made in good.items()})
        store.put("entry", {key: made.entry for key, made in good.items()})
        yield from some


def _articles(origins: Sequence[Origin], store: Store) -> Iterator[Article]:
    kept = store.get("article", [each.key for each in origins], Article)
    if len(kept) < len({each.key for each in origins}):
        raise Damaged(origins[0].id)
    return (kept[each.key] for each in origins)


class _Made(Record, frozen=True):
    """All that is made of an article alone."""

    annotations: Annotations
    traits: Traits
    lean: Annotated
    entry: Entry


def _annotate(article: Article, settings: AnnotateSettings) -> _Made | Problem:
    try:
        annotated = Annotated(article, annotate(article, settings))
        return _Made(annotated.annotations, traits(annotated), lean(annotated), entry_of(annotated))
    except Exception as error:  # noqa: BLE001 - whatever one article brings about, the others go on
        what = f"cannot be annotated ({type(error).__name__}: {error})"
        return Problem(article.path, article.place, what, "report this, with the article", left_out=True)


def _batches(items: Iterable[T]) -> Iterator[list[T]]:
    rest = iter(items)
    while batch := list(islice(rest, _BATCH)):
        yield batch
