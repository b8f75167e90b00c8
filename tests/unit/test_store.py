import sqlite3
from pathlib import Path

import pytest

from generator.errors import DigestError
from generator.model import Keyword, Span
from generator.store import Store, content_key

RESULT = Keyword("lighthouse", 0.5, "yake", (Span(1, 11),))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "work" / "kept.sqlite3"


def test_a_kept_result_is_found_again_by_the_next_build(file: Path) -> None:
    key = content_key("stage", 1, "text")
    with Store(file) as store:
        store.put({key: RESULT})
    with Store(file) as store:
        assert store.get([key, b"other"], Keyword) == {key: RESULT}


def test_more_keys_than_sqlite_takes_at_once_are_found(file: Path) -> None:
    results = {content_key("stage", 1, number): RESULT for number in range(1500)}
    with Store(file) as store:
        store.put(results)
        assert store.get(results, Keyword) == results


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
    store.put({key: RESULT})
    store.__exit__(KeyboardInterrupt, KeyboardInterrupt(), None)
    with Store(file) as store:
        assert key in store.get([key], Keyword)


def test_what_is_no_longer_used_is_forgotten(file: Path) -> None:
    with Store(file) as store:
        store.put({b"one": RESULT, b"two": RESULT})
        store.forget_others([b"two"])
        assert store.get([b"one", b"two"], Keyword).keys() == {b"two"}


@pytest.mark.parametrize("content", [b"not a database at all, just text" * 50, b"\0" * 5000], ids=["text", "zeros"])
def test_a_foreign_file_is_set_aside_and_said(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    with Store(file) as store:
        assert store.problem is not None
        assert "set aside" in store.problem.what
        store.put({b"one": RESULT})
    assert file.with_suffix(".broken").read_bytes() == content


def test_a_store_of_another_format_is_set_aside(file: Path) -> None:
    file.parent.mkdir()
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE something (a)")
    connection.close()
    with Store(file) as store:
        assert store.problem is not None


def test_a_result_of_another_shape_is_as_good_as_none(file: Path) -> None:
    with Store(file) as store:
        store.put({b"one": Span(1, 2)})
        assert store.get([b"one"], Keyword) == {}


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "kept.sqlite3").mkdir()
    with pytest.raises(DigestError, match="cannot be opened"):
        Store(tmp_path / "kept.sqlite3")
