"""What an article has to do with other reports of its event: the box beside it, and the marks in its text."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import TITLE, Copy, Difference, Passage, Span
from generator.render import addresses, story_words
from generator.render.collated import Collated, collated, sentence_href
from generator.render.difference_lines import story_link
from generator.render.escaping import one_line
from generator.render.index import Index
from generator.render.listing import kept_text, listed, text_link
from generator.render.marked_text import Against, StoryMarks
from generator.render.story_view import only
from generator.render.texts import sentence_text, shortened
from generator.render.views import Link, OtherReport, StoryBox

_REPORTS = 6
_ADDS = 3
_NOTES = 16
"""Differences that have a note beside the article; the marks of others lead to the other report at once."""
_ADDED = 140
_WORDS = 80
"""Characters of a part of a sentence that tell which one it is."""
_NAMES = 3


def story_of(index: Index, id_: str) -> Collated | None:
    """The story of an article; none where it is in none."""
    story = index.stories.of.get(id_)
    return collated(index, story) if story else None


def story_token(index: Index, id_: str) -> bytes:
    """What the page of an article depends on for its story."""
    story = index.stories.of.get(id_)
    return index.stories.tokens[story.key] if story else b""


def story_box(index: Index, each: Collated, id_: str) -> StoryBox:
    """What stands beside an article of a story."""
    own, here = each.collation.articles.index(id_), index.entries[id_].address
    others = [entry for entry in each.entries if entry.id != id_]
    adds = _adds(each, own)
    ours = _ours(each, own)
    return StoryBox(
        story=story_link(index, each, addresses.relative(here, each.address)),
        reports=tuple(listed(index, here, entry) for entry in others[:_REPORTS]),
        more=max(0, len(others) - _REPORTS),
        adds=tuple(adds[:_ADDS]),
        more_adds=max(0, len(adds) - _ADDS),
        differs=tuple(_other(index, each, here, one) for one in ours[:_NOTES]),
        more_differs=max(0, len(ours) - _NOTES),
    )


def differences_of(each: Collated, id_: str) -> Sequence["Ours"]:
    """The differences of an article of a story, in reading order."""
    return _ours(each, each.collation.articles.index(id_))


def story_marks(index: Index, each: Collated, id_: str) -> StoryMarks:
    """The marks in the text of an article of a story."""
    own, here = each.collation.articles.index(id_), index.entries[id_].address
    in_text = (one for one in _ours(each, own) if one.our.place.sentence != TITLE)
    found = [(one.our.span, _against(index, each, here, one)) for one in in_text]
    return StoryMarks(_apart(found), dict(_agreeing(index, each, own)))


def _adds(each: Collated, own: int) -> list[Link]:
    """Sentences that only this article has, the key sentences first."""
    places = sorted(
        (place for _, place in only(each).get(own, ())),
        key=lambda place: (not each.sentence(place).key, each.sentence(place).key, place),
    )
    article = each.articles[own]
    return [
        Link(shortened(sentence_text(article, sentence), _ADDED), f"#{addresses.sentence_anchor(sentence)}")
        for sentence in map(each.sentence, places)
    ]


@dataclass(frozen=True, slots=True)
class Ours:
    """A difference as one of its articles sees it."""

    number: int
    one: Difference
    our: Passage
    their: Passage

    @property
    def sign(self) -> str:
        """What stands at its place in the text."""
        return story_words.difference_sign(self.number)


def _ours(each: Collated, own: int) -> list[Ours]:
    """The differences of an article, each with its own side and the other, in reading order, its headline first."""
    found = []
    for one in each.collation.differences:
        if one.a.place.article == own:
            found.append((one, one.a, one.b))
        elif one.b.place.article == own:
            found.append((one, one.b, one.a))
    ordered = sorted(found, key=lambda three: three[1:])
    return [Ours(number, *three) for number, three in enumerate(ordered, 1)]


def _other(index: Index, each: Collated, here: str, said: Ours) -> OtherReport:
    us, them = (each.articles[side.place.article].article for side in (said.our, said.their))
    return OtherReport(
        number=said.number,
        sign=said.sign,
        kind=story_words.kind(index.language, said.one),
        varies=said.one.varies,
        here=text_link(index, us.language, _words(each, said.our), sentence_href(each, here, said.our.place)),
        there=text_link(index, them.language, _words(each, said.their), sentence_href(each, here, said.their.place)),
        source=each.names[said.their.place.article],
        why=kept_text(index, one_line(said.one.why)),
    )


def _words(each: Collated, side: Passage) -> str:
    text, _ = each.text(side.place)
    return shortened(one_line(text[side.span.start : side.span.end]), _WORDS)


def _against(index: Index, each: Collated, here: str, said: Ours) -> Against:
    return Against(
        sign=said.sign,
        href=f"#{addresses.note_anchor(said.number)}"
        if said.number <= _NOTES
        else sentence_href(each, here, said.their.place),
        title=story_words.differs_from(
            index.language, said.one.kind, each.names[said.their.place.article], _words(each, said.their)
        ),
    )


def _apart(found: list[tuple[Span, Against]]) -> dict[Span, tuple[Against, ...]]:
    """Marks that overlap as one."""
    groups: list[tuple[Span, list[Against]]] = []
    for span, against in sorted(found, key=lambda pair: pair[0]):
        if groups and span.start < groups[-1][0].end:
            whole, some = groups[-1]
            groups[-1] = Span(whole.start, max(whole.end, span.end)), [*some, against]
        else:
            groups.append((span, [against]))
    return {span: tuple(some) for span, some in groups}


def _agreeing(index: Index, each: Collated, own: int) -> Iterator[tuple[int, str]]:
    """Sentences that reports other than this one and its copies have, too, and that nobody contradicts."""
    voice = each.voices[own]
    for number, fact in enumerate(each.collation.facts):
        others = [one for one in each.saying(fact) if one != voice]
        if others and number not in each.differing:
            names = list(dict.fromkeys(each.outlets[one] for one in others))
            said = story_words.others_say(index.language, names[:_NAMES], max(0, len(names) - _NAMES))
            yield from ((place.sentence, said) for place in fact.places if place.article == own)


def copies_of(index: Index, id_: str, each: Collated | None) -> list[tuple[str, str]]:
    """Ids of the articles that are the same text as this one, each with how: its copies, then those that reword it."""
    known = index.stories.copies
    root = known[id_].of if id_ in known else id_
    same = [(one, known.get(id_ if one == root else one)) for one in other_copies(index.copies_of.get(id_, ()), id_)]
    listed_ = {one for one, _ in same}
    reworded = [pair for pair in _reworded(each, id_) if pair[0] not in listed_] if each else []
    return [(one, story_words.copy_said(index.language, copy) if copy else "") for one, copy in (*same, *reworded)]


def _reworded(each: Collated, id_: str) -> Iterator[tuple[str, Copy]]:
    for copy in each.collation.copies:
        if id_ in {copy.id, copy.of}:
            yield copy.of if copy.id == id_ else copy.id, copy


def other_copies(group: tuple[str, ...], here: str) -> tuple[str, ...]:
    """The ids of a group of copies but one; the group is sorted."""
    place = bisect_left(group, here)
    return group[:place] + group[place + 1 :]
