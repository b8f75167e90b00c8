"""The description by which a browser can search the site from its address bar."""

from lxml import etree

from generator.config import SiteConfig
from generator.model import Page

_NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/"
_LONGEST = 16
"""Letters of a short name, as the specification has it."""


def opensearch(site: SiteConfig) -> tuple[Page, ...]:
    """`opensearch.xml`; nothing without a site address, as it has to lead to one.

    The form is that of OpenSearch 1.1, draft 6: https://github.com/dewitt/opensearch
    """
    if not site.url:
        return ()
    root = etree.Element("OpenSearchDescription", xmlns=_NAMESPACE)
    parts = {"ShortName": site.name[:_LONGEST], "LongName": site.name[:48], "Description": f"Search {site.name}"}
    for name, text in parts.items():
        etree.SubElement(root, name).text = text
    etree.SubElement(root, "InputEncoding").text = "UTF-8"
    # {searchTerms} is filled in by the browser.
    etree.SubElement(root, "Url", type="text/html", template=f"{site.url}?q={{searchTerms}}")
    xml = etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)
    return (Page("opensearch.xml", xml.decode("utf-8")),)
