import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text import base_language, content_terms, count_words, singular, stop_words, topic_key, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Antitrust", "antitrust", id="letter case"),
        pytest.param("anti-trust", "antitrust", id="a hyphen after a prefix"),
        pytest.param("anti‑trust", "antitrust", id="a hyphen that does not break"),
        pytest.param("state-owned firm", "state owned firm", id="a hyphen between words"),
        pytest.param("share buybacks", "share buyback", id="a plural"),
        pytest.param("Companies", "company", id="a plural in -ies"),
        pytest.param("China’s", "China", id="a possessive with a curly apostrophe"),
        pytest.param("China's", "China", id="a possessive with a straight apostrophe"),
        pytest.param("Ant  Group", "Ant\nGroup", id="white space"),
        pytest.param("U.S.", "US", id="dots of initials"),
    ],
)
def test_spellings_of_one_thing_have_one_key(one: str, other: str) -> None:
    assert topic_key(one) == topic_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("regulator", "regulation", id="words of one family"),
        pytest.param("Ant Group", "Ant Financial", id="names of one bearer"),
        pytest.param("United States", "united state", id="a name that is a plural"),
    ],
)
def test_different_things_have_different_keys(one: str, other: str) -> None:
    assert topic_key(one) != topic_key(other)


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        pytest.param("taxes", "tax", id="-xes"),
        pytest.param("banks", "bank", id="-s"),
        pytest.param("crisis", "crisis", id="-is is no plural"),
        pytest.param("business", "business", id="-ss is no plural"),
        pytest.param("gas", "gas", id="a short word"),
        pytest.param("watches", "watch", id="-ches"),
    ],
)
def test_a_plural_loses_its_ending(plural: str, one: str) -> None:
    assert singular(plural) == one


@given(st.text())
def test_any_text_has_a_key_without_capitals_or_double_spaces(text: str) -> None:
    key = topic_key(text)
    assert key == key.strip()
    assert "  " not in key


@given(st.text())
def test_words_are_inside_the_text_and_in_order(text: str) -> None:
    spans = words(text)
    assert spans == sorted(spans)
    assert all(text[span.start : span.end].strip() for span in spans)


@given(st.text(), st.sampled_from(["en", "pt-BR", "zh", "und", "xx"]))
def test_any_text_has_terms(text: str, language: str) -> None:
    assert all(content_terms(text, language))


@pytest.mark.parametrize(
    ("text", "language", "terms"),
    [
        pytest.param("The regulators' fines", "en", ["regul", "fine"], id="English stems without stop words"),
        pytest.param("Os bancos centrais", "pt", ["banc", "centr"], id="Portuguese stems without stop words"),
        pytest.param("中央银行", "zh", ["中央", "央银", "银行"], id="Chinese pairs of letters"),
        pytest.param("anti-trust antitrust", "en", ["antitrust", "antitrust"], id="with and without a hyphen"),
    ],
)
def test_terms_are_content_words_in_their_basic_form(text: str, language: str, terms: list[str]) -> None:
    assert content_terms(text, language) == terms


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("", 0, id="nothing"),
        pytest.param("two words", 2, id="words with a space"),
        pytest.param("state-owned", 1, id="a compound"),
        pytest.param("中央银行", 2, id="four letters of a script without spaces"),
    ],
)
def test_words_are_counted(text: str, count: int) -> None:
    assert count_words(text) == count


@pytest.mark.parametrize("language", ["en", "pt", "fr", "cs", "nb"])
def test_every_language_has_stop_words(language: str) -> None:
    assert stop_words(language)


def test_the_base_language_has_no_region() -> None:
    assert base_language("pt-BR") == "pt"
