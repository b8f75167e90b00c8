"""Addresses that may stand behind a link."""

import re
from urllib.parse import urlsplit

LONGEST = 2_000
"""Characters of the longest address; what browsers and servers take."""
_UNFIT = re.compile(r"[\s\x00-\x20\x7f-\x9f<>\"\\^`{|}\u200b-\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff]")


def web_address(value: str) -> str:
    """The absolute http(s) address, or nothing where it is none."""
    address = value.strip()
    if len(address) > LONGEST or _UNFIT.search(address):
        return ""
    try:
        parts = urlsplit(address)
        fit = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        return ""
    return address if fit else ""


def link_target(value: str) -> str:
    """The address of a link in a text: absolute http(s) or mailto, else nothing."""
    address = value.strip()
    if address[:7].lower() == "mailto:":
        return address if "@" in address and len(address) <= LONGEST and not _UNFIT.search(address) else ""
    return web_address(address)


def host(address: str) -> str:
    """Name of the host of a web address, without `www.`."""
    return (urlsplit(address).hostname or "").removeprefix("www.")
