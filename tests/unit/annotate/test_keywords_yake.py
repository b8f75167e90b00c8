import json
import os
import time
from pathlib import Path

import pytest
import yake
from hypothesis import example, given, settings
from hypothesis import strategies as st
from yake.data.utils import pre_filter, tokenize_sentences

from generator.annotate.places import Places
from generator.annotate.tokens import tokenized_sentences
from generator.annotate.yake_method import yake_keywords
from generator.model import Span
from generator.text import stop_words

DATA = Path(os.environ.get("DIGEST_DATA") or Path(__file__).parents[4] / "shared") / "data/keywords"
WORDS = [
    "harbour", "Harbour", "board", "boards", "NATO", "of", "the", "The", "a", "I", "x2", "1,200", "3.5", "co-op",
    "e-mail", "Ann's", "don't", "U.S.", "Mr.", "(see", "there)", "end.", "Why?", '"No,"', "...", "a.b@c.de",
    "http://a.bc/d?e", "&amp;", "'90s", "abc,;", "noon", "nnon", "Ελλάς", "İzmir", "\n", "\r", "\t", "fish-\r", "-",
    "—", "tower’s", "rock 'n' roll", "a..",
]  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))


def reference(text: str, language: str, longest: int = 3, top: int = 20) -> list[tuple[str, float]]:
    extractor = yake.KeywordExtractor(lan=language, n=longest, top=top, stopwords=set(stop_words(language)))
    return [(phrase, float(score)) for phrase, score in extractor.extract_keywords(text)]


@pytest.mark.parametrize("name", ["500N-KPCrowd", "DUC2001", "110-PT-BN-KP", "WikiNews-FR"])
def test_keywords_and_scores_of_news_are_those_of_yake(name):
    file = DATA / f"{name}.jsonl"
    if not file.is_file():
        pytest.skip(f"no data: {file.name} is not there; name its folder in DIGEST_DATA")
    for line in file.read_text(encoding="utf-8").split("\n")[:80]:
        if line:
            row = json.loads(line)
            mine = yake_keywords(row["text"], stop_words(row["lang"]), 3, 20)
            assert mine == reference(row["text"], row["lang"]), row["id"]


@settings(deadline=None)
@given(TEXTS, st.integers(1, 4), st.integers(1, 30))
def test_keywords_and_scores_of_any_text_are_those_of_yake(text, longest, top):
    assert yake_keywords(text, stop_words("en"), longest, top) == reference(text, "en", longest, top)


@settings(deadline=None)
@given(TEXTS)
@example("He said: a.. b..")
@example("See http://x y@z.example and http://a.example/b, ann@b.example.")
def test_tokens_of_any_text_are_those_of_segtok(text):
    assert tokenized_sentences(text) == tokenize_sentences(pre_filter(text.replace("\n", " ")))


@pytest.mark.parametrize(
    "unit",
    ["http://a ", "Mr. ", "A. ", "a@a.", "a, ", "( ", "a-", "&#", "word ", "x1 "],
)
def test_time_grows_with_the_length_only(unit):
    start = time.process_time()
    yake_keywords((unit * 200_000)[:200_000], stop_words("en"), 3, 20)
    assert time.process_time() - start < 60


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        pytest.param("old tower", "The Old\n tower, old towers", [(4, 14)], id="any case and blank, whole words"),
        pytest.param("co-op", "a co-op, co op", [(2, 7)], id="with its hyphen"),
        pytest.param("no no", "no no no no no", [(0, 5), (6, 11)], id="apart"),
        pytest.param("...", "...", [], id="marks alone are nowhere"),
        pytest.param("a", "", [], id="nowhere in nothing"),
    ],
)
def test_a_phrase_stands_at_every_place(phrase, text, expected):
    assert Places(text).of(phrase) == tuple(Span(*each) for each in expected)
