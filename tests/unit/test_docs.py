"""What the documentation says is there, and what is there the documentation says."""

import dataclasses
import re
import tomllib
from collections.abc import Iterator
from itertools import chain

import click
import pytest
import yaml

from generator import __version__
from generator.cli import main
from generator.config import Settings, load_config
from generator.render.collation_data import CollationData, DifferenceData, ReportData, SentenceData, SideData
from generator.render.data import FILES
from generator.render.language import translated

# `| `--strict` | meaning |`: the first cell of a row of a table.
ROW = re.compile(r"^\| (?P<first>`[^|]+`) \|(?P<rest>.*)\|$", re.MULTILINE)
CODE = re.compile(r"`([^`]+)`")
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)")
TARGET = re.compile(r"\bmake ([a-z]+)\b")

PAGES = [
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    *sorted(f"generator/docs/commands/{name}.md" for name in main.commands),
]
PAGES += [f"generator/docs/{name}.md" for name in ("architecture", "data", "languages", "pages", "settings", "topics")]


@pytest.fixture(params=sorted(main.commands))
def command(request):
    return main.commands[request.param]


@pytest.fixture
def page(root, command):
    """Text of the command's page."""
    return (root / "generator/docs/commands" / f"{command.name}.md").read_text("utf-8")


def settings_of(settings: object, prefix: str = "") -> Iterator[tuple[str, object]]:
    """Every setting with its default: `annotate.keywords.top`, 10."""
    for field in dataclasses.fields(settings):
        value = getattr(settings, field.name)
        if dataclasses.is_dataclass(value):
            yield from settings_of(value, f"{prefix}{field.name}.")
        else:
            yield f"{prefix}{field.name}", value


def rows(page: str) -> list[tuple[list[str], list[str]]]:
    """Code of the first cell, and of the others, of every row that begins with code."""
    return [(CODE.findall(row["first"]), CODE.findall(row["rest"])) for row in ROW.finditer(page)]


def test_every_command_has_a_page_and_every_page_a_command(root):
    assert {path.stem for path in (root / "generator/docs/commands").glob("*.md")} == set(main.commands)


def test_a_page_names_the_options_of_its_command_and_no_others(command, page):
    options = [option for option in command.params if isinstance(option, click.Option)]
    documented = {name.split()[0] for first, _ in rows(page) for name in first if name.startswith("-") and name != "-"}
    assert documented == {name for option in options for name in (*option.opts, *option.secondary_opts)}


def test_a_page_begins_with_its_command_and_what_its_help_says(command, page):
    assert page.startswith(f"# `digest {command.name}`\n\n")
    assert command.help
    assert " ".join(command.help.split()).partition(". ")[0].rstrip(".") in page


def test_a_page_names_the_arguments_of_its_command(command, page):
    arguments = [argument for argument in command.params if isinstance(argument, click.Argument)]
    assert [argument.name for argument in arguments if argument.name.upper() not in page] == []


def test_the_page_on_languages_names_all_there_are(root):
    page = (root / "generator/docs/languages.md").read_text("utf-8").partition("\n## ")[0]
    named = set(re.findall(r"`([a-z]{2}(?:-\w+)?)` \(", page))
    assert named == {"en", *translated()}


def test_the_page_on_data_names_every_file_and_every_field(root):
    page = (root / "generator/docs/data.md").read_text("utf-8")
    documented = {first[0]: set(rest) for first, rest in rows(page) if first[0].startswith("data/")}
    assert documented.keys() == {f"data/{name}.jsonl" for name in FILES}
    for name, kind in FILES.items():
        assert set(kind.__struct_fields__) <= documented[f"data/{name}.jsonl"]
    described = page.partition("## The collation of a story")[2].partition("\n## ")[0]
    for kind in (CollationData, ReportData, SentenceData, DifferenceData, SideData):
        assert {field for field in kind.__struct_fields__ if f"`{field}`" not in described} == set()


def test_the_settings_page_has_every_setting_with_its_default_and_no_others(root):
    page = (root / "generator/docs/settings.md").read_text("utf-8").partition("\n## ")[0]
    documented = {first[0]: rest[0] for first, rest in rows(page) if rest}
    said = {True: "true", False: "false"}
    assert documented == {
        name: said[default] if isinstance(default, bool) else str(default) for name, default in settings_of(Settings())
    }


def test_the_configuration_shows_every_setting_at_its_default(root):
    class Loader(yaml.SafeLoader):
        """Reads a `mkdocs.yml` with tags, of whose values nothing is needed."""

    Loader.add_multi_constructor("", lambda *_: None)
    shown = yaml.load((root / "mkdocs.yml").read_bytes(), Loader)["extra"]["digest"]  # noqa: S506 - a SafeLoader
    assert shown == dataclasses.asdict(Settings())
    assert load_config(root / "mkdocs.yml").settings == Settings()


@pytest.mark.parametrize("path", PAGES)
def test_links_inside_the_repository_lead_somewhere(root, path):
    file = root / path
    text = re.sub(r"^```.*?^```", "", file.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    assert [link for link in LINK.findall(text) if not (file.parent / link).exists()] == []


@pytest.mark.parametrize("path", PAGES)
def test_make_commands_that_are_spoken_of_exist(root, path):
    targets = set(re.findall(r"^([a-z]+):", (root / "Makefile").read_text("utf-8"), re.MULTILINE))
    code = " ".join(re.findall(r"`[^`]+`|^```.*?^```", (root / path).read_text("utf-8"), re.MULTILINE | re.DOTALL))
    assert set(TARGET.findall(code)) <= targets


def test_the_readme_names_every_make_command(root):
    makefile = (root / "Makefile").read_text("utf-8")
    readme = (root / "README.md").read_text("utf-8")
    described = re.findall(r"^([a-z]+):.* ## ", makefile, re.MULTILINE)
    assert [name for name in described if f"`make {name}`" not in readme and name != "help"] == []


def test_the_changelog_has_an_entry_for_this_version(root):
    changelog = (root / "CHANGELOG.md").read_text("utf-8")
    assert re.search(rf"^## \[?{re.escape(__version__)}\]?", changelog, re.MULTILINE)


def test_the_licences_of_all_direct_dependencies_are_named(root):
    with (root / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    asked = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    names = [re.match(r"[A-Za-z0-9._-]+", requirement)[0] for requirement in asked]
    contributing = (root / "CONTRIBUTING.md").read_text("utf-8")
    assert [name for name in names if f"| {name} |" not in contributing] == []
