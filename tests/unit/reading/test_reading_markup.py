import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Inline, InlineKind, Span
from generator.reading.characters import harmless
from generator.reading.cuts import Origins, origin
from generator.reading.markup import scan

PIECES = st.sampled_from(
    [
        *("<em>", "</em>", "<b>", "</b>", "<a href='https://x.example/'>", "</a>", "<p>", "<li>", "<br/>", "<script>"),
        *("</script>", "<!--", "-->", "<SRD>", "a < b", "&amp;", "&lt;", "&nope;", "&#x202e;", "&#0;", "- ", "1. "),
        *("2. ", "> ", "\n", "\r\n", " ", "\x00", "\u202e", "\ufeff", "\ud800", "wörd", "The end."),
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES).map("".join))


@pytest.mark.parametrize(
    ("given_text", "text"),
    [
        pytest.param("Plain text, a < b & c > d.", "Plain text, a < b & c > d.", id="nothing to cut"),
        pytest.param("The <em>Daily </em>said", "The Daily said", id="inline tag"),
        pytest.param("Oil <SRD> to form <unit>", "Oil <SRD> to form <unit>", id="brackets that are no tags"),
        pytest.param("a <b and c> d", "a <b and c> d", id="words after the name of a tag"),
        pytest.param('<a title="x > y" href="https://x.example/">z</a>', "z", id="angle bracket in an attribute"),
        pytest.param("Tom &amp; Ann &lt;b&gt;", "Tom & Ann <b>", id="entities are not read twice"),
        pytest.param("AT&T; &nope; & so on", "AT&T; &nope; & so on", id="what only looks like an entity"),
        pytest.param("a<script>alert(1)</script>b", "ab", id="script with its content"),
        pytest.param("a<script>alert(1)", "aalert(1)", id="script that never ends"),
        pytest.param("a<!-- note -->b <!-- c", "ab  c", id="comments"),
        pytest.param("a\x00b\u202ec\ufeffd\ud800e\ufffef", "abcdef", id="characters nobody sees"),
        pytest.param("a&#x202e;b&#8;c", "abc", id="the same as entities"),
        pytest.param("- one\n- two", "one\ntwo", id="bullets"),
        pytest.param("1. one\n2. two", "one\ntwo", id="numbers of a list"),
        pytest.param("28. December\n30. December", "28. December\n30. December", id="numbers of no list"),
        pytest.param("> one\n> two", "one\ntwo", id="quotation"),
        pytest.param("> 500 people came", "> 500 people came", id="more than"),
    ],
)
def test_text_is_what_a_reader_sees(given_text, text):
    assert scan(given_text).text == text


def test_inline_tags_become_structure():
    scanned = scan(
        'A <b>bold <i>and</i></b> <a href="https://x.example/?a=1&amp;b=2">link</a>, <a href="javascript:x">none</a>.'
    )
    assert scanned.text == "A bold and link, none."
    assert sorted(scanned.inlines, key=lambda inline: inline.span) == [
        Inline(InlineKind.STRONG, Span(2, 10)),
        Inline(InlineKind.EMPHASIS, Span(7, 10)),
        Inline(InlineKind.LINK, Span(11, 15), "https://x.example/?a=1&b=2"),
    ]


def test_a_place_leads_back_to_the_given_text():
    given_text = "<p>A &amp; <em>B</em>"
    scanned = scan(given_text)
    assert scanned.text == "A & B"
    places = [origin(scanned.cuts, place) for place in range(len(scanned.text))]
    assert [given_text[place] for place in places] == list("A & B")
    assert places == [3, 4, 5, 10, 15]


@given(TEXTS)
def test_given_text_without_its_cuts_is_the_text(given_text):
    scanned = scan(given_text)
    origins = Origins(scanned.cuts)
    assert len(given_text) == len(scanned.text) + sum(cut.length for cut in scanned.cuts)
    for place, char in enumerate(scanned.text):
        there = origins.start(place)
        assert there == origin(scanned.cuts, place)
        assert origins.end(place + 1) == there + 1
        entity = re.match(r"&[^;&\s]{1,40};", given_text[max(0, there - 1) :])
        assert (
            given_text[there] == char
            or (given_text[there] == "&" and char in html.unescape(given_text[there : there + 40]))
            or entity
        )


@given(TEXTS)
def test_harmless_text_without_markup_stays_as_it_is(given_text):
    plain = re.sub(r"[<>&*•‣◦▪●\d-]", "", harmless(given_text))
    assert scan(plain).text == plain
    assert scan(plain).cuts == ()
