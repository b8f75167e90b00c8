"""Cards of the site: drawn where what stands on them has changed, and kept where it has not."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from generator.render.cards import Card, CardRecipe
from generator.site.builder import Builder, write_made
from generator.site.maker import Frame
from generator.store import content_key
from generator.versions import PACKAGE, code_key, files_key, libraries_key
from generator.workers import Workers

KIND = "card"
"""Kind of the files in the ledger."""
_LIBRARIES = ("babel", "markupsafe", "pillow")


def put_cards(frame: Frame, recipes: Sequence[CardRecipe], builder: Builder, crew: Workers) -> Iterator[str]:
    """Draws the cards that are new or others than before, and removes those that are no more; the name of each drawn.

    What they all depend on is the program that draws them and its typeface, and not, as with pages, the templates.
    """
    return builder.put_made(KIND, recipes, _common(frame), partial(_drawn, frame.fonts), crew)


def write_cards(frame: Frame, recipes: Sequence[CardRecipe], crew: Workers) -> Iterator[str]:
    """Draws all cards among the Markdown pages only, for a builder that makes the site of these; their names."""
    return write_made(frame, recipes, partial(_drawn, frame.fonts), crew)


def _drawn(fonts: Path, card: Card) -> bytes:
    from generator.site.drawing import draw  # which few processes need

    return draw(card, fonts)


def _common(frame: Frame) -> bytes:
    return content_key(
        code_key("render", "site/drawing", "site/typeface"),
        libraries_key(_LIBRARIES),
        files_key(PACKAGE / "render" / "translations"),
        files_key(frame.fonts),
        frame.language,
    )
