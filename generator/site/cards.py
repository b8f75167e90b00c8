"""Cards of the site: drawn where what stands on them has changed, and kept where it has not."""

import hashlib
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice

from generator.render.cards import Card, CardRecipe
from generator.site.builder import Builder
from generator.site.files import link, write
from generator.site.ledger import Ledger, Row
from generator.site.maker import Frame
from generator.store import content_key
from generator.versions import PACKAGE, code_key, files_key, libraries_key
from generator.workers import Workers

KIND = "card"
"""Kind of the files in the ledger."""
_LIBRARIES = ("babel", "markupsafe", "pillow")
_BATCH = 256
"""Cards after which the ledger is written."""


def put_cards(
    frame: Frame, ledger: Ledger, recipes: Sequence[CardRecipe], builder: Builder, crew: Workers
) -> Iterator[str]:
    """Draws the cards that are new or others than before, and removes those that are no more; the name of each drawn.

    What they all depend on is the program that draws them and its typeface, and not, as with pages, the templates.
    """
    before, common = ledger.made_of(KIND), _common(frame)
    made_of = {recipe.path: content_key(recipe.key, common) for recipe in recipes}
    new = [recipe for recipe in recipes if before.get(recipe.path) != made_of[recipe.path]]
    ledger.strike(recipe.path for recipe in new)
    drawn = zip(new, crew.map_of(_named, partial(_write, frame), new), strict=True)
    while some := list(islice(drawn, _BATCH)):
        ledger.enter([Row(one.path, KIND, made_of[one.path], content, one.path) for one, content in some])
        yield from (one.path for one, _ in some)
    builder.remove(before.keys() - made_of.keys())


def write_cards(frame: Frame, recipes: Sequence[CardRecipe], crew: Workers) -> Iterator[str]:
    """Draws all cards among the Markdown pages only, for a builder that makes the site of these; their names."""
    pages = partial(_write_one, frame)
    yield from crew.map_of(_named, pages, recipes)


def _named(recipe: CardRecipe) -> tuple[str, Card]:
    return recipe.path, recipe.card()


def _write(frame: Frame, named: tuple[str, Card]) -> bytes:
    """Draws a card and writes it into both folders, in whatever process this is; the hash of its bytes."""
    path, content = _drawn(frame, named)
    write(frame.docs, path, content)
    link(frame.docs, frame.built, [path])
    return hashlib.blake2b(content, digest_size=16).digest()


def _write_one(frame: Frame, named: tuple[str, Card]) -> str:
    path, content = _drawn(frame, named)
    write(frame.docs, path, content)
    return path


def _drawn(frame: Frame, named: tuple[str, Card]) -> tuple[str, bytes]:
    from generator.site.drawing import draw

    path, card = named
    return path, draw(card, frame.fonts)


def _common(frame: Frame) -> bytes:
    return content_key(
        code_key("render", "site/drawing", "site/typeface"),
        libraries_key(_LIBRARIES),
        files_key(PACKAGE / "render" / "translations"),
        files_key(frame.fonts),
        frame.language,
    )
