"""Pages of stories: who says what is counted once, laid side by side, and said where it differs."""

import re

import pytest
from crane import COLLATIONS, IDS, NOTES, POST, SHEET, WIRE, collation, passage, reports, storied
from harbour import TEMPLATES, VERSIONS, P, article, sample, site, views_of
from msgspec.structs import replace
from test_render import broken, chain

from generator.collate.wording import shared_wording
from generator.model import (
    TITLE,
    Annotated,
    Collation,
    Copy,
    CopyKind,
    Difference,
    DifferenceKind,
    Digest,
    Fact,
    Passage,
    Place,
    Relations,
    Span,
    Story,
)
from generator.render.article_view import article_view
from generator.render.collated import collated
from generator.render.differences_view import differences_recipes
from generator.render.front_view import front_recipe
from generator.render.index import Index, index
from generator.render.pages import render
from generator.render.side_by_side import columns
from generator.render.stories_view import stories_recipes
from generator.render.story_view import story_view
from generator.render.timeline import timeline
from generator.search.articles import pages_of, records, searched
from generator.site.markup import make


@pytest.fixture
def known() -> Index:
    return index(storied(), site(), COLLATIONS)


def page(known: Index):
    return story_view(known, known.relations.stories[0])


def with_collation(**values: object) -> Index:
    """The story with another collation."""
    return index(storied(), site(), {WIRE: replace(collation(), **values)})


def told(count: int, dates: tuple[str, ...] = (), **values: object) -> tuple[Annotated, ...]:
    """Reports that say one thing alike and one alone."""
    return tuple(
        article(
            f"r{number:02}",
            [(P, f"The pier is closed. Only {number} says so")],
            title=f"Report {number}",
            source=f"Source {number}",
            date=dates[number] if dates else "",
            **values,
        )
        for number in range(count)
    )


def of(articles: tuple[Annotated, ...], near: tuple[Copy, ...] = ()) -> Index:
    """One story of all these articles."""
    ids = tuple(each.article.id for each in articles)
    rows = (tuple(Place(n, 0) for n in range(len(ids))), *((Place(n, 1),) for n in range(len(ids))))
    relations = Relations((), (), {}, stories=(Story(ids[0], ids),), near=near)
    made = Collation(ids, tuple(map(Fact, rows)), (), (), (), ())
    return index(Digest(articles, relations, ()), site(), {ids[0]: made})


def rendered(digest: Digest | None = None, **values: int) -> dict[str, str]:
    pages = render(digest or storied(), site(**values), TEMPLATES, VERSIONS, COLLATIONS)
    return {each.path: each.content for each in pages}


def test_copies_are_counted_once(known):
    view = page(known)
    assert view.facts[:2] == ("3 reports and 1 copy", "3 sources")
    assert [report.copy for report in view.reports] == ["", "", "copy of Harbour Wire, word for word", ""]
    assert "<b>Source</b>" not in {link.text for link in view.matrix.sources}


def test_what_most_say_leaves_out_what_somebody_contradicts(known):
    view = page(known)
    assert [(fact.sentence.text, fact.by) for fact in view.agreed] == [
        ("Nobody was hurt.", "2 of 3: Harbour Wire, Morning Post")
    ]
    assert not view.by_all


def test_what_all_say_is_said_to_be_by_all():
    view = page(of(told(3)))
    assert [(fact.sentence.text, fact.by) for fact in view.agreed] == [("The pier is closed.", "all 3")]
    assert view.by_all


def test_differences_stand_with_both_sentences_and_lead_to_their_places(known):
    first, second, third = page(known).differences
    assert [first.kind, second.kind, third.kind] == ["Name", "Figure", "Turned round"]
    marked = [[piece.text for piece in side.sentence.pieces if piece.kind == "differ"] for side in first.sides]
    assert marked == [["north"], ["south"]]
    assert [side.report.text for side in first.sides] == ["Harbour Wire", "Morning Post"]
    assert first.sides[0].sentence.link.href == ("../articles/2021/04/crane-falls-into-the-harbour-act4y.md#s-e0000000")
    (reason,) = first.because
    assert (reason.why.text, reason.confidence, first.row.href) == ("“north” is not “south”.", "confidence .91", "#f-1")


