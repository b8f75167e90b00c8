"""Which characters the typeface of the site has, and texts as they can be set in it: no card ever shows an empty box.

Source Serif 4 is shipped in two files of Latin letters; what each has is written down here, so that a page can tell
whether it has a card of its own without a look into them.
"""

import unicodedata
from collections.abc import Mapping
from itertools import chain
from types import MappingProxyType

from generator.render.escaping import one_line

# fmt: off
_RANGES: Mapping[str, tuple[tuple[int, int], ...]] = MappingProxyType({
    "latin": (
        (0x20, 0x7E), (0xA1, 0xAC), (0xAE, 0xFF), (0x131, 0x131), (0x152, 0x153), (0x2BB, 0x2BC), (0x2013, 0x2014),
        (0x2018, 0x201A), (0x201C, 0x201E), (0x2022, 0x2022), (0x2026, 0x2026), (0x2032, 0x2033), (0x2039, 0x203A),
        (0x2044, 0x2044), (0x20AC, 0x20AC), (0x2122, 0x2122), (0x2191, 0x2191), (0x2193, 0x2193), (0x2212, 0x2212),
        (0x2215, 0x2215),
    ),
    "latin-ext": (
        (0x100, 0x12B), (0x12E, 0x130), (0x134, 0x151), (0x154, 0x165), (0x168, 0x17F), (0x18F, 0x18F), (0x192, 0x192),
        (0x1A0, 0x1A1), (0x1AF, 0x1B0), (0x1CD, 0x1DC), (0x1E6, 0x1E7), (0x1F8, 0x1F9), (0x218, 0x21B), (0x237, 0x237),
        (0x259, 0x259), (0x1E0C, 0x1E0F), (0x1E20, 0x1E21), (0x1E24, 0x1E25), (0x1E2A, 0x1E2B), (0x1E36, 0x1E3B),
        (0x1E3E, 0x1E3F), (0x1E42, 0x1E49), (0x1E5A, 0x1E63), (0x1E6C, 0x1E6F), (0x1E80, 0x1E85), (0x1E8E, 0x1E8F),
        (0x1E92, 0x1E93), (0x1E97, 0x1E97), (0x1E9E, 0x1E9E), (0x1EF2, 0x1EF9), (0x2020, 0x2020), (0x20A4, 0x20A4),
        (0x20A6, 0x20A6), (0x20A9, 0x20A9), (0x20AB, 0x20AB), (0x20AE, 0x20AE), (0x20B1, 0x20B2), (0x20B4, 0x20B5),
        (0x20B8, 0x20BA), (0x20BD, 0x20BD), (0x20BF, 0x20BF), (0x2113, 0x2113),
    ),
})
# fmt: on
GLYPHS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        name: frozenset(chain.from_iterable(map(chr, range(first, last + 1)) for first, last in ranges))
        for name, ranges in _RANGES.items()
    }
)
"""The characters of each file of the typeface, by the beginning of its name."""
_KNOWN = frozenset[str]().union(*GLYPHS.values())
_LIKE = {ord(one): other for one, other in zip("‐‑‒―′ʹ", "--–—′′", strict=True)}
"""Signs that are set as others which look the same."""
_VARIATIONS = range(0xFE00, 0xFE10)
"""Said after a sign, to choose how it looks; categories have them as accents."""


def settable(text: str) -> str:
    """The text as it can be set, on one line; empty where one of its letters, accents or digits cannot.

    Other signs that cannot be set (emoji, arrows) are left out: the text says the same without them.
    """
    line = unicodedata.normalize("NFC", one_line(text)).translate(_LIKE)
    if _KNOWN.issuperset(line):  # as most do
        return line if any(map(str.isalnum, line)) else ""
    kept = []
    for sign in line:
        if sign in _KNOWN:
            kept.append(sign)
        elif sign.isspace():
            kept.append(" ")
        elif unicodedata.category(sign)[0] in "LMN" and ord(sign) not in _VARIATIONS:
            return ""
    left = " ".join("".join(kept).split())
    return left if any(map(str.isalnum, left)) else ""
