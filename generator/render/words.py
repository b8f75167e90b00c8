"""Every text of the interface, in one place, so that it can be translated."""

from collections.abc import Sequence
from decimal import Decimal

from generator.config import Settings
from generator.model import Figure, Keyword, Name, NameKind, Quote, VariantReason
from generator.render import glossary

# Article
RAIL_MARKS = "Marks, keywords and how this page was made"
RAIL_LINKS = "Copies and related articles"
MARKS = "Marks"
MARK_KEYWORDS = "keywords"
MARK_TOPICS = "topics"
MARK_KEYS = "key sentences"
MARK_NAMES = "names"
MARK_FIGURES = "figures"
MARK_QUOTES = "quotes"
ONLY_KEYS = "only key sentences"
LINK_HERE = "Copy the link to this sentence"
LINK_COPIED = "Link copied"
KEYWORDS = "Keywords"
HOW_MADE = "How this page was made"
GIVEN = "Everything known of this article was given with it."
FILE = "file"
WHY_MARKS = "Why these marks?"
IN_SHORT = "In short"
ORIGINAL = "original"
UPDATED = "changed"
NO_DATE = "no date known"
SET_ASIDE = "Set aside: text of the page this came from"
RELATED = "Related"
BOTH = "both"
CLOSEST = "closest sentences"
HERE = "here"
THERE = "there"
COPIES = "The same text"

WHY_KEYWORDS = "Why these keywords"
NAMES_HERE = "Names in this article"
FIGURES_HERE = "Figures in this article"
QUOTES_HERE = "Quotes in this article"
FIGURES_ABOUT = "Each with its value as it is sorted by and compared."
QUOTES_ABOUT = "Each with who says it, where the text tells."
NAMES_ABOUT = "What the article calls by name, in all its forms, and what each is where the text tells."
NO_SPEAKER = "the text does not say who"

# Lists
TOPICS = "Topics"
SOURCES = "Sources"
ARCHIVE = "Archive"
KINDS = {
    NameKind.PERSON: "People",
    NameKind.ORGANISATION: "Organisations",
    NameKind.PLACE: "Places",
    NameKind.LAW: "Laws",
    NameKind.WORK: "Works",
}
PEOPLE = "People and organisations"
NAMES_BY_KIND = "Names by kind"
NO_NAMES = {
    NameKind.PERSON: "No person is a topic yet: it takes more articles that speak of somebody.",
    NameKind.ORGANISATION: "No organisation is a topic yet: it takes more articles that speak of one.",
}
VARIANTS = {
    VariantReason.SPELLING: "also written",
    VariantReason.INITIALS: "initials",
    VariantReason.COMPANY: "with or without its company ending",
    VariantReason.SHORT: "shorter or longer",
    VariantReason.EDITOR: "by the editor’s decision",
}
QUOTES = "Quotes by speaker"
ALL_SPEAKERS = "All speakers"
OWN_WORDS = "In their own words"
ALSO_IN = "also in"
DESCRIBED_IN = ", in "
SENTENCE_TOPICS = "topics:"
FIGURES = "Figures"
ALL_FIGURES = "All kinds"
FIGURES_BY_KIND = "Figures by kind"
FIRST_SEEN = "first seen"
LAST_SEEN = "last seen"
NEIGHBOURS = "Topics in the same articles"
MENTIONS = "What the articles say"
UNDATED = "Month not known"
OTHER_LETTERS = "0–9 and others"
PREVIOUS = "Previous page"
NEXT = "Next page"
PARTS = "Pages of this list"
MOST_TOPICS = "Topics"

# Front page
NEWEST = "Newest articles"
MOST_MENTIONED = "Topics by number of articles"
ALL_ARTICLES = "All articles by month"
ALL_TOPICS = "All topics"
NOTHING_YET = "No articles yet. Put some into the folder of seeds, and build again."

# Editions
EDITIONS = "Editions"
EDITION = "Edition"
NO_EDITIONS = "No article names its day yet."
IN_SHORT_ITEMS = "In short"
TOPICS_OF_WEEK = "Topics of the week"
NEW_DIFFERENCES = "Where reports differ"
ALL_EDITIONS = "All editions"
NEW_ITEM = "new"
NEW_ONE = "1 new since your last visit"
NEW_MANY = "{} new since your last visit"

# About and report
ABOUT = "How this digest is made"
METHODS = "Marks and links"
SETTINGS = "Settings"
VERSIONS = "Versions"
SETTING = "setting"
VALUE = "value"
PROGRAM = "part"
VERSION = "version"
REPORT = "Report"
TO_REPORT = "What was left out, and what was found and not given"
LEFT_OUT = "Left out"
PROBLEMS = "Problems"
REPORT_EMPTY = "Nothing was left out, nothing is wrong, and nothing had to be guessed."


def names_lead(kind: NameKind, count: int) -> str:
    """How many names a list has."""
    return NO_NAMES.get(kind, "") if not count else topics(count)


def used_by(count: int) -> str:
    """How many articles use a form of a name."""
    return articles(count) if count else "no article"


