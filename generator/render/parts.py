"""Long lists over several pages, cut where their own items say so.

Were every 200 entries a page, one more at the top would change all pages behind it. So a page begins where the hash
of an entry is the least for some way before and behind it (local minimum chunking; Bjørner, Blass and Gurevich 2010,
"Content-dependent chunking for differential compression, the local maximum approach"): an entry that comes or goes
changes its own page, at times its neighbour, and no other. For the same reason a page has no number and is called
after its first entry.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.render import addresses, words
from generator.render.language import Language
from generator.render.views import Part

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class ListPart(Generic[Item]):
    """A page of a list."""

    address: str
    items: Sequence[Item]
    part: Part

    @property
    def is_first(self) -> bool:
        """Whether it stands at the address of the list itself."""
        return not self.part.begins

    def token(self) -> tuple[str, str, str, str]:
        """What of the list itself the page depends on, its items aside."""
        return self.address, self.part.begins, self.part.previous, self.part.next

    def title(self, language: Language, of: str) -> str:
        """The title of the list on this page."""
        return words.title_of_part(language, of, self.part.begins)


def parts(
    address: str, items: Sequence[Item], size: int, named: Callable[[Item], tuple[str, str]]
) -> Iterator[ListPart[Item]]:
    """The pages of a list, at least one, of about `size` items each.

    `named` gives what tells an item from all others of the list whatever stands beside it, and what a page that
    begins with it is called after.
    """
    starts = [0, *_cuts([named(item)[0] for item in items], size)] if len(items) > max(1, size) else [0]
    first = [named(items[start]) for start in starts[1:]]
    places = [address, *(addresses.part_address(address, begins, itself) for itself, begins in first)]
    for number, (here, start, end) in enumerate(zip(places, starts, [*starts[1:], len(items)], strict=True)):
        part = Part(
            begins=first[number - 1][1] if number else "",
            previous=addresses.relative(here, places[number - 1]) if number else "",
            next=addresses.relative(here, places[number + 1]) if number + 1 < len(places) else "",
        )
        yield ListPart(here, items[start:end], part)


def _cuts(names: Sequence[str], size: int) -> list[int]:
    """Places where a page begins: local minima of the hash, at least half a size apart and from both ends."""
    hashes = [hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest() for name in names]
    reach = max(1, size // 2)
    found: list[int] = []
    at = reach
    while at < len(hashes) - reach:
        window = hashes[at - reach : at + reach + 1]
        least = min(window)
        # The last of equals, of which there are hardly ever any.
        place = at + reach - window[::-1].index(least)
        if place == at:
            found.append(at)
            at += reach + 1
        elif place > at:
            at = place
        else:
            at += 1
    return found
