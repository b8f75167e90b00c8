"""What each page shows, and nothing else: a page has to be made again only where its view is another.

Texts in a view are plain; the templates escape them. Links are as they stand on the page:
relative to it and to a `.md` file, so that the builder checks them, or to the web.
"""

from dataclasses import dataclass

from generator.render.dates import Date
from generator.render.escaping import Safe


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads somewhere."""

    text: str
    href: str
    lang: str = ""
    """Language of the text; empty where it is the site's."""
    dir: str = ""
    """Direction of the text; empty where it is the site's."""


@dataclass(frozen=True, slots=True)
class Search:
    """What the search engine sorts and filters a page by."""

    kind: str
    date: str
    source: str = ""
    month: str = ""
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """Front matter of a page, which the theme reads."""

    title: str
    description: str
    kind: str
    jsonld: str
    """JSON text that can stand in a script element."""
    lang: str = ""
    dir: str = ""
    date: str = ""
    lastmod: str = ""
    authors: tuple[str, ...] = ()
    source: str = ""
    search: Search | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """An article as lists show it."""

    link: Link
    source: Link
    date: Date
    minutes: int
    excerpt: str = ""
    """Its most telling sentence."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A link with how many articles are behind it."""

    link: Link
    count: int


@dataclass(frozen=True, slots=True)
class Group:
    """A heading with what stands under it."""

    title: str
    """Empty where there is only one group."""
    items: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Where in a list that goes over several pages a page stands."""

    number: int
    of: int
    previous: str = ""
    """Address of the page before; empty on the first."""
    next: str = ""
    """Address of the page behind; empty on the last."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A keyword of an article."""

    link: Link
    """To the page of the topic; leads nowhere where the keyword is none."""
    score: str
    method: str


@dataclass(frozen=True, slots=True)
class Found:
    """Something that was found and not given, and how."""

    field: str
    value: str
    method: str


@dataclass(frozen=True, slots=True)
class Reason:
    """An article that another leads to, and why."""

    to: Listed
    score: str
    topics: tuple[Link, ...]
    """Topics that both have."""
    closest: tuple[Link, Link] | None
    """The sentence here and the sentence there that have most in common."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Language of the interface, for its lines inside a text of another language."""

    lang: str
    dir: str


@dataclass(frozen=True, slots=True)
class ArticleView:
    """Page of one article."""

    address: str
    head: Head
    reader: Reader
    title: str
    source: Link
    authors: tuple[str, ...]
    date: Date
    updated: Date
    language: str
    minutes: int
    original: str
    short: tuple[Link, ...]
    """Key sentences, the most telling first."""
    body: Safe
    """The text with its marks."""
    topics_linked: bool
    """Whether the text has links to topics."""
    keywords: tuple[Chip, ...]
    found: tuple[Found, ...]
    file: str
    related: tuple[Reason, ...]
    copies: tuple[Listed, ...]
    more_copies: int
    """How many further copies there are."""
    about: str
    """Address of the page that explains the marks."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a sentence."""

    text: str
    named: bool
    """Whether it names the topic that the page is about."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence that names a topic."""

    link: Link
    """To its place, in its language."""
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Mentioned:
    """An article in which a topic stands, with the sentences that tell most of it."""

    article: Listed
    sentences: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class TopicView:
    """Page of one topic, or a part of it."""

    address: str
    head: Head
    name: str
    variants: tuple[str, ...]
    count: int
    first: Date
    last: Date
    mentioned: tuple[Mentioned, ...]
    neighbours: tuple[Counted, ...]
    """Topics that share most articles with this one."""
    part: Part


@dataclass(frozen=True, slots=True)
class GroupsView:
    """A page of links under headings: all topics, all sources, the archive."""

    address: str
    head: Head
    title: str
    lead: str
    groups: tuple[Group, ...]
    part: Part


@dataclass(frozen=True, slots=True)
class ArticlesView:
    """A page that lists articles: of a source, of a month."""

    address: str
    head: Head
    title: str
    lead: str
    articles: tuple[Listed, ...]
    topics: tuple[Counted, ...]
    """Topics that most of these articles have."""
    part: Part


@dataclass(frozen=True, slots=True)
class FrontView:
    """The front page."""

    address: str
    head: Head
    title: str
    description: str
    facts: tuple[str, ...]
    """How much there is, in a few words each."""
    articles: tuple[Listed, ...]
    topics: tuple[Counted, ...]
    more: Link
    """To all articles."""
    all_topics: Link


@dataclass(frozen=True, slots=True)
class Row:
    """A line of two columns."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Method:
    """How one kind of mark or link is made."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class AboutView:
    """How this digest is made."""

    address: str
    head: Head
    title: str
    methods: tuple[Method, ...]
    settings: tuple[Row, ...]
    versions: tuple[Row, ...]
    report: Link


@dataclass(frozen=True, slots=True)
class ReportLine:
    """Something of one file that was left out, is a problem, or was found and not given."""

    file: str
    place: str
    text: str
    article: str = ""
    """Id of the article; empty where there is none."""
    to: Link | None = None
    """The article's page."""


@dataclass(frozen=True, slots=True)
class ReportGroup:
    """A heading of the report with its lines."""

    title: str
    lines: tuple[ReportLine, ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    """What was left out, what is a problem, and what was found and not given; or a part of it."""

    address: str
    head: Head
    title: str
    lead: str
    groups: tuple[ReportGroup, ...]
    part: Part


View = ArticleView | TopicView | GroupsView | ArticlesView | FrontView | AboutView | ReportView
