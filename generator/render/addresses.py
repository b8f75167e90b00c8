"""Addresses of pages: each a function of one thing alone, so that no article changes another's address.

An address is the path of a page without its ending: `topics/ant-group`. The page's file is
`topics/ant-group.md`, and it is published at `topics/ant-group/`.
"""

import base64
import hashlib
import re
from functools import lru_cache

from slugify import slugify

from generator.model import Article, NameKind, Sentence
from generator.render.dates import month_of

FRONT = "index"
ABOUT = "about"
REPORT = "report"
ARCHIVE = "archive/index"
TOPICS = "topics/index"
MAP = "map/index"
SOURCES = "sources/index"
PEOPLE = "people/index"
QUOTES = "quotes/index"
FIGURES = "figures/index"
STORIES = "stories/index"
EDITIONS = "editions/index"
DIFFERENCES = "differences/index"
ICON = "assets/digest/icon.svg"
"""The file of the site's icon."""
CARD = "card.png"
"""The file of the site's card, which pages without one of their own show."""

_LONGEST = 60
_PLAIN = re.compile(r"[a-z0-9]+(?: [a-z0-9]+)*")
_KEPT = 50_000


def article_address(article: Article) -> str:
    """`articles/2020/12/a-second-day-3k9fa`; `articles/undated/…` where no month is known."""
    folder = month_of(article.date).replace("-", "/") or "undated"
    name = "-".join(filter(None, (_slug(article.title), _hash(article.id))))
    return f"articles/{folder}/{name}"


def story_address(article: str) -> str:
    """`stories/a-second-day-3k9fa`, for the story whose key article has the address `articles/2020/12/a-second-…`."""
    return f"stories/{article.rpartition('/')[2]}"


@lru_cache(_KEPT)
def topic_address(key: str) -> str:
    """`topics/ant-group`."""
    return f"topics/{_told_apart(key)}"


@lru_cache(_KEPT)
def source_address(name: str) -> str:
    """`sources/wire-desk`, for the source "Wire Desk"."""
    return f"sources/{_told_apart(source_key(name))}"


@lru_cache(_KEPT)
def source_key(name: str) -> str:
    """What the spellings of a source share: no letter case, and a space for a hyphen (the folder `wire-desk`)."""
    return " ".join(re.sub(r"[-_]", " ", name.casefold()).split())


def names_address(kind: NameKind) -> str:
    """`people/index` for people, `people/organisations` and so on for the others."""
    return PEOPLE if kind is NameKind.PERSON else f"people/{_slug(kind)}s"


def speaker_address(key: str, *, is_other: bool) -> str:
    """`quotes/ada-keeper`; with a hash where a topic of that key is somebody else."""
    return f"quotes/{_told_apart(key)}" + (f"--{_hash(f'speaker {key}')}" if is_other else "")


def figures_address(unit: str) -> str:
    """`figures/money-usd`, `figures/shares`, `figures/counts`, `figures/km`."""
    if unit in _UNITS:
        return f"figures/{_UNITS[unit]}"
    return f"figures/{_told_apart(f'money {unit.lower()}' if is_money(unit) else unit)}"


_UNITS = {"": "counts", "share": "shares"}


def is_money(unit: str) -> bool:
    """Whether a unit is a currency: those of measures have small letters, or not three."""
    return re.fullmatch(r"[A-Z]{3}", unit) is not None


def year_address(year: str) -> str:
    """`archive/2020/index`, for "2020"."""
    return f"archive/{year}/index"


def month_address(month: str) -> str:
    """`archive/2020/12`, for "2020-12"; `archive/undated` for the articles whose month is not known."""
    return f"archive/{month.replace('-', '/') or 'undated'}"


def edition_address(week: str) -> str:
    """`editions/2020-w53`, for "2020-W53"."""
    return f"editions/{week.lower()}"


def part_address(address: str, begins: str, itself: str) -> str:
    """`topics/from/harbour-board-3k9fa`: a part of a list, after its first entry and what tells that one apart."""
    name = "-".join(filter(None, (_slug(begins), _hash(itself))))
    return f"{address.removesuffix('/index')}/from/{name}"


