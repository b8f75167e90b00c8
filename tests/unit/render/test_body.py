"""The text of an article stays what it was, whatever marks it gets."""

import re
from itertools import pairwise

import pytest
from harbour import article
from hypothesis import given
from hypothesis import strategies as st
from test_escaping import ANY_TEXT, OURS, rendered

from generator.model import (
    Annotated,
    Annotations,
    Article,
    Block,
    BlockKind,
    Inline,
    InlineKind,
    Keyword,
    Sentence,
    Span,
)
from generator.render.body import body
from generator.render.escaping import one_line
from generator.render.language import language_of
from generator.render.marked_text import TopicLink

P, H, L, Q = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.QUOTATION
BOLD = (InlineKind.STRONG, "bold", "")

ENGLISH = language_of("en")


def made(parts, **values) -> str:
    """The body, with the element around a plain sentence written `<s>`."""
    text = str(body(article("a", parts, **values), ENGLISH, {}))
    return re.sub(r'<span class="s" ((?:(?!<span).)*)</span>', r"<s \1</s>", text, flags=re.DOTALL)


@pytest.mark.parametrize(
    ("parts", "values", "markdown"),
    [
        pytest.param([(P, "One. Two")], {}, '<s id="s-a0000000">One.</s> <s id="s-a0000001">Two.</s>', id="sentences"),
        pytest.param(
            [(P, "A bold word")],
            {"inlines": [BOLD]},
            '<s id="s-a0000000">A <strong>bold</strong> word.</s>',
            id="emphasis",
        ),
        pytest.param(
            [(P, "See there")],
            {"inlines": [(InlineKind.LINK, "there", "https://a.example/?b=c&d")]},
            '<s id="s-a0000000">See <a class="given" href="https&#58;//a.example/?b&#61;c&amp;d"'
            ' rel="nofollow noopener">there</a>.</s>',
            id="a link of the article's own",
        ),
        pytest.param(
            [(P, "See there")],
            {"inlines": [(InlineKind.LINK, "there", "javascript:alert(1)")]},
            '<s id="s-a0000000">See there.</s>',
            id="a link that leads nowhere good",
        ),
        pytest.param(
            [(P, "*the fare")],
            {"keywords": {"fare": 0.5}},
            '<span class="s key" id="s-a0000000">the <span class="keyword" data-score="0.50"'
            ' title="keyword, score .50">fare</span>.</span>',
            id="a keyword",
        ),
        pytest.param([(H, "Title"), (H, "Part")], {"title": "title"}, "## Part", id="a heading that is the title"),
        pytest.param(
            [(P, "*Key")], {}, '<span class="s key" id="s-a0000000">Key.</span>', id="a key sentence"
        ),
        pytest.param(
            [(L, "one"), (L, "two")],
            {},
            '- <s id="s-a0000000">one.</s>\n- <s id="s-a0000001">two.</s>',
            id="a list",
        ),
        pytest.param([(Q, "so")], {}, '> <s id="s-a0000000">so.</s>', id="a quotation"),
        pytest.param(
            [(BlockKind.CAPTION, "so")],
            {},
            '<p class="caption" markdown><s id="s-a0000000">so.</s></p>',
            id="a caption",
        ),
        pytest.param(
            [(BlockKind.PREFORMATTED, "a  *b*\n\n c")],
            {},
            '<pre><s id="s-a0000000">a  &#42;b&#42;\n\n c</s></pre>',
            id="preformatted text",
        ),
        pytest.param(
            [(BlockKind.BOILERPLATE, "Read more: *b*")],
            {},
            '<details class="set-aside" data-pagefind-ignore markdown>\n\n'
            "<summary>Set aside: text of the page this came from</summary>\n\nRead more: &#42;b&#42;\n\n</details>",
            id="boilerplate",
        ),
    ],
)  # fmt: skip
def test_block(parts, values, markdown):
    assert made(parts, **values) == markdown


