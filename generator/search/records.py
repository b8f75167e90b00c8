"""What is searched: pages by their text, topics by their names."""

from generator.model import Record


class SearchSentence(Record, frozen=True):
    """A run of text of a searched page."""

    anchor: str
    """Id of the element a hit opens at; empty where the text has none."""
    text: str
    level: int = 0
    """1 to 6 in a heading of the text, which weighs more; else 0."""


class SearchRecord(Record, frozen=True):
    """All that the search knows of a page that is found by its text."""

    address: str
    """Path from the top of the site: `articles/2020/12/foo/`."""
    title: str
    kind: str
    """`article`: one word of small letters."""
    date: str
    """Ten characters to sort by: `2020-12-28`, `2020-12-00` for a month, `0000-00-00` for none."""
    source: str
    """Who published it; empty where it has no source."""
    topics: tuple[str, ...]
    """Names of its topics."""
    language: str
    """BCP 47 tag of the text; empty where it cannot be told."""
    sentences: tuple[SearchSentence, ...]
    """The text, in reading order."""
    story: str = ""
    """What its story is called, if it has one: that of a report, and a story's own."""


class Searched(Record, frozen=True, order=True):
    """A page of the index without its text."""

    address: str
    kind: str
    date: str
    source: str
    """These three as in its `SearchRecord`."""
    digest: str
    """Hash of its `SearchRecord`, or of all that is made of."""


class TopicRecord(Record, frozen=True, order=True):
    """All that the search knows of a topic."""

    address: str
    name: str
    forms: tuple[str, ...]
    """What else it is called, the most usual first."""
    articles: int
    """How many there are of it."""
    date: str
    """The latest date of its articles, as in `SearchRecord`."""
