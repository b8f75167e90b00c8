import pytest
from hypothesis import given
from hypothesis import strategies as st
from wellformed import check_all

from generator.model import Article, BlockKind
from generator.reading.article import make_article
from generator.reading.draft import Metadata, Where
from generator.reading.plain import read_plain

SENTENCE = "The council of the town voted on the new bridge over the river, and most of its members were for it. "
GERMAN = "Der Rat der Stadt hat am Montag über die neue Brücke abgestimmt."


def read(text, path="a.txt", **metadata):
    given_metadata = Metadata(**metadata)
    body = read_plain(text, given_metadata.title, given_metadata.language)
    items = check_all(make_article(Where(path, "a"), given_metadata, body))
    return next(item for item in items if isinstance(item, Article))


def kinds(article):
    return [(block.kind.value, article.text[block.span.start : block.span.end]) for block in article.blocks]


def methods(article, field):
    return [(guess.value, guess.method) for guess in article.guesses if guess.field == field]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("One is here.\n\nTwo is here.", ["One is here.", "Two is here."], id="blank lines"),
        pytest.param("One.\r\n\r\nTwo.\r\rThree.", ["One.", "Two.", "Three."], id="line ends of all systems"),
        pytest.param(
            "A long line of the first paragraph that\nwas wrapped at forty characters or so by\na machine.\n"
            "    The next one is indented.",
            [
                "A long line of the first paragraph that\nwas wrapped at forty characters or so by\na machine.",
                "The next one is indented.",
            ],
            id="wrapped lines, indented paragraphs",
        ),
        pytest.param(
            "The first line of this text was wrapped by a machine at\nabout sixty characters. It ends here.\n"
            "The second paragraph has a line of its own, and a second\none.",
            [
                "The first line of this text was wrapped by a machine at\nabout sixty characters. It ends here.",
                "The second paragraph has a line of its own, and a second\none.",
            ],
            id="wrapped lines, short last lines",
        ),
        pytest.param(f"{SENTENCE}\n{SENTENCE}", [SENTENCE.strip()] * 2, id="a paragraph a line"),
    ],
)
def test_paragraphs_are_found(text, parts):
    assert kinds(read(text, title="T")) == [("paragraph", part) for part in parts]


def test_a_block_too_long_to_read_is_parted_at_ends_of_sentences():
    article = read(SENTENCE * 20)
    assert len(article.blocks) == 4
    assert all(article.text[block.span.end - 1] == "." for block in article.blocks)
    assert ("3 paragraph breaks added", "the ends of sentences, in a line too long to read") in methods(article, "text")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("The bridge at dawn. Photo: Handout", "caption", id="credit at the end"),
        pytest.param("The bridge at dawn (AP Photo/Ann Writer)", "caption", id="agency and name"),
        pytest.param("Photo: the bridge", "caption", id="credit at the beginning"),
        pytest.param("Die Brücke am Morgen. Foto: dpa", "caption", id="German"),
        pytest.param("Read more:", "boilerplate", id="dangling link"),
        pytest.param("Sign up for our newsletter", "boilerplate", id="newsletter"),
        pytest.param("ADVERTISEMENT", "boilerplate", id="advertisement"),
        pytest.param("© 2020 The Wire. All rights reserved.", "boilerplate", id="copyright"),
        pytest.param("By Ann Writer and Bob de Vries", "boilerplate", id="byline"),
        pytest.param("Published: 28 December 2020", "boilerplate", id="line with a date"),
        pytest.param("By Monday the water had gone.", "paragraph", id="a sentence that begins like a byline"),
        pytest.param(
            "He showed a photo: it was of the bridge, and nobody had seen it before.", "paragraph", id="a photo told of"
        ),
        pytest.param(
            "Follow us, they said, and the crowd did so without a word of doubt, "
            "and turned round and went home again, and that was all there was to it.",
            "paragraph",
            id="a long sentence",
        ),
    ],
)
def test_lines_are_told_from_the_text(line, kind):
    article = read(f"{SENTENCE}\n\n{line}\n\n{SENTENCE}", title="T")
    assert kinds(article)[1] == (kind, line)


