import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from topics_of import topics_of

from articles import annotated, article
from generator.annotate.annotations import annotate
from generator.annotate.fragments import is_fragment, whole_phrases
from generator.annotate.subjects import find_subjects
from generator.config import AnnotateSettings, RelateSettings
from generator.model import Annotated, Copy, CopyKind, Keyword, Relations, Span
from generator.relate.relations import relate, relate_annotated
from generator.relate.traits import Traits, traits

SETTINGS = RelateSettings()

HARBOUR = (
    "The harbour board of Northport ordered a study of the old lighthouse on Monday. "
    "Engineers found cracks in the lighthouse tower last winter, the harbour board said."
)
FISHERMEN = (
    "Fishermen in Northport want the lighthouse kept. "
    "The harbour board will hear them before it decides on the lighthouse tower."
)
ORCHARD = "Growers expect the largest apple harvest in ten years. Frost spared the orchards this spring."


def keyword(text: str, *spans: tuple[int, int], score: float = 1.0) -> Keyword:
    return Keyword(text, score, "yake", tuple(Span(*span) for span in spans))


def with_keywords(id_: str, text: str, *phrases: str) -> Annotated:
    """An article whose keywords are the phrases, wherever they stand."""
    made = article(text, id=id_)
    annotations = annotate(made, AnnotateSettings())
    keywords = tuple(keyword(text[(at := text.index(each)) : at + len(each)], (at, at + len(each))) for each in phrases)
    subjects = find_subjects(text, keywords, annotations.names, "en")
    return Annotated(made, msgspec.structs.replace(annotations, keywords=keywords, subjects=subjects))


def dated(id_: str, text: str, date: str) -> Traits:
    """The traits of an article that was published then."""
    return msgspec.structs.replace(traits(annotated(text, id=id_)), date=date)


def found(texts: dict[str, str]) -> Relations:
    return relate_annotated([annotated(text, id=id_) for id_, text in texts.items()], SETTINGS)


class TestCopies:
    def test_the_same_words_are_a_copy_whatever_their_case_spacing_and_punctuation(self) -> None:
        texts = {"a": "Rain, at last.", "b": "RAIN\nat last", "c": "Rain at first."}
        assert found(texts).copies == (("a", "b"),)

    def test_articles_without_words_are_no_copies_of_each_other(self) -> None:
        assert found({"a": "?", "b": "!"}).copies == ()

    def test_nearly_the_same_words_are_a_near_copy(self) -> None:
        relations = found({"a": HARBOUR, "b": HARBOUR.replace("ordered", "had asked for"), "c": FISHERMEN})
        assert relations.copies == (("a", "b"),)
        (copy,) = relations.near
        assert (copy.id, copy.of, copy.kind) == ("b", "a", CopyKind.NEAR)
        assert 0.6 < copy.shared < 1

    def test_an_exact_copy_shares_all(self) -> None:
        assert found({"b": HARBOUR, "a": HARBOUR.upper()}).near == (Copy("b", "a", CopyKind.EXACT, 1.0),)

    def test_the_earliest_is_the_first_of_its_group(self) -> None:
        relations = relate([dated("a", HARBOUR, "2020-03-02"), dated("b", HARBOUR, "2020-03-01")], SETTINGS)
        assert relations.copies == (("a", "b"),)
        assert [(each.id, each.of) for each in relations.near] == [("a", "b")]

    def test_of_two_short_texts_that_are_alike_none_is_a_copy(self) -> None:
        assert found({"a": "Rain fell on the harbour at last.", "b": "Rain fell on the harbour at first."}).copies == ()

    def test_a_near_copy_counts_once(self) -> None:
        related = found({"a": HARBOUR, "b": f"{HARBOUR} So it did.", "c": FISHERMEN}).related
        assert [each.id for each in related["c"]] == ["a"]
        assert [each.id for each in related["b"]] == ["c"]


