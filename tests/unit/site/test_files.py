"""Files are written whole, as new ones, and only where their bytes are others."""

import errno
import os
from pathlib import Path

import pytest

from generator.site.files import link, names, remove, write


def contents(folder: Path) -> dict[str, str]:
    return {name: (folder / name).read_text() for name in names(folder)}


def test_a_file_with_the_same_bytes_is_not_written_again(tmp_path: Path) -> None:
    assert write(tmp_path, "a/b.md", b"one")
    os.utime(tmp_path / "a" / "b.md", (1, 1))
    assert not write(tmp_path, "a/b.md", b"one")
    assert (tmp_path / "a" / "b.md").stat().st_mtime == 1


def test_a_file_that_is_written_again_is_a_new_one_so_that_its_other_names_keep_the_old(tmp_path: Path) -> None:
    write(tmp_path, "a.html", b"one")
    os.link(tmp_path / "a.html", tmp_path / "published.html")
    assert write(tmp_path, "a.html", b"two")
    assert contents(tmp_path) == {"a.html": "two", "published.html": "one"}


def test_a_file_takes_the_place_of_a_folder_and_a_folder_of_a_file(tmp_path: Path) -> None:
    write(tmp_path, "a/b.md", b"one")
    write(tmp_path, "a", b"two")
    assert contents(tmp_path) == {"a": "two"}
    write(tmp_path, "a/b/c.md", b"three")
    assert contents(tmp_path) == {"a/b/c.md": "three"}


def test_a_half_written_file_of_a_killed_build_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("ha")
    assert write(tmp_path, "a.md", b"half")
    assert contents(tmp_path) == {"a.md": "half"}


def test_a_name_may_be_as_long_as_the_system_allows(tmp_path: Path) -> None:
    write(tmp_path, "a" * 250, b"one")
    assert contents(tmp_path) == {"a" * 250: "one"}


def test_a_file_goes_with_the_folders_that_are_empty_without_it(tmp_path: Path) -> None:
    for name in ("a/b/c/d.md", "a/e.md"):
        write(tmp_path, name, b"")
    remove(tmp_path, ["a/b/c/d.md", "a/b/never.md", "never/there.md"])
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["e.md"]
    remove(tmp_path, ["a/e.md"])
    assert tmp_path.is_dir()
    assert list(tmp_path.iterdir()) == []


def test_of_a_link_only_itself_goes(tmp_path: Path) -> None:
    write(tmp_path, "kept/a.md", b"one")
    (tmp_path / "built").mkdir()
    (tmp_path / "built" / "link").symlink_to(tmp_path / "kept")
    remove(tmp_path / "built", ["link"])
    assert contents(tmp_path) == {"kept/a.md": "one"}


def test_a_linked_file_is_the_same_under_both_names(tmp_path: Path) -> None:
    write(tmp_path, "built/a.html", b"one")
    link(tmp_path / "built", tmp_path / "site" / "deep", ["a.html"])
    assert (tmp_path / "site" / "deep" / "a.html").samefile(tmp_path / "built" / "a.html")


def test_a_link_takes_the_place_of_the_file_that_has_the_name(tmp_path: Path) -> None:
    for name in ("built/a.html", "site/a.html"):
        write(tmp_path, name, name.encode())
    link(tmp_path / "built", tmp_path / "site", ["a.html"])
    assert (tmp_path / "site" / "a.html").read_text() == "built/a.html"


@pytest.mark.parametrize("number", [errno.EXDEV, errno.EPERM, errno.EMLINK], ids=errno.errorcode.get)
def test_where_no_second_name_can_be_had_a_file_is_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(*_names: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "link", refuse)
    write(tmp_path, "built/a.html", b"one")
    link(tmp_path / "built", tmp_path / "site", ["a.html"])
    assert contents(tmp_path) == {"built/a.html": "one", "site/a.html": "one"}
    assert not (tmp_path / "site" / "a.html").samefile(tmp_path / "built" / "a.html")


def test_a_file_that_is_not_there_cannot_be_linked(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        link(tmp_path, tmp_path / "site", ["a.html"])
