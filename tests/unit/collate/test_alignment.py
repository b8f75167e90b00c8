"""Which sentences of two articles say the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles import annotated
from generator.collate.alignment import align
from generator.model import Match, Relation

FERRY = "The new ferry left the harbour on Monday with two hundred passengers."
FERRY_AGAIN = "On Monday the new ferry set off from the harbour, carrying 200 passengers."
TOLL = "Fishermen along the northern coast complain that the toll has doubled since autumn."
TOLL_AGAIN = "The toll has doubled since autumn, complain fishermen on the northern coast."
MAYOR = "Mayor Ada Quill promised to answer every letter before the council meets."
MAYOR_AGAIN = "Every letter will be answered before the council meets, promised Mayor Ada Quill."
APPLES = "Growers in the valley expect a small harvest of apples this year."
WHALE = "A young whale was seen near the lighthouse by two students."
SPLIT = "The ferry burns hydrogen made from wind power.", "It was built at a yard in Bergen for nine million euros."
JOINED = "Built at a yard in Bergen for nine million euros, the ferry burns hydrogen made from wind power."


def pairs(a: str, b: str, *relations: Relation) -> list[tuple[int, int]]:
    """Sentences that are matched."""
    return [(match.a.sentence, match.b.sentence) for match in matches(a, b) if match.relation in relations]


def matches(a: str, b: str) -> tuple[Match, ...]:
    return align(annotated(a, id="a", title=""), annotated(b, id="b", title=""))


def lines(*sentences: str) -> str:
    return "\n".join(sentences)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param(FERRY, FERRY, [(0, 0)], id="the same words"),
        pytest.param(FERRY, FERRY_AGAIN, [(0, 0)], id="the same in other words"),
        pytest.param(lines(FERRY, TOLL), lines(TOLL_AGAIN, FERRY_AGAIN), [(0, 1), (1, 0)], id="in another order"),
        pytest.param(lines(FERRY, APPLES), lines(WHALE, FERRY_AGAIN), [(0, 1)], id="others have no partner"),
        pytest.param(lines(APPLES, WHALE), lines(FERRY, TOLL), [], id="nothing in common"),
        pytest.param(
            lines(TOLL, *SPLIT, MAYOR), lines(TOLL, JOINED, MAYOR), [(0, 0), (1, 1), (2, 1), (3, 2)], id="joined"
        ),
        pytest.param(
            lines(TOLL, JOINED, MAYOR), lines(TOLL, *SPLIT, MAYOR), [(0, 0), (1, 1), (1, 2), (2, 3)], id="split"
        ),
        pytest.param("", FERRY, [], id="no sentences"),
        pytest.param("* * *", "* * *", [], id="no words"),
        pytest.param(
            "渡轮周一驶离港口。\n市长答应回信。",
            "周一渡轮驶离港口。\n苹果收成不好。",
            [(0, 0)],
            id="a script without spaces",
        ),
    ],
)
def test_sentences_that_say_the_same_are_matched(a: str, b: str, expected: list[tuple[int, int]]) -> None:
    assert pairs(a, b, Relation.SAME, Relation.PARTIAL) == expected


def test_order_tells_which_of_two_sentences_alike_is_meant() -> None:
    again = "The captain told reporters that she was content."
    text = lines(FERRY, again, TOLL, again, MAYOR)
    assert pairs(text, text, Relation.SAME) == [(at, at) for at in range(5)]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param(TOLL, TOLL_AGAIN, Relation.SAME, id="the same in other words"),
        pytest.param(TOLL, f"{TOLL[:-1]}, and that {APPLES.lower()}", Relation.PARTIAL, id="one says more"),
        pytest.param(
            lines(FERRY, WHALE),
            "The new ferry leaves the harbour again in spring.",
            Relation.RELATED,
            id="of one thing",
        ),
    ],
)
def test_a_match_says_how_much_is_the_same(a: str, b: str, expected: Relation) -> None:
    assert [match.relation for match in matches(a, b)] == [expected]


def test_the_more_alike_the_surer() -> None:
    same, reworded = matches(lines(FERRY, TOLL), lines(FERRY, TOLL_AGAIN))
    assert 1 >= same.score > reworded.score > 0.5


TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from([FERRY, FERRY_AGAIN, TOLL, TOLL_AGAIN, JOINED, *SPLIT, "* * *", "É"]), max_size=5).map(
        "\n".join
    ),
)


@given(TEXTS, TEXTS)
@settings(deadline=None)
def test_any_two_texts_are_aligned_the_same_both_ways(a: str, b: str) -> None:
    first, second = annotated(a, id="a", title="t"), annotated(b, id="b", title="t")
    there, back = align(first, second), align(second, first)
    assert {(one.a.sentence, one.b.sentence, one.score, one.relation) for one in there} == {
        (one.b.sentence, one.a.sentence, one.score, one.relation) for one in back
    }
    assert list(there) == sorted(there, key=lambda match: (match.a, match.b))
    for match in there:
        assert (match.a.article, match.b.article) == (0, 1)
        assert 0 <= match.score <= 1
