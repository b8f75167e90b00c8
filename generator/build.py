"""A build from seeds to published site, phase by phase: read, annotate, relate, render, site, search, publish."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path

import msgspec

from generator import __version__
from generator.annotate.annotations import VERSION as ANNOTATE_VERSION
from generator.annotate.annotations import annotate
from generator.config import SiteConfig
from generator.errors import DigestError
from generator.model import Annotated, Annotations, Article, Digest, Problem
from generator.progress import Progress
from generator.reading.decisions import read_decisions
from generator.reading.folder import list_files, read_file, without_doubles
from generator.relate.relations import relate
from generator.render.pages import render
from generator.search import index_site
from generator.site import build_site, write_pages
from generator.store import Store, content_key
from generator.swap import MARKER, locked, prepare, publish
from generator.workers import Workers, workers

_PARTS = ("mkdocs", "mkdocs-material", "markdown", "nupunkt", "pagefind-bin", "trafilatura", "yake")
"""Libraries whose versions the site names."""
_ANNOTATE_PARTS = ("babel", "nupunkt", "pystemmer", "segtok", "simplemma", "wordfreq", "yake")
"""Libraries whose versions annotations depend on."""
_BATCH = 500
"""Articles after whose annotation the results are kept, so that a killed build loses little."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build has come to."""

    articles: int
    topics: int
    files: int
    problems: tuple[Problem, ...]


def build(config: SiteConfig, jobs: int, progress: Progress, *, strict: bool) -> Built:
    """Builds the digest and publishes it, unless `strict` and there is a problem.

    Raises DigestError where nothing can be built; the published folder is then as it was.
    """
    with locked(config.work, progress.say), locked(config.site_dir, progress.say):
        digest = make_digest(config, jobs, progress)
        new = prepare(config.site_dir)
        written = generate_pages(config, digest, progress)
        with progress.phase("site"):
            warnings = build_site(config, docs_folder(config), new)
        with progress.phase("search"):
            index_site(config, new)
        problems = digest.problems + warnings
        if not (strict and problems):
            with progress.phase("publish"):
                (new / MARKER).write_bytes(_marker(digest))
                publish(new, config.site_dir)
        return Built(len(digest.articles), len(digest.relations.topics), written, problems)


def generate(config: SiteConfig) -> None:
    """Only the pages, for a builder started by hand: `mkdocs serve` through its hook, `zensical build`."""
    progress = Progress()
    with locked(config.work, progress.say):
        generate_pages(config, make_digest(config, 0, progress), progress)


def digest_of(config: SiteConfig, jobs: int, progress: Progress) -> Digest:
    """Everything a site would be made of; nothing is written but kept results."""
    with locked(config.work, progress.say):
        return make_digest(config, jobs, progress)


def generate_pages(config: SiteConfig, digest: Digest, progress: Progress) -> int:
    """Renders the digest and writes what has changed; how many files that were."""
    with progress.phase("render"):
        pages = render(digest, config, template_folders(config), versions())
        return write_pages(docs_folder(config), progress.track(pages, "render"))


def make_digest(config: SiteConfig, jobs: int, progress: Progress) -> Digest:
    """Everything the site is made of, from the seeds and what is kept of earlier builds."""
    with workers(jobs) as crew, Store(config.work / "kept.sqlite3") as store:
        with progress.phase("read"):
            articles, problems = read_seeds(config.seeds, crew, progress)
        with progress.phase("annotate"):
            annotated = annotate_kept(articles, config, store, crew, progress)
    decisions, unread = read_decisions(config.seeds)
    with progress.phase("relate"):
        relations = relate(annotated, config.settings.relate, decisions)
    kept = (store.problem,) if store.problem else ()
    return Digest(annotated, relations, problems + unread + relations.unplaced + kept)


def check(config: SiteConfig, jobs: int) -> tuple[int, tuple[Problem, ...]]:
    """How many articles the seeds hold and what is wrong with them; writes nothing."""
    with workers(jobs) as crew:
        articles, problems = read_seeds(config.seeds, crew, Progress())
    return len(articles), problems + read_decisions(config.seeds)[1]


def read_seeds(seeds: Path, crew: Workers, progress: Progress) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Every article of the folder by id, and what was wrong with files. Raises DigestError where there is no folder."""
    if not seeds.is_dir():
        raise DigestError(Problem(str(seeds), "", "is no folder of articles", "make it, or name another with -s"))
    files, problems = list_files(seeds)
    read = progress.track(crew.map(partial(_read, seeds), files), "read", len(files))
    found = list(without_doubles(item for items in read for item in items))
    articles = sorted((item for item in found if isinstance(item, Article)), key=lambda article: article.id)
    return tuple(articles), problems + tuple(item for item in found if isinstance(item, Problem))


def _read(seeds: Path, path: str) -> list[Article | Problem]:
    return list(read_file(seeds, path))


def annotate_kept(
    articles: Sequence[Article], config: SiteConfig, store: Store, crew: Workers, progress: Progress
) -> tuple[Annotated, ...]:
    """The articles with their annotations, of which only those are made that are not in the store."""
    settings = config.settings.annotate
    parts = [version(name) for name in _ANNOTATE_PARTS]
    keys = [
        content_key("annotate", ANNOTATE_VERSION, settings, parts, each.title, each.language, each.blocks, each.text)
        for each in articles
    ]
    kept = store.get(keys, Annotations)
    missing = {key: each for key, each in zip(keys, articles, strict=True) if key not in kept}
    results = progress.track(
        crew.map(partial(annotate, settings=settings), list(missing.values())), "annotate", len(missing)
    )
    for some in _batches(zip(missing, results, strict=True), _BATCH):
        store.put(some)
        kept |= some
    store.forget_others(keys)
    return tuple(Annotated(each, kept[key]) for key, each in zip(keys, articles, strict=True))


def _batches(results: Iterable[tuple[bytes, Annotations]], size: int) -> Iterator[dict[bytes, Annotations]]:
    batch: dict[bytes, Annotations] = {}
    for key, result in results:
        batch[key] = result
        if len(batch) == size:
            yield batch
            batch = {}
    yield batch


def docs_folder(config: SiteConfig) -> Path:
    """Where the generated pages are written."""
    return config.work / "docs"


def template_folders(config: SiteConfig) -> tuple[Path, ...]:
    """Folders of page templates, the site's own before the ones that come with the package."""
    return (config.root / "site_templates" / "pages", own_templates() / "pages")


def own_templates() -> Path:
    """The templates that come with the package: inside it when installed, beside it in a checkout."""
    package = Path(__file__).parent
    return next(folder for folder in (package / "site_templates", package.parent / "site_templates") if folder.is_dir())


def versions() -> dict[str, str]:
    """Versions of this package and of the libraries that shape the site, by name."""
    return {"annotated-digest": __version__, **{name: version(name) for name in _PARTS}}


def _marker(digest: Digest) -> bytes:
    facts = {"generator": f"annotated-digest {__version__}", "articles": len(digest.articles)}
    return msgspec.json.format(msgspec.json.encode(facts)) + b"\n"
