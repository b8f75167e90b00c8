"""A story made by hand: four reports of one event, one of them a copy, with their collation."""

from harbour import HOSTILE, P, article, sample
from msgspec.structs import replace

from generator.model import (
    Annotated,
    Collation,
    Copy,
    CopyKind,
    Difference,
    DifferenceKind,
    Digest,
    Fact,
    Passage,
    Place,
    Span,
    Story,
)

WIRE, POST, NOTES, SHEET = "wire/crane", "post/crane", "notes/crane", "sheet/crane"
IDS = (WIRE, POST, SHEET, NOTES)
"""By date."""


def reports() -> tuple[Annotated, ...]:
    """The reports, in the order of the story."""
    told = [
        (P, "*A crane fell into the harbour on Saturday morning and blocked the north channel. Nobody was hurt"),
        (P, "*The crane had lost 12 of its bolts, the harbour board says. Two ferries were turned away"),
        (P, "The board will pay for the ferries"),
    ]
    wire = article(WIRE, told, title="Crane falls into the harbour", date="2021-04-03T08:00:00+00:00")
    post = article(
        POST,
        [
            (P, "*A crane fell into the harbour on Saturday morning and blocked the south channel. No one was hurt"),
            (P, "Its bolts, of which 20 were missing, had been looked at in May"),
            (P, f"{HOSTILE}. The ferries will pay the board"),
        ],
        title="Channel blocked by fallen crane",
        source="Morning Post",
        date="2021-04-03T18:00:00+00:00",
    )
    sheet = article(SHEET, told, title="Crane falls into the harbour", source="<b>Source</b>", date="2021-04-04")
    notes = article(
        NOTES,
        [(P, "*سقطت رافعة في الميناء صباح السبت. وصلت رافعة أخرى لرفعها")],
        title="رافعة في الميناء",
        source="Harbour Notes",
        language="ar",
        date="2021-04",
    )
    return wire, post, sheet, notes


def passage(article_: int, sentence: int, words: str) -> Passage:
    """The words of a sentence of one of the reports."""
    each = reports()[article_]
    span = each.annotations.sentences[sentence].span
    start = each.article.text.index(words, span.start, span.end)
    return Passage(Place(article_, sentence), Span(start, start + len(words)))


def collation() -> Collation:
    """What the reports have in common, and where they differ."""
    rows = (
        ((0, 0), (1, 0), (2, 0), (3, 0)),
        ((0, 1), (1, 1), (2, 1)),
        ((0, 2), (1, 2), (2, 2)),
        ((1, 3),),
        ((0, 3), (2, 3)),
        ((0, 4), (1, 4), (2, 4)),
        ((3, 1),),
    )
    kinds = DifferenceKind
    return Collation(
        articles=IDS,
        facts=tuple(Fact(tuple(Place(*place) for place in row)) for row in rows),
        matches=(),
        differences=(
            Difference(
                kinds.NAME, 0.91, False, "“north” is not “south”.", passage(0, 0, "north"), passage(1, 0, "south")
            ),
            Difference(kinds.FIGURE, 0.97, True, "12 is not 20.", passage(0, 2, "12"), passage(1, 2, "20")),
            Difference(
                kinds.MEANING,
                1.0,
                False,
                "The roles are exchanged.",
                passage(0, 4, "The board"),
                passage(1, 4, "The ferries"),
            ),
        ),
        doubts=(
            Difference(
                kinds.POLARITY, 0.3, False, "“Nobody” and “no one”.", passage(0, 1, "Nobody"), passage(1, 1, "No one")
            ),
        ),
        copies=(),
    )


def storied() -> Digest:
    """The small digest with the reports."""
    digest, made = sample(), reports()
    relations = replace(
        digest.relations,
        copies=(*digest.relations.copies, (SHEET, WIRE)),
        stories=(Story(WIRE, IDS),),
        near=(Copy(SHEET, WIRE, CopyKind.EXACT, 1.0), Copy("wire/ferry", "post/ferry-fares", CopyKind.NEAR, 0.874)),
    )
    articles = tuple(sorted((*digest.articles, *made), key=lambda each: each.article.id))
    return replace(digest, articles=articles, relations=relations)


COLLATIONS = {WIRE: collation()}
