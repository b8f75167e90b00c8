"""The pages of figures."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from generator.model import Span
from generator.render import addresses, structured, words
from generator.render.escaping import one_line
from generator.render.index import Index
from generator.render.listing import listed, others, parts, sentence_address, text_link, topic_link
from generator.render.stated import Stated, find_stated
from generator.render.views import FigureGroup, FigureLine, FiguresView, Head, Link, Piece, Tab

FEW = 10
"""Figures of a kind that stand beside those of others; a kind that has more has pages with all."""
_BEFORE, _BEHIND = 160, 140
"""Characters of the sentence that are shown at the two sides of a figure."""


def figures_views(index: Index) -> Iterator[FiguresView]:
    """What the pages of figures show: the largest of every kind, part by part, then all of those that have more."""
    figures = find_stated(index.articles.values(), index.topics_of)
    counts = {unit: len(all_) for unit, all_ in figures.by_unit.items()}
    lead = words.figures_lead(sum(counts.values()))
    said = (lead, words.figures_left_out(figures.left_out)) if figures.left_out else (lead,)
    lines = [(unit, one) for unit, all_ in figures.by_unit.items() for one in all_[:FEW]]
    yield from _views(index, addresses.FIGURES, (words.FIGURES, *said), lines, counts)
    for unit, all_ in figures.by_unit.items():
        if len(all_) > FEW:
            said = (words.unit_title(unit, index.site.language), words.figures_lead(len(all_)))
            yield from _views(index, addresses.figures_address(unit), said, [(unit, one) for one in all_], counts)


def _views(
    index: Index, address: str, said: tuple[str, ...], lines: Sequence[tuple[str, Stated]], counts: dict[str, int]
) -> Iterator[FiguresView]:
    title, *lead = said
    is_overview = address == addresses.FIGURES
    for here, part, some in parts(address, lines, index.site.settings.render.page_items):
        shown = words.title_of_part(title, part.number)
        yield FiguresView(
            address=here,
            head=Head(
                title=shown,
                description=f"{title}: {lead[0]}",
                kind="figures",
                jsonld=structured.collection(index.site, here, shown),
                lang=index.site.language,
            ),
            title=title,
            lead=tuple(lead),
            tabs=tuple(_tabs(index, here, address, counts)),
            groups=tuple(
                FigureGroup(
                    title=words.unit_title(unit, index.site.language) if is_overview else "",
                    lines=tuple(_line(index, here, one) for _, one in group),
                    rest=_rest(here, unit, counts[unit]) if is_overview else None,
                )
                for unit, group in groupby(some, key=itemgetter(0))
            ),
            part=part,
        )


def _tabs(index: Index, here: str, address: str, counts: dict[str, int]) -> Iterator[Tab]:
    """Ways to the overview and to every kind with a page; none where no kind has one."""
    units = [unit for unit, count in counts.items() if count > FEW]
    if units:
        link = Link(words.ALL_FIGURES, addresses.relative(here, addresses.FIGURES))
        yield Tab(link, sum(counts.values()), address == addresses.FIGURES)
    for unit in units:
        there = addresses.figures_address(unit)
        link = Link(words.unit_title(unit, index.site.language), addresses.relative(here, there))
        yield Tab(link, counts[unit], address == there)


def _rest(here: str, unit: str, count: int) -> Link | None:
    if count <= FEW:
        return None
    return Link(words.all_figures(count), addresses.relative(here, addresses.figures_address(unit)))


def _line(index: Index, here: str, stated: Stated) -> FigureLine:
    each, figure = stated.each, stated.figure
    text, sentence = one_line(figure.text), each.annotations.sentences[stated.sentence].span
    links, more = others(index, here, each, stated.others)
    return FigureLine(
        figure=text_link(index, each, text, sentence_address(index, here, each, stated.sentence)),
        value=figure.value,
        what="" if one_line(figure.what) in text else one_line(figure.what),
        pieces=_pieces(each.article.text, sentence, figure.span),
        topics=tuple(topic_link(index, here, key) for key in stated.topics),
        article=listed(index, here, each),
        others=links,
        more=more,
    )


def _pieces(text: str, sentence: Span, figure: Span) -> tuple[Piece, ...]:
    """The sentence with the figure marked; of a long one what is around the figure, cut at words."""
    start, end = sentence.start, max(sentence.end, figure.end)
    if figure.start - start > _BEFORE:
        start = figure.start - _BEFORE
        start += max(0, text[start : figure.start].find(" ") + 1)
    if end - figure.end > _BEHIND:
        end = figure.end + _BEHIND
        end = max(figure.end, text.rfind(" ", figure.end, end)) if " " in text[figure.end : end] else end
    before = f"{'…' if start > sentence.start else ''}{text[start : figure.start]}"
    behind = f"{text[figure.end : end]}{'…' if end < sentence.end else ''}"
    pieces = (Piece(before, False), Piece(text[figure.start : figure.end], True), Piece(behind, False))
    return tuple(piece for piece in pieces if piece.text)
