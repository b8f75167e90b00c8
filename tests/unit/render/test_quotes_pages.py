"""Quotes by speaker, and what topics are quoted with."""

import pytest
from harbour import P, article, site, views_of
from test_views import digest, topic

from generator.model import NameKind
from generator.render.index import index
from generator.render.quotes_view import quotes_recipes, spoken

PAGES_OF_LEE = ("quotes/lee-a", "quotes/lee-b", "quotes/lee-c")


def said(name, *quotes, date="", speaker="Bo Digger", description="", keyword="Bo Digger"):
    """An article in which somebody says something, and is a keyword and a name."""
    text = " ".join(f"“{words},” said {speaker or 'somebody'}." for words in quotes)
    return article(
        name,
        [(P, text.rstrip("."))],
        date=date,
        keywords={keyword: 0.5} if keyword in text else {},
        names={speaker: NameKind.PERSON} if speaker else {},
        quotes=[(f"“{words},”", speaker, description) for words in quotes],
    )


def ways_in(*articles, topics=(), **settings):
    return index(digest(*articles, topics=topics), site(**settings))


def pages(*articles, topics=(), **settings):
    known = ways_in(*articles, topics=topics, **settings)
    return {view.address: view for view in views_of(quotes_recipes(known))}


def words_on(view):
    return {speaker.name.text: [one.words.text for one in speaker.spoken] for speaker in view.speakers}


def test_words_lead_to_their_sentence_with_who_says_them_and_where():
    (view,) = pages(said("a", "No more boats", description="an engineer", date="2021-02-03")).values()
    (one,) = view.speakers[0].spoken
    assert one.words.text == "No more boats"
    assert one.words.href.endswith(".md#s-a0000000")
    assert (one.description.text, one.article.source.text, one.article.date.iso) == (
        "an engineer",
        "Harbour Wire",
        "2021-02-03",
    )


def test_a_speaker_whose_name_is_a_topic_goes_by_it():
    one, two = said("a", "First"), said("b", "Second")
    (view,) = pages(one, two, topics=[topic("bo digger", one, two, word="Bo Digger")]).values()
    (speaker,) = view.speakers
    assert speaker.name.href == "../topics/bo-digger.md"
    assert words_on(view) == {"Bo Digger": ["First", "Second"]}


def test_forms_that_are_one_topic_are_one_speaker():
    one = said("a", "First", speaker="Digger", keyword="Digger")
    two = said("b", "Second")
    both = topic("bo digger", two, word="Bo Digger")
    mentions = (*topic("x", one, word="Digger").mentions, *both.mentions)
    view = pages(one, two, topics=[type(both)(both.key, both.name, None, (), mentions)])["quotes/index"]
    assert words_on(view) == {"Bo Digger": ["First", "Second"]}


def test_a_name_beside_the_topic_of_another_stays_apart():
    one, two = said("a", "First"), said("b", "Second")
    known = ways_in(one, two, topics=[topic("bo digger", one, word="Bo Digger")])
    assert [(speaker.topic, speaker.address[:18]) for speaker in known.speakers.ordered] == [
        ("bo digger", "quotes/bo-digger"),
        ("", "quotes/bo-digger--"),
    ]


def test_speakers_come_by_name():
    articles = [said("a", "One"), said("b", "Two", "Three", speaker="Zoe Lee"), said("c", "Four", speaker="Ada Keeper")]
    assert list(words_on(pages(*articles)["quotes/index"])) == ["Ada Keeper", "Bo Digger", "Zoe Lee"]


def test_quotes_of_nobody_are_counted_and_not_listed():
    (view,) = pages(said("a", "Known"), said("b", "Unknown", "Unheard", speaker="")).values()
    assert words_on(view) == {"Bo Digger": ["Known"]}
    assert view.lead == (
        "1 quote of 1 speaker, by name.",
        "2 quotes whose speaker the text does not name are not listed.",
    )