@pytest.mark.parametrize(
    ("sources", "names"),
    [
        pytest.param(("Wire", "Post"), ["Wire", "Post"], id="by their sources"),
        pytest.param(("Wire", "wire"), ["“Report 0”", "“Report 1”"], id="by their titles where all are of one source"),
        pytest.param(
            ("Wire", "Wire", "Post"), ["Wire: Report 0", "Wire: Report 1", "Post"], id="by both where some share one"
        ),
        pytest.param(
            ("unknown", "Post", "unknown"), ["“Report 0”", "Post", "“Report 2”"], id="by titles where none is known"
        ),
    ],
)
def test_reports_are_told_apart(sources, names):
    articles = told(len(sources))
    named = [
        replace(each, article=replace(each.article, source=source))
        for each, source in zip(articles, sources, strict=True)
    ]
    view = page(of(tuple(named)))
    assert [one.report.text for one in view.alone] == names
    assert list(view.columns.names) == names


def test_reports_of_an_unknown_source_have_a_column_each():
    first, second, third = told(3)
    nobody = [replace(each, article=replace(each.article, source="unknown")) for each in (first, second)]
    matrix = page(of((*nobody, third))).matrix
    assert [link.text for link in matrix.sources] == ["“Report 0”", "“Report 1”", "Source 2"]


@pytest.mark.parametrize(
    ("rows", "titled"),
    [
        pytest.param((((0, 0), (1, 0)), ((0, 1),), ((1, 1),)), "r00", id="the first of equals"),
        pytest.param((((0, 0), (1, 0)), ((1, 1), (2, 1)), ((0, 1),), ((2, 0),)), "r01", id="what is like most others"),
        pytest.param((((0, 0), (1, 0)), ((0, 1),), ((1, 1), (2, 1)), ((2, 0),)), "r01", id="whatever the order"),
        pytest.param((), "r00", id="nothing in common"),
    ],
)
def test_a_story_has_the_title_of_the_report_most_like_the_others(rows, titled):
    articles = told(3)
    ids = tuple(each.article.id for each in articles)
    facts = tuple(Fact(tuple(Place(*place) for place in row)) for row in rows)
    digest = Digest(articles, Relations((), (), {}, stories=(Story(ids[0], ids),)), ())
    known = index(digest, site(), {ids[0]: Collation(ids, facts, (), (), (), ())})
    assert known.stories.titled == {ids[0]: titled}


def test_a_story_never_has_the_title_of_a_reworded_copy():
    articles = told(3)
    ids = tuple(each.article.id for each in articles)
    rows = (((0, 0), (1, 0)), ((1, 1), (2, 1)), ((0, 1),), ((2, 0),))
    facts = tuple(Fact(tuple(Place(*place) for place in row)) for row in rows)
    reworded = (Copy(ids[1], ids[0], CopyKind.REWORDED, 0.9),)
    digest = Digest(articles, Relations((), (), {}, stories=(Story(ids[0], ids),)), ())
    known = index(digest, site(), {ids[0]: Collation(ids, facts, (), (), (), reworded)})
    assert known.stories.titled == {ids[0]: ids[0]}


def test_what_may_both_be_right_is_shown_and_not_counted(known):
    view = page(known)
    assert [one.varies for row in view.differences for one in row.because] == [False, True, False]
    assert view.verdict == "They cannot all be right in 2 places."
    assert known.stories.differing == {WIRE: 2}


def test_differences_of_the_same_sentences_are_one_row():
    one = collation().differences[0]
    other = replace(
        one, kind=DifferenceKind.FIGURE, why="Another.", a=passage(0, 0, "A crane"), b=passage(1, 0, "A crane")
    )
    view = page(with_collation(differences=(one, other)))
    (row,) = view.differences
    assert row.kind == "Name, Figure"
    assert [reason.why.text for reason in row.because] == ["“north” is not “south”.", "Another."]
    assert [piece.text for piece in row.sides[0].sentence.pieces if piece.kind == "differ"] == ["A crane", "north"]
    assert view.verdict == "They cannot all be right in 2 places."


@pytest.mark.parametrize(
    ("values", "verdict"),
    [
        pytest.param({"differences": ()}, "", id="nothing"),
        pytest.param(
            {"differences": collation().differences[:1]}, "They cannot all be right in 1 place.", id="one place"
        ),
    ],
)
def test_the_verdict_counts_places(values, verdict):
    assert page(with_collation(**values)).verdict == verdict


