"""The reports of a story in columns, aligned fact by fact."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.collate.wording import shared_wording
from generator.model import Difference, Fact, Place, Span
from generator.render import addresses
from generator.render.collated import Collated, differences_at, sentence_href
from generator.render.index import Index
from generator.render.listing import listed, text_link
from generator.render.marks import Mark, Run, apart, runs
from generator.render.texts import QUOTED, quoted
from generator.render.views import Aligned, CollationRow, Columns, Told, ToldSentence

ABREAST = 4
"""Columns side by side, at the most."""
_NEARLY = 0.5
"""Share of a sentence that another must have for the rest of it to count as changed: in a sentence of its own wording
everything would be."""


def columns(index: Index, each: Collated) -> tuple[Columns, ...]:
    """Groups of columns, the first of the articles with most facts."""
    groups = [each.shown[start : start + ABREAST] for start in range(0, len(each.shown), ABREAST)]
    made = _Rows(index, each)
    return tuple(made.columns(sorted(group)) for group in groups)


@dataclass(slots=True)
class _Rows:
    index: Index
    each: Collated
    anchored: set[int]
    """Facts whose anchor stands on the page already."""
    differing: Mapping[Place, list[tuple[int, Difference]]]

    def __init__(self, index: Index, each: Collated) -> None:
        self.index, self.each, self.anchored = index, each, set()
        self.differing = differences_at(each.collation.differences)

    def columns(self, numbers: Sequence[int]) -> Columns:
        """The columns of some articles, with the facts that any of them has."""
        heads = tuple(listed(self.index, self.each.address, self.each.entries[number]) for number in numbers)
        return Columns(heads, tuple(self.each.names[number] for number in numbers), tuple(self._rows(numbers)))

    def _rows(self, numbers: Sequence[int]) -> Iterator[CollationRow]:
        """A row for every fact of several columns; what only one of them has is packed between these."""
        facts = enumerate(self.each.collation.facts)
        here = [(number, places) for number, fact in facts if (places := _places(fact, numbers))]
        for is_shared, some in groupby(here, lambda pair: len({place.article for place in pair[1]}) > 1):
            if is_shared:
                yield from (self._row(number, places, numbers) for number, places in some)
            else:
                yield self._packed(list(some), numbers)

    def _row(self, number: int, places: Sequence[Place], numbers: Sequence[int]) -> CollationRow:
        is_alone, shared = self._is_alone(number), _shared(self.each, places)
        made = {
            place: Aligned(self._sentence(place, spans), "", is_alone)
            for place, spans in zip(places, shared, strict=True)
        }
        cells = tuple(tuple(made[place] for place in places if place.article == article) for article in numbers)
        return CollationRow(self._anchor(number), is_packed=False, cells=cells)

    def _packed(self, some: Sequence[tuple[int, Sequence[Place]]], numbers: Sequence[int]) -> CollationRow:
        cells: dict[int, list[Aligned]] = {article: [] for article in numbers}
        for number, places in some:
            for place in places:
                aligned = Aligned(self._sentence(place, ()), self._anchor(number), self._is_alone(number))
                cells[place.article].append(aligned)
        return CollationRow("", is_packed=True, cells=tuple(map(tuple, cells.values())))

    def _anchor(self, number: int) -> str:
        is_new = number not in self.anchored
        self.anchored.add(number)
        return addresses.fact_anchor(number) if is_new else ""

    def _is_alone(self, number: int) -> bool:
        return len(self.each.saying(self.each.collation.facts[number])) == 1

    def _sentence(self, place: Place, shared: Sequence[Span]) -> ToldSentence:
        sides = [side for _, one in self.differing.get(place, ()) for side in (one.a, one.b)]
        marked = [side.span for side in sides if side.place == place]
        return told_sentence(self.index, self.each, self.each.address, place, (marked, shared))


def _places(fact: Fact, numbers: Sequence[int]) -> list[Place]:
    return [place for place in fact.places if place.article in numbers]


def _shared(each: Collated, places: Sequence[Place]) -> tuple[tuple[Span, ...], ...]:
    """The wording each sentence shares, as spans of its article; nothing where that is only a small part of it."""
    if len({place.article for place in places}) == 1:
        return tuple(() for _ in places)
    spans = [each.sentence(place).span for place in places]
    texts = [
        each.articles[place.article].article.text[span.start : span.end]
        for place, span in zip(places, spans, strict=True)
    ]
    language = each.articles[places[0].article].article.language
    return tuple(
        tuple(Span(span.start + one.start, span.start + one.end) for one in found)
        if sum(one.end - one.start for one in found) >= _NEARLY * (span.end - span.start)
        else ()
        for span, found in zip(spans, shared_wording(texts, language), strict=True)
    )


def told_sentence(
    index: Index, each: Collated, here: str, place: Place, marked: tuple[Sequence[Span], Sequence[Span]]
) -> ToldSentence:
    """A sentence with what differs in it, and the wording it shares."""
    differing, shared = marked
    language = each.articles[place.article].article.language
    text, whole = each.text(place)
    part = Span(whole.start, min(whole.end, whole.start + QUOTED))
    found = runs(
        part, [apart(Mark(span, "differ") for span in differing), apart(Mark(span, "same") for span in shared)]
    )
    pieces = _joined(piece for run in found for piece in _told(text, run, "new" if shared else ""))
    return ToldSentence(
        link=text_link(index, language, quoted(text, whole), sentence_href(each, here, place)),
        pieces=(*pieces, *([Told("…")] if part.end < whole.end else [])),
    )


def _joined(pieces: Iterable[Told]) -> list[Told]:
    """The pieces, neighbours of one kind as one."""
    return [
        Told("".join(piece.text for piece in some), kind) for kind, some in groupby(pieces, lambda piece: piece.kind)
    ]


def _told(text: str, run: Run[str], plain: str) -> list[Told]:
    words = text[run.span.start : run.span.end]
    if run.body:
        return [Told(words, run.body)]
    return [Told(words, plain if any(map(str.isalnum, words)) else "same" if plain else "")]
