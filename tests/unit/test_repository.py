"""What has to hold for the repository as a whole: its lock files, its workflows, what lies in it."""

import ast
import importlib.metadata
import re
import subprocess
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain, combinations
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements-build.txt", "requirements.txt", "requirements-cluster.txt", "requirements-dev.txt")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"]
OWN_WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
WORKFLOWS = [*OWN_WORKFLOWS, *sorted((ROOT / "site_templates/new").rglob("workflows/*.yml"))]
"""Ours, and those that `digest new` gives."""

# fmt: off
TOP = {
    ".ci", ".github", ".gitignore", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "README.md", "generator",
    "mkdocs.yml", "pyproject.toml", *LOCKS, "seeds", "site_templates", "tests",
}
# fmt: on
"""All that lies in the top folder."""

# Put together here, so that this file does not name them.
REGISTRIES = tuple(
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("deb", "debian", "org"),
    )
)

WRITES = {"publish": {"pages": "write", "id-token": "write"}}
"""Jobs that may write, and what."""


def tracked() -> list[Path]:
    """The files that are, or would be, in the repository."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("no git repository: nothing says which files belong to it")
    files = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    return [file for file in files if file.is_file()]


def requirements(lock: str) -> list[str]:
    """The entries of a lock file, each in one line."""
    text = (ROOT / lock).read_text("utf-8").replace("\\\n", " ")
    return [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]


def versions(lock: str) -> dict[str, set[str]]:
    """The versions of each package of a lock file: several where another holds for another Python."""
    found = defaultdict(set)
    for line in requirements(lock):
        name, _, version = line.split()[0].partition("==")
        found[name].add(version)
    return found


def canonical(name: str) -> str:
    """The one spelling of a package's name."""
    return re.sub(r"[-_.]+", "-", name).lower()


def requirement(text: str) -> str:
    """The package that a requirement asks for."""
    return canonical(re.match(r"[\w.-]+", text)[0])


def imports(path: Path) -> Iterator[str]:
    """The top-level packages that a module imports."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield str(node.module).partition(".")[0]


@pytest.fixture(params=WORKFLOWS, ids=lambda path: path.name)
def workflow(request):
    return yaml.load(request.param.read_bytes(), yaml.BaseLoader)  # noqa: S506 - strings only


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_every_package_with_hashes(lock):
    entry = re.compile(r"[a-z0-9-]+==\S+( ; .+?)?( +--hash=sha256:[0-9a-f]{64})+\s*")
    assert requirements(lock)
    assert [line for line in requirements(lock) if not entry.fullmatch(line)] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_says_nothing_of_where_packages_come_from(lock):
    text = (ROOT / lock).read_text("utf-8")
    assert re.findall(r"\w+://\S+|--(?:extra-)?index\S*|--find-links\S*", text) == []


def test_the_locks_agree():
    found = [versions(lock) for lock in LOCKS]
    shared = {name for one, other in combinations(found, 2) for name in one.keys() & other.keys()}
    assert [name for name in shared if len({frozenset(each[name]) for each in found if name in each}) > 1] == []


def test_a_lock_has_all_that_the_project_asks_for():
    locked = set().union(*map(versions, LOCKS))
    groups = PROJECT["dependency-groups"].values()
    asked = PROJECT["project"]["dependencies"] + [each for group in groups for each in group if isinstance(each, str)]
    assert {requirement(each) for each in asked} - locked == set()


def test_an_extra_has_a_lock_of_its_own_and_is_there_for_tests():
    for name, asked in EXTRAS.items():
        assert PROJECT["dependency-groups"][name] == asked
        assert {"include-group": name} in PROJECT["dependency-groups"]["test"]
        assert {requirement(each) for each in asked} <= versions(f"requirements-{name}.txt").keys()
        assert {requirement(each) for each in asked} & versions("requirements.txt").keys() == set()


def test_every_library_that_is_imported_is_asked_for():
    asked = {requirement(each) for each in [*PROJECT["project"]["dependencies"], *chain(*EXTRAS.values())]}
    providers = importlib.metadata.packages_distributions()
    imported = {name for path in (ROOT / "generator").rglob("*.py") for name in imports(path)} - sys.stdlib_module_names
    missing = {name for name in imported if not asked & {canonical(each) for each in providers.get(name, ())}}
    assert missing - {"generator"} == set()


def test_no_workflow_has_permissions_of_its_own(workflow):
    assert workflow["permissions"] == {}


def test_jobs_read_and_only_publishing_writes(workflow):
    for name, job in workflow["jobs"].items():
        writes = {scope: access for scope, access in job["permissions"].items() if access != "read"}
        assert writes == WRITES.get(name, {})


def test_jobs_end_by_themselves(workflow):
    assert [name for name, job in workflow["jobs"].items() if "steps" in job and "timeout-minutes" not in job] == []


def test_actions_are_pinned_by_commit_with_their_version_beside():
    pinned = re.compile(r"(\$/\S+|[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)")
    used = [line for path in WORKFLOWS for line in re.findall(r"uses: *(.+)", path.read_text("utf-8"))]
    assert used
    assert [line for line in used if not pinned.fullmatch(line)] == []


def test_one_action_has_one_version():
    used = {line for path in WORKFLOWS for line in re.findall(r"uses: *(\w\S+)", path.read_text("utf-8"))}
    assert len({line.partition("@")[0] for line in used}) == len(used)


@pytest.mark.parametrize("path", OWN_WORKFLOWS, ids=lambda path: path.name)
def test_steps_of_our_own_are_make_commands(path):
    jobs = yaml.load(path.read_bytes(), yaml.BaseLoader)["jobs"]  # noqa: S506 - strings only
    run = [step["run"] for job in jobs.values() for step in job.get("steps", ()) if "run" in step]
    assert [command for command in run if not re.fullmatch(r"make [a-z]+", command)] == []


def test_checkouts_leave_no_credentials_behind(workflow):
    steps = [step for job in workflow["jobs"].values() for step in job.get("steps", ())]
    checkouts = [step for step in steps if step.get("uses", "").startswith("actions/checkout@")]
    assert [step for step in checkouts if step.get("with", {}).get("persist-credentials") != "false"] == []


def test_only_known_names_lie_in_the_top_folder():
    assert {file.relative_to(ROOT).parts[0] for file in tracked()} - TOP == set()


def test_no_two_test_files_have_one_name():
    """They would be one module to pytest, which refuses the second."""
    names = Counter(path.name for path in (ROOT / "tests").rglob("test_*.py"))
    assert [name for name, number in names.items() if number > 1] == []


def test_no_file_names_a_registry():
    found = [
        f"{file.relative_to(ROOT)}: {host}"
        for file in tracked()
        for host in REGISTRIES
        if host.encode() in file.read_bytes()
    ]
    assert found == []


def test_ci_runs_the_test_command_of_the_readme():
    assert "make test" in (ROOT / ".ci/run").read_text("utf-8")
    assert "make test" in (ROOT / "README.md").read_text("utf-8")