def test_columns_have_no_copy_that_says_nothing_else(known):
    assert [head.source.text for head in page(known).columns.heads] == ["Harbour Wire", "Morning Post", "Harbour Notes"]


@pytest.mark.parametrize(
    ("kind", "differs", "heads"),
    [
        pytest.param(CopyKind.EXACT, True, 3, id="an exact copy never"),
        pytest.param(CopyKind.NEAR, False, 3, id="a near copy without a difference"),
        pytest.param(CopyKind.NEAR, True, 4, id="a near copy with one"),
        pytest.param(CopyKind.REWORDED, False, 4, id="a reworded copy"),
    ],
)
def test_a_copy_has_a_column_where_it_says_something_else(kind, differs, heads):
    digest = storied()
    near = (Copy(SHEET, WIRE, kind, 0.9),)
    digest = replace(digest, relations=replace(digest.relations, near=near))
    one = collation().differences[0]
    moved = replace(one, a=replace(one.a, place=replace(one.a.place, article=2)))
    known = index(digest, site(), {WIRE: replace(collation(), differences=(moved,) if differs else ())})
    groups = columns(known, collated(known, digest.relations.stories[0]))
    assert len(groups[0].heads) == heads


def test_rows_align_what_says_the_same(known):
    rows = page(known).columns.rows
    assert [(row.is_packed, [len(cell) for cell in row.cells]) for row in rows] == [
        (False, [1, 1, 1]),
        (False, [1, 1, 0]),
        (False, [1, 1, 0]),
        (True, [1, 1, 0]),
        (False, [1, 1, 0]),
        (True, [0, 0, 1]),
    ]


def test_every_fact_has_one_anchor_to_which_the_matrix_leads(known):
    text = rendered()["stories/crane-falls-into-the-harbour-act4y.md"]
    assert sorted(re.findall(r'id="(f-\d+)"', text)) == [f"f-{number}" for number in range(1, 8)]
    assert {row.fact.href for row in page(known).matrix.rows} <= {f"#f-{number}" for number in range(1, 8)}


def test_shared_wording_is_told_from_what_is_new(known):
    cells = page(known).columns.rows[0].cells
    assert [(piece.text, piece.kind) for piece in cells[0][0].sentence.pieces] == [
        ("A crane fell into the harbour on Saturday morning and blocked the ", "same"),
        ("north", "differ"),
        (" channel.", "same"),
    ]
    assert {piece.kind for piece in cells[2][0].sentence.pieces} == {""}


def test_a_story_of_many_reports_shows_those_with_most_and_folds_the_rest():
    view = page(of(told(15)))
    assert len(view.columns.heads) == 4
    assert [len(group.heads) for group in view.rest] == [4, 4]
    assert view.not_shown == 3


def test_what_stands_in_no_column_has_no_link_to_a_row():
    articles = told(15)
    ids = tuple(each.article.id for each in articles)
    last = (Place(13, 0), Place(14, 0))
    rows = (*((Place(n, m),) for n in range(13) for m in (0, 1)), (*last, Place(13, 1), Place(14, 1)))
    spans = [articles[place.article].annotations.sentences[0].span for place in last]
    one = replace(collation().differences[0], a=Passage(last[0], spans[0]), b=Passage(last[1], spans[1]))
    made = {ids[0]: Collation(ids, tuple(map(Fact, rows)), (), (one,), (), ())}
    digest = Digest(articles, Relations((), (), {}, stories=(Story(ids[0], ids),)), ())
    pages = {each.path: each.content for each in render(digest, site(), TEMPLATES, VERSIONS, made)}
    assert broken(pages) == []
    view = page(index(digest, site(), made))
    assert [row.fact.href for row in view.matrix.rows] == [""]
    assert view.differences[0].row.href == ""


def test_the_matrix_tells_who_says_what_and_who_differs(known):
    matrix = page(known).matrix
    assert [row.marks for row in matrix.rows] == [
        ("differs", "differs", "says"),
        ("says", "says", ""),
        ("differs", "differs", ""),
        ("differs", "differs", ""),
    ]
    assert matrix.alone == (1, 1, 1)


def test_what_one_alone_says_is_listed_for_each(known):
    alone = {one.report.text: [link.text for link in one.sentences] for one in page(known).alone}
    assert alone["Harbour Wire"] == ["Two ferries were turned away."]
    assert set(alone) == {"Harbour Wire", "Morning Post", "Harbour Notes"}


