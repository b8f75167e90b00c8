"""The rows of a story: sentences of any number of articles that say the same."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from test_alignment import APPLES, FERRY, FERRY_AGAIN, JOINED, MAYOR, MAYOR_AGAIN, SPLIT, TOLL, TOLL_AGAIN, WHALE, lines

from articles import annotated
from generator.collate.facts import group
from generator.collate.likeness import COMPARED, sentences_of
from generator.model import Annotated, Fact


def story(*texts: str) -> list[Annotated]:
    return [annotated(text, id=f"{number}", title="") for number, text in enumerate(texts)]


def facts(articles: list[Annotated]) -> tuple[Fact, ...]:
    return group(articles, sentences_of(articles)).facts


def rows(*texts: str) -> list[str]:
    """Places of each fact: `0.1 2.0` for the second sentence of the first article and the first of the third."""
    return [" ".join(f"{at.article}.{at.sentence}" for at in fact.places) for fact in facts(story(*texts))]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param([FERRY, FERRY_AGAIN, FERRY], ["0.0 1.0 2.0"], id="one fact of three articles"),
        pytest.param([lines(FERRY, TOLL), lines(TOLL_AGAIN, FERRY)], ["0.0 1.1", "0.1 1.0"], id="in the first's order"),
        pytest.param(
            [lines(FERRY, MAYOR), lines(FERRY_AGAIN, APPLES, MAYOR_AGAIN)],
            ["0.0 1.0", "1.1", "0.1 1.2"],
            id="what one adds stands behind what it follows",
        ),
        pytest.param([FERRY, lines(WHALE, FERRY_AGAIN)], ["1.0", "0.0 1.1"], id="what stands first in one"),
        pytest.param([lines(*SPLIT), JOINED, lines(*SPLIT)], ["0.0 0.1 1.0 2.0 2.1"], id="split and joined"),
        pytest.param([FERRY], ["0.0"], id="one article"),
        pytest.param([FERRY, "", "* * *"], ["2.0", "0.0"], id="articles that say nothing"),
        pytest.param(["* * *", "* * *"], ["1.0", "0.0"], id="marks without words are nothing in common"),
        pytest.param([], [], id="no articles"),
    ],
)
def test_sentences_that_say_the_same_are_one_fact(texts: list[str], expected: list[str]) -> None:
    assert rows(*texts) == expected


def test_no_chain_leads_from_one_thing_to_another() -> None:
    """Each sentence is like the next; the first and the last have nothing in common."""
    words = [
        "ferry",
        "harbour",
        "toll",
        "quay",
        "whale",
        "orchard",
        "mayor",
        "letter",
        "council",
        "valley",
        "lighthouse",
    ]
    words += ["student", "reactor", "glacier"]
    chain = [f"The {' '.join(words[at : at + 6])} stood." for at in range(0, 9, 2)]
    assert all(len({place.article for place in fact.places}) < 4 for fact in facts(story(*chain)))


def test_only_the_first_sentences_of_a_very_long_article_are_compared() -> None:
    whole = lines(*(f"Ferry {number} left harbour {number}." for number in range(COMPARED + 2)))
    found = facts(story(whole, whole))
    assert [len(fact.places) for fact in found] == [2] * COMPARED + [1] * 4


def test_dates_and_ids_tell_which_article_is_first_not_their_order() -> None:
    articles = story(lines(FERRY, TOLL), lines(TOLL_AGAIN, MAYOR), lines(MAYOR_AGAIN, FERRY_AGAIN))
    dated = [
        replace(each, article=replace(each.article, date=f"2020-01-0{3 - at}")) for at, each in enumerate(articles)
    ]
    assert _sets(dated) == _sets(dated[::-1]) == _sets([dated[1], dated[2], dated[0]])


def _sets(articles: list[Annotated]) -> set[frozenset[tuple[str, int]]]:
    """The facts, whatever the order."""
    return {
        frozenset((articles[place.article].article.id, place.sentence) for place in fact.places)
        for fact in facts(articles)
    }


TEXTS = st.one_of(
    st.text(max_size=40),
    st.lists(
        st.sampled_from([FERRY, FERRY_AGAIN, TOLL, TOLL_AGAIN, MAYOR, JOINED, *SPLIT, "* * *", "No."]), max_size=5
    ).map("\n".join),
)


@given(st.lists(TEXTS, max_size=4), st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=60)
def test_every_sentence_is_in_one_fact_whatever_the_order(texts: list[str], chance: object) -> None:
    articles = story(*texts)
    found = facts(articles)
    places = [place for fact in found for place in fact.places]
    assert len(places) == len(set(places)) == sum(len(each.annotations.sentences) for each in articles)
    assert all(one < other for fact in found for one, other in pairwise(fact.places))
    shuffled = list(articles)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert _sets(shuffled) == _sets(articles)
