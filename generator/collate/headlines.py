"""Headlines as the finders of differences see them."""

import re
from collections.abc import Iterator

from generator.collate.corrections import marked_as_corrected
from generator.collate.said import Said, said
from generator.model import Annotated, Name, Span

_SLUG = re.compile(r"\W*(?:(?:update|wrapup|refile|rpt)\W*\d*\W+)+", re.IGNORECASE)
"""What agencies put before the headline of a dispatch that they send again."""


def headline(each: Annotated) -> Said | None:
    """The headline of an article; none where it was made of a sentence of the text, which is compared as that.

    Its names are those that the article has, as capital letters tell little in a headline. What says only that the
    dispatch is a correction is blank in it, so that its places are those of the title.
    """
    title = each.article.title
    if _is_of_text(each, title):
        return None
    start = marked_as_corrected(title)
    slug = _SLUG.match(title, start)
    start = slug.end() if slug else start
    text = " " * start + title[start:]
    # What they are found with takes long to import: a story without figures in its headlines does without.
    if any(map(str.isdecimal, text)):
        from generator.annotate.figures import find_figures

        return said(text, each.article.language, find_figures(text, each.article.language), _names(each, text))
    return said(text, each.article.language, (), _names(each, text))


def _is_of_text(each: Annotated, title: str) -> bool:
    """Whether a sentence of the text begins with the title."""
    words = _words(title).rstrip("…. ")
    text = each.article.text
    return any(
        _words(text[one.span.start : one.span.end]).lstrip("“\"'‘«").startswith(words)
        for one in each.annotations.sentences
    )


def _words(text: str) -> str:
    return " ".join(text.casefold().split())


def _names(each: Annotated, title: str) -> tuple[tuple[Span, Name], ...]:
    """The names of the article that stand in its title, in reading order, the longer where two overlap."""
    found = [
        (Span(*match.span()), name)
        for name in each.annotations.names
        for form in sorted({each.article.text[span.start : span.end] for span in name.spans})
        for match in _places(form, title)
    ]
    kept: list[tuple[Span, Name]] = []
    for span, name in sorted(found, key=lambda pair: (pair[0].start - pair[0].end, pair[0], pair[1].text)):
        if not any(span.start < other.end and other.start < span.end for other, _ in kept):
            kept.append((span, name))
    return tuple(sorted(kept, key=lambda pair: pair[0]))


def _places(form: str, title: str) -> Iterator[re.Match[str]]:
    """Where a name stands, as it is written or in capitals."""
    words = "|".join(r"\s+".join(map(re.escape, one.split())) for one in dict.fromkeys((form, form.upper())))
    return re.finditer(rf"(?<!\w)(?:{words})(?!\w)", title)
