"""What results depend on besides their input is told apart by its content."""

from pathlib import Path

import pytest

from generator import versions
from generator.versions import code_key, files_key, libraries_key


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program of two parts and a module."""
    monkeypatch.setattr(versions, "PACKAGE", tmp_path)
    code_key.cache_clear()
    for name in ("reading/a.py", "reading/deep/b.py", "render/c.py", "model.py", "reading/note.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    yield tmp_path
    code_key.cache_clear()


def keys() -> tuple[bytes, bytes, bytes]:
    code_key.cache_clear()
    return code_key("reading"), code_key("render", "model"), code_key(".")


@pytest.mark.parametrize(
    ("file", "changed"),
    [
        pytest.param("reading/a.py", (True, False, True), id="a module"),
        pytest.param("reading/deep/b.py", (True, False, True), id="a module in a folder of the part"),
        pytest.param("reading/new.py", (True, False, True), id="a module more"),
        pytest.param("model.py", (False, True, True), id="a part that is one module"),
        pytest.param("reading/note.txt", (False, False, False), id="what is no program"),
    ],
)
def test_a_part_has_another_key_with(package: Path, file: str, changed: tuple[bool, ...]) -> None:
    before = keys()
    (package / file).write_text("changed")
    assert tuple(one != other for one, other in zip(before, keys(), strict=True)) == changed


def test_a_module_that_moves_gives_another_key(package: Path) -> None:
    before = keys()
    (package / "reading/a.py").rename(package / "reading/z.py")
    assert keys()[0] != before[0]


def test_a_part_that_is_not_there_is_an_error(package: Path) -> None:
    assert package.is_dir()
    with pytest.raises(FileNotFoundError):
        code_key("never")


def test_libraries_have_a_key_by_their_versions(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {"yake": "1", "lxml": "2"}
    monkeypatch.setattr(versions, "version", lambda name: known[name])
    before = libraries_key(["yake", "lxml"])
    known["lxml"] = "3"
    assert libraries_key(["yake", "lxml"]) != before
    assert libraries_key(["yake"]) != libraries_key(["lxml"])


def write(folder: Path, name: str, content: bytes) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)


def test_files_have_a_key_by_their_names_and_bytes(tmp_path: Path) -> None:
    found = set()
    for name, content in (("a.css", b"1"), ("a.css", b"2"), ("deep/b.css", b""), ("a.css", b"1")):
        write(tmp_path, name, content)
        found.add(files_key(tmp_path))
    assert len(found) == 4
    (tmp_path / "deep/b.css").unlink()
    assert files_key(tmp_path) in found


def test_what_python_leaves_beside_files_does_not_count(tmp_path: Path) -> None:
    write(tmp_path, "hook.py", b"1")
    before = files_key(tmp_path)
    write(tmp_path, "__pycache__/hook.pyc", b"2")
    assert files_key(tmp_path) == before


def test_a_folder_that_is_not_there_has_no_files(tmp_path: Path) -> None:
    assert files_key(tmp_path / "never") == files_key(tmp_path)


def test_where_a_folder_lies_does_not_count(tmp_path: Path) -> None:
    for folder in ("one", "other"):
        write(tmp_path / folder, "a.css", b"1")
    assert files_key(tmp_path / "one") == files_key(tmp_path / "other")
