"""Cards as pictures: the same bytes, nothing over the edge, and no character the typeface lacks."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageFont

from generator.render.cards import Card
from generator.render.lettering import GLYPHS, settable
from generator.site import drawing
from generator.site.drawing import SIZE, draw
from generator.site.typeface import Typeface
from project import ROOT

FONTS = ROOT / "site_templates" / "theme" / "assets" / "digest" / "fonts"
LONG = "Regulators weigh what comes next for the largest economy of the world and its property firms " * 3
CARDS = {
    "article": Card("Ferry fares rise in spring", "Harbour Digest", said=("Harbour Wire", "11 February 2021")),
    "story": Card("Crane falls", "Harbour Digest", said=("3 reports", "3 sources"), differs="2 differences"),
    "edition": Card("Week 13, 2021", "Harbour Digest", lines=(LONG, "Short", LONG), said=("29 March", "2 articles")),
    "site": Card("Harbour Digest", lines=(LONG,)),
    "site whose name cannot be set": Card(""),
    "long": Card(LONG.strip()[:300], LONG[:300], said=(LONG[:300], LONG[:300]), differs="12 differences"),
    "one long word": Card("Elektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 5, "Łódź", said=("Łódź",)),
}


def picture(card: Card) -> Image.Image:
    return Image.open(io.BytesIO(draw(card, FONTS)))


def test_every_character_that_is_said_to_have_a_glyph_has_one():
    for name, signs in GLYPHS.items():
        font = ImageFont.truetype(str(FONTS / f"{name}-normal.woff2"), 40, layout_engine=ImageFont.Layout.BASIC)
        missing = bytes(font.getmask("\ue123"))
        assert [sign for sign in sorted(signs) if bytes(font.getmask(sign)) == missing] == []


@pytest.mark.parametrize("kind", CARDS)
def test_a_card_is_a_small_picture_of_the_size_that_is_announced(kind):
    made = picture(CARDS[kind])
    assert (made.size, made.mode, made.format) == (SIZE, "P", "PNG")
    assert SIZE == (1200, 630)
    assert len(draw(CARDS[kind], FONTS)) < 32_000


@pytest.mark.parametrize("kind", CARDS)
def test_nothing_is_drawn_over_the_edge(kind):
    made = picture(CARDS[kind])
    left, top, right, bottom = made.getbbox()
    assert left >= 60
    assert top >= 40
    assert right <= 1140
    assert bottom <= 600


def test_the_same_card_is_the_same_bytes_whatever_was_drawn_before():
    alone = {}
    for kind, card in CARDS.items():
        drawing._faces.cache_clear()
        alone[kind] = draw(card, FONTS)
    drawing._faces.cache_clear()
    assert {kind: draw(CARDS[kind], FONTS) for kind in reversed(CARDS)} == alone


def test_whatever_is_on_a_card_can_be_seen():
    full = CARDS["story"]
    for less in (
        Card("", full.site, said=full.said, differs=full.differs),
        Card(full.title, "", said=full.said, differs=full.differs),
        Card(full.title, full.site, said=full.said[:1], differs=full.differs),
        Card(full.title, full.site, said=full.said),
    ):
        assert ImageChops.difference(picture(full).convert("RGB"), picture(less).convert("RGB")).getbbox()


@pytest.fixture(scope="module")
def face() -> Typeface:
    return Typeface(FONTS, 54, 650)


@settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet="abc dñ\u0141W… -", max_size=120), most=st.integers(1, 4))
def test_a_text_is_in_few_lines_of_which_none_is_too_wide(text, most):
    face = Typeface(FONTS, 54, 650)
    line = settable(text)
    lines = face.lines(line, 500, most)
    assert len(lines) <= most
    assert all(face.width(each) <= 500 for each in lines)
    said, whole = "".join(lines).replace(" ", ""), line.replace(" ", "")
    assert said == whole or (lines[-1].endswith("…") and whole.startswith("".join(lines[:-1]).replace(" ", "")))


def test_lines_are_about_as_long_as_each_other(face):
    one, two = face.lines("Central bank sends the company back to payments", 1040, 4)
    assert abs(face.width(one) - face.width(two)) < 400


def test_a_word_is_broken_only_where_it_is_longer_than_a_line(face):
    assert face.has_room("Ferry fares rise", 1040, 1)
    assert not face.has_room("f" * 200, 1040, 9)
    assert face.lines("Ferry " + "f" * 60, 1000, 4)[0] == "Ferry"


def test_what_does_not_fit_is_cut_at_a_word(face):
    assert face.cut("Ferry fares rise in spring", 500) == "Ferry fares rise…"
    assert face.cut("Ferry", 500) == "Ferry"
