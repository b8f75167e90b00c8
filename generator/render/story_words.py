"""Every text of the interface about stories."""

from collections.abc import Sequence

from generator.model import TITLE, Copy, CopyKind, Difference, DifferenceKind
from generator.render.words import sources

TWO = 2

STORY = "Story"
STORIES = "Stories"
DIFFERENCES = "Differences"
NO_STORIES = "No two articles report one event yet."
NO_DIFFERENCES = "No two reports of one event have been found to contradict each other yet."
ALL_SAY = "What they all say"
MOST_SAY = "What most say"
DIFFER = "Where they differ"
DOUBTS = "Worded differently"
DOUBTS_ABOUT = "Not the same words, and perhaps not the same meaning: below what is called a difference."
SIDE_BY_SIDE = "Side by side"
ONLY_ONE = "What only one says"
WHO_SAYS_WHAT = "Who says what"
REPORTS = "Reports"
TIMELINE = "Timeline"
REST = "More reports side by side"
KIND = "Kind"
ONE = "One says"
OTHER = "Another says"
WHY = "Why"
FACT = "Fact"
MARKS = {"says": "says it", "differs": "differs", "": "does not say it"}
NOT_HERE = "not in this report"
NOTHING = "–"
ONLY_HERE_COUNT = "Said by this one alone"
BOTH_MAY_BE_RIGHT = "May both be right."
READING = (
    "A row is one fact. Of sentences that are nearly the same, the wording they share is quiet and the rest is bold; "
    "what cannot both be right is underlined with a wave; a bar stands at what one report alone says."
)
MATRIX_ABOUT = "Facts that more than one of them has. Each leads to its row above."
ALL_STORIES = "All stories"
NEWEST_STORIES = "Newest stories"
SIDE_BY_SIDE_LINK = "Side by side"
IN = "in"
MOVED = "This story is now at"

# On an article
OF_ONE_EVENT = "Reports of this event"
OTHER_REPORTS = "Other reports"
ADDS = "Only in this report"
DIFFERS_HERE = "Where it differs"
MARK_DIFFERS = "differences"
MARK_AGREES = "said by others, too"

KINDS = {
    DifferenceKind.FIGURE: "Figure",
    DifferenceKind.NAME: "Name",
    DifferenceKind.DATE: "Date",
    DifferenceKind.POLARITY: "Said and denied",
    DifferenceKind.MEANING: "Turned round",
}
_COPIES = {
    CopyKind.EXACT: "word for word",
    CopyKind.NEAR: "nearly word for word",
    CopyKind.REWORDED: "reworded",
}


def kind(one: Difference) -> str:
    """`Figure`; `Headline: figure` where two headlines differ."""
    return f"Headline: {KINDS[one.kind].lower()}" if one.a.place.sentence == TITLE else KINDS[one.kind]


def reports(count: int, copies: int = 0) -> str:
    """`3 reports`, `3 reports and 1 copy`."""
    said = _counted(count, "report", "reports")
    return f"{said} and {_counted(copies, 'copy', 'copies')}" if copies else said


def one_of(count: int) -> str:
    """What leads from an article to its story."""
    return f"one of {count:,} reports of this event"


def differences(count: int) -> str:
    """`1 difference`, `5 differences`."""
    return _counted(count, "difference", "differences")


def verdict(count: int, reports: int) -> str:
    """In how many places not all can be right; empty where that is nowhere."""
    if not count:
        return ""
    who = "They cannot both" if reports == TWO else "They cannot all"
    return f"{who} be right in {_counted(count, 'place', 'places')}."


def copy_said(copy: Copy) -> str:
    """How an article is a copy: `nearly word for word, 93 % shared`."""
    if copy.kind is CopyKind.EXACT:
        return _COPIES[copy.kind]
    return f"{_COPIES[copy.kind]}, {round(copy.shared * 100)} % shared"


def copy_of(copy: Copy, source: str) -> str:
    """The same with whose text it is: `copy of Harbour Wire, word for word`."""
    return f"copy of {source}, {copy_said(copy)}"


def said_by(count: int, all_: int, names: Sequence[str]) -> str:
    """How many of the reports say something, and which."""
    if count == all_:
        return "both" if all_ == TWO else f"all {all_}"
    return f"{count} of {all_}: {', '.join(names)}"


def others_say(names: Sequence[str], more: int) -> str:
    """Who says a sentence, too."""
    return f"also in {', '.join(names)}{f' and {more} more' if more else ''}"


def differs_from(kind: DifferenceKind, source: str, text: str) -> str:
    """What a mark of a difference says of itself."""
    return f"{KINDS[kind].lower()}: {source} has “{text}”"


def difference_sign(number: int) -> str:
    """What stands behind a mark of a difference."""
    return f"≠{number}"


def confidence(value: float) -> str:
    """How sure a difference is."""
    return f"confidence {value:.2f}".replace(" 0.", " .").replace("1.00", "1")


def more_only(count: int) -> str:
    """How much more one alone says."""
    return f"{count} more"


def rest_of_reports(names: Sequence[str]) -> str:
    """What is folded beside the first reports."""
    return f"{len(names)} more: {', '.join(names)}"


def not_side_by_side(count: int) -> str:
    """How many reports have no column."""
    return f"{_counted(count, 'further report', 'further reports')} {'is' if count == 1 else 'are'} in the table below."


def stories(count: int) -> str:
    """`1 story`, `5 stories`."""
    return _counted(count, "story", "stories")


def stories_lead(count: int, differing: int) -> str:
    """How many stories there are."""
    if not count:
        return NO_STORIES
    return f"{stories(count)}, {differences(differing)}, the newest first."


def differences_lead(count: int, of: int) -> str:
    """How many differences there are."""
    return f"{differences(count)} in {stories(of)}, the newest first." if count else NO_DIFFERENCES


def described(reports: str, from_sources: int, differing: int) -> str:
    """What the page of a story holds."""
    return f"{reports} from {sources(from_sources)} side by side, {differences(differing)}"


def at_hour(day: str, hour: str) -> str:
    """A moment; hours are given in universal time, in which they are compared."""
    return ", ".join(filter(None, (day, f"{hour} UTC")))


def timeline(entries: Sequence[str], more: int) -> str:
    """What the picture of the dates shows, in words."""
    return f"{TIMELINE}: {'; '.join(entries)}{f'; {more} more' if more else ''}"


def _counted(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"
