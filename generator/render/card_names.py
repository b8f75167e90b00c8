"""Which picture a link to a page is shown with elsewhere."""

from generator.config import SiteConfig
from generator.render import addresses
from generator.render.lettering import settable


def are_drawn(site: SiteConfig) -> bool:
    """Whether the site has cards: who shows one fetches it by its whole address."""
    return bool(site.url) and site.settings.render.cards


def card_of(site: SiteConfig, address: str, title: str) -> str:
    """File of the card of the page at an address: its own, or that of the site; empty where the site has none."""
    if not are_drawn(site):
        return ""
    own = addresses.card_of(address)
    return own if own and settable(title) else addresses.CARD
