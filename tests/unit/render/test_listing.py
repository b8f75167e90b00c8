"""What other pages quote of an article."""

from articles import annotated
from generator.render.texts import sentence_text


def quoted(text: str) -> str:
    each = annotated(text)
    return sentence_text(each, each.annotations.sentences[0])


def test_a_sentence_is_quoted_whole() -> None:
    assert quoted("The ferry sails at noon.") == "The ferry sails at noon."


def test_a_sentence_as_long_as_an_article_is_cut_at_a_word() -> None:
    text = quoted("word " * 10_000)
    assert len(text) <= 600
    assert text.endswith("word…")


def test_one_word_as_long_as_an_article_is_cut() -> None:
    assert len(quoted("a" * 10_000)) <= 600
