"""What the marks of an article say, as lists."""

import re

from harbour import P, article, sample, site
from msgspec.structs import replace
from test_views import digest

from generator.model import NameKind
from generator.render.article_view import article_view
from generator.render.index import index
from generator.render.mark_lists import mark_lists


def lists(each):
    return {one.title: one for one in mark_lists(index(digest(each), site()), each)}


def plain(html):
    return re.sub(r"<[^>]+>", "", str(html))


def test_a_keyword_says_its_score_and_where_it_stands():
    each = article("a", [(P, "A ferry. No boat. A ferry, and a ferry")], keywords={"ferry": 0.83, "boat": 0.2})
    keywords = lists(each)["Why these keywords"]
    assert [(one.text, one.said, plain(one.where)) for one in keywords.marks] == [
        ("ferry", ".83", "3 times, in sentences 1, 3"),
        ("boat", ".20", "in sentence 2"),
    ]
    assert "by yake" in keywords.about


def test_a_name_says_its_kind_and_its_other_forms():
    each = article("a", [(P, "Ada Keeper waits. Keeper sings")], names={"Ada Keeper": (NameKind.PERSON, "Keeper")})
    (name,) = lists(each)["Names in this article"].marks
    assert (name.text, name.said, plain(name.where)) == (
        "Ada Keeper",
        "person, also Keeper",
        "twice, in sentences 1, 2",
    )


def test_figures_and_quotes_say_their_value_and_their_speaker():
    each = article(
        "a",
        [(P, "“Five boats,” said Bo. “Six,” said another")],
        figures=[("Five boats", "5", "", "boats")],
        quotes=[("“Five boats,”", "Bo", "an engineer"), ("“Six,”", "", "")],
    )
    found = lists(each)
    assert [(one.text, one.said) for one in found["Figures in this article"].marks] == [("Five boats", "5 boats")]
    assert [(one.text, one.said) for one in found["Quotes in this article"].marks] == [
        ("Five boats", "Bo, an engineer"),
        ("Six", "the text does not say who"),
    ]


def test_a_name_says_what_speaks_for_its_kind():
    each = article("a", [(P, "Ada Keeper waits.")], names={"Ada Keeper": (NameKind.PERSON, "Keeper")})
    (name,) = each.annotations.names
    told = replace(name, why=("a title stands before it", "its last word stands for it"))
    (marked,) = lists(replace(each, annotations=replace(each.annotations, names=(told,))))[
        "Names in this article"
    ].marks
    assert marked.because == "since a title stands before it and its last word stands for it"


def test_of_many_sentences_the_first_are_named_and_the_rest_counted():
    each = article("a", [(P, ". ".join(["The ferry"] * 13))], keywords={"ferry": 0.5})
    (keyword,) = lists(each)["Why these keywords"].marks
    assert plain(keyword.where) == "13 times, in sentences 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 3 more"


def test_every_link_leads_to_a_sentence_of_the_page():
    known = index(sample(), site())
    for each in known.articles.values():
        view = article_view(known, each)
        for one in (mark for group in view.mark_lists for mark in group.marks):
            for anchor in re.findall(r'href="#([^"]+)"', one.where):
                assert f'id="{anchor}"' in view.body


def test_an_article_without_marks_has_no_lists():
    assert lists(article("a", [(P, "Nothing")])) == {}
