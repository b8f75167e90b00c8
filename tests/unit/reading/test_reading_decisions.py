"""`topics.yml`: what an editor decides, read line by line."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model import Decision, DecisionKind
from generator.reading.decisions import read_decisions
from generator.reading.folder import list_files

ALL = """\
# What the machine does not know.
merge:
  - [antitrust, anti-monopoly]
  - - harbour dues
    - toll
rename:
  Old Name: New Name
split:
  Tam Orrin:
    Tam Orrin (singer): [choir/song]
    Orrin (river): Orrin
ban:
  - price
  - 2020
always: [landing charge]
"""


def read(folder: Path, text: str | bytes) -> tuple[tuple[Decision, ...], list[str]]:
    data = text.encode() if isinstance(text, str) else text
    (folder / "topics.yml").write_bytes(data)
    decisions, problems = read_decisions(folder)
    assert all(problem.file == "topics.yml" and problem.mend for problem in problems)
    return decisions, [f"{problem.place}: {problem.what}" for problem in problems]


def test_every_decision_is_read_with_its_line(tmp_path: Path) -> None:
    decisions, problems = read(tmp_path, ALL)
    assert problems == []
    assert [(one.place, one.kind, one.name, one.to, one.parts) for one in decisions] == [
        ("line 3", DecisionKind.MERGE, "antitrust", "", ("antitrust", "anti-monopoly")),
        ("line 4", DecisionKind.MERGE, "harbour dues", "", ("harbour dues", "toll")),
        ("line 7", DecisionKind.RENAME, "Old Name", "New Name", ()),
        ("line 10", DecisionKind.SPLIT, "Tam Orrin", "Tam Orrin (singer)", ("choir/song",)),
        ("line 11", DecisionKind.SPLIT, "Tam Orrin", "Orrin (river)", ("Orrin",)),
        ("line 13", DecisionKind.BAN, "price", "", ()),
        ("line 14", DecisionKind.BAN, "2020", "", ()),
        ("line 15", DecisionKind.ALWAYS, "landing charge", "", ()),
    ]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "ban:\nmerge: \n", "\ufeffban: []\n"])
def test_a_file_that_decides_nothing_is_no_problem(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == ((), [])


def test_no_file_is_no_problem(tmp_path: Path) -> None:
    assert read_decisions(tmp_path) == ((), ())


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("ban: [a\n", "line 2: is no valid YAML", id="broken YAML"),
        pytest.param("- a\n", "line 1: has to be a mapping", id="a list"),
        pytest.param("bans: [a]\n", "line 1: 'bans' is no decision", id="an unknown key"),
        pytest.param("merge: [[a]]\n", "line 1: is no list of two forms or more", id="a merge of one"),
        pytest.param("merge: [a, b]\n", "line 1: 'a' is no list of two forms or more", id="a merge without lists"),
        pytest.param("rename: {a: }\n", "line 1: 'a' is no name with another", id="a rename to nothing"),
        pytest.param("split:\n  a:\n", "line 2: 'a' names nothing to split off", id="a split of nothing"),
        pytest.param("split: {a: {b: []}}\n", "line 1: 'b' names nothing to take out", id="an empty split"),
        pytest.param("ban: [[a]]\n", "line 1: is no text", id="a list in a list"),
        pytest.param(b"ban: [\xff]\n", ": is not in UTF-8", id="other bytes"),
        pytest.param("[" * 5000, ": is nested too deep", id="depth"),
    ],
)
def test_what_cannot_be_read_is_one_line(tmp_path: Path, text: str | bytes, problem: str) -> None:
    decisions, (first, *_) = read(tmp_path, text)
    assert decisions == ()
    assert first == problem


def test_the_others_go_on(tmp_path: Path) -> None:
    decisions, problems = read(tmp_path, "merge: [[a]]\nban: [b]\nfoo: 1\nalways: [c]\n")
    assert [one.name for one in decisions] == ["b", "c"]
    assert len(problems) == 2


@given(st.text() | st.binary() | st.text(alphabet="merg ban:[]{}\n-&*a!|>'\"", max_size=80).map("merge: ".__add__))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_file_gives_decisions_and_problems(tmp_path: Path, text: str | bytes) -> None:
    data = text.encode("utf-8", "replace") if isinstance(text, str) else text
    decisions, _ = read(tmp_path, data)
    assert all(one.name for one in decisions)


def test_the_file_is_no_article_but_one_further_down_is_an_unknown_file(tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    for name in ("topics.yml", "desk/topics.yml", "a.txt"):
        (tmp_path / name).write_text("ban: [a]")
    files, problems = list_files(tmp_path)
    assert files == ("a.txt",)
    assert [problem.file for problem in problems] == ["desk/topics.yml"]
