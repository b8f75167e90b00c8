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
    "values",
    [
        pytest.param("title: A: B", id="colon in a value"),
        pytest.param('title: "A\tB"', id="tab"),
        pytest.param("a: yes\nb: 1.0\nc: 012\nd: 2020-12-28 10:00:00 +01:00\ne: ~\nf: .inf", id="kinds of values"),
        pytest.param("a: &x [1]\nb: *x\n<<: {c: 1}", id="anchor and merge key"),
        pytest.param("a: |\n  two\n  lines\nb: >-\n  one\n  line", id="blocks"),
        pytest.param("{a: [b, {c: d}], 'e': \"\\u00e9\"}", id="flow"),
        pytest.param("a: b\na: c", id="a key twice"),
        pytest.param("=: a\n? b\n: c", id="rare keys"),
    ],
)
def test_short_front_matter_says_the_same_as_long(values):
    long = f"{values}\n#{' padding' * 200}\n"
    assert split_front_matter(f"---\n{values}\n---\n").values == split_front_matter(f"---\n{long}---\n").values


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "a: [", "{a: ", "!x ", "&a "])
@pytest.mark.parametrize("size", [900, 30_000])
def test_values_within_values_exhaust_nothing(opening, size):
    text = f"---\n{opening * (size // len(opening))}\n---\nText."
    assert split_front_matter(text).body == text


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
