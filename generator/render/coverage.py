"""Who says what: the sources of a story by its facts."""

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
    columns = _columns(each)
    held = [{columns[each.voices[place.article]] for place in fact.places} for fact in each.collation.facts]
    sources = list(dict.fromkeys(columns[voice] for voice in each.sayers()))
    shared = [number for number, keys in enumerate(held) if len(keys) > 1]
    if len(sources) < _SOURCES or not shared:
        return None
    most = sorted(shared, key=lambda number: (number not in each.differing, -len(held[number]), number))[:_ROWS]
    links = {columns[voice]: _link(index, each, voice, columns[voice]) for voice in reversed(each.sayers())}
    return Matrix(
        sources=tuple(links[key] for key in sources),
        rows=tuple(
            MatrixRow(
                fact=_label(index, each, number),
                marks=tuple(
                    _mark(held[number], key, differs=key in _differing(each, number, columns)) for key in sources
                ),
            )
            for number in sorted(most)
        ),
        more=len(shared) - len(most),
        alone=tuple(sum(keys == {key} for keys in held) for key in sources),
    )


_SOURCES = 2


def _columns(each: Collated) -> dict[int, str]:
    """The column of everybody who says something: that of the source.

    One each where all are of one source, and where the source is not known.
    """
    keys = {voice: addresses.source_key(each.entries[voice].source) for voice in each.sayers()}
    is_one = len(set(keys.values())) == 1
    return {
        voice: each.entries[voice].id if is_one or each.entries[voice].source == UNKNOWN_SOURCE else key
        for voice, key in keys.items()
    }


def _link(index: Index, each: Collated, voice: int, column: str) -> Link:
    """To what the column is of."""
    entry = each.entries[voice]
    if column == entry.id:
        return report_link(each, each.address, voice)
    return source_link(index, each.address, entry.source)


def _mark(held: set[str], key: str, *, differs: bool) -> str:
    return "differs" if differs else "says" if key in held else ""


def _differing(each: Collated, number: int, columns: dict[int, str]) -> set[str]:
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
