"""Where forms stand in texts: as whole words, in any letter case."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ahocorasick_rs import AhoCorasick

from generator.model import Span
from generator.spans import overlaps

_LONGEST = 200
"""Letters of the longest form: what takes the square of its length to be looked for is no form that anybody uses."""
_BLANKS = str.maketrans("\n\t\r\u00a0", "    ")


class Occurrences:
    """Finds any of many forms at once (Aho and Corasick 1975); of those that overlap the longest is meant."""

    def __init__(self, forms: Mapping[str, Iterable[str]]) -> None:
        """Forms by what they stand for."""
        self._means = {
            written: key
            for key in sorted(forms)
            for form in sorted(forms[key])
            if 0 < len(written := " ".join(_lower(form).split())) <= _LONGEST
        }
        self._forms = list(self._means)
        self._automaton = AhoCorasick(self._forms)

    def keys(self, text: str) -> set[str]:
        """The keys of all forms in the text, those inside others too."""
        matches = self._automaton.find_matches_as_indexes(_lower(text), overlapping=True)
        return {
            self._means[self._forms[number]] for number, start, stop in matches if _is_whole(text, Span(start, stop))
        }

    def find(self, text: str, taken: Sequence[Span] = ()) -> dict[str, tuple[Span, ...]]:
        """The places of each key that has one, in order, apart, and outside those taken (which are in order, apart)."""
        found: defaultdict[str, list[Span]] = defaultdict(list)
        end = 0
        matches = self._automaton.find_matches_as_indexes(_lower(text), overlapping=True)
        for number, start, stop in sorted(matches, key=lambda match: (match[1], -match[2])):
            span = Span(start, stop)
            if start >= end and _is_whole(text, span) and not overlaps(span, taken):
                found[self._means[self._forms[number]]].append(span)
                end = stop
        return {key: tuple(spans) for key, spans in found.items()}


def _lower(text: str) -> str:
    """The text in lower case with single blanks, as long as before."""
    lower = text.lower()
    if len(lower) != len(text):  # İ has two letters in lower case
        lower = "".join(one if len(one := char.lower()) == 1 else char for char in text)
    return lower.translate(_BLANKS)


def _is_whole(text: str, span: Span) -> bool:
    """Whether the span neither begins nor ends inside a word."""
    cut_before = span.start > 0 and text[span.start - 1].isalnum() and text[span.start].isalnum()
    return not cut_before and not (text[span.end - 1].isalnum() and text[span.end : span.end + 1].isalnum())
