"""A real Dask cluster on this machine: a scheduler and its workers, each a process of its own."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from cluster_work import deadly, double, refused, unsayable
from generator.cli import main
from generator.errors import DigestError
from generator.workers import cluster as clusters
from generator.workers import workers
from generator.workers.cluster import Cluster, differences
from project import ROOT, built, fingerprints, make_project

HERE = Path(__file__).parent
LONG = 120.0
"""Seconds after which something that should happen is given up."""
SEEDS = {
    f"board/{number:02}.txt": f"Northport studies lighthouse {number}\n\nThe harbour board of Northport ordered "
    f"a study of lighthouse {number}, which costs {number} million crowns. “It leans”, said Ada Quill."
    for number in range(12)
}


def until(found: Callable[[], object]) -> None:
    """Waits for something to be found."""
    end = time.monotonic() + LONG
    while not found():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.02)


class Machines:
    """A scheduler and its workers."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._folder = folder
        self._stack = stack
        told = folder / "scheduler.json"
        self.scheduler = self._start("scheduler", "--port", "0", "--scheduler-file", told)
        until(lambda: told.exists() and told.read_text().endswith("}"))
        self.address = json.loads(told.read_text())["address"]

    def worker(self, name: str, *options: str | Path, **environment: str) -> subprocess.Popen[bytes]:
        """One worker more, once the scheduler knows it."""
        where = (self.address, "--nthreads", "1", "--no-nanny", "--local-directory", self._folder / name)
        process = self._start(name, *where, *options, **environment)
        until(lambda: b"Registered to" in (self._folder / f"{name}.log").read_bytes())
        return process

    def _start(self, name: str, *arguments: str | Path, **environment: str) -> subprocess.Popen[bytes]:
        kind = "scheduler" if name == "scheduler" else "worker"
        common = ("--host", "127.0.0.1", "--no-dashboard", "--dashboard-address", "127.0.0.1:0")
        command = [sys.executable, "-m", "dask", kind, *common, *arguments]
        paths = os.pathsep.join([environment.pop("first", ""), str(HERE), str(HERE.parent), str(ROOT)])
        log = self._stack.enter_context((self._folder / f"{name}.log").open("wb"))
        process = subprocess.Popen(
            command, stdout=log, stderr=log, cwd=self._folder, env=os.environ | {"PYTHONPATH": paths} | environment
        )
        self.ends(process)
        return process

    def ends(self, process: subprocess.Popen[bytes]) -> None:
        """Has the process end at the latest when the machines do."""
        self._stack.callback(process.communicate)
        self._stack.callback(process.kill)


@contextmanager
def machines(folder: Path) -> Iterator[Machines]:
    with ExitStack() as stack:
        yield Machines(folder, stack)


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    """A cluster of two workers, which no test may kill."""
    with machines(tmp_path_factory.mktemp("two")) as found:
        for name in ("first", "second"):
            found.worker(name)
        yield found


def refusal(address: str) -> str:
    """What a user is told who asks for a cluster that cannot be used."""
    with pytest.raises(DigestError) as caught, workers(1, address):
        pass
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_cluster_gives_results_in_the_order_of_the_things_and_says_what_they_cost(two: Machines) -> None:
    with workers(1, two.address) as crew:
        for number in (0, 3, 1000):
            assert list(crew.map(double, range(number))) == [2 * each for each in range(number)]
            assert list(crew.map(double, iter(range(number)))) == [2 * each for each in range(number)]
        assert crew.usage().cpu > 0
        assert crew.usage().peak > 2**20


def test_an_error_of_the_function_comes_through(two: Machines) -> None:
    with workers(1, two.address) as crew, pytest.raises(ValueError, match="0"):
        list(crew.map(refused, range(3)))


def test_an_error_that_cannot_be_sent_is_an_error_still(two: Machines) -> None:
    with workers(1, two.address) as crew, pytest.raises(Exception, match="broken"):
        list(crew.map(unsayable, range(3)))


def test_work_that_workers_die_of_is_one_line(two: Machines) -> None:
    with workers(1, two.address) as crew, pytest.raises(DigestError, match="one worker after the other dies"):
        list(crew.map(deadly, range(3)))


