"""Who does it and to whom it is done, exchanged between two sentences."""

from collections.abc import Iterator

from generator.collate.found import Found
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
_SURE = 0.7


def find_roles(a: Said, b: Said) -> tuple[Found, ...]:
    """Where the one who does something in one sentence has it done to them in the other."""
    return (*_received(a, b, swapped=False), *_received(b, a, swapped=True))[:1]


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
