"""Every text of the interface about a topic as a whole, and about the map of topics."""

OVER_TIME = "Articles over time"
AS_TABLE = "As a table"
PERIOD = "period"
ARTICLES = "articles"
LEFT_OUT = "Periods without articles are left out."
BEST = "What says most of it"
STORIES = "Stories"
MEET = "last in"

MAP = "Map of topics"
TO_MAP = "Map of topics"
MAP_LIST = "The same as a list"
MAP_EMPTY = "No topics to draw yet."
NEAR = "near"


def week_of(day: str) -> str:
    """A week, called after its Monday."""
    return f"week of {day}"


def curve(first: str, last: str, most: str, count: int) -> str:
    """What a curve shows, for who does not see it."""
    return f"Articles from {first} to {last}; the most, {count}, in {most}."


def shared(count: int) -> str:
    """`5 shared articles`."""
    return "1 shared article" if count == 1 else f"{count:,} shared articles"


def on_map(name: str, count: int) -> str:
    """A topic on the map, for who does not see how large it is."""
    return f"{name}, 1 article" if count == 1 else f"{name}, {count:,} articles"


def map_about(shown: int, all_: int) -> str:
    """What the map shows."""
    which = "All topics" if shown == all_ else f"The {shown} topics with most articles, of {all_:,}"
    return (
        f"{which}: the larger the circle, the more articles; a line joins two that share more articles than "
        "chance would give them."
    )
