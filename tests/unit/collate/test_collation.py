"""Reports of one event side by side."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from test_alignment import APPLES, FERRY, FERRY_AGAIN, MAYOR, MAYOR_AGAIN, TOLL, TOLL_AGAIN, WHALE, lines

from articles import annotated
from generator.collate.collation import collate
from generator.collate.found import Found
from generator.collate.said import Said
from generator.model import Annotated, Collation, CopyKind, DifferenceKind, Relation, Span

SURE, UNSURE = 0.9, 0.3
SHED = "Shares of the shipping line shed nine per cent in Oslo on Monday."
RAISED = "Shares of the shipping line raised nine per cent in Oslo on Monday."
ADDED = "On Monday shares of the shipping line raised nine per cent in Oslo."


def find(a: Said, b: Said) -> tuple[Found, ...]:
    """A stand-in: `shed` and `raised` are opposites, `Oslo` and `Bergen` perhaps."""
    opposites = (("shed", "raised", DifferenceKind.MEANING, SURE), ("Oslo", "Bergen", DifferenceKind.NAME, UNSURE))
    return tuple(
        Found(kind, sure, varies=False, why=f"{one}, {other}", a=_span(a.text, first), b=_span(b.text, second))
        for one, other, kind, sure in opposites
        for first, second in ((one, other), (other, one))
        if first in a.text and second in b.text
    )


def _span(text: str, word: str) -> Span:
    return Span(text.index(word), text.index(word) + len(word))


def collated(*texts: str) -> Collation:
    return collate(story(*texts), find, 0.5)


def story(*texts: str) -> list[Annotated]:
    return [annotated(text, id=f"{number}", title="") for number, text in enumerate(texts)]


def test_differences_are_places_in_the_articles() -> None:
    texts = lines(APPLES, SHED), lines(RAISED, WHALE)
    (difference,) = collated(*texts).differences
    shown = [texts[at.place.article][at.span.start : at.span.end] for at in (difference.a, difference.b)]
    assert shown == ["shed", "raised"]
    assert [(at.place.article, at.place.sentence) for at in (difference.a, difference.b)] == [(0, 1), (1, 0)]


def test_what_is_below_the_floor_is_a_doubt() -> None:
    found = collated(SHED, RAISED.replace("Oslo", "Bergen"))
    assert [each.kind for each in found.differences] == [DifferenceKind.MEANING]
    assert [each.kind for each in found.doubts] == [DifferenceKind.NAME]


@pytest.mark.parametrize(
    ("sources", "dates", "varies"),
    [
        pytest.param(("Post", "Post"), ("2021-03-01", "2021-03-04"), True, id="an update"),
        pytest.param(("Post", "Post"), ("2021-03-01T08:00", "2021-03-01T17:00"), False, id="a correction of the day"),
        pytest.param(("Post", "Wire"), ("2021-03-01", "2021-03-04"), False, id="two sources"),
        pytest.param(("unknown", "unknown"), ("2021-03-01", "2021-03-04"), True, id="sources that nobody knows"),
        pytest.param(("Post", "Post"), ("2021-03-01", ""), False, id="a day that nobody knows"),
        pytest.param(("Post", "Post"), ("2021-03", "2021-04"), False, id="months only"),
    ],
)
def test_what_one_source_says_on_another_day_may_be_news(
    sources: tuple[str, str], dates: tuple[str, str], *, varies: bool
) -> None:
    articles = [
        replace(each, article=replace(each.article, source=source, date=date))
        for each, source, date in zip(story(SHED, RAISED), sources, dates, strict=True)
    ]
    (difference,) = collate(articles, find, 0.5).differences
    assert (difference.varies, "of different days" in difference.why) == (varies, varies)


@pytest.mark.parametrize(
    ("kind", "relation", "told"),
    [
        pytest.param(DifferenceKind.POLARITY, Relation.SAME, True, id="a denial where both say the same"),
        pytest.param(DifferenceKind.POLARITY, Relation.PARTIAL, False, id="a denial that may stand in the other part"),
        pytest.param(DifferenceKind.FIGURE, Relation.PARTIAL, True, id="a figure where one says more"),
    ],
)
def test_a_denial_is_told_only_where_both_say_the_same(kind: DifferenceKind, relation: Relation, *, told: bool) -> None:
    more = ", said the mayor, who had seen the storm and the ferry and the whale from the window of the town hall"
    other = RAISED if relation is Relation.SAME else RAISED.replace(".", f"{more}.")
    everywhere = Found(kind, SURE, varies=False, why="so it is", a=Span(0, 6), b=Span(0, 6))
    found = collate(story(SHED, other), lambda _a, _b: (everywhere,), 0.5)
    assert [match.relation for match in found.matches] == [relation]
    assert (len(found.differences), len(found.doubts)) == (int(told), int(not told))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param([SHED, SHED], [], id="the same words"),
        pytest.param([SHED, RAISED], [(0, 1)], id="two wordings"),
        pytest.param([SHED, RAISED, RAISED], [(0, 1)], id="one wording twice"),
        pytest.param([SHED, RAISED, ADDED], [(0, 1)], id="the same words differ in a third"),
        pytest.param([SHED, APPLES], [], id="what is not aligned is not compared"),
    ],
)
def test_a_difference_is_said_once(texts: list[str], expected: list[tuple[int, int]]) -> None:
    found = collated(*texts).differences
    assert [(each.a.place.article, each.b.place.article) for each in found] == expected


def test_of_many_wordings_not_all_pairs_are_compared() -> None:
    places = ["the north", "the south", "the west", "the east", "Japan", "Chile", "Peru", "Spain", "Malta", "Crete"]
    compared = []

    def count(a: Said, b: Said) -> tuple[Found, ...]:
        compared.append((a.text, b.text))
        return ()

    collate(story(*(SHED.replace("Oslo", place) for place in places * 3)), count, 0.5)
    assert len(compared) == len(set(compared)) < 25


def test_matches_are_the_same_or_a_part() -> None:
    found = collated(lines(FERRY, TOLL), lines(FERRY_AGAIN, "The toll is paid at the quay."))
    assert {match.relation for match in found.matches} <= {Relation.SAME, Relation.PARTIAL}
    assert [(match.a.sentence, match.b.sentence) for match in found.matches] == [(0, 0)]


OTHERS = (SHED, WHALE)
FIRST = lines(FERRY, TOLL, MAYOR, *OTHERS)
AGAIN = lines(FERRY_AGAIN, TOLL_AGAIN, MAYOR_AGAIN, *OTHERS)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param([FIRST, AGAIN], [("1", "0")], id="reworded"),
        pytest.param([FIRST, lines(APPLES, AGAIN)], [("1", "0")], id="and more"),
        pytest.param([FIRST, FIRST], [], id="the very words are no other ones"),
        pytest.param([FIRST, lines(*reversed(AGAIN.split("\n")))], [], id="told in another order"),
        pytest.param([FIRST, lines(FERRY_AGAIN, TOLL_AGAIN, APPLES)], [], id="less than half"),
        pytest.param([lines(FERRY, TOLL), lines(FERRY_AGAIN, TOLL_AGAIN)], [], id="too short to tell"),
    ],
)
def test_articles_in_other_words_are_copies(texts: list[str], expected: list[tuple[str, str]]) -> None:
    found = collated(*texts).copies
    assert [(copy.id, copy.of) for copy in found] == expected
    assert all(copy.kind is CopyKind.REWORDED and 0 < copy.shared <= 1 for copy in found)


def test_the_earlier_article_is_the_one_copied() -> None:
    first, again = story(FIRST, AGAIN)
    dated = (
        replace(first, article=replace(first.article, date="2020-02")),
        replace(again, article=replace(again.article, date="2020-01-31")),
    )
    assert [(copy.id, copy.of) for copy in collate(dated, find, 0.5).copies] == [("0", "1")]


@given(st.lists(st.one_of(st.text(max_size=40), st.sampled_from([SHED, RAISED, ADDED, FIRST, AGAIN])), max_size=4))
@settings(deadline=None, max_examples=50)
def test_any_texts_are_collated(texts: list[str]) -> None:
    articles = story(*texts)
    found = collate(articles, find, 0.5)
    assert found == collate(articles, find, 0.5)
    assert found.articles == tuple(each.article.id for each in articles)
    assert len(set(found.copies)) == len(found.copies)
    rows = [set(fact.places) for fact in found.facts]
    for match in found.matches:
        assert any({match.a, match.b} <= row for row in rows)
    for each in (*found.differences, *found.doubts):
        assert any({each.a.place, each.b.place} <= row for row in rows)
