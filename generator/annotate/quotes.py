"""Quotations of an article, each with who says it.

What stands in quotation marks is a quotation where a verb of saying gives it to somebody, or where it is longer than
the four words that a title, a nickname or a word held at arm's length has. The speaker is looked for in the sentence
first, then taken from the quotation before where this one goes on with it.
"""

import re
from bisect import bisect_right

from generator.annotate.attribution import Said, said_after, said_at_end, said_before, said_by
from generator.annotate.mentions import Mentions
from generator.annotate.quotation_marks import Quoted, quoted
from generator.model import Block, BlockKind, Name, Quote, Record, Sentence, Span

_UNREAD = {BlockKind.HEADING, BlockKind.BOILERPLATE, BlockKind.PREFORMATTED}
"""Kinds of block in which no quotations are looked for."""
_FEW = 4
"""Most words of what is quoted that has to be given to somebody to be a quotation."""
_PEOPLE = {"he", "she", "ele", "ela", "il", "elle", "er", "sie"}
_TEXT_BETWEEN = 300
_ENDS = re.compile(r"[.!?…,][\"”’»“'«」』]{0,2}$")
_SENTENCES_BACK = 6
_MEMORY = 3000
"""Characters back in which the person that a pronoun stands for is looked for."""


class _Place(Record, frozen=True):
    """A quotation with what surrounds it."""

    quoted: Quoted
    block: Span
    sentence: Span
    """From the start of the sentence in which it begins to the end of that in which it ends."""
    left: int
    """Where the words before it begin that may say who speaks."""
    right: int
    """Where the words behind it end that may say who speaks."""
    before: "Quoted | None"
    """The quotation before it in the article."""


def find_quotes(
    text: str, blocks: tuple[Block, ...], sentences: tuple[Sentence, ...], names: tuple[Name, ...]
) -> tuple[Quote, ...]:
    """Direct speech of the article, with speakers, in reading order, apart."""
    places = _places(text, blocks, sentences)
    mentions = Mentions(names)
    index = _Index(text, sentences, mentions)
    found: list[Quote] = []
    last = Said()
    for place in places:
        said = _resolved(place, _governing(text, place, mentions), last, index)
        if _is_quotation(text, place, said):
            if not said and _goes_on(text, place, found):
                said = last
            elif not said:
                said = _sentence_before(place, last, index)
            found.append(Quote(Span(place.quoted.start, place.quoted.end), said.speaker, said.description))
            last = said
    return tuple(found)


class _Index:
    """Sentences and names, for looking up whom a pronoun stands for."""

    def __init__(self, text: str, sentences: tuple[Sentence, ...], mentions: Mentions) -> None:
        self.text, self.sentences, self.mentions = text, sentences, mentions
        self.starts = [each.span.start for each in sentences]

    def at(self, place: int) -> int:
        """Index of the sentence at the place; -1 before the first."""
        return bisect_right(self.starts, place) - 1

    def subject(self, start: int, end: int) -> str:
        """The person who was spoken of last: the subject of the latest sentence that has one."""
        here = self.at(end)
        for number in range(here, max(here - _SENTENCES_BACK, -1), -1):
            span = self.sentences[number].span
            if span.start < start:
                break
            if person := self.mentions.subject_in(self.text, span.start, min(span.end, end)):
                return person
        return ""


def _places(text: str, blocks: tuple[Block, ...], sentences: tuple[Sentence, ...]) -> list[_Place]:
    starts = [each.span.start for each in sentences]
    pairs = [
        (each, block.span)
        for block in blocks
        if block.kind not in _UNREAD
        for each in quoted(text, block.span.start, block.span.end)
    ]
    places = []
    for index, (each, block) in enumerate(pairs):
        before = pairs[index - 1][0] if index else None
        following = pairs[index + 1][0].start if index + 1 < len(pairs) else block.end
        sentence = _around(each, block, sentences, starts)
        left = max(sentence.start, before.end if before else 0)
        right = max(each.end, min(sentence.end, following))
        places.append(_Place(each, block, sentence, min(left, each.start), right, before))
    return places


