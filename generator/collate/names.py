"""Names in which two sentences cannot both be right: the same place in the sentence, filled by others.

Most names that one report has for those of another are of the same: a first name for a surname, a department for its
head, a city for its state, a capital for its government. So two names differ only where both are known whole and are of
persons, or where the words on both sides of them are the same and they are alike in kind.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from unicodedata import normalize

from generator.collate.context import Place, likeness
from generator.collate.found import Found
from generator.collate.said import Said
from generator.collate.sameness import likelihood, likely_odds
from generator.model import DifferenceKind, NameKind, Record, Span

_SPELT = 0.7
"""Share of letters in common from which on two names may be one, spelt otherwise."""
_SPELT_FREELY = 0.85
"""The same where the first letters differ: "Djihad", "Jihad"."""
_LIKE = 0.6
"""Share of their words that two sentences must have in common (Dice), for a name to be in the place of another."""
_IN_FRAME = 0.75
"""How sure it is that names differ between the same words."""
_CODE = 0.7
"""How sure it is that initials with other letters are another's."""
_MISSPELT = 0.4
"""The same of surnames spelt otherwise: mostly it is one name, in letters that it is not written in at home."""
_WHOLE = 2
"""Words of a whole name."""
_LEAST_INITIALS = 3
_ROOT = 4
"""Letters that a place and its people have in common: "China", "Chinese"."""
_GENERIC = frozenset(
    """
    inc corp co ltd plc llc group holdings holding industries company corporation bank banks university institute
    ministry department committee council party court international national american systems technologies airlines
    hospital school center centre county city street road river north south east west new san st saint and of the for
    """.split()  # noqa: SIM905 - a list of words reads as one
)
"""Words that many names have."""
_STAND_FOR = frozenset(
    """
    us u.s u.s. usa america american americans washington uk u.k u.k. britain british london eu e.u european europe un
    u.n u.n. nations states kingdom beijing moscow house pentagon capitol congress senate
    """.split()  # noqa: SIM905
)
"""Names of powers, which stand for each other: "Washington" for the United States."""


class _Named(Record, frozen=True):
    """A place of a name."""

    span: Span
    kind: NameKind
    first: int
    """Index of its first word in the sentence."""
    last: int
    words: tuple[str, ...]
    """Those of its fullest form in the article, in lower case."""


def find_name(a: Said, b: Said) -> tuple[Found, ...]:
    """Names that stand where the other sentence has another, in the order of the first sentence."""
    if not a.names or not b.names or likeness(a, b) < _LIKE:
        return ()
    ours, theirs = _only(a, b), _only(b, a)
    single = len(ours) == len(theirs) == 1  # persons far from where the other has theirs: more cannot be told apart
    found = (_differing(a, x, b, y, single=single) for x in ours for y in theirs)
    return tuple(each for each in found if each) or tuple(_misspelt(a, b))


def _only(said: Said, other: Said) -> list[_Named]:
    """Names of a sentence that the other does not have in this form."""
    text = other.text.lower()
    return [each for each in _named(said) if " ".join(each.words) not in text]


def _named(said: Said) -> Iterator[_Named]:
    for span, name in said.names:
        inside = [index for index, word in enumerate(said.words) if span.start <= word.span.start < span.end]
        if inside:
            yield _Named(span, name.kind, inside[0], inside[-1] + 1, tuple(name.text.lower().split()))


def _are_apart(x: _Named, a: Said, y: _Named, b: Said) -> bool:
    """Whether each name has words that neither the other name nor the other sentence has, in any form."""
    return _is_new(x, y, b) and _is_new(y, x, a)


def _is_new(name: _Named, beside: _Named, other: Said) -> bool:
    words = {word.lower.removesuffix("'s") for word in other.words}
    words.update(word for _, one in other.names for word in one.text.lower().split())
    telling = [word for word in name.words if word not in _GENERIC and word not in beside.words]
    return bool(telling) and not _is_said(name, telling, words, "".join(word.lower[0] for word in other.words))


