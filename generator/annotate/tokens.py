"""Tokens of a text as YAKE! counts them: those of segtok's web tokenizer, without what follows an apostrophe."""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

from segtok.segmenter import SENTENCE_TERMINALS, split_multi
from segtok.tokenizer import (
    APO_MATCHER,
    APOSTROPHES,
    HYPHENATED_LINEBREAK,
    space_tokenizer,
    split_contractions,
    web_tokenizer,
    word_tokenizer,
)

_DANGLING = ",;:"
_LINE_BREAKS = "\n\r\u2028"
_BLANKS = re.compile(r"( +)")
_LONGEST_SENTENCE = 5_000
"""Characters of a sentence in which an address may have blanks."""
_LAST = 3
"""How many tokens from its end are looked at for the mark that ends a sentence."""


def tokenized_sentences(text: str) -> list[list[str]]:
    """Tokens of each sentence, the marks between words among them.

    The same as segtok gives, piece by piece: what stands between two blanks is looked at once and remembered, since
    words come back. Line breaks are blanks, a text that begins with a capital begins a paragraph: both as in yake.
    """
    line = text.replace("\n", " ")
    start = line.lstrip()[:1]
    lead = "\n\n" if "A" <= start <= "Z" else " "
    sentences = split_multi(lead + line.replace("\t", " "))
    return [_tokens(sentence) for sentence in sentences if sentence.strip()]


def _tokens(sentence: str) -> list[str]:
    if "@" not in sentence and "://" not in sentence:
        found = _words(sentence)
    else:  # every other part is an address
        parts = enumerate(_around_addresses(sentence))
        found = [token for odd, part in parts for token in ((part,) if odd % 2 else _words(part))]
    return [part for token in found for part in _uncontracted(token)]


def _around_addresses(sentence: str) -> list[str]:
    """Text and addresses by turns.

    The pattern of segtok looks for a user's name up to the next @, however far, at every address: only where there is
    one it is let loose on a whole sentence, else on what stands between two blanks, for the same result.
    """
    if "@" in sentence and len(sentence) <= _LONGEST_SENTENCE:
        return list(web_tokenizer.split(sentence))
    parts: list[list[str]] = [[]]
    for chunk in _BLANKS.split(sentence):
        if "://" not in chunk and "@" not in chunk:
            parts[-1].append(chunk)
            continue
        first, *others = web_tokenizer.split(chunk)
        parts[-1].append(first)
        parts += ([other] for other in others)
    return ["".join(part) for part in parts]


def _words(part: str) -> list[str]:
    if "&" in part:
        part = unescape(part)
    if any(mark in part for mark in _LINE_BREAKS):
        part = HYPHENATED_LINEBREAK.sub(r"\1\2", part)
    tokens = [token for chunk in space_tokenizer.split(part) if chunk for token in _pieces(chunk)]
    _part_end(tokens)
    return [each for token in tokens for each in _without_dangling(token)]


@lru_cache(maxsize=20_000)
def _pieces(chunk: str) -> tuple[str, ...]:
    return tuple(token for token in word_tokenizer.split(chunk) if token)


def _part_end(tokens: list[str]) -> None:
    """Parts the mark that ends the sentence from its word, in place."""
    for index in range(len(tokens) - 1, max(-1, len(tokens) - 1 - _LAST), -1):
        word = tokens[index]
        terminal = any(mark in word for mark in SENTENCE_TERMINALS)
        if not terminal and (not word_tokenizer.match(word) or APO_MATCHER.match(word)):
            continue
        if terminal and len(word) > 1 and word != "...":
            # segtok asks for the first place of a mark at the front, the last at the end: of "a.." only one goes.
            if word[-1] in SENTENCE_TERMINALS:
                tokens[index : index + 1] = word[:-1], word[-1]
            elif word[0] in SENTENCE_TERMINALS:
                tokens[index : index + 1] = word[0], word[1:]
        return


def _without_dangling(token: str) -> Iterator[str]:
    if len(token) == 1 or token[-1] not in _DANGLING:
        yield token
        return
    bare = token[0] + token[1:].rstrip(_DANGLING)
    yield bare
    yield from token[len(bare) :]


@lru_cache(maxsize=20_000)
def _uncontracted(token: str) -> tuple[str, ...]:
    if not any(mark in token for mark in APOSTROPHES):
        return (token,)
    return tuple(part for part in split_contractions([token]) if part and (part[0] != "'" or part == "'"))