def _around(each: Quoted, block: Span, sentences: tuple[Sentence, ...], starts: list[int]) -> Span:
    first = bisect_right(starts, each.start) - 1
    last = bisect_right(starts, each.end - 1) - 1
    start = sentences[first].span.start if first >= 0 else block.start
    end = sentences[last].span.end if last >= 0 else block.end
    return Span(max(start, block.start), min(max(end, each.end), block.end))


def _governing(text: str, place: _Place, mentions: Mentions) -> Said:
    """Whom the sentence gives the words to."""
    each = place.quoted
    if agent := said_by(text, place.left, each.end, place.right, mentions):
        return agent
    before = said_before(text, place.left, each.start, mentions)
    if before:
        return before
    is_told = (
        _ENDS.search(text[each.end - 3 : each.end]) is not None
        or _is_comma(text, each.end)
        or _SAID_NEXT.match(text, each.end) is not None
    )
    after = said_after(text, each.end, place.right, mentions) if is_told else Said()
    return after or said_at_end(text, each.end, place.right, mentions)


_SAID_NEXT = re.compile(r"\s(?:said|says|added|adds)\s(?:[A-Z]|he\b|she\b)")
_COMMA = re.compile(r"\s?[,–—-]")


def _is_comma(text: str, place: int) -> bool:
    """Whether the sentence goes on behind a quotation with a comma or a dash."""
    return _COMMA.match(text, place) is not None


def _resolved(place: _Place, said: Said, last: Said, index: _Index) -> Said:
    """The same with the person that a pronoun stands for."""
    if not said.pronoun:
        return said
    start = place.quoted.start
    is_near = place.before is not None and start - place.before.end <= _TEXT_BETWEEN
    if said.pronoun not in _PEOPLE:
        is_same = is_near and said.pronoun == "it" and not index.mentions.is_person(last.speaker)
        return Said(last.speaker, last.description, said.pronoun) if is_same else Said(pronoun=said.pronoun)
    if place.before and (person := index.subject(place.before.end, start)):
        return Said(person, said.description)
    if place.before and (last.speaker or (last and is_near)):
        return Said(last.speaker, said.description or ("" if last.speaker else last.description))
    person = index.subject(0, start) or index.mentions.person_before(start, max(0, start - _MEMORY))
    return Said(person, said.description, said.pronoun)


def _is_quotation(text: str, place: _Place, said: Said) -> bool:
    words = text[place.quoted.start + 1 : place.quoted.end - 1].split()
    if len(words) > _FEW:
        return True
    is_title = len(words) > 1 and all(word[:1].isupper() for word in words if len(word) > len("the"))
    ends = _ENDS.search(text[place.quoted.end - 3 : place.quoted.end]) is not None
    return ends or (bool(said) and not is_title)


def _goes_on(text: str, place: _Place, found: list[Quote]) -> bool:
    """Whether it goes on with the quotation before: no sentence without a quotation stands between them."""
    if not found or place.before is None or found[-1].span.end != place.before.end:
        return False
    between = text[place.before.end : place.quoted.start]
    if len(between) > _TEXT_BETWEEN:
        return False
    return len(re.findall(r"[.!?](?=\s)", between)) <= 1 and "“" not in between


def _sentence_before(place: _Place, last: Said, index: _Index) -> Said:
    """Whom the sentence before lets say something, for a quotation that is a sentence by itself."""
    number = index.at(place.quoted.start)
    if number < 1 or index.sentences[number].span.start != place.quoted.start:
        return Said()
    span = index.sentences[number - 1].span
    if place.before and place.before.end > span.start:
        return Said()
    said = said_after(index.text, span.start, span.end, index.mentions)
    said = _resolved(place, said, last, index)
    return said if said.speaker else Said()
