"""What each page shows, and nothing else: a page has to be made again only where its view is another.

Texts in a view are plain; the templates escape them. Links are as they stand on the page:
relative to it and to a `.md` file, so that the builder checks them, or to the web.
"""

import msgspec

from generator.render.dates import Date
from generator.render.escaping import Safe


class Shown(msgspec.Struct, frozen=True, gc=False):
    """What all types here are: named values that never change, as in the model."""


class Link(Shown, frozen=True):
    """A text that leads somewhere."""

    text: str
    href: str
    lang: str = ""
    """Language of the text; empty where it is the site's."""
    dir: str = ""
    """Direction of the text; empty where it is the site's."""


class Search(Shown, frozen=True):
    """What the search engine sorts and filters a page by."""

    kind: str
    date: str
    source: str = ""
    month: str = ""
    topics: tuple[str, ...] = ()


class Head(Shown, frozen=True):
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
    feed: str = ""
    """Link to the page's own feed; empty where it has none."""
    annotations: str = ""
    """Link to the page's marks as data; empty where it has none."""
    card: str = ""
    """File of the picture that links to it are shown with; empty where the site has none."""
    search: Search | None = None


class Listed(Shown, frozen=True):
    """An article as lists show it."""

    link: Link
    source: Link
    date: Date
    minutes: int
    excerpt: str = ""
    """Its most telling sentence."""


class Counted(Shown, frozen=True):
    """A link with how many articles are behind it."""

    link: Link
    count: int
    kind: str = ""
    """What it is the name of; empty for what is no name, and where it goes without saying."""


class Group(Shown, frozen=True):
    """A heading with what stands under it."""

    title: str
    """Empty where there is only one group."""
    items: tuple[Counted, ...]
    href: str = ""
    """The page of what the heading names; empty where it has none."""


class Part(Shown, frozen=True):
    """Where in a list that goes over several pages a page stands."""

    begins: str = ""
    """What its first entry is called; empty on the first page."""
    previous: str = ""
    """Address of the page before; empty on the first."""
    next: str = ""
    """Address of the page behind; empty on the last."""


class Chip(Shown, frozen=True):
    """A keyword of an article."""

    link: Link
    """To the page of the topic; leads nowhere where the keyword is none."""
    score: str
    method: str


class Marked(Shown, frozen=True):
    """Something that is marked in an article, with all that is known of it."""

    text: str
    """As the article has it."""
    said: str
    """Score, kind, value or speaker."""
    where: Safe
    """How often it stands, and links to the sentences."""
    because: str = ""
    """What made it one, as a clause."""


class MarkList(Shown, frozen=True):
    """All marks of one kind."""

    title: str
    about: str
    text: Link
    """Language and direction of the texts; leads nowhere."""
    marks: tuple[Marked, ...]


class Found(Shown, frozen=True):
    """Something that was found and not given, and how."""

    field: str
    value: str
    method: Link
    """Leads nowhere."""


class Reason(Shown, frozen=True):
    """An article that another leads to, and why."""

    to: Listed
    score: str
    topics: tuple[Link, ...]
    """The most telling topics that both have."""
    more_topics: int
    """How many they have besides."""
    closest: tuple[Link, Link] | None
    """The sentence here and the sentence there that have most in common."""


class Reader(Shown, frozen=True):
    """Language of the interface, for its lines inside a text of another language."""

    lang: str
    dir: str


class Row(Shown, frozen=True):
    """A line of two columns."""

    name: str
    value: str


class Piece(Shown, frozen=True):
    """A piece of a sentence."""

    text: str
    named: bool
    """Whether it names the topic that the page is about."""


class Quoted(Shown, frozen=True):
    """A sentence that names a topic."""

    link: Link
    """To its place, in its language."""
    pieces: tuple[Piece, ...]


class Mentioned(Shown, frozen=True):
    """An article in which a topic stands, with the sentences that tell most of it."""

    article: Listed
    sentences: tuple[Quoted, ...]


class Tab(Shown, frozen=True):
    """A way to another list of the same kind."""

    link: Link
    count: int
    here: bool
    """Whether this is the list one is at."""


class Forms(Shown, frozen=True):
    """Other forms of a topic's name that mean the same for one reason."""

    why: str
    forms: tuple[Row, ...]
    """Each with how many articles use it."""


