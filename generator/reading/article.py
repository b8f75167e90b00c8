"""The article, made of what is given and what is found."""

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from generator.model import UNKNOWN_LANGUAGE, UNKNOWN_SOURCE, Article, Guess, Problem
from generator.reading.characters import has_words
from generator.reading.draft import Body, Complaint, Metadata, Where
from generator.reading.language import find_language
from generator.reading.left_overs import tell_apart
from generator.reading.names import name_date
from generator.reading.titles import find_title

_FIELDS = ("id", "text", "title", "source", "authors", "date", "updated", "language", "url", "tags")
"""In the order of `Article`."""
_FOUND = ("title", "source", "authors", "date", "updated", "language", "url", "tags")


def make_article(
    where: Where, given: Metadata, body: Body, complaints: tuple[Complaint, ...] = ()
) -> Iterator[Article | Problem]:
    """The article, and a problem for each complaint; a problem alone where there is nothing to read."""
    yield from (where.problem(complaint.what, complaint.mend) for complaint in complaints)
    if not has_words(body.text):
        what = "has no words" if body.text.strip() else "is empty"
        yield where.problem(what, "write the article, or delete it", left_out=True)
        return
    body = tell_apart(body)
    metadata, guesses = _completed(where, given, body)
    yield Article(
        id=metadata.id or where.id,
        path=where.path,
        place=where.place,
        text=body.text,
        blocks=body.blocks,
        inlines=body.inlines,
        cuts=body.cuts,
        title=metadata.title,
        source=metadata.source or UNKNOWN_SOURCE,
        authors=metadata.authors,
        date=metadata.date,
        updated=metadata.updated,
        language=metadata.language or UNKNOWN_LANGUAGE,
        url=metadata.url,
        tags=metadata.tags,
        guesses=tuple(sorted(guesses, key=lambda guess: _FIELDS.index(guess.field))),
    )


def _completed(where: Where, given: Metadata, body: Body) -> tuple[Metadata, list[Guess]]:
    """What is given, with what the name of the file, the text and the folder say of the rest."""
    guesses = list(body.guesses)
    named = name_date(where.path)
    if named and not given.date:
        given = replace(given, date=named)
        guesses.append(Guess("date", named, "the name of the file"))
    found = {field: getattr(body.found, field) for field in _FOUND if not getattr(given, field)}
    guesses = [guess for guess in guesses if _holds(guess, given, found)]
    metadata = replace(given, **found)
    for guess in _guessed(where, metadata, body):
        value: dict[str, Any] = {guess.field: guess.value}
        metadata = replace(metadata, **value)
        guesses.append(guess)
    return metadata, guesses


def _holds(guess: Guess, given: Metadata, found: dict[str, Any]) -> bool:
    """Whether a guess is about a value that the article has."""
    if guess.field == "text":
        return True
    value = found.get(guess.field) or getattr(given, guess.field)
    return (value if isinstance(value, str) else ", ".join(value)) == guess.value


def _guessed(where: Where, metadata: Metadata, body: Body) -> Iterator[Guess]:
    language = metadata.language or find_language(body.text)
    folder, _, name = where.path.partition("/")
    if not metadata.title:
        yield Guess("title", *find_title(body, language))
    if not metadata.source and name:
        yield Guess("source", folder, "the folder that the file is in")
    if not metadata.language and language != UNKNOWN_LANGUAGE:
        yield Guess("language", language, "the frequency of its words and letters")
