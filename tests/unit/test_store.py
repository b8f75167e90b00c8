import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from generator.errors import DigestError
from generator.model import Keyword, Span
from generator.store import Store, content_key
from generator.workers.processes import Processes

RESULT = Keyword("lighthouse", 0.5, "yake", (Span(1, 11),))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "work" / "kept.sqlite3"


def test_a_kept_result_is_found_again_by_the_next_build(file: Path) -> None:
    key = content_key("stage", 1, "text")
    with Store(file) as store:
        store.put("stage", {key: RESULT})
    with Store(file) as store:
        assert store.get("stage", [key, b"other"], Keyword) == {key: RESULT}


def test_more_keys_than_sqlite_takes_at_once_are_found(file: Path) -> None:
    results = {content_key("stage", 1, number): RESULT for number in range(1500)}
    with Store(file) as store:
        store.put("stage", results)
        assert store.get("stage", list(results), Keyword) == results


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param(("other", 1, "a", "b"), id="stage"),
        pytest.param(("stage", 2, "a", "b"), id="version"),
        pytest.param(("stage", 1, "a", "c"), id="content"),
        pytest.param(("stage", 1, "ab", ""), id="where one part ends and the next begins"),
    ],
)
def test_a_key_changes_with(parts: tuple[str, int, str, str]) -> None:
    assert content_key(*parts) != content_key("stage", 1, "a", "b")


def test_results_put_before_a_build_died_are_kept(file: Path) -> None:
    key = content_key("stage", 1, "text")
    store = Store(file)
    store.put("stage", {key: RESULT})
    store.__exit__(KeyboardInterrupt, KeyboardInterrupt(), None)
    with Store(file) as store:
        assert key in store.get("stage", [key], Keyword)


def test_what_is_no_longer_used_is_forgotten(file: Path) -> None:
    with Store(file) as store:
        store.put("stage", {b"one": RESULT, b"two": RESULT})
        store.put("other", {b"one": RESULT})
        store.forget_others("stage", [b"two", b"never kept"])
        assert store.get("stage", [b"one", b"two"], Keyword).keys() == {b"two"}
        assert store.get("other", [b"one"], Keyword).keys() == {b"one"}


def test_stages_have_results_of_one_key_apart(file: Path) -> None:
    with Store(file) as store:
        store.put("one", {b"key": RESULT})
        store.put("other", {b"key": Span(1, 2)})
        assert store.get("one", [b"key"], Keyword) == {b"key": RESULT}
        assert store.get("other", [b"key"], Span) == {b"key": Span(1, 2)}
        assert store.get("third", [b"key"], Span) == {}


def test_whether_something_is_kept_is_known_without_reading_it(file: Path) -> None:
    with Store(file) as store:
        store.put("stage", {b"one": RESULT, b"two": RESULT})
        assert store.has("stage", [b"one", b"three"]) == {b"one"}
        assert store.has("other", [b"one"]) == set()


def test_a_newer_result_takes_the_place_of_the_older(file: Path) -> None:
    with Store(file) as store:
        store.put("stage", {b"one": Span(1, 2)})
        store.put("stage", {b"one": Span(3, 4)})
        assert store.get("stage", [b"one"], Span) == {b"one": Span(3, 4)}


def test_two_users_at_once_keep_what_each_puts(file: Path) -> None:
    def use(name: bytes) -> None:
        with Store(file) as store:
            for number in range(40):
                store.put("stage", {name + bytes([number]): RESULT})
                store.get("stage", [name], Keyword)
                store.forget_others(f"stage of {name!r}", [])

    with Store(file), ThreadPoolExecutor() as users:
        assert list(users.map(use, (b"one", b"two", b"three"))) == [None] * 3
    with Store(file) as store:
        assert store.problem is None
        assert (
            len(
                store.get(
                    "stage", [name + bytes([n]) for name in (b"one", b"two", b"three") for n in range(40)], Keyword
                )
            )
            == 120
        )


def test_what_was_not_put_whole_is_not_there_at_all(file: Path) -> None:
    with Store(file) as store:
        with pytest.raises(TypeError):
            store.put("stage", {b"one": RESULT, b"two": object()})
        assert store.has("stage", [b"one", b"two"]) == set()


def test_a_store_that_was_cut_short_is_set_aside_and_said(file: Path) -> None:
    with Store(file) as store:
        store.put("stage", {bytes([number]) * 20: RESULT for number in range(200)})
    whole = file.read_bytes()
    file.write_bytes(whole[:100] + b"\xff" * (len(whole) // 2))
    with Store(file) as store:
        assert store.problem is not None
        assert store.has("stage", [b"\0" * 20]) == set()


@pytest.mark.parametrize("content", [b"not a database at all, just text" * 50, b"\0" * 5000], ids=["text", "zeros"])
def test_a_foreign_file_is_set_aside_and_said(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    with Store(file) as store:
        assert store.problem is not None
        assert "set aside" in store.problem.what
        store.put("stage", {b"one": RESULT})
    with Store(file) as store:
        assert store.problem is None
        assert store.has("stage", [b"one"]) == {b"one"}
    assert file.with_suffix(".broken").read_bytes() == content


def test_a_store_of_another_format_is_set_aside(file: Path) -> None:
    file.parent.mkdir()
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE something (a)")
    connection.close()
    with Store(file) as store:
        assert store.problem is not None
        store.put("stage", {b"one": RESULT})
    with sqlite3.connect(file.with_suffix(".broken")) as connection:
        assert connection.execute("SELECT count(*) FROM something").fetchone() == (0,)
    connection.close()


def test_a_result_of_another_shape_is_as_good_as_none(file: Path) -> None:
    with Store(file) as store:
        store.put("stage", {b"one": Span(1, 2)})
        assert store.get("stage", [b"one"], Keyword) == {}


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "kept.sqlite3").mkdir()
    with pytest.raises(DigestError, match="cannot be opened"):
        Store(tmp_path / "kept.sqlite3")


def test_results_of_other_keys_are_found(file: Path) -> None:
    with Store(file) as store:
        store.put("stage", {b"one": 1, b"two": 2, b"bad": "no number"})
        store.put("another stage", {b"three": 3})
        assert list(store.others("stage", [b"one"], int)) == [2]


def test_what_is_kept_is_the_same_mapped_into_memory(file: Path) -> None:
    with Store(file) as store:
        store.put("stage", {b"large": "x" * 100_000})
        with store.mapped():
            store.put("stage", {b"more": "y" * 100_000})
            assert store.get("stage", [b"large", b"more"], str) == {b"large": "x" * 100_000, b"more": "y" * 100_000}
        assert store.get("stage", [b"more"], str) == {b"more": "y" * 100_000}


def test_a_store_that_was_let_go_is_opened_again_when_it_is_looked_into(file: Path) -> None:
    with Store(file) as store:
        store.put("stage", {b"key": RESULT})
        store.let_go()
        assert not file.with_name("kept.sqlite3-wal").exists()
        store.let_go()
        assert store.get("stage", [b"key"], Keyword) == {b"key": RESULT}


def test_a_store_that_was_let_go_may_be_looked_into_by_a_copy_of_this_process(file: Path) -> None:
    with Store(file) as store:
        store.put("stage", {number.to_bytes(2, "big"): Keyword(str(number), 0.5, "yake", ()) for number in range(300)})
        store.let_go()
        crew = Processes(2, least=1)
        keys = [number.to_bytes(2, "big") for number in range(300)]
        found = crew.map_of(lambda key: store.get("stage", [key], Keyword)[key].text, str.upper, keys)
        assert list(found) == [str(number) for number in range(300)]