class Spoken(Shown, frozen=True):
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


class SpeakerGroup(Shown, frozen=True):
    """A speaker with quotes."""

    name: Link
    """To the topic; leads nowhere where the speaker is none."""
    count: str
    spoken: tuple[Spoken, ...]
    rest: Link | None
    """To the page with all of them; none where they are all here."""


class QuotesView(Shown, frozen=True):
    """A page of quotes: some of every speaker, or all of one."""

    address: str
    head: Head
    title: str
    lead: tuple[str, ...]
    up: Link | None
    """To all speakers; none on that page itself."""
    speakers: tuple[SpeakerGroup, ...]
    part: Part


class FigureLine(Shown, frozen=True):
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


class FigureGroup(Shown, frozen=True):
    """Figures of one kind, the largest first."""

    title: str
    """Empty where the page has only this one."""
    lines: tuple[FigureLine, ...]
    rest: Link | None
    """To the page with all of them; none where they are all here."""


class FiguresView(Shown, frozen=True):
    """A page of figures: the largest of every kind, or all of one."""

    address: str
    head: Head
    title: str
    lead: tuple[str, ...]
    tabs: tuple[Tab, ...]
    """To all kinds, and to each that has a page."""
    groups: tuple[FigureGroup, ...]
    part: Part


class NameLine(Shown, frozen=True):
    """A topic that is a name."""

    link: Link
    count: str
    seen: str
    """From when to when; empty where no date is known."""


class NameGroup(Shown, frozen=True):
    """The names under one letter."""

    title: str
    names: tuple[NameLine, ...]


class NamesView(Shown, frozen=True):
    """A list of people, of organisations, or of another kind of names."""

    address: str
    head: Head
    title: str
    lead: str
    tabs: tuple[Tab, ...]
    groups: tuple[NameGroup, ...]
    part: Part


class TopicCurve(Shown, frozen=True):
    """The articles of a topic over time."""

    picture: Safe
    rows: tuple[Row, ...]
    """The periods that have articles."""


class Meeting(Shown, frozen=True):
    """A topic that shares articles with another."""

    link: Link
    shared: str
    """How many articles have both."""
    where: Link
    """The newest of these."""


class TopicView(Shown, frozen=True):
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
    neighbours: tuple[Meeting, ...]
    """Topics that share most articles with this one."""
    curve: TopicCurve | None
    best: tuple[Quoted, ...]
    """The sentences that say most of it."""
    stories: tuple[Counted, ...]
    part: Part


class GroupsView(Shown, frozen=True):
    """A page of links under headings: all topics, all sources, the archive."""

    address: str
    head: Head
    title: str
    lead: str
    groups: tuple[Group, ...]
    part: Part
    also: Link | None = None
    """To the same in another form."""


class ArticlesView(Shown, frozen=True):
    """A page that lists articles: of a source, of a month."""

    address: str
    head: Head
    title: str
    lead: str
    articles: tuple[Listed, ...]
    topics: tuple[Counted, ...]
    """Topics that most of these articles have."""
    scope: str
    """What the search is narrowed down to for all of these: `source=Reuters`; empty where it cannot be."""
    part: Part


class Told(Shown, frozen=True):
    """A piece of a sentence beside another."""

    text: str
    kind: str = ""
    """`same` for wording that another has, too, `new` for what it has not, `differ` for what cannot both be right;
    empty where wording is not compared."""


class ToldSentence(Shown, frozen=True):
    """A sentence beside others."""

    link: Link
    """To its place in its article, in its language."""
    pieces: tuple[Told, ...]


class Report(Shown, frozen=True):
    """An article of a story."""

    article: Listed
    copy: str
    """Whose copy it is, and what kind of one; empty where it is none."""


class Agreed(Shown, frozen=True):
    """A fact that several reports have."""

    sentence: Link
    """The best of their sentences, to its place."""
    by: str
    """Which reports say it."""
    row: Link
    """To where they stand side by side."""


class Side(Shown, frozen=True):
    """One of two sentences that cannot both be right."""

    sentence: ToldSentence
    report: Link
    """To the report, by what tells it from the others."""
    date: Date


