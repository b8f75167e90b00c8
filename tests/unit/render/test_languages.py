"""Tags, names and directions of languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.languages import direction, locale_of, name, tag


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("en", "", "ltr", id="English"),
        pytest.param("ar", "", "rtl", id="Arabic"),
        pytest.param("az-Arab", "", "rtl", id="a language in another script"),
        pytest.param("und", "12 شركة", "rtl", id="unknown, from its first letter"),
        pytest.param("und", "12 company", "ltr", id="unknown, Latin letters"),
        pytest.param("und", "12", "ltr", id="unknown, no letters"),
    ],
)
def test_direction(language, text, expected):
    assert direction(language, text) == expected


@pytest.mark.parametrize(
    ("language", "reader", "expected"),
    [
        pytest.param("pt", "en", "Portuguese", id="Portuguese to an Englishman"),
        pytest.param("pt-BR", "de", "Portugiesisch", id="Brazilian to a German"),
        pytest.param("und", "en", "", id="unknown"),
        pytest.param("qqq", "en", "qqq", id="without a name"),
    ],
)
def test_name(language, reader, expected):
    assert name(language, reader) == expected


@given(st.text())
def test_any_text_is_a_language_or_none(text):
    assert direction(text, text) in {"ltr", "rtl"}
    assert locale_of(text)
    assert isinstance(name(text, text), str)
    assert tag(text) in {"", text}
    assert not set(tag(text)) & set("\"<>'& ")
