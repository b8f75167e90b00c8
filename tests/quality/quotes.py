"""Quotations found against quotations marked by hand: precision and recall, with and without their speakers.

    python tests/quality/quotes.py [--misses]

The marks are our own judgement of the articles of `figures.py`, made before the finder was. `quotes_gold.json` holds
places only, no text: for each article `[start, end, start of the speaker's name, its end]`, with null where the text
names nobody, and `"optional"` behind what may be called a quotation or not. A quotation is right where its span is;
its speaker where it is one form of the name marked, told by the name's last word. Articles of even number were tuned
on; the misses of the others were looked at too, so that their half is no fair estimate of unseen articles.

The names are those of `generator.annotate.names` where it is there, else runs of capitalised words.
"""

import argparse
import json
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from figures import Score, texts
from generator.annotate.quotes import find_quotes
from generator.annotate.sentences import find_sentences
from generator.model import Block, BlockKind, Name, NameKind, Sentence, Span

GOLD = Path(__file__).with_name("quotes_gold.json")
_RUN = re.compile(
    r"(?:(?<=[^.!?\s][\"”’)]\s)|(?<=[^.!?\"\s]\s)|(?<=\. )|^)(?:[A-Z][\w’'.-]*[\w]\s?){1,4}(?<!\s)", re.MULTILINE
)
_NO_NAME = {
    "The",
    "He",
    "She",
    "It",
    "They",
    "But",
    "In",
    "At",
    "On",
    "And",
    "A",
    "An",
    "As",
    "For",
    "Mr",
    "Mrs",
    "Ms",
    "I",
    "We",
}


@dataclass(frozen=True, slots=True)
class Sample:
    """An article with what is marked in it."""

    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    gold: tuple[tuple[int, int, str], ...]
    """Start, end and speaker."""
    optional: frozenset[tuple[int, int]]


def blocks_of(text: str) -> tuple[Block, ...]:
    """The paragraphs of a text: its lines, or where lines are indented what begins with such a line."""
    ends = r"\n(?= {3})" if re.search(r"\n {3,}\S", text) else r"\n"
    starts = [0, *(match.end() for match in re.finditer(ends, text))]
    spans = (Span(a, b) for a, b in zip(starts, [*starts[1:], len(text)], strict=True))
    return tuple(Block(BlockKind.PARAGRAPH, each) for span in spans if (each := _stripped(text, span)))


def _stripped(text: str, span: Span) -> Span | None:
    part = text[span.start : span.end]
    start = span.start + len(part) - len(part.lstrip())
    return Span(start, span.start + len(part.rstrip())) if part.strip() else None


def names_of(text: str, sentences: tuple[Sentence, ...]) -> tuple[Name, ...]:
    """The names of a text."""
    try:
        from generator.annotate.names import find_names
    except ImportError:
        return _runs(text)
    return find_names(text, tuple(each.span for each in sentences), "en")


def _runs(text: str) -> tuple[Name, ...]:
    """Runs of capitalised words; one name where the last word is the same."""
    found: dict[str, list[Span]] = {}
    for match in re.finditer(r"[A-Z][\w’-]*(?:'[A-Z]\w+)?(?:[ \n][A-Z][\w’-]*(?:'[A-Z]\w+)?){0,3}", text):
        start, words = match.start(), match.group().split()
        while words and words[0] in _NO_NAME:
            start += len(words.pop(0)) + 1
        if words:
            found.setdefault(words[-1], []).append(Span(start, match.end()))
    return tuple(
        Name(max((" ".join(text[s.start : s.end].split()) for s in spans), key=len), NameKind.NAME, tuple(spans))
        for spans in found.values()
    )


def samples(half: str) -> Iterator[Sample]:
    """Articles and what is marked in them; of the `tuned` or the `other` half, or of `all`."""
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    for index, (text, row) in enumerate(zip(texts(gold), gold, strict=True)):
        if half == "all" or (half == "tuned") == (index % 2 == 0):
            blocks = blocks_of(text)
            sentences = find_sentences(text, blocks, "en")
            marks = [mark for mark in row["quotes"] if mark[4:] != ["optional"]]
            yield Sample(
                text, blocks, sentences, names_of(text, sentences),
                tuple((a, b, text[c:d] if c is not None else "") for a, b, c, d in marks),
                frozenset((mark[0], mark[1]) for mark in row["quotes"] if mark[4:] == ["optional"]),
            )  # fmt: skip


def found(sample: Sample) -> list[tuple[int, int, str]]:
    """The quotations that the digest finds, but for optional ones."""
    quotes = find_quotes(sample.text, sample.blocks, sample.sentences, sample.names)
    marks = [(each.span.start, each.span.end, each.speaker) for each in quotes]
    return [mark for mark in marks if mark[:2] not in sample.optional]


def is_same(speaker: str, gold: str) -> bool:
    """Whether two names are forms of one."""
    return speaker.split()[-1:] == gold.split()[-1:]


def score(half: str, *, speakers: bool) -> Score:
    """Precision and recall of one half; of the spans, or of spans with the right speaker."""
    right = mine = wanted = 0
    for sample in samples(half):
        gold = {(a, b): speaker for a, b, speaker in sample.gold}
        quotes = found(sample)
        right += sum((a, b) in gold and (not speakers or is_same(who, gold[a, b])) for a, b, who in quotes)
        mine, wanted = mine + len(quotes), wanted + len(gold)
    return Score(right, mine, wanted)


def plain(half: str) -> Score:
    """Precision and recall of a plain method: everything between straight marks, given to the name nearest to it."""
    right = mine = wanted = 0
    for sample in samples(half):
        gold = {(a, b): speaker for a, b, speaker in sample.gold}
        places = [(span.start, name.text) for name in sample.names for span in name.spans]
        for match in re.finditer(r'"[^"]+"', sample.text):
            near = min(places, key=lambda place: abs(place[0] - match.end()), default=(0, ""))[1]
            right += match.span() in gold and is_same(near, gold[match.span()])
            mine += 1
        wanted += len(gold)
    return Score(right, mine, wanted)


def misses() -> Iterator[str]:
    """One line for each quotation too few (`-`), too many (`+`) or given to another (`?`)."""
    for index, sample in enumerate(samples("all")):
        gold = {(a, b): speaker for a, b, speaker in sample.gold}
        mine = {(a, b): speaker for a, b, speaker in found(sample)}
        for a, b in sorted(gold.keys() | mine.keys()):
            words = " ".join(sample.text[a:b].split())
            if (a, b) not in mine or (a, b) not in gold:
                yield f"{index:2} {'-' if (a, b) in gold else '+'} {words[:60]} ... {words[-30:]}"
            elif not is_same(mine[a, b], gold[a, b]):
                yield f"{index:2} ? {gold[a, b]!r} not {mine[a, b]!r}: {words[:60]}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Quotations against those marked by hand.")
    parser.add_argument("--misses", action="store_true", help="print what is wrong, not the table")
    if parser.parse_args().misses:
        print(*misses(), sep="\n")
        return
    for half in ("tuned", "other", "all"):
        for what, speakers in (("spans", False), ("with speakers", True)):
            result = score(half, speakers=speakers)
            print(f"{half:9} {what:14} P {result.precision:.3f}  R {result.recall:.3f}  of {result.wanted}")
    every = list(samples("all"))
    words = sum(len(each.text.split()) for each in every)
    began = time.process_time()
    for each in every:
        find_quotes(each.text, each.blocks, each.sentences, each.names)
    print(f"{1000 * (time.process_time() - began) * 360 / words:.2f} ms per 360 words")


if __name__ == "__main__":
    main()
