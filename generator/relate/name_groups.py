"""Groups of names: a group for each bearer, with all places of all articles."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from generator.model import Span
from generator.relate.bearers import Names, find_bearers, names_of
from generator.relate.groups import Group
from generator.relate.hashes import unpacked
from generator.relate.traits import NAME, PLACE, Shape, Traits
from generator.relate.uses import Use


def name_groups(articles: Sequence[Traits], others: Iterable[int], *, lone: bool) -> list[Group]:
    """A group for each bearer, by its key.

    Unless `lone` ones are wanted as well, without those of one use in one form whose title no other group has, nor is
    one of the other titles: most bearers are such, and nothing becomes of them.
    """
    names = names_of([each.names for each in articles])
    uses = _Uses(articles, names)
    bearers = find_bearers(names)
    count = Counter([bearer for bearer, _ in bearers])
    found: defaultdict[str, list[Use]] = defaultdict(list)
    left: list[int] = []
    for number, (bearer, key) in enumerate(bearers):
        if lone or count[bearer] > 1 or len(uses.shape(number).forms) > 1:
            found[bearer].append(uses.of(number, key))
        else:
            left.append(number)
    found.pop("", None)
    groups = {bearer: Group(tuple(some), titles=uses.titles) for bearer, some in found.items()}
    titles = Counter([*others, *(group.title for group in groups.values()), *(uses.title(number) for number in left)])
    for number in left:
        bearer, key = bearers[number]
        if bearer and titles[uses.title(number)] > 1:
            groups[bearer] = Group((uses.of(number, key),), titles=uses.titles)
    return [groups[bearer] for bearer in sorted(groups)]


class _Uses:
    """The names of all articles, by their number, to be made uses of."""

    def __init__(self, articles: Sequence[Traits], names: Names) -> None:
        self._names = names
        rows = unpacked((each.name_rows for each in articles), NAME)
        places = unpacked((each.places for each in articles), PLACE)
        self._scores: list[float] = rows["score"].tolist()
        self._fields: list[int] = rows["fields"].tolist()
        self._bounds = [0, *np.cumsum(rows["places"], dtype=np.int64).tolist()]
        self._spans = list(map(Span, places["start"].tolist(), places["end"].tolist()))
        self._forms = places["form"].tolist()
        self._titles: list[int] = rows["title"].tolist()
        texts = [names.shapes[number].text for number in names.numbers]
        self.titles: dict[str, int] = dict(zip(texts, self._titles, strict=True))
        """What each name comes down to."""

    def shape(self, number: int) -> Shape:
        return self._names.shapes[self._names.numbers[number]]

    def title(self, number: int) -> int:
        return self._titles[number]

    def of(self, number: int, key: str) -> Use:
        """The use of the name, whose fullest form has the key."""
        start, end = self._bounds[number : number + 2]
        shape = self.shape(number)
        return Use(
            self._names.articles[number],
            tuple(self._spans[start:end]),
            tuple([shape.forms[form] for form in self._forms[start:end]]),
            self._scores[number],
            shape.kind,
            key,
            self._fields[number],
        )
