"""The sitemap, and the file that tells robots of it."""

from collections.abc import Iterable

from lxml import etree

from generator.config import SiteConfig
from generator.model import Page
from generator.render import structured

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_DAY = len("2020-12-28")


def sitemap(site: SiteConfig, pages: Iterable[tuple[str, str]]) -> tuple[Page, ...]:
    """`sitemap.xml`, of the addresses with the dates they were last changed; nothing without a site address.

    A sitemap bears absolute addresses only. A change of which only the month is known is left out, as a
    sitemap wants a day.
    """
    if not site.url:
        return ()
    root = etree.Element("urlset", xmlns=_NAMESPACE)
    for address, changed in pages:
        url = etree.SubElement(root, "url")
        etree.SubElement(url, "loc").text = structured.absolute(site, address)
        if len(changed) >= _DAY:
            etree.SubElement(url, "lastmod").text = changed
    xml = etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)
    return (Page("sitemap.xml", xml.decode("utf-8")),)


def robots(site: SiteConfig) -> Page:
    """`robots.txt`: everything may be read."""
    where = f"\nSitemap: {site.url}sitemap.xml\n" if site.url else ""
    return Page("robots.txt", f"User-agent: *\nAllow: /\n{where}")
