"""Sentences of the interface that more than one page says, or that are put together; see `language` for all others."""

from collections.abc import Sequence
from decimal import Decimal

from generator.model import Figure, Keyword, Name, NameKind, Quote, VariantReason
from generator.render import glossary
from generator.render.language import N_, Language

KINDS = {
    NameKind.PERSON: N_("People"),
    NameKind.ORGANISATION: N_("Organisations"),
    NameKind.PLACE: N_("Places"),
    NameKind.LAW: N_("Laws"),
    NameKind.WORK: N_("Works"),
}
KIND = {
    NameKind.PERSON: N_("person"),
    NameKind.ORGANISATION: N_("organisation"),
    NameKind.PLACE: N_("place"),
    NameKind.LAW: N_("law"),
    NameKind.WORK: N_("work"),
    NameKind.NAME: N_("name"),
}
NO_NAMES = {
    NameKind.PERSON: N_("No person is a topic yet: it takes more articles that speak of somebody."),
    NameKind.ORGANISATION: N_("No organisation is a topic yet: it takes more articles that speak of one."),
}
VARIANTS = {
    VariantReason.SPELLING: N_("also written"),
    VariantReason.INITIALS: N_("initials"),
    VariantReason.COMPANY: N_("with or without its company ending"),
    VariantReason.SHORT: N_("shorter or longer"),
    VariantReason.EDITOR: N_("by the editor’s decision"),
}


def names_lead(language: Language, kind: NameKind, count: int) -> str:
    """How many names a list has."""
    return topics(language, count) if count else language.gettext(NO_NAMES[kind]) if kind in NO_NAMES else ""


def used_by(language: Language, count: int) -> str:
    """How many articles use a form of a name."""
    return articles(language, count) if count else language.gettext("no article")


def articles(language: Language, count: int) -> str:
    """`1 article`, `5 articles`."""
    return language.ngettext("%(count)s article", "%(count)s articles", count)


def sources(language: Language, count: int) -> str:
    """`1 source`, `5 sources`."""
    return language.ngettext("%(count)s source", "%(count)s sources", count)


def topics(language: Language, count: int) -> str:
    """`1 topic`, `5 topics`."""
    return language.ngettext("%(count)s topic", "%(count)s topics", count)


def quotes(language: Language, count: int) -> str:
    """`1 quote`, `5 quotes`."""
    return language.ngettext("%(count)s quote", "%(count)s quotes", count)


def all_quotes(language: Language, count: int) -> str:
    """What leads to all quotes of a speaker."""
    return language.ngettext("All %(count)s quote", "All %(count)s quotes", count)


def quotes_of(language: Language, speaker: str) -> str:
    """Title of the page with all quotes of a speaker."""
    return language.gettext("Quotes: %(speaker)s", speaker=speaker)


def quotes_lead(language: Language, count: int, speakers: int) -> str:
    """How many quotes there are."""
    if not count:
        return language.gettext("No article quotes anybody by name yet.")
    by = language.ngettext("%(count)s speaker", "%(count)s speakers", speakers)
    return language.gettext("%(quotes)s of %(speakers)s, by name.", quotes=quotes(language, count), speakers=by)


def quotes_unknown(language: Language, count: int) -> str:
    """How many quotes are not listed."""
    return language.ngettext(
        "%(count)s quote whose speaker the text does not name is not listed.",
        "%(count)s quotes whose speaker the text does not name are not listed.",
        count,
    )


def figures_lead(language: Language, count: int) -> str:
    """How many figures there are."""
    if not count:
        return language.gettext("No article states a figure yet.")
    return language.ngettext("%(count)s figure, the largest first.", "%(count)s figures, the largest first.", count)


def figures_left_out(language: Language, count: int) -> str:
    """Which figures are not listed, and how many."""
    return language.ngettext(
        "%(count)s other is left out: dates, figures in headings, and counts up to ten that do not say what they "
        "count.",
        "%(count)s others are left out: dates, figures in headings, and counts up to ten that do not say what they "
        "count.",
        count,
    )


def all_figures(language: Language, count: int) -> str:
    """What leads to all figures of a kind."""
    return language.ngettext("All %(count)s figure", "All %(count)s figures", count)


def name_said(language: Language, kind: NameKind, forms: Sequence[str]) -> str:
    """What is said of a name in the list of an article's names."""
    said = language.gettext(KIND[kind])
    return language.gettext("%(kind)s, also %(forms)s", kind=said, forms=language.listed(forms)) if forms else said


