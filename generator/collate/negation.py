"""Where a sentence says that something is not so, and what of it that governs (English).

The words are those that BioScope and NegEx count as cues of negation (Vincze et al. 2008; Chapman et al. 2001), less
the turns that deny nothing ("not only", "no fewer than", "cannot help", "not … until").
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.collate.opposites import basic_form, prefixed
from generator.collate.said import Said
from generator.collate.word_lists import listed
from generator.model import Record
from generator.text import commonness

_STRONG = listed("not never no nobody none nothing nowhere neither nor cannot n't")
_DENYING = _STRONG - {"nor"}
_WITH_TO = listed(
    "fail fails failed failing refuse refuses refused refusing decline declines declined unable yet failure refusal"
)
_WEAK = listed("without hardly scarcely deny denies denied denying")
_AUXILIARY = listed("is are was were do does did has have had can could will would should may might must shall ca wo")
_HELPING = _AUXILIARY | listed("be been being a an the to also yet very really even so any it that this its their")
_BREAKS = listed("but that because although though while which who whom whether if when where since until unless")
_ASIDE = listed("who whom whose which but and or if though although while because")
"""Words that begin an aside, or a clause that the other sentence may well leave out."""
_NOTHING_ELSE = listed("all it so everything always")
"""What a denial of nothing else says: "that was not all"."""
_CONTRAST = listed("but and though although while albeit")
_REACH, _CLOSE = 8, 4
"""Words behind a cue that it governs at most, and those that it turns into their opposite."""

_BARE = re.compile(r"(?:is|are|was|were|do|does|did|has|have|had|could|would|should|must)nt")
_MARK = re.compile(r"[,;:.!?()“”\"–—]")
_DENIES_NOTHING = re.compile(
    r"(?:not|n't|never|no|cannot|nothing) (?:only|just|merely|simply|solely|least|to mention|long|far|doubt|so many"
    r"|matter|wonder|question|other|necessarily|bad|but|more or|rule|ruled|ruling|wait|unless|surprisingly"
    r"|inferior|less|yes"
    r"|(?:more|fewer|later|earlier|lower|smaller|higher|greater|larger|better|worse) than|votes?)\b"
    r"|no \d"
    r"|(?:cannot|not|n't) help (?:but|\w+ing)\b|neither (?:confirm|confirmed) nor"
)
_BEFORE_IT = frozenset(("or", "nor", "if", "why", "whether"))
_UNDONE = re.compile(
    r"\b(?:until|unless|except|other than|more than just|(?:seen|been|had) such an?|as (?:much|many|well|often))\b"
)
"""What behind a negation says after all when or of whom it is so."""
_NEGATIVE = listed("""
    non no object objection nobody none nothing fail failure refuse refusal deny denial decline reject rejection
    lack absence absent without except exclude excluding prevent avoid prohibit ban forbid oppose opposed
    opposition against dispute stop halt cease end unable unlikely hardly barely scarcely rarely seldom little few
    less only yet short instead rather difficult impossible free unless until doubt doubtful dismiss rule ruled
    nor neither miss missing refrain abstain stay remain remained still withhold block too stem neglect ignore
    forget exempt beyond abandon drop cancel void empty devoid minus else contrary insufficient inadequate
    difficulty sceptical skeptical disagree dissatisfied reluctant escape incredulous lose lost dissatisfaction
    disapprove disappear dishonest disbelief distrust dislike disregard disallow disobey disabled refute
    """)
_NO_PREFIX = listed("under until unless union unions unit units united unite unites universe university")
_PREFIX = re.compile(r"(?:un|non|in)(?=[a-z]{4})")
_COMMON = 3.3


class Cue(Record, frozen=True):
    """A place that denies something."""

    at: int
    """Index of its word in the sentence."""
    scope: tuple[int, ...]
    """The words that it governs, in order."""
    strong: bool
    """Whether it denies ("not", "never") and does not merely come to that ("failed to", "without")."""
    main: bool
    """Whether it denies what its sentence says, and not what an aside does ("who did not testify")."""


def denied(said: Said, place: int) -> bool:
    """Whether a word is said not to be so: an odd number of denials stand close before it, no clause between."""
    odd = False
    for at in range(place - 1, max(-1, place - 1 - _CLOSE), -1):
        between = said.text[said.words[at].span.end : said.words[at + 1].span.start]
        word = _shown(said, at)
        if _MARK.search(between) or word in _BREAKS:
            break
        odd ^= word in _DENYING or word in _WEAK or (word in _WITH_TO and said.words[at + 1].lower == "to")
    return odd


def _shown(said: Said, at: int) -> str:
    """A word, with `n't` for what tokenised texts leave of it."""
    lower = said.words[at].lower
    if (
        lower.endswith("n't")
        or _BARE.fullmatch(lower)
        or (lower == "t" and said.text[: said.words[at].span.start].rstrip().endswith(("'", "’")))
    ):
        return "n't"
    return lower


@lru_cache(16)
def cues(said: Said) -> tuple[Cue, ...]:
    """Every place that denies something, in order; two that undo each other are none."""
    lowers = [_shown(said, at) for at in range(len(said.words))]
    found = [cue for at in range(len(lowers)) for cue in _cue(said, lowers, at)]
    doubled = {
        place
        for first in found
        for second in found
        if first is not second and second.at in first.scope[:3]
        for place in (first.at, second.at)
    }
    if any(lowers[cue.at] == "without" for cue in found) and any(lowers[cue.at] == "no" for cue in found):
        return ()  # "without a vote, no law": what is said is that it takes a vote
    return tuple(cue for cue in found if cue.at not in doubled)


def _cue(said: Said, lowers: list[str], at: int) -> Iterator[Cue]:
    word, following = lowers[at], lowers[at + 1] if at + 1 < len(lowers) else ""
    strong = word in _STRONG
    if not strong and word not in _WEAK and not (word in _WITH_TO and following == "to"):
        return
    if _is_idle(said, lowers, at) or (not strong and denied(said, at)):
        return
    scope = _scope(said, lowers, at)
    if scope and all(lowers[place] in _NOTHING_ELSE for place in scope):
        return
    end = said.words[scope[-1]].span.end if scope else said.words[at].span.end
    behind = said.text[end : end + 40]
    inside = " ".join(lowers[place] for place in scope)
    if strong and (_UNDONE.search(inside) or re.match(r"\s*(?:until|unless|except)\b", behind)):
        return
    if _undoes(lowers, scope):
        return
    contrast = _adds_contrast(said, lowers, at) or re.match(r"\s*but\b", behind)
    yield Cue(at, scope, strong and not contrast, _is_main(said, lowers, at))


def _undoes(lowers: list[str], scope: tuple[int, ...]) -> bool:
    """Whether the first word denied denies by itself: "not deny", "not impossible"; a thing does not."""
    head = next((place for place in scope[:_CLOSE] if lowers[place] not in _HELPING), -1)
    if head < 0 or lowers[head - 1] in {"a", "an", "the"}:
        return False
    return negative(lowers[head]) and lowers[head] not in _SOFT


def _is_idle(said: Said, lowers: list[str], at: int) -> bool:
    """Whether a cue denies nothing: "No. 5", "whether or not", "not only", a second "nor"."""
    word, end = lowers[at], said.words[at].span.end
    return (
        (word == "no" and said.text[end : end + 1] in {".", "-"})
        or (at > 0 and (lowers[at - 1] in _BEFORE_IT or _is_tag(said, lowers, at)))
        or (word == "nor" and not _DENYING.isdisjoint(lowers[:at]))
        or bool(_DENIES_NOTHING.match(" ".join((word, *lowers[at + 1 : at + 4]))))
    )


_SOFT = _STRONG | listed(
    "non only yet still remain stay rather little few less too hold short out free against else beyond drop"
)
"""Negative words that do not undo a negation before them."""


def _is_main(said: Said, lowers: list[str], at: int) -> bool:
    if lowers[at] not in {"not", "n't"} or not at:
        return False
    joined = lowers[at] == "n't" and len(said.words[at].lower) > len("n't")
    helped = joined or lowers[at - 1] in _AUXILIARY or lowers[at + 1 : at + 2] == ["to"]
    return helped and _ASIDE.isdisjoint(lowers[max(0, at - 3) : at])


def _adds_contrast(said: Said, lowers: list[str], at: int) -> bool:
    """Whether it only sets off what was said before it: "X, not Y", "X but not Y", "able though not required"."""
    if lowers[at] != "not" or not at:
        return False
    before = said.text[said.words[at - 1].span.end : said.words[at].span.start]
    return lowers[at - 1] in _CONTRAST or bool(_MARK.search(before))


def helps(said: Said, at: int) -> bool:
    """Whether a word is an auxiliary verb, or "to"."""
    return said.words[at].lower in _AUXILIARY or said.words[at].lower == "to"


def _is_tag(said: Said, lowers: list[str], at: int) -> bool:
    """Whether it asks for a yes: "isn't it?"."""
    return lowers[at] == "n't" and said.text.rstrip().endswith("?") and at <= 1


def _scope(said: Said, lowers: list[str], at: int) -> tuple[int, ...]:
    places: list[int] = []
    for place in range(at + 1, min(len(lowers), at + 1 + _REACH)):
        between = said.text[said.words[place - 1].span.end : said.words[place].span.start]
        if _MARK.search(between) or lowers[place] in _BREAKS:
            break
        places.append(place)
    return tuple(places)


@lru_cache(1 << 14)
def negative(word: str) -> bool:
    """Whether a word in lower case comes to a denial by itself: `lack`, `unable`, `unknown`, `baseless`."""
    if word in _NEGATIVE or basic_form(word) in _NEGATIVE:
        return True
    prefix = _PREFIX.match(word)
    if prefix and word not in _NO_PREFIX:
        return prefixed(word) or (prefix.group() != "in" and commonness(word[prefix.end() :], "en") >= _COMMON)
    return word.endswith("less") and len(word) > len("unless")
