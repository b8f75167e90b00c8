"""The stories of a digest as pages look them up: what lists need at once, collations when they are looked at."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from generator.collate.collation import without_facts
from generator.model import Collation, Copy, Entry, Record, Relations, Story
from generator.render import addresses, dates
from generator.render.recipes import key_of


class Told(Record, frozen=True):
    """What lists of stories and of differences say of a collation."""

    token: bytes
    """Hash of the collation, or of all it depends on."""
    titled: str
    """Id of the article whose title the story bears."""
    differing: tuple[int, ...]
    """Numbers of its differences where not all reports can be right."""


@dataclass(frozen=True, slots=True)
class Stories:
    """All stories of a digest."""

    ordered: tuple[Story, ...]
    """The one with the latest article first."""
    of: dict[str, Story]
    """The story of an article, by its id."""
    tokens: dict[str, bytes]
    """By key: hash of all that pages may say of a story and its articles."""
    titled: dict[str, str]
    """By key: id of the article whose title the story bears."""
    differing: dict[str, int]
    """By key: in how many places not all reports can be right."""
    differences: dict[str, tuple[int, ...]]
    """By key: numbers of these differences in the collation."""
    copies: dict[str, Copy]
    """What is known of an article that is a copy, by its id."""
    collations: Mapping[str, Collation]
    """By key, each decoded when it is looked at."""

    def address(self, story: Story, entries: Mapping[str, Entry]) -> str:
        """That of the story's page."""
        return addresses.story_address(entries[story.key].address)

    def collation(self, story: Story) -> Collation:
        """The collation of a story; an empty one where there is none."""
        return self.collations.get(story.key) or without_facts(story.articles)


def find_stories(
    relations: Relations,
    entries: Mapping[str, Entry],
    articles: Mapping[str, bytes],
    collations: Mapping[str, Collation],
    told: Mapping[str, Told],
) -> Stories:
    """The stories; `articles` are the hashes of the articles, `told` is of the collations where it is known."""
    copies = {copy.id: copy for copy in relations.near}
    known = {story.key: told.get(story.key) or _of_any(story, collations.get(story.key)) for story in relations.stories}
    made = {
        story.key: key_of(
            story,
            known[story.key].token,
            b"".join([articles[id_] for id_ in story.articles]),
            [copies.get(id_) for id_ in story.articles],
        )
        for story in relations.stories
    }
    return Stories(
        ordered=tuple(
            sorted(relations.stories, key=lambda story: (*dates.newest_first(last(story, entries)), story.key))
        ),
        of={id_: story for story in relations.stories for id_ in story.articles},
        tokens=made,
        titled={key: each.titled for key, each in known.items()},
        differing={key: len(each.differing) for key, each in known.items()},
        differences={key: each.differing for key, each in known.items()},
        copies=copies,
        collations=collations,
    )


def told_of(collation: Collation, token: bytes) -> Told:
    """What lists say of a collation, which has the token."""
    differing = tuple(number for number, one in enumerate(collation.differences) if not one.varies)
    return Told(token, _says_most(collation), differing)


def _of_any(story: Story, collation: Collation | None) -> Told:
    """The same of a story, which may have none."""
    return told_of(collation, key_of(collation)) if collation else Told(key_of(None), story.key, ())


def first(story: Story, entries: Mapping[str, Entry]) -> str:
    """The date of its earliest article; empty where none is known."""
    return dates.oldest(tuple(entries[id_].date for id_ in story.articles))


def last(story: Story, entries: Mapping[str, Entry]) -> str:
    """The date of its latest article; empty where none is known."""
    return dates.newest(tuple(entries[id_].date for id_ in story.articles))


def _says_most(collation: Collation) -> str:
    """The article that is most like the others: with most of what they say, for how much it says; of equals the first.

    As in a cosine, what it says counts by its root, or the longest would always win. A text reworded from another has
    no say: its title is no more trustworthy than the rest of it.
    """
    reworded = {copy.id for copy in collation.copies}
    shared, all_ = Counter[int](), Counter[int]()
    for fact in collation.facts:
        those = {place.article for place in fact.places}
        all_.update(those)
        shared.update(those if len(those) > 1 else ())
    likest = min(
        (number for number, id_ in enumerate(collation.articles) if id_ not in reworded),
        key=lambda number: (-Fraction(shared[number] ** 2, max(1, all_[number])), number),
    )
    return collation.articles[likest]
