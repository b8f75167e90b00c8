"""The published folder is at every moment one whole site, and only what has changed is touched in it."""

import hashlib
import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator import swap
from generator.errors import DigestError
from generator.site import publishing
from generator.site.files import names, remove, write
from generator.site.ledger import Ledger, Row
from generator.site.publishing import build_id, id_of, publish
from generator.swap import MARKER, spare

Site = Mapping[str, str]

SITES: tuple[Site, ...] = (
    {"index.html": "one", "a/index.html": "one", "b/index.html": "same", "old/index.html": "old"},
    {"index.html": "two", "a/index.html": "two", "b/index.html": "same"},
    {"index.html": "three", "a/index.html": "two", "b/index.html": "same", "new/index.html": "new"},
    {"index.html": "four", "a/index.html": "two", "b/index.html": "same", "new/index.html": "new"},
)


class Work:
    """A folder in which sites are built and from which they are published."""

    def __init__(self, folder: Path) -> None:
        self.built, self.site = folder / "built", folder / "site"
        self.ledger = Ledger(folder / "built.sqlite3")

    def build(self, site: Site) -> None:
        """Brings the built folder to what the site is."""
        hashes = {name: hashlib.sha256(content.encode()).digest() for name, content in site.items()}
        before = self.ledger.contents()
        gone = before.keys() - hashes.keys()
        new = [name for name in site if before.get(name) != hashes[name]]
        self.ledger.strike([*gone, *new])
        remove(self.built, gone)
        for name in new:
            write(self.built, name, site[name].encode())
        self.ledger.enter([Row(name, "page", b"", hashes[name]) for name in new])

    def publish(self) -> None:
        before, contents = self.ledger.fact("build").decode(), self.ledger.contents()
        after = build_id(contents)
        self.ledger.add_step(before, after)
        self.ledger.note({"build": after.encode()})
        publish(self.built, contents, b'{"build": "%s"}' % after.encode(), self.ledger.steps(), self.site)

    def all(self, site: Site) -> None:
        self.build(site)
        self.publish()


@pytest.fixture
def work(tmp_path: Path) -> Work:
    return Work(tmp_path)


def shown(folder: Path) -> dict[str, str]:
    return {name: (folder / name).read_text() for name in names(folder) if name != MARKER}


def test_each_build_is_published_as_it_is(work: Work) -> None:
    for site in (*SITES, *SITES[::-1]):
        work.all(site)
        assert shown(work.site) == site


def test_files_that_stay_the_same_are_not_touched(work: Work) -> None:
    work.all(SITES[0])
    work.all(SITES[1])
    spared = {name: (spare(work.site) / name).stat().st_ino for name in shown(spare(work.site))}
    times = (spare(work.site) / "b/index.html").stat().st_mtime_ns, (spare(work.site) / "b").stat().st_mtime_ns
    work.all(SITES[2])
    assert (work.site / "b/index.html").stat().st_ino == spared["b/index.html"]
    assert ((work.site / "b/index.html").stat().st_mtime_ns, (work.site / "b").stat().st_mtime_ns) == times
    assert (work.site / "index.html").stat().st_ino != spared["index.html"]


