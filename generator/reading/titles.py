"""Titles of articles that give none."""

import re
from collections.abc import Iterable

from generator.model import Block, BlockKind
from generator.reading.characters import has_words, is_seen, one_line
from generator.reading.draft import Body
from generator.reading.sentences import sentence_spans
from generator.text import base_language, stop_words

LONGEST = 300
"""Characters of the longest title; what is longer is cut."""
_WHOLE, _CLAUSE, _LAST_CLAUSE, _SHORTEST, _WORDS = 100, 95, 110, 35, 90
"""Characters: of a sentence that is a title as it is; of a clause that is one, at best and at most; of the shortest
title cut from a longer sentence; of a title cut between words."""
_LOOKED_AT = 1_000
_ENDS = {
    "en": "after as when while because although though but which who whose where before since amid despite "
    "until unless whereas",
    "de": "nachdem während weil obwohl aber sondern bevor seit trotz bis",
    "fr": "après alors tandis lorsque parce mais dont avant depuis malgré",
    "es": "después mientras cuando porque aunque pero donde antes desde",
    "pt": "depois enquanto quando porque embora mas onde antes desde",
    "it": "dopo mentre quando perché anche ma dove prima",
    "nl": "nadat terwijl omdat hoewel maar voordat sinds ondanks",
}
"""Words before which a clause ends."""
_HEADLINE_ENDS = (".", ",", ";", ":", "…", "。", "，", "؛", "،")
_OPENING = {"“": "”", '"': '"', "‘": "’", "«": "»", "„": "“", "(": ")", "「": "」"}


def find_title(body: Body, language: str) -> tuple[str, str]:
    """A title for the text, and how it was found."""
    heading = _heading(body)
    if heading:
        return heading
    for block in _telling(body.blocks):
        end = min(block.span.end, block.span.start + _LOOKED_AT)
        for span in sentence_spans(body.text, block.span.start, end, language):
            sentence = one_line(body.text[span.start : span.end])
            if has_words(sentence):
                return cut_sentence(sentence, base_language(language))
    return one_line(body.text)[:_WORDS].rstrip(), "the beginning of the text"


def _heading(body: Body) -> tuple[str, str] | None:
    """The first heading of the highest level, where it comes before the text or is the only one of its level."""
    headings = [block for block in body.blocks if block.kind is BlockKind.HEADING]
    if not headings:
        return None
    top = min(block.level for block in headings)
    first = next(block for block in headings if block.level == top)
    before = [block for block in body.blocks[: body.blocks.index(first)] if block.kind is BlockKind.PARAGRAPH]
    title = shortened(one_line(body.text[first.span.start : first.span.end]))
    if not is_seen(title) or (before and top > 1):
        return None
    return title, "the headline" if not before else "the main heading"


def _telling(blocks: Iterable[Block]) -> list[Block]:
    """Blocks in the order in which they are asked for a title."""
    order = {BlockKind.CAPTION: 1, BlockKind.BOILERPLATE: 2}
    return sorted(blocks, key=lambda block: order.get(block.kind, 0))


def is_headline(line: str, following: str) -> bool:
    """Whether the first line of a text is its headline."""
    return (
        len(line) <= _LAST_CLAUSE
        and has_words(line)
        and not line.rstrip("\"”’')»").endswith(_HEADLINE_ENDS)
        and "://" not in line
        and len(following) > len(line)
    )


def shortened(title: str) -> str:
    """The title, cut between words where it is longer than any title."""
    return title if len(title) <= LONGEST else f"{_words(title, LONGEST - 1, '')}…"


def cut_sentence(sentence: str, language: str) -> tuple[str, str]:
    """A title made of the sentence, and how."""
    whole = sentence.rstrip(".。 ") if not sentence.endswith("..") else sentence
    if len(whole) <= _WHOLE:
        return _unquoted(whole) or sentence, "the first sentence"
    clause = _clause(whole, language)
    if clause:
        return _unquoted(clause), "the first sentence, cut at a clause"
    return f"{_unquoted(_words(whole, _WORDS, language))}…", "the first sentence, cut between words"


def _clause(sentence: str, language: str) -> str:
    """The longest beginning of the sentence that ends with a clause and is as long as a title, or nothing."""
    words = "|".join(_ENDS.get(language, "").split())
    ends = re.compile(
        r"[,;:](?=\s)|[，；：、]|\s[–—-](?=\s)|\s\((?=\S)|—" + (rf"|\s(?=(?:{words})\s)" if words else "")
    )
    places = [match.start() for match in ends.finditer(sentence, _SHORTEST // 2, _LAST_CLAUSE + 1)]
    least = _SHORTEST if sentence.isascii() or " " in sentence[:_CLAUSE] else _SHORTEST // 2
    cuts = [cut for place in places if len(cut := _closed(sentence[:place], language)) >= least]
    fitting = [cut for cut in cuts if len(cut) <= _CLAUSE]
    return fitting[-1] if fitting else cuts[0] if cuts else ""


def _words(sentence: str, longest: int, language: str) -> str:
    """The beginning of the sentence up to a word, without a word at the end that only joins others."""
    cut = sentence[: longest + 1].rpartition(" ")[0]
    if len(cut) < _SHORTEST:
        return sentence[:longest].rstrip()
    return _closed(cut, language) or cut


def _closed(part: str, language: str) -> str:
    """The part without punctuation and joining words at its end."""
    joining = stop_words(language) if language else frozenset[str]()
    part = part.rstrip(" ,;:–—-(，；：、")
    while len(part) > _SHORTEST and part.rpartition(" ")[2].lower().strip("“”\"‘’'") in joining:
        part = part.rpartition(" ")[0].rstrip(" ,;:–—-(")
    return part


def _unquoted(title: str) -> str:
    """The title without a quotation mark at its beginning that nothing closes any more."""
    closing = _OPENING.get(title[:1])
    return title if closing is None or closing in title[1:] else title[1:].lstrip()
