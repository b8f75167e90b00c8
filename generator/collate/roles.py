"""Who does it and to whom it is done, exchanged between two sentences."""

from collections.abc import Iterator
from functools import lru_cache

from generator.collate.found import Found
from generator.collate.negation import denied
from generator.collate.opposites import basic_form
from generator.collate.pairing import Pairing, pairing, turned
from generator.collate.said import Said
from generator.collate.word_lists import listed
from generator.collate.wordings import because, extent, shown
from generator.model import DifferenceKind

_RECEIVES = listed(
    "pay pays paid paying face faces faced facing receive receives received suffer suffered incur incurs"
)
_ARTICLES = listed("a an the any heavy big small huge large new hefty record possible")
_MODALS = listed("can could may might will would must should shall to")
_MUTUAL = listed("meet join face fight play marry say add note be have do merge rival tie draw match")
"""What both do alike, or verbs whose subject often stands behind them."""
_NO_OBJECT = listed("by and or that which who with from to in on at for of as but while when after before")
_BE = listed("is are was were be been being")
_APART = 3
_SURE = 0.7


def find_roles(a: Said, b: Said) -> tuple[Found, ...]:
    """Where the one who does something in one sentence has it done to them in the other."""
    return (*_received(a, b, swapped=False), *_received(b, a, swapped=True), *_exchanged(a, b))[:1]


def _exchanged(a: Said, b: Said) -> Iterator[Found]:
    """What one does to the other in the first sentence is done to the one by the other in the second."""
    ours, theirs = _deeds(a), _deeds(b)
    if not ours or not theirs:
        return
    pairs = pairing(a, b)
    for deed, doer, done in ours:
        for other, its_doer, its_done in theirs:
            if pairs.a[deed].key != pairs.b[other].key or (pairs.of_a[doer], pairs.of_a[done]) != (its_done, its_doer):
                continue
            if denied(a, deed) != denied(b, other):
                continue
            mine, yours = extent(a, (doer, done)), extent(b, (its_doer, its_done))
            why = because(f"One says {shown(a, mine)}", f"the other {shown(b, yours)}")
            yield Found(DifferenceKind.MEANING, _SURE, False, why, extent(a, (deed,)), extent(b, (other,)))


@lru_cache(16)
def _deeds(said: Said) -> tuple[tuple[int, int, int], ...]:
    """Verbs between two names close by: who does it, and to whom; no passives, and none that both do alike."""
    return tuple(
        (at, doer, done)
        for at, word in enumerate(said.words)
        if _is_verb(said, at, word.lower)
        for doer, done in ((_name(said, at, -1), _name(said, at, 1)),)
        if doer >= 0 and done >= 0
    )


def _is_verb(said: Said, at: int, word: str) -> bool:
    before = {one.lower for one in said.words[max(0, at - 2) : at]}
    basic = basic_form(word)
    inflected = (basic != word and word.endswith(("ed", "s"))) or (at > 0 and said.words[at - 1].lower in _MODALS)
    return (
        word.islower()
        and said.words[at].text.islower()
        and inflected
        and basic not in _MUTUAL
        and _BE.isdisjoint(before)
    )


def _name(said: Said, at: int, step: int) -> int:
    """The nearest capitalised word on one side, no more than some words away and no clause between."""
    place = at
    for _ in range(_APART):
        place += step
        if not 0 <= place < len(said.words):
            return -1
        first, second = sorted((place, place - step))
        between = said.text[said.words[first].span.end : said.words[second].span.start]
        if between.strip() or said.words[place].lower in _NO_OBJECT:
            return -1
        if said.words[place].text[0].isupper():
            return place
    return -1


def _received(a: Said, b: Said, *, swapped: bool) -> Iterator[Found]:
    """The first says that somebody does it ("can fine"), the second that they get it ("pay a fine")."""
    gets = [at for at, word in enumerate(b.words) if word.lower in _RECEIVES]
    if not gets:
        return
    pairs = turned(pairing(b, a)) if swapped else pairing(a, b)
    for get in gets:
        thing = _thing(b, get)
        act = pairs.of_b[thing] if thing >= 0 else -1
        if act < 1 or a.words[act - 1].lower not in _MODALS or not _same_doer(act, get, pairs):
            continue
        mine, yours = extent(a, (act - 1, act)), extent(b, (get, thing))
        why = because(f"In one they {shown(a, mine)}", f"in the other they {shown(b, yours)}")
        first, second = (yours, mine) if swapped else (mine, yours)
        yield Found(DifferenceKind.MEANING, _SURE, False, why, first, second)


def _thing(said: Said, get: int) -> int:
    """What is got: the word behind an article, -1 where there is none."""
    at = get + 1
    while at < len(said.words) and said.words[at].lower in _ARTICLES:
        at += 1
    return at if get + 1 < at < len(said.words) else -1


def _same_doer(act: int, get: int, pairs: Pairing) -> bool:
    """Whether the word of content before the one verb is the partner of that before the other."""
    ours = [at for at in range(max(0, act - 4), act) if pairs.a[at].weight == 1]
    theirs = [at for at in range(max(0, get - 4), get) if pairs.b[at].weight == 1]
    return bool(ours and theirs) and pairs.of_a[ours[-1]] == theirs[-1]
