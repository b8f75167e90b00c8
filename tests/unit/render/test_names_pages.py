"""The lists of people, organisations and other names; the kind of a topic on its page."""

import json

from harbour import P, article, site, views_of
from test_views import digest, topic

from generator.model import NameKind, Variant, VariantReason
from generator.render.index import index
from generator.render.names_view import names_recipes
from generator.render.topic_view import topic_recipes, topics_recipes


def known(*topics_of, **settings):
    """An index of two articles and the topics `(key, kind)`."""
    words = {key: 0.5 for key, _ in topics_of}
    dates = {"a": "2021-02-03", "b": "2021-05"}
    articles = [article(name, [(P, " ".join(words))], keywords=words, date=date) for name, date in dates.items()]
    topics = [topic(key, *articles, kind=kind) for key, kind in topics_of]
    return index(digest(*articles, topics=topics), site(**settings))


def pages(*topics_of, **settings):
    return {view.address: view for view in views_of(names_recipes(known(*topics_of, **settings)))}


def test_each_kind_has_a_list_with_when_it_was_seen():
    views = pages(("Bo Digger", NameKind.PERSON), ("Ferry Ltd", NameKind.ORGANISATION), ("Pier Act", NameKind.LAW))
    assert list(views) == ["people/index", "people/organisations", "people/laws"]
    (line,) = views["people/index"].groups[0].names
    assert (line.link.text, line.link.href) == ("Bo Digger", "../topics/bo-digger--" + line.link.href[-8:])
    assert (line.count, line.seen) == ("2 articles", "3 February 2021 to May 2021")


def test_every_list_leads_to_the_others():
    views = pages(("Bo Digger", NameKind.PERSON), ("Ferry Ltd", NameKind.ORGANISATION))
    for view in views.values():
        assert [(tab.link.text, tab.count) for tab in view.tabs] == [("People", 1), ("Organisations", 1)]
    assert [tab.here for tab in views["people/organisations"].tabs] == [False, True]


def test_subjects_and_names_of_no_known_kind_are_on_none():
    views = pages(("ferry", None), ("Xyz", NameKind.NAME))
    assert list(views) == ["people/index", "people/organisations"]
    assert not any(view.groups for view in views.values())
    assert "No person is a topic yet" in views["people/index"].lead


def test_names_stand_under_their_letter_and_go_on_on_further_pages():
    names = [f"{first} {last}" for first in ("Ada", "Bo", "ann", "Cy") for last in ("Digger", "Keeper", "Lee")]
    views = pages(*((name, NameKind.PERSON) for name in names), page_items=4)
    first, *rest = (view for view in views.values() if view.address != "people/organisations")
    assert rest
    assert first.address == "people/index"
    assert all(view.address.startswith("people/from/") for view in rest)
    shown = [name.link.text for view in (first, *rest) for group in view.groups for name in group.names]
    assert shown == sorted(names, key=str.casefold)
    assert [group.title for view in (first, *rest) for group in view.groups if group.title > "A"][-1] == "C"
    assert [view.part.begins for view in rest] == [view.groups[0].names[0].link.text for view in rest]
    assert [{tab.count for tab in view.tabs} for view in (first, *rest)] == [{12, 0}, *[{0}] * len(rest)]


def test_the_list_of_topics_says_their_kinds():
    (page,) = views_of(topics_recipes(known(("Bo Digger", NameKind.PERSON), ("ferry", None))))
    assert [(each.link.text, each.kind) for group in page.groups for each in group.items] == [
        ("Bo Digger", "person"),
        ("ferry", ""),
    ]


def test_a_topic_says_what_it_is_to_people_and_to_machines():
    for kind, type_ in [
        (NameKind.PERSON, "Person"),
        (NameKind.ORGANISATION, "Organization"),
        (NameKind.PLACE, "Place"),
        (NameKind.NAME, "Thing"),
        (None, "Thing"),
    ]:
        ways_in = known(("Quay", kind))
        (page,) = views_of(topic_recipes(ways_in, ways_in.topics["Quay"]))
        assert page.kind == (kind or "")
        assert json.loads(page.head.jsonld)["about"] == {"@type": type_, "name": "Quay"}


def test_forms_of_a_name_stand_under_what_makes_them_the_same():
    each = article("a", [(P, "Ferry Ltd")], keywords={"Ferry Ltd": 0.5})
    variants = [
        Variant("Ferry", 3, VariantReason.COMPANY),
        Variant("Ferry-Ltd", 2, VariantReason.SPELLING),
        Variant("FL", 1, VariantReason.INITIALS),
        Variant("Ferry ltd", 1, VariantReason.SPELLING),
        Variant("Old Ferry", 0, VariantReason.EDITOR),
    ]
    ways_in = index(digest(each, topics=[topic("Ferry Ltd", each, variants=variants)]), site())
    (page,) = views_of(topic_recipes(ways_in, ways_in.topics["Ferry Ltd"]))
    assert [(group.why, [(row.name, row.value) for row in group.forms]) for group in page.variants] == [
        ("also written", [("Ferry-Ltd", "2 articles"), ("Ferry ltd", "1 article")]),
        ("initials", [("FL", "1 article")]),
        ("with or without its company ending", [("Ferry", "3 articles")]),
        ("by the editor’s decision", [("Old Ferry", "no article")]),
    ]
