"""The three articles that the digest was first made for: two versions of one dispatch, and an earlier report.

The second version was reworded by a machine that turned several facts round. Sentences are named by their numbers.
"""

import json

import pytest
from click.testing import CliRunner

import sentences
from generator.cli import main

SEEDS = sentences.DATA / "seeds"
FIRST, SECOND, EARLIER = "000_69a555c0b2b6a84e", "001_d816c5c83a9e6679", "002_eb7e8717e8c5b6f9"
PAIRS = [
    *((number, number + (number > 1)) for number in range(3)),
    *((number, number + 7) for number in (3,)),
    *((number, number + 9) for number in range(4, 20)),
    *((number, number + 10) for number in range(20, 24)),
]
"""The sentences of the first that the second has as well, with those of the second, as a careful reader pairs them."""
TURNED_ROUND = {
    (1, "meaning"),  # the value shed is raised
    (1, "name"),  # what kind of giant it is
    (8, "meaning"),  # who may fine is made to pay
    (12, "meaning"),  # stopped short of it, on the verge of it
    (14, "polarity"),  # to take it as a chance, not to use it as one
    (15, "meaning"),  # derailed, or nothing of that kind
}

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="no data: name the folder of `seeds` in DIGEST_DATA")


def printed(*arguments: str) -> dict:
    done = CliRunner().invoke(main, [*arguments, "--jobs", "1"])
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def collated() -> dict:
    return printed("collate", *(str(SEEDS / f"{name}.txt") for name in (FIRST, SECOND)))


@pytest.fixture(scope="module")
def related() -> dict:
    return printed("relate", str(SEEDS))


def test_the_two_versions_are_one_story_and_the_earlier_report_is_related(related):
    assert [each["articles"] for each in related["stories"]] == [[FIRST, SECOND]]
    assert {EARLIER} <= {each["id"] for each in related["related"][FIRST]}


def test_the_second_version_is_a_reworded_copy(related):
    assert [(each["id"], each["of"], each["kind"]) for each in related["copied"]] == [(SECOND, FIRST, "reworded")]


def test_all_true_pairs_of_sentences_are_aligned_and_none_wrong(collated):
    rows = [(row[FIRST], row[SECOND]) for row in collated["rows"] if len(row) > 1]
    assert rows == [([first], [second]) for first, second in PAIRS]


def test_what_was_turned_round_is_found_and_nothing_else(collated):
    starts = collated["sentences"][FIRST]
    found = set()
    for each in collated["differences"]:
        here = each["a"] if each["a"]["id"] == FIRST else each["b"]
        number = next(number for number, (start, end) in enumerate(starts) if start <= here["span"][0] < end)
        found.add((number, each["kind"]))
    assert found == TURNED_ROUND


def test_the_earlier_report_differs_from_neither_in_anything():
    for name in (FIRST, SECOND):
        both = printed("collate", *(str(SEEDS / f"{one}.txt") for one in (name, EARLIER)))
        assert both["differences"] == []