def test_a_story_of_one_text_reworded_has_a_voice_for_each_wording():
    articles = told(2)
    known = of(articles, near=(Copy("r01", "r00", CopyKind.REWORDED, 0.9),))
    view = page(known)
    assert view.facts[0] == "1 report and 1 copy"
    assert [fact.by for fact in view.agreed] == ["both"]
    assert len(view.alone) == 2


def test_a_story_without_a_collation_has_its_reports():
    digest = storied()
    known = index(digest, site())
    view = page(known)
    assert len(view.reports) == 4
    assert (view.columns, view.matrix, view.differences) == (None, None, ())
    assert "## Side by side" not in rendered_without(digest)["stories/crane-falls-into-the-harbour-act4y.md"]


def rendered_without(digest: Digest) -> dict[str, str]:
    return {each.path: each.content for each in render(digest, site(), TEMPLATES, VERSIONS)}


@pytest.mark.parametrize(
    ("dates", "dots"),
    [
        pytest.param(("", ""), 0, id="no dates"),
        pytest.param(("2021-02", "2021-03"), 0, id="no days"),
        pytest.param(("2021-02-01", "2021-02-01"), 0, id="one day"),
        pytest.param(("2021-02-01", "2021-02-01T12:00:00Z"), 0, id="one day, of one the hour"),
        pytest.param(("2021-02-01T08:00:00Z", "2021-02-01T12:00:00Z"), 2, id="one day with hours"),
        pytest.param(("2021-02-01", "2021-02-03"), 2, id="two days"),
        pytest.param(("2021-02-01", "2021-02-03", ""), 2, id="one without a date"),
        pytest.param(("2021-02-01", "2021-02-01", "2021-02-03"), 2, id="two at one place"),
    ],
)
def test_the_timeline_has_a_dot_for_each_day_that_is_known(dates, dots):
    articles = told(len(dates), dates)
    known = of(articles)
    entries = [known.entries[each.article.id] for each in articles]
    picture = timeline(known, entries, [entry.source for entry in entries], frozenset())
    assert picture.count("<circle") == dots
    assert ('role="img" aria-label="Timeline: ' in picture) == bool(dots)


def test_members_of_a_story_lead_to_it():
    pages = rendered()
    address = "crane-falls-into-the-harbour-act4y"
    others = {path for path in pages if path.startswith("stories/") and path.endswith(".html")}
    assert len(others) == len(IDS) - 1
    for path in others:
        assert f'content="0; url=../{address}/"' in pages[path]
        assert f'rel="canonical" href="https://example.org/digest/stories/{address}/"' in pages[path]


def test_a_story_keeps_its_address_when_another_key_is_found():
    digest = storied()
    before = rendered()
    moved = replace(digest, relations=replace(digest.relations, stories=(Story(POST, IDS),)))
    pages = render(moved, site(), TEMPLATES, VERSIONS, {POST: collation()})
    after = {each.path: each.content for each in pages}
    assert "stories/crane-falls-into-the-harbour-act4y.md" in before
    assert "stories/crane-falls-into-the-harbour-act4y/index.html" in after
    assert "stories/channel-blocked-by-fallen-crane-tvqln.md" in after


def test_lists_have_every_story_and_difference(known):
    (stories,) = views_of(stories_recipes(known))
    (differences,) = views_of(differences_recipes(known))
    assert [(line.link.text, line.differing.text) for line in stories.stories] == [
        ("Crane falls into the harbour", "2 differences")
    ]
    assert [one.kind for one in differences.differences] == ["Name", "Turned round"]
    assert differences.lead == "2 differences in 1 story, the newest first."


def test_lists_say_that_there_is_nothing():
    known = index(sample(), site())
    (stories,), (differences,) = views_of(stories_recipes(known)), views_of(differences_recipes(known))
    assert "No two articles report one event" in stories.lead
    assert "contradict" in differences.lead


def test_stories_with_the_newest_reports_come_first():
    articles = (*told(4, ("2021-01-01", "2021-01-02", "2021-03-01", "2020-01-01")),)
    relations = Relations((), (), {}, stories=(Story("r00", ("r00", "r01")), Story("r03", ("r03", "r02"))))
    known = index(Digest(articles, relations, ()), site())
    assert [story.key for story in known.stories.ordered] == ["r03", "r00"]


