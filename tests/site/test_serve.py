"""`digest serve` and the hook of `mkdocs serve`: what is written is seen without another command."""

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from project import ROOT, make_project, write_seeds

PATIENCE = 60
"""Seconds after which what was waited for will not come."""
BEFORE = "The harbour board of Northport ordered a study of the old lighthouse."
AFTER = "The harbour board of Northport ordered a second study of the old lighthouse tower."


def free_port() -> int:
    with socket.socket() as some:
        some.bind(("127.0.0.1", 0))
        return int(some.getsockname()[1])


def wait_for(url: str, text: str) -> None:
    """Returns once the page at the address says the text; fails where that takes too long."""
    end = time.monotonic() + PATIENCE
    seen = ""
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310 - of this machine
                seen = answer.read().decode()
        except OSError as error:
            seen = repr(error)
        if text in seen:
            return
        time.sleep(0.1)
    pytest.fail(f"{url} does not say {text!r}, but {seen[:300]!r}")


@contextmanager
def running(command: list[str], folder: Path) -> Iterator[None]:
    with (folder / "said.txt").open("wb") as said:
        process = subprocess.Popen(
            command,
            cwd=folder,
            stdout=said,
            stderr=said,
            env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "PYTHONWARNINGS": "ignore"},
        )
        try:
            yield
        finally:
            process.terminate()
            process.wait(PATIENCE)


@pytest.mark.parametrize("builder", ["digest", "mkdocs"])
def test_a_changed_article_is_seen_while_serving(tmp_path: Path, builder: str) -> None:
    config = make_project(tmp_path / "site", {"board/harbour.txt": BEFORE})
    address = f"127.0.0.1:{free_port()}"
    module = {"digest": "generator", "mkdocs": "mkdocs"}[builder]
    if builder == "mkdocs":  # it wants the folder of pages to be there before any hook can make it
        (config.work / "docs").mkdir(parents=True)
    with running([sys.executable, "-m", module, "serve", "-a", address], config.root):
        wait_for(f"http://{address}/", "ordered a study")
        write_seeds(config.seeds, {"board/harbour.txt": AFTER})
        wait_for(f"http://{address}/", "ordered a second study")


def test_the_server_answers_no_request_for_files_outside_the_site(tmp_path: Path) -> None:
    config = make_project(tmp_path / "site", {"board/harbour.txt": BEFORE})
    address = f"127.0.0.1:{free_port()}"
    with running([sys.executable, "-m", "generator", "serve", "-a", address], config.root):
        wait_for(f"http://{address}/", "ordered a study")
        with pytest.raises(urllib.error.HTTPError):
            urllib.request.urlopen(f"http://{address}/..%2f..%2fmkdocs.yml", timeout=5)
