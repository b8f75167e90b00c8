"""What features and units are called."""

import re

import pytest

from generator.annotate.phrase_features import FEATURES
from generator.annotate.units import unit_after
from generator.model import Figure, Keyword, Span
from generator.render import glossary, words
from generator.render.language import language_of

ENGLISH = language_of("en")


@pytest.mark.parametrize("name", FEATURES)
def test_every_feature_has_words_for_readers(name):
    shown = glossary.feature(ENGLISH, name)
    assert shown != name
    assert not re.search(r", of (one word|several words)$", shown)
    assert re.match(r"(how|where|in how|that|its|the|whether) ", shown), shown


def test_a_feature_nobody_has_described_yet_goes_by_its_name():
    assert glossary.feature(ENGLISH, "moonlight, of one word") == "moonlight"


def test_a_keyword_says_once_what_carried_it():
    why = (("how often, of one word", 0.7), ("how often, of several words", 0.4), ("before and, of one word", 0.1))
    keyword = Keyword("ferry", 0.5, "digest", (Span(0, 5),), why)
    assert words.because(ENGLISH, keyword) == "how often it stands, how often “and” stands behind it"


@pytest.mark.parametrize(
    "word", ["kilometres", "feet", "tonnes", "barrels a day", "square miles", "troy ounces", "bpd"]
)
def test_units_that_are_found_have_a_heading_in_words(word):
    found = unit_after(f"5 {word}", 1, "en")
    assert found
    assert len(glossary.unit(ENGLISH, found[0].code)) > len(found[0].code)


@pytest.mark.parametrize(
    ("code", "heading"),
    [
        pytest.param("USD", "US dollars", id="a currency"),
        pytest.param("XXQ", "XXQ", id="no currency anybody knows"),
        pytest.param("", "Counts", id="a count"),
        pytest.param("share", "Percentages and shares", id="a share"),
        pytest.param("furlong", "Furlong", id="a unit without words"),
    ],
)
def test_heading_of_a_unit(code, heading):
    assert glossary.unit(ENGLISH, code) == heading


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        pytest.param("7800000000", "USD", "7,800,000,000 USD", id="money"),
        pytest.param("0.1", "share", "10%", id="ten per cent"),
        pytest.param("1", "share", "100%", id="all of it"),
        pytest.param("0.333333", "share", "33.33%", id="a third"),
        pytest.param("2020-12", "date", "2020-12", id="a date"),
        pytest.param("51000", "", "51,000", id="a count"),
        pytest.param("3.5", "km", "3.5 km", id="a measure"),
    ],
)
def test_value_of_a_figure(value, unit, shown):
    assert words.figure_value(ENGLISH, Figure("", value, unit, "", Span(0, 0))) == shown
