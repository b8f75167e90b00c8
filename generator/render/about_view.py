"""The pages about the digest itself: how it is made, and the report of a build."""

import dataclasses
from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import itemgetter

from generator.model import Problem
from generator.render import addresses, structured, words
from generator.render.escaping import one_line
from generator.render.index import Index
from generator.render.listing import parts, title_of
from generator.render.views import AboutView, Head, Link, Method, ReportGroup, ReportLine, ReportView, Row


def about_view(index: Index, versions: Mapping[str, str]) -> AboutView:
    """What the page on how this digest is made shows."""
    here, settings = addresses.ABOUT, index.site.settings
    return AboutView(
        address=here,
        head=_head(index, "about", here, words.ABOUT, words.ABOUT),
        title=words.ABOUT,
        methods=tuple(Method(name, text) for name, text in words.methods(settings).items()),
        settings=tuple(_rows(settings)),
        versions=tuple(Row(name, versions[name]) for name in sorted(versions)),
        report=Link(words.TO_REPORT, addresses.relative(here, addresses.REPORT)),
    )


def _rows(settings: object, prefix: str = "") -> Iterator[Row]:
    """Every setting with its value, in the order they are declared in."""
    for field in dataclasses.fields(settings):  # type: ignore[arg-type]  # a dataclass, as are its parts
        value = getattr(settings, field.name)
        if dataclasses.is_dataclass(value):
            yield from _rows(value, f"{prefix}{field.name}.")
        else:
            yield Row(f"{prefix}{field.name}", str(value))


def report_views(index: Index) -> Iterator[ReportView]:
    """What the report shows, part by part."""
    problems = index.digest.problems
    left_out = [(words.LEFT_OUT, _problem_line(one)) for one in problems if one.left_out]
    others = [(words.PROBLEMS, _problem_line(one)) for one in problems if not one.left_out]
    found = sorted(_found(index), key=lambda pair: (pair[0], pair[1].file, pair[1].place, pair[1].text))
    lines = [*left_out, *others, *found]
    about = words.report_lead(len(left_out), len(others), len(found)) if lines else words.REPORT_EMPTY
    for here, part, some in parts(addresses.REPORT, lines, index.site.settings.render.page_items):
        yield ReportView(
            address=here,
            head=_head(index, "report", here, words.title_of_part(words.REPORT, part.number), about),
            title=words.REPORT,
            lead=about,
            groups=tuple(
                ReportGroup(title, tuple(_linked(index, here, line) for _, line in group))
                for title, group in groupby(some, key=itemgetter(0))
            ),
            part=part,
        )


def _problem_line(problem: Problem) -> ReportLine:
    return ReportLine(one_line(problem.file), one_line(problem.place), one_line(f"{problem.what}; {problem.mend}"))


def _found(index: Index) -> Iterator[tuple[str, ReportLine]]:
    for each in index.digest.articles:
        article = each.article
        for guess in article.guesses:
            line = ReportLine(one_line(article.path), one_line(article.place), one_line(guess.value), article.id)
            yield words.found_group(one_line(guess.field), one_line(guess.method)), line


def _linked(index: Index, here: str, line: ReportLine) -> ReportLine:
    """The line with the way from this page to its article."""
    if not line.article:
        return line
    there = addresses.relative(here, index.addresses[line.article])
    return dataclasses.replace(line, to=Link(title_of(index.articles[line.article]), there))


def _head(index: Index, kind: str, here: str, title: str, about: str) -> Head:
    jsonld = structured.webpage(index.site, here, title)
    return Head(title=title, description=about, kind=kind, jsonld=jsonld, lang=index.site.language)