def quotes(count: int) -> str:
    """`1 quote`, `5 quotes`."""
    return _counted(count, "quote", "quotes")


def quoted(text: str) -> str:
    """A text in quotation marks."""
    return f"“{text}”"


def all_quotes(count: int) -> str:
    """What leads to all quotes of a speaker."""
    return f"All {quotes(count)}"


def quotes_of(speaker: str) -> str:
    """Title of the page with all quotes of a speaker."""
    return f"Quotes: {speaker}"


def quotes_lead(count: int, speakers: int) -> str:
    """How many quotes there are."""
    if not count:
        return "No article quotes anybody by name yet."
    return f"{quotes(count)} of {_counted(speakers, 'speaker', 'speakers')}, by name."


def quotes_unknown(count: int) -> str:
    """How many quotes are not listed."""
    return f"{_counted(count, 'quote', 'quotes')} whose speaker the text does not name {_are(count)} not listed."


def figures_lead(count: int) -> str:
    """How many figures there are."""
    if not count:
        return "No article states a figure yet."
    return f"{_counted(count, 'figure', 'figures')}, the largest first."


def figures_left_out(count: int) -> str:
    """Which figures are not listed, and how many."""
    return (
        f"{_counted(count, 'other', 'others')} {_are(count)} left out: dates, figures in headings, and counts up to "
        "ten that do not say what they count."
    )


def all_figures(count: int) -> str:
    """What leads to all figures of a kind."""
    return f"All {_counted(count, 'figure', 'figures')}"


def unit_title(unit: str, language: str) -> str:
    """Heading over the figures of a unit."""
    return glossary.unit(unit, language)


def name_said(kind: NameKind, forms: Sequence[str]) -> str:
    """What is said of a name in the list of an article's names."""
    return f"{kind}, also {', '.join(forms)}" if forms else kind


def places(count: int, sentences: Sequence[str], more: int) -> str:
    """How often something stands in an article, and in which sentences."""
    often = {1: "once", 2: "twice"}.get(count, f"{count} times")
    if not sentences:
        return often
    where = f"in {'sentences' if len(sentences) > 1 else 'sentence'} {', '.join(sentences)}"
    return f"{'' if count == 1 else f'{often}, '}{where}{f' and {more} more' if more else ''}"


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def more(count: int) -> str:
    """`5 more`."""
    return f"{count} more"


def scored_by(method: str) -> str:
    """What the numbers beside keywords are."""
    return f"Score by {method}: 1 is the most telling keyword of this article."


def articles(count: int) -> str:
    """`1 article`, `5 articles`."""
    return _counted(count, "article", "articles")


def sources(count: int) -> str:
    """`1 source`, `5 sources`."""
    return _counted(count, "source", "sources")


def topics(count: int) -> str:
    """`1 topic`, `5 topics`."""
    return _counted(count, "topic", "topics")


def minutes(count: int) -> str:
    """Reading time."""
    return f"{count} min"


def keyword_title(keyword: Keyword) -> str:
    """What a mark of a keyword says of itself."""
    return f"keyword, score {score_text(keyword.score)}"


def because(keyword: Keyword) -> str:
    """What carried a keyword, the most first; empty where its method does not tell."""
    return ", ".join(dict.fromkeys(glossary.feature(name) for name, _ in keyword.why))


def carried_by(keyword: Keyword) -> str:
    """What carried a keyword, as a clause; empty where its method does not tell."""
    why = because(keyword)
    return f"carried by {why}" if why else ""


def since(name: Name) -> str:
    """What speaks for the kind of a name, as a clause; empty where nothing does."""
    return f"since {' and '.join(name.why)}" if name.why else ""


def name_title(name: Name) -> str:
    """What a mark of a name says of itself."""
    return f"{name.kind}: {' '.join(name.text.split())}"


def figure_title(figure: Figure) -> str:
    """What a mark of a figure says of itself."""
    return f"figure: {figure_value(figure)}"


def figure_value(figure: Figure) -> str:
    """A figure's value, the same for all ways to write it: `7,800,000,000 USD`, `10 %`, `2020-12`."""
    if figure.unit == "date":
        return figure.value
    if figure.unit == "share":
        return f"{round(Decimal(figure.value) * 100, 2).normalize():f} %"
    unit = f" {figure.unit}" if figure.unit else ""
    return f"{Decimal(figure.value):,f}{unit}"


def quote_title(quote: Quote) -> str:
    """What a mark of a quote says of itself."""
    who = said_by(quote)
    return f"quote: {who}" if who else "quote"


def said_by(quote: Quote) -> str:
    """Who says it, and what that is; empty where the text does not tell."""
    return ", ".join(" ".join(part.split()) for part in (quote.speaker, quote.description) if part)


def score_text(score: float) -> str:
    """`.83`; `1` for the whole."""
    return f"{score:.2f}".removeprefix("0").replace("1.00", "1")


def topic_title(name: str) -> str:
    """What a link to a topic says of itself."""
    return f"topic: {name}"


