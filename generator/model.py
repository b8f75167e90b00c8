"""Every type that crosses a stage; no logic.

Texts are stored once, in `Article.text`; everything the digest adds to them is a
mark: a `Span` into that text with a body. All types are frozen, hold only tuples,
strings and numbers, and so can be compared, hashed, sent to another process and kept
by `msgspec` without a word of code of their own. They are structs of `msgspec` and no
dataclasses, since a digest has millions of them: they are made, compared and read
from the store several times as fast, and the garbage collector passes them by.
"""

from enum import StrEnum

import msgspec

UNKNOWN_SOURCE = "unknown"
"""The source of an article of which nobody says who published it."""
UNKNOWN_LANGUAGE = "und"
"""Tag (BCP 47) of a text of which nobody can say what language it is in."""


class Record(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What all types here are: a tuple of named values that never change."""


class BlockKind(StrEnum):
    """What a block of an article is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list item"
    QUOTATION = "quotation"
    CAPTION = "caption"
    PREFORMATTED = "preformatted"
    BOILERPLATE = "boilerplate"
    """Text of the page it came from and not of the article ("Read more:"): shown set aside, never annotated."""


class InlineKind(StrEnum):
    """What a run of characters inside a block is."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    LINK = "link"


class Span(Record, frozen=True, order=True):
    """`text[start:end]`, counted in Unicode code points; `0 <= start <= end <= len(text)`."""

    start: int
    end: int


class Block(Record, frozen=True):
    """A paragraph, heading, list item, quotation or caption of an article."""

    kind: BlockKind
    span: Span
    level: int = 0
    """Depth of a heading (1 to 6) or of a list item (1 is the outermost); else 0."""
    ordered: bool = False
    """Whether a list item belongs to a numbered list."""


class Inline(Record, frozen=True):
    """Emphasis, code or a link inside one block. Spans of one article nest or are apart."""

    kind: InlineKind
    span: Span
    target: str = ""
    """The absolute http(s) or mailto address of a link; else empty."""


class Cut(Record, frozen=True):
    """Characters of the given text that are no part of what a reader sees (a tag, a control character).

    An entity is a cut of the characters it is longer than what it stands for.
    """

    at: int
    """Place in `Article.text` before which the characters stood."""
    length: int
    """How many characters of the given text were left out there; at least 1."""


class Guess(Record, frozen=True):
    """Something about an article that was found and not given, and how."""

    field: str
    """Name of the field of `Article`, or `text` for what was done to the text itself."""
    value: str
    """What was found, as a reader should see it."""
    method: str
    """How it was found, as the end of a sentence: "the first sentence, cut at a clause"."""


class Article(Record, frozen=True):
    """One text as it was given, with its metadata."""

    id: str
    """Unique in the digest: the given id, else the path in `seeds/` without its endings (`wire/001_foo`)."""
    path: str
    """The file it came from, relative to the seeds folder, with `/`; `-` for standard input."""
    place: str
    """Where in that file: `line 12` of JSON Lines, `entry 3` of a feed; empty for a file of one article."""
    text: str
    """What a reader sees: the given text without its markup, control characters and lone surrogates."""
    blocks: tuple[Block, ...]
    """In reading order, apart, and covering every character of the text that is not white space."""
    inlines: tuple[Inline, ...]
    """By start, the longer first."""
    cuts: tuple[Cut, ...]
    """By place; empty where the given text was taken as it is, or was a whole document (HTML, Markdown, feed)."""
    title: str
    """One line, never empty."""
    source: str
    """Who published it; `UNKNOWN_SOURCE` where nobody says."""
    authors: tuple[str, ...]
    date: str
    """When it was published, as precisely as known (W3C date and time: `2020-12`, `2020-12-28`,
    `2020-12-28T08:30:00+08:00`); empty where nothing states it."""
    updated: str
    """When it was last changed, in the same form; empty where nothing states it."""
    language: str
    """BCP 47 tag: `en`, `pt`, `zh`; `und` where it cannot be told."""
    url: str
    """The absolute http(s) address of the original; empty where unknown."""
    tags: tuple[str, ...]
    """Subjects given by whoever wrote the metadata, in their order."""
    guesses: tuple[Guess, ...]
    """By field, in the order of the fields above."""


class Problem(Record, frozen=True):
    """Something a person has to know, and can mend."""

    file: str
    """The file as the user would name it, or the setting."""
    place: str
    """`line 12`, `entry 3`; empty for the whole file."""
    what: str
    """What is wrong, in a clause without a full stop."""
    mend: str
    """What to do about it, in a clause without a full stop."""
    left_out: bool = False
    """Whether an article or a file is not on the site for this."""


class Sentence(Record, frozen=True):
    """A sentence of an article."""

    id: str
    """Stays the same when other sentences change: made of the words of this one alone, and of how many
    times they stood before in the article."""
    span: Span
    block: int
    """Index of its block in `Article.blocks`."""
    key: int = 0
    """Rank among the key sentences, 1 the first; 0 for the others."""


class Keyword(Record, frozen=True):
    """A phrase that says what one article is about."""

    text: str
    """As it stands in the article."""
    score: float
    """0 to 1, the higher the more telling; comparable within one article and one method only."""
    method: str
    """`digest` or `yake`."""
    spans: tuple[Span, ...]
    """Every place where it stands, in any letter case and inflection; never empty, apart."""
    why: tuple[tuple[str, float], ...] = ()
    """What carried it, the most first: names of features and what each added; empty for `yake`."""


class Subject(Record, frozen=True):
    """A keyword that names nobody and can stand by itself, or a phrase inside one."""

    key: str
    """What its spellings share: no letter case, hyphen, plural or possessive."""
    forms: tuple[str, ...]
    """Its spellings in the article, on one line each; never empty."""
    score: float
    """That of its keyword, 0 to 1; half of that for a part of one."""
    rank: int
    """Place of the keyword among those of the article, 0 the first."""
    within: str
    """Key of the keyword that it is a part of; its own where it is one."""


class NameKind(StrEnum):
    """What a name is the name of; `NAME` where the text gives no evidence."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    LAW = "law"
    WORK = "work"
    NAME = "name"


class Name(Record, frozen=True):
    """Somebody or something that the article calls by name, under all the forms it uses."""

    text: str
    """The fullest form in the article, without titles and possessive."""
    kind: NameKind
    spans: tuple[Span, ...]
    """Every place of every form, in reading order, apart; titles and possessive outside."""
    why: tuple[str, ...] = ()
    """What in the text speaks for its kind, the strongest first, each as a clause; empty for `NAME`."""


class Figure(Record, frozen=True):
    """An amount, share, count or date that the text states."""

    text: str
    """As it stands in the article."""
    value: str
    """A plain decimal number (`7800000000`, `0.1` for ten per cent) or a W3C date (`2020-12`)."""
    unit: str
    """ISO 4217 code of money (`USD`), `share`, `date`, a unit of measure (`km`), or `` for a bare count."""
    what: str
    """What it counts or measures, in the words of the text (`sessions`, `of their revenue`); empty where not told."""
    span: Span


class Quote(Record, frozen=True):
    """Words that the text gives as somebody's own, in quotation marks."""

    span: Span
    """Of the words with their quotation marks; a quotation that runs on over sentences is one."""
    speaker: str
    """The speaker's name in its fullest form in the article; empty where the text does not say."""
    description: str
    """What the text says the speaker is ("asset management director at …"); empty where it does not."""


class Term(Record, frozen=True):
    """A word of an article in its basic form, and how often it stands there."""

    text: str
    count: int


class Annotations(Record, frozen=True):
    """All that is known of one article from that article alone."""

    sentences: tuple[Sentence, ...]
    """Of all blocks but boilerplate and headings, in reading order."""
    keywords: tuple[Keyword, ...]
    """The most telling first."""
    words: int
    """How many words the text has, boilerplate aside."""
    minutes: int
    """Reading time, at least 1."""
    terms: tuple[Term, ...]
    """Content words of title and text in their basic form, by text; what `relate` compares."""
    sentence_terms: tuple[tuple[str, ...], ...]
    """The distinct content words of each sentence in `sentences`, sorted; `()` for those of captions."""
    names: tuple[Name, ...] = ()
    """By first place."""
    figures: tuple[Figure, ...] = ()
    """In reading order, apart."""
    quotes: tuple[Quote, ...] = ()
    """In reading order, apart."""
    subjects: tuple[Subject, ...] = ()
    """The best first, each followed by the phrases inside it; what `relate` makes topics of, beside the names."""


class Annotated(Record, frozen=True):
    """An article with its annotations."""

    article: Article
    annotations: Annotations


class FigureEntry(Record, frozen=True):
    """A figure that lists show."""

    number: int
    """Index in `Annotations.figures`."""
    value: str
    unit: str
    sentence: int
    """Index in `Annotations.sentences`."""
    same: bytes
    """Hash of the value and the words of the sentence: what two reports of one figure share."""


class QuoteEntry(Record, frozen=True):
    """A quote that lists show."""

    number: int
    """Index in `Annotations.quotes`."""
    speaker: str
    """On one line; empty where the text does not say."""
    named: tuple[Span, ...]
    """Every place where the article names the speaker."""
    same: bytes
    """Hash of its words."""


class Entry(Record, frozen=True):
    """What lists say of an article and sort it by: a function of the article and its annotations alone."""

    id: str
    path: str
    place: str
    address: str
    """Of its page: `articles/2020/12/foo-3k9fa`."""
    title: str
    """On one line, never empty."""
    source: str
    date: str
    changed: str
    """When it was last changed, or published where that is not known; empty where neither is."""
    language: str
    minutes: int
    excerpt: str
    """Its most telling sentence."""
    guesses: tuple[Guess, ...]
    figures: tuple[FigureEntry, ...]
    """Those that say something by themselves, in reading order."""
    figures_left_out: int
    quotes: tuple[QuoteEntry, ...]
    """In reading order."""


class Mention(Record, frozen=True):
    """Where one article speaks of a topic."""

    article: str
    """Id of the article."""
    score: float
    """The best score that a keyword of this topic has in the article."""
    spans: tuple[Span, ...]
    """Every place, in reading order."""


class VariantReason(StrEnum):
    """Why a form is taken to mean the same as the name of its topic."""

    SPELLING = "spelling"
    """Other letter case, hyphens, plural or possessive."""
    INITIALS = "initials"
    """The first letters of the words of another form."""
    COMPANY = "company"
    """With, or without, what companies have at the end of their names ("Group", "Inc")."""
    SHORT = "short"
    """A shorter or longer form of the name, used for the same bearer in an article that has both, or with no other
    bearer about."""
    EDITOR = "editor"
    """An editor's decision in `topics.yml`."""


class Variant(Record, frozen=True):
    """A form under which articles speak of a topic."""

    text: str
    articles: int
    """How many articles use it; 0 for one that an editor gave and no article uses."""
    why: VariantReason
    """What makes it one with the name of the topic."""


class Topic(Record, frozen=True):
    """Keywords and names of at least two articles that mean one thing."""

    key: str
    """What its name comes down to without letter case, hyphens, plural and possessive; its address is made of it."""
    name: str
    """The fullest of the forms most articles use, or the one an editor gave."""
    kind: NameKind | None
    """What it is the name of; none for a subject."""
    variants: tuple[Variant, ...]
    """Every other form seen, the most used first."""
    mentions: tuple[Mention, ...]
    """By article id."""


class DecisionKind(StrEnum):
    """What an editor may decide of topics; also the keys of `topics.yml`."""

    MERGE = "merge"
    RENAME = "rename"
    SPLIT = "split"
    BAN = "ban"
    ALWAYS = "always"


class Decision(Record, frozen=True):
    """An editor's correction of the topics."""

    kind: DecisionKind
    name: str
    """The topic it is about; of `MERGE` and `ALWAYS` what the topic shall be called."""
    to: str
    """What `RENAME` calls it, and `SPLIT` the topic it makes of a part of it; else empty."""
    parts: tuple[str, ...]
    """The forms that `MERGE` puts together, `name` among them; the forms and ids of articles that `SPLIT` takes out."""
    file: str
    place: str
    """`line 3`."""


class ClosestSentences(Record, frozen=True):
    """The two sentences of two articles that have most in common."""

    here: int
    """Index in the sentences of the article that links."""
    there: int
    """Index in the sentences of the article linked to."""
    shared: tuple[str, ...]
    """The words they share, in their basic form, the rarest first."""


class Related(Record, frozen=True):
    """A link from one article to another, and why it is there."""

    id: str
    score: float
    """Cosine of the two texts' TF-IDF vectors, 0 to 1."""
    topics: tuple[str, ...]
    """Keys of the topics that both have, the fewest articles first."""
    closest: ClosestSentences | None = None
    """Missing where no sentence of one shares a word with one of the other."""


class Rarity(Record, frozen=True):
    """How rare words are among all articles, in few steps."""

    articles: int = 0
    """How many articles there are, rounded up to a power of two."""
    words: bytes = b""
    """Hashes of all words in their basic form, the smallest first, as unsigned numbers of eight bytes."""
    steps: bytes = b""
    """The step of each, a byte each; 0 the rarest."""


class CopyKind(StrEnum):
    """How an article is the same text as another."""

    EXACT = "exact"
    """The same words in the same order."""
    NEAR = "near"
    """Nearly the same words in the same order."""
    REWORDED = "reworded"
    """The same sentences in other words: seen only when the two are collated."""


class Copy(Record, frozen=True):
    """An article that is the same text as another."""

    id: str
    of: str
    """Id of the first of its group: the earliest where dates say so, else the first by id."""
    kind: CopyKind
    shared: float
    """Share of the two texts that is the same, 0 to 1."""


class Story(Record, frozen=True):
    """The articles that report one event."""

    key: str
    """Id of the article its address is made of: the earliest where dates say so, else the first by id."""
    articles: tuple[str, ...]
    """Two ids at least; by date, those without one last, then by id."""


class Relation(StrEnum):
    """How much two sentences say the same."""

    SAME = "same"
    PARTIAL = "partial"
    """One says a part of what the other says: it was split, joined or shortened."""
    RELATED = "related"
    """They speak of one thing, and say something else of it."""


TITLE = -1
"""The number of a headline among the sentences of its article."""


class Place(Record, frozen=True, order=True):
    """A sentence of one of several articles, or its headline."""

    article: int
    """Index of the article in those that are collated."""
    sentence: int
    """Index in `Annotations.sentences`; `TITLE` for the headline, which is in no fact and can only differ."""


class Match(Record, frozen=True):
    """Two sentences of two articles that say the same, or nearly."""

    a: Place
    b: Place
    score: float
    """How sure, 0 to 1."""
    relation: Relation


class Fact(Record, frozen=True):
    """A row of a collation: the sentences that say the same thing."""

    places: tuple[Place, ...]
    """By article, then in reading order; one at least. Of an article there are several where it says in two sentences
    what another says in one, or says it twice."""


class DifferenceKind(StrEnum):
    """In what two sentences cannot both be right."""

    FIGURE = "figure"
    NAME = "name"
    DATE = "date"
    POLARITY = "polarity"
    """One says it, the other says it is not so."""
    MEANING = "meaning"
    """Turned round: an opposite, exchanged roles, done against not done."""


class Passage(Record, frozen=True, order=True):
    """A part of a sentence of one of several articles."""

    place: Place
    span: Span
    """In the text of the article; of a headline, in `Article.title`."""


class Difference(Record, frozen=True):
    """Two aligned sentences that cannot both be right."""

    kind: DifferenceKind
    confidence: float
    """0 to 1. From a floor on it is shown as a difference, below as "worded differently"."""
    varies: bool
    """Whether both may be right after all: they speak of another moment, another company."""
    why: str
    """The reason, as one sentence."""
    a: Passage
    b: Passage


class Collation(Record, frozen=True):
    """The aligned sentences of a story's articles."""

    articles: tuple[str, ...]
    """Ids, in the order of the story."""
    facts: tuple[Fact, ...]
    """Every sentence is in one: in the order in which a reader would meet them."""
    matches: tuple[Match, ...]
    """What holds the facts together, by place."""
    differences: tuple[Difference, ...]
    """Those from the floor on, the surest kinds first within a fact, in the order of the facts; before them those of
    headlines."""
    doubts: tuple[Difference, ...]
    """Those below the floor."""
    copies: tuple[Copy, ...]
    """Articles that are others reworded."""


class Relations(Record, frozen=True):
    """All that is known of the articles together; a function of the set of articles alone."""

    copies: tuple[tuple[str, ...], ...]
    """Groups of two or more ids of articles with the same text, exactly or nearly, each sorted, sorted."""
    topics: tuple[Topic, ...]
    """By key."""
    related: dict[str, tuple[Related, ...]]
    """For every article id the nearest others, nearest first; `()` where there are none."""
    unplaced: tuple[Problem, ...] = ()
    """Decisions of the editor that concern nothing in the articles."""
    rarity: Rarity = Rarity()
    """How rare the words of the articles are."""
    signatures: dict[str, int] = {}
    """For every article id a number that is another one where the rarity of any of its words is."""
    stories: tuple[Story, ...] = ()
    """By key; an article is in one at the most."""
    near: tuple[Copy, ...] = ()
    """Every copy but the first of each group in `copies`, by id."""


class Digest(Record, frozen=True):
    """Everything a site is made of."""

    articles: tuple[Annotated, ...]
    """By article id."""
    relations: Relations
    problems: tuple[Problem, ...]
    """In the order of files; shown in the report."""
    collations: dict[str, Collation] = {}
    """By the key of the story."""


class Page(Record, frozen=True):
    """One file of the site before the builder runs."""

    path: str
    """Relative to the folder of pages, with `/`: `articles/2020/12/foo-3k9fa.md`, `feed.xml`."""
    content: str
