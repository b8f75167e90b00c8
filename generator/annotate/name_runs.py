"""Phrases with capitals, parted where a name begins or ends inside them."""

from collections.abc import Iterable, Iterator, Mapping

from generator.annotate.capital_words import Word
from generator.annotate.name_phrases import Phrase
from generator.annotate.name_words import (
    CALENDAR,
    MONTHS_OR_NAMES,
    OFFICES,
    ROLE_BEFORE,
    ROLES,
    TITLES,
    TITLES_OR_NAMES,
    WORK_HEADS,
)
from generator.model import Record

_DOUBTFUL_ROLES = {"Star", "Legend", "Lock", "Prop", "Champion", "Hooker", "Principal", "Marshal", "Deputy", "Veteran",
                   "Owner", "Lawyer", "Chief", "Captain", "Coach", "Speaker", "Replacement", "Attorney"}  # fmt: skip


class Run(Record, frozen=True):
    """Words that may be a name."""

    words: tuple[Word, ...]
    titled: bool
    """Whether a title or a role stands before it."""
    weak: bool
    """Whether nearly all words around it have a capital as well."""

    def form(self, text: str) -> str:
        """How it is written, on one line."""
        return " ".join(text[self.words[0].start : self.words[-1].end].split())


def split_runs(found: Iterable[Phrase], common: Mapping[str, str]) -> list[Run]:
    """The phrases, parted at titles, roles, weekdays and months."""
    return [run for phrase in found for run in _split(phrase, common)]


def _split(phrase: Phrase, common: Mapping[str, str]) -> Iterator[Run]:
    part: list[Word] = []
    titled = False
    words = phrase.words
    for place, word in enumerate(words):
        is_last = place + 1 == len(words)
        following = "" if is_last else words[place + 1].text
        if _is_title(word, following, common) or _is_role(word, is_last):
            yield from _run(_without_role(part) if word.text in ROLES else part, titled, phrase.weak)
            part, titled = [], True
        elif word.text in OFFICES and place and words[place - 1].text in ROLES:
            continue
        elif _is_date(word, words):
            yield from _run(part, titled, phrase.weak)
            part, titled = [], False
        else:
            part.append(word)
    yield from _run(part, titled, phrase.weak)


def _run(part: list[Word], titled: bool, weak: bool) -> Iterator[Run]:  # noqa: FBT001 - three callers
    if part:
        yield Run(tuple(part), titled, weak)


def _is_title(word: Word, following: str, common: Mapping[str, str]) -> bool:
    if word.text in TITLES:
        return not word.possessive or not following
    return word.text in TITLES_OR_NAMES and following != "" and following.lower() not in common and not word.possessive


def _is_role(word: Word, is_last: bool) -> bool:  # noqa: FBT001 - one caller
    if word.text not in ROLES:
        return False
    return word.first and not is_last if word.text in _DOUBTFUL_ROLES else True


def _without_role(part: list[Word]) -> list[Word]:
    """The words without those that belong to the role behind them ("Treasury" of "Treasury Vice")."""
    end = len(part)
    while end and part[end - 1].text in ROLE_BEFORE:
        end -= 1
    return part[:end]


def _is_date(word: Word, words: tuple[Word, ...]) -> bool:
    if word.text.partition("-")[0] in CALENDAR:
        return not any(each.text in WORK_HEADS for each in words)
    return word.text in MONTHS_OR_NAMES and len(words) == 1
