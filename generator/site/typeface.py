"""The typeface of cards: how wide texts are in it, how they break into lines, and the letters as a picture."""

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from generator.render.lettering import GLYPHS

_MORE = "…"


class Typeface:
    """One size and weight of it.

    Letters are put side by side by their own widths alone. What would know pairs of letters is a library of the
    operating system that Pillow takes where there is one: cards would not be the same on every machine.
    """

    def __init__(self, folder: Path, size: int, weight: int) -> None:
        self.size = size
        self.aside = size // 4
        """How far letters reach beyond their own width, at the most."""
        self._height = size * 3 // 2
        self._letters: dict[str, Image.Image] = {}
        self._fonts = {name: _font(folder / f"{name}-normal.woff2", size, weight) for name in GLYPHS}
        self._widths: dict[str, int] = {}

    def width(self, text: str) -> int:
        """How wide a text is, in pixels."""
        widths = self._widths
        for sign in text:
            if sign not in widths:
                widths[sign] = round(self._fonts[_file_of(sign)].getlength(sign))
        return sum(map(widths.__getitem__, text))

    def letters(self, text: str) -> Image.Image:
        """The letters as a picture of how much ink is where: they begin `aside` from the left, and stand on `size`."""
        picture = Image.new("L", (self.width(text) + 2 * self.aside, self._height))
        left = 0
        for sign in text:
            picture.paste(255, (left, 0), self._letter(sign))
            left += self._widths[sign]
        return picture

    def _letter(self, sign: str) -> Image.Image:
        """One of them, kept: to draw it again takes many times as long as to put it beside others."""
        if sign not in self._letters:
            self._letters[sign] = letter = Image.new("L", (self.width(sign) + 2 * self.aside, self._height))
            font = self._fonts[_file_of(sign)]
            ImageDraw.Draw(letter).text((self.aside, self.size), sign, 255, font, anchor="ls")
        return self._letters[sign]

    def has_room(self, text: str, width: int, most: int) -> bool:
        """Whether the text goes into so many lines without a word that is broken."""
        words = text.split()
        return max(map(self.width, words), default=0) <= width and len(list(self._broken(text, width))) <= most

    def lines(self, text: str, width: int, most: int) -> list[str]:
        """The text in lines of about one width, none wider than that; what no longer fits goes, with a sign of it."""
        lines = list(self._broken(text, width))
        if len(lines) > most:
            return [*lines[: most - 1], self.cut(" ".join(lines[most - 1 :]), width)]
        narrow, wide = width // 2, width
        while wide - narrow > self.size // 4:  # the narrowest in which it takes no more lines
            middle = (narrow + wide) // 2
            narrow, wide = (narrow, middle) if len(list(self._broken(text, middle))) <= len(lines) else (middle, wide)
        return list(self._broken(text, wide))

    def cut(self, text: str, width: int) -> str:
        """The text, or as much of it as fits, at a word where that loses little."""
        if self.width(text) <= width:
            return text
        part = text[: self._fitting(text, width - self.width(_MORE))]
        whole = part.rpartition(" ")[0]
        return f"{(whole if len(whole) * 2 > len(part) else part).rstrip(' ,;:–-')}{_MORE}"

    def _broken(self, text: str, width: int) -> Iterator[str]:
        line = ""
        for word in text.split():
            longer = f"{line} {word}" if line else word
            if self.width(longer) <= width:
                line = longer
                continue
            if line:
                yield line
            line = word
            while self.width(line) > width:
                fits = max(1, self._fitting(line, width))
                yield line[:fits]
                line = line[fits:]
        if line:
            yield line

    def _fitting(self, text: str, width: int) -> int:
        """How many characters of a text fit."""
        for number, sign in enumerate(text):
            width -= self.width(sign)
            if width < 0:
                return number
        return len(text)


def _font(file: Path, size: int, weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(str(file), size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font


@cache
def _file_of(sign: str) -> str:
    """The file that has a character."""
    return next(name for name, known in GLYPHS.items() if sign in known)


def typefaces(folder: Path) -> Callable[[int, int], Typeface]:
    """The typeface in the sizes and weights that are asked for, each made once."""
    return lru_cache(maxsize=None)(lambda size, weight: Typeface(folder, size, weight))
