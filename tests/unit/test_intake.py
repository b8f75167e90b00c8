"""Articles come in: only what is new is read and annotated, and one bad article stops no other."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import blocks, intake
from generator.annotate.annotations import annotate
from generator.config import SiteConfig, load_config
from generator.errors import DigestError
from generator.intake import Intake, look, read_all, take_in
from generator.model import Article, Problem
from generator.progress import Progress
from generator.store import Store
from generator.workers import workers
from project import make_project, write_seeds

SEEDS = {
    "wire/one.txt": "One ferry\n\nThe ferry leaves the old pier. It waits for nobody.",
    "wire/two.txt": "Two ferries\n\nBoth ferries leave the old pier. They wait for nobody.",
    "post/three.txt": "Three ferries\n\nNo ferry leaves the pier. All of them wait.",
}


@pytest.fixture
def config(tmp_path: Path) -> SiteConfig:
    return make_project(tmp_path, SEEDS)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Paths of the files that are read from now on."""
    paths: list[str] = []
    reading = intake.read_file

    def counting(seeds: Path, path: str) -> Iterator[Article | Problem]:
        paths.append(path)
        return reading(seeds, path)

    monkeypatch.setattr(intake, "read_file", counting)
    return paths


@pytest.fixture
def annotated(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Ids of the articles that are annotated from now on."""
    ids: list[str] = []

    def counting(article: Article, settings: object) -> object:
        ids.append(article.id)
        return annotate(article, settings)

    monkeypatch.setattr(intake, "annotate", counting)
    return ids


@pytest.fixture
def counts(read: list[str], annotated: list[str]) -> tuple[list[str], list[str]]:
    """What is read and annotated from now on."""
    return read, annotated


def taken(config: SiteConfig) -> Intake:
    """What comes in, every article loaded once."""
    with workers(1) as crew, Store(config.work / "kept.sqlite3") as store:
        found = take_in(look(config.seeds)[0], config, store, (crew, crew), Progress())
        for id_ in found.articles.entries:
            assert found.articles.load(id_).article.id == id_
        return found


def kept(config: SiteConfig) -> dict[str, int]:
    """How many results of each stage are kept."""
    with Store(config.work / "kept.sqlite3") as store:
        rows = store._connection.execute("SELECT stage, count(*) FROM kept GROUP BY stage")
        return dict(rows)


def test_all_articles_come_in_by_id_with_all_that_is_made_of_each(config):
    found = taken(config)
    assert list(found.articles.entries) == ["post/three", "wire/one", "wire/two"]
    assert found.articles.entries.keys() == found.articles.tokens.keys()
    assert [each.id for each in found.traits] == list(found.articles.entries)
    assert found.problems == ()


def test_what_has_not_changed_is_neither_read_nor_annotated_again(config, read, annotated):
    first = taken(config)
    assert (len(read), len(annotated)) == (3, 3)
    again = taken(config)
    assert (len(read), len(annotated)) == (3, 3)
    assert again.articles.entries == first.articles.entries
    assert again.articles.tokens == first.articles.tokens
    assert again.traits == first.traits


def test_times_of_files_do_not_count(config, read):
    taken(config)
    for path in SEEDS:
        os.utime(config.seeds / path, (1, 1))
    taken(config)
    assert len(read) == 3


def test_only_a_changed_file_is_read_and_annotated(config, read, annotated):
    before = taken(config).articles.tokens
    write_seeds(config.seeds, {"wire/one.txt": "One boat\n\nThe boat leaves."})
    after = taken(config).articles.tokens
    assert read[3:] == ["wire/one.txt"]
    assert annotated[3:] == ["wire/one"]
    assert {id_ for id_ in after if after[id_] != before[id_]} == {"wire/one"}


def test_a_changed_setting_annotates_again_and_reads_nothing(config, read, annotated):
    taken(config)
    text = config.file.read_text().replace("key_sentences: 3", "key_sentences: 2")
    config.file.write_text(text)
    taken(load_config(config.file))
    assert len(read) == 3
    assert sorted(annotated[3:]) == ["post/three", "wire/one", "wire/two"]


@pytest.mark.parametrize(
    ("part", "again"),
    [
        pytest.param("reading", (3, 0), id="of reading: read again, annotated only if the articles are others"),
        pytest.param("annotate", (0, 3), id="of annotating: annotated again"),
    ],
)
def test_another_version_of_the_program(config, counts, monkeypatch, part, again):
    taken(config)
    code_key = intake.code_key

    def newer(*parts: str) -> bytes:
        return code_key(*parts) + b"new" * (parts[0] == part)

    monkeypatch.setattr(intake, "code_key", newer)
    taken(config)
    assert [len(one) - 3 for one in counts] == list(again)


def test_what_is_no_longer_used_is_forgotten(config):
    taken(config)
    assert kept(config) == {"article": 3, "annotations": 3, "lean": 3, "file": 3, "block": 1}
    (config.seeds / "wire/one.txt").unlink()
    taken(config)
    assert kept(config) == {"article": 2, "annotations": 2, "lean": 2, "file": 2, "block": 1}


def test_an_article_more_changes_one_block_and_the_rest_is_taken_from_what_it_was(config, annotated, monkeypatch):
    monkeypatch.setattr(blocks, "_SIZE", 1)
    taken(config)
    before = set(keys_of_blocks(config))
    write_seeds(config.seeds, {"wire/four.txt": "Four ferries\n\nThey wait."})
    monkeypatch.setattr(blocks, "_SIZE", 2)  # as many blocks as before
    more = taken(config)
    assert sorted(annotated) == ["post/three", "wire/four", "wire/one", "wire/two"]
    assert len(before - set(keys_of_blocks(config))) <= 1
    (config.work / "kept.sqlite3").unlink()
    clean = taken(config)
    assert (more.traits, more.articles.entries) == (clean.traits, clean.articles.entries)


@pytest.mark.parametrize("every", [pytest.param(True, id="a new program"), pytest.param(False, id="the same")])
def test_nothing_is_left_of_an_article_that_went_when_a_build_died(config, monkeypatch, every):
    def dying(*_of: object) -> None:
        raise KeyboardInterrupt

    taken(config)
    write_seeds(config.seeds, {"wire/four.txt": "Four ferries\n\nThey wait."})
    with monkeypatch.context() as patched:
        patched.setattr(intake, "keep_blocks", dying)
        with pytest.raises(KeyboardInterrupt):
            taken(config)
    assert kept(config)["annotations"] == 4
    (config.seeds / "wire/four.txt").unlink()
    if every:
        monkeypatch.setattr(intake, "code_key", lambda *_parts: b"new")
    taken(config)
    assert kept(config) == {"article": 3, "annotations": 3, "lean": 3, "file": 3, "block": 1}


def keys_of_blocks(config: SiteConfig) -> list[bytes]:
    with Store(config.work / "kept.sqlite3") as store:
        rows = store._connection.execute("SELECT key FROM kept WHERE stage = 'block'")
        return [key for (key,) in rows]


def test_an_article_that_cannot_be_annotated_becomes_a_problem_and_the_others_go_on(config, monkeypatch):
    def raising(article: Article, settings: object) -> object:
        if article.id == "wire/one":
            raise ZeroDivisionError("by chance")
        return annotate(article, settings)

    with monkeypatch.context() as patched:
        patched.setattr(intake, "annotate", raising)
        found = taken(config)
    assert list(found.articles.entries) == ["post/three", "wire/two"]
    (problem,) = found.problems
    assert (problem.file, problem.left_out) == ("wire/one.txt", True)
    assert problem.what == "cannot be annotated (ZeroDivisionError: by chance)"
    assert list(taken(config).articles.entries) == ["post/three", "wire/one", "wire/two"]


def test_a_problem_of_a_file_is_kept_with_it(config, read):
    write_seeds(config.seeds, {"wire/bad.json": "{"})
    first, again = taken(config), taken(config)
    assert len(first.problems) == 1
    assert first.problems == again.problems
    assert len(read) == 4


def lines(*articles: dict[str, str]) -> str:
    return "".join(f"{json.dumps(each)}\n" for each in articles)


def test_a_large_file_is_read_here_article_by_article_and_gives_the_same(config, monkeypatch):
    many = [
        {"id": f"many/{number:03}", "title": f"Ferry {number}", "text": f"Ferry {number} sails."}
        for number in range(40)
    ]
    write_seeds(config.seeds, {"many.jsonl": lines(*many), "bad.jsonl": "{\n"})
    whole = taken(config)
    (config.work / "kept.sqlite3").unlink()
    most: list[int] = []
    put = Store.put

    def counting(self: Store, stage: str, results: dict) -> None:
        most.append(len(results) if stage in {"article", "annotations"} else 0)
        put(self, stage, results)

    monkeypatch.setattr(intake, "_LARGE", 100)
    monkeypatch.setattr(intake, "_BATCH", 8)
    monkeypatch.setattr(Store, "put", counting)
    piecewise = taken(config)
    assert piecewise.articles.entries == whole.articles.entries
    assert piecewise.articles.tokens == whole.articles.tokens
    assert piecewise.traits == whole.traits
    assert piecewise.problems == whole.problems
    assert max(most) == 8
    assert len(taken(config).articles.entries) == 43


def test_a_large_file_is_not_handed_to_workers(config, monkeypatch):
    write_seeds(config.seeds, {"many.jsonl": lines(*({"id": str(n), "title": "A", "text": "B."} for n in range(9)))})
    handed: list[str] = []
    whole = intake._whole

    def counting(folder: Path, path: str) -> list[Article | Problem]:
        handed.append(path)
        return whole(folder, path)

    monkeypatch.setattr(intake, "_LARGE", 300)
    monkeypatch.setattr(intake, "_whole", counting)
    taken(config)
    assert sorted(handed) == sorted(SEEDS)


def test_an_id_given_twice_is_reported_and_the_first_counts(config):
    twice = lines({"id": "same", "title": "First", "text": "One."}, {"id": "same", "title": "Second", "text": "Two."})
    write_seeds(config.seeds, {"z.jsonl": twice})
    for _ in range(2):
        found = taken(config)
        assert found.articles.entries["same"].title == "First"
        (problem,) = found.problems
        assert (problem.file, problem.place, problem.left_out) == ("z.jsonl", "line 2", True)


def test_an_id_of_two_files_is_reported_also_where_one_of_them_was_kept(config, read):
    write_seeds(config.seeds, {"y.jsonl": lines({"id": "same", "title": "First", "text": "One."})})
    taken(config)
    write_seeds(config.seeds, {"z.jsonl": lines({"id": "same", "title": "Second", "text": "Two."})})
    found = taken(config)
    assert read[4:] == ["z.jsonl"]
    assert [problem.file for problem in found.problems] == ["z.jsonl"]
    assert found.articles.entries["same"].title == "First"


def test_an_article_comes_in_once_the_one_with_the_same_id_is_gone(config):
    for name, title in (("y.jsonl", "First"), ("z.jsonl", "Second")):
        write_seeds(config.seeds, {name: lines({"id": "same", "title": title, "text": f"{title}."})})
    assert taken(config).articles.entries["same"].title == "First"
    (config.seeds / "y.jsonl").unlink()
    found = taken(config)
    assert found.articles.entries["same"].title == "Second"
    assert found.problems == ()


def test_the_same_article_in_two_files_is_annotated_for_each(config, annotated):
    write_seeds(config.seeds, {"copy.txt": SEEDS["wire/one.txt"]})
    assert len(taken(config).articles.entries) == 4
    assert sorted(annotated) == ["copy", "post/three", "wire/one", "wire/two"]


def test_a_killed_build_loses_little(config, annotated, monkeypatch):
    monkeypatch.setattr(intake, "_BATCH", 1)
    counting = intake.annotate

    def dying(article: Article, settings: object) -> object:
        if article.id == "wire/two":
            raise KeyboardInterrupt
        return counting(article, settings)

    with monkeypatch.context() as patched:
        patched.setattr(intake, "annotate", dying)
        with pytest.raises(KeyboardInterrupt):
            taken(config)
    assert annotated == ["post/three", "wire/one"]
    taken(config)
    assert annotated == ["post/three", "wire/one", "wire/two"]


def test_a_file_that_changes_while_it_is_taken_in_is_read_again_by_the_next_build(config, monkeypatch):
    reading = intake.read_file

    def changing(seeds: Path, path: str) -> Iterator[Article | Problem]:
        if path == "wire/one.txt":
            write_seeds(seeds, {path: "One boat\n\nThe boat leaves."})
        return reading(seeds, path)

    before = look(config.seeds)[0]
    with monkeypatch.context() as patched:
        patched.setattr(intake, "read_file", changing)
        taken(config)
    write_seeds(config.seeds, SEEDS)
    assert look(config.seeds)[0] == before
    assert taken(config).articles.entries["wire/one"].title == "One ferry"


def test_looking_says_names_hashes_and_sizes(config):
    seeds, problems = look(config.seeds)
    assert [(seed.path, seed.size) for seed in seeds] == [(path, len(SEEDS[path])) for path in sorted(SEEDS)]
    assert len({seed.content for seed in seeds}) == 3
    assert problems == ()


def test_a_file_that_cannot_be_opened_is_still_one_of_the_seeds(config, monkeypatch):
    def refuse(*_of: object) -> int:
        raise PermissionError(13, "no")

    with monkeypatch.context() as patched:
        patched.setattr(os, "open", refuse)
        seeds, _ = look(config.seeds)
    assert {(seed.content, seed.size) for seed in seeds} == {(b"13", 0)}


def test_without_a_folder_of_articles_nothing_comes_in(tmp_path):
    with pytest.raises(DigestError, match="is no folder of articles"):
        look(tmp_path / "seeds")


def test_everything_can_be_read_without_a_store(config):
    with workers(1) as crew:
        found = list(read_all(config.seeds, crew))
    assert sorted(item.id for item in found if isinstance(item, Article)) == ["post/three", "wire/one", "wire/two"]
    assert not config.work.exists()


def test_a_kept_article_that_cannot_be_read_is_taken_in_again(config):
    first = taken(config)
    with Store(config.work / "kept.sqlite3") as store, store._connection as connection:
        connection.execute("UPDATE kept SET value = x'c1' WHERE stage != 'article'")
    again = taken(config)
    assert again.articles.entries == first.articles.entries
    assert again.traits == first.traits
