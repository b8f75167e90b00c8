"""The markup inside a plain text: tags, entities, line markers and characters nobody sees.

Only names of HTML elements are tags; whatever else stands in angle brackets is text. Every character that is no
part of what a reader sees becomes a `Cut`, so that each place can be found again in the text as it was given.
"""

import html
import re

from generator.model import BlockKind, Cut, Inline, InlineKind, Record, Span
from generator.reading.addresses import link_target
from generator.reading.characters import HARMFUL, harmless
from generator.reading.elements import APART, BLOCKS, CELLS, INLINE, LISTS, block_of
from generator.reading.markers import Marker, find_markers

_UNSEEN = frozenset(("script", "style", "template", "iframe", "svg", "math"))
"""Left out with all that is in them."""
_PLAIN = frozenset(
    """
    br span font u s strike del ins small big sub sup q abbr acronym time mark label bdi bdo wbr nobr img
    picture source video audio track input button noscript ruby rt rp meta link
    """.split()  # noqa: SIM905 - read as a list of names
)
TAGS = frozenset({*INLINE, *BLOCKS, *APART, *CELLS, *_UNSEEN, *_PLAIN})
"""Names of elements that are markup in a plain text."""
_NAMES = "|".join(sorted(TAGS, key=lambda name: (-len(name), name)))

_TOKEN = re.compile(
    rf"(?P<harm>[{HARMFUL}]+)"
    r"|(?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<comment><!--)"
    rf"|<(?P<close>/?)(?P<name>{_NAMES})(?=[\s/>])"
    # Attributes: possessive, so that each character is looked at a fixed number of times.
    r"""(?P<rest>\s*+/?+>|\s(?:[^<>"']|"[^"<]*+"|'[^'<]*+'|["'])*+>)""",
    re.IGNORECASE,
)
_MAYBE = re.compile(rf"[<&{HARMFUL}]")
_HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_DEEPEST = 16
"""Inline elements within each other; more are text of a machine and not of a person."""


class Break(Record, frozen=True):
    """A place where markup says that a new block begins."""

    place: int
    kind: BlockKind | None
    """Of the text that follows; None where its lines have to tell."""
    level: int = 0
    ordered: bool = False
    marked: bool = False
    """Whether a marker at the beginning of a line says so, and not a tag."""


class Scanned(Record, frozen=True):
    """A text without its markup, and what the markup said."""

    text: str
    cuts: tuple[Cut, ...] = ()
    inlines: tuple[Inline, ...] = ()
    """In the order in which they end; across blocks where the markup was."""
    breaks: tuple[Break, ...] = ()
    harmful: int = 0
    """How many characters that nobody sees were left out."""


def scan(given: str) -> Scanned:
    """The text without its markup."""
    markers = find_markers(given)
    if not markers and not _MAYBE.search(given):
        return Scanned(given)
    return _Scan(given, markers).result()


class _Open(Record, frozen=True):
    name: str
    kind: InlineKind
    place: int
    target: str


