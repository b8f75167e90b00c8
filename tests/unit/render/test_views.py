"""What pages show of the sample digest, and of articles that test one thing."""

import pytest
from harbour import P, article, mention, sample, site, views_of

from generator.model import Digest, InlineKind, Related, Relations, Topic
from generator.render.archive_view import archive_recipes
from generator.render.article_view import article_view
from generator.render.edition_view import edition_recipes, editions_recipes
from generator.render.front_view import front_recipe
from generator.render.index import index
from generator.render.list_views import source_recipes
from generator.render.texts import shortened
from generator.render.topic_view import topic_recipes, topics_recipes


def digest(*articles, topics=(), related=None) -> Digest:
    ordered = tuple(sorted(articles, key=lambda each: each.article.id))
    return Digest(ordered, Relations((), tuple(topics), related or {}), ())


def topic(key, *articles, word="", kind=None, variants=()) -> Topic:
    return Topic(key, word or key, kind, tuple(variants), tuple(mention(each, word or key) for each in articles))


def view_of(name):
    known = index(sample(), site())
    return article_view(known, known.articles[name])


def test_a_related_article_comes_with_its_reason():
    reason = view_of("wire/ferry").related[0]
    assert [link.text for link in reason.topics] == ["harbour board", "ferry company"]
    here, there = reason.closest
    assert (here.text, here.href) == (
        "Diesel costs a third more than last year, the harbour board says.",
        "#s-y0000003",
    )
    assert there.href == "../../undated/north-pier-closed-h6dqu.md#s-r0000000"
    assert reason.score == "similarity .31"


def test_a_related_article_without_a_common_sentence_has_none():
    assert view_of("wire/ferry").related[1].closest is None


def test_copies_name_each_other():
    assert [copy.article.source.text for copy in view_of("wire/ferry").copies] == ["Morning Post"]
    assert [copy.article.source.text for copy in view_of("post/ferry-fares").copies] == ["Harbour Wire"]


def test_a_keyword_leads_to_its_topic_if_it_has_one():
    chips = {chip.link.text: chip.link.href for chip in view_of("wire/ferry").keywords}
    assert chips == {
        "ferry company": "../../../topics/ferry-company.md",
        "harbour board": "../../../topics/harbour-board.md",
        "Diesel": "",
    }


def test_text_in_another_language_says_so():
    link = view_of("wire/ferry").related[1].to.link
    assert (link.lang, link.dir) == ("ar", "rtl")
    assert view_of("wire/عبّارة").head.dir == "rtl"


def test_key_sentences_lead_to_their_place_the_most_telling_first():
    short = view_of("wire/ferry").short
    assert [link.href for link in short] == ["#s-y0000000", "#s-y0000003"]
    assert all(f'id="{link.href[1:]}"' in view_of("wire/ferry").body for link in short)


def test_only_the_first_mention_of_a_topic_is_a_link():
    each, other = (article(name, [(P, "The ferry. A ferry again")], keywords={"ferry": 0.5}) for name in "ab")
    known = index(digest(each, other, topics=[topic("ferry", each, other)]), site())
    assert str(article_view(known, known.articles["a"]).body).count("topics/ferry.md") == 1


def test_a_mention_inside_a_link_of_the_article_is_passed_over():
    each = article(
        "a",
        [(P, "The ferry here. A ferry again")],
        keywords={"ferry": 0.5},
        inlines=[(InlineKind.LINK, "ferry here", "https://a.example/")],
    )
    known = index(digest(each, topics=[topic("ferry", each)]), site())
    body = str(article_view(known, each).body)
    assert body.index("https") < body.index("topics/ferry.md")
    assert "</a></span>" not in body.partition("topics/ferry.md")[2]


def test_a_topic_page_quotes_the_best_sentences_with_the_topic_marked():
    each = article("a", [(P, "One ferry. Two ferry. *Three ferry")], keywords={"ferry": 0.5}, date="2021-01-02")
    known = index(digest(each, topics=[topic("ferry", each)]), site())
    (page,) = views_of(topic_recipes(known, known.topics["ferry"]))
    quoted = page.mentioned[0].sentences
    assert [one.link.text for one in quoted] == ["One ferry.", "Three ferry."]
    assert [(piece.text, piece.named) for piece in quoted[0].pieces] == [("One ", False), ("ferry", True), (".", False)]
    assert page.first.iso == page.last.iso == "2021-01-02"


def test_neighbours_are_topics_of_the_same_articles_the_most_shared_first():
    one = article("a", [(P, "ferry pier fuel")], keywords={"ferry": 0.5, "pier": 0.4, "fuel": 0.3})
    two = article("b", [(P, "ferry fuel")], keywords={"ferry": 0.5, "fuel": 0.3})
    topics = [topic("ferry", one, two), topic("fuel", one, two), topic("pier", one)]
    known = index(digest(one, two, topics=topics), site())
    (page,) = views_of(topic_recipes(known, known.topics["ferry"]))
    assert [(each.link.text, each.shared) for each in page.neighbours] == [
        ("fuel", "2 shared articles"),
        ("pier", "1 shared article"),
    ]