def test_a_build_of_which_a_worker_dies_in_the_middle_gives_the_same_bytes_as_one_without(tmp_path: Path) -> None:
    alone, shared = (make_project(tmp_path / name, SEEDS) for name in ("alone", "shared"))
    at_work = tmp_path / "at-work"
    with machines(tmp_path) as found:
        found.worker("steady")
        unlucky = found.worker("unlucky", "--preload", HERE / "stumble.py", DIGEST_STUMBLE=str(at_work))
        command = [sys.executable, "-m", "generator", "build", "--cluster", found.address, "--jobs", "1"]
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        build = subprocess.Popen(command, cwd=shared.root, env=environment, stderr=subprocess.PIPE)
        found.ends(build)
        built(alone)
        until(lambda: at_work.exists() or build.poll() is not None)
        assert int(at_work.read_text()) == unlucky.pid
        unlucky.send_signal(signal.SIGKILL)
        _, said = build.communicate(timeout=LONG)
        assert (build.returncode, said) == (0, b"")
    assert fingerprints(shared.site_dir) == fingerprints(alone.site_dir)
    assert fingerprints(shared.work / "docs") == fingerprints(alone.work / "docs")


@pytest.mark.parametrize("command", ["annotate", "relate"])
def test_stages_on_a_cluster_give_the_same_bytes(two: Machines, tmp_path: Path, command: str) -> None:
    config = make_project(tmp_path, SEEDS)
    done = [
        CliRunner().invoke(main, [command, str(config.seeds), *options])
        for options in (["--jobs", "1"], ["--cluster", two.address])
    ]
    assert done[0].stdout_bytes == done[1].stdout_bytes != b""
    assert [(each.exit_code, each.stderr) for each in done] == [(0, ""), (0, "")]


@pytest.mark.parametrize("address", ["here", "127.0.0.1", "127.0.0.1:99999", "tcp://:x", "a b:8786:1"])
def test_what_is_no_address_is_said_so(address: str) -> None:
    assert refusal(address) == f"--cluster: {address!r} is no address; write HOST:PORT, such as 10.0.0.1:8786"


@pytest.mark.parametrize("address", ["127.0.0.1:9", "http://127.0.0.1:9", "tls://127.0.0.1:9"])
def test_where_no_scheduler_answers_that_is_said(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setattr(clusters, "_PATIENCE", 0.5)
    said = refusal(address)
    assert said.startswith(f"--cluster: no Dask scheduler answers at {address} (")
    assert said.endswith("; start one: dask scheduler; or name another")


def test_without_dask_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    said = refusal("127.0.0.1:8786")
    assert said == "--cluster: needs Dask, which is not installed; install it: pip install 'annotated-digest[cluster]'"


def test_a_cluster_without_workers_is_refused(tmp_path: Path) -> None:
    with machines(tmp_path) as found:
        assert f"{found.address}: has no workers; start some: dask worker" in refusal(found.address)


def test_a_worker_with_another_version_or_other_code_is_refused(tmp_path: Path) -> None:
    old, changed = tmp_path / "old", tmp_path / "changed"
    (old / "annotated_digest-0.0.1.dist-info").mkdir(parents=True)
    (old / "annotated_digest-0.0.1.dist-info" / "METADATA").write_text("Name: annotated-digest\nVersion: 0.0.1\n")
    shutil.copytree(ROOT / "generator", changed / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    (changed / "generator" / "more.py").write_text("MORE = True\n")
    with machines(tmp_path) as found:
        found.worker("new", first=str(changed))
        assert "has other code of annotated-digest; install the same on all machines" in refusal(found.address)
        found.worker("past", first=str(old))
        assert "has annotated-digest 0.0.1, here it is 0." in refusal(found.address)


def test_a_worker_with_other_code_that_comes_late_does_nothing(two: Machines) -> None:
    with workers(1, two.address) as crew:
        assert isinstance(crew, Cluster)
        crew._code = "another"
        with pytest.raises(DigestError, match="a worker that cannot do this work"):
            list(crew.map(double, range(3)))


@pytest.mark.parametrize(
    ("there", "said"),
    [
        pytest.param({"python": "3.11.9.final.0", "yake": "1.2", "rich": None}, [], id="the same"),
        pytest.param({"python": "3.12.9.final.0", "yake": "1.2"}, ["has python 3.12, here it is 3.11"], id="python"),
        pytest.param({"python": "3.11.2", "yake": "1.3"}, ["has yake 1.3, here it is 1.2"], id="another version"),
        pytest.param({"python": "3.11.2", "yake": None}, ["has no yake"], id="a library less"),
        pytest.param({"python": "3.11.2", "yake": "1.2", "rich": None, "z": "1"}, [], id="one that nobody needs"),
    ],
)  # fmt: skip
def test_differences_between_machines_are_named(there: dict[str, str | None], said: list[str]) -> None:
    assert list(differences({"python": "3.11.7.final.0", "yake": "1.2", "rich": None}, there)) == said
