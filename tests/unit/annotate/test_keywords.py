import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotate.keywords import find_keywords
from generator.config import KeywordSettings
from generator.text import frequencies

DIGEST = KeywordSettings(method="digest")
NEWS = (
    "Northport studies its old lighthouse\n"
    "The harbour board of Northport ordered a study of the old lighthouse on Monday. Jack Ma came to see it. "
    "Engineers of the harbour board found cracks in the lighthouse tower last winter, and the harbour boards of "
    "Southport met. Jack Ma said the lighthouse towers would stand. Repairs cost 2 million crowns."
)


def texts(text: str, language: str = "en", settings: KeywordSettings = DIGEST) -> list[str]:
    return [keyword.text for keyword in find_keywords(text, language, settings)]


@pytest.mark.parametrize("language", ["en", "pt", "zh"])
def test_frequencies_of_words_are_those_of_wordfreq(language):
    from wordfreq import get_frequency_dict

    assert frequencies(language) == get_frequency_dict(language, "small")


def test_a_language_without_a_table_has_no_frequencies():
    assert frequencies("eo") == {}


@pytest.mark.parametrize("phrase", ["harbour board", "lighthouse tower", "Jack Ma"])
def test_whole_phrases_are_found(phrase):
    assert phrase in texts(NEWS)


@pytest.mark.parametrize("fragment", ["harbour", "board", "Jack", "tower", "Monday", "million", "2 million"])
def test_a_part_of_a_better_keyword_is_no_other_and_a_fragment_is_none(fragment):
    assert fragment not in texts(NEWS)


def test_singular_and_plural_are_one_keyword_with_the_places_of_both():
    (found,) = (each for each in find_keywords(NEWS, "en", DIGEST) if each.text == "harbour board")
    assert [NEWS[span.start : span.end] for span in found.spans] == ["harbour board", "harbour board", "harbour boards"]


def test_a_keyword_says_what_carried_it():
    first = find_keywords(NEWS, "en", DIGEST)[0]
    assert first.why
    assert [gain for _, gain in first.why] == sorted((gain for _, gain in first.why), reverse=True)


def test_the_reference_method_gives_no_reasons():
    assert not find_keywords(NEWS, "en", KeywordSettings(method="yake"))[0].why


@given(st.text(), st.sampled_from(["en", "fr", "pt-BR", "zh", "ja", "xx", ""]), st.integers(0, 4), st.integers(0, 5))
def test_any_text_has_keywords_that_stand_where_they_say(text, language, longest, top):
    found = find_keywords(text, language, KeywordSettings(method="digest", longest=longest, top=top))
    assert len(found) <= top
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    for keyword in found:
        assert 0 <= keyword.score <= 1
        assert keyword.text in {text[span.start : span.end] for span in keyword.spans}
        ends = [0, *(span.end for span in keyword.spans)]
        assert all(end <= span.start for end, span in zip(ends, keyword.spans, strict=False))


@pytest.mark.parametrize("unit", ["word ", "http://a ", "Mr. ", "a-", "a'", "x ", "&#", "\n", "é", "1 "])
def test_time_grows_with_the_length_only(unit):
    start = time.process_time()
    find_keywords((unit * 200_000)[:200_000], "en", DIGEST)
    assert time.process_time() - start < 60


def phrases(text: str, language: str = "en") -> set[str]:
    """Every phrase of the text that may be a keyword."""
    return set(texts(text, language, KeywordSettings(method="digest", top=200)))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "Shops opened early on Lantern Makers' Day in town.", "Lantern Makers' Day", id="plural possessive"
        ),
        pytest.param("Sales rose at the Lanterns’ Day festival.", "Lanterns’ Day", id="curly apostrophe"),
        pytest.param("The mayor of New Harbour met them.", "New Harbour", id="begins with a word of stop lists"),
        pytest.param("The harbour of Port Ann. The mayor of Port Ann and Port met.", "Port Ann", id="mostly whole"),
    ],
)
def test_names_stay_whole(text, name):
    found = phrases(text)
    assert name in found
    assert not set(name.split()) & found


def test_a_short_form_that_mostly_stands_alone_may_be_a_keyword_beside_the_name():
    assert "Quill" in phrases(
        "Quill spoke. The board of Quill met Quill, and it was Quill who wrote it. So Ann Quill left."
    )


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        pytest.param("The men were questioned in the harbour.", "questioned", id="participle"),
        pytest.param("They like the genius' Quill.", "genius' Quill", id="end of a quotation"),
        pytest.param("It was increasingly a matter of the harbour.", "increasingly", id="adverb"),
        pytest.param("The harbour was new and old.", "new", id="adjective of stop lists"),
    ],
)
def test_words_that_only_lead_are_no_keywords(text, left_out):
    assert left_out not in phrases(text)


@pytest.mark.parametrize("noun", ["family", "monopoly", "seed", "hatred"])
def test_nouns_that_look_like_them_may_be(noun):
    assert noun in phrases(f"The {noun} of the harbour.")


def test_what_holds_for_all_phrases_of_an_article_is_no_reason():
    reasons = {name for keyword in find_keywords(NEWS, "en", DIGEST) for name, _ in keyword.why}
    assert reasons
    assert not {name for name in reasons if "the article" in name}
