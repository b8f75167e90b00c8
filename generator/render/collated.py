"""A story with its collation as its pages look things up: who says what, copies counted once."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from generator.model import (
    TITLE,
    UNKNOWN_SOURCE,
    Annotated,
    Collation,
    Copy,
    CopyKind,
    Difference,
    Entry,
    Fact,
    Passage,
    Place,
    Sentence,
    Span,
    Story,
)
from generator.render import addresses
from generator.render.escaping import one_line
from generator.render.index import Index
from generator.render.listing import source_name
from generator.render.texts import shortened
from generator.render.views import Link


@dataclass(frozen=True, slots=True)
class Collated:
    """A story with all that its pages say."""

    story: Story
    language: str
    """Of the site."""
    address: str
    collation: Collation
    entries: tuple[Entry, ...]
    """Of the articles of the collation, in their order; what has the number of an article is counted by these."""
    articles: tuple[Annotated, ...]
    """The same, lean."""
    copies: Mapping[str, Copy]
    """Those of its articles that are copies of another one of them, by id."""
    voices: tuple[int, ...]
    """For every article the number of the one it counts as: its own, or that of which it is a copy."""
    facts_of: Mapping[Place, int]
    """The fact that a sentence is of."""
    differing: frozenset[int]
    """Facts in which not all can be right."""
    shown: tuple[int, ...]
    """Articles that stand side by side, those with most facts first."""
    not_shown: int
    """How many further ones say something of their own."""
    outlets: tuple[str, ...]
    """Of every article who it is by: its source; its title where that is not known, or is the source of all."""
    names: tuple[str, ...]
    """Of every article what tells it from the others: by whom it is, with its title where others are by the same."""
    anchored: frozenset[int]
    """Facts that stand there, and so have an anchor on the page of the story."""

    def sentence(self, place: Place) -> Sentence:
        """The sentence at a place that is no headline."""
        return self.articles[place.article].annotations.sentences[place.sentence]

    def saying(self, fact: Fact) -> tuple[int, ...]:
        """Who says it: numbers of articles, a copy counting as what it is a copy of."""
        return tuple(sorted({self.voices[place.article] for place in fact.places}))

    def text(self, place: Place) -> tuple[str, Span]:
        """The text in which a sentence or a headline stands, and where."""
        article = self.articles[place.article].article
        if place.sentence == TITLE:
            return article.title, Span(0, len(article.title))
        return article.text, self.sentence(place).span

    def fact_of(self, passage: Passage) -> int:
        """The fact of a passage; -1 of a headline, which is in none."""
        return self.facts_of.get(passage.place, -1)

    def row(self, number: int) -> str:
        """Anchor of a fact on the page of the story; empty where it has none."""
        return addresses.fact_anchor(number) if number in self.anchored else ""

    def sayers(self) -> tuple[int, ...]:
        """All who say something of their own, in the order of the articles."""
        return tuple(sorted(set(self.voices)))


def collated(index: Index, story: Story) -> Collated:
    """A story with its collation."""
    collation = index.stories.collation(story)
    known = {**index.stories.copies, **{copy.id: copy for copy in collation.copies}}
    copies = {id_: known[id_] for id_ in collation.articles if id_ in known and known[id_].of in collation.articles}
    chosen = _with_columns(collation, copies)
    shown = chosen[:_SHOWN]
    entries = tuple(index.entries[id_] for id_ in collation.articles)
    called = tuple(_called(index, entries))
    facts_of = {place: number for number, fact in enumerate(collation.facts) for place in fact.places}
    return Collated(
        story=story,
        language=index.language.tag,
        address=index.stories.address(story, index.entries),
        collation=collation,
        entries=entries,
        articles=tuple(index.lean[id_] for id_ in collation.articles),
        copies=copies,
        voices=_voices(collation.articles, copies),
        facts_of=facts_of,
        differing=frozenset(facts_of[one.a.place] for one in collation.differences if one.a.place.sentence != TITLE),
        shown=tuple(shown),
        not_shown=len(chosen) - len(shown),
        outlets=tuple(outlet for outlet, _ in called),
        names=tuple(name for _, name in called),
        anchored=frozenset(number for place, number in facts_of.items() if place.article in shown),
    )


_SHOWN = 12
"""Articles side by side, at the most: of a story of fifty the rest is in the table of who says what."""


_TITLE = 40
"""Characters of a title that tell a report from others."""


def _with_columns(collation: Collation, copies: Mapping[str, Copy]) -> list[int]:
    """The articles that are no copies which say nothing else, those with most facts first."""
    differing = {side.place.article for one in collation.differences for side in (one.a, one.b)}
    own = [
        number
        for number, id_ in enumerate(collation.articles)
        if id_ not in copies
        or copies[id_].kind is CopyKind.REWORDED
        or (copies[id_].kind is CopyKind.NEAR and number in differing)
    ]
    counts = Counter(number for fact in collation.facts for number in {place.article for place in fact.places})
    chosen = own if len(own) > 1 else range(len(collation.articles))
    return sorted(chosen, key=lambda number: (-counts[number], number))


def _called(index: Index, entries: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    """Of every article by whom it is, and what tells it from the others."""
    counts = Counter(addresses.source_key(entry.source) for entry in entries)
    for entry in entries:
        title, count = shortened(one_line(entry.title), _TITLE), counts[addresses.source_key(entry.source)]
        source = source_name(index, entry.source)
        if entry.source == UNKNOWN_SOURCE or count == len(entries):
            yield (quoted := index.language.gettext("“%(text)s”", text=title)), quoted
        elif count == 1:
            yield source, source
        else:
            yield source, index.language.gettext("%(source)s: %(title)s", source=source, title=title)


def _voices(ids: tuple[str, ...], copies: Mapping[str, Copy]) -> tuple[int, ...]:
    """A story that is one text in several wordings has a voice for each, or nobody would say anything."""
    wordings = {id_: copy for id_, copy in copies.items() if copy.kind is not CopyKind.REWORDED}
    for counted in (copies, wordings):
        roots = [_root(id_, counted) for id_ in ids]
        if len(set(roots)) > 1:
            return tuple(roots.index(root) for root in roots)
    return tuple(range(len(ids)))


def _root(id_: str, copies: Mapping[str, Copy]) -> str:
    seen = {id_}
    while id_ in copies and copies[id_].of not in seen:
        id_ = copies[id_].of
        seen.add(id_)
    return id_


def report_link(each: Collated, here: str, number: int) -> Link:
    """Link from the page at `here` to a report, by what tells it from the others of its story."""
    return Link(each.names[number], addresses.relative(here, each.entries[number].address))


def differences_at(differences: tuple[Difference, ...]) -> dict[Place, list[tuple[int, Difference]]]:
    """The differences of every sentence that has one, with their numbers."""
    found: defaultdict[Place, list[tuple[int, Difference]]] = defaultdict(list)
    for number, one in enumerate(differences):
        for place in dict.fromkeys(chain((one.a.place, one.b.place))):
            found[place].append((number, one))
    return dict(found)


def sentence_href(each: Collated, here: str, place: Place) -> str:
    """Link from the page at `here` to a sentence, or to the article that a headline is of."""
    there = each.entries[place.article].address
    if place.sentence == TITLE:
        return addresses.relative(here, there)
    return addresses.relative(here, there, addresses.sentence_anchor(each.sentence(place)))
