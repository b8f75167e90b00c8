"""Neighbours of topics, held against counting them one by one."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Mention, Span, Topic
from generator.render.neighbours import Neighbours, find_neighbours
from generator.render.spoken import Spoken

HAVING = st.dictionaries(
    st.text("abcdeé-", min_size=1, max_size=3), st.sets(st.integers(0, 12), min_size=1), max_size=14
)
"""For the key of every topic the numbers of its articles."""


def topics(having: dict[str, set[int]]) -> list[Topic]:
    return [
        Topic(key, key, None, (), tuple(Mention(f"a{one:02}", 0.5, (Span(0, 1),)) for one in sorted(having[key])))
        for key in sorted(having)
    ]


def found(having: dict[str, set[int]], top: int) -> Neighbours:
    listed = topics(having)
    return find_neighbours(listed, Spoken(listed, [f"a{one:02}" for one in range(13)]), top)


def counted(having: dict[str, set[int]], key: str, top: int) -> tuple[tuple[str, int], ...]:
    """The same, the simple way."""
    shared = Counter({other: len(having[key] & articles) for other, articles in having.items() if other != key})
    ordered = sorted((pair for pair in shared.items() if pair[1]), key=lambda pair: (-pair[1], pair[0]))
    return tuple(ordered[:top])


@given(HAVING, st.integers(0, 5))
def test_neighbours_are_those_with_most_articles_in_common_then_by_key(having, top):
    assert dict(found(having, top)) == {key: counted(having, key, top) for key in sorted(having)}


@pytest.mark.parametrize(
    ("having", "expected"),
    [
        pytest.param({}, {}, id="no topics"),
        pytest.param({"a": {1}}, {"a": ()}, id="one topic"),
        pytest.param({"a": {1}, "b": {2}}, {"a": (), "b": ()}, id="nothing in common"),
        pytest.param(
            {"a": {1, 2}, "b": {1, 2}, "c": {2}},
            {"a": (("b", 2), ("c", 1)), "b": (("a", 2), ("c", 1)), "c": (("a", 1), ("b", 1))},
            id="a tie goes by key",
        ),
    ],
)
def test_neighbours(having, expected):
    assert dict(found(having, 12)) == expected


def test_counts_are_plain_numbers_which_keys_of_pages_can_be_made_of():
    ((_, count),) = found({"a": {1}, "b": {1}}, 1)["a"]
    assert type(count) is int
