"""Draws cards: quiet paper, one accent, the headline as large as it can be; in sixteen colours, for small files."""

import zlib
from collections.abc import Callable, Iterator
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from PIL import Image

from generator.render.cards import Card
from generator.site.typeface import Typeface, typefaces

SIZE = (1200, 630)
"""What Open Graph's readers show without cutting."""
_Colour = tuple[int, int, int]
_PAPER: _Colour = (252, 251, 247)
_RULE: _Colour = (222, 218, 208)
_INKS: dict[str, tuple[_Colour, int]] = {
    "ink": ((29, 29, 31), 3),
    "soft": ((92, 90, 85), 3),
    "accent": ((11, 92, 102), 3),
    "differ": ((168, 51, 11), 3),
}
"""The colours of the site's light paper, each with in how many steps it is made of paper at the edges of letters."""

_LEFT, _WIDTH = 80, 1040
_TOP, _FOOT = 136, 508
"""Between which the title stands, in the middle."""
_TITLES = ((72, 3), (62, 3), (54, 4), (48, 4), (44, 4))
"""Sizes of a title with how many lines it may have; the first in which it has room is taken."""
_LEADING = 1.14
_LINES = 3
"""Lines under a title."""
_GAP = 30
_BETWEEN = "  ·  "


def draw(card: Card, fonts: Path) -> bytes:
    """The card as a PNG, the same bytes for the same card."""
    picture = Image.new("L", SIZE)
    _Sheet(picture, _faces(fonts)).put(card)
    picture.putpalette(_PALETTE)
    file = BytesIO()
    picture.save(file, "PNG", bits=4, compress_type=zlib.Z_RLE)
    return file.getvalue()


_faces = lru_cache(maxsize=1)(typefaces)


class _Sheet:
    """A card while it is drawn: a picture of numbers of colours."""

    def __init__(self, picture: Image.Image, faces: Callable[[int, int], Typeface]) -> None:
        self._picture = picture
        self._faces = faces

    def put(self, card: Card) -> None:
        """Draws all of it."""
        self._sign()
        if card.site:
            name = self._faces(34, 650)
            self._text(name, name.cut(card.site, _WIDTH - 70), (_LEFT + 66, 102), "ink")
        self._middle(card)
        if card.said or card.differs:
            self._picture.paste(_RULE_NUMBER, (_LEFT, 528, _LEFT + _WIDTH, 530))
            self._foot(card)

    def _sign(self) -> None:
        """The site's icon: a line of accent beside three of text."""
        self._picture.paste(_LAST["accent"], (_LEFT, 64, _LEFT + 6, 112))
        for top, width in ((66, 34), (86, 34), (106, 20)):
            self._picture.paste(_LAST["ink"], (_LEFT + 15, top, _LEFT + 15 + width, top + 5))

    def _middle(self, card: Card) -> None:
        face, title = self._title(card)
        leading = int(face.size * _LEADING)
        small = self._faces(36, 400)
        each = max(1, _LINES // len(card.lines)) if card.lines else 1
        below = [line for text in card.lines for line in small.lines(text, _WIDTH, each)]
        height = leading * len(title) + (_GAP + 50 * len(below) if below else 0)
        at = _TOP + max(0, (_FOOT - _TOP - height) // 2)
        for line in title:
            self._text(face, line, (_LEFT, at + face.size), "ink")
            at += leading
        for number, line in enumerate(below):
            self._text(small, line, (_LEFT, at + _GAP + 50 * number + small.size), "soft")

    def _title(self, card: Card) -> tuple[Typeface, list[str]]:
        sizes = [(self._faces(size, 650), most) for size, most in _TITLES]
        face, most = next((one for one in sizes if one[0].has_room(card.title, _WIDTH, one[1])), sizes[-1])
        return face, face.lines(card.title, _WIDTH, most)

    def _foot(self, card: Card) -> None:
        strong, plain = self._faces(30, 650), self._faces(30, 400)
        room = _WIDTH - (strong.width(_BETWEEN + card.differs) if card.differs else 0)
        at = _LEFT
        for face, text, colour in self._told(card, strong, plain, room):
            self._text(face, text, (at, 580), colour)
            at += face.width(text)

    def _told(self, card: Card, strong: Typeface, plain: Typeface, room: int) -> Iterator[tuple[Typeface, str, str]]:
        """What stands at the foot, as far as there is room: its first part is cut, of the others as many as fit."""
        first, *rest = card.said or ("",)
        left = room // 2 if first else room
        for number, text in enumerate(rest):
            left -= plain.width(_BETWEEN + text)
            if left < 0:
                del rest[number:]
                break
        after = "".join(f"{_BETWEEN}{text}" for text in rest)
        if first:
            yield strong, strong.cut(first, room - plain.width(after)), "accent"
        if after:
            yield plain, after, "soft"
        if card.differs:
            yield strong, f"{_BETWEEN}{card.differs}" if first else card.differs, "differ"

    def _text(self, face: Typeface, text: str, at: tuple[int, int], colour: str) -> None:
        """Letters on the line at a place."""
        left, base = at
        letters = face.letters(text)
        numbers = letters.point(_RAMPS[colour])
        self._picture.paste(numbers, (left - face.aside, base - face.size), numbers.point(_SOME))


def _palette() -> tuple[list[int], dict[str, list[int]], dict[str, int]]:
    """The colours; for each ink the number of the colour for any amount of it, and of it alone."""
    colours, ramps, last = [_PAPER, _RULE], {}, {}
    for name, (ink, steps) in _INKS.items():
        first = len(colours)
        colours += (_mixed(ink, step, steps) for step in range(1, steps + 1))
        amounts = [(amount * steps + 127) // 255 for amount in range(256)]
        ramps[name] = [first + amount - 1 if amount else 0 for amount in amounts]
        last[name] = len(colours) - 1
    return [part for colour in colours for part in colour], ramps, last


def _mixed(ink: _Colour, step: int, steps: int) -> _Colour:
    red, green, blue = (paper + (full - paper) * step // steps for full, paper in zip(ink, _PAPER, strict=True))
    return red, green, blue


_PALETTE, _RAMPS, _LAST = _palette()
_RULE_NUMBER = 1
_SOME = [0] + [255] * 255
"""Whether there is ink."""