class _Scan:
    """One pass over a text."""

    def __init__(self, given: str, markers: list[Marker]) -> None:
        self._given = given
        self._at = 0
        self._parts: list[str] = []
        self._length = 0
        self._cuts: list[tuple[int, int]] = []
        self._open: list[_Open] = []
        self._inlines: list[Inline] = []
        self._breaks: list[Break] = []
        self._within: list[str] = []
        self._unclosed: set[str] = set()
        self._harmful = 0
        self._run(markers)

    def result(self) -> Scanned:
        return Scanned(
            "".join(self._parts),
            tuple(Cut(at, length) for at, length in self._cuts),
            tuple(self._inlines),
            tuple(self._breaks),
            self._harmful,
        )

    def _run(self, markers: list[Marker]) -> None:
        waiting = iter(markers)
        marker = next(waiting, None)
        match = _TOKEN.search(self._given)
        while match or marker:
            if marker and (not match or marker.start < match.start()):
                if marker.start >= self._at:
                    self._mark(marker)
                marker = next(waiting, None)
            elif match:
                self._keep(match.start())
                self._token(match)
                match = _TOKEN.search(self._given, self._at)
        self._keep(len(self._given))

    def _keep(self, end: int) -> None:
        """Keep the given text up to `end`."""
        if end > self._at:
            self._parts.append(self._given[self._at : end])
            self._length += end - self._at
            self._at = end

    def _cut(self, end: int) -> None:
        """Leave the given text out up to `end`."""
        length = end - self._at
        if self._cuts and self._cuts[-1][0] == self._length:
            length += self._cuts.pop()[1]
        self._cuts.append((self._length, length))
        self._at = end

    def _mark(self, marker: Marker) -> None:
        self._keep(marker.start)
        self._break(Break(self._length, marker.kind, marker.level, marker.ordered, marked=True))
        self._cut(marker.end)

    def _token(self, match: re.Match[str]) -> None:
        if match["harm"]:
            self._harmful += len(match["harm"])
            self._cut(match.end())
        elif match["entity"]:
            self._entity(match["entity"])
        elif match["comment"]:
            self._leave_out(match.end(), "-->", match.end())
        elif match["rest"].strip("/> \t\r\n") and "=" not in match["rest"]:
            self._keep(match.start() + 1)  # words and no attributes: "a <b and c> d"
        else:
            self._tag(match, match["name"].lower())

    def _entity(self, entity: str) -> None:
        """A character reference; one that stands for nothing is text."""
        meant = html.unescape(entity)
        end = self._at + len(entity)
        if meant == entity:
            self._keep(end)
            return
        seen = harmless(meant)
        self._harmful += len(meant) - len(seen)
        self._parts.append(seen)
        self._length += len(seen)
        self._at += len(seen)
        self._cut(end)

    def _leave_out(self, start: int, until: str, otherwise: int) -> None:
        """Leave out everything up to `until`; where that never comes, up to `otherwise`."""
        end = -1 if until in self._unclosed else self._given.find(until, start)
        if end < 0:
            self._unclosed.add(until)
        self._cut(otherwise if end < 0 else end + len(until))

    def _tag(self, match: re.Match[str], name: str) -> None:
        if name in _UNSEEN and not match["close"] and not match["rest"].endswith("/>"):
            self._unseen(match, name)
            return
        if name in INLINE:
            self._inline(match, name)
        elif name in BLOCKS or name in APART or name in CELLS or name == "br":
            self._block(name, closing=bool(match["close"]))
        self._cut(match.end())

    def _unseen(self, match: re.Match[str], name: str) -> None:
        end = (
            None
            if name in self._unclosed
            else re.compile(rf"</{name}\s*>", re.IGNORECASE).search(self._given, self._at)
        )
        if end is None:
            self._unclosed.add(name)
        self._cut(end.end() if end else match.end())

    def _inline(self, match: re.Match[str], name: str) -> None:
        kind = INLINE[name]
        if match["close"] or kind is InlineKind.LINK:
            self._close(name)
        if not match["close"] and len(self._open) < _DEEPEST:
            target = _target(match["rest"]) if kind is InlineKind.LINK else ""
            self._open.append(_Open(name, kind, self._length, target))

    def _close(self, name: str) -> None:
        """Close the innermost open element of that name, and all that were opened in it."""
        if any(element.name == name for element in self._open):
            while self._end().name != name:
                pass

    def _end(self) -> _Open:
        element = self._open.pop()
        if self._length > element.place and (element.target or element.kind is not InlineKind.LINK):
            self._inlines.append(Inline(element.kind, Span(element.place, self._length), element.target))
        return element

    def _block(self, name: str, *, closing: bool) -> None:
        if closing and name in self._within:
            while self._within.pop() != name:
                pass
        elif not closing and (name in BLOCKS or name in LISTS) and len(self._within) < _DEEPEST:
            self._within.append(name)
        self._break(Break(self._length, *block_of(self._within)))

    def _break(self, new: Break) -> None:
        while self._open:
            self._end()
        self._breaks.append(new)


def _target(attributes: str) -> str:
    match = _HREF.search(attributes)
    return link_target(html.unescape(match[1] or match[2] or match[3] or "")) if match else ""
