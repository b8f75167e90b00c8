import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterable
from contextlib import nullcontext
from pathlib import Path

import pytest

from generator.cli import tell_timings, write_timings
from generator.progress import Progress
from generator.usage import Usage

ROOT = Path(__file__).resolve().parents[2]


class Shown:
    """A display that remembers what it was told."""

    def __init__(self) -> None:
        self.told: list[object] = []

    def phase(self, name: str) -> nullcontext[None]:
        self.told.append(name)
        return nullcontext()

    def track(self, items: Iterable[int], phase: str, total: int | None) -> Iterable[int]:
        self.told.append((phase, total))
        return items

    def say(self, text: str) -> None:
        self.told.append(text)


def run(progress: Progress) -> None:
    """A build of two phases."""
    with progress.phase("read"):
        list(progress.track(range(3), "read", 3))
    with progress.phase("annotate"):
        list(progress.track(iter(range(4)), "annotate"))
        list(progress.track(range(2), "annotate", 2))
    with progress.phase("publish"):
        progress.say("done")


def test_a_display_is_told_of_every_phase_and_of_all_that_is_tracked() -> None:
    display = Shown()
    run(Progress(display))
    assert display.told == [
        "read", ("read", 3), "annotate", ("annotate", None), ("annotate", 2), "publish", "done",
    ]  # fmt: skip


def test_items_of_a_phase_are_counted_with_and_without_a_display() -> None:
    for progress in (Progress(), Progress(Shown())):
        run(progress)
        assert [(each.phase, each.items) for each in progress.timings] == [("read", 3), ("annotate", 6), ("publish", 0)]
        assert progress.sum().items == 9


def test_a_phase_costs_what_was_used_in_it() -> None:
    progress = Progress()
    used = [Usage(5.0, 10)]
    progress.watch(lambda: used[-1])
    with progress.phase("first"):
        used.append(Usage(7.5, 2**40))
    with progress.phase("second"):
        pass
    first, second = progress.timings
    assert first.others == Usage(2.5, 2**40)
    assert first.cpu == first.own.cpu + 2.5
    assert second.others.cpu == 0
    assert first.own.peak >= 2**20
    assert progress.sum().others.cpu >= 7.5


def test_the_cost_of_children_is_counted_once_they_have_ended() -> None:
    progress = Progress()
    with progress.phase("search"):
        spin = "import time\nwhile time.process_time() < 0.3: pass"
        subprocess.run([sys.executable, "-c", spin], check=True)
    (timing,) = progress.timings
    assert timing.others.cpu >= 0.2
    assert timing.others.peak >= 2**20


def test_timings_are_written_as_they_are_documented(tmp_path: Path) -> None:
    progress = Progress()
    run(progress)
    write_timings(tmp_path / "new" / "timings.json", progress)
    written = json.loads((tmp_path / "new" / "timings.json").read_text())
    page = (ROOT / "generator/docs/commands/build.md").read_text("utf-8")
    documented = json.loads(re.search(r"```json\n(.*?)```", page, re.DOTALL)[1])
    assert written.keys() == documented.keys()
    assert [each["phase"] for each in written["phases"]] == ["read", "annotate", "publish"]
    for each in [*written["phases"], written["sum"]]:
        assert list(each) == list(documented["sum"]) == list(documented["phases"][0])
        assert {name: type(value) for name, value in each.items() if name != "seconds"} == {
            name: type(value) for name, value in documented["sum"].items() if name != "seconds"
        }
        assert each["cpu"] == pytest.approx(each["cpu_own"] + each["cpu_others"], abs=1e-5)


@pytest.mark.parametrize(
    ("full", "columns", "rows"),
    [
        pytest.param(False, 3, ["phase", "read", "annotate", "publish"], id="verbose"),
        pytest.param(True, 6, ["phase", "read", "annotate", "publish", "sum"], id="timings"),
    ],
)
def test_a_table_has_a_line_a_phase(capsys, *, full: bool, columns: int, rows: list[str]) -> None:
    progress = Progress()
    run(progress)
    tell_timings(progress, full=full)
    out, err = capsys.readouterr()
    assert out == ""
    lines = [line.replace("CPU s", "CPU").replace("peak MiB", "peak").split() for line in err.splitlines()]
    assert [line[0] for line in lines] == rows
    assert {len(line) for line in lines} == {columns}


BUILD = """
import time
from generator.cli import shown

def seen(progress, number):
    bars = getattr(progress._display, "_progress", None)
    while bars and bars.tasks[-1].completed < number:
        time.sleep(0.01)
    if bars:
        bars.refresh()

with shown(quiet={quiet}) as progress:
    with progress.phase("read"):
        for number in progress.track(range(1200), "read", 1200):
            if number in (300, 600):
                seen(progress, number)
    with progress.phase("render"):
        for number in progress.track(iter(range(7)), "render"):
            if number in (4, 5):
                seen(progress, number)
    with progress.phase("publish"):
        progress.say("a line")
        seen(progress, 0)
"""


def on_terminal(code: str) -> str:
    """What a program writes to standard error where that is a terminal, without its colours and movements."""
    ours, its = pty.openpty()
    environment = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "COLUMNS": "100", "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen([sys.executable, "-c", code], stderr=its, stdout=subprocess.DEVNULL, env=environment)
    os.close(its)
    said = b""
    try:
        while some := os.read(ours, 4096):
            said += some
    except OSError:  # on Linux, the end of what a terminal has to say
        pass
    os.close(ours)
    assert process.wait() == 0
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", said.decode())


def lines(said: str, beginning: str) -> list[str]:
    return [line.strip() for line in re.split(r"[\r\n]+", said) if line.startswith(beginning)]


def test_a_terminal_shows_a_bar_a_phase_with_rate_and_time_left() -> None:
    said = on_terminal(BUILD.format(quiet=False))
    assert any(re.search(r"600/1,200 +[\d,.]+/s +0:00:\d\d left$", line) for line in lines(said, "read"))
    assert any(re.search(r"[━╸╺]+ +5 +[\d,.]+/s +0:00:\d\d$", line) for line in lines(said, "render"))
    assert any(re.search(r"━+ +0:00:\d\d$", line) for line in lines(said, "publish"))
    assert lines(said, "a line") == ["a line"]


def test_a_terminal_shows_nothing_where_it_is_to_be_quiet() -> None:
    assert on_terminal(BUILD.format(quiet=True)) == ""


def test_where_there_is_no_terminal_lines_are_shown_and_no_bars() -> None:
    command = [sys.executable, "-c", BUILD.format(quiet=False)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", "a line\n")
