"""Any text is harmless wherever a page can hold it, and reads as it was."""

import json
import re
from functools import cache
from html.parser import HTMLParser

import jinja2
import markdown
import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from generator.render.escaping import Safe, escape, escape_lines, href, json_script, markdown_address, one_line
from generator.render.frontmatter import front_matter
from generator.render.views import Head

OURS = ["attr_list", "md_in_html", "toc"]
EVERY = [
    *OURS, "abbr", "admonition", "def_list", "footnotes", "tables", "wikilinks",
    "pymdownx.arithmatex", "pymdownx.betterem", "pymdownx.blocks.admonition", "pymdownx.caret", "pymdownx.critic",
    "pymdownx.details", "pymdownx.emoji", "pymdownx.inlinehilite", "pymdownx.keys", "pymdownx.magiclink",
    "pymdownx.mark", "pymdownx.progressbar", "pymdownx.snippets", "pymdownx.superfences", "pymdownx.tabbed",
    "pymdownx.tasklist", "pymdownx.tilde",
]  # fmt: skip
CONFIGS = {
    "pymdownx.magiclink": {"repo_url_shorthand": True, "social_url_shorthand": True, "user": "a", "repo": "b"},
    "pymdownx.snippets": {"check_paths": True},
}
# fmt: off
PIECES = st.sampled_from([
    "<script>", "</script>", "<b onclick=x>", "<!--", "-->", "<![CDATA[", "]]>", "&amp;", "&#60;", "&lt", "&copy",
    "`", "```", "~~~", "*", "**", "_", "__", "~", "^", "==", "++", "$", "$$", "\\(", "\\)", "\\[", "\\", "'", '"',
    "[a](b)", "![a](b)", "[a]: b", "[[a]]", "[^1]", "[^1]: a", "*[a]: b", "{: #x .y}", "{ .z }", "[", "]", "(", ")",
    "{{", "}}", "{%", "%}", "{#", "#}", "{++", "++}", "{--", "--}", "{~~", "~>", "~~}", "{==", "==}", "{>>", "<<}",
    '--8<-- "a"', ";--8<--", "!!! a", "??? a", "???+ a", '=== "a"', "/// a", "::: a", "---", "***", "___", "===",
    "-", "+", "*", "1.", "12)", "#", "##", ">", "|", "|-|-|", ":", ":smile:", ":+1:", "[x]", '[=5% "a"]', "++ctrl++",
    "http://a.b", "https://a.b", "www.a.b", "www2.a.b", "ftp://a", "mailto:a@b.c", "a@b.c", "@user", "user/repo#1",
    "#1", "!1", "?1", "x:y", "10:30", "a_b_c", "a*b*c", "c++", "javascript:x", "&#x3c;b&#x3e;",
    "\x02", "\x03", "\x02wzxhzdk:0\x03", "\x02klzzwxh:0000\x03", "\u2028", "\u200f", "\ufeff", "\x00", "\x85",
    " ", "\n", "\n\n", "    ", "\t", "a", "1", "word",
])
# fmt: on
ANY_TEXT = st.one_of(st.text(), st.lists(PIECES, max_size=12).map("".join))


class Content(HTMLParser):
    """The text of HTML, and the elements in it."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.elements: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes += attrs

    def handle_comment(self, data: str) -> None:
        self.elements.append(f"comment {data}")

    def handle_decl(self, decl: str) -> None:
        self.elements.append(f"declaration {decl}")

    def handle_pi(self, data: str) -> None:
        self.elements.append(f"instruction {data}")

    def unknown_decl(self, data: str) -> None:
        self.elements.append(f"declaration {data}")


def content(html: str) -> Content:
    parsed = Content()
    parsed.feed(html)
    parsed.close()
    return parsed


def rendered(source: str, extensions: list[str]) -> Content:
    return content(converter(tuple(extensions)).reset().convert(source))


@cache
def converter(extensions: tuple[str, ...]) -> markdown.Markdown:
    configs = {name: CONFIGS[name] for name in extensions if name in CONFIGS}
    return markdown.Markdown(extensions=extensions, extension_configs=configs)


PLACES = {
    "{}": ["p"],
    "# {}": ["h1"],
    "- {}": ["ul", "li"],
    "1. {}": ["ol", "li"],
    "> {}": ["blockquote", "p"],
    "[{}](other.md)": ["p", "a"],
    "<span>{}</span>": ["p", "span"],
    "<p markdown>{}</p>": ["p"],
    "<div markdown>\n\n{}\n\n</div>": ["div", "p"],
    "<p>{}</p>": ["p"],
}
"""Where a page has text, with the elements that are the page's own."""


@pytest.mark.parametrize("extensions", [pytest.param(OURS, id="ours"), pytest.param(EVERY, id="every extension")])
@given(place=st.sampled_from(list(PLACES)), text=ANY_TEXT.filter(one_line))
@settings(max_examples=300)
def test_markdown_shows_any_text_as_it_is(extensions, place, text):
    shown = rendered(place.format(escape(one_line(text))), extensions)
    assert "".join(shown.text).strip() == one_line(text)
    assert shown.elements == PLACES[place]


