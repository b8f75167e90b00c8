"""Pictures that links to pages are shown with: which pages have one, what stands on it, and when it is drawn again."""

from collections.abc import Iterator

import pytest
from crane import COLLATIONS, WIRE, storied
from harbour import HOSTILE, VERSIONS, P, article, sample, site
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from pool import collations_of, walk

from generator.config import SiteConfig
from generator.model import Digest
from generator.render import addresses
from generator.render.cards import Card, cards
from generator.render.index import index
from generator.render.lettering import GLYPHS, settable
from generator.render.pages import recipes

KNOWN = frozenset().union(*GLYPHS.values())


def drawn(digest: Digest, config: SiteConfig | None = None) -> dict[str, Card]:
    """The cards of a digest by the paths of their files."""
    return {each.path: each.content() for each in cards(index(digest, config or site(), collations_of(digest)))}


def titled(title: str, **values: str) -> tuple[str, Card | None]:
    """The address of an article with that title, and its card."""
    digest = replace_articles(sample(), article("a", [(P, "Nothing happened")], title=title, **values))
    made = index(digest, site())
    address = made.entries["a"].address
    return address, drawn(digest).get(f"{address}/card.png")


def replace_articles(digest: Digest, *articles) -> Digest:
    """The digest with no other articles than these."""
    relations = replace(digest.relations, topics=(), copies=(), stories=(), related={}, near=())
    return replace(digest, articles=articles, relations=relations)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("Ferry fares rise", "Ferry fares rise", id="plain"),
        pytest.param("Łódź, Kraków – “więcej”…", "Łódź, Kraków – “więcej”…", id="letters of both files"),
        pytest.param("Cafe\u0301", "Café", id="an accent that has a letter of its own"),
        pytest.param("A\u202fB\u00a0C\u2009D", "A B C D", id="narrow spaces"),
        pytest.param("non\u2011breaking", "non-breaking", id="a hyphen of another kind"),
        pytest.param("Ferry 🎉 runs ⛴️ again", "Ferry runs again", id="emoji are left out"),
        pytest.param("sold \u200bout\u00ad", "sold out", id="what is not seen is left out"),
        pytest.param("🎉", "", id="nothing but emoji"),
        pytest.param("– … –", "", id="no letter"),
        pytest.param("蚂蚁集团", "", id="Chinese"),
        pytest.param("Ant Group 蚂蚁", "", id="some Chinese"),
        pytest.param("Паром", "", id="Cyrillic"),
        pytest.param("رافعة في الميناء", "", id="Arabic"),
        pytest.param("שלום", "", id="Hebrew"),
        pytest.param("x\u0327\u0301", "", id="an accent that has none"),
        pytest.param("٣", "", id="digits of another script"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_a_text_is_set_as_it_can_be_or_not_at_all(text, wanted):
    assert settable(text) == wanted


@given(st.text())
def test_whatever_is_set_has_a_glyph(text):
    assert KNOWN.issuperset(settable(text))
    assert settable(settable(text)) == settable(text)


def test_articles_stories_and_editions_have_one_and_the_site_has_one_for_all_others():
    made = index(storied(), site(), COLLATIONS)
    pages = {recipe.address: recipe.view().head for recipe in recipes(made, VERSIONS)}
    paths = [each.path for each in cards(made)]
    assert len(set(paths)) == len(paths)
    own = {address for address, head in pages.items() if head.card != addresses.CARD}
    assert {address.partition("/")[0] for address in own} == {"articles", "stories", "editions"}
    assert not own & {addresses.STORIES, addresses.EDITIONS}
    assert {head.card for head in pages.values()} == set(paths)


@pytest.mark.parametrize(
    "config",
    [pytest.param(site(""), id="without an address"), pytest.param(site(cards=False), id="where they are not wanted")],
)
def test_there_are_none(config):
    made = index(sample(), config)
    assert list(cards(made)) == []
    assert {recipe.view().head.card for recipe in recipes(made, VERSIONS)} == {""}


def test_the_card_of_an_article_has_its_headline_source_and_day():
    _, card = titled("Ferry fares rise", date="2021-02-11")
    assert card == Card("Ferry fares rise", "Harbour Digest", said=("Harbour Wire", "11 February 2021"))


def test_what_cannot_be_set_is_left_out():
    assert titled("Ferry 🎉", source="Порт")[1] == Card("Ferry", "Harbour Digest")


def test_a_source_that_nobody_knows_is_not_named():
    assert titled("Ferry", source="unknown")[1].said == ()


@pytest.mark.parametrize("title", ["蚂蚁集团", "Паром", "رافعة"])
def test_a_page_whose_title_cannot_be_set_shows_the_card_of_the_site(title):
    address, card = titled(title)
    assert card is None
    digest = replace_articles(sample(), article("a", [(P, "Nothing happened")], title=title))
    heads = {recipe.address: recipe.view().head for recipe in recipes(index(digest, site()), VERSIONS)}
    assert heads[address].card == addresses.CARD


def test_hostile_titles_are_text():
    assert HOSTILE in titled(HOSTILE)[1].title


def test_a_title_that_goes_on_and_on_is_cut_before_it_is_measured():
    assert len(titled("word " * 100_000)[1].title) < 400


def test_the_card_of_a_story_counts_reports_sources_and_differences():
    made = index(storied(), site(), COLLATIONS)
    (card,) = [each.content() for each in cards(made) if each.path.startswith("stories/")]
    assert card.title == "Crane falls into the harbour"
    assert card.said == ("3 reports and 1 copy", "3 sources")
    assert card.differs == f"{made.stories.differing[WIRE]} differences"


def test_the_card_of_an_edition_has_its_first_headlines_and_days():
    made = {each.path: each.content() for each in cards(index(storied(), site(), COLLATIONS))}
    card = made["editions/2021-w13/card.png"]
    assert card.title == "Week 13, 2021"
    assert card.lines == ("Crane falls into the harbour",)
    assert card.said[0] == "29 March 2021 to 4 April 2021"


def met_again(digests: Iterator[Digest]) -> Iterator[bool]:
    """For every card whose key there was before, whether the card is the same as then."""
    before: dict[tuple[str, bytes], Card] = {}
    for digest in digests:
        for each in cards(index(digest, site(), collations_of(digest))):
            card = each.content()
            known = before.setdefault((each.path, each.key), card)
            if known is not card:
                yield known == card


def test_cards_of_one_key_are_the_same_whatever_else_changes():
    met = list(met_again(walk(3, 80)))
    assert all(met)
    assert len(met) > 500


def test_another_article_leaves_the_cards_of_all_others_as_they_are():
    one, two = (article(name, [(P, "Nothing happened")], title=name, date="2021-02-11") for name in ("One", "Two"))
    alone, both = (
        {each.path: each.key for each in cards(index(replace_articles(sample(), *some), site()))}
        for some in ((one,), (one, two))
    )
    assert {path for path in alone if alone[path] != both[path]} == {"editions/2021-w06/card.png"}