def file_of(address: str) -> str:
    """The file of the page at an address."""
    return f"{address}.md"


def published(address: str) -> str:
    """Where the builder puts the page, relative to the site's address: `topics/ant-group/`."""
    return "" if address == FRONT else f"{address.removesuffix('/index')}/"


def in_site(address: str, *, directories: bool) -> str:
    """Link to a published page from the root of the site, where the builder does not look for links to mend."""
    return published(address) if directories else f"{address}.html"


def relative(here: str, there: str, anchor: str = "") -> str:
    """Link from the page at one address to the page at another, as the builder checks it."""
    fragment = f"#{anchor}" if anchor else ""
    if anchor and here == there:
        return fragment
    return _way(here.rpartition("/")[0], there) + fragment


@lru_cache(_KEPT)
def _way(folder: str, there: str) -> str:
    """The way from a folder to the file of a page."""
    folders, file = folder.split("/") if folder else [], file_of(there).split("/")
    shared = 0
    while shared < min(len(folders), len(file) - 1) and folders[shared] == file[shared]:
        shared += 1
    return "/".join([".."] * (len(folders) - shared) + file[shared:])


def feed_of(address: str, *, directories: bool) -> str:
    """Link from a published page to its own feed, at `<address>/feed.xml`; empty where it has none.

    Lists have none, and neither have further parts of a page, which lie deeper.
    """
    folder, _, name = address.partition("/")
    if folder not in _WITH_FEEDS or name == "index" or "/" in name:
        return ""
    return _below(address, "feed.xml", directories=directories)


def beside(link: str, name: str) -> str:
    """Link to another file of the same folder; empty where the link is."""
    return f"{link[: link.rfind('/') + 1]}{name}" if link else ""


def annotations_of(address: str, *, directories: bool) -> str:
    """Link from the published page of an article to its marks as data, `<address>/annotations.json`."""
    return _below(address, "annotations.json", directories=directories)


def collation_of(story: str) -> str:
    """The collation of the story at an address as data."""
    return f"{story}/collation.json"


def _below(address: str, file: str, *, directories: bool) -> str:
    """Link from a published page to a file in the folder that has its name."""
    return file if directories else f"{address.rpartition('/')[2]}/{file}"


_WITH_FEEDS = frozenset({"topics", "sources", "stories", "editions"})


def card_of(address: str) -> str:
    """File of a page's own card: `stories/a-second-day-3k9fa/card.png`; empty where it has none.

    As with feeds, lists and further parts of a page have none.
    """
    folder, _, name = address.partition("/")
    has_one = folder == "articles" or (folder in _WITH_CARDS and name != "index" and "/" not in name)
    return f"{address}/{CARD}" if has_one else ""


_WITH_CARDS = frozenset({"stories", "editions"})


def fact_anchor(number: int) -> str:
    """Anchor of a row on the page of its story, counted from 0."""
    return f"f-{number + 1}"


def sentence_anchor(sentence: Sentence) -> str:
    """Anchor of a sentence on the page of its article."""
    return f"s-{_NO_ANCHOR.sub('-', sentence.id)}"


def note_anchor(number: int) -> str:
    """Anchor of a note beside an article. No sentence and no heading has one like it."""
    return f"__note-{number}"


_NO_ANCHOR = re.compile("[^A-Za-z0-9-]")


def _slug(text: str) -> str:
    if len(text) <= _LONGEST and _PLAIN.fullmatch(text):  # as most names of topics are
        return text.replace(" ", "-")
    return slugify(text, max_length=_LONGEST, word_boundary=True)


def _told_apart(name: str) -> str:
    """The slug of a name, with a hash where it is the slug of other names too.

    Two hyphens never stand in a slug, so what has a hash cannot meet what has none. `index` and `from`
    are names of the list itself and of the folder of its parts.
    """
    slug = _slug(name)
    if slug and slug.replace("-", " ") == name and slug not in {"index", "from"}:
        return slug
    return f"{slug}--{_hash(name)}" if slug else _hash(name, 12)


def _hash(text: str, length: int = 5) -> str:
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    return base64.b32encode(digest).decode("ascii").lower()[:length]
