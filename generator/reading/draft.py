"""What the readers of the formats hand to `article`, which makes articles of it."""

from generator.model import Block, Cut, Guess, Inline, Problem, Record


class Where(Record, frozen=True):
    """Where an article stands."""

    path: str
    """As in `Article.path`."""
    id: str
    """Id of the article if it gives none."""
    place: str = ""
    """As in `Article.place`."""

    def problem(self, what: str, mend: str, *, left_out: bool = False) -> Problem:
        """The problem, with its file and place."""
        return Problem(self.path, self.place, what, mend, left_out)


class Metadata(Record, frozen=True):
    """Fields of an article that somebody states, checked; empty where nobody does."""

    id: str = ""
    title: str = ""
    source: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    updated: str = ""
    language: str = ""
    url: str = ""
    tags: tuple[str, ...] = ()


class Complaint(Record, frozen=True):
    """A problem before it is known where it stands."""

    what: str
    mend: str


class Body(Record, frozen=True):
    """The text of an article with its structure."""

    text: str
    blocks: tuple[Block, ...]
    inlines: tuple[Inline, ...] = ()
    cuts: tuple[Cut, ...] = ()
    found: Metadata = Metadata()
    """What the text itself states (a byline, a line with a date)."""
    guesses: tuple[Guess, ...] = ()
    """What was done to the text, and how what is in `found` was found."""


class NotReadable(Exception):  # noqa: N818 - it says what a file is, and is always caught
    """A file, or a part of it, that cannot be read as an article; it says why and how to mend it."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(what)
        self.complaint = Complaint(what, mend)
