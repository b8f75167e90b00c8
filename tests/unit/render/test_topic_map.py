from math import dist

import pytest

from generator.render.topic_map import lay_out, ties


def sets(*texts: str) -> list[frozenset[str]]:
    return [frozenset(text) for text in texts]


@pytest.mark.parametrize(
    ("articles", "all_", "pairs"),
    [
        pytest.param(sets("abc", "abd", "xyz"), 10, ((0, 1),), id="those that meet more often than by chance"),
        pytest.param(sets("ab", "bc"), 10, (), id="once is no tie"),
        pytest.param(sets("abcd", "abcd"), 4, (), id="topics of all articles meet by chance"),
        pytest.param([], 0, (), id="no topics"),
    ],
)
def test_topics_are_tied_that_share_articles_above_chance(articles, all_, pairs):
    assert ties(articles, all_) == pairs


@pytest.mark.parametrize("number", [0, 1, 2, 7, 60])
def test_every_topic_has_a_place_of_its_own_and_the_same_each_time(number):
    pairs = tuple((one, one + 1) for one in range(0, number - 1, 2))
    places = lay_out(number, pairs)
    assert len(set(places)) == len(places) == number
    assert places == lay_out(number, pairs)


def test_the_tied_lie_closer_than_others():
    places = lay_out(6, [(0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5)])

    def apart(one: int, other: int) -> float:
        return dist(places[one], places[other])

    within = apart(0, 1) + apart(0, 2) + apart(1, 2) + apart(3, 4) + apart(3, 5) + apart(4, 5)
    between = sum(apart(one, other) for one in (0, 1, 2) for other in (3, 4, 5))
    assert within / 6 < between / 9