def test_long_lists_go_on():
    pages = rendered(page_items=1)
    assert broken(pages) == []
    articles = told(24, tuple(f"2021-01-{day:02}" for day in range(1, 25)))
    ids = [each.article.id for each in articles]
    stories = tuple(Story(one, (one, other)) for one, other in zip(ids[::2], ids[1::2], strict=True))
    digest = Digest(articles, Relations((), (), {}, stories=stories), ())
    pages = {each.path: each.content for each in render(digest, site(page_items=3), TEMPLATES, VERSIONS)}
    assert len(chain(pages, "stories/index.md", "next")) > 1
    assert broken(pages) == []


def test_the_front_page_has_the_stories_of_the_week(known):
    week = front_recipe(known).view().week
    assert [line.link.text for line in week.stories] == ["Crane falls into the harbour"]
    assert [one.kind for one in week.differences] == ["Name", "Turned round"]
    assert front_recipe(index(sample(), site())).view().week.stories == ()


def test_an_article_has_its_story_beside_it(known):
    box = article_view(known, known.articles[POST]).story
    assert box.story.href == "../../../stories/crane-falls-into-the-harbour-act4y.md"
    assert len(box.reports) == 3
    assert [link.text[:8] for link in box.adds] == ["<script>"]
    assert [(one.sign, one.here.text, one.there.text, one.source) for one in box.differs] == [
        ("≠1", "south", "north", "Harbour Wire"),
        ("≠2", "20", "12", "Harbour Wire"),
        ("≠3", "The ferries", "The board", "Harbour Wire"),
    ]


def test_an_article_of_no_story_has_none_beside_it(known):
    view = article_view(known, known.articles["notes/pier"])
    assert (view.story, view.differs, view.agrees) == (None, False, False)


def test_what_differs_is_marked_and_leads_to_its_note(known):
    view = article_view(known, known.articles[POST])
    assert re.search(r'<span class="differs">south</span>\[≠1\]\(#__note-1\)\{ \.against title="[^"]*north', view.body)
    note = view.story.differs[0]
    assert (note.number, note.sign, note.here.href) == (1, "≠1", "#s-e0000000")
    assert note.there.href == "crane-falls-into-the-harbour-act4y.md#s-e0000000"


def test_what_has_no_note_leads_to_the_other_report():
    one = collation().differences[0]
    known = with_collation(differences=tuple(replace(one, why=f"reason {number}") for number in range(18)))
    view = article_view(known, known.articles[POST])
    linked = re.findall(r"\[≠(\d+)\]\(#__note-(\d+)\)", view.body)
    assert linked == [(str(note.number), str(note.number)) for note in view.story.differs]
    assert len(linked) + view.story.more_differs == 18
    assert "[≠18](crane-falls-into-the-harbour-act4y.md#s-e0000000)" in view.body


def test_sentences_that_others_have_say_so(known):
    body = article_view(known, known.articles[WIRE]).body
    assert '<span class="s agrees" id="s-e0000001" title="also in Morning Post">' in body
    assert 'class="s agrees" id="s-e0000003"' not in body


def test_differences_at_one_place_are_one_mark_with_both_signs():
    one = collation().differences[0]
    both = (one, replace(one, b=replace(one.b, place=Place(3, 0), span=Span(0, 4))))
    known = with_collation(differences=both)
    assert re.search(r"north</span>\[≠1\]\([^)]*\)\{[^}]*\}\[≠2\]", article_view(known, known.articles[WIRE]).body)


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        pytest.param(SHEET, "word for word", id="a copy"),
        pytest.param(WIRE, "word for word", id="what it is a copy of"),
        pytest.param("wire/ferry", "nearly word for word, 87% shared", id="a near copy"),
        pytest.param("post/ferry-fares", "nearly word for word, 87% shared", id="what that is a copy of"),
    ],
)
def test_copies_say_what_kind_they_are(known, id_, said):
    assert [copy.copy for copy in article_view(known, known.articles[id_]).copies] == [said]


def test_a_reworded_copy_is_among_the_copies():
    known = with_collation(copies=(Copy(NOTES, POST, CopyKind.REWORDED, 0.5),))
    for id_ in (NOTES, POST):
        assert [copy.copy for copy in article_view(known, known.articles[id_]).copies] == ["reworded, 50% shared"]


