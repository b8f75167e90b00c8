import os
from pathlib import Path

import pytest

from generator.errors import DigestError
from generator.model import Page
from generator.site import write_pages


def contents(folder: Path) -> dict[str, str]:
    return {file.relative_to(folder).as_posix(): file.read_text() for file in folder.rglob("*") if file.is_file()}


def test_the_folder_holds_exactly_the_pages(tmp_path: Path) -> None:
    write_pages(tmp_path, [Page("a/b/c.md", "one"), Page("d.md", "two")])
    write_pages(tmp_path, [Page("a/e.md", "three")])
    assert contents(tmp_path) == {"a/e.md": "three"}
    assert not (tmp_path / "a" / "b").exists()


def test_a_page_with_the_same_bytes_is_not_written_again(tmp_path: Path) -> None:
    write_pages(tmp_path, [Page("a.md", "one"), Page("b.md", "two")])
    os.utime(tmp_path / "a.md", (1, 1))
    assert write_pages(tmp_path, [Page("a.md", "one"), Page("b.md", "three")]) == 1
    assert (tmp_path / "a.md").stat().st_mtime == 1


def test_a_page_takes_the_place_of_a_folder_and_a_folder_of_a_page(tmp_path: Path) -> None:
    write_pages(tmp_path, [Page("a/b.md", "one")])
    write_pages(tmp_path, [Page("a", "two")])
    assert contents(tmp_path) == {"a": "two"}
    write_pages(tmp_path, [Page("a/b.md", "three")])
    assert contents(tmp_path) == {"a/b.md": "three"}


def test_a_half_written_page_of_a_killed_build_goes(tmp_path: Path) -> None:
    (tmp_path / ".a.md.new").write_text("ha")
    write_pages(tmp_path, [Page("a.md", "half")])
    assert contents(tmp_path) == {"a.md": "half"}


def test_two_pages_with_one_address_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(DigestError, match=r"a\.md: would be"):
        write_pages(tmp_path, [Page("a.md", "one"), Page("a.md", "two")])