def test_topics_stand_under_their_letter_and_what_has_none_comes_first():
    each = article("a", [(P, "ferry 5G Äpfel")], keywords={"ferry": 0.5, "5G": 0.4, "Äpfel": 0.3})
    topics = [
        topic("5g", each, word="5G"),
        topic("ferry", each),
        topic("äpfel", each, word="Äpfel"),
    ]
    (page,) = views_of(topics_recipes(index(digest(each, topics=topics), site())))
    assert [group.title for group in page.groups] == ["0–9 and others", "F", "Ä"]


def test_spellings_of_one_source_share_a_page_under_the_usual_one():
    named = [("a", "wire-desk"), ("b", "Wire Desk"), ("c", "Wire Desk"), ("d", "Post")]
    known = index(digest(*(article(name, [(P, "x")], source=source) for name, source in named)), site())
    assert {name: len(articles) for name, articles in known.sources.items()} == {"Post": 1, "Wire Desk": 3}
    (page,) = views_of(source_recipes(known, "Wire Desk"))
    assert page.address == "sources/wire-desk"
    assert article_view(known, known.articles["a"]).head.search.source == "Wire Desk"


def test_the_archive_puts_what_has_no_month_last():
    groups = next(archive_recipes(index(sample(), site()))).view().groups
    assert [(group.title, [(one.link.text, one.count) for one in group.items]) for group in groups] == [
        ("2021", [("March 2021", 1), ("February 2021", 2)]),
        ("Month not known", [("Month not known", 2)]),
    ]


def test_a_year_names_its_months_topics_and_sources_each_spelling_of_one_source_together():
    named = [("a", "Wire Desk"), ("b", "wire-desk"), ("c", "Post")]
    articles = [article(id_, [(P, "x")], source=source, date="2021-02-03") for id_, source in named]
    (year,) = (each for each in views_of(archive_recipes(index(digest(*articles), site()))) if each.title == "2021")
    assert [(group.title, [(one.link.text, one.count) for one in group.items]) for group in year.groups] == [
        ("Months", [("February 2021", 3)]),
        ("Sources", [("Wire Desk", 2), ("Post", 1)]),
    ]


def test_the_front_page_is_the_latest_edition_and_says_how_much_there_is():
    view = front_recipe(index(sample(), site(front_articles=2))).view()
    assert (view.week.name.text, view.week.days) == ("Week 9, 2021", "1 March 2021 to 7 March 2021")
    assert [each.date.words for each in view.week.articles] == ["1 March 2021"]
    assert view.facts == ("5 articles", "4 sources", "2 topics")
    assert [link.text for link in view.links] == ["All editions", "3 articles without a day", "All articles by month"]


def test_without_days_the_front_page_shows_the_newest_articles():
    known = index(digest(article("a", [(P, "x")]), article("b", [(P, "y")], date="2020")), site())
    view = front_recipe(known).view()
    assert (view.week, [each.link.text for each in view.articles]) == (None, ["b", "a"])
    (page,) = views_of(editions_recipes(known))
    assert (page.lead, page.editions) == ("No article names its day yet.", ())


def test_editions_lead_to_those_before_and_after():
    days = ("2020-12-28", "2021-01-03", "2021-01-04", "2021-02-01")
    known = index(digest(*(article(day, [(P, "x")], date=day) for day in days)), site())
    shown = [view for week in known.editions for view in views_of(edition_recipes(known, week))]
    assert [(view.title, len(view.week.articles)) for view in shown] == [
        ("Week 5, 2021", 1),
        ("Week 1, 2021", 1),
        ("Week 53, 2020", 2),
    ]
    assert [(view.before and view.before.href, view.after and view.after.href) for view in shown] == [
        ("2021-w01.md", None),
        ("2020-w53.md", "2021-w05.md"),
        (None, "2021-w01.md"),
    ]


def test_a_page_says_where_the_text_of_another_language_begins_and_ends():
    known = index(sample(), site())
    view = article_view(known, known.articles["wire/عبّارة"])
    assert (view.reader.lang, view.reader.dir) == ("en", "ltr")
    assert view.language == "Arabic"


@pytest.mark.parametrize(
    ("text", "short"),
    [
        pytest.param("as it is", "as it is", id="short enough"),
        pytest.param("one two three", "one two…", id="cut at a word"),
        pytest.param("one, two – three", "one, two…", id="no comma or dash at the end"),
        pytest.param("abcdefghijklmn", "abcdefghi…", id="a long word"),
    ],
)
def test_shortened(text, short):
    assert shortened(text, 10) == short


def test_of_the_topics_two_articles_share_the_most_telling_are_named_and_the_rest_counted():
    each, other = (article(id_, [(P, "A ferry")], keywords={"ferry": 1.0}) for id_ in "ab")
    keys = [f"topic {number}" for number in range(9)]
    related = {"a": (Related("b", 0.5, tuple(keys), None),), "b": ()}
    shared = digest(each, other, topics=[topic(key, each, other, word="ferry") for key in keys], related=related)
    (reason,) = article_view(index(shared, site()), each).related
    assert [link.href for link in reason.topics] == [f"../../topics/topic-{number}.md" for number in range(6)]
    assert reason.more_topics == 3
