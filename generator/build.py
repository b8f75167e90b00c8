"""A build from seeds to published site, phase by phase: read, annotate, relate, collate, render, search, publish."""

import dataclasses
import sqlite3

import msgspec
from msgspec import structs

from generator import __version__
from generator.config import SiteConfig
from generator.inputs import Inputs, docs_folder, ledger_file, look_at, store_file
from generator.model import Problem, Record
from generator.progress import Progress
from generator.site.ledger import Ledger
from generator.site.publishing import build_id, id_of, publish
from generator.store import Store, set_aside
from generator.swap import locked
from generator.usage import all_needed, collect_seldom


class Built(Record, frozen=True):
    """What a build has come to."""

    articles: int
    topics: int
    files: int
    """Pages that were made again or removed."""
    problems: tuple[Problem, ...]


def build(config: SiteConfig, jobs: int, progress: Progress, *, strict: bool, cluster: str = "") -> Built:
    """Builds the digest and publishes it, unless `strict` and there is a problem.

    Raises DigestError where nothing can be built; the published folder is then as it was.
    """
    with locked(config.work, progress.say), locked(config.site_dir, progress.say):
        inputs = look_at(config)
        try:
            return _build(config, inputs, (jobs, cluster), progress, strict=strict)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:  # one of the files is damaged in the middle
            aside = tuple(set_aside(file) for file in (store_file(config), ledger_file(config)) if file.exists())
            inputs = dataclasses.replace(inputs, problems=(*inputs.problems, *aside))
            return _build(config, inputs, (jobs, cluster), progress, strict=strict)


def _build(config: SiteConfig, inputs: Inputs, using: tuple[int, str], progress: Progress, *, strict: bool) -> Built:
    with Ledger(ledger_file(config)) as ledger:
        before = ledger.fact("build").decode()
        is_there = docs_folder(config).is_dir() and before and before == id_of(config.site_dir)
        if is_there and ledger.fact("inputs") == inputs.key:
            return msgspec.msgpack.decode(ledger.fact("result"), type=Built)
        from generator.phases import crews, index_search, relate_all, render_pages

        collect_seldom()
        ledger.note({"inputs": b""})
        with Store(store_file(config)) as store, crews(*using, progress) as (local, crew):
            known = relate_all(config, inputs, store, (local, crew), progress)
            with all_needed():
                with progress.phase("render"):
                    changes, warnings = render_pages(config, inputs, (store, ledger), known, (local, progress))
                with progress.phase("search"):
                    index_search(config, ledger, known)
        kept = tuple(one for one in (store.problem, ledger.problem) if one)
        built = Built(len(known.entries), len(known.topics), changes, known.problems + kept + warnings)
        if not (strict and built.problems):
            with progress.phase("publish"):
                _publish(config, built, ledger)
            ledger.note({"inputs": inputs.key, "result": msgspec.msgpack.encode(structs.replace(built, files=0))})
        return built


def _publish(config: SiteConfig, built: Built, ledger: Ledger) -> None:
    before, contents = ledger.fact("build").decode(), ledger.contents()
    facts = {"generator": f"annotated-digest {__version__}", "articles": built.articles, "build": build_id(contents)}
    marker = msgspec.json.format(msgspec.json.encode(facts)) + b"\n"
    ledger.add_step(before, str(facts["build"]))
    ledger.note({"build": str(facts["build"]).encode()})
    publish(config.work / "built", contents, marker, ledger.steps(), config.site_dir)
