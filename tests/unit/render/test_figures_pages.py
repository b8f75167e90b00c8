"""The pages of figures."""

import pytest
from harbour import H, P, article, site, views_of
from test_views import digest, topic

from generator.render.figures_view import figures_recipes
from generator.render.index import index


def pages(*articles, topics=(), **settings):
    known = index(digest(*articles, topics=topics), site(**settings))
    return {view.address: view for view in views_of(figures_recipes(known))}


def with_figures(name, text, *figures, **values):
    return article(name, [(P, text)], figures=figures, **values)


def groups(view):
    return [(group.title, [line.figure.text for line in group.lines]) for group in view.groups]


def test_figures_stand_with_their_kind_the_largest_first():
    each = with_figures(
        "a",
        "$5 then $7 million, €6, 3 km, 40 boats and 12 per cent of fares",
        ("$5", "5", "USD", ""),
        ("$7 million", "7000000", "USD", ""),
        ("€6", "6", "EUR", ""),
        ("3 km", "3", "km", ""),
        ("40 boats", "40", "", "boats"),
        ("12 per cent", "0.12", "share", "of fares"),
    )
    (view,) = pages(each).values()
    assert groups(view) == [
        ("US dollars", ["$7 million", "$5"]),
        ("Euros", ["€6"]),
        ("Percentages and shares", ["12 per cent"]),
        ("Counts", ["40 boats"]),
        ("Kilometres", ["3 km"]),
    ]
    assert [line.what for group in view.groups for line in group.lines] == ["", "", "", "of fares", "", ""]


@pytest.mark.parametrize(
    ("figure", "is_listed"),
    [
        pytest.param(("2020", "2020", "date", ""), False, id="a date"),
        pytest.param(("two", "2", "", ""), False, id="a small count of nothing"),
        pytest.param(("two boats", "2", "", "boats"), True, id="a small count of something"),
        pytest.param(("51,000", "51000", "", ""), True, id="a large count of nothing"),
        pytest.param(("$1", "1", "USD", ""), True, id="a small sum"),
    ],
)
def test_what_says_nothing_by_itself_is_left_out_and_counted(figure, is_listed):
    (view,) = pages(with_figures("a", "Here: 2020 two boats 51,000 $1", figure)).values()
    assert sum(len(group.lines) for group in view.groups) == int(is_listed)
    assert any(line.startswith("1 other is left out: dates") for line in view.lead) == (not is_listed)


def test_a_figure_in_a_heading_has_no_sentence_and_is_left_out():
    each = article("a", [(H, "All of $9"), (P, "Nothing")], figures=[("$9", "9", "USD", "")])
    (view,) = pages(each).values()
    assert view.groups == ()


def test_a_figure_leads_to_its_sentence_in_which_it_is_marked():
    each = with_figures("a", "First. The boat costs $9 now", ("$9", "9", "USD", ""), date="2021-02-03")
    line = pages(each)["figures/index"].groups[0].lines[0]
    assert line.figure.href.endswith(".md#s-a0000001")
    assert [(piece.text, piece.named) for piece in line.pieces] == [
        ("The boat costs ", False),
        ("$9", True),
        (" now.", False),
    ]
    assert (line.value, line.article.date.iso) == ("9", "2021-02-03")


def test_of_a_long_sentence_the_words_around_the_figure_are_shown():
    each = with_figures("a", f"{'early ' * 100}$9 {'late ' * 100}end", ("$9", "9", "USD", ""))
    before, figure, behind = pages(each)["figures/index"].groups[0].lines[0].pieces
    assert figure.text == "$9"
    assert before.text.startswith("…early ")
    assert behind.text.endswith(" late…")
    assert len(before.text + behind.text) < 320


def test_a_figure_names_the_topics_of_its_sentence_and_no_others():
    each = with_figures(
        "a",
        "The ferry sails. The pier costs $9. The ferry waits",
        ("$9", "9", "USD", ""),
        keywords={"ferry": 0.9, "pier": 0.5, "costs": 0.4},
    )
    topics = [topic(word, each) for word in ("ferry", "pier", "costs")]
    line = pages(each, topics=topics)["figures/index"].groups[0].lines[0]
    assert [link.text for link in line.topics] == ["pier", "costs"]


def test_one_figure_in_one_sentence_of_several_articles_is_listed_once():
    texts = {"a": "It costs $9", "b": "It costs $9!", "c": "It would cost $9"}
    each = [with_figures(name, text, ("$9", "9", "USD", ""), title=f"Title {name}") for name, text in texts.items()]
    lines = pages(*each)["figures/index"].groups[0].lines
    assert [[link.text for link in line.others] for line in lines] == [["Title b"], []]


def test_a_kind_with_more_than_a_few_has_pages_with_all():
    money = [(f"${number}", str(number), "USD", "") for number in range(10, 43)]
    each = with_figures("a", " ".join(text for text, *_ in money), *money)
    views = pages(each, page_items=10)
    first, all_, *rest = views
    assert (first, all_) == ("figures/index", "figures/money-usd")
    assert rest
    assert all(address.startswith("figures/money-usd/from/") for address in rest)
    (group,) = views[first].groups
    assert (len(group.lines), group.rest.text, group.rest.href) == (10, "All 33 figures", "money-usd.md")
    assert sum(len(group.lines) for address in (all_, *rest) for group in views[address].groups) == 33
    for view in views.values():
        assert [tab.link.text for tab in view.tabs] == ["All kinds", "US dollars"]
    for address in (all_, *rest):
        assert [tab.here for tab in views[address].tabs] == [False, True]


def test_only_the_overview_says_how_many_figures_of_each_kind_there_are():
    money = [(f"${number}", str(number), "USD", "") for number in range(10, 43)]
    views = pages(with_figures("a", " ".join(text for text, *_ in money), *money), page_items=10)
    counts = {address: {tab.count for tab in view.tabs} for address, view in views.items()}
    assert counts.pop("figures/index") == {33}
    assert set.union(*counts.values()) == {0}


def test_without_figures_the_page_says_so():
    (view,) = pages(article("a", [(P, "Nothing")])).values()
    assert view.lead == ("No article states a figure yet.",)
    assert view.tabs == view.groups == ()
