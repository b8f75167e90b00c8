"""What the interface says of a topic as a whole, and of the map of topics, where it is put together."""

from generator.render.language import Language


def week_of(language: Language, day: str) -> str:
    """A week, called after its Monday."""
    return language.gettext("week of %(day)s", day=day)


def curve(language: Language, first: str, last: str, most: str, count: int) -> str:
    """What a curve shows, for who does not see it."""
    return language.gettext(
        "Articles from %(first)s to %(last)s; the most, %(count)s, in %(most)s.",
        first=first,
        last=last,
        most=most,
        count=count,
    )


def shared(language: Language, count: int) -> str:
    """`5 shared articles`."""
    return language.ngettext("%(count)s shared article", "%(count)s shared articles", count)


def on_map(language: Language, name: str, count: int) -> str:
    """A topic on the map, for who does not see how large it is."""
    return language.ngettext("%(topic)s, %(count)s article", "%(topic)s, %(count)s articles", count, topic=name)


def map_about(language: Language, shown: int, all_: int) -> str:
    """What the map shows."""
    if not shown:
        return language.gettext("No topics to draw yet.")
    which = (
        language.gettext("All topics.")
        if shown == all_
        else language.gettext("The %(shown)s topics with most articles, of %(all)s.", shown=shown, all=all_)
    )
    how = language.gettext(
        "The larger a circle, the more articles; a line joins topics that share more of them than chance would give."
    )
    return f"{which} {how}"
