import base64
import json
import os
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wellformed import check_all

from generator.reading.folder import read_file
from generator.reading.names import ENDINGS

DATA = Path(os.environ.get("DIGEST_DATA") or Path(__file__).resolve().parents[4] / "shared")
HOSTILE = DATA / "data" / "hostile" / "hostile.jsonl"
FRAGMENTS = st.sampled_from(
    [
        *(b"---\n", b"title: ", b"+++\n", b"{", b"}", b'"', b'{"text": "words"}', b"2020-12-28", b"By Ann Writer\n"),
        *(b"<p>", b"</div>", b"<script>", b"<!--", b"<![CDATA[", b"&amp;", b"&#x", b"<rss><channel><item>", b"<?xml?>"),
        *(b"# ", b"* ", b"> ", b"|", b"```\n", b"[a](b)", b"1. ", b"2. ", b"- ", b"words ", b"Photo: AP", b" "),
        *(b"\n", b"\r\n", b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"\xc3\xa9"),
    ]
)
SLOW = 30  # seconds: no measure of speed, which depends on the machine, but what only more than linear time takes
BYTES = st.binary() | st.lists(FRAGMENTS, max_size=40).map(b"".join)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("seeds")


@pytest.mark.parametrize("ending", [*ENDINGS, ".txt.gz"])
@given(data=BYTES)
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_give_well_formed_articles_or_problems(folder, ending, data):
    (folder / f"a{ending}").write_bytes(data)
    items = check_all(read_file(folder, f"a{ending}"))
    assert items
    assert check_all(read_file(folder, f"a{ending}")) == items


def hostile_inputs():
    with HOSTILE.open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            if "bytes_b64" in row:
                yield row["id"], base64.b64decode(row["bytes_b64"])
            else:
                # An eighth of the size is enough to see what takes more than linear time.
                text = row.get("text") or "".join(unit * (count // 8 + 1) for unit, count in row.get("gen", []))
                yield row["id"], text.encode("utf-8", "surrogatepass")


@pytest.mark.skipif(not HOSTILE.exists(), reason=f"needs {HOSTILE}")
@pytest.mark.parametrize("ending", [".txt", ".md", ".html", ".json", ".jsonl", ".xml"])
def test_hostile_inputs_do_no_harm(folder, ending):
    slow = {}
    for name, data in hostile_inputs():
        (folder / f"h{ending}").write_bytes(data)
        began = time.process_time()
        items = check_all(read_file(folder, f"h{ending}"))
        slow[name] = time.process_time() - began
        assert items, name
    assert {name: round(taken, 1) for name, taken in slow.items() if taken > SLOW} == {}
