"""Where phrases stand in a text."""

import re
from collections import defaultdict

from generator.model import Span

_LETTERS = re.compile(r"\w+")
_BLANKS = re.compile(r"[\s\u200b]+")


class Places:
    """The places of phrases in one text, which is read once for all of them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: defaultdict[str, list[int]] = defaultdict(list)
        for match in _LETTERS.finditer(text):
            self._starts[match.group().lower()].append(match.start())

    def of(self, phrase: str) -> tuple[Span, ...]:
        """Every place of the phrase as whole words, in any letter case and with any white space between."""
        first = _LETTERS.search(phrase)
        if first is None:
            return ()
        spans: list[Span] = []
        for place in self._starts.get(first.group().lower(), ()):
            start = place - first.start()
            end = self._end(phrase.split(), start) if start >= 0 else None
            if end is not None and (not spans or spans[-1].end <= start):
                spans.append(Span(start, end))
        return tuple(spans)

    def _end(self, words: list[str], start: int) -> int | None:
        """Where the words that begin there end, if all of them stand there."""
        at = start
        for number, word in enumerate(words):
            if number:
                blanks = _BLANKS.match(self._text, at)
                if blanks is None:
                    return None
                at = blanks.end()
            if self._text[at : at + len(word)].lower() != word.lower():
                return None
            at += len(word)
        return None if self._in_word(start) or self._in_word(at) else at

    def _in_word(self, place: int) -> bool:
        """Whether letters stand on both sides."""
        return bool(re.match(r"\w\w", self._text[max(0, place - 1) : place + 1])) if place else False
