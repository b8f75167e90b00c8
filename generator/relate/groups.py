"""Groups: what articles speak of, before it is known whether it is worth a topic."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from generator.model import NameKind
from generator.relate.forms import solid
from generator.relate.hashes import hashed
from generator.relate.naming import kind_of, usual_name
from generator.relate.uses import FormCounts, Use, articles_of, form_counts, form_keys
from generator.text import topic_key


@dataclass(frozen=True, eq=False)
class Group:
    """Uses that mean one thing."""

    uses: tuple[Use, ...]
    given_name: str = ""
    """What an editor calls it; empty where none does."""
    given: frozenset[str] = frozenset()
    """Forms that an editor gave."""
    in_field: str = ""
    """What a person is in, where somebody of the same name is in something else (`sport`)."""
    pinned: bool = False
    """Whether an editor wants it to be a topic whatever speaks against it."""
    titles: Mapping[str, int] = field(default_factory=dict)
    """What names come down to, as far as that is known."""

    @cached_property
    def name(self) -> str:
        """What an editor calls it; else its usual name, with the field of a namesake."""
        if self.given_name:
            return self.given_name
        name = usual_name(self.uses, self.counts)
        return f"{name} ({self.in_field})" if self.in_field else name

    @cached_property
    def title(self) -> int:
        """What its name comes down to, as a hash: groups with the same mean the same."""
        return self.titles.get(self.name) or hashed(solid(topic_key(self.name)))

    @cached_property
    def counts(self) -> FormCounts:
        """The articles that use each form, and in how many places it stands."""
        return form_counts(self.uses)

    @cached_property
    def kind(self) -> NameKind | None:
        """What it is the name of; none where it is no name."""
        return kind_of(self.uses)

    @cached_property
    def articles(self) -> frozenset[int]:
        """Numbers of the articles that speak of it."""
        return articles_of(self.uses)

    def form_keys(self) -> frozenset[str]:
        """What all its forms come down to."""
        forms = {form for use in self.uses for form in use.forms} | self.given | {self.given_name}
        return frozenset(key for form in forms for key in form_keys(form))


def joined(groups: Sequence[Group]) -> Group:
    """One group of all; the first that has a name gives it."""
    if len(groups) == 1:
        return groups[0]
    return Group(
        tuple(use for group in groups for use in group.uses),
        next((group.given_name for group in groups if group.given_name), ""),
        frozenset().union(*(group.given for group in groups)),
        pinned=any(group.pinned for group in groups),
    )
