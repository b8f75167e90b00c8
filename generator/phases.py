"""The phases of a build: read, annotate, relate, collate, render, search. Each brings what is kept of it up to date."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain

from generator.collations import collate_all
from generator.config import SiteConfig
from generator.inputs import (
    Inputs,
    docs_folder,
    ledger_file,
    look_at,
    own_templates,
    store_file,
    template_folders,
    versions,
)
from generator.intake import read_all, take_in
from generator.model import Digest, Problem
from generator.progress import Progress
from generator.reading.decisions import read_decisions
from generator.relate.relations import relate
from generator.render import addresses
from generator.render.cards import cards
from generator.render.index import Index, index_of
from generator.render.pages import files, recipes, texts
from generator.render.templates import page_writer
from generator.search.articles import pages_of, records, searched, topic_records
from generator.search.index import index_site
from generator.site import mkdocs
from generator.site.builder import Builder, write_made
from generator.site.cards import put_cards, write_cards
from generator.site.ledger import Ledger, Row
from generator.site.maker import Frame
from generator.site.whole import KIND, build_whole
from generator.store import Store
from generator.swap import locked
from generator.usage import uncollected
from generator.workers import Workers, workers


@contextmanager
def crews(jobs: int, cluster: str, progress: Progress) -> Iterator[tuple[Workers, Workers]]:
    """Workers for what concerns files of this machine, and those for all else: the same where there is no cluster."""
    with workers(jobs) as local:
        progress.watch(local.usage)
        if not cluster:
            yield local, local
            return
        with workers(jobs, cluster) as crew:
            progress.watch(crew.usage)
            yield local, crew


def relate_all(
    config: SiteConfig, inputs: Inputs, store: Store, using: tuple[Workers, Workers], progress: Progress
) -> Index:
    """All articles with their relations, and the collations of their stories."""
    intake = take_in(inputs.seeds, config, store, using, progress)
    with progress.phase("relate"), uncollected():
        relations = relate(intake.traits, config.settings.relate, inputs.decisions)
        articles, problems = intake.articles, inputs.problems + intake.problems + relations.unplaced
        del intake  # the texts of all articles, which nobody needs from here on
    with progress.phase("collate"), uncollected():
        collations, failed = collate_all(relations.stories, articles, store, (using[1], progress))
        return index_of(articles, relations, problems + failed, config, collations, collations.told)


def render_pages(
    config: SiteConfig, inputs: Inputs, kept: tuple[Store, Ledger], known: Index, using: tuple[Workers, Progress]
) -> tuple[int, tuple[Problem, ...]]:
    """Makes the pages that are new or have changed; how many those are, and what MkDocs warns of."""
    (store, ledger), (crew, progress) = kept, using
    with uncollected():
        all_ = list(recipes(known, versions()))
    paths = frozenset(addresses.file_of(recipe.address) for recipe in all_)
    frame = _frame(config, inputs.frame, paths)
    if not (frame.built.is_dir() and frame.docs.is_dir()):
        ledger.clear()
    builder = Builder(frame, ledger)
    with ledger.at_work() as has_died:
        for folder in (frame.built, frame.docs):
            folder.mkdir(parents=True, exist_ok=True)
        if has_died:
            builder.clear_foreign()
        if mkdocs.wants_all_pages(frame):
            page = page_writer(frame.templates, frame.language)
            pages = chain((page(recipe.view()) for recipe in all_), files(known, all_))
            beside = _beside(frame, known, store, crew)
            return len(all_), build_whole(frame, progress.track(pages, "render", len(all_)), beside, ledger)
        builder.remove(ledger.made_of(KIND))
        tasks = builder.tasks(all_)
        store.let_go()
        for _ in progress.track(builder.make(tasks, paths, crew), "render", len(tasks)):
            pass
        gone = builder.remove_pages(all_)
        builder.put_theme()
        builder.put(files(known, all_))
        store.let_go()
        beside = builder.put_made("text", list(texts(known)), frame.key, str.encode, crew)
        for _ in progress.track(chain(beside, put_cards(frame, list(cards(known)), builder, crew)), "render"):
            pass
    warnings = tuple(mkdocs.warning(config.file.name, text) for _, text in ledger.said())
    return len(tasks) + gone, warnings


def _beside(frame: Frame, known: Index, store: Store, crew: Workers) -> Iterator[str]:
    """Writes texts and cards among the Markdown pages, for a builder that makes the site of these."""
    store.let_go()
    yield from write_made(frame, list(texts(known)), str.encode, crew)
    yield from write_cards(frame, list(cards(known)), crew)


def _frame(config: SiteConfig, key: bytes, paths: frozenset[str]) -> Frame:
    return Frame(
        file=config.file,
        docs=docs_folder(config),
        built=config.work / "built",
        templates=template_folders(config),
        directories=config.directories,
        key=key,
        pages=tuple(sorted(paths.intersection(config.nav))),
        language=config.language,
        fonts=own_templates() / "theme" / "assets" / "digest" / "fonts",
    )


def index_search(config: SiteConfig, ledger: Ledger, known: Index) -> None:
    """Brings the search index up to date."""
    built, pages = config.work / "built", pages_of(known)
    with ledger.at_work():
        changes = index_site(
            searched(known),
            lambda addresses: records(known, [pages[address] for address in addresses]),
            topic_records(known),
            built,
            kept=config.work / "search",
            language=config.language,
        )
        ledger.strike(changes.removed)
        ledger.enter([Row(name, "search", content, content) for name, content in changes.written.items()])


def digest_of(config: SiteConfig, jobs: int, progress: Progress) -> Digest:
    """Everything a site would be made of; nothing is written but kept results."""
    with (
        locked(config.work, progress.say),
        Store(store_file(config)) as store,
        crews(jobs, "", progress) as using,
    ):
        known = relate_all(config, look_at(config), store, using, progress)
        articles = tuple(known.articles[id_] for id_ in sorted(known.entries))
        return Digest(articles, known.relations, known.problems, dict(known.stories.collations))


def generate(config: SiteConfig) -> None:
    """Only the pages, for a builder started by hand: `mkdocs serve` through its hook, `zensical build`."""
    progress = Progress()
    with (
        locked(config.work, progress.say),
        Store(store_file(config)) as store,
        Ledger(ledger_file(config)) as ledger,
        crews(0, "", progress) as using,
    ):
        inputs = look_at(config)
        known = relate_all(config, inputs, store, using, progress)
        render_pages(config, inputs, (store, ledger), known, (using[0], progress))


def check(config: SiteConfig, jobs: int) -> tuple[int, tuple[Problem, ...]]:
    """How many articles the seeds hold and what is wrong with them; writes nothing."""
    with workers(jobs) as crew:
        found = list(read_all(config.seeds, crew))
    problems = tuple(item for item in found if isinstance(item, Problem))
    return len(found) - len(problems), problems + read_decisions(config.seeds)[1]
