"""Digests that differ a little: walks from one to the next, by what editors and sources do."""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import cycle, pairwise
from types import MappingProxyType

from harbour import P, article, places

from articles import article as plain_article
from generator.annotate.annotations import annotate
from generator.config import AnnotateSettings, RelateSettings
from generator.model import (
    Annotated,
    ClosestSentences,
    Collation,
    Copy,
    CopyKind,
    Difference,
    DifferenceKind,
    Digest,
    Fact,
    Guess,
    Mention,
    NameKind,
    Passage,
    Place,
    Problem,
    Related,
    Relations,
    Story,
    Topic,
    Variant,
    VariantReason,
)
from generator.relate.relations import relate
from generator.relate.traits import traits

WORDS = ("ferry", "Ferry Company", "pier", "Bo Digger", "Ada Keeper", "harbour board", "fuel", "Quay Act", "Northport")
SOURCES = ("Harbour Wire", "harbour-wire", "Harbour  Wire", "Morning Post", "morning post", "unknown")
DATES = ("2021-02-11T07:30:00+01:00", "2021-02-11", "2021-02", "2021", "2020-12-31", "2019-05-01", "", "2021-02-10")
SPEAKERS = {"Bo Digger": "an engineer", "Ada Keeper": "", "Zoe Lee": "a boater"}
COUNTS = range(11, 17)
SENTENCES = (
    "The ferry waits at the pier",
    "The Quay Act is 3 km long",
    "Ada Keeper of the harbour board sees 12 per cent",
    "It costs $7 million, or $7 million, at Northport",
    "“It was nobody,” somebody called",
    "*Nothing happened",
    "*The harbour board waits for the ferry",
    *(f"*The Ferry Company pays ${number} for fuel" for number in COUNTS),
    *(f"Bo Digger has {number} boats and a pier" for number in COUNTS),
    *(f"“Never {number},” said {name}" for number in COUNTS for name in SPEAKERS),
)
FIGURES = (
    ("$7 million", "7000000", "USD", ""),
    ("3 km", "3", "km", ""),
    ("12 per cent", "0.12", "share", "of all"),
    *((f"${number}", str(number), "USD", "") for number in COUNTS),
    *((f"{number} boats", str(number), "", "boats") for number in COUNTS),
)
QUOTES = (
    ("“It was nobody,”", "", ""),
    *((f"“Never {number},” said {name}", name, what) for number in COUNTS for name, what in SPEAKERS.items()),
)
NAMES = {
    "Bo Digger": NameKind.PERSON, "Ada Keeper": NameKind.PERSON, "Zoe Lee": NameKind.PERSON,
    "Ferry Company": NameKind.ORGANISATION,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """What an article is made of."""

    sentences: tuple[str, ...]
    values: Mapping[str, object]
    scores: Mapping[str, float]
    description: str = "a speaker"


@dataclass(slots=True)
class World:
    """What a digest is made of, to be changed step by step."""

    told: dict[str, Told] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    """What topics are called that are not called by their key."""
    kinds: dict[str, NameKind | None] = field(default_factory=dict)
    variants: dict[str, tuple[Variant, ...]] = field(default_factory=dict)
    banned: set[str] = field(default_factory=set)
    first_only: set[str] = field(default_factory=set)
    """Topics of which only the first place counts."""
    related: dict[tuple[str, str], tuple[float, int]] = field(default_factory=dict)
    """For two ids the score, and a number out of which the closest sentences are made."""
    copies: tuple[str, ...] = ()
    kind: CopyKind = CopyKind.EXACT
    stories: tuple[tuple[str, ...], ...] = ()
    problems: tuple[Problem, ...] = ()

    def digest(self) -> Digest:
        """The digest of it all."""
        made = {id_: _made(id_, told) for id_, told in sorted(self.told.items())}
        topics = tuple(self._topics(made))
        shared = {
            id_: {topic.key for topic in topics if id_ in {one.article for one in topic.mentions}} for id_ in made
        }
        related = {id_: tuple(self._related(id_, made, shared)) for id_ in made}
        group = tuple(id_ for id_ in self.copies if id_ in made)
        groups = [tuple(one for one in some if one in made) for some in self.stories]
        stories = [Story(ids[0], ids) for ids in groups if len(ids) > 1]
        return Digest(
            tuple(made.values()),
            Relations(
                (group,) if len(group) > 1 else (),
                topics,
                related,
                stories=tuple(sorted(stories, key=lambda story: story.key)),
                near=tuple(Copy(one, group[0], self.kind, 0.9) for one in group[1:]),
            ),
            self.problems,
        )

    def _topics(self, made: Mapping[str, Annotated]) -> Iterator[Topic]:
        for key in sorted(word.casefold() for word in WORDS):
            mentions = tuple(
                Mention(id_, each.score, each.spans[:1] if key in self.first_only else each.spans)
                for id_, one in made.items()
                for each in one.annotations.keywords
                if each.text.casefold() == key and each.spans
            )
            if mentions and key not in self.banned:
                yield Topic(key, self.names.get(key, key), self.kinds.get(key), self.variants.get(key, ()), mentions)

    def _related(self, id_: str, made: Mapping[str, Annotated], shared: Mapping[str, set[str]]) -> Iterator[Related]:
        for (one, other), (score, number) in sorted(self.related.items(), key=lambda item: (-item[1][0], item[0])):
            if one == id_ and other in made and other != one:
                here, there = (len(made[each].annotations.sentences) for each in (one, other))
                closest = ClosestSentences(number % here, number % there, ()) if number % 3 else None
                yield Related(other, score, tuple(sorted(shared[one] & shared[other])), closest)


def collations_of(digest: Digest) -> dict[str, Collation]:
    """Collations of the stories: sentences of one text are one fact, first sentences of others differ."""
    by_id = {each.article.id: each for each in digest.articles}
    return {story.key: _collation(story, [by_id[id_] for id_ in story.articles]) for story in digest.relations.stories}


def _collation(story: Story, articles: Sequence[Annotated]) -> Collation:
    facts: dict[str, list[Place]] = {}
    for number, each in enumerate(articles):
        for place, sentence in enumerate(each.annotations.sentences):
            facts.setdefault(each.article.text[sentence.span.start : sentence.span.end], []).append(
                Place(number, place)
            )
    firsts = [Passage(Place(number, 0), each.annotations.sentences[0].span) for number, each in enumerate(articles)]
    pairs = [(a, b) for a, b in pairwise(firsts) if Place(b.place.article, 0) not in next(iter(facts.values()))]
    differences = [
        Difference(kind, 0.9, a.span.end % 3 == 0, f"{a.span.end} is not {b.span.end}.", a, b)
        for kind, (a, b) in zip(cycle(DifferenceKind), pairs, strict=False)
    ]
    return Collation(
        story.articles, tuple(Fact(tuple(some)) for some in facts.values()), (), tuple(differences), (), ()
    )


def _made(id_: str, told: Told) -> Annotated:
    text = ". ".join(told.sentences)
    plain = text.replace("*", "")
    return article(
        id_,
        [(P, text)],
        keywords={word: told.scores.get(word, 0.5) for word in WORDS if places(plain, word)},
        names={name: kind for name, kind in NAMES.items() if name in plain},
        figures=[one for one in FIGURES if one[0] in plain],
        quotes=sorted(
            ((one, who, who and (what or told.description)) for one, who, what in QUOTES if one in plain),
            key=lambda one: plain.index(one[0]),
        ),
        **told.values,
    )


def told(chance: random.Random, number: int) -> Told:
    """A new article."""
    date = chance.choice(DATES)
    return Told(
        sentences=tuple(chance.sample(SENTENCES, chance.randint(1, 8))),
        values=MappingProxyType(
            {
                "title": chance.choice((f"Title {number}", "The same title", "The same title")),
                "source": chance.choice(SOURCES),
                "date": date,
                "guesses": (Guess("date", date, "the name of the folder"),) * chance.randint(0, 1),
            }
        ),
        scores=MappingProxyType({}),
    )


Step = Callable[[World, random.Random], None]


def _with(world: World, chance: random.Random, **changes: object) -> None:
    """Changes one article: its values, or its sentences, scores, description."""
    id_ = chance.choice(sorted(world.told))
    one = world.told[id_]
    own = {name: changes.pop(name) for name in ("sentences", "scores", "description") if name in changes}
    world.told[id_] = Told(
        sentences=own.get("sentences", one.sentences),  # type: ignore[arg-type]
        values=MappingProxyType({**one.values, **changes}),
        scores=own.get("scores", one.scores),  # type: ignore[arg-type]
        description=own.get("description", one.description),  # type: ignore[arg-type]
    )


def _add(world: World, chance: random.Random) -> None:
    number = chance.randrange(15)
    world.told[f"a{number:02}"] = told(chance, number)


def _remove(world: World, chance: random.Random) -> None:
    if len(world.told) > 3:
        del world.told[chance.choice(sorted(world.told))]


def _toggle(world: World, chance: random.Random) -> None:
    for of in (world.banned, world.first_only):
        if chance.random() < 0.5:
            of ^= {chance.choice(WORDS).casefold()}


def _variants(world: World, chance: random.Random) -> None:
    world.variants[chance.choice(WORDS).casefold()] = tuple(
        Variant(f"form {number}", chance.randint(0, 2), chance.choice(list(VariantReason)))
        for number in range(chance.randint(0, 2))
    )


def _relate(world: World, chance: random.Random) -> None:
    ids = sorted(world.told)
    pair = chance.choice(ids), chance.choice(ids)
    world.related[pair] = chance.choice((0.9, 0.5, 0.31, 0.312)), chance.randrange(9)


def _stories(world: World, chance: random.Random) -> None:
    ids = sorted(world.told)
    chance.shuffle(ids)
    cut = chance.randint(0, min(5, len(ids)))
    world.stories = tuple(filter(None, (tuple(ids[:cut]), tuple(ids[cut : cut + chance.randint(0, 3)]))))


def _problems(world: World, chance: random.Random) -> None:
    world.problems = tuple(
        Problem(f"{number}.txt", chance.choice(("", "line 1")), "is odd", "mend it", chance.random() < 0.5)
        for number in range(chance.randint(0, 5))
    )


STEPS: tuple[Step, ...] = (
    _add,
    _remove,
    _toggle,
    _variants,
    _relate,
    _relate,
    _problems,
    _stories,
    _stories,
    lambda world, chance: setattr(world, "kind", chance.choice(list(CopyKind))),
    lambda world, chance: _with(world, chance, title=chance.choice(("The same title", "Another", "渡船"))),
    lambda world, chance: _with(world, chance, source=chance.choice(SOURCES)),
    lambda world, chance: _with(world, chance, date=chance.choice(DATES)),
    lambda world, chance: _with(world, chance, updated=chance.choice(DATES)),
    lambda world, chance: _with(world, chance, language=chance.choice(("en", "de", "ar", "und"))),
    lambda world, chance: _with(world, chance, url=chance.choice(("", "https://x.example/"))),
    lambda world, chance: _with(world, chance, authors=chance.choice(((), ("Ada Keeper",)))),
    lambda world, chance: _with(world, chance, path=chance.choice(("x.txt", "y.txt")), place="line 2"),
    lambda world, chance: _with(world, chance, description=chance.choice(("a speaker", "a keeper"))),
    lambda world, chance: _with(world, chance, sentences=tuple(chance.sample(SENTENCES, chance.randint(1, 8)))),
    lambda world, chance: _with(world, chance, scores={chance.choice(WORDS): chance.random()}),
    lambda world, chance: world.names.update({chance.choice(WORDS).casefold(): chance.choice(WORDS)}),
    lambda world, chance: world.kinds.update(
        {chance.choice(WORDS).casefold(): chance.choice((None, NameKind.PERSON, NameKind.LAW, NameKind.NAME))}
    ),
    lambda world, chance: setattr(world, "copies", tuple(sorted(chance.sample(sorted(world.told), 3)))),
)


def walk(seed: int, steps: int) -> Iterator[Digest]:
    """Digests, each a step away from the one before; again and again from the start."""
    chance = random.Random(seed)
    for number in range(steps):
        if number % 40 == 0:
            world = World({f"a{n:02}": told(chance, n) for n in range(chance.randint(3, 10))})
        else:
            chance.choice(STEPS)(world, chance)
        yield world.digest()


PLACES = ("pier", "harbour", "quay", "lighthouse", "ferry", "island", "market", "bridge", "school", "station")
DOINGS = ("opened", "closed", "flooded", "repaired", "painted", "crowded", "guarded", "sold", "mapped", "moved")
WHO = ("fishermen", "engineers", "growers", "teachers", "sailors", "painters", "bakers", "drivers", "nurses", "judges")


@cache
def _annotated(number: int, edit: int) -> Annotated:
    """An article of words that many others have, some of them rare."""
    chance = random.Random(100 * number + edit)
    sentences = (
        f"{chance.choice(WHO).title()} say the {chance.choice(PLACES)} was {chance.choice(DOINGS)}"
        f" while {chance.choice(WHO)} near the {chance.choice(PLACES)} waited for word {chance.randrange(60)}x."
        for _ in range(4)
    )
    made = plain_article(" ".join(sentences), id=f"a{number:02}", title=f"Report {number}")
    return Annotated(made, annotate(made, AnnotateSettings()))


def related_walk(seed: int, steps: int) -> Iterator[Digest]:
    """Digests with all their relations as they are found, each an article away from the one before."""
    chance = random.Random(seed)
    edits = dict.fromkeys(chance.sample(range(60), 20), 0)
    for _ in range(steps):
        number = chance.randrange(60)
        if number in edits and chance.random() < 0.4:
            del edits[number]
        else:
            edits[number] = chance.randrange(3)
        articles = tuple(_annotated(number, edits[number]) for number in sorted(edits))
        yield Digest(articles, relate([traits(each) for each in articles], RelateSettings()), ())
