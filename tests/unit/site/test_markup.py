"""Pages made here are those that MkDocs would make: held against it, page by page and form by form."""

import html
import posixpath
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html
from msgspec.structs import replace

from generator.model import Annotated, BlockKind, Digest, Figure, Guess, Name, NameKind, Quote, Relations
from generator.render.escaping import escape, escape_lines, one_line
from generator.render.pages import render
from generator.site.markup import Made, UnknownForm, make, toc_of
from unit.render.harbour import TEMPLATES, VERSIONS, C, H, L, P, Q, article, site

ROOT = Path(__file__).resolve().parents[3]
GOLDEN = ROOT / "tests" / "golden" / "render"
STORIES = ROOT / "tests" / "golden" / "stories"
PATHS = sorted({file.relative_to(of).as_posix() for of in (GOLDEN, STORIES) for file in of.rglob("*.md")})
HERE = "topics/ferry-company.md"
"""Where pieces stand that tests make up."""
TEXT = st.one_of(
    st.text(),
    st.text("ab &<>*_`[](){}#+-.!|~:;\\/\"'1", max_size=20),
    st.sampled_from(["&", "&amp;", "&#42;", "![", "](", "{: .a}", "*[a]: b", "[1]: c", "http://a.b", "<b>", "1. a"]),
)
BLOCKS = {
    "p", "div", "ul", "ol", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "nav", "aside", "details",
    "summary", "pre", "table", "thead", "tbody", "tr", "td", "th", "label", "hr",
}  # fmt: skip
Tree = tuple[object, ...]


@pytest.fixture(scope="module")
def mkdocs(tmp_path_factory):
    """MkDocs with the configuration of this repository, and the golden pages as its files."""
    from mkdocs.config import load_config
    from mkdocs.structure.files import File, Files

    config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(GOLDEN), site_dir=str(tmp_path_factory.mktemp("site")))
    return config, Files([File(path, config.docs_dir, config.site_dir, True) for path in PATHS])


def theirs(mkdocs, path: str, markdown: str) -> tuple[str, list[tuple[int, str, str]]]:
    """What MkDocs makes of it: the page, and its headings."""
    from mkdocs.structure.pages import Page

    config, files = mkdocs
    page = Page(None, files.get_file_from_path(path), config)
    page.markdown = markdown
    page.render(config, files)
    return page.content, [each for item in page.toc for each in flat(item)]


def flat(item) -> list[tuple[int, str, str]]:
    return [(item.level, item.id, item.title), *(each for child in item.children for each in flat(child))]


def ours(mkdocs, path: str, markdown: str) -> Made:
    """What we make of it. Raises UnknownForm."""
    _, files = mkdocs
    here = files.get_file_from_path(path)

    def resolve(link: str) -> str | None:
        if link.startswith("#") or re.match(r"(https?|mailto):", link):
            return link
        file, sign, anchor = link.partition("#")
        there = files.get_file_from_path(posixpath.normpath(posixpath.join(posixpath.dirname(path), file)))
        return f"{there.url_relative_to(here)}{sign}{anchor}" if there else None

    return make(markdown, resolve)


def tree(content: str) -> Tree:
    """The elements of a page; white space counts where a browser shows it."""
    return _tree(lxml_html.fragment_fromstring(content, create_parent="div"), is_kept=False)


def _tree(element, *, is_kept: bool) -> Tree:
    is_kept = is_kept or element.tag == "pre"
    attributes = tuple(sorted((name, "" if name == value else value) for name, value in element.attrib.items()))
    parts: list[object] = [_text(element.text, is_kept=is_kept)]
    for child in element:
        parts += [_tree(child, is_kept=is_kept), _text(child.tail, is_kept=is_kept)]
    if not is_kept:
        parts = [_trimmed(parts, at, is_block=element.tag in BLOCKS) for at in range(len(parts))]
    return (element.tag, attributes, *parts)


def _text(text: str | None, *, is_kept: bool) -> str:
    return (text or "") if is_kept else re.sub(r"[ \t\n\r\f]+", " ", text or "")


def _trimmed(parts: list[object], at: int, *, is_block: bool) -> object:
    """A text without the space beside a block, which no browser shows."""
    text = parts[at]
    if not isinstance(text, str):
        return text
    before, behind = parts[at - 1] if at else None, parts[at + 1] if at + 1 < len(parts) else None
    if (before is None and is_block) or (isinstance(before, tuple) and before[0] in BLOCKS):
        text = text.lstrip(" ")
    if (behind is None and is_block) or (isinstance(behind, tuple) and behind[0] in BLOCKS):
        text = text.rstrip(" ")
    return text


