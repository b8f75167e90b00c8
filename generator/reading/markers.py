"""Markers at the beginning of lines: bullets, numbers of a list, and the `>` of quotations."""

import re
from collections.abc import Iterator

from generator.model import BlockKind, Record

_BULLET = re.compile(r"^(?P<indent>[ \t]{0,12})(?:[-*•‣◦▪●][ \t]{1,4})(?=[^\W_]|[\"“‘'«(\[$€£¥#@&<])", re.MULTILINE)
_NUMBER = re.compile(
    r"^(?P<indent>[ \t]{0,12})(?P<number>\d{1,3})[.)][ \t]{1,4}(?=[^\W\d_]|[\"“‘'«(\[$€£¥<])", re.MULTILINE
)
_QUOTE = re.compile(r"^[ \t]{0,3}>(?:[ \t]?>){0,8}(?:[ \t]{1,4}(?=[^\W\d_]|[\"“‘'«(\[<-])|[ \t]*$)", re.MULTILINE)


class Marker(Record, frozen=True):
    """`given[start:end]` marks what follows it on its line."""

    start: int
    end: int
    kind: BlockKind
    level: int = 0
    ordered: bool = False


def find_markers(given: str) -> list[Marker]:
    """Markers of lists and quotations, in reading order."""
    found = [*_bullets(given), *_numbers(given), *_quotes(given)]
    return sorted(found, key=lambda marker: marker.start)


def _bullets(given: str) -> Iterator[Marker]:
    return (
        Marker(match.end("indent"), match.end(), BlockKind.LIST_ITEM, _level(match))
        for match in _BULLET.finditer(given)
        if not _goes_on(given, match)
    )  # fmt: skip


def _goes_on(given: str, match: re.Match[str]) -> bool:
    """Whether what looks like a bullet is a dash that came to stand at the beginning of a wrapped line."""
    before = given[max(0, match.start() - 200) : match.start()].rstrip("\r\n")
    line = before[max(before.rfind("\n"), before.rfind("\r")) + 1 :].rstrip()
    apart = given[len(before) + max(0, match.start() - 200) : match.start()].replace("\r\n", "\n")
    return (
        given[match.end()].islower()
        and len(apart) == 1
        and line[-1:] not in (".", ":", ";", ",", "!", "?", "…", "")
        and not _BULLET.match(line + " ")
    )


def _numbers(given: str) -> Iterator[Marker]:
    """Numbers 1, 2, 3 ... of lines that follow each other: elsewhere a number is part of the text."""
    run: list[re.Match[str]] = []
    for match in _NUMBER.finditer(given):
        number = int(match["number"])
        if not (run and number == len(run) + 1 and _adjoin(given, run[-1].end(), match.start())):
            yield from _run(run)
            run = []
        if number == len(run) + 1:
            run.append(match)
    yield from _run(run)


def _adjoin(given: str, end: int, start: int) -> bool:
    """Whether no line stands between but the rest of the first and lines indented below it."""
    _first, _, between = given[end:start].partition("\n")
    return all(not line.strip() or line[:1] in " \t" for line in between.split("\n"))


def _run(run: list[re.Match[str]]) -> Iterator[Marker]:
    if len(run) > 1:
        for match in run:
            yield Marker(match.end("indent"), match.end(), BlockKind.LIST_ITEM, _level(match), ordered=True)


def _quotes(given: str) -> Iterator[Marker]:
    return (Marker(match.start(), match.end(), BlockKind.QUOTATION) for match in _QUOTE.finditer(given))


def _level(match: re.Match[str]) -> int:
    return len(match["indent"].expandtabs(4)) // 2 + 1
