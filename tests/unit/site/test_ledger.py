"""The ledger says what the files of the built site were made of, and what builds have touched."""

from pathlib import Path

import pytest

from generator.site.ledger import Ledger, Row, Step

ONE = Row("one/index.html", "page", b"made of", b"content", "one.md", ("a link leads nowhere",))
TWO = Row("feed.xml", "file", b"of", b"feed", "feed.xml")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "work" / "built.sqlite3"


def test_rows_are_found_again_by_the_next_build(file: Path) -> None:
    with Ledger(file) as ledger:
        ledger.enter([ONE, TWO])
    with Ledger(file) as ledger:
        assert ledger.made_of("page") == {"one/index.html": b"made of"}
        assert ledger.made_of("file") == {"feed.xml": b"of"}
        assert ledger.contents() == {"feed.xml": b"feed", "one/index.html": b"content"}
        assert ledger.sources(["one/index.html", "never.html"]) == {"one/index.html": "one.md"}


def test_contents_are_in_the_order_of_names_whatever_came_first(file: Path) -> None:
    with Ledger(file) as ledger:
        ledger.enter([ONE, TWO])
        ledger.enter([Row("a.html", "page", b"", b"")])
        assert list(ledger.contents()) == ["a.html", "feed.xml", "one/index.html"]


def test_what_was_wrong_with_a_page_is_said_as_long_as_its_row_stands(file: Path) -> None:
    with Ledger(file) as ledger:
        ledger.enter([ONE, TWO])
        assert list(ledger.said()) == [("one/index.html", "a link leads nowhere")]
        ledger.strike([ONE.name])
        assert list(ledger.said()) == []


def test_a_row_that_is_struck_out_is_gone_and_touched(file: Path) -> None:
    with Ledger(file) as ledger:
        ledger.enter([ONE, TWO])
        ledger.add_step("", "first")
        ledger.strike(name for name in [ONE.name])
        assert ledger.contents().keys() == {TWO.name}
        ledger.add_step("first", "second")
        assert ledger.steps()[-1] == Step("first", "second", (ONE.name,))


def test_a_step_has_what_was_struck_out_and_what_was_entered_once(file: Path) -> None:
    with Ledger(file) as ledger:
        ledger.enter([ONE])
        ledger.add_step("", "first")
        ledger.strike([ONE.name])
        ledger.enter([ONE, TWO])
        ledger.add_step("first", "second")
        ledger.add_step("second", "third")
        assert [step.changed for step in ledger.steps()] == [(ONE.name,), (TWO.name, ONE.name), ()]


def test_what_a_build_touched_that_was_not_published_is_in_the_next_step(file: Path) -> None:
    with Ledger(file) as ledger:
        ledger.strike([ONE.name])
    with Ledger(file) as ledger:
        ledger.enter([TWO])
        ledger.add_step("", "first")
        assert ledger.steps()[0].changed == (TWO.name, ONE.name)


def test_old_steps_are_forgotten(file: Path) -> None:
    with Ledger(file) as ledger:
        for number in range(9):
            ledger.add_step(str(number), str(number + 1))
        assert [(step.before, step.after) for step in ledger.steps()] == [
            ("5", "6"),
            ("6", "7"),
            ("7", "8"),
            ("8", "9"),
        ]


def test_a_fact_is_kept_until_it_is_empty(file: Path) -> None:
    with Ledger(file) as ledger:
        ledger.note({"build": b"one", "inputs": b"two"})
    with Ledger(file) as ledger:
        ledger.note({"build": b""})
        assert (ledger.fact("build"), ledger.fact("inputs"), ledger.fact("never noted")) == (b"", b"two", b"")


def test_a_build_that_ends_well_leaves_no_trace_of_work(file: Path) -> None:
    with Ledger(file) as ledger:
        ledger.enter([ONE])
        ledger.add_step("", "first")
        for _ in range(2):
            with ledger.at_work() as has_died:
                assert not has_died
        assert len(ledger.steps()) == 1


def test_after_a_build_that_died_the_next_knows_it_and_no_steps(file: Path) -> None:
    with Ledger(file) as ledger:
        ledger.enter([ONE])
        ledger.add_step("", "first")
        with pytest.raises(KeyboardInterrupt), ledger.at_work():
            raise KeyboardInterrupt
    with Ledger(file) as ledger:
        with ledger.at_work() as has_died:
            assert has_died
            assert ledger.steps() == ()
        with ledger.at_work() as has_died:
            assert not has_died


def test_of_a_new_ledger_nobody_knows_what_lies_in_the_folder(file: Path) -> None:
    with Ledger(file) as ledger, ledger.at_work() as may_be_foreign:
        assert may_be_foreign


def test_nothing_is_known_of_a_folder_that_is_gone(file: Path) -> None:
    with Ledger(file) as ledger:
        ledger.enter([ONE])
        ledger.note({"theme": b"one"})
        ledger.clear()
        assert (ledger.contents(), ledger.fact("theme")) == ({}, b"")
        ledger.add_step("", "first")
        assert ledger.steps()[0].changed == ()


def test_a_foreign_file_is_set_aside_and_said(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"no ledger at all" * 500)
    with Ledger(file) as ledger:
        assert ledger.problem is not None
        assert "set aside as built.broken" in ledger.problem.what
        assert ledger.contents() == {}