def same(mkdocs, path: str, markdown: str) -> bool:
    """Whether the page could be made here; it is then MkDocs' own."""
    try:
        made = ours(mkdocs, path, markdown)
    except UnknownForm:
        return False
    content, headings = theirs(mkdocs, path, markdown)
    assert tree(made.content) == tree(content)
    assert [(one.level, one.id, html.unescape(one.name)) for one in made.headings] == [
        (level, id_, html.unescape(title)) for level, id_, title in headings
    ]
    return True


def body(path: str) -> str:
    file = STORIES / path
    return (file if file.exists() else GOLDEN / path).read_text(encoding="utf-8").partition("\n---\n")[2].lstrip("\n")


@pytest.mark.parametrize("path", PATHS)
def test_golden_page_is_as_mkdocs_makes_it(mkdocs, path):
    is_made = same(mkdocs, path, body(path))
    # The one page with tables, and there is only one of it.
    assert is_made == (path != "about.md")


@pytest.mark.parametrize(
    "markdown",
    [
        pytest.param("# Title", id="a heading"),
        pytest.param('## In short { lang="en" }', id="a heading with attributes"),
        pytest.param("# A &amp; B <b>c</b>\n\n## A &#38; B c", id="headings of one text"),
        pytest.param("# One\n\n### Three\n\n## Two\n\n# One", id="headings that leave a level out"),
        pytest.param("### [Ferry](../index.md)", id="a heading that is a link"),
        pytest.param("# 渡船\n\n# ⛴\n\n# ⛴", id="headings without a letter of ours"),
        pytest.param("# Title\ntext right behind it", id="a paragraph right behind a heading"),
        pytest.param("One.\n\nTwo\nlines.", id="paragraphs"),
        pytest.param("One &lt;b&gt; &#42;two&#42; &amp;amp; three.", id="entities"),
        pytest.param("One & two < three > four.", id="bare signs"),
        pytest.param('<span class="a">One</span> two <b>three</b>.', id="elements in a paragraph"),
        pytest.param("[Ferry](../index.md) and [more](#a).", id="links"),
        pytest.param('[<span>Ferry</span>](../index.md#a){ .topic title="a: b" }.', id="a link with attributes"),
        pytest.param('[One](../index.md){ .a .b rel="next" aria-current="true" }', id="a link with several classes"),
        pytest.param("[Far](https://example.org/a?b=c&d=e#f)", id="a link into the web"),
        pytest.param("- one\n- two", id="a list"),
        pytest.param("- one\n\n- two\n\n- three", id="a list of items apart"),
        pytest.param("1. one\n1. two\n1. three", id="a numbered list"),
        pytest.param("1. one\n2. two", id="a counted list"),
        pytest.param('- [one](../index.md) <span class="count">2</span>\n- <b>two</b>: 3', id="a list of links"),
        pytest.param("- one\n\nText behind.", id="text behind a list"),
        pytest.param("# Title\n- one", id="a list right behind a heading"),
        pytest.param("> One.", id="a quotation"),
        pytest.param("> One.\n\n> Two.\n\nText.", id="quotations, then text"),
        pytest.param('<p class="meta">One · two</p>', id="an element"),
        pytest.param('<p class="meta" markdown>[One](../index.md) · two</p>', id="an element with a link"),
        pytest.param('<div class="a" markdown>\n\nOne [two](../index.md).\n\n</div>', id="an element around text"),
        pytest.param(
            '<div class="a" markdown>\n\n<div class="b" markdown>\n\n## Two\n\n- three\n\n</div>\n\n</div>\n\nFour',
            id="elements within elements",
        ),
        pytest.param(
            "<details markdown>\n<summary>5 more</summary>\n\n- one\n\n</details>", id="a line of HTML inside"
        ),
        pytest.param(
            '<div class="lists" lang="en">\n<details>\n<summary>A <span>1</span></summary>\n<ul>\n<li><b>x</b> y</li>\n'
            "</ul>\n</details>\n</div>",
            id="HTML over many lines",
        ),
        pytest.param("<pre>a  b\n\n  c &#42;d&#42;</pre>", id="preformatted text"),
        pytest.param('<label><input type="checkbox" checked> One</label>', id="an element that is no block"),
        pytest.param("", id="nothing"),
        pytest.param("<hr>", id="an element without an end"),
    ],
)  # fmt: skip
def test_form_that_templates_write(mkdocs, markdown):
    assert same(mkdocs, HERE, markdown)


