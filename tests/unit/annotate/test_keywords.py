import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotate.keywords import find_keywords
from generator.config import KeywordSettings

DIGEST = KeywordSettings(method="digest")
NEWS = (
    "Northport studies its old lighthouse\n"
    "The harbour board of Northport ordered a study of the old lighthouse on Monday. Jack Ma came to see it. "
    "Engineers of the harbour board found cracks in the lighthouse tower last winter, and the harbour boards of "
    "Southport met. Jack Ma said the lighthouse towers would stand. Repairs cost 2 million crowns."
)


def texts(text: str, language: str = "en", settings: KeywordSettings = DIGEST) -> list[str]:
    return [keyword.text for keyword in find_keywords(text, language, settings)]


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