def similarity(score: float) -> str:
    """How near a related article is."""
    return f"similarity {score_text(score)}"


def from_to(first: str, last: str) -> str:
    """Two dates as one stretch of time."""
    return first if first == last else f"{first} to {last}"


def week(name: str) -> str:
    """`Week 53, 2020`, for "2020-W53"."""
    return f"Week {int(name[-2:])}, {name[:4]}"


def whole_week(count: int) -> str:
    """What leads from the front page to its edition."""
    return f"All {count:,} articles of this week"


def undated(count: int) -> str:
    """What leads to the articles that are in no edition."""
    return f"{articles(count)} without a day"


def curve_of(name: str, counts: Sequence[int]) -> str:
    """What a curve by weeks shows, for who does not see it; the last week is that of the edition."""
    return f"{name}, articles by week: {', '.join(map(str, counts))}"


def title_of_feed(page: str, site: str) -> str:
    """What the feed of a page is called."""
    return " · ".join(filter(None, (page, site))) or "Digest"


def title_of_part(title: str, begins: str) -> str:
    """The title of a list on a page of it that begins with an entry of that name."""
    return f"{title}, {from_entry(begins)}" if begins else title


def from_entry(name: str) -> str:
    """Where a page of a long list begins."""
    return f"from {name}"


def found_group(field: str, method: str) -> str:
    """Heading of the report over everything found in one way."""
    return f"Found, not given: {field} – {method}"


def source_description(name: str, count: int) -> str:
    """What the page of a source holds."""
    return f"{articles(count)} from {name}"


def month_description(month: str, count: int) -> str:
    """What the page of a month holds."""
    return f"{articles(count)}: {month}"


def topic_description(name: str, count: int) -> str:
    """What the page of a topic holds."""
    return f"What {articles(count)} say of {name}" if count != 1 else f"What 1 article says of {name}"


def report_lead(left_out: int, problems: int, found: int) -> str:
    """The report in one sentence."""
    return (
        f"{_counted(left_out, 'file or article', 'files or articles')} left out, "
        f"{_counted(problems, 'other problem', 'other problems')}, "
        f"{_counted(found, 'thing', 'things')} found and not given."
    )


def _counted(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"


def methods(settings: Settings) -> dict[str, str]:
    """How every kind of mark and link is made, by name."""
    annotate, relate = settings.annotate, settings.relate
    return {
        "Keywords": (
            f"Phrases that say what an article is about, found by {annotate.keywords.method} in that article alone: "
            f"at most {annotate.keywords.top}, of at most {annotate.keywords.longest} words each. The score runs from "
            "0 to 1, the higher the more telling, and compares keywords of one article only."
        ),
        "Names": (
            "People, organisations, places, laws and works that the text calls by name, found by rules from capitals, "
            "titles, roles, suffixes and CLDR’s lists of places. A kind is told only where the text gives evidence."
        ),
        "Figures": (
            "Amounts, shares, counts and dates, found by rules, each with its value and unit. The pages of figures "
            "list them by value; a sentence that stands in several articles counts once."
        ),
        "Quotes": (
            "Words in quotation marks that somebody is said to have said, with the speaker where the text tells. The "
            "same words of one speaker are listed once, with all articles that have them."
        ),
        "Key sentences": (
            f"At most {annotate.key_sentences} sentences that can be understood alone and together hold most of the "
            "words of an article’s keywords; early sentences count for more."
        ),
        "Topics": (
            f"Names and keywords of at least {articles(relate.topic_articles)} that mean one thing: the same but for "
            "spelling, plural or company ending, initials and short names where they can stand for nobody else, and "
            "what an editor has decided. Each form says on the topic’s page why it is the same. The first mention in "
            "a text leads there."
        ),
        "Related articles": (
            "Articles whose words, weighed by how rare they are (TF-IDF), point the same way: a cosine of at least "
            f"{relate.least_similarity:g}, and at most {relate.related} for an article. Every link names the topics "
            "and the pair of sentences the two have in common."
        ),
        "Copies": (
            "Articles whose text is the same: word for word, nearly so, or sentence by sentence in other words. "
            "Each says which, and how much is shared. A copy counts once wherever reports and sources are "
            "counted."
        ),
        "Stories": (
            "Articles that report one event, not merely one subject, told by their words, names, figures and "
            "dates. Their sentences are aligned; those that say the same thing are one fact, which is a row where "
            "reports stand side by side."
        ),
        "Differences": (
            "Parts of two aligned sentences that cannot both be right: another figure, name or date for the same "
            "thing, something said and denied, or a meaning turned round. Each has its reason and a confidence "
            "from 0 to 1. What may both be right, since the sentences may speak of another moment or another "
            "company, says so and is not counted; what is less sure is shown folded, as worded differently."
        ),
        "Things found": (
            "Where a title, date, language, source or author was not given, it is looked for in the text and the "
            "file, and every find is listed on the article’s page and in the report. What nothing states stays "
            "unknown."
        ),
    }
