import threading
from pathlib import Path

import pytest

from generator import swap
from generator.errors import DigestError
from generator.swap import MARKER, exchange, locked, prepare, spare


def build(site: Path, content: str) -> None:
    new = prepare(site)
    (new / MARKER).write_text("{}")
    (new / "index.html").write_text(content)
    exchange(new, site)


@pytest.fixture(params=["exchange", "renames"])
def site(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for a site, on a system that can exchange folders and on one that cannot."""
    if request.param == "renames":
        monkeypatch.setattr(swap, "_exchange", lambda _one, _other: False)
    return tmp_path / "site"


def test_the_first_build_is_published(site: Path) -> None:
    build(site, "one")
    assert (site / "index.html").read_text() == "one"


def test_the_next_build_takes_the_place_of_the_last_which_stays_beside_it(site: Path) -> None:
    build(site, "one")
    build(site, "two")
    assert (site / "index.html").read_text() == "two"
    assert (spare(site) / "index.html").read_text() == "one"
    assert sorted(path.name for path in site.parent.iterdir()) == [".site.spare", "site"]


def test_the_one_before_is_what_the_next_is_made_of(site: Path) -> None:
    build(site, "one")
    build(site, "two")
    assert (prepare(site) / "index.html").read_text() == "one"


def test_a_folder_with_a_name_that_begins_with_a_dot_has_its_spare_beside_it(tmp_path: Path) -> None:
    assert spare(tmp_path / ".site") == tmp_path / ".site.spare"


def test_a_build_killed_between_two_renames_is_put_right(site: Path) -> None:
    build(site, "one")
    site.rename(site.parent / ".site.old")
    (site.parent / ".site.spare").mkdir(exist_ok=True)
    prepare(site)
    assert (site / "index.html").read_text() == "one"
    build(site, "two")
    assert (site / "index.html").read_text() == "two"


@pytest.mark.parametrize("renames", [0, 1, 2])
def test_a_build_killed_between_any_two_renames_leaves_a_whole_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, renames: int
) -> None:
    site, left = tmp_path / "site", [renames]
    build(site, "one")
    build(site, "two")
    rename = Path.rename

    def dying(self: Path, target: Path) -> Path:
        if not left[0]:
            raise KeyboardInterrupt
        left[0] -= 1
        return rename(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(swap, "_exchange", lambda _one, _other: False)
        patched.setattr(Path, "rename", dying)
        with pytest.raises(KeyboardInterrupt):
            build(site, "three")
    prepare(site)
    assert (site / "index.html").read_text() == ("three" if renames == 2 else "two")
    assert (site / MARKER).exists()


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
