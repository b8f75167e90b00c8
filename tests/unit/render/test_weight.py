"""What a page may weigh: an article of 900 words with all marks, in a story of three reports that differ."""

import gzip
import random
from pathlib import Path

import pytest
from lxml import html

from project import built, make_project

_LIMIT = 25_000
"""Bytes of HTML as hosts send it (gzip, level 6)."""


def _words(text: str) -> list[str]:
    return text.split()


_PEOPLE = ("Ada Keeper", "Bo Digger", "Cleo Harding", "Daniel Mercer", "Edith Olsen", "Frank Waters")
_PLACES = ("Northport", "Elm Valley", "Port Ada", "Millbrook", "Stonebridge")
_FIRMS = ("Harbour Ferries Ltd", "Island Shipping Inc", "Northport Bank", "Keeper & Sons Ltd")
_WHO = _words("""
fishermen islanders shopkeepers engineers passengers farmers teachers lawyers sailors pilots residents bakers
nurses surveyors inspectors carpenters students visitors councillors drivers
""")
_DID = _words("""
questioned praised measured repaired counted painted refused examined borrowed inherited defended described
forgot remembered compared promised abandoned recorded replaced welcomed
""")
_WHAT = _words("""
timetable lighthouse breakwater crane warehouse regatta bakery tunnel bridge orchard library archive chapel
meadow staircase telescope harvest museum railway lantern bell anchor contract survey ledger
""")
_HOW = _words("""
old narrow wooden generous quiet expensive forgotten northern crooked modern temporary famous hollow private
slippery ancient silver shallow honest empty
""")
_WHEN = _words("""
January February March April May June July August September October November December
""")
_SHARED = (
    (
        "The harbour board of Northport raised the fares of the night ferry by {share}% on Monday, after a winter "
        "without a single full boat."
    ),
    "Ada Keeper, who leads the harbour board, said that {piers} new piers would be built for ${cost} million.",
    "The mayor of Northport {mind} the rise of the fares at a meeting of the harbour board on Monday.",
    "The night ferry carried {people},000 passengers last year, as the report of the harbour board says.",
)
_VERSIONS = (
    {"share": 4, "piers": "two", "cost": 4.5, "mind": "supported", "people": 51},
    {"share": 7, "piers": "three", "cost": 6, "mind": "opposed", "people": 51},
    {"share": 4, "piers": "two", "cost": 4.5, "mind": "supported", "people": 48},
)


def _sentence(chance: random.Random) -> str:
    who, other, did, more, what, thing, third = (
        *chance.sample(_WHO, 2),
        *chance.sample(_DID, 2),
        *chance.sample(_WHAT, 3),
    )
    how, what_like = chance.sample(_HOW, 2)
    month, person, place, firm = (
        chance.choice(_WHEN),
        chance.choice(_PEOPLE),
        chance.choice(_PLACES),
        chance.choice(_FIRMS),
    )
    money, share, day = chance.randint(2, 900), chance.randint(3, 96), chance.randint(1, 28)
    return chance.choice(
        (
            f"On {day} {month} the {who} of {place} {did} the {how} {what}, which the {other} had {more}.",
            f"“We {did} the {what_like} {what} and nobody {more} the {thing},” said {person} in {place}.",
            f"{firm} paid ${money} million for a {how} {what}, and {share} per cent of the {other} {did} the {thing}.",
            f"The [{what_like} {what}](https://{what}.example/{thing}) beside the {third} was {did} by {money} {who}.",
            f"{person} {did} the {how} {what} of {firm}, though {other} {more} every {thing} near the {third}.",
        )
    )


def _report(number: int) -> str:
    """900 words, of which the sentences about one event are in the other reports, too, as far as these agree."""
    chance = random.Random(number)
    paragraphs = [" ".join(one.format(**_VERSIONS[number]) for one in _SHARED)]
    while (missing := 900 - len(" ".join(paragraphs).split())) > 0:
        if len(paragraphs) % 4 == 3:
            paragraphs.append(f"## The {chance.choice(_HOW)} {chance.choice(_WHAT)}")
        sentences = " ".join(_sentence(chance) for _ in range(4))
        paragraphs.append(" ".join(sentences.split()[:missing]))
    return "\n\n".join(paragraphs)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The published pages of three reports of one event."""
    seeds = {
        f"{number}.md": f"---\ntitle: Night ferry becomes dearer, {word} report\ndate: 2021-04-0{number + 1}\n"
        f"source: {word.title()} Post\n---\n\n{_report(number)}\n"
        for number, word in enumerate(("first", "second", "third"))
    }
    config = make_project(tmp_path_factory.mktemp("weight"), seeds)
    assert built(config).problems == ()
    return sorted(config.site_dir.glob("articles/2021/04/*/index.html"))


def test_an_article_of_900_words_with_all_marks_weighs_no_more_than_a_page_may(pages: list[Path]) -> None:
    assert len(pages) == 3
    for page in pages:
        assert len(gzip.compress(page.read_bytes(), 6, mtime=0)) <= _LIMIT


def test_what_is_weighed_has_every_kind_of_mark(pages: list[Path]) -> None:
    for page in pages:
        text = html.fromstring(page.read_bytes()).find_class("text")[0]
        marks = ("key", "keyword", "name", "figure", "quote", "given", "against", "short", "mark-lists")
        assert [mark for mark in marks if not text.find_class(mark)] == []
        assert len(text.text_content().split()) >= 900
