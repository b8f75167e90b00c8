"""Sentences of the interface about stories that more than one page says, or that are put together."""

from collections.abc import Sequence

from generator.model import TITLE, Copy, CopyKind, Difference, DifferenceKind
from generator.render.language import N_, Language
from generator.render.words import sources

TWO = 2

KINDS = {
    DifferenceKind.FIGURE: N_("Figure"),
    DifferenceKind.NAME: N_("Name"),
    DifferenceKind.DATE: N_("Date"),
    DifferenceKind.POLARITY: N_("Said and denied"),
    DifferenceKind.MEANING: N_("Turned round"),
}
_OF_HEADLINES = {
    DifferenceKind.FIGURE: N_("Headline: figure"),
    DifferenceKind.NAME: N_("Headline: name"),
    DifferenceKind.DATE: N_("Headline: date"),
    DifferenceKind.POLARITY: N_("Headline: said and denied"),
    DifferenceKind.MEANING: N_("Headline: turned round"),
}
MARKS = {"says": N_("says it"), "differs": N_("differs"), "": N_("does not say it")}
_COPIES = {
    CopyKind.EXACT: N_("word for word"),
    CopyKind.NEAR: N_("nearly word for word"),
    CopyKind.REWORDED: N_("reworded"),
}


def kind(language: Language, one: Difference) -> str:
    """`Figure`; `Headline: figure` where two headlines differ."""
    return language.gettext((_OF_HEADLINES if one.a.place.sentence == TITLE else KINDS)[one.kind])


def reports(language: Language, count: int, copies: int = 0) -> str:
    """`3 reports`, `3 reports and 1 copy`."""
    said = language.ngettext("%(count)s report", "%(count)s reports", count)
    return language.all((said, language.ngettext("%(count)s copy", "%(count)s copies", copies))) if copies else said


def differences(language: Language, count: int) -> str:
    """`1 difference`, `5 differences`."""
    return language.ngettext("%(count)s difference", "%(count)s differences", count)


def verdict(language: Language, count: int, reports: int) -> str:
    """In how many places not all can be right; empty where that is nowhere."""
    if not count:
        return ""
    places = language.ngettext("%(count)s place", "%(count)s places", count)
    if reports == TWO:
        return language.gettext("They cannot both be right in %(places)s.", places=places)
    return language.gettext("They cannot all be right in %(places)s.", places=places)


def copy_said(language: Language, copy: Copy) -> str:
    """How an article is a copy: `nearly word for word, 93% shared`."""
    said = language.gettext(_COPIES[copy.kind])
    if copy.kind is CopyKind.EXACT:
        return said
    shared = language.percent(round(copy.shared, 2))
    return language.gettext("%(how)s, %(share)s shared", how=said, share=shared)


def copy_of(language: Language, copy: Copy, source: str) -> str:
    """The same with whose text it is: `copy of Harbour Wire, word for word`."""
    return language.gettext("copy of %(source)s, %(how)s", source=source, how=copy_said(language, copy))


def said_by(language: Language, count: int, all_: int, names: Sequence[str]) -> str:
    """How many of the reports say something, and which."""
    if count < all_:
        said = language.listed(names)
        return language.gettext("%(count)s of %(all)s: %(names)s", count=count, all=all_, names=said)
    return language.gettext("both") if all_ == TWO else language.gettext("all %(count)s", count=all_)


def others_say(language: Language, names: Sequence[str], more: int) -> str:
    """Who says a sentence, too."""
    said = language.listed(names)
    if more:
        said = language.gettext("%(some)s and %(count)s more", some=said, count=more)
    return language.gettext("also in %(names)s", names=said)


def differs_from(language: Language, kind: DifferenceKind, source: str, text: str) -> str:
    """What a mark of a difference says of itself."""
    said = language.gettext(KINDS[kind])
    quoted = language.gettext("“%(text)s”", text=text)
    return language.gettext("%(kind)s: %(source)s has %(quoted)s", kind=said, source=source, quoted=quoted)


def difference_sign(number: int) -> str:
    """What stands behind a mark of a difference."""
    return f"≠{number}"


def confidence(language: Language, value: float) -> str:
    """How sure a difference is."""
    return language.gettext("confidence %(score)s", score=language.score(value))


def stories(language: Language, count: int) -> str:
    """`1 story`, `5 stories`."""
    return language.ngettext("%(count)s story", "%(count)s stories", count)


def stories_lead(language: Language, count: int, differing: int) -> str:
    """How many stories there are."""
    if not count:
        return language.gettext("No two articles report one event yet.")
    return language.gettext(
        "%(stories)s, %(differences)s, the newest first.",
        stories=stories(language, count),
        differences=differences(language, differing),
    )


def differences_lead(language: Language, count: int, of: int) -> str:
    """How many differences there are."""
    if not count:
        return language.gettext("No two reports of one event have been found to contradict each other yet.")
    return language.gettext(
        "%(differences)s in %(stories)s, the newest first.",
        differences=differences(language, count),
        stories=stories(language, of),
    )


def described(language: Language, reports: str, from_sources: int, differing: int) -> str:
    """What the page of a story holds."""
    return language.gettext(
        "%(reports)s from %(sources)s side by side, %(differences)s",
        reports=reports,
        sources=sources(language, from_sources),
        differences=differences(language, differing),
    )


def at_hour(day: str, hour: str) -> str:
    """A moment; hours are given in universal time, in which they are compared."""
    return ", ".join(filter(None, (day, f"{hour} UTC")))


def timeline(language: Language, entries: Sequence[str], more: int) -> str:
    """What the picture of the dates shows, in words."""
    some = [*entries, *([language.gettext("%(count)s more", count=more)] if more else [])]
    return language.gettext("Timeline: %(entries)s", entries="; ".join(some))
