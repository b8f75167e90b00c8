"""Small files by which machines find their way: the web app manifest and `llms.txt`."""

import msgspec

from generator.model import Page
from generator.render import addresses, words
from generator.render.data import FILES
from generator.render.escaping import one_line
from generator.render.index import Index
from generator.render.language import N_

_PAGES = (
    (N_("Editions"), addresses.EDITIONS),
    (N_("Stories"), addresses.STORIES),
    (N_("Differences"), addresses.DIFFERENCES),
    (N_("Topics"), addresses.TOPICS),
    (N_("Sources"), addresses.SOURCES),
    (N_("Archive"), addresses.ARCHIVE),
    (N_("How this digest is made"), addresses.ABOUT),
)


def manifest(index: Index) -> Page:
    """The web app manifest (W3C), with which a phone keeps the site on its first screen."""
    values = {
        "name": index.site.name,
        "short_name": index.site.name[:30],
        "description": index.site.description,
        "lang": index.site.language,
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": "#fcfbf7",
        "theme_color": "#fcfbf7",
        "icons": [{"src": addresses.ICON, "sizes": "any", "type": "image/svg+xml"}],
    }
    return Page("manifest.webmanifest", msgspec.json.format(msgspec.json.encode(values)).decode() + "\n")


def llms(index: Index) -> Page:
    """`llms.txt` (llmstxt.org): what the site is and where what can be read without its pages."""
    url = index.site.url
    lines = [
        f"# {one_line(index.site.name)}",
        "",
        f"> {one_line(index.site.description)}" if index.site.description else "",
        "",
        words.articles(index.language, len(index.entries)),
        "",
        "## " + index.language.gettext("Pages"),
        "",
        *(f"- [{index.language.gettext(name)}]({url}{addresses.published(address)})" for name, address in _PAGES),
        "",
        "## " + index.language.gettext("Data"),
        "",
        *(f"- [{name}]({url}data/{name})" for name in map("{}.jsonl".format, FILES)),
        f"- [feed.json]({url}feed.json)",
        "",
    ]
    return Page("llms.txt", "\n".join(lines))