def test_a_caption_given_twice_is_set_aside():
    article = read(f"{SENTENCE}\n\nAnn's bridge. Photo: AP\nAnn’s bridge. Photo: AP\n\n{SENTENCE}", title="T")
    assert [block.kind for block in article.blocks][1:3] == [BlockKind.CAPTION, BlockKind.BOILERPLATE]
    assert ("1 caption told from the text", "the picture credits in them") in methods(article, "text")


@pytest.mark.parametrize(
    ("text", "title", "method"),
    [
        pytest.param(f"Town votes on bridge\n\n{SENTENCE}", "Town votes on bridge", "the headline", id="headline"),
        pytest.param(f"Town votes on bridge\n{SENTENCE}", "Town votes on bridge", "the headline", id="no blank line"),
        pytest.param(
            f"The old bridge. Photo: AP\n\nAs it had said before, {SENTENCE}",
            "As it had said before, The council of the town voted on the new bridge over the river",
            "the first sentence, cut at a clause",
            id="caption before",
        ),
        pytest.param(
            "The town has a bridge. It is new.", "The town has a bridge", "the first sentence", id="short sentence"
        ),
        pytest.param("Word " * 60, None, "the first sentence, cut between words", id="no clause"),
        pytest.param(
            f"“The bridge is new,” said the mayor of the town, who had come to see it with her own eyes {SENTENCE}",
            "“The bridge is new,” said the mayor of the town",
            "the first sentence, cut at a clause",
            id="quotation",
        ),
    ],
)
def test_a_title_is_found(text, title, method):
    article = read(text)
    assert title in (None, article.title)
    assert methods(article, "title") == [(article.title, method)]


def test_a_headline_stays_in_the_text_as_a_heading():
    article = read(f"Town votes on bridge\n\n{SENTENCE}", title="Town Votes on Bridge")
    assert kinds(article)[0] == ("heading", "Town votes on bridge")
    assert methods(article, "title") == []


def test_author_and_date_are_taken_from_lines_that_state_them():
    article = read(
        f"Town votes on bridge\n\nBy Ann Writer\nUpdated: 29 December 2020\n\n"
        f"RIVERTON, Dec. 28, 2020 (Wire) — {SENTENCE}"
    )
    assert (article.authors, article.date, article.updated) == (("Ann Writer",), "2020-12-28", "2020-12-29")
    assert methods(article, "date") == [("2020-12-28", "the dateline of the text")]


@pytest.mark.parametrize(
    "text", [f"RIVERTON, Feb 26 - {SENTENCE}", f"In May 2019, {SENTENCE}", f"Published: Monday\n\n{SENTENCE}"]
)
def test_no_date_is_invented(text):
    assert read(text).date == ""


def test_the_name_of_the_file_comes_before_the_text_and_metadata_before_both():
    text = f"Published: 28 December 2020\n\n{SENTENCE}"
    assert read(text, "2020-12-27-bridge.txt").date == "2020-12-27"
    assert read(text, "20201227.txt", date="2019-01-01").date == "2019-01-01"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(SENTENCE, "en", id="English"),
        pytest.param(GERMAN, "de", id="German"),
        pytest.param("市议会星期一投票决定在河上修建一座新的桥梁。", "zh", id="Chinese"),
        pytest.param("The end", "und", id="too short to tell"),
        pytest.param(
            "It was said that the men of the town and the women of the port would vote for the bridge, and that they "
            "have been at the hall with all of the children.",
            "en",
            id="plainly English",
        ),
        pytest.param(f"Das Lied heißt 'The End of the Road'. {GERMAN}", "de", id="English words in German"),
    ],
)
def test_the_language_is_found(text, language):
    assert read(text).language == language


def test_lists_and_quotations_are_blocks():
    article = read(f"{SENTENCE}\n- one\n  - two\n\n1. first\n2. second\n\n> said one\n> of them", title="T")
    assert [(block.kind.value, block.level, block.ordered) for block in article.blocks[1:]] == [
        ("list item", 1, False),
        ("list item", 2, False),
        ("list item", 1, True),
        ("list item", 1, True),
        ("quotation", 0, False),
    ]


@given(st.text() | st.text(alphabet="aB.,:;\n\r\t >-*1)(“”<b/em&x", max_size=400))
def test_any_text_is_read(text):
    items = make_article(Where("a.txt", "a"), Metadata(), read_plain(text, "", ""))
    check_all(items)
