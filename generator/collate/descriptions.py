"""What two sentences call the same: "food delivery giant Meituan", "grocery giant Meituan"."""

from collections.abc import Iterator, Sequence

from generator.collate.found import Found
from generator.collate.said import Said, Word
from generator.model import DifferenceKind, Record, Span

_SURE = 0.75
_ROOT = 4
"""Letters that two words of one root begin with: "rail", "railway"."""
_LONGEST = 4
"""Most words of a description before a name."""
_HEADS = frozenset(
    """
    giant firm company maker group retailer operator bank chain provider platform carrier airline producer
    manufacturer newspaper agency magazine lender insurer supplier developer startup conglomerate network brand store
    party state city region province minister president chairman director secretary spokesman spokeswoman
    """.split()  # noqa: SIM905 - a list of words reads as one
)
"""What a description of a company, a place or a person in office ends with."""
_BROAD = frozenset(
    """
    tech technology internet online web digital chinese american british european us u.s global world international
    national local big biggest large largest leading major top new old former then rival fellow giant main huge
    industry market business trade private public foreign deputy acting vice senior chief
    """.split()  # noqa: SIM905
)
"""Words that go with any other: a tech giant may be an internet giant."""


class _Description(Record, frozen=True):
    """The words before a name that say what it is."""

    name: str
    """In its fullest form."""
    head: str
    words: tuple[Word, ...]
    """What stands before the head, in order; never empty."""


def find_description(a: Said, b: Said) -> tuple[Found, ...]:
    """Names of both sentences that each calls something else, in the order of the first."""
    if not a.names or not b.names:
        return ()
    theirs = {(each.name, each.head): each for each in _descriptions(b)}
    return tuple(
        _found(a, one, b, other)
        for one in _descriptions(a)
        if (other := theirs.get((one.name, one.head))) and _differ(one.words, other.words)
    )


def _descriptions(said: Said) -> Iterator[_Description]:
    for span, name in said.names:
        index = next((n for n, word in enumerate(said.words) if word.span.start >= span.start), len(said.words))
        words = _before(said, index)
        if len(words) > 1 and words[-1].lower in _HEADS:
            yield _Description(name.text, words[-1].lower, words[:-1])


def _before(said: Said, index: int) -> tuple[Word, ...]:
    """The words in small letters directly before a word, up to one that carries no subject."""
    start = index
    while start > max(0, index - _LONGEST) and start < len(said.words):
        word, following = said.words[start - 1], said.words[start]
        if word.is_stop or not word.text.islower() or said.text[word.span.end : following.span.start].strip(" -"):
            break
        start -= 1
    return said.words[start:index]


def _differ(one: Sequence[Word], other: Sequence[Word]) -> bool:
    ours, theirs = ({word.stem[:_ROOT] for word in words if word.lower not in _BROAD} for words in (one, other))
    return bool(ours and theirs and ours.isdisjoint(theirs))


def _found(a: Said, one: _Description, b: Said, other: _Description) -> Found:
    spans = [Span(words[0].span.start, words[-1].span.end) for words in (one.words, other.words)]
    first, second = a.text[spans[0].start : spans[0].end], b.text[spans[1].start : spans[1].end]
    why = f"One calls {one.name} “{first} {one.head}”, the other “{second} {other.head}”."
    return Found(DifferenceKind.NAME, _SURE, False, why, *spans)
