"""Stories: articles that report one event."""

import os
import random
from pathlib import Path

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import many

from articles import annotated
from generator.config import RelateSettings
from generator.model import Story
from generator.relate.linkage import linked
from generator.relate.relations import relate
from generator.relate.traits import Traits, traits

SEEDS = Path(os.environ.get("DIGEST_DATA") or Path(__file__).resolve().parents[4] / "shared") / "seeds"

QUAKE = (
    "A strong earthquake shook the island of Marrow on Monday and brought down the chapel of Saint Orrin. "
    "Nine people were hurt, said Mayor Tilda Voss, who asked the mainland for tents."
)
QUAKE_AGAIN = (
    "Nine people were hurt on Monday when an earthquake struck Marrow. The chapel of Saint Orrin fell. "
    "Mayor Tilda Voss said that tents were needed from the mainland."
)
OTHER_QUAKE = (
    "An earthquake of magnitude 5.1 was felt in the port of Kellen, where two warehouses burned and a bridge gave way. "
    "Nobody was hurt, said Harbour Master Ivo Brand."
)
OTHER_QUAKE_AGAIN = (
    "Two warehouses burned in Kellen after an earthquake of magnitude 5.1, and the bridge of the port gave way. "
    "Harbour Master Ivo Brand knew of no one hurt."
)
ORCHARD = "Growers expect the largest apple harvest in ten years. Frost spared the orchards this spring."


def made(id_: str, text: str, date: str = "") -> Traits:
    """The traits of an article that was published then."""
    return msgspec.structs.replace(traits(annotated(text, id=id_)), date=date)


def stories(*articles: Traits) -> tuple[Story, ...]:
    return relate(articles, RelateSettings()).stories


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param([QUAKE], [], id="one article is no story"),
        pytest.param([QUAKE, QUAKE_AGAIN, ORCHARD], ["ab"], id="two reports of one event"),
        pytest.param([QUAKE, ORCHARD], [], id="two events"),
        pytest.param([QUAKE, OTHER_QUAKE, QUAKE_AGAIN, OTHER_QUAKE_AGAIN], ["ac", "bd"], id="two events of one kind"),
        pytest.param([QUAKE, QUAKE.upper(), ORCHARD], ["ab"], id="copies are one story"),
        pytest.param([QUAKE, QUAKE_AGAIN, QUAKE.lower(), ORCHARD], ["abc"], id="a copy is in the story of its text"),
    ],
)
def test_articles_that_report_one_event_are_a_story(texts: list[str], expected: list[str]) -> None:
    found = stories(*(made(id_, text) for id_, text in zip("abcdef", texts, strict=False)))
    assert ["".join(sorted(story.articles)) for story in found] == expected


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        pytest.param(("", ""), ("a", "b"), id="no dates: by id"),
        pytest.param(("2020-03-02", "2020-03-01"), ("b", "a"), id="the earliest first"),
        pytest.param(("2020-03", "2020-03-02"), ("b", "a"), id="a month behind its days"),
        pytest.param(("2020", "2020-03"), ("b", "a"), id="a year behind its months"),
        pytest.param(("", "2020-03-01"), ("b", "a"), id="those without a date last"),
        pytest.param(("2020-03-01T09:00:00+00:00", "2020-03-01T10:00:00+08:00"), ("b", "a"), id="other time zones"),
        pytest.param(("no date", "2020-03-01"), ("b", "a"), id="a date that is none"),
    ],
)
def test_the_first_by_date_is_the_key(dates: tuple[str, str], expected: tuple[str, ...]) -> None:
    found = stories(made("a", QUAKE, dates[0]), made("b", QUAKE_AGAIN, dates[1]), made("c", ORCHARD))
    assert found == (Story(expected[0], expected),)


def test_the_order_of_articles_does_not_matter() -> None:
    articles = [traits(each) for each in many(150)]
    assert stories(*random.Random(3).sample(articles, len(articles))) == stories(*articles)


@given(st.lists(st.text(alphabet=st.one_of(st.sampled_from("aB 1’.,中"), st.characters()), max_size=60), max_size=5))
@settings(max_examples=50)
def test_any_articles_have_stories_that_are_apart(texts: list[str]) -> None:
    found = stories(*(made(str(number), text) for number, text in enumerate(texts)))
    ids = [id_ for story in found for id_ in story.articles]
    assert len(ids) == len(set(ids))
    assert all(len(story.articles) > 1 and story.key in story.articles for story in found)


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        pytest.param({(0, 1): 9000, (2, 3): 9000}, [(0, 1), (2, 3)], id="two groups"),
        pytest.param({(0, 1): 9000, (0, 2): 5000}, [(0, 1)], id="likely with one, and not in the mean"),
        pytest.param({(0, 1): 9000, (0, 2): 5000, (1, 2): 4000}, [(0, 1, 2)], id="likely in the mean"),
        pytest.param({(0, 1): 2000}, [], id="unlikely"),
        pytest.param({(0, 1): 5000, (1, 2): 5000}, [(0, 1)], id="of equals the first are joined first"),
        pytest.param({}, [], id="no pairs"),
    ],
)
def test_groups_are_likely_in_the_mean(pairs: dict[tuple[int, int], int], expected: list[tuple[int, ...]]) -> None:
    ones, others = np.array([*pairs]).reshape(-1, 2).T

    def scorer(some: tuple[np.ndarray, np.ndarray]) -> np.ndarray:  # type: ignore[type-arg]
        return np.array([pairs.get((int(one), int(other)), 0) for one, other in zip(*some, strict=True)], np.int64)

    scores = np.array([*pairs.values()], np.int64)
    assert sorted(linked((ones.astype(np.int64), others.astype(np.int64)), scores, 4, scorer)) == expected


def test_a_part_that_is_too_large_is_taken_apart() -> None:
    """Hundreds that hang together by a chain are no story, and cost no square of hundreds."""
    count = 400
    ones = np.arange(count - 1)
    likely = np.where(ones % 2 == 0, 9990, 4000)
    asked = 0

    def scorer(some: tuple[np.ndarray, np.ndarray]) -> np.ndarray:  # type: ignore[type-arg]
        nonlocal asked
        asked += len(some[0])
        return np.where(some[1] - some[0] == 1, likely[some[0]], 0)

    found = linked((ones, ones + 1), likely, count, scorer)
    assert sorted(found) == [(number, number + 1) for number in range(0, count, 2)]
    assert asked < count * 64


def test_the_dispatch_and_its_reworded_copy_are_a_story_and_an_earlier_report_is_not_in_it() -> None:
    if not SEEDS.is_dir():
        pytest.skip("no data: the three first articles are not there; name their folder in DIGEST_DATA")
    files = sorted(SEEDS.glob("*.txt"))
    found = stories(*(made(file.stem[:3], file.read_text(encoding="utf-8")) for file in files))
    assert [story.articles for story in found] == [("000", "001")]