def test_sentences_stand_in_their_language(known):
    first = page(known).columns.rows[0].cells[2][0].sentence.link
    assert (first.lang, first.dir) == ("ar", "rtl")


@pytest.mark.parametrize("path", [path for path in rendered() if path.endswith(".md") and path != "about.md"])
def test_no_page_takes_another_maker(path):
    make(rendered_once()[path].partition("\n---\n")[2].lstrip("\n"), lambda link: link)


def rendered_once(_kept: dict[str, str] = {}) -> dict[str, str]:  # noqa: B006 - so that it is kept
    if not _kept:
        _kept.update(rendered())
    return _kept


def test_a_story_is_found_by_what_more_than_one_says(known):
    address = "stories/crane-falls-into-the-harbour-act4y/"
    (made,) = records(known, [pages_of(known)[address]])
    assert (made.kind, made.title, made.date) == ("story", "Crane falls into the harbour", "2021-04-04")
    assert [(one.anchor, one.text) for one in made.sentences][1:3] == [
        ("f-2", "Nobody was hurt."),
        ("f-3", "The crane had lost 12 of its bolts, the harbour board says."),
    ]
    assert [each.kind for each in searched(known) if each.address == address] == ["story"]
    assert set(pages_of(known)) == {each.address for each in searched(known)}


def test_every_link_of_a_story_leads_somewhere():
    assert broken(rendered()) == []


def test_reports_of_a_hand_made_story_are_those_of_the_digest():
    assert tuple(each.article.id for each in reports()) == IDS


@pytest.mark.parametrize(
    ("texts", "shared"),
    [
        pytest.param(("the old pier fell", "the old pier burned"), ["the old pier", "the old pier"], id="a run"),
        pytest.param(("of the", "of the"), ["", ""], id="words that carry nothing"),
        pytest.param(("one", "two"), ["", ""], id="nothing"),
        pytest.param(("pier", ""), ["", ""], id="an empty text"),
        pytest.param(("The pier", "THE PIER"), ["The pier", "THE PIER"], id="letter case"),
    ],
)
def test_wording_that_texts_share(texts, shared):
    found = shared_wording(texts, "en")
    assert [
        " ".join(text[span.start : span.end] for span in spans) for text, spans in zip(texts, found, strict=True)
    ] == shared


def headlines_differ() -> Index:
    """The story, two headlines of which cannot both be right."""
    spans = Passage(Place(0, TITLE), Span(6, 11)), Passage(Place(1, TITLE), Span(0, 7))
    one = Difference(DifferenceKind.MEANING, 0.9, varies=False, why="So it is.", a=spans[0], b=spans[1])
    return with_collation(differences=(one, *collation().differences))


def test_headlines_that_differ_come_first_and_lead_to_their_articles() -> None:
    first = page(headlines_differ()).differences[0]
    assert first.kind == "Headline: turned round"
    assert [side.sentence.link.text for side in first.sides] == [
        "Crane falls into the harbour", "Channel blocked by fallen crane"
    ]  # fmt: skip
    marked = [[one.text for one in side.sentence.pieces if one.kind == "differ"] for side in first.sides]
    assert marked == [["falls"], ["Channel"]]
    assert all(side.sentence.link.href.endswith(".md") for side in first.sides)
    assert first.row.href == ""


def test_an_article_says_that_its_headline_differs_and_marks_nothing_in_its_text() -> None:
    plain, known = (article_view(one, one.lean[WIRE]) for one in (with_collation(), headlines_differ()))
    differing = known.story.differs[0]
    assert (differing.kind, differing.here.text, differing.there.text) == ("Headline: turned round", "falls", "Channel")
    assert len(known.story.differs) == len(plain.story.differs) + 1
    assert known.body.count("<mark") == plain.body.count("<mark")


def test_headlines_that_differ_make_no_link_that_leads_nowhere(pages_of_headlines: dict[str, str]) -> None:
    assert not broken(pages_of_headlines)


@pytest.fixture
def pages_of_headlines() -> dict[str, str]:
    made = replace(collation(), differences=headlines_differ().stories.collation(Story(WIRE, IDS)).differences)
    return {each.path: each.content for each in render(storied(), site(), TEMPLATES, VERSIONS, {WIRE: made})}