def test_only_what_the_last_two_builds_changed_is_linked(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    for site in SITES[:3]:
        work.all(site)
    linked = counted(monkeypatch)
    work.all(SITES[3])
    # Beside the site lies that of two builds before: what has changed since then.
    assert sorted(linked) == ["index.html", "new/index.html"]


def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the files that are linked from now on."""
    linked: list[str] = []
    link = publishing.link

    def counting(source: Path, target: Path, names: list[str]) -> None:
        linked.extend(names)
        link(source, target, names)

    monkeypatch.setattr(publishing, "link", counting)
    return linked


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda work: (spare(work.site) / MARKER).unlink(), id="the one beside it is not whole"),
        pytest.param(lambda work: (spare(work.site) / MARKER).write_text("{"), id="its mark cannot be read"),
        pytest.param(
            lambda work: (spare(work.site) / MARKER).write_text('{"build": "another"}'), id="it is another build"
        ),
        pytest.param(lambda work: work.ledger.note({"steps": b""}), id="what was changed is not known"),
        pytest.param(lambda work: remove(spare(work.site), names(spare(work.site))), id="it is empty"),
    ],
)
def test_where_it_is_not_known_what_changed_all_is_linked_again(
    work: Work, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[Work], object]
) -> None:
    work.all(SITES[0])
    work.all(SITES[1])
    (spare(work.site) / "left over.html").write_text("of a build that died")
    spoil(work)
    linked = counted(monkeypatch)
    work.all(SITES[2])
    assert shown(work.site) == SITES[2]
    assert sorted(linked) == sorted(SITES[2])


def test_where_no_second_name_can_be_had_the_site_is_a_copy(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_names: object) -> None:
        raise OSError("another disk")

    monkeypatch.setattr(os, "link", refuse)
    for site in SITES:
        work.all(site)
        assert shown(work.site) == site
    assert (work.site / "index.html").stat().st_nlink == 1


def test_the_next_build_does_not_change_what_is_published(work: Work) -> None:
    work.all(SITES[0])
    work.build(SITES[1])
    assert shown(work.site) == SITES[0]


@pytest.mark.parametrize("exchanges", [True, False], ids=["exchange", "renames"])
@pytest.mark.parametrize("steps", range(16))
def test_a_build_killed_at_any_step_leaves_one_whole_site_and_the_next_is_right(
    work: Work, monkeypatch: pytest.MonkeyPatch, steps: int, *, exchanges: bool
) -> None:
    if not exchanges:
        monkeypatch.setattr(swap, "_exchange", lambda _one, _other: False)
    for site in SITES[:3]:
        work.all(site)
    work.build(SITES[3])
    has_died = False
    with monkeypatch.context() as patched:
        left = [steps]
        for place, name in DEADLY:
            patched.setattr(place, name, dying(getattr(place, name), left))
        try:
            work.publish()
        except KeyboardInterrupt:
            has_died = True
    if not work.site.exists():  # between two renames, which the next build puts right first of all
        assert not exchanges
        swap.prepare(work.site)
    assert shown(work.site) in ([SITES[2], SITES[3]] if has_died else [SITES[3]])
    assert id_of(work.site)
    work.all(SITES[1])
    assert shown(work.site) == SITES[1]
    work.all(SITES[0])
    assert shown(work.site) == SITES[0]


DEADLY = (
    (publishing, "link"), (publishing, "remove"), (publishing, "prepare"), (publishing, "exchange"),
    (Path, "unlink"), (Path, "write_bytes"), (Path, "rename"), (Path, "mkdir"), (swap, "_exchange"),
)  # fmt: skip


def dying(function: Callable, left: list[int]) -> Callable:
    """The function, which dies when it is its turn."""

    def called(*args: object, **named: object) -> object:
        left[0] -= 1
        if left[0] == -1:
            raise KeyboardInterrupt
        return function(*args, **named)

    return called


def test_a_folder_of_somebody_else_is_never_replaced(work: Work) -> None:
    work.site.mkdir()
    (work.site / "letters.txt").write_text("dear")
    work.build(SITES[0])
    with pytest.raises(DigestError, match="name another folder with -d"):
        work.publish()
    assert shown(work.site) == {"letters.txt": "dear"}


def test_the_id_of_a_site_is_of_its_names_and_bytes() -> None:
    ids = [{"a": b"1"}, {"a": b"2"}, {"b": b"1"}, {"a": b"1", "b": b"1"}, {}]
    assert len({build_id(one) for one in ids}) == len(ids)
    assert build_id({"a": b"1"}) == build_id({"a": b"1"})


def test_a_folder_without_a_mark_has_no_id(tmp_path: Path) -> None:
    assert id_of(tmp_path) == id_of(tmp_path / "never made") == ""
