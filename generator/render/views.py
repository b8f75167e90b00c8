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
    kind: str = ""
    """What it is the name of; empty for what is no name, and where it goes without saying."""


@dataclass(frozen=True, slots=True)
class Group:
    """A heading with what stands under it."""

    title: str
    """Empty where there is only one group."""
    items: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Where in a list that goes over several pages a page stands."""

    begins: str = ""
    """What its first entry is called; empty on the first page."""
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
class Marked:
    """Something that is marked in an article, with all that is known of it."""

    text: str
    """As the article has it."""
    said: str
    """Score, kind, value or speaker."""
    where: Safe
    """How often it stands, and links to the sentences."""
    because: str = ""
    """What made it one, as a clause."""


@dataclass(frozen=True, slots=True)
class MarkList:
    """All marks of one kind."""

    title: str
    about: str
    text: Link
    """Language and direction of the texts; leads nowhere."""
    marks: tuple[Marked, ...]


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
    """The most telling topics that both have."""
    more_topics: int
    """How many they have besides."""
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
    mark_lists: tuple[MarkList, ...]
    """What the marks say, for whom cannot point at one."""
    about: str
    """Address of the page that explains the marks."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of two columns."""

    name: str
    value: str


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
class Tab:
    """A way to another list of the same kind."""

    link: Link
    count: int
    here: bool
    """Whether this is the list one is at."""


@dataclass(frozen=True, slots=True)
class Forms:
    """Other forms of a topic's name that mean the same for one reason."""

    why: str
    forms: tuple[Row, ...]
    """Each with how many articles use it."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words that somebody is quoted with."""

    words: Link
    """To the sentence."""
    description: Link
    """What the article says the speaker is; leads nowhere, and is empty where it does not say."""
    article: Listed
    others: tuple[Link, ...]
    """Other articles that have these words."""
    more: int
    """How many further ones there are."""


@dataclass(frozen=True, slots=True)
class SpeakerGroup:
    """A speaker with quotes."""

    name: Link
    """To the topic; leads nowhere where the speaker is none."""
    count: str
    spoken: tuple[Spoken, ...]
    rest: Link | None
    """To the page with all of them; none where they are all here."""


@dataclass(frozen=True, slots=True)
class QuotesView:
    """A page of quotes: some of every speaker, or all of one."""

    address: str
    head: Head
    title: str
    lead: tuple[str, ...]
    up: Link | None
    """To all speakers; none on that page itself."""
    speakers: tuple[SpeakerGroup, ...]
    part: Part


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure in its sentence."""

    figure: Link
    """As the text has it, to the sentence."""
    value: str
    """A plain decimal number."""
    what: str
    """What it is of or counts, where its text does not say so."""
    pieces: tuple[Piece, ...]
    """The sentence, or a part of it, with the figure marked."""
    topics: tuple[Link, ...]
    """That the sentence names."""
    article: Listed
    others: tuple[Link, ...]
    """Other articles that have the sentence."""
    more: int
    """How many further ones there are."""


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Figures of one kind, the largest first."""

    title: str
    """Empty where the page has only this one."""
    lines: tuple[FigureLine, ...]
    rest: Link | None
    """To the page with all of them; none where they are all here."""


@dataclass(frozen=True, slots=True)
class FiguresView:
    """A page of figures: the largest of every kind, or all of one."""

    address: str
    head: Head
    title: str
    lead: tuple[str, ...]
    tabs: tuple[Tab, ...]
    """To all kinds, and to each that has a page."""
    groups: tuple[FigureGroup, ...]
    part: Part


@dataclass(frozen=True, slots=True)
class NameLine:
    """A topic that is a name."""

    link: Link
    count: str
    seen: str
    """From when to when; empty where no date is known."""


@dataclass(frozen=True, slots=True)
class NameGroup:
    """The names under one letter."""

    title: str
    names: tuple[NameLine, ...]


@dataclass(frozen=True, slots=True)
class NamesView:
    """A list of people, of organisations, or of another kind of names."""

    address: str
    head: Head
    title: str
    lead: str
    tabs: tuple[Tab, ...]
    groups: tuple[NameGroup, ...]
    part: Part


@dataclass(frozen=True, slots=True)
class TopicView:
    """Page of one topic, or a part of it."""

    address: str
    head: Head
    name: str
    kind: str
    """What it is the name of; empty where it is none."""
    variants: tuple[Forms, ...]
    count: int
    first: Date
    last: Date
    spoken: SpeakerGroup | None
    """What the topic is quoted with; none where it is not, and on further parts."""
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
    lists: tuple[Link, ...]
    """To people, quotes and figures."""


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


View = (
    ArticleView
    | TopicView
    | NamesView
    | QuotesView
    | FiguresView
    | GroupsView
    | ArticlesView
    | FrontView
    | AboutView
    | ReportView
)