class TestTopics:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            pytest.param("antitrust", "Anti-trust", id="hyphen and case"),
            pytest.param("share buyback", "share buybacks", id="plural"),
            pytest.param("car maker", "carmaker", id="one word or two"),
            pytest.param("drop-goal", "drop goals", id="hyphen and plural"),
        ],
    )
    def test_spellings_are_one_topic(self, one: str, other: str) -> None:
        articles = [with_keywords("a", f"of the {one}.", one), with_keywords("b", f"of the {other}.", other)]
        ((topic,), _) = topics_of(articles)
        assert {topic.name, *(variant.text for variant in topic.variants)} == {one, other}
        assert [mention.article for mention in topic.mentions] == ["a", "b"]

    def test_a_keyword_of_one_article_is_no_topic(self) -> None:
        assert topics_of([with_keywords("a", "the lighthouse", "lighthouse")]) == ((), ())

    def test_copies_count_as_one_article(self) -> None:
        articles = [with_keywords(id_, "the lighthouse", "lighthouse") for id_ in ("a", "b")]
        assert len(topics_of(articles)[0]) == 1
        assert relate([traits(each) for each in articles], SETTINGS).topics == ()

    def test_the_name_is_the_spelling_most_articles_use(self) -> None:
        uses = [("a", "buyback"), ("b", "buybacks"), ("c", "buybacks")]
        ((topic,), _) = topics_of([with_keywords(id_, f"of {text} now", text) for id_, text in uses])
        assert topic.name == "buybacks"
        assert [variant.text for variant in topic.variants] == ["buyback"]


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        pytest.param("Orchard Growers", "The Orchard Growers met.", False, id="a whole name"),
        pytest.param("share buyback", "A share buyback began.", False, id="plain words"),
        pytest.param("Bank of Northport", "The Bank of Northport paid.", False, id="a name with a stop word inside"),
        pytest.param("Growers led", "The Growers led the talks.", True, id="a name and a verb"),
        pytest.param("continue to grow", "They continue to grow.", True, id="a stop word between plain words"),
        pytest.param("harvest grew", "The harvest grew.", True, id="a verb form"),
        pytest.param("Orchard Growers", "The National Orchard Growers met.", True, id="a name cut at its beginning"),
        pytest.param("National Orchard", "The National Orchard Growers met.", True, id="a name cut at its end"),
        pytest.param(
            "State Orchard", "The State Orchard for Apple Growers.", True, id="a name cut before a small word"
        ),
        pytest.param("Apple Growers", "The State Orchard for Apple Growers.", True, id="a name cut after a small word"),
        pytest.param("Growers", "But Growers met.", False, id="a sentence's first word is no part of a name"),
        pytest.param("the", "the end", True, id="a stop word"),
        pytest.param("2020", "in 2020", True, id="a number"),
        pytest.param("unfair", "It was unfair.", True, id="an adjective"),
        pytest.param("capable", "They were capable.", True, id="an adjective in -le"),
        pytest.param("toll", "It was a toll.", False, id="a noun"),
        pytest.param("order", "It was an order.", False, id="a noun with an adjective in -ly"),
        pytest.param("Chinese growers", "Many Chinese growers came.", False, id="an adjective of nation and a noun"),
        pytest.param("reconsider", "They may reconsider the toll.", True, id="a verb"),
        pytest.param("of apples", "of apples", True, id="a stop word at the beginning"),
    ],
)
def test_fragments_are_told_from_whole_phrases(phrase: str, text: str, expected: bool) -> None:  # noqa: FBT001
    at = text.index(phrase)
    assert is_fragment(keyword(phrase, (at, at + len(phrase))), text, "en") is expected


def test_a_part_of_a_longer_keyword_names_no_topic() -> None:
    text = "The harbour board met. The harbour board left the harbour."
    keywords = [keyword("harbour", (4, 11), (27, 34), (50, 57)), keyword("harbour board", (4, 17), (27, 40))]
    assert [each.text for each in whole_phrases(keywords, text, "en")] == ["harbour board"]


class TestRelated:
    def test_articles_on_one_subject_are_related_and_others_not(self) -> None:
        related = found({"a": HARBOUR, "b": FISHERMEN, "c": ORCHARD}).related
        assert [each.id for each in related["a"]] == ["b"]
        assert [each.id for each in related["b"]] == ["a"]
        assert related["c"] == ()

    def test_the_reason_names_the_closest_sentences_and_their_rarest_words(self) -> None:
        (related,) = found({"a": HARBOUR, "b": FISHERMEN, "c": ORCHARD}).related["a"]
        assert related.closest is not None
        assert "lighthous" in related.closest.shared

    def test_of_copies_only_the_first_is_related_to_others(self) -> None:
        related = found({"a": HARBOUR, "b": HARBOUR.upper(), "c": FISHERMEN}).related
        assert [each.id for each in related["c"]] == ["a"]
        assert [each.id for each in related["b"]] == ["c"]

    def test_no_article_has_more_than_wanted(self) -> None:
        texts = {str(number): f"The harbour board ordered a study. Number {number}." for number in range(9)}
        made = [traits(annotated(text, id=id_)) for id_, text in texts.items()]
        related = relate(made, RelateSettings(related=3)).related
        assert {len(each) for each in related.values()} == {3}

    def test_similarity_is_at_most_one(self) -> None:
        short = "The harbour board ordered a study."
        related = found({"a": short, "b": f"{short} It was."}).related
        assert related["a"]
        assert all(0 < each.score <= 1 for found_ in related.values() for each in found_)


def test_nothing_is_related_to_nothing() -> None:
    assert relate([], SETTINGS) == Relations((), (), {})


@given(st.lists(st.text(alphabet="ab cZ’-.é中", max_size=60), max_size=6))
def test_any_articles_can_be_related(texts: list[str]) -> None:
    relations = found({str(number): text for number, text in enumerate(texts)})
    assert relations.related.keys() == {str(number) for number in range(len(texts))}
    for id_, related in relations.related.items():
        assert id_ not in {each.id for each in related}
