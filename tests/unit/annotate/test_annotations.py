import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import article
from generator.annotate.annotations import annotate
from generator.annotate.key_sentences import stands_alone
from generator.config import AnnotateSettings, KeywordSettings
from generator.model import Block, BlockKind, Span
from generator.text import topic_key

SETTINGS = AnnotateSettings()
NEWS = (
    "The harbour board of Northport ordered a study of the old lighthouse on Monday. "
    "Engineers of the harbour board found cracks in the lighthouse tower last winter.\n"
    "Repairs to the lighthouse would cost 2 million crowns, the harbour board said. "
    "It rained. "
    "Northport’s fishermen want the lighthouse kept, and the harbour board has promised to listen to the fishermen."
)


def test_keywords_stand_where_their_spans_say() -> None:
    annotations = annotate(article(NEWS), SETTINGS)
    assert annotations.keywords
    for keyword in annotations.keywords:
        for span in keyword.spans:
            assert topic_key(NEWS[span.start : span.end]) == topic_key(keyword.text)


def test_the_keyword_of_the_news_is_found_at_every_place() -> None:
    found = {keyword.text.casefold(): keyword for keyword in annotate(article(NEWS), SETTINGS).keywords}
    assert len(found["lighthouse"].spans if "lighthouse" in found else found["harbour board"].spans) >= 3


def test_the_best_keyword_has_score_one_and_none_has_more() -> None:
    scores = [keyword.score for keyword in annotate(article(NEWS), SETTINGS).keywords]
    assert scores[0] == 1
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("top", [0, 1, 5])
def test_there_are_no_more_keywords_than_wanted(top: int) -> None:
    settings = AnnotateSettings(keywords=KeywordSettings(top=top))
    assert len(annotate(article(NEWS), settings).keywords) <= top


def test_three_key_sentences_are_ranked_and_long_enough_to_stand_alone() -> None:
    sentences = annotate(article(NEWS), SETTINGS).sentences
    key = {each.key: NEWS[each.span.start : each.span.end] for each in sentences if each.key}
    assert sorted(key) == [1, 2, 3]
    assert "It rained." not in key.values()
    assert key[1].startswith("The harbour board of Northport ordered")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("The board met.", True, id="plain"),
        pytest.param("Northport will “listen”, it said.", True, id="a whole quotation inside"),
        pytest.param("“We will listen.”", False, id="speech"),
        pytest.param("The board said: “We will listen.", False, id="speech that goes on"),
    ],
)
def test_only_sentences_that_stand_alone_are_key(sentence: str, expected: bool) -> None:  # noqa: FBT001
    assert stands_alone(sentence) is expected


def test_boilerplate_has_no_part_in_any_annotation() -> None:
    extra = "\nSubscribe to the submarine newsletter."
    plain, longer = article(NEWS), article(NEWS + extra)
    blocks = (*longer.blocks[:-1], Block(BlockKind.BOILERPLATE, longer.blocks[-1].span))
    assert annotate(msgspec.structs.replace(longer, blocks=blocks), SETTINGS) == annotate(plain, SETTINGS)


def test_reading_time_is_at_least_a_minute() -> None:
    assert annotate(article("Short."), SETTINGS).minutes == 1


def test_reading_time_follows_the_speed_that_is_set() -> None:
    assert annotate(article("word " * 1000), AnnotateSettings(words_per_minute=100)).minutes == 10


def test_a_title_counts_as_content() -> None:
    terms = {term.text for term in annotate(article(NEWS, title="Submarines"), SETTINGS).terms}
    assert "submarin" in terms


@given(st.text(), st.text(), st.sampled_from(["en", "pt", "zh", "ar", "und"]))
def test_any_text_can_be_annotated_twice_with_the_same_result(text: str, title: str, language: str) -> None:
    made = article(text, title=title, language=language)
    annotations = annotate(made, SETTINGS)
    assert annotations == annotate(made, SETTINGS)
    for keyword in annotations.keywords:
        assert keyword.spans
        assert all(0 <= span.start < span.end <= len(text) for span in keyword.spans)
    assert len(annotations.sentence_terms) == len(annotations.sentences)


def test_an_empty_text_has_no_annotations() -> None:
    annotations = annotate(msgspec.structs.replace(article(""), title="x"), SETTINGS)
    assert annotations.sentences == ()
    assert annotations.keywords == ()
    assert annotations.words == 0


def test_spans_count_in_the_whole_text() -> None:
    made = article(f"Opening words here.\n{NEWS}")
    first = annotate(made, SETTINGS).sentences[0]
    assert first.span == Span(0, 19)


def test_the_sentence_under_a_picture_is_no_key_sentence() -> None:
    made = article("The harbour board of Northport looks at the old lighthouse tower.\n" + NEWS)
    blocks = (Block(BlockKind.CAPTION, made.blocks[0].span), *made.blocks[1:])
    annotations = annotate(msgspec.structs.replace(made, blocks=blocks), SETTINGS)
    assert annotations.sentences[0].key == 0
    assert annotations.sentence_terms[0] == ()
