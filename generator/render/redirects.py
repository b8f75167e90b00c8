"""Addresses that lead to others: a story is found under the name of each of its articles.

So its address stays when an article joins that gives it another key, and when two stories become one.
"""

from collections.abc import Iterator

from generator.model import Page, Story
from generator.render import addresses, structured
from generator.render.escaping import escape
from generator.render.index import Index


def redirects(index: Index) -> Iterator[Page]:
    """A page that leads to the story for every article that does not give it its address."""
    for story in index.relations.stories:
        for id_ in story.articles:
            if id_ != story.key:
                yield _redirect(index, story, addresses.story_address(index.entries[id_].address))


def _redirect(index: Index, story: Story, address: str) -> Page:
    there = index.stories.address(story, index.entries)
    slug = there.rpartition("/")[2]
    href, up = (f"../{slug}/", "../../") if index.site.directories else (f"{slug}.html", "../")
    title = escape(index.entries[index.stories.titled[story.key]].title)
    said = index.language.gettext("This story is now at")
    lines = (
        "<!doctype html>",
        f'<html lang="{escape(index.language.tag)}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>",
        f'<link rel="canonical" href="{structured.absolute(index.site, there) or href}">',
        f'<link rel="icon" href="{up}{addresses.ICON}">',  # else a browser asks the host for one that is not there
        f'<meta http-equiv="refresh" content="0; url={href}">',
        "</head>",
        "<body>",
        f'<p>{escape(said)} <a href="{href}">{title}</a></p>',
        "</body>",
        "</html>",
    )
    return Page(f"{address}/index.html" if index.site.directories else f"{address}.html", "\n".join((*lines, "")))
