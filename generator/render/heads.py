"""The front matter of pages that list something, or gather what articles say of it."""

from collections.abc import Sequence

from generator.model import NameKind
from generator.render import addresses, structured
from generator.render.card_names import card_of
from generator.render.index import Index
from generator.render.views import Head, Search


def collection_head(  # noqa: PLR0913 - what of a head differs from page to page
    index: Index,
    kind: str,
    here: str,
    said: tuple[str, str],
    lastmod: str = "",
    *,
    thing: tuple[str, NameKind | None] | None = None,
    search: Search | None = None,
    listed: Sequence[str] = (),
) -> Head:
    """The head of the page at `here`, with its title and what it says of itself; `thing` is what it is all about.

    `listed` are addresses of the articles that it is made of, where machines are told them in order.
    """
    title, about = said
    of = structured.thing(*thing) if thing else {}
    card = card_of(index.site, here, title)
    return Head(
        title=title,
        description=about,
        kind=kind,
        jsonld=structured.collection(index.site, here, title, of, structured.Told(lastmod, card, tuple(listed))),
        card=card,
        feed=addresses.feed_of(here, directories=index.site.directories),
        lang=index.language.tag,
        lastmod=lastmod,
        search=search,
    )
