"""Every file of the site before the builder runs."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.config import SiteConfig
from generator.model import Digest, Page
from generator.render.about_view import about_view, report_views
from generator.render.article_view import article_view
from generator.render.feeds import feeds
from generator.render.figures_view import figures_views
from generator.render.index import Index, index
from generator.render.list_views import archive_view, front_view, month_views, source_views, sources_views
from generator.render.names_view import names_views
from generator.render.quotes_view import quotes_views
from generator.render.sitemap import robots, sitemap
from generator.render.templates import page_writer
from generator.render.topic_view import topic_views, topics_views
from generator.render.views import View


def render(
    digest: Digest, site: SiteConfig, templates: tuple[Path, ...], versions: Mapping[str, str]
) -> Iterator[Page]:
    """The Markdown pages, the feeds, the sitemap and `robots.txt`, always in the same order.

    `templates` are folders of `*.md.jinja`, the first that has one counts; `versions` are those of the
    parts that the page on how the digest is made names.
    """
    known = index(digest, site)
    page = page_writer(templates)
    changes = []
    for view in views(known, versions):
        changes.append((view.address, view.head.lastmod))
        yield page(view)
    yield from feeds(known)
    yield from sitemap(site, changes)
    yield robots(site)


def views(known: Index, versions: Mapping[str, str]) -> Iterator[View]:
    """What every page shows, page by page."""
    yield front_view(known)
    for each in known.digest.articles:
        yield article_view(known, each)
    for topic in known.digest.relations.topics:
        yield from topic_views(known, topic)
    yield from topics_views(known)
    yield from names_views(known)
    yield from quotes_views(known)
    yield from figures_views(known)
    for name in known.sources:
        yield from source_views(known, name)
    yield from sources_views(known)
    for month in known.months:
        yield from month_views(known, month)
    yield archive_view(known)
    yield about_view(known, versions)
    yield from report_views(known)