@pytest.mark.parametrize(
    "markdown",
    [
        pytest.param("- one\n    - two", id="a list within a list"),
        pytest.param("- one\n\n    two", id="a paragraph within an item"),
        pytest.param("- one\ntwo", id="an item of two lines"),
        pytest.param("- one\n- two\n\n- three", id="items of which some are apart"),
        pytest.param("- one\n1. two", id="a list of two kinds"),
        pytest.param("3. three", id="a list that does not begin with 1"),
        pytest.param("* one", id="a list with stars"),
        pytest.param("+ one", id="a list with plus signs"),
        pytest.param("1) one", id="a list with brackets"),
        pytest.param("- # one", id="a heading in a list"),
        pytest.param("One\n- two", id="a list right behind a paragraph"),
        pytest.param("One\n> two", id="a quotation right behind a paragraph"),
        pytest.param("One\n# two", id="a heading right behind a paragraph"),
        pytest.param("One\n<div>two</div>", id="an element right behind a paragraph"),
        pytest.param("One\n===", id="an underlined heading"),
        pytest.param("One\n---", id="another underlined heading"),
        pytest.param("---", id="a rule"),
        pytest.param("    code", id="code"),
        pytest.param("\tcode", id="code behind a tab"),
        pytest.param("```\ncode\n```", id="fenced code"),
        pytest.param("~~~\ncode\n~~~", id="fenced code with tildes"),
        pytest.param("A `b` c", id="code in a line"),
        pytest.param("A *b* c", id="emphasis"),
        pytest.param("A _b_ c", id="emphasis with underscores"),
        pytest.param("A **b** c", id="strong emphasis"),
        pytest.param("> *one*", id="emphasis in a quotation"),
        pytest.param("- *one*", id="emphasis in a list"),
        pytest.param("# *One*", id="emphasis in a heading"),
        pytest.param("[*one*](../index.md)", id="emphasis in a link"),
        pytest.param("<p markdown>*one*</p>", id="emphasis in an element"),
        pytest.param("| a | b |\n|---|---|\n| c | d |", id="a table"),
        pytest.param("a | b\n---|---\nc | d", id="a table without edges"),
        pytest.param("A[^1]\n\n[^1]: b", id="a footnote"),
        pytest.param("[a][b]\n\n[b]: c.md", id="a link by reference"),
        pytest.param("[a]: c.md", id="a reference"),
        pytest.param("![a](b.png)", id="a picture"),
        pytest.param("<https://example.org/>", id="an address in angle brackets"),
        pytest.param("<!-- a -->", id="a comment"),
        pytest.param("[a](missing.md)", id="a link that leads nowhere"),
        pytest.param('[a](b.md "c")', id="a link with a title of Markdown's own"),
        pytest.param("[a](<b c.md>)", id="a link in angle brackets"),
        pytest.param("[a [b]](../index.md)", id="brackets in a link"),
        pytest.param("A \\* b", id="a backslash"),
        pytest.param("One.\n{ .lead }", id="attributes of a paragraph"),
        pytest.param("A {: .b}", id="attributes as elsewhere"),
        pytest.param("# A {#b}", id="attributes without spaces"),
        pytest.param("One  \ntwo", id="a line that breaks"),
        pytest.param("> one\n> two", id="a quotation of several lines"),
        pytest.param("> one\ntwo", id="a quotation that goes on"),
        pytest.param("> > one", id="a quotation within a quotation"),
        pytest.param("> - one", id="a list in a quotation"),
        pytest.param(">", id="an empty quotation"),
        pytest.param("-", id="an empty item"),
        pytest.param("<script>a", id="a script without an end"),
        pytest.param("<p>[a](../index.md)</p>", id="a link in an element whose Markdown is not read"),
        pytest.param("#hashtag", id="a heading without a space"),
        pytest.param(": a", id="a definition"),
        pytest.param(" # a", id="a heading behind a space"),
    ],
)  # fmt: skip
def test_form_that_is_left_to_mkdocs(mkdocs, markdown):
    with pytest.raises(UnknownForm):
        ours(mkdocs, HERE, markdown)


def test_headings_nest_for_the_table_of_contents(mkdocs):
    made = ours(mkdocs, HERE, "# A\n\n## B\n\n## B\n\n### C\n\n# D")
    (a, d) = toc_of(made)
    assert [child["id"] for child in a["children"]] == ["b", "b_1"]
    assert [child["name"] for child in a["children"][1]["children"]] == ["C"]
    assert d["children"] == []


