"""Groups: what articles speak of, before it is known whether it is worth a topic."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model import NameKind, Span
from generator.relate.forms import name_key
from generator.text import topic_key


@dataclass(frozen=True, slots=True)
class Use:
    """One thing that one article speaks of."""

    article: str
    spans: tuple[Span, ...]
    forms: tuple[str, ...]
    """How it is written at each span, on one line."""
    score: float
    """The best score that a keyword for it has in the article; 0 where none stands for it."""
    kind: NameKind | None = None
    """What the article takes it for; none where it is no name."""
    key: str = ""
    """Key of its fullest form, as far as that is part of the name; empty where it is no name."""


@dataclass(frozen=True, slots=True)
class Group:
    """Uses that mean one thing."""

    uses: tuple[Use, ...]
    name: str = ""
    """What an editor calls it; empty where none does."""
    given: frozenset[str] = frozenset()
    """Forms that an editor gave."""
    field: str = ""
    """What a person is in, where somebody of the same name is in something else (`sport`)."""
    pinned: bool = False
    """Whether an editor wants it to be a topic whatever speaks against it."""

    def form_keys(self) -> frozenset[str]:
        """What all its forms come down to."""
        forms = {form for use in self.uses for form in use.forms} | self.given | ({self.name} if self.name else set())
        return frozenset(key for form in forms for key in form_keys(form))

    def articles(self) -> frozenset[str]:
        """Ids of the articles that speak of it."""
        return frozenset(use.article for use in self.uses)


def form_keys(form: str) -> frozenset[str]:
    """What the form comes down to as a name and as a subject."""
    return frozenset({name_key(form), topic_key(form)} - {""})


def joined(groups: Sequence[Group]) -> Group:
    """One group of all; the first that has a name gives it."""
    return Group(
        tuple(use for group in groups for use in group.uses),
        next((group.name for group in groups if group.name), ""),
        frozenset().union(*(group.given for group in groups)),
        pinned=any(group.pinned for group in groups),
    )


def without_empty(uses: Iterable[Use]) -> tuple[Use, ...]:
    """The uses that still have a place."""
    return tuple(use for use in uses if use.spans)


def by_article(uses: Iterable[Use]) -> dict[str, list[Use]]:
    """The uses of each article, by id."""
    found: defaultdict[str, list[Use]] = defaultdict(list)
    for use in uses:
        found[use.article].append(use)
    return dict(sorted(found.items()))
