import threading
from pathlib import Path

import pytest

from generator import swap
from generator.errors import DigestError
from generator.swap import MARKER, locked, prepare, publish


def build(site: Path, content: str) -> None:
    new = prepare(site)
    (new / MARKER).write_text("{}")
    (new / "index.html").write_text(content)
    publish(new, site)


@pytest.fixture(params=["exchange", "renames"])
def site(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for a site, on a system that can exchange folders and on one that cannot."""
    if request.param == "renames":
        monkeypatch.setattr(swap, "_exchange", lambda _one, _other: False)
    return tmp_path / "site"


def test_the_first_build_is_published(site: Path) -> None:
    build(site, "one")
    assert (site / "index.html").read_text() == "one"


def test_the_next_build_takes_the_place_of_the_last_and_leaves_nothing(site: Path) -> None:
    build(site, "one")
    build(site, "two")
    assert (site / "index.html").read_text() == "two"
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_left_overs_of_a_killed_build_are_cleared(site: Path) -> None:
    build(site, "one")
    (prepare(site) / "half").write_text("")
    build(site, "two")
    assert [path.name for path in site.parent.iterdir()] == ["site"]
    assert not (site / "half").exists()


def test_a_build_killed_between_two_renames_is_put_right(site: Path) -> None:
    build(site, "one")
    site.rename(site.parent / ".site.old")
    prepare(site)
    assert (site / "index.html").read_text() == "one"


def test_this_system_can_exchange_folders(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    if not swap._exchange(tmp_path / "one", tmp_path / "two"):
        pytest.skip("this file system cannot exchange folders")
    assert (tmp_path / "one" / "two").exists()


def test_a_folder_of_somebody_else_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("dear")
    with pytest.raises(DigestError, match="name another folder with -d"):
        prepare(tmp_path)
    assert (tmp_path / "letters.txt").exists()


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    build(tmp_path / "site", "one")
    assert (tmp_path / "site" / "index.html").exists()


def test_a_link_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "site").symlink_to(tmp_path)
    with pytest.raises(DigestError, match="is no folder"):
        prepare(tmp_path / "site")


def test_the_second_build_waits_and_says_so(tmp_path: Path) -> None:
    said: list[str] = []
    order: list[str] = []
    waiting = threading.Event()

    def second() -> None:
        with locked(tmp_path / "site", lambda text: (said.append(text), waiting.set())):
            order.append("second")

    with locked(tmp_path / "site", said.append):
        thread = threading.Thread(target=second)
        thread.start()
        assert waiting.wait(10)
        order.append("first")
    thread.join(10)
    assert order == ["first", "second"]
    assert said == ["waiting for another build that uses site"]
