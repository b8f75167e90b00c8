"""The places of all names of an article, for looking up who stands where."""

import re
from bisect import bisect_left, bisect_right

from generator.annotate.numerals import GAP
from generator.model import Name, NameKind

_NAMES_BACK = 60
_SUBJECT_WINDOW = 70
"""Characters from the start of a sentence in which its subject is looked for."""
_AFTER_PREPOSITION = re.compile(
    rf"\b(?:of|with|for|by|to|from|against|at|in|on|[Aa]s|over|told|asked|[Tt]he|[Aa]n?){GAP}(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?{GAP})?$"
)


class Mentions:
    """The places of all names, for looking up what stands where."""

    def __init__(self, names: tuple[Name, ...]) -> None:
        self._places = sorted((span.start, span.end, index) for index, name in enumerate(names) for span in name.spans)
        self._starts = [start for start, _, _ in self._places]
        self._ends = {end: (start, names[index]) for start, end, index in self._places}
        self._names = names
        self._by_last: dict[str, str] = {}
        for name in reversed(names):
            self._by_last[name.text.rpartition(" ")[2].lower()] = name.text
            self._by_last[name.text.lower()] = name.text

    def ending(self, place: int) -> tuple[int, Name] | None:
        """Start and name of the mention that ends at the place."""
        return self._ends.get(place)

    def between(self, start: int, end: int) -> list[tuple[int, int, Name]]:
        """Mentions that lie between two places, in order."""
        first, last = bisect_left(self._starts, start), bisect_right(self._starts, end)
        return [(a, b, self._names[index]) for a, b, index in self._places[first:last] if b <= end]

    def fullest(self, form: str) -> str:
        """The fullest form of a name that is not among the mentions; itself where it is unknown."""
        return self._by_last.get(form.lower()) or self._by_last.get(form.rpartition(" ")[2].lower(), form)

    @staticmethod
    def may_be_person(name: Name) -> bool:
        """Whether nothing says that the name is none of a person, and it has a first name."""
        return name.kind is NameKind.PERSON or (name.kind is NameKind.NAME and " " in name.text)

    def is_person(self, speaker: str) -> bool:
        """Whether the name is one of a person, as far as is known."""
        return any(self.may_be_person(name) for name in self._names if name.text == speaker)

    def subject_in(self, text: str, start: int, end: int) -> str:
        """The person that a sentence begins with, or nearly."""
        for first, _, name in self.between(start, min(end, start + _SUBJECT_WINDOW)):
            if self.may_be_person(name) and not _AFTER_PREPOSITION.search(text, start, first):
                return name.text
        return ""

    def person_before(self, place: int, earliest: int) -> str:
        """The last person named between the two places."""
        index = bisect_left(self._starts, place) - 1
        for number in range(index, max(index - _NAMES_BACK, -1), -1):
            start, _, name = self._places[number]
            if start < earliest:
                break
            if self.may_be_person(self._names[name]):
                return self._names[name].text
        return ""