def places(language: Language, count: int, sentences: Sequence[str], more: int) -> str:
    """How often something stands in an article, and in which sentences."""
    often = {1: language.gettext("once"), 2: language.gettext("twice")}.get(count) or language.ngettext(
        "%(count)s time", "%(count)s times", count
    )
    if not sentences:
        return often
    numbers = language.listed(sentences)
    if more:
        numbers = language.gettext("%(some)s and %(count)s more", some=numbers, count=more)
    where = language.ngettext(
        "in sentence %(sentences)s", "in sentences %(sentences)s", len(sentences), sentences=numbers
    )
    return where if count == 1 else language.listed((often, where))


def keyword_title(language: Language, keyword: Keyword) -> str:
    """What a mark of a keyword says of itself."""
    return language.gettext("keyword, score %(score)s", score=language.score(keyword.score))


def because(language: Language, keyword: Keyword) -> str:
    """What carried a keyword, the most first; empty where its method does not tell."""
    return language.listed(dict.fromkeys(glossary.feature(language, name) for name, _ in keyword.why))


def carried_by(language: Language, keyword: Keyword) -> str:
    """What carried a keyword, as a clause; empty where its method does not tell."""
    why = because(language, keyword)
    return language.gettext("carried by %(features)s", features=why) if why else ""


def since(language: Language, name: Name) -> str:
    """What speaks for the kind of a name, as a clause; empty where nothing does."""
    return (
        language.gettext("since %(reasons)s", reasons=language.all(map(language.gettext, name.why))) if name.why else ""
    )


def name_title(language: Language, name: Name) -> str:
    """What a mark of a name says of itself."""
    kind = language.gettext(KIND[name.kind])
    return language.gettext("%(kind)s: %(name)s", kind=kind, name=" ".join(name.text.split()))


def figure_title(language: Language, figure: Figure) -> str:
    """What a mark of a figure says of itself."""
    return language.gettext("figure: %(value)s", value=figure_value(language, figure))


def figure_value(language: Language, figure: Figure) -> str:
    """A figure's value, the same for all ways to write it: `7,800,000,000 USD`, `10%`, `2020-12`."""
    if figure.unit == "date":
        return figure.value
    value = Decimal(figure.value)
    if figure.unit == "share":
        return language.percent(round(value, 4))
    number = language.number(value)
    return f"{number} {figure.unit}" if figure.unit else number


def quote_title(language: Language, quote: Quote) -> str:
    """What a mark of a quote says of itself."""
    who = said_by(quote)
    return language.gettext("quote: %(speaker)s", speaker=who) if who else language.gettext("quote")


def said_by(quote: Quote) -> str:
    """Who says it, and what that is; empty where the text does not tell."""
    return ", ".join(" ".join(part.split()) for part in (quote.speaker, quote.description) if part)


def similarity(language: Language, score: float) -> str:
    """How near a related article is."""
    return language.gettext("similarity %(score)s", score=language.score(score))


def from_to(language: Language, first: str, last: str) -> str:
    """Two dates as one stretch of time."""
    return first if first == last else language.gettext("%(first)s to %(last)s", first=first, last=last)


def week(language: Language, name: str) -> str:
    """`Week 53, 2020`, for "2020-W53"."""
    return language.gettext("Week %(week)s, %(year)s", week=int(name[-2:]), year=name[:4])


def curve_of(language: Language, name: str, counts: Sequence[int]) -> str:
    """What a curve by weeks shows, for who does not see it; the last week is that of the edition."""
    numbers = language.listed(map(language.number, counts))
    return language.gettext("%(topic)s, articles by week: %(counts)s", topic=name, counts=numbers)


def title_of_feed(page: str, site: str) -> str:
    """What the feed of a page is called."""
    return " · ".join(filter(None, (page, site))) or "Digest"


def title_of_part(language: Language, title: str, begins: str) -> str:
    """The title of a list on a page of it that begins with an entry of that name."""
    return language.gettext("%(title)s, from %(name)s", title=title, name=begins) if begins else title


def topic_description(language: Language, name: str, count: int) -> str:
    """What the page of a topic holds."""
    return language.ngettext(
        "What %(count)s article says of %(name)s", "What %(count)s articles say of %(name)s", count, name=name
    )


def report_lead(language: Language, left_out: int, problems: int, found: int) -> str:
    """The report in one sentence."""
    return language.gettext(
        "%(left_out)s left out, %(problems)s, %(found)s found and not given.",
        left_out=language.ngettext("%(count)s file or article", "%(count)s files or articles", left_out),
        problems=language.ngettext("%(count)s other problem", "%(count)s other problems", problems),
        found=language.ngettext("%(count)s thing", "%(count)s things", found),
    )
