import os

import pytest
from wellformed import check_all

from generator.model import Problem
from generator.reading.files import location
from generator.reading.folder import list_files, read_file, without_doubles


@pytest.fixture
def seeds(tmp_path):
    folder = tmp_path / "seeds"
    (folder / "wire").mkdir(parents=True)
    (folder / "b.txt").write_text("Some words.")
    (folder / "wire" / "a.MD").write_text("Some words.")
    return folder


def what(problems):
    return {problem.file: problem.what for problem in problems}


def test_article_files_are_listed_by_path(seeds):
    assert list_files(seeds) == (("b.txt", "wire/a.MD"), ())


def test_hidden_files_and_the_editors_files_are_passed_over(seeds):
    for name in (".git/a.txt", ".hidden.txt", "topics.yml"):
        (seeds / name).parent.mkdir(exist_ok=True)
        (seeds / name).write_text("x")
    assert list_files(seeds) == (("b.txt", "wire/a.MD"), ())


def test_every_other_file_is_a_problem(seeds, tmp_path):
    (tmp_path / "outside.txt").write_text("secret")
    (seeds / "c.docx").write_text("x")
    (seeds / "out.txt").symlink_to(tmp_path / "outside.txt")
    (seeds / "up").symlink_to(tmp_path)
    (seeds / "round").symlink_to(seeds / "wire")
    (seeds / "gone.txt").symlink_to(seeds / "nowhere")
    (seeds / "in.txt").symlink_to(seeds / "b.txt")
    os.mkfifo(seeds / "pipe.txt")
    files, problems = list_files(seeds)
    assert files == ("b.txt", "in.txt", "wire/a.MD")
    assert all(problem.left_out for problem in problems)
    assert what(problems) == {
        "c.docx": "has an ending that is not read",
        "gone.txt": "is a link that leads nowhere",
        "out.txt": "is a link that leads out of the folder",
        "pipe.txt": "is no file",
        "round": "is a link to a folder and not followed",
        "up": "is a link that leads out of the folder",
    }


def test_a_file_that_is_no_longer_fit_is_not_read(seeds, tmp_path):
    (tmp_path / "outside.txt").write_text("secret")
    (seeds / "out.txt").symlink_to(tmp_path / "outside.txt")
    os.mkfifo(seeds / "pipe.txt")
    for name in ("out.txt", "pipe.txt", "gone.txt", "../outside.txt"):
        [problem] = check_all(read_file(seeds, name))
        assert problem.left_out


@pytest.mark.parametrize(
    "name", [b"two\nlines.txt", b"bytes\xff.txt", b"back\\slash.txt", b"\\x0a.txt", "ü \u202e.txt".encode()]
)
def test_any_name_is_a_line_of_text_and_leads_back(seeds, name):
    with open(os.path.join(os.fsencode(seeds), name), "wb") as file:  # noqa: PTH118, PTH123 - names that Path has no text for
        file.write(b"Some words.")
    [path] = [path for path in list_files(seeds)[0] if path not in ("b.txt", "wire/a.MD")]
    path.encode()
    assert path.isprintable()
    assert os.fsencode(location(seeds, path).name) == name
    [article] = check_all(read_file(seeds, path))
    assert (article.path, article.id) == (path, path.removesuffix(".txt"))


def test_source_is_the_folder(seeds):
    [in_folder] = read_file(seeds, "wire/a.MD")
    [at_top] = read_file(seeds, "b.txt")
    assert (in_folder.source, at_top.source) == ("wire", "unknown")


def test_the_second_article_with_an_id_is_a_problem(seeds):
    (seeds / "b.html").write_text("<p>Other words.")
    items = list(without_doubles(item for name in ("b.html", "b.txt") for item in read_file(seeds, name)))
    assert items[1] == Problem("b.txt", "", "has the id 'b' of b.html", "give one of them another id", left_out=True)


def test_a_folder_that_is_missing_is_said(tmp_path):
    files, [problem] = list_files(tmp_path / "nowhere")
    assert (files, problem.file) == ((), "nowhere")
