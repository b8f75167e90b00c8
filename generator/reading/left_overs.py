"""Captions, bylines, dates and left-overs of a page, told from the paragraphs of a text."""

import re
from collections.abc import Sequence

from msgspec import structs

from generator.model import Block, BlockKind, Guess
from generator.reading.characters import one_line
from generator.reading.dates import NoDate, parse_date
from generator.reading.draft import Body, Metadata
from generator.reading.telling import Line, Told, tell

_KINDS = {
    Told.CAPTION: BlockKind.CAPTION, Told.BYLINE: BlockKind.BOILERPLATE, Told.DATE_LINE: BlockKind.BOILERPLATE,
    Told.BOILERPLATE: BlockKind.BOILERPLATE,
}  # fmt: skip
_HEAD, _TAIL = 8, 3
"""Blocks at the beginning and the end of a text where its author and date stand."""
_DATELINE = re.compile(
    r"[^\W\d_a-z][^\n—–(]{1,40}?[,(] ?"
    r"(?P<date>(?:[A-Za-z]{3,9}\.? \d{1,2},? \d{4})|(?:\d{1,2} [A-Za-z]{3,9}\.?,? \d{4}))\)?"
    r",?\s*(?:\([^()\n]{2,40}\)\s*)?[—–-]"
)
_DATELINE_ENDS = 120


def tell_apart(body: Body) -> Body:
    """The body with its captions and boilerplate named, and with what its lines state."""
    told = [_told(body.text, block) for block in body.blocks]
    blocks = [
        structs.replace(block, kind=_KINDS[line.told]) if line.told else block
        for block, line in zip(body.blocks, told, strict=True)
    ]
    blocks, repeated = _without_repeated_captions(body.text, blocks)
    left_overs = sum(line.told in (Told.BOILERPLATE, Told.BYLINE, Told.DATE_LINE) for line in told)
    done = (
        (
            sum(line.told is Told.CAPTION for line in told) - repeated,
            "caption",
            "told from the text",
            "the picture credits in them",
        ),
        (repeated, "caption", "set aside as boilerplate", "standing in the text before"),
        (left_overs, "line", "set aside as boilerplate", "wording that belongs to a page and not to an article"),
    )
    found, how = _stated(body.text, blocks, told)
    return structs.replace(body, blocks=tuple(blocks), found=found, guesses=(*body.guesses, *how, *counted(done)))


def counted(done: Sequence[tuple[int, str, str, str]]) -> list[Guess]:
    """What was done to the text and how often, as a reader should see it: how many, of what, what, and how."""
    return [
        Guess("text", f"{count} {noun}{'s' if count > 1 else ''} {what}", method)
        for count, noun, what, method in done
        if count > 0
    ]


def _told(text: str, block: Block) -> Line:
    return tell(text[block.span.start : block.span.end]) if block.kind is BlockKind.PARAGRAPH else Line(Told.NOTHING)


def _without_repeated_captions(text: str, blocks: list[Block]) -> tuple[list[Block], int]:
    """The blocks, every caption that was there before as boilerplate; and how many those are."""
    seen: set[str] = set()
    kept: list[Block] = []
    for block in blocks:
        words = _words(text[block.span.start : block.span.end]) if block.kind is BlockKind.CAPTION else ""
        kept.append(structs.replace(block, kind=BlockKind.BOILERPLATE) if words and words in seen else block)
        seen.add(words)
    return kept, sum(one.kind is not other.kind for one, other in zip(blocks, kept, strict=True))


def _words(text: str) -> str:
    """The words of a text, whatever its quotation marks and blanks."""
    return " ".join(re.sub(r"[\W_]+", " ", re.sub(r"['’]", "", text.casefold())).split())


def _stated(text: str, blocks: list[Block], told: list[Line]) -> tuple[Metadata, list[Guess]]:
    """Author and dates that lines of the text state, and how they were found."""
    fields: dict[str, Guess] = {}
    authors: tuple[str, ...] = ()
    near = (
        range(len(blocks))
        if len(blocks) <= _HEAD + _TAIL
        else (*range(_HEAD), *range(len(blocks) - _TAIL, len(blocks)))
    )
    for index in near:
        line = told[index]
        dateline = _DATELINE.match(text[blocks[index].span.start : blocks[index].span.end][:_DATELINE_ENDS])
        if line.told is Told.BYLINE and not authors:
            authors = tuple(one_line(name) for name in line.value.split("\n"))
            fields["authors"] = Guess("authors", ", ".join(authors), "the byline in the text")
        elif line.told is Told.DATE_LINE:
            _note(fields, "updated" if line.updated else "date", line.value, "a line of the text that states it")
        elif dateline:
            _note(fields, "date", dateline["date"], "the dateline of the text")
    values = {field: guess.value for field, guess in fields.items()}
    return Metadata(authors=authors, date=values.get("date", ""), updated=values.get("updated", "")), list(
        fields.values()
    )


def _note(fields: dict[str, Guess], field: str, value: str, method: str) -> None:
    """Note a date, where it is one and the first."""
    try:
        stated = parse_date(value)
    except NoDate:
        return
    fields.setdefault(field, Guess(field, stated, method))
