from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotate.key_sentences import find_key_sentences, stands_alone, term_weights
from generator.model import Keyword, Span


def keyword(text: str, score: float) -> Keyword:
    return Keyword(text, score, "digest", (Span(0, len(text)),))


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Northport has ordered a study of the lighthouse.", id="a name at the start"),
        pytest.param("The board of Northport has ordered a study.", id="a name says which"),
        pytest.param("The government has ordered a study of all lighthouses.", id="there is only one"),
        pytest.param("This year two lighthouses will close.", id="a time"),
        pytest.param("At the end of this week a lighthouse will close.", id="a time inside"),
        pytest.param("Ann Lee said she would keep the lighthouse.", id="a pronoun for somebody named"),
        pytest.param("Britain’s “oldest lighthouse” is to close.", id="a whole quotation inside"),
        pytest.param("Theatres will open in May.", id="a word that begins like a pronoun"),
        pytest.param("Buttermilk and oranges have become dearer.", id="a word that begins like a connective"),
        pytest.param("It-girls of the twenties have come back.", id="a compound of a pronoun"),
    ],
)
def test_a_sentence_that_needs_no_other_stands_alone(sentence):
    assert stands_alone(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("But Northport wants to keep the lighthouse.", id="joined to the one before"),
        pytest.param("As a result, Northport keeps the lighthouse.", id="joined by several words"),
        pytest.param("He wants to keep the lighthouse.", id="a pronoun"),
        pytest.param("It’s a lighthouse of Northport.", id="a pronoun and a verb"),
        pytest.param("Her plan was to keep the lighthouse.", id="a possessive"),
        pytest.param("This lighthouse is the last of Northport.", id="a demonstrative"),
        pytest.param("When it closes, Northport will be dark.", id="a pronoun in the first clause"),
        pytest.param("Of these, Northport has the oldest.", id="a demonstrative behind a preposition"),
        pytest.param("Both want to keep the lighthouse.", id="both"),
        pytest.param("With two boats in port, they left Northport.", id="a pronoun behind the first clause"),
        pytest.param("The lighthouse will close, she said.", id="said by somebody"),
        pytest.param("The lighthouse of Northport will close, said he.", id="said by somebody, turned round"),
        pytest.param("Northport closed this lighthouse first.", id="a demonstrative inside"),
        pytest.param("Lawyers for the pair came to Northport.", id="the pair"),
        pytest.param("The old lighthouse was closed after a storm.", id="what has been spoken of"),
        pytest.param("The 34-year-old came from Northport.", id="somebody by age"),
        pytest.param("According to the study, Northport is growing.", id="a source that has been named"),
        pytest.param('Northport said: "We will listen.', id="straight marks that do not close"),
        pytest.param("“We will listen,” said Northport.", id="speech"),
        pytest.param("Ela quer o farol de Northport.", id="Portuguese"),
        pytest.param("Cependant, le phare de Northport ferme.", id="French"),
        pytest.param("Er will den Leuchtturm behalten.", id="German"),
    ],
)
def test_a_sentence_that_takes_something_up_does_not_stand_alone(sentence):
    assert not stands_alone(sentence)


def test_the_first_sentence_takes_nothing_up_by_an_article():
    sentence = "The old lighthouse was closed after a storm."
    assert stands_alone(sentence, is_first=True)
    assert not stands_alone("He closed the old lighthouse.", is_first=True)


def test_words_of_a_keyword_weigh_what_the_best_of_its_keywords_does():
    counts = Counter({"lighthous": 2, "stone": 2, "storm": 2})
    weights = term_weights(counts, (keyword("stone lighthouse", 1.0), keyword("stone", 0.5)), "en")
    assert weights["lighthous"] == weights["stone"] == pytest.approx(weights["storm"] + 1)


def test_of_words_of_no_keyword_the_more_frequent_weighs_more():
    weights = term_weights(Counter({"storm": 3, "rain": 1}), (), "en")
    assert weights["storm"] > weights["rain"] > 0


def test_only_words_of_the_article_have_a_weight():
    assert term_weights(Counter(), (keyword("old lighthouse", 1.0),), "en") == {}


WEIGHTS = (
    {"lighthouse": 1.0, "northport": 0.9, "storm": 0.8}
    | dict.fromkeys("abcdefghijkl", 0.1)
    | dict.fromkeys("mnop", 0.0)
)


@pytest.mark.parametrize(
    ("sentences", "top", "expected"),
    [
        pytest.param(["abcd", "abcd"], 2, (0, 1), id="of two alike the earlier first"),
        pytest.param([("a", "b", "c", "d"), ("a", "b", "lighthouse", "storm")], 1, (1,), id="the most telling"),
        pytest.param(
            [("a", "b", "lighthouse", "storm"), ("c", "d", "lighthouse", "storm"), ("a", "e", "f", "northport")],
            2,
            (0, 2),
            id="what is told counts no more",
        ),
        pytest.param(["abc", "abcd"], 2, (1,), id="too short"),
        pytest.param([(), "abcd", ()], 3, (1,), id="none that stands alone"),
        pytest.param(["abcd", "efgh"], 0, (), id="none wanted"),
        pytest.param([], 3, (), id="none there"),
        pytest.param(["abcdmnop", "abcd"], 1, (1,), id="length has its price"),
    ],
)
def test_key_sentences_cover_the_telling_words(sentences, top, expected):
    assert find_key_sentences([tuple(each) for each in sentences], WEIGHTS, top) == expected


def test_a_sentence_of_very_many_words_is_not_short():
    many = tuple(f"w{number}" for number in range(60))
    assert find_key_sentences([many, tuple("abcd")], WEIGHTS | dict.fromkeys(many, 1.0), 2) == (1,)


@given(st.text() | st.text('"“”‘’ aB.,\nHe this The said '), st.booleans())
def test_any_sentence_stands_alone_or_does_not(sentence, is_first):
    assert stands_alone(sentence, is_first=is_first) in (True, False)


@given(st.lists(st.lists(st.sampled_from("abcdefghijkl"), max_size=12, unique=True)), st.integers(0, 5))
def test_any_sentences_have_at_most_so_many_key_sentences_each_once(sentences, top):
    found = find_key_sentences([tuple(each) for each in sentences], WEIGHTS, top)
    assert len(found) == len(set(found)) <= top
    assert all(len(sentences[index]) >= 4 for index in found)
