"""The command as a user meets it: results on standard output, one line a problem, exit status."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.text import topic_key
from project import ROOT, fingerprints, make_project

NEWS = "Northport studies its lighthouse. The harbour board of Northport ordered a study of the old lighthouse."


def digest(*arguments: str | Path, cwd: Path = ROOT, given: str = "") -> subprocess.CompletedProcess[str]:
    """The command, run to its end."""
    command = [sys.executable, "-m", "generator", *map(str, arguments)]
    environment = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}
    return subprocess.run(
        command, cwd=cwd, input=given, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_a_new_folder_can_be_built_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    made = digest("new", folder)
    assert made.returncode == 0
    assert {str(path) for path in folder.rglob("*") if path.is_file()} == set(made.stdout.split("\n")[:-1])
    assert (folder / ".github" / "workflows" / "publish.yml").is_file()
    done = digest("build", "--strict", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "1 articles" in done.stdout
    assert (folder / "site" / "index.html").is_file()


def test_a_folder_with_anything_in_it_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear")
    done = digest("new", tmp_path)
    assert done.returncode == 1
    assert done.stderr == f"{tmp_path}: is not empty; name a new folder\n"
    assert fingerprints(tmp_path).keys() == {"letter.txt"}


def test_the_workflow_of_a_new_folder_uses_the_actions_that_ours_does() -> None:
    action = re.compile(r"uses: (actions/\S+@\w{40}) # (v[\d.]+)")
    own = {found for file in (ROOT / ".github/workflows").iterdir() for found in action.findall(file.read_text())}
    theirs = set(action.findall((ROOT / "site_templates/new/dot_github/workflows/publish.yml").read_text()))
    assert len(theirs) >= 5
    assert theirs <= own


def test_annotate_reads_json_lines_and_gives_ids_back_unchanged() -> None:
    given = "".join(json.dumps({"id": id_, "text": NEWS}) + "\n" for id_ in (7, "7a", "x/y.txt"))
    done = digest("annotate", "-", given=given)
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["id"] for line in lines] == [7, "7a", "x/y.txt"]
    for line in lines:
        assert line.keys() == {"id", "title", "date", "language", "sentences", "keywords", "names", "figures", "quotes"}
        assert [NEWS[each["start"] : each["end"]] for each in line["sentences"]] == NEWS.replace(". T", ".|T").split(
            "|"
        )
        for keyword in line["keywords"]:
            assert keyword.keys() == {"text", "score", "method", "spans"}
            for start, end in keyword["spans"]:
                assert topic_key(NEWS[start:end]) == topic_key(keyword["text"])


@pytest.mark.parametrize("top", [1, 3])
def test_annotate_gives_no_more_keywords_than_wanted(top: int) -> None:
    done = digest("annotate", "-", "--method", "yake", "--top", str(top), given=json.dumps({"id": "a", "text": NEWS}))
    assert len(json.loads(done.stdout)["keywords"]) == top


def test_spans_count_in_the_text_as_it_was_given() -> None:
    text = "The <em>harbour board</em> of Northport &amp; its lighthouse. The harbour board met."
    done = digest("annotate", "-", given=json.dumps({"id": "a", "text": text}))
    spans = {keyword["text"]: keyword["spans"] for keyword in json.loads(done.stdout)["keywords"]}
    assert [text[start:end] for start, end in spans["harbour board"]] == ["harbour board"] * 2


def test_annotate_reads_files_and_folders(tmp_path: Path) -> None:
    (tmp_path / "board").mkdir()
    (tmp_path / "board" / "one.txt").write_text(NEWS)
    (tmp_path / "two.md").write_text(f"# Two\n\n{NEWS}")
    done = digest("annotate", tmp_path / "board", tmp_path / "two.md")
    assert [json.loads(line)["title"] for line in done.stdout.splitlines()] == [
        "Northport studies its lighthouse",
        "Two",
    ]


def test_relate_says_copies_topics_and_related_with_reasons() -> None:
    texts = {
        "a": NEWS,
        "b": NEWS.upper(),
        "c": "Fishermen paid for a study of the old lighthouse tower of Northport.",
    }
    given = "".join(json.dumps({"id": id_, "text": text}) + "\n" for id_, text in texts.items())
    result = json.loads(digest("relate", "-", given=given).stdout)
    assert result.keys() == {"copies", "copied", "stories", "topics", "related"}
    assert result["copies"] == [["a", "b"]]
    assert result["copied"] == [{"id": "b", "of": "a", "kind": "exact", "shared": 1.0}]
    assert {"name", "kind", "variants", "articles"} == result["topics"][0].keys()
    (related,) = result["related"]["c"]
    assert related["id"] == "a"
    assert {reason["kind"] for reason in related["reasons"]} >= {"closest sentences"}


REPORTS = {
    "wire": "The harbour board of Northport raised ferry fares by 4% on Monday. Ada Keeper, who leads the board, said "
    "the money would pay for two new piers. Fishermen called the decision unfair.",
    "post": "On Monday the Northport harbour board raised ferry fares by 7%. The money would pay for two new piers, "
    "said Ada Keeper, who leads the board. The mayor was not asked.",
}


def test_collate_puts_reports_side_by_side() -> None:
    given = "".join(json.dumps({"id": id_, "text": text}) + "\n" for id_, text in REPORTS.items())
    result = json.loads(digest("collate", "-", given=given).stdout)
    assert result.keys() == {"articles", "sentences", "rows", "differences", "copies"}
    assert {each["id"] for each in result["articles"]} == REPORTS.keys()
    assert {id_: len(spans) for id_, spans in result["sentences"].items()} == {"wire": 3, "post": 3}
    rows = [tuple(sorted((id_, *numbers) for id_, numbers in row.items())) for row in result["rows"]]
    assert sorted(rows) == [(("post", 0), ("wire", 0)), (("post", 1), ("wire", 1)), (("post", 2),), (("wire", 2),)]
    (difference,) = result["differences"]
    assert difference["kind"] == "figure"
    for side in (difference["a"], difference["b"]):
        start, end = side["span"]
        assert REPORTS[side["id"]][start:end] == side["text"]
    assert {difference["a"]["text"], difference["b"]["text"]} == {"4%", "7%"}


def test_collate_compares_pairs_of_sentences() -> None:
    pairs = [
        {"id": 7, "a": "Fares rise by 4% in May.", "b": "Fares rise by 7% in May."},
        {"id": "same", "a": "Fares rise by 4% in May.", "b": "In May fares rise by 4 per cent."},
    ]
    done = digest("collate", "--pairs", "-", given="".join(json.dumps(pair) + "\n" for pair in pairs))
    first, second = map(json.loads, done.stdout.splitlines())
    assert (first["id"], [each["kind"] for each in first["differences"]]) == (7, ["figure"])
    assert second == {"id": "same", "differences": []}


def test_collate_names_the_line_that_is_no_pair() -> None:
    done = digest("collate", "--pairs", "-", given='{"id": 1, "a": "One."}\n')
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("-: line 1: is no pair of sentences")


def test_collate_takes_pairs_from_standard_input_only() -> None:
    assert digest("collate", "--pairs", "pairs.jsonl").returncode == 2


@pytest.mark.parametrize(
    ("given", "message"),
    [
        pytest.param("{", "-: line 1: is no valid JSON; correct the line, or delete it", id="broken"),
        pytest.param('{"id": 1, "text": ""}', "-: line 1:", id="without a word"),
    ],
)
def test_a_bad_line_is_one_line_and_exit_status_1(given: str, message: str) -> None:
    done = digest("annotate", "-", given=given + "\n" + json.dumps({"id": 2, "text": NEWS}))
    assert done.returncode == 1
    assert done.stderr.startswith(message)
    assert done.stderr.count("\n") == 1
    assert json.loads(done.stdout)["id"] == 2


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        pytest.param(("build", "-f", "nowhere.yml"), 1, "nowhere.yml: cannot be read", id="no configuration"),
        pytest.param(("build", "-s", "nowhere"), 1, "nowhere", id="no seeds"),
        pytest.param(("build", "--job", "x"), 2, "Usage: digest build", id="wrong option"),
        pytest.param(("annotate", "nowhere.txt"), 1, "nowhere.txt: is not there", id="no file"),
        pytest.param(("serve", "-a", "here"), 1, "--address: 'here' is no address", id="no address"),
        pytest.param(("bild",), 2, "Usage: digest", id="wrong command"),
    ],
)
def test_a_mistake_is_told_in_one_line_without_a_traceback(
    tmp_path: Path, arguments: tuple[str, ...], status: int, message: str
) -> None:
    config = make_project(tmp_path, {"a.txt": NEWS})
    done = digest(*arguments, cwd=config.root)
    assert done.returncode == status
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_a_wrong_setting_stops_the_build_in_one_line(tmp_path: Path) -> None:
    config = make_project(tmp_path, {"a.txt": NEWS})
    config.file.write_text(config.file.read_text().replace("seeds: seeds", "sedes: seeds"))
    done = digest("build", cwd=config.root)
    assert done.returncode == 1
    assert done.stderr == "mkdocs.yml: extra.digest: unknown setting 'sedes'; did you mean 'seeds'?\n"


def test_check_writes_nothing_and_says_what_is_wrong(tmp_path: Path) -> None:
    config = make_project(tmp_path, {"a.txt": NEWS, "empty.txt": ""})
    before = fingerprints(tmp_path)
    done = digest("check", cwd=config.root)
    assert done.returncode == 1
    assert "empty.txt" in done.stderr
    assert done.stdout == "1 articles, 1 problem(s)\n"
    assert fingerprints(tmp_path) == before


def test_a_build_says_what_it_has_cost_when_asked(tmp_path: Path) -> None:
    config = make_project(tmp_path, {"a.txt": NEWS})
    done = digest("build", "-v", cwd=config.root)
    assert [line.split()[0] for line in done.stderr.splitlines()] == [
        "phase", "read", "annotate", "relate", "collate", "render", "search", "publish",
    ]  # fmt: skip


def test_a_quiet_build_says_nothing(tmp_path: Path) -> None:
    config = make_project(tmp_path, {"a.txt": NEWS})
    done = digest("build", "-q", cwd=config.root)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


EXPLAINED = {
    "wire/ferry.txt": "The ferry of Mr Tam Orrin is late\n\nMr Tam Orrin runs the harbour ferry. The harbour ferry "
    "of Orrin is late in Northport. Nobody waits for the harbour ferry.",
    "post/toll.txt": "A toll on the harbour ferry\n\nThe harbour ferry of Northport has a toll, and Tam Orrin wants no "
    "toll on the harbour ferry. The toll is new.",
    "topics.yml": "ban: [toll]\nrename:\n  Northport: Northport (town)\n  Southport: Nowhere\n",
}


def explained(folder: Path, article: str) -> subprocess.CompletedProcess[str]:
    config = make_project(folder, EXPLAINED)
    return digest("explain", article, "-f", config.file)


@pytest.mark.parametrize("article", ["wire/ferry", "wire/ferry.txt"])
def test_explain_says_why_everything_of_an_article_is_there(tmp_path: Path, article: str) -> None:
    done = explained(tmp_path, article)
    assert done.returncode == 0
    text = " ".join(done.stdout.split())
    for part in (
        "wire/ferry: The ferry of Mr Tam Orrin is late",
        "topic: harbour ferry (2 articles)",
        "Tam Orrin person, since a title or role stands before it",
        "“Orrin”",
        "Northport (town) name, 2 articles",
        "'Northport' is the same: by the editor’s decision",
        "post/toll similarity",
        "closest sentences share",
    ):
        assert part in text, part


def test_explain_says_why_a_keyword_is_no_topic(tmp_path: Path) -> None:
    text = " ".join(explained(tmp_path, "post/toll").stdout.split())
    assert "topic: none, by the editor’s decision" in text


def test_explain_says_which_decisions_concern_nothing(tmp_path: Path) -> None:
    assert "topics.yml: line 4: there is no topic 'Southport'" in explained(tmp_path, "wire/ferry").stderr


def test_explain_of_what_is_no_article_is_one_line(tmp_path: Path) -> None:
    done = explained(tmp_path, "ferry")
    assert (done.returncode, done.stdout) == (1, "")
    assert "ferry: is no article; did you mean 'wire/ferry'?" in done.stderr


def test_relate_obeys_the_decisions_of_the_folders_it_reads(tmp_path: Path) -> None:
    make_project(tmp_path, EXPLAINED)
    done = digest("relate", tmp_path / "seeds")
    names = {topic["name"]: topic for topic in json.loads(done.stdout)["topics"]}
    assert names["Northport (town)"]["variants"] == ["Northport"]
    assert names["Tam Orrin"]["kind"] == "person"
    assert "toll" not in names
    assert "line 4" in done.stderr
