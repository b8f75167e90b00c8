import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.front_matter import split_front_matter

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGES = "a: &a {x: 1}\n" + "".join(
    f"{new}: &{new} {{<<: [{', '.join([f'*{old}'] * 9)}]}}\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("---\ntitle: A\ndate: 2020-12-28\n---\nText.", id="YAML"),
        pytest.param("---\r\ntitle: A\r\ndate: 2020-12-28\r\n...\r\nText.", id="YAML with other ends"),
        pytest.param("+++\ntitle = 'A'\ndate = 2020-12-28\n+++\nText.", id="TOML"),
        pytest.param('{\n"title": "A", "date": "2020-12-28"\n}\nText.', id="JSON"),
    ],
)
def test_front_matter_is_told_from_the_text(text):
    fronted = split_front_matter(text)
    assert fronted.values["title"] == "A"
    assert fronted.values["date"] in (date(2020, 12, 28), "2020-12-28")
    assert fronted.body.strip() == "Text."
    assert fronted.complaint is None


@pytest.mark.parametrize(
    ("text", "what"),
    [
        pytest.param("---\ntitle: [A\n---\nText.", "front matter is no valid YAML (line 3)", id="broken YAML"),
        pytest.param("---\n- a\n---\nText.", "front matter is no YAML mapping", id="list"),
        pytest.param("---\ntitle: A\nText.", "front matter has no line --- at its end", id="no end"),
        pytest.param("+++\ntitle = A\n+++\nText.", "front matter is no valid TOML", id="broken TOML"),
        pytest.param('{"title": "A"\nText.', "front matter is no valid JSON", id="broken JSON"),
        pytest.param(
            "---\na: !!python/object/apply:os.system [ls]\n---\nText.",
            "front matter is no valid YAML (line 2)",
            id="code",
        ),
    ],
)
def test_broken_front_matter_is_named_and_stays_visible(text, what):
    fronted = split_front_matter(text)
    assert fronted.complaint
    assert fronted.complaint.what == what
    assert (fronted.values, fronted.body) == ({}, text)


@pytest.mark.parametrize(
    "text", ["Text.", "---\nText between rules.\n\nMore.\n---\nText.", "{{ a }}", "{ not JSON }", "--- \n", ""]
)
def test_what_is_no_front_matter_is_text(text):
    fronted = split_front_matter(text)
    assert (fronted.values, fronted.complaint) == ({}, None)


@pytest.mark.parametrize("front", [BOMB, MERGES, "[" * 5000, "? " * 5000], ids=["aliases", "merges", "depth", "keys"])
def test_bombs_do_no_harm(front):
    began = time.process_time()
    split_front_matter(f"---\n{front}\n---\nText.")
    assert time.process_time() - began < 60


@given(st.text() | st.text(alphabet="-+{}\n: &*<!\"'[]a1", max_size=60).map(lambda text: f"---\n{text}\n---\nText."))
def test_any_text_is_split(text):
    assert text.endswith(split_front_matter(text).body)
