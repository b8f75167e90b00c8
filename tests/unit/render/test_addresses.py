"""Addresses are readable, stay the same, and are never shared."""

import posixpath
import re

import pytest
from harbour import P, article
from hypothesis import assume, given
from hypothesis import strategies as st
from slugify import slugify

from generator.model import Sentence, Span
from generator.render import addresses
from generator.render.addresses import (
    article_address,
    month_address,
    part_address,
    published,
    relative,
    sentence_anchor,
    source_address,
    source_key,
    topic_address,
)

NAMES = st.one_of(
    st.text(), st.text("aA1 -+é", max_size=6), st.sampled_from(["index", "from", "2", "c", "c++", "C", "c--"])
)


@pytest.mark.parametrize(
    ("date", "title", "expected"),
    [
        pytest.param("2020-12-28", "A second day", r"articles/2020/12/a-second-day-\w{5}", id="a day"),
        pytest.param("2020-12", "A second day", r"articles/2020/12/a-second-day-\w{5}", id="a month"),
        pytest.param("2020-12-28T08:30:00+08:00", "A", r"articles/2020/12/a-\w{5}", id="a moment"),
        pytest.param("2020", "A second day", r"articles/undated/a-second-day-\w{5}", id="a year only"),
        pytest.param("", "A second day", r"articles/undated/a-second-day-\w{5}", id="no date"),
        pytest.param("2020-99-01", "A", r"articles/undated/a-\w{5}", id="no such month"),
        pytest.param("2020-12-28", "Der Fähre fehlt’s", r"articles/2020/12/der-fahre-fehlts-\w{5}", id="accents"),
        pytest.param("2020-12-28", "渡船", r"articles/2020/12/du-chuan-\w{5}", id="another script"),
        pytest.param("2020-12-28", "⛴️ !", r"articles/2020/12/\w{5}", id="no letters"),
        pytest.param(
            "2020-12-28", "word " * 40, r"articles/2020/12/(word-){12}\w{5}", id="a long title, cut at a word"
        ),
        pytest.param("2020-12-28", "../../etc/passwd", r"articles/2020/12/etc-passwd-\w{5}", id="a path"),
    ],
)
def test_article(date, title, expected):
    assert re.fullmatch(expected, article_address(article("a", [(P, "x")], date=date, title=title).article))


def test_an_articles_address_is_of_that_article_alone():
    one, other = (article(name, [(P, "x")], title="Same").article for name in ("a", "b"))
    assert article_address(one) != article_address(other)
    assert article_address(one) == "articles/undated/same-zklyc"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        pytest.param(topic_address("ant group"), "topics/ant-group", id="a topic"),
        pytest.param(topic_address("c"), "topics/c", id="a short topic"),
        pytest.param(topic_address("c++"), "topics/c--z3nrx", id="a topic whose slug is another's"),
        pytest.param(topic_address("index"), "topics/index--dpaew", id="a topic called as the list is"),
        pytest.param(
            topic_address("from"), "topics/from--owcxu", id="a topic called as the folder of the list's parts is"
        ),
        pytest.param(topic_address("2020"), "topics/2020", id="a topic that is a number"),
        pytest.param(source_address("Wire Desk"), "sources/wire-desk", id="a source"),
        pytest.param(source_address("wire-desk"), "sources/wire-desk", id="a source called by its folder"),
        pytest.param(source_address("Zürich"), "sources/zurich--eaprb", id="a source whose slug is another's"),
        pytest.param(month_address("2020-12"), "archive/2020/12", id="a month"),
        pytest.param(month_address(""), "archive/undated", id="no month"),
        pytest.param(part_address("topics/a", "Bo Lee", "b"), "topics/a/from/bo-lee-hyr6q", id="a part"),
        pytest.param(
            part_address("topics/index", "Bo Lee", "b"), "topics/from/bo-lee-hyr6q", id="a part of the list itself"
        ),
        pytest.param(
            part_address("topics/a", "⛴", "b"), "topics/a/from/hyr6q", id="a part that begins without letters"
        ),
        pytest.param(published("index"), "", id="published: the front page"),
        pytest.param(published("topics/index"), "topics/", id="published: a list"),
        pytest.param(published("topics/foo-index"), "topics/foo-index/", id="published: no list"),
    ],
)
def test_address(address, expected):
    assert address == expected


@given(NAMES, NAMES)
def test_two_topics_have_two_addresses(one, other):
    assume(one != other)
    assert topic_address(one) != topic_address(other)


@given(NAMES, NAMES)
def test_two_sources_have_two_addresses_unless_they_are_spellings_of_one(one, other):
    assert (source_address(one) == source_address(other)) == (source_key(one) == source_key(other))


@pytest.mark.parametrize("address", [topic_address, source_address])
@given(name=NAMES)
def test_an_address_is_two_plain_words(address, name):
    assert re.fullmatch(r"(topics|sources)/[a-z0-9]+(-{1,2}[a-z0-9]+)*", address(name))
    assert address(name).split("/")[1] not in {"index", "from"}
    assert len(address(name)) < 80


@given(
    st.sampled_from(["index", "a/index", "a/b", "a/b/c", "d/b"]), st.sampled_from(["index", "a/index", "a/b", "d/e/f"])
)
def test_a_relative_link_leads_from_one_file_to_the_other(here, there):
    link = relative(here, there)
    assert posixpath.normpath(posixpath.join(posixpath.dirname(f"{here}.md"), link)) == f"{there}.md"
    assert relative(here, there, "s-a") == ("#s-a" if here == there else f"{link}#s-a")


@given(st.text())
def test_an_anchor_needs_no_escaping(name):
    assert re.fullmatch(r"s-[A-Za-z0-9-]*", sentence_anchor(Sentence(name, Span(0, 1), 0)))


def test_pages_of_the_digest_itself_do_not_meet():
    own = [addresses.FRONT, addresses.ABOUT, addresses.REPORT, addresses.ARCHIVE, addresses.TOPICS, addresses.SOURCES]
    assert len({published(each) for each in own}) == len(own)


@pytest.mark.parametrize("name", ["a", "0", "ant group", "42 boats", "index", "from", "a b c", "x" * 60, "x" * 61])
def test_plain_names_have_the_address_that_a_slug_makes(name):
    plain = slugify(name, max_length=60, word_boundary=True)
    assert topic_address(name).removeprefix("topics/").partition("--")[0] == plain