def text(given: str) -> str:
    return str(escape(one_line(given)))


LINES = {
    "# {}": "a heading",
    '## {} {{ lang="en" }}': "a heading with attributes",
    "{}": "a paragraph",
    "{}\n{}": "a paragraph of two lines",
    "- {}": "a list",
    "- {}\n- {}": "a list of two",
    "1. [{}](#a)\n1. {}": "a numbered list",
    "> {}": "a quotation",
    '> <span class="s">{}</span>\n\n> {}': "two quotations",
    "[{}](../index.md) · {}": "a link",
    '[<span lang="ar" dir="rtl">{}</span>](../index.md#s-1){{ .topic title="{}" }}': "a link with attributes",
    '<p class="meta">{}</p>': "an element",
    '<p class="meta" markdown>[{}](../index.md) · <b>{}</b></p>': "an element with a link",
    '<div class="a" markdown>\n\n{}\n\n- {}\n\n</div>': "an element around all",
    '<details class="set-aside" markdown>\n\n<summary>{}</summary>\n\n{}\n\n</details>': "details",
    "<div>\n<ul>\n<li><b>{}</b> {}</li>\n</ul>\n</div>": "lines of HTML",
    "<pre>{}\n\n{}</pre>": "preformatted text",
}  # fmt: skip


@pytest.mark.parametrize("form", LINES, ids=LINES.get)
@given(one=TEXT, other=TEXT)
@settings(max_examples=40)
@example(one="", other="")
@example(one="*a*", other="_a_")
@example(one="1. a", other="    a")
@example(one="{: .a }", other="</p>")
def test_form_with_any_text_is_as_mkdocs_makes_it_or_left_to_it(mkdocs, form, one, other):
    same(mkdocs, HERE, form.format(text(one), text(other)))


@given(
    st.lists(st.tuples(st.sampled_from(list(LINES)), TEXT, TEXT), max_size=6), st.sampled_from(["\n\n", "\n", "\n\n\n"])
)
@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
def test_page_of_any_forms_is_as_mkdocs_makes_it_or_left_to_it(mkdocs, forms, between):
    same(mkdocs, HERE, between.join(form.format(text(one), text(other)) for form, one, other in forms))


@given(st.lists(TEXT, max_size=4))
def test_preformatted_text_of_any_lines_stays_as_it_is(mkdocs, lines):
    same(mkdocs, HERE, f"<pre>{escape_lines(chr(10).join(lines))}</pre>\n\nBehind.")


@given(TEXT, TEXT)
def test_any_text_at_all_is_made_or_refused(mkdocs, one, other):
    # No page has text that is not escaped; whatever comes of it, nothing is raised but UnknownForm.
    for markdown in (f"{one}\n\n{other}", f"# {one}\n- {other}", f"[{one}]({other})"):
        try:
            ours(mkdocs, HERE, markdown)
        except UnknownForm:
            continue


@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=3, unique_by=lambda pair: one_line(pair[0])))
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
def test_page_of_any_article_is_as_mkdocs_makes_it(mkdocs, texts):
    articles = [hostile(*pair) for pair in texts]
    for page in render(Digest(tuple(articles), Relations((), (), {}), ()), site(), TEMPLATES, VERSIONS):
        if page.path.startswith(("articles/", "quotes/", "figures/", "sources/", "report")):
            _, files = mkdocs
            path = HERE if files.get_file_from_path(page.path) is None else page.path
            same(mkdocs, path, links_to_the_front(page.content.partition("\n---\n")[2].lstrip("\n")))


def hostile(name: str, words: str) -> Annotated:
    """An article that is of any text, wherever it can have any."""
    kinds = [(P, f"*{words}. {words}"), (H, words), (L, words), (Q, words), (C, words)]
    kinds += [(BlockKind.PREFORMATTED, words), (BlockKind.BOILERPLATE, words)]
    given = dict.fromkeys(("title", "source", "url", "language", "path"), words)
    each = article(name, kinds, authors=(words,), guesses=(Guess(words, words, words),), **given)
    span = each.annotations.sentences[0].span
    return replace(
        each,
        annotations=replace(
            each.annotations,
            names=(Name(words, NameKind.PERSON, (span,)),),
            figures=(Figure(words, "12", words, words, span),),
            quotes=(Quote(span, words, words),),
        ),
    )


def links_to_the_front(markdown: str) -> str:
    """The page with links to pages that MkDocs knows of here."""
    return re.sub(r"\]\([^)]*\.md(#[^)]*)?\)", "](../index.md)", markdown)
