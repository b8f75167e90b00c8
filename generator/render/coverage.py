"""Who says what: the sources of a story by its facts."""

from collections.abc import Iterator, Mapping

from generator.model import UNKNOWN_SOURCE, Fact, Place
from generator.render import addresses
from generator.render.collated import Collated, report_link
from generator.render.index import Index
from generator.render.listing import source_link, text_link
from generator.render.texts import sentence_text, shortened
from generator.render.views import Link, Matrix, MatrixRow
from generator.text import base_language

_ROWS = 30
_LABEL = 90
"""Characters of a sentence that tell which fact it is."""


def coverage(index: Index, each: Collated) -> Matrix | None:
    """Sources by facts that more than one of them has; none where there is nothing to compare."""
    columns = _columns(index, each)
    held = [{columns[each.voices[place.article]] for place in fact.places} for fact in each.collation.facts]
    sources = list(dict.fromkeys(columns.values()))
    shared = [number for number, keys in enumerate(held) if len(keys) > 1]
    if len(sources) < _SOURCES or not shared:
        return None
    most = sorted(shared, key=lambda number: (number not in each.differing, -len(held[number]), number))[:_ROWS]
    return Matrix(
        sources=tuple(_link(index, each, column) for column in sources),
        rows=tuple(
            MatrixRow(
                fact=_label(index, each, number),
                marks=tuple(_marks(each, number, columns, held[number])),
            )
            for number in sorted(most)
        ),
        more=len(shared) - len(most),
        alone=tuple(sum(keys == {key} for keys in held) for key in sources),
    )


_SOURCES = 2


_Column = int | str
"""The number of a report, or the name of a source."""


def _columns(index: Index, each: Collated) -> dict[int, _Column]:
    """The column of everybody who says something: that of the source.

    One each where all are of one source, and where the source is not known.
    """
    given = {voice: each.entries[voice].source for voice in each.sayers()}
    names = {voice: index.source_names[addresses.source_key(source)] for voice, source in given.items()}
    is_one = len(set(names.values())) == 1
    return {voice: voice if is_one or given[voice] == UNKNOWN_SOURCE else name for voice, name in names.items()}


def _link(index: Index, each: Collated, column: _Column) -> Link:
    """To what the column is of."""
    if isinstance(column, int):
        return report_link(each, each.address, column)
    return source_link(index, each.address, column)


def _marks(each: Collated, number: int, columns: Mapping[int, _Column], held: set[_Column]) -> Iterator[str]:
    """What every column has to do with a fact."""
    differing = _differing(each, number, columns)
    for column in dict.fromkeys(columns.values()):
        yield "differs" if column in differing else "says" if column in held else ""


def _differing(each: Collated, number: int, columns: Mapping[int, _Column]) -> set[_Column]:
    """Whose sentences of a fact cannot all be right."""
    if number not in each.differing:
        return set()
    return {
        columns[each.voices[side.place.article]]
        for one in each.collation.differences
        for side in (one.a, one.b)
        if each.fact_of(side) == number
    }


def _label(index: Index, each: Collated, number: int) -> Link:
    text, language = label(each, each.collation.facts[number])
    return text_link(index, language, shortened(text, _LABEL), row_href(each, number))


def row_href(each: Collated, number: int) -> str:
    """Link to a fact from elsewhere on the page of its story; empty where it stands nowhere side by side."""
    anchor = each.row(number)
    return f"#{anchor}" if anchor else ""


def label(each: Collated, fact: Fact) -> tuple[str, str]:
    """The best sentence of a fact with its language."""
    place = best_place(each, fact)
    return sentence_text(each.articles[place.article], each.sentence(place)), each.articles[
        place.article
    ].article.language


def best_place(each: Collated, fact: Fact) -> Place:
    """Where a fact is said best: in the language of the site, there in a key sentence, of these in the shortest."""
    return min(
        fact.places,
        key=lambda place: (
            base_language(each.articles[place.article].article.language) != base_language(each.language),
            not each.sentence(place).key,
            each.sentence(place).span.end - each.sentence(place).span.start,
            place,
        ),
    )