class Because(Shown, frozen=True):
    """Why two sentences cannot both be right."""

    why: Link
    """Leads nowhere."""
    confidence: str
    varies: bool
    """Whether both may be right after all."""


class Differing(Shown, frozen=True):
    """Two sentences that cannot both be right."""

    kind: str
    """In what they differ; several kinds with commas between them."""
    because: tuple[Because, ...]
    sides: tuple[Side, Side]
    row: Link
    """To where they stand side by side; on a page of several stories to the story, by its title."""


class Aligned(Shown, frozen=True):
    """A sentence in a column."""

    sentence: ToldSentence
    anchor: str
    """Of its fact; empty where another element bears it."""
    is_alone: bool
    """Whether one report alone says it."""


class CollationRow(Shown, frozen=True):
    """A fact in several columns; or what stands before the next one of these in one column each."""

    anchor: str
    """Empty where another element bears it."""
    is_packed: bool
    """Whether what stands beside each other has nothing in common."""
    cells: tuple[tuple[Aligned, ...], ...]
    """One for every column; `()` where a report does not say it."""


class Columns(Shown, frozen=True):
    """Reports side by side."""

    heads: tuple[Listed, ...]
    names: tuple[str, ...]
    """What tells each of them from the others."""
    rows: tuple[CollationRow, ...]


class Alone(Shown, frozen=True):
    """What one report alone says."""

    report: Link
    """By what tells it from the others."""
    sentences: tuple[Link, ...]
    more: Link | None
    """To further ones, side by side."""


class MatrixRow(Shown, frozen=True):
    """A fact with who says it."""

    fact: Link
    """Its beginning, to where it stands side by side."""
    marks: tuple[str, ...]
    """Of every source: `says`, `differs`, or empty."""


class Matrix(Shown, frozen=True):
    """Sources by facts."""

    sources: tuple[Link, ...]
    """Or reports, where these are of one source, or of an unknown one."""
    rows: tuple[MatrixRow, ...]
    more: int
    """How many further facts there are."""
    alone: tuple[int, ...]
    """How many facts each source alone has."""


class StoryView(Shown, frozen=True):
    """Page of a story."""

    address: str
    head: Head
    title: Link
    """Language and direction of the title; leads nowhere."""
    facts: tuple[str, ...]
    """How many reports and sources, from when to when."""
    verdict: str
    """In how many places not all can be right; empty where that is nowhere."""
    agreed: tuple[Agreed, ...]
    by_all: bool
    """Whether all reports say what is agreed."""
    reports: tuple[Report, ...]
    timeline: Safe
    """A picture as SVG; empty where there is no more than one date."""
    differences: tuple[Differing, ...]
    columns: Columns | None
    rest: tuple[Columns, ...]
    """Further columns, folded."""
    not_shown: int
    """How many reports have no column."""
    alone: tuple[Alone, ...]
    doubts: tuple[Differing, ...]
    matrix: Matrix | None


class StoryLine(Shown, frozen=True):
    """A story as lists show it."""

    link: Link
    reports: int
    facts: tuple[str, ...]
    differing: Link | None
    """How many differences, to them; none where there are none."""
    sources: tuple[Link, ...]
    more: int
    """How many further sources there are."""
    excerpt: str


class StoriesView(Shown, frozen=True):
    """The list of stories, or a part of it."""

    address: str
    head: Head
    title: str
    lead: str
    stories: tuple[StoryLine, ...]
    part: Part


class DifferencesView(Shown, frozen=True):
    """The list of all differences, or a part of it."""

    address: str
    head: Head
    title: str
    lead: str
    differences: tuple[Differing, ...]
    part: Part


class OtherReport(Shown, frozen=True):
    """A difference of an article from another report, beside the article."""

    number: int
    """Of its note, in reading order."""
    sign: str
    """What stands at its place in the text."""
    kind: str
    varies: bool
    here: Link
    """The words of the article, to their place."""
    there: Link
    """The words of the other report, to their place."""
    source: str
    why: Link
    """Leads nowhere."""


class StoryBox(Shown, frozen=True):
    """What an article has to do with other reports of its event."""

    story: Link
    """To the page of the story, by its title."""
    reports: tuple[Listed, ...]
    more: int
    """How many further reports there are."""
    adds: tuple[Link, ...]
    """Sentences that only this article has."""
    more_adds: int
    differs: tuple[OtherReport, ...]
    more_differs: int