def test_levels_of_headings_begin_below_the_title_and_levels_of_lists_skip_none():
    text = "a b c d"
    blocks = (
        Block(H, Span(0, 1), 3),
        Block(H, Span(2, 3), 4),
        Block(L, Span(4, 5), 1),
        Block(L, Span(6, 7), 3, ordered=True),
    )
    assert body(annotated(text, blocks), ENGLISH, {}) == "## a\n\n### b\n\n- c\n    1. d"


def test_a_topic_is_linked_in_markdown_so_that_the_builder_checks_it():
    each = article("a", [(P, "the [fare]")], keywords={"[fare]": 0.5})
    made = body(each, ENGLISH, {Span(4, 10): TopicLink("../topics/fare.md", 'topic "fare"')})
    shown = rendered(made, OURS)
    assert '](../topics/fare.md){ .topic title="topic &quot;fare&quot;" }' in made
    assert shown.elements == ["p", "span", "a", "span"]
    assert dict(shown.attributes)["class"] == "keyword"
    assert ("title", 'topic "fare"') in shown.attributes
    assert "".join(shown.text) == "the [fare]."


def annotated(text, blocks, inlines=(), sentences=(), keywords=()) -> Annotated:
    given = Article(
        id="a", path="a.txt", place="", text=text, blocks=tuple(blocks), inlines=tuple(inlines), cuts=(), title="?",
        source="s", authors=(), date="", updated="", language="en", url="", tags=(), guesses=(),
    )  # fmt: skip
    return Annotated(given, Annotations(tuple(sentences), tuple(keywords), 1, 1, (), ()))


@st.composite
def articles(draw):
    """Any text in one block of any kind, with marks anywhere in it."""
    text = draw(ANY_TEXT.filter(one_line))
    kind = draw(st.sampled_from([P, H, Q, L, BlockKind.CAPTION, BlockKind.BOILERPLATE]))
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda pair: Span(*sorted(pair)))
    cuts = sorted({0, len(text), *draw(st.lists(st.integers(0, len(text)), max_size=3))})
    sentences = [Sentence(f"s{n}", Span(a, b), 0) for n, (a, b) in enumerate(pairwise(cuts))]
    inline = st.builds(Inline, st.sampled_from(InlineKind), spans, st.sampled_from(["", "https://a.example/_b_?c=*d*"]))
    keywords = st.builds(Keyword, st.just("k"), st.just(0.5), st.just("<yake>"), st.tuples(spans))
    links = draw(st.dictionaries(spans, st.builds(TopicLink, st.just("b.md"), ANY_TEXT), max_size=2))
    block = Block(kind, Span(0, len(text)), 1)
    each = annotated(text, [block], draw(st.lists(inline, max_size=3)), sentences, draw(st.lists(keywords, max_size=3)))
    return each, links


@given(articles())
def test_whatever_is_marked_the_reader_reads_the_text(case):
    each, links = case
    shown = rendered(body(each, ENGLISH, links), OURS)
    said = "".join(shown.text).removeprefix("\nSet aside: text of the page this came from")
    assert "".join(said.split()) == "".join(one_line(each.article.text).split())
    own = {"p", "span", "a", "strong", "em", "code", "h2", "ul", "li", "blockquote", "details", "summary"}
    assert set(shown.elements) <= own
    assert {name for name, _ in shown.attributes} <= {
        "class",
        "id",
        "href",
        "title",
        "rel",
        "data-score",
        "data-pagefind-ignore",
    }


@given(articles())
def test_a_block_too_long_for_markdown_is_read_as_any_other(case):
    each, links = case
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.render.body._LONGEST", -1)
        shown = rendered(body(each, ENGLISH, links), OURS)
    said = "".join(shown.text).removeprefix("Set aside: text of the page this came from")
    assert "".join(said.split()) == "".join(one_line(each.article.text).split())
    own = {"p", "span", "strong", "em", "code", "h2", "ul", "li", "blockquote", "details", "summary"}
    assert set(shown.elements) <= own


def test_only_a_block_that_no_person_writes_is_too_long_for_markdown():
    assert made([(P, "word " * 3_000)]).startswith("<s ")
    assert made([(P, "word " * 5_000)]).startswith("<p><s ")
