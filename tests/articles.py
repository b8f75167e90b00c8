"""Articles for tests, made of a few words."""

from generator.annotate.annotations import annotate
from generator.config import AnnotateSettings
from generator.model import Annotated, Article, Block, BlockKind, Span


def article(text: str, *, id: str = "a", title: str = "A title", language: str = "en") -> Article:  # noqa: A002
    """An article whose blocks are the lines of the text."""
    blocks: list[Block] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(line))))
        start += len(line) + 1
    return Article(
        id=id, path=f"{id}.txt", place="", text=text, blocks=tuple(blocks), inlines=(), cuts=(), title=title,
        source="unknown", authors=(), date="", updated="", language=language, url="", tags=(), guesses=(),
    )  # fmt: skip


def annotated(text: str, *, id: str = "a", title: str = "A title") -> Annotated:  # noqa: A002
    """The article with its annotations."""
    made = article(text, id=id, title=title)
    return Annotated(made, annotate(made, AnnotateSettings()))
