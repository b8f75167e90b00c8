import gzip
import json
import socket
import subprocess
import sys

import pytest
from wellformed import check_all

from generator.model import Article, Problem
from generator.reading.folder import read_file

PAGE = """<!DOCTYPE html><html lang="en-GB"><head><title>Harbour opens | Coast Herald</title>
<meta property="og:site_name" content="Coast Herald"><link rel="canonical" href="https://coast.example/harbour">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Harbour opens",
"datePublished": "2021-03-04T09:30:00+01:00", "author": [{"name": "Ann Writer"}],
"keywords": "harbour, storm"}]}</script>
</head><body><nav><ul><li><a href="/">Home</a></li></ul></nav><article><h1>Harbour opens</h1>
<figure><img src="x.jpg"><figcaption>Boats at the quay on Thursday morning.</figcaption></figure>
<p>The harbour of the town <em>opened</em> again on Thursday after a storm had closed it for three days, the
<a href="https://port.example/news">port office</a> said in a statement.</p><h2>Two piers broken</h2>
<p>Two piers were broken, and repairs are to cost about <b>4 million euros</b>, according to the office.</p>
<blockquote><p>We have never seen waves like these in all our years at sea, said one of the fishermen.</p></blockquote>
<ul><li>Pier one: closed until May</li></ul>
<p>The mayor said that the town would pay for half of the repairs of both.</p>
</article><footer>Copyright 2021 Coast Herald.</footer></body></html>"""
FEED = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Town Wire</title>
<entry><id>tag:x,1</id><title type="html">A &amp;amp; B</title><published>2020-12-28T10:00:00Z</published>
<link href="https://t.example/1"/><content type="html">&lt;p&gt;The first one.&lt;/p&gt;&lt;p&gt;The second.&lt;/p&gt;
&lt;script&gt;alert(1)&lt;/script&gt;</content></entry><entry><title>Empty</title></entry></feed>"""
XXE = """<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file://{file}">]>
<rss version="2.0"><channel><title>T</title><item><title>T</title>
<description>&x; some words</description></item></channel></rss>"""


@pytest.fixture(autouse=True)
def _no_network(monkeypatch):
    def refuse(*_arguments):
        raise AssertionError("reading must not use the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture
def read(tmp_path):
    def reading(name, content):
        (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        return check_all(read_file(tmp_path, name))

    return reading


def kinds(article):
    return [(block.kind.value, article.text[block.span.start : block.span.end]) for block in article.blocks]


def test_what_only_some_articles_need_is_loaded_only_for_them():
    """The parts that read pages and feeds, and all that annotates: they take longer to load than a small build."""
    parts = {"feedparser", "htmldate", "lxml", "numpy", "nupunkt", "simplemma", "trafilatura", "wordfreq", "yake"}
    code = "import sys, generator.reading.folder, generator.annotate.annotations; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert parts.intersection(done.stdout.split()) == set()


def test_a_page_is_read_without_what_belongs_to_the_site(read):
    [article] = read("harbour.html", PAGE)
    assert [kind for kind, _ in kinds(article)] == [
        "heading",
        "caption",
        "paragraph",
        "heading",
        "paragraph",
        "quotation",
        "list item",
        "paragraph",
    ]
    assert "Home" not in article.text
    assert "Copyright" not in article.text
    assert [(inline.kind.value, inline.target) for inline in article.inlines] == [
        ("emphasis", ""),
        ("link", "https://port.example/news"),
        ("strong", ""),
    ]


def test_a_page_states_its_metadata(read):
    [article] = read("harbour.html", PAGE)
    assert (article.title, article.source, article.authors) == ("Harbour opens", "Coast Herald", ("Ann Writer",))
    assert (article.date, article.language, article.url) == (
        "2021-03-04T09:30:00+01:00",
        "en-GB",
        "https://coast.example/harbour",
    )
    assert article.tags == ("harbour", "storm")
    assert [guess for guess in article.guesses if guess.field != "text"] == []


def test_front_matter_of_a_page_comes_first(read):
    [article] = read("harbour.html", f"---\ntitle: Ours\n---\n{PAGE}")
    assert article.title == "Ours"


def test_no_date_is_invented_for_a_page(read):
    [article] = read(
        "page.html",
        "<html><body><p>Copyright 2019. The town has had a bridge since 1984-05-06, it said.</p></body></html>",
    )
    assert article.date == ""


@pytest.mark.parametrize(
    "text", ["<h1>Hello<h2>World", "just words", "<div>" * 5000 + "deep words", "<table><td>one<td>two"]
)
def test_a_fragment_is_read_as_it_stands(read, text):
    assert isinstance(read("a.html", text)[-1], Article)


@pytest.mark.parametrize(
    "before",
    [
        pytest.param("<html><title>Ferry</title>", id="no head, no body"),
        pytest.param("<title>Ferry</title><meta name=a content=b>", id="nor html"),
        pytest.param("<html><head><title>Ferry</title></head>", id="no body"),
        pytest.param("<html><head><title>Ferry</title></head><body>", id="all"),
    ],
)
def test_a_page_may_leave_out_the_tags_that_html_lets_it_leave_out(read, before):
    [article] = read(
        "a.html", f"<!doctype html>{before}<article><h1>Ferry</h1><p>The ferry sails from the pier.</article>"
    )
    assert article.text == "Ferry\n\nThe ferry sails from the pier."


def test_a_page_saved_as_text_is_read_as_a_page(read):
    assert read("harbour.txt", PAGE)[0].title == "Harbour opens"


def test_markdown_becomes_blocks(read):
    [article] = read(
        "a.md",
        "# Two bridges\n\nA *first* `one`, [link](https://x.example/) and <b>bold</b> <SRD>.\nSecond line.\n\n"
        "- one\n  - two\n\n1. a\n2. b\n\n"
        "> said\n\n![A boat](x.jpg)\n\n| a | b |\n|---|---|\n| c | d |\n\n```\nx  y\n```\n\n"
        "<p>raw <em>html</em></p><script>alert(1)</script>\n",
    )
    assert article.title == "Two bridges"
    assert kinds(article) == [
        ("heading", "Two bridges"),
        ("paragraph", "A first one, link and bold <SRD>. Second line."),
        ("list item", "one"),
        ("list item", "two"),
        ("list item", "a"),
        ("list item", "b"),
        ("quotation", "said"),
        ("caption", "A boat"),
        ("paragraph", "a b"),
        ("paragraph", "c d"),
        ("preformatted", "x  y"),
        ("paragraph", "raw html"),
    ]
    assert [block.level for block in article.blocks if block.kind.value == "list item"] == [1, 2, 1, 1]


def test_a_feed_has_an_article_for_each_entry(read):
    article, problem = read("wire.xml", FEED)
    assert (article.title, article.source, article.date, article.url) == (
        "A & B",
        "Town Wire",
        "2020-12-28T10:00:00+00:00",
        "https://t.example/1",
    )
    assert article.id.startswith("wire/")
    assert kinds(article) == [("paragraph", "The first one."), ("paragraph", "The second.")]
    assert problem == Problem("wire.xml", "entry 2", "is empty", "write the article, or delete it", left_out=True)


def test_a_feed_reads_no_other_file(read, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("hush hush")
    for item in read("wire.xml", XXE.format(file=secret)):
        assert "hush" not in str(item)


def test_a_feed_that_is_the_name_of_a_file_is_none(read, tmp_path):
    (tmp_path / "other.xml").write_text(FEED)
    [problem] = read("wire.xml", str(tmp_path / "other.xml"))
    assert problem.left_out


def test_json_is_an_object_a_list_or_a_feed(read):
    one = {"text": "Some words.", "headline": "One", "id": "x y"}
    assert [item.id for item in read("a.json", json.dumps(one))] == ["x y"]
    assert [item.id for item in read("a.json", json.dumps([one, {"text": "Other words."}]))] == ["x y", "a/2"]
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Town Wire",
        "items": [{"id": "1", "content_html": "<p>Some <b>words</b>"}],
    }
    [article] = read("a.json", json.dumps(feed))
    assert (article.source, article.text, article.place) == ("Town Wire", "Some words", "entry 1")


def test_every_format_may_be_gzipped(read):
    assert read("a.txt.gz", gzip.compress(b"Some words."))[0].id == "a"
    assert read("a.jsonl.gz", gzip.compress(b'{"text": "Some words."}\n'))[0].id == "a/1"
    assert read("a.txt.gz", b"no gzip")[0].what == "is no whole gzipped file"
    assert read("a.txt.gz", gzip.compress(b"Some words." * 9000)[:-20])[0].what == "is no whole gzipped file"


def test_a_gzip_bomb_is_refused(read):
    [problem] = read("a.txt.gz", gzip.compress(bytes(65 << 20)))
    assert problem.what == "is larger than 64 MiB"


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        pytest.param("a.txt", b"", "is empty", id="empty"),
        pytest.param("a.md", b"---\ntitle: A\n---\n", "is empty", id="front matter alone"),
        pytest.param("a.txt", b"... !!!", "has no words", id="no words"),
        pytest.param("a.html", b"<script>x</script>", "is empty", id="script alone"),
        pytest.param("a.json", b"{", "is no valid JSON", id="broken JSON"),
        pytest.param("a.json", b"[" * 100_000, "is no valid JSON", id="deep JSON"),
        pytest.param("a.xml", b"<note>hi</note>", "is no feed (RSS or Atom)", id="other XML"),
        pytest.param("a.txt", b"\x89PNG\r\n\x1a\n\x00", "is a picture and no text", id="picture"),
    ],
)
def test_what_cannot_be_read_is_said(read, name, content, what):
    [problem] = read(name, content)
    assert (problem.what, problem.left_out) == (what, True)
