"""`digest build --timings`."""

import json
from pathlib import Path

from click.testing import CliRunner

from generator.cli import main
from project import make_project

NEWS = "Northport studies its lighthouse. The harbour board of Northport ordered a study of the old lighthouse."


def test_timings_are_written_beside_the_kept_results_or_where_they_are_wanted(tmp_path: Path) -> None:
    config = make_project(tmp_path, {"a.txt": NEWS, "b.txt": f"{NEWS} Twice."})
    wanted = tmp_path / "costs" / "second.json"
    said = []
    for options in (["--timings", "-q"], ["-q", "--timings", str(wanted), "-v"]):
        done = CliRunner().invoke(main, ["build", "-f", str(config.file), *options])
        assert (done.exit_code, done.stdout) == (0, "")
        said.append([line.split()[0] for line in done.stderr.splitlines()])
    first, second = (json.loads(file.read_text()) for file in (config.work / "timings.json", wanted))
    items = {each["phase"]: each["items"] for each in first["phases"]}
    assert (items["read"], items["annotate"]) == (2, 2)
    assert items["render"] >= 3
    for written, lines in zip((first, second), said, strict=True):
        assert lines == ["phase", *(each["phase"] for each in written["phases"]), "sum"]
        assert written["sum"]["cpu"] >= sum(each["cpu"] for each in written["phases"]) - 0.01
        assert written["sum"]["items"] == sum(each["items"] for each in written["phases"])
