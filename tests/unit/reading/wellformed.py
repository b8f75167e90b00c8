"""What holds for everything that reading gives back, whatever was read."""

import re
import unicodedata
from collections.abc import Iterable

from generator.model import Article, Block, BlockKind, Guess, Inline, InlineKind, Problem
from generator.reading.characters import harmless

DATE = re.compile(r"(?:\d{4}-\d\d(?:-\d\d(?:T\d\d:\d\d:\d\d(?:[+-]\d\d:\d\d)?)?)?)?")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?")
GUESSED = ("id", "text", "title", "source", "authors", "date", "updated", "language", "url", "tags")


def check_all(items: Iterable[Article | Problem]) -> list[Article | Problem]:
    """The items, each of which is well formed."""
    found = list(items)
    for item in found:
        if isinstance(item, Article):
            check_article(item)
        else:
            check_problem(item)
    return found


def check_problem(problem: Problem) -> None:
    for words in (problem.file, problem.place, problem.what, problem.mend):
        _check_line(words)
    assert problem.file
    assert problem.what
    assert problem.mend
    assert not problem.what.endswith(".")


def check_article(article: Article) -> None:
    _check_line(article.path)
    _check_line(article.place)
    article.id.encode()
    article.text.encode()
    assert article.id
    assert article.path
    assert harmless(article.text) == article.text
    assert re.search(r"[^\W_]", article.text)
    _check_blocks(article.text, article.blocks)
    _check_inlines(article)
    _check_cuts(article)
    _check_metadata(article)
    _check_guesses(article.guesses)


def _check_line(words: str) -> None:
    words.encode()
    assert "\n" not in words
    assert all(unicodedata.category(char) not in ("Cc", "Zl", "Zp") for char in words)


def _check_metadata(article: Article) -> None:
    for words in (article.title, article.source, article.url, *article.authors, *article.tags):
        _check_line(words)
        assert words == words.strip()
    assert article.title
    assert len(article.title) <= 300
    assert article.source
    assert all(article.authors)
    assert all(article.tags)
    assert DATE.fullmatch(article.date)
    assert DATE.fullmatch(article.updated)
    assert LANGUAGE.fullmatch(article.language)
    assert article.url == "" or re.match(r"(?i)https?://[^\s<>\"]+$", article.url)


def _check_blocks(text: str, blocks: tuple[Block, ...]) -> None:
    behind = 0
    for block in blocks:
        assert behind <= block.span.start < block.span.end <= len(text)
        assert not text[behind : block.span.start].strip()
        part = text[block.span.start : block.span.end]
        assert part == part.strip() or block.kind is BlockKind.PREFORMATTED
        assert (1 <= block.level <= 6) if block.kind is BlockKind.HEADING else True
        assert (block.level >= 1) == (block.kind in (BlockKind.HEADING, BlockKind.LIST_ITEM))
        assert not block.ordered or block.kind is BlockKind.LIST_ITEM
        behind = block.span.end
    assert not text[behind:].strip()


def _check_inlines(article: Article) -> None:
    blocks = iter(article.blocks)
    block = next(blocks)
    enclosing: list[Inline] = []
    order = [(inline.span.start, -inline.span.end) for inline in article.inlines]
    assert order == sorted(order)
    assert len(set(article.inlines)) == len(article.inlines)
    for inline in article.inlines:
        while inline.span.start >= block.span.end:
            block = next(blocks)
        assert block.span.start <= inline.span.start < inline.span.end <= block.span.end
        while enclosing and enclosing[-1].span.end <= inline.span.start:
            enclosing.pop()
        assert not enclosing or inline.span.end <= enclosing[-1].span.end
        enclosing.append(inline)
        assert bool(inline.target) == (inline.kind is InlineKind.LINK)
        assert inline.target == "" or re.match(r"(?i)(?:https?://|mailto:)[^\s<>\"]+$", inline.target)


def _check_cuts(article: Article) -> None:
    places = [cut.at for cut in article.cuts]
    assert places == sorted(set(places))
    assert all(0 <= cut.at <= len(article.text) and cut.length >= 1 for cut in article.cuts)


def _check_guesses(guesses: tuple[Guess, ...]) -> None:
    fields = [GUESSED.index(guess.field) for guess in guesses]
    assert fields == sorted(fields)
    for guess in guesses:
        _check_line(guess.value)
        _check_line(guess.method)
        assert guess.value
        assert not guess.method.endswith(".")
