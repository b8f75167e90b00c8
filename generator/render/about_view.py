"""The pages about the digest itself: how it is made, and the report of a build."""

import dataclasses
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import groupby
from operator import itemgetter

from msgspec import structs

from generator.model import Guess, Problem
from generator.render import addresses, structured, words
from generator.render.card_names import card_of
from generator.render.escaping import one_line
from generator.render.index import Index
from generator.render.methods import methods
from generator.render.parts import ListPart, parts
from generator.render.recipes import Recipe, key_of
from generator.render.views import AboutView, Head, Link, Method, ReportGroup, ReportLine, ReportView, Row


def about_view(index: Index, versions: Mapping[str, str]) -> AboutView:
    """What the page on how this digest is made shows."""
    here, settings = addresses.ABOUT, index.site.settings
    title, note = index.language.gettext("How this digest is made"), _note(index)
    return AboutView(
        address=here,
        head=_head(index, "about", here, title, title),
        title=title,
        methods=tuple(Method(name, text) for name, text in methods(index.language, settings).items()),
        settings=tuple(_rows(settings)),
        versions=tuple(Row(name, versions[name]) for name in sorted(versions)),
        note=note,
        report=Link(
            index.language.gettext("What was left out, and what was found and not given"),
            addresses.relative(here, addresses.REPORT),
        ),
    )


def _note(index: Index) -> str:
    """Why the interface is not in the language that is set; empty where it is."""
    wanted = index.wanted_language
    if wanted == index.language.tag:
        return ""
    return index.language.gettext(
        "The interface is in English: there are no words of it in “%(language)s” yet.", language=wanted
    )


def _rows(settings: object, prefix: str = "") -> Iterator[Row]:
    """Every setting with its value, in the order they are declared in."""
    for field in dataclasses.fields(settings):  # type: ignore[arg-type]  # a dataclass, as are its parts
        value = getattr(settings, field.name)
        if dataclasses.is_dataclass(value):
            yield from _rows(value, f"{prefix}{field.name}.")
        else:
            yield Row(f"{prefix}{field.name}", str(value).lower() if isinstance(value, bool) else str(value))


def about_recipe(index: Index, versions: Mapping[str, str]) -> Recipe:
    """The page on how this digest is made."""
    settings = [(row.name, row.value) for row in _rows(index.site.settings)]
    key = key_of(
        "about", methods(index.language, index.site.settings), _note(index), settings, sorted(versions.items())
    )
    return Recipe(addresses.ABOUT, key, "", partial(about_view, index, versions))


def report_recipes(index: Index) -> Iterator[Recipe]:
    """The report, part by part."""
    problems = index.problems
    left_out = [(index.language.gettext("Left out"), _problem_line(one)) for one in problems if one.left_out]
    others = [(index.language.gettext("Problems"), _problem_line(one)) for one in problems if not one.left_out]
    found = sorted(_found(index), key=lambda pair: (pair[0], pair[1].file, pair[1].place, pair[1].text))
    lines = [*left_out, *others, *found]
    about = (
        words.report_lead(index.language, len(left_out), len(others), len(found))
        if lines
        else index.language.gettext("Nothing was left out, nothing is wrong, and nothing had to be guessed.")
    )
    for part in parts(addresses.REPORT, lines, index.site.settings.render.page_items, _named):
        shown = [
            (title, line.file, line.place, line.text, index.tokens.get(line.article, b"")) for title, line in part.items
        ]
        key = key_of("report", part.token(), part.is_first and about, shown)
        yield Recipe(part.address, key, "", partial(_report_view, index, about, part))


_Line = tuple[str, ReportLine]


def _named(item: _Line) -> tuple[str, str]:
    title, line = item
    return f"{title} {line.file} {line.place} {line.text}", line.file


def _report_view(index: Index, about: str, part: ListPart[_Line]) -> ReportView:
    here, title = part.address, part.title(index.language, index.language.gettext("Report"))
    return ReportView(
        address=here,
        head=_head(index, "report", here, title, about if part.is_first else title),
        title=index.language.gettext("Report"),
        lead=about if part.is_first else "",
        groups=tuple(
            ReportGroup(title, tuple(_linked(index, here, line) for _, line in group))
            for title, group in groupby(part.items, key=itemgetter(0))
        ),
        part=part.part,
    )


def _problem_line(problem: Problem) -> ReportLine:
    return ReportLine(one_line(problem.file), one_line(problem.place), one_line(f"{problem.what}; {problem.mend}"))


def _found(index: Index) -> Iterator[_Line]:
    for entry in index.entries.values():
        for guess in entry.guesses:
            line = ReportLine(one_line(entry.path), one_line(entry.place), one_line(guess.value), entry.id)
            yield _found_group(index, guess), line


def _found_group(index: Index, guess: Guess) -> str:
    """Heading over everything found in one way."""
    field, method = (index.language.gettext(one_line(one)) for one in (guess.field, guess.method))
    return index.language.gettext("Found, not given: %(field)s – %(method)s", field=field, method=method)


def _linked(index: Index, here: str, line: ReportLine) -> ReportLine:
    """The line with the way from this page to its article."""
    if not line.article:
        return line
    entry = index.entries[line.article]
    return structs.replace(line, to=Link(entry.title, addresses.relative(here, entry.address)))


def _head(index: Index, kind: str, here: str, title: str, about: str) -> Head:
    jsonld = structured.webpage(index.site, here, title)
    card = card_of(index.site, here, title)
    return Head(title=title, description=about, kind=kind, jsonld=jsonld, card=card, lang=index.language.tag)