def test_the_same_words_are_listed_once_with_all_that_have_them():
    articles = [
        said("a", "No more boats", date="2021-02-03"),
        said("b", "No more boats", date="2021-02-04"),
        said("c", "no more boats", date="2021-02-02"),
    ]
    (one,) = pages(*articles)["quotes/index"].speakers[0].spoken
    assert one.article.link.text == "b"
    assert [link.text for link in one.others] == ["a", "c"]


def test_a_speaker_with_more_than_a_few_has_a_page_with_all():
    views = pages(said("a", *(f"Number {number}" for number in range(1, 8))))
    assert list(views) == ["quotes/index", "quotes/bo-digger"]
    (speaker,) = views["quotes/index"].speakers
    assert (len(speaker.spoken), speaker.rest.text, speaker.rest.href) == (5, "All 7 quotes", "bo-digger.md")
    (own,) = views["quotes/bo-digger"].speakers
    assert (len(own.spoken), own.rest) == (7, None)


def test_many_quotes_go_on_on_further_pages_and_each_is_there_once():
    articles = [said(name, *(f"{name} {number}" for number in range(7)), speaker=f"Lee {name}") for name in "ABC"]
    views = pages(*articles, page_items=4)
    shown = {address: [words for said in words_on(view).values() for words in said] for address, view in views.items()}
    assert {address.split("/from/")[0] for address in shown} == {"quotes/index", "quotes", *PAGES_OF_LEE}
    few = [
        words
        for address, said in shown.items()
        if address.startswith(("quotes/index", "quotes/from/"))
        for words in said
    ]
    assert few == [f"{name} {number}" for name in "ABC" for number in range(5)]
    for address, name in zip(PAGES_OF_LEE, "ABC", strict=True):
        own = [words for place, said in shown.items() if place.startswith(address) for words in said]
        assert own == [f"{name} {number}" for number in range(7)]


def test_the_page_of_a_speaker_is_called_after_the_speaker_on_all_its_parts():
    views = pages(said("a", *(f"Number {number}" for number in range(40))), page_items=6)
    parts = [view for address, view in views.items() if address.startswith("quotes/bo-digger")]
    assert len(parts) > 2
    assert {view.title for view in parts} == {"Quotes: Bo Digger"}
    assert [bool(view.lead) for view in parts] == [True, *[False] * (len(parts) - 1)]
    assert {view.speakers[0].rest for view in parts} == {None}


@pytest.mark.parametrize("name", ["In", "Fr"])
def test_a_speaker_whose_page_is_called_as_the_list_begins_has_a_link_to_it(name):
    views = pages(said("a", *(f"Number {number}" for number in range(30)), speaker=name), page_items=2)
    lists = [view for address, view in views.items() if address.startswith(("quotes/index", "quotes/from/"))]
    assert len(lists) > 1
    assert all(view.speakers[0].rest for view in lists)


def test_a_topic_has_its_own_words_and_a_link_to_the_rest():
    each = said("a", *(f"Number {number}" for number in range(6)))
    known = ways_in(each, topics=[topic("bo digger", each, word="Bo Digger"), topic("said", each, word="Bo Digger")])
    group = spoken(known, "topics/bo-digger", "bo digger")
    assert group
    assert [one.words.text for one in group.spoken] == [f"Number {number}" for number in range(5)]
    assert group.rest.href == "../quotes/bo-digger.md"
    assert spoken(known, "topics/said", "said") is None


def test_a_long_quote_is_cut_at_a_word():
    (view,) = pages(said("a", "boat " * 200)).values()
    words = view.speakers[0].spoken[0].words.text
    assert len(words) <= 320
    assert words.endswith("boat…")


def test_without_quotes_the_page_says_so():
    (view,) = pages(article("a", [(P, "Nothing")])).values()
    assert view.lead == ("No article quotes anybody by name yet.",)
    assert view.speakers == ()
