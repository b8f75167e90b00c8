"""Marks that overlap as they like become runs that nest."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Span
from generator.render.marks import Mark, Run, apart, runs, touching

SPANS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda pair: Span(*sorted(pair)))
LAYERS = st.lists(st.lists(st.builds(Mark, SPANS, st.text("abc", min_size=1)), max_size=6).map(apart), max_size=4)


def written(text: str, pieces: tuple[Run[str], ...]) -> str:
    return "".join(
        f"<{run.body}>{written(text, run.inside)}</{run.body}>" if run.body else text[run.span.start : run.span.end]
        for run in pieces
    )


def mark(start: int, end: int, body: str) -> Mark[str]:
    return Mark(Span(start, end), body)


@pytest.mark.parametrize(
    ("layers", "expected"),
    [
        pytest.param([], "0123456789", id="no marks"),
        pytest.param([[mark(2, 4, "a")]], "01<a>23</a>456789", id="one mark"),
        pytest.param([[mark(0, 5, "s"), mark(5, 10, "s")]], "<s>01234</s><s>56789</s>", id="neighbours"),
        pytest.param([[mark(0, 5, "s")], [mark(2, 3, "k")]], "<s>01<k>2</k>34</s>56789", id="one inside another"),
        pytest.param([[mark(0, 5, "s")], [mark(3, 8, "k")]], "<s>012<k>34</k></s><k>567</k>89", id="crossing: cut"),
        pytest.param(
            [[mark(2, 3, "s")], [mark(0, 5, "k")]], "<k>01</k><s><k>2</k></s><k>34</k>56789", id="outer is smaller"
        ),
        pytest.param([[mark(3, 3, "s")]], "0123456789", id="an empty mark"),
        pytest.param([[mark(2, 4, "a"), mark(3, 9, "b")]], "01<a>23</a>456789", id="overlap in a layer: the first"),
        pytest.param([[mark(2, 4, "a"), mark(2, 9, "b")]], "01<b>2345678</b>9", id="overlap in a layer: the longer"),
    ],
)
def test_marks_are_written_so_that_they_nest(layers, expected):
    text = "0123456789"
    assert written(text, runs(Span(0, 10), [apart(layer) for layer in layers])) == expected


def leaves(pieces: tuple[Run[str], ...]) -> Iterator[Run[str]]:
    for run in pieces:
        yield from leaves(run.inside) if run.body else (run,)


@given(SPANS, LAYERS)
def test_the_runs_are_the_text_without_gap_or_overlap(span, layers):
    flat = list(leaves(runs(span, layers)))
    assert [at for run in flat for at in range(run.span.start, run.span.end)] == list(range(span.start, span.end))


@given(SPANS, LAYERS)
def test_every_character_is_under_the_marks_that_cover_it_the_outermost_first(span, layers):
    def under(pieces: tuple[Run[str], ...], above: tuple[str, ...]) -> Iterator[tuple[int, tuple[str, ...]]]:
        for run in pieces:
            if run.body:
                yield from under(run.inside, (*above, run.body))
            else:
                yield from ((at, above) for at in range(run.span.start, run.span.end))

    for at, above in under(runs(span, layers), ()):
        covering = (next((one.body for one in layer if one.span.start <= at < one.span.end), None) for layer in layers)
        assert above == tuple(filter(None, covering))


@given(SPANS, LAYERS)
def test_runs_lie_inside_the_run_around_them(span, layers):
    def check(pieces: tuple[Run[str], ...], around: Span) -> None:
        for run in pieces:
            assert around.start <= run.span.start < run.span.end <= around.end
            assert bool(run.inside) == bool(run.body)
            check(run.inside, run.span)

    check(runs(span, layers), span)


@given(SPANS, LAYERS)
def test_touching_marks_are_found_without_looking_at_all(span, layers):
    for layer in layers:
        slow = [one for one in layer if max(one.span.start, span.start) < min(one.span.end, span.end)]
        assert span.start == span.end or list(touching(layer, span.start, span.end)) == slow
