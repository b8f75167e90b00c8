"""Sentences of an article, each with an id that does not change when others do."""

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from generator.annotate.boundaries import find_boundaries
from generator.model import Block, BlockKind, Sentence, Span

_WHOLE = {BlockKind.HEADING, BlockKind.BOILERPLATE}
"""Kinds of block in which no sentences are looked for."""


def find_sentences(text: str, blocks: tuple[Block, ...], language: str) -> tuple[Sentence, ...]:
    """Sentences of all blocks but headings and boilerplate, in reading order."""
    seen: Counter[str] = Counter()
    return tuple(
        Sentence(_sentence_id(text[span.start : span.end], seen), span, index)
        for index, block in enumerate(blocks)
        if block.kind not in _WHOLE
        for span in _spans(text, block.span, language)
    )


def _spans(text: str, block: Span, language: str) -> Iterator[Span]:
    # Lines inside a block are no ends of sentences: what wrapped them was the width of somebody's page.
    flat = text[block.start : block.end].replace("\n", " ").replace("\r", " ")
    for start, end in pairwise([0, *find_boundaries(flat, language), len(flat)]):
        part = flat[start:end]
        if part.strip():
            lead = len(part) - len(part.lstrip())
            yield Span(block.start + start + lead, block.start + start + len(part.rstrip()))


def _sentence_id(sentence: str, seen: Counter[str]) -> str:
    """Eight letters of the hash of the sentence's words; a repeat in the same article gets its number behind."""
    words = " ".join(sentence.split())
    digest = hashlib.sha256(words.encode("utf-8", "replace")).digest()
    name = base64.b32encode(digest[:5]).decode().lower()
    seen[name] += 1
    return name if seen[name] == 1 else f"{name}-{seen[name]}"