@given(ANY_TEXT, ANY_TEXT)
def test_a_table_cell_holds_any_text(left, right):
    shown = rendered(f"| a | b |\n|---|---|\n| x{escape(left)} | {escape(right)}x |", EVERY)
    assert shown.elements == ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"]
    assert one_line("".join(shown.text)).replace(" ", "") == one_line(f"abx{left}{right}x").replace(" ", "")


@given(ANY_TEXT)
def test_an_attribute_holds_any_text(text):
    for place in ('<i title="{}"></i>', 'a [b](c.md){{ title="{}" }}'):
        shown = rendered(place.format(escape(one_line(text))), OURS)
        assert dict(shown.attributes)["title"] == one_line(text)


@given(ANY_TEXT)
def test_jinja_reads_any_text_as_text(text):
    assert jinja2.Template(escape(text), keep_trailing_newline=True).render() == escape(text)


@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.CSafeLoader])
@given(text=ANY_TEXT)
@example(text="it's")
@example(text="\x85")  # the end of a line, to YAML
def test_front_matter_gives_back_any_text_escaped(loader, text):
    head = Head(title=text, description=text, kind="front", jsonld=json_script({"name": text}), authors=(text,))
    block = front_matter(head)
    assert re.fullmatch(r"---\n(?:\w+: .*\n)+---\n", block)
    values = yaml.load(block.removesuffix("---\n"), loader)  # noqa: S506 - both are safe
    assert values.get("title", "") == escape(one_line(text))
    assert content(values.get("title", "")).elements == []
    assert values["jsonld"] == head.jsonld
    assert one_line(json.loads(values["jsonld"])["name"]) == one_line(text)


@given(ANY_TEXT)
def test_json_stays_inside_its_script_element(text):
    shown = content(f"<script>{json_script({'a': text})}</script>")
    assert shown.elements == ["script"]
    assert not re.search("[<>&\u2028\u2029\x00-\x1f]", json_script({"a": text}))


@given(ANY_TEXT)
def test_json_keeps_its_meaning_and_is_no_template(text):
    made = json_script({"a": [text, {}], "": {}})
    assert one_line(json.loads(made)["a"][0]) == one_line(text)
    assert jinja2.Template(made).render() == made


@given(ANY_TEXT)
def test_preformatted_text_keeps_its_lines(text):
    shown = content(f"<pre>x{escape_lines(text)}</pre>")
    assert shown.elements == ["pre"]
    assert "".join(shown.text).count("\n") == len(re.findall("\r\n|[\r\n]", text))


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        pytest.param("It’s 10:30, she said: “no”; at 1.5 per cent (or so)?", None, id="prose"),
        pytest.param("self-made, e.g. by A. B. Keeper’s crew -- in 2020", None, id="hyphens and periods"),
        pytest.param("don't", None, id="an apostrophe"),
        pytest.param("3. first", "3&#46; first", id="what would be a numbered list"),
        pytest.param("- item", "&#45; item", id="what would be a list"),
        pytest.param(" - item", " &#45; item", id="what would be a list behind a space"),
        pytest.param("1.5 million", None, id="a decimal point"),
        pytest.param("a < b & c", "a &lt; b &amp; c", id="HTML"),
        pytest.param("$200 billion", "&#36;200 billion", id="a sum"),
        pytest.param("snake_case", None, id="an underscore inside a word"),
        pytest.param("_word_", "&#95;word&#95;", id="underscores around a word"),
        pytest.param("www.example.org", "www&#46;example.org", id="an address"),
        pytest.param("a\n\n  b\t c", "a b c", id="white space"),
        pytest.param("10\u00a0%", None, id="a no-break space"),
    ],
)
def test_only_what_could_begin_something_is_escaped(text, escaped):
    assert escape(text) == (text if escaped is None else escaped)


def test_what_is_escaped_is_left_alone():
    assert escape(escape("<")) == "&lt;"
    assert Safe("<b>") + "<" + Markup("<i>") == "<b>&lt;<i>"


@pytest.mark.parametrize(
    ("url", "target"),
    [
        pytest.param("https://a.example/b?c=d&e#f", "https://a.example/b?c=d&e#f", id="web"),
        pytest.param("mailto:a@b.example", "mailto:a@b.example", id="mail"),
        pytest.param("../b.md#c", "../b.md#c", id="a page"),
        pytest.param('https://a.example/"><script>', "https://a.example/%22%3E%3Cscript%3E", id="markup"),
        pytest.param("https://a.example/ü %20", "https://a.example/%C3%BC%20%20", id="other letters, and escapes"),
        pytest.param("javascript:alert(1)", "", id="script"),
        pytest.param(" \x01JavaScript:alert(1)", "", id="script behind a control character"),
        pytest.param("java\nscript:alert(1)", "", id="script over two lines"),
        pytest.param("data:text/html,x", "", id="data"),
        pytest.param("//host/x", "", id="no scheme"),
        pytest.param("http://[", "", id="no address"),
    ],
)
def test_links_lead_to_the_web_or_this_site_only(url, target):
    assert href(url) == target


@given(ANY_TEXT)
def test_the_target_of_a_markdown_link_cannot_end_it(text):
    shown = rendered(f"[a]({markdown_address(text)})", EVERY)
    assert "".join(shown.text).strip() == "a"
    assert set(shown.elements) <= {"p", "a"}