class ArticleView(Shown, frozen=True):
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
    story: StoryBox | None
    """Other reports of the event; none where the digest has none."""
    differs: bool
    """Whether the text has marks of differences from them."""
    agrees: bool
    """Whether the text has marks of what they say, too."""
    copies: tuple[Report, ...]
    more_copies: int
    """How many further copies there are."""
    mark_lists: tuple[MarkList, ...]
    """What the marks say, for whom cannot point at one."""
    about: str
    """Address of the page that explains the marks."""


class Trend(Shown, frozen=True):
    """A topic of a week."""

    topic: Counted
    curve: Safe
    """How many articles spoke of it, week by week up to this one."""


class Contradiction(Shown, frozen=True):
    """A difference in one line."""

    kind: str
    why: Link
    """Leads nowhere."""
    row: Link
    """To the two sentences side by side."""


class Week(Shown, frozen=True):
    """What came in one week."""

    name: Link
    """`Week 53, 2020`, to its page."""
    days: str
    facts: tuple[str, ...]
    stories: tuple[StoryLine, ...]
    """The weightiest first."""
    timeline: Safe
    """When the reports of the first story came."""
    differences: tuple[Contradiction, ...]
    articles: tuple[Listed, ...]
    """Those of no story."""
    topics: tuple[Trend, ...]


class EditionView(Shown, frozen=True):
    """The page of a week, or a part of it."""

    address: str
    head: Head
    title: str
    week: Week
    before: Link | None
    after: Link | None
    all_: Link
    part: Part


class EditionsView(Shown, frozen=True):
    """The list of editions, or a part of it."""

    address: str
    head: Head
    title: str
    lead: str
    editions: tuple[Week, ...]
    """Each with no more than its first stories."""
    part: Part


class FrontView(Shown, frozen=True):
    """The front page."""

    address: str
    head: Head
    title: str
    description: str
    facts: tuple[str, ...]
    """How much there is, in a few words each."""
    week: Week | None
    """The latest edition; none where no article names its day."""
    articles: tuple[Listed, ...]
    """The newest, where there is no edition."""
    topics: tuple[Counted, ...]
    """Those of most articles, where there is no edition."""
    links: tuple[Link, ...]
    """To the whole edition, all editions, all articles, those without a day."""
    lists: tuple[Link, ...]
    """To all topics, stories, people, quotes and figures."""


class Method(Shown, frozen=True):
    """How one kind of mark or link is made."""

    name: str
    text: str


class AboutView(Shown, frozen=True):
    """How this digest is made."""

    address: str
    head: Head
    title: str
    methods: tuple[Method, ...]
    settings: tuple[Row, ...]
    versions: tuple[Row, ...]
    note: str
    """That the interface is not in the language wanted; empty where it is."""
    report: Link


class ReportLine(Shown, frozen=True):
    """Something of one file that was left out, is a problem, or was found and not given."""

    file: str
    place: str
    text: str
    article: str = ""
    """Id of the article; empty where there is none."""
    to: Link | None = None
    """The article's page."""


class ReportGroup(Shown, frozen=True):
    """A heading of the report with its lines."""

    title: str
    lines: tuple[ReportLine, ...]


class ReportView(Shown, frozen=True):
    """What was left out, what is a problem, and what was found and not given; or a part of it."""

    address: str
    head: Head
    title: str
    lead: str
    groups: tuple[ReportGroup, ...]
    part: Part


class MapLine(Shown, frozen=True):
    """A topic of the map in the list below it."""

    link: Link
    count: int
    near: tuple[Link, ...]
    """Topics that a line joins it to."""


class MapView(Shown, frozen=True):
    """The map of topics."""

    address: str
    head: Head
    about: str
    picture: Safe
    lines: tuple[MapLine, ...]


View = (
    ArticleView
    | MapView
    | TopicView
    | NamesView
    | QuotesView
    | FiguresView
    | GroupsView
    | ArticlesView
    | FrontView
    | EditionView
    | EditionsView
    | AboutView
    | ReportView
    | StoryView
    | StoriesView
    | DifferencesView
)
