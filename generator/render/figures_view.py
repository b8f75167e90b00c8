"""The pages of figures."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from operator import itemgetter

from generator.model import Span
from generator.render import addresses, glossary, words
from generator.render.escaping import one_line
from generator.render.heads import collection_head
from generator.render.index import Index
from generator.render.listing import listed, others, others_token, sentence_address, text_link, topic_link
from generator.render.parts import ListPart, parts
from generator.render.recipes import Recipe, key_of
from generator.render.stated import Stated
from generator.render.views import FigureGroup, FigureLine, FiguresView, Link, Piece, Tab

FEW = 10
"""Figures of a kind that stand beside those of others; a kind that has more has pages with all."""
_BEFORE, _BEHIND = 160, 140
"""Characters of the sentence that are shown at the two sides of a figure."""
_TOPICS = 4
"""Topics of a sentence that stand beside its figure."""

_Line = tuple[str, Stated]
"""Unit and figure."""


def figures_recipes(index: Index) -> Iterator[Recipe]:
    """The pages of figures: the largest of every kind, part by part, then all of those that have more."""
    figures = index.stated
    counts = {unit: len(all_) for unit, all_ in figures.by_unit.items()}
    lead = words.figures_lead(index.language, sum(counts.values()))
    said = (lead, words.figures_left_out(index.language, figures.left_out)) if figures.left_out else (lead,)
    lines = [(unit, one) for unit, all_ in figures.by_unit.items() for one in all_[:FEW]]
    yield from _recipes(index, addresses.FIGURES, (index.language.gettext("Figures"), *said), lines, counts)
    for unit, all_ in figures.by_unit.items():
        if len(all_) > FEW:
            said = (glossary.unit(index.language, unit), words.figures_lead(index.language, len(all_)))
            shown = [(unit, one) for one in all_]
            yield from _recipes(index, addresses.figures_address(unit), said, shown, counts)


def _recipes(
    index: Index, address: str, said: tuple[str, ...], lines: Sequence[_Line], counts: Mapping[str, int]
) -> Iterator[Recipe]:
    units = [unit for unit, count in counts.items() if count > FEW]
    told = counts if address == addresses.FIGURES else {}  # where a link to all of a kind says how many there are
    for part in parts(address, lines, index.site.settings.render.page_items, _named):
        # Only the overview says how many there are of each kind: else one figure more would change the pages of all.
        shown = (said if part.is_first else said[0], counts if _counts(part) else units)
        tokens = [(unit, told.get(unit), _token(index, one)) for unit, one in part.items]
        yield Recipe(
            part.address,
            key_of("figures", part.token(), shown, tokens),
            "",
            partial(_view, index, address, said, part, counts),
        )


def _named(line: _Line) -> tuple[str, str]:
    unit, stated = line
    return f"{unit} {stated.entry.id} {stated.figure.number}", stated.figure.value


def _token(index: Index, stated: Stated) -> object:
    id_ = stated.entry.id
    return index.tokens[id_], stated.figure.number, index.marks[id_], others_token(index, stated.others)


def _topics(index: Index, id_: str, sentence: Span) -> tuple[str, ...]:
    """Keys of the first topics that a sentence names."""
    found = sorted(
        (span.start, topic.key)
        for topic, mention in index.topics_of.get(id_, ())
        for span in mention.spans
        if sentence.start <= span.start < sentence.end
    )
    return tuple(dict.fromkeys(key for _, key in found))[:_TOPICS]


def _view(
    index: Index, address: str, said: tuple[str, ...], part: ListPart[_Line], counts: Mapping[str, int]
) -> FiguresView:
    title, *lead = said
    is_overview, here, shown = address == addresses.FIGURES, part.address, part.title(index.language, title)
    return FiguresView(
        address=here,
        head=collection_head(index, "figures", here, (shown, f"{title}: {lead[0]}" if part.is_first else shown)),
        title=title,
        lead=tuple(lead) if part.is_first else (),
        tabs=tuple(_tabs(index, part, address, counts)),
        groups=tuple(
            FigureGroup(
                title=glossary.unit(index.language, unit) if is_overview else "",
                lines=tuple(_line(index, here, one) for _, one in group),
                rest=_rest(index, here, unit, counts[unit]) if is_overview else None,
            )
            for unit, group in groupby(part.items, key=itemgetter(0))
        ),
        part=part.part,
    )


def _tabs(index: Index, part: ListPart[_Line], address: str, counts: Mapping[str, int]) -> Iterator[Tab]:
    """Ways to the overview and to every kind with a page; none where no kind has one."""
    here, shown = part.address, _counts(part)
    units = [unit for unit, count in counts.items() if count > FEW]
    if units:
        link = Link(index.language.gettext("All kinds"), addresses.relative(here, addresses.FIGURES))
        yield Tab(link, sum(counts.values()) if shown else 0, address == addresses.FIGURES)
    for unit in units:
        there = addresses.figures_address(unit)
        link = Link(glossary.unit(index.language, unit), addresses.relative(here, there))
        yield Tab(link, counts[unit] if shown else 0, address == there)


def _counts(part: ListPart[_Line]) -> bool:
    """Whether a page says how many figures there are of each kind."""
    return part.address == addresses.FIGURES


def _rest(index: Index, here: str, unit: str, count: int) -> Link | None:
    if count <= FEW:
        return None
    return Link(words.all_figures(index.language, count), addresses.relative(here, addresses.figures_address(unit)))


def _line(index: Index, here: str, stated: Stated) -> FigureLine:
    entry, each = stated.entry, index.lean[stated.entry.id]
    figure = each.annotations.figures[stated.figure.number]
    text, sentence = one_line(figure.text), each.annotations.sentences[stated.figure.sentence].span
    links, more = others(index, here, entry, stated.others)
    return FigureLine(
        figure=text_link(index, entry.language, text, sentence_address(index, here, entry, stated.figure.sentence)),
        value=figure.value,
        what="" if one_line(figure.what) in text else one_line(figure.what),
        pieces=_pieces(each.article.text, sentence, figure.span),
        topics=tuple(topic_link(index, here, key) for key in _topics(index, entry.id, sentence)),
        article=listed(index, here, entry),
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