def _is_said(name: _Named, telling: Sequence[str], words: set[str], letters: str) -> bool:
    """Whether words of the other sentence are a part of the name, its initials, or another spelling of it.

    With the words their first letters are given, in order, for what the name may be the initials of.
    """
    if not _STAND_FOR.isdisjoint(telling):
        return True
    if _initials(name.words) in words or any(len(word) >= _LEAST_INITIALS and word in letters for word in telling):
        return True
    return any(word == one or _is_spelling(word, one) for word in telling for one in words)


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words)


def _is_spelling(word: str, one: str) -> bool:
    """Whether the two may be one word: of one root, short for the other, or with other letters for the same sounds."""
    if min(len(word), len(one)) < _LEAST_INITIALS:
        return False
    if word[:_ROOT] == one[:_ROOT] or word.startswith(one) or one.startswith(word):
        return True
    alike = SequenceMatcher(None, word, one, autojunk=False).ratio()
    return alike >= (_SPELT if word[0] == one[0] else _SPELT_FREELY)


def _differing(a: Said, x: _Named, b: Said, y: _Named, *, single: bool) -> Found | None:
    sure = _IN_FRAME if _are_alike(x, y) and _is_framed(a, x, b, y) else 0.0
    if single and _are_persons(x, y):
        sure = likelihood(likely_odds(Place(a, x.first, x.last), Place(b, y.first, y.last)))
    if not sure or not _are_apart(x, a, y, b):
        return None
    one, other = a.text[x.span.start : x.span.end], b.text[y.span.start : y.span.end]
    why = f"Where one names {one}, the other names {other}."
    return Found(DifferenceKind.NAME, sure, False, why, x.span, y.span) if sure else None


def _are_persons(x: _Named, y: _Named) -> bool:
    kinds = {x.kind, y.kind}
    return (
        kinds <= {NameKind.PERSON, NameKind.NAME}
        and NameKind.PERSON in kinds
        and min(len(x.words), len(y.words)) >= _WHOLE
    )


def _are_alike(x: _Named, y: _Named) -> bool:
    """Whether they are names of one kind, as far as that is known, and end alike ("Oak Industries") or are as long."""
    return x.kind is y.kind and (x.words[-1] == y.words[-1] or len(x.words) == len(y.words) >= _WHOLE)


def _is_framed(a: Said, x: _Named, b: Said, y: _Named) -> bool:
    """Whether the same words stand before and behind the two."""
    one, other = ((said.words[: name.first][-1:], said.words[name.last :][:1]) for said, name in ((a, x), (b, y)))
    before, after = ([word.lower for word in part] for part in one), [[word.lower for word in part] for part in other]
    return list(before) == after


def _misspelt(a: Said, b: Said) -> Iterator[Found]:
    """Names that are one but for a few letters: initials, and surnames behind the same first name."""
    ours, theirs = ({said.text[span.start : span.end]: span for span, _ in said.names} for said in (a, b))
    for one, at in ours.items():
        for other, there in theirs.items():
            if one not in b.text and other not in a.text and _is_misspelling(one.split(), other.split()):
                why = f"One writes {one}, the other {other}."
                sure = _CODE if one.split()[0].isupper() else _MISSPELT
                yield Found(DifferenceKind.NAME, sure, False, why, at, there)


def _is_misspelling(one: list[str], other: list[str]) -> bool:
    if one[0] == other[0] and len(one) > 1 < len(other):
        return _is_close(one[-1], other[-1])
    return one[1:] == other[1:] and one[0].isupper() and other[0].isupper() and _is_close(one[0], other[0])


def _is_close(word: str, one: str) -> bool:
    return (
        _plain(word) != _plain(one)
        and word[0] == one[0]
        and SequenceMatcher(None, word, one, autojunk=False).ratio() >= _SPELT
    )


def _plain(word: str) -> str:
    """The letters of a word without accents and signs."""
    return "".join(letter for letter in normalize("NFKD", word) if letter.isalpha())
