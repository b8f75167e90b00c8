"""The words of the interface: every language has each of them, and writes numbers and dates as it does."""

import ast
import re
from decimal import Decimal

import pytest
from babel.messages.pofile import read_po
from harbour import ROOT, TEMPLATES, VERSIONS, sample, site
from msgspec.structs import replace as replaced

from generator.model import Copy, CopyKind
from generator.render import dates, messages, story_words, words
from generator.render.about_view import about_view
from generator.render.index import index
from generator.render.language import TRANSLATIONS, language_of, translated
from generator.render.pages import render

PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w*\}")
WANTED = {message if isinstance(message, str) else message[0]: message for message in messages.messages()}


def catalog(tag):
    with (TRANSLATIONS / f"{tag}.po").open("rb") as file:
        return read_po(file, locale=tag)


def texts(value) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def test_the_interface_is_there_in_these_languages():
    assert {"de", "es", "fr", "zh"} <= set(translated())


@pytest.mark.parametrize("tag", translated())
def test_a_language_has_every_message_and_no_other(tag):
    known = {texts(one.id)[0]: one for one in catalog(tag) if one.id}
    assert known.keys() == WANTED.keys()
    assert [one.id for one in known.values() if one.fuzzy or not all(texts(one.string))] == []


@pytest.mark.parametrize("file", sorted((ROOT / "generator" / "render").glob("*.py")), ids=lambda file: file.name)
def test_no_message_stands_inside_a_formatted_string(file):
    """There it would be overlooked, and stay English."""
    whole = [node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.JoinedStr)]
    inside = (node for each in whole for node in ast.walk(each) if isinstance(node, ast.Call) and node.args)
    found = [
        node.lineno
        for node in inside
        if getattr(node.func, "attr", "") in {"gettext", "ngettext"} and isinstance(node.args[0], ast.Constant)
    ]
    assert found == []


@pytest.mark.parametrize("tag", translated())
def test_a_translation_has_the_places_for_values_that_its_message_has(tag):
    for one in catalog(tag):
        wanted = set(PLACEHOLDER.findall(texts(one.id)[-1])) if one.id else set()
        for text in texts(one.string) if one.id else ():
            assert set(PLACEHOLDER.findall(text)) == wanted, (one.id, text)


@pytest.mark.parametrize("tag", translated())
def test_a_message_with_a_plural_has_all_forms_of_the_language(tag):
    made = catalog(tag)
    assert {len(one.string) for one in made if isinstance(one.id, tuple | list)} == {made.num_plurals}


@pytest.mark.parametrize("tag", translated())
def test_a_file_of_translations_is_in_the_order_of_the_code(tag):
    """Else `python -m generator.render.messages` has to be called."""
    made = catalog(tag)
    made.header_comment = catalog(tag).header_comment
    assert messages.written(messages.up_to_date(made)) == (TRANSLATIONS / f"{tag}.po").read_text("utf-8")


def test_the_theme_has_the_words_of_the_translations():
    """Else `python -m generator.render.messages` has to be called."""
    assert messages.WORDS.read_text("utf-8") == messages.theme_words()


@pytest.mark.parametrize("tag", translated())
def test_the_scripts_have_the_words_of_the_translations(tag):
    """Else `python -m generator.render.messages` has to be called."""
    assert messages.script_words_file(tag).read_text("utf-8") == messages.script_words(language_of(tag))


@pytest.mark.parametrize(
    ("tag", "date", "number", "share", "score", "both"),
    [
        pytest.param("en", "28 December 2020", "7,800", "7.5%", ".83", "A, B and C", id="English"),
        pytest.param("de", "28. Dezember 2020", "7.800", "7,5\xa0%", "0,83", "A, B und C", id="German"),
        pytest.param("fr", "28 décembre 2020", "7\u202f800", "7,5\xa0%", "0,83", "A, B et C", id="French"),
        pytest.param("es", "28 de diciembre de 2020", "7.800", "7,5\xa0%", "0,83", "A, B y C", id="Spanish"),
        pytest.param("zh", "2020年12月28日", "7,800", "7.5%", "0.83", "A、B和C", id="Chinese"),
    ],
)
def test_dates_numbers_and_lists_are_as_the_language_writes_them(tag, date, number, share, score, both):  # noqa: PLR0913, PLR0917 - one for each
    language = language_of(tag)
    assert dates.shown("2020-12-28", tag).words == date
    assert language.number(7800) == number
    assert language.percent(Decimal("0.075")) == share
    assert language.score(0.83) == score
    assert language.all("ABC") == both


@pytest.mark.parametrize(
    ("tag", "shown"),
    [
        pytest.param("de", ["0 Artikel", "1 Artikel", "2 Artikel"], id="one and many, alike"),
        pytest.param("fr", ["0 article", "1 article", "2 articles"], id="none counts as one"),
        pytest.param("zh", ["0篇文章", "1篇文章", "2篇文章"], id="no plural"),
        pytest.param("en", ["0 articles", "1 article", "2 articles"], id="the messages themselves"),
    ],
)
def test_the_form_is_that_of_the_number(tag, shown):
    assert [words.articles(language_of(tag), count) for count in range(3)] == shown


def test_what_is_put_together_reads_as_a_sentence():
    near = Copy("a", "b", CopyKind.NEAR, 0.93)
    said = story_words.copy_of(language_of("de"), near, "Hafenpost")
    assert said == "Kopie von Hafenpost, fast wörtlich, 93\xa0% gemeinsam"
    assert story_words.verdict(language_of("de"), 1, 2) == "An 1 Stelle können nicht beide recht haben."


def set_to(tag):
    from dataclasses import replace

    return replace(site(), language=tag)


def test_a_language_without_translations_is_english_and_the_page_about_the_digest_says_so():
    known = index(sample(), set_to("fi"))
    assert known.site.language == "en"
    assert about_view(known, VERSIONS).note == ("The interface is in English: there are no words of it in “fi” yet.")
    assert about_view(index(sample(), set_to("de")), VERSIONS).note == ""


def test_pages_are_in_the_language_and_kept_english_is_marked_as_such():
    digest = sample()
    first = digest.articles[0]
    guess = replaced(first.article.guesses[0], method="some new way") if first.article.guesses else None
    assert guess is not None
    changed = replaced(first, article=replaced(first.article, guesses=(guess,)))
    digest = replaced(digest, articles=(changed, *digest.articles[1:]))
    pages = {page.path: page.content for page in render(digest, set_to("de"), TEMPLATES, VERSIONS)}
    article = next(text for path, text in pages.items() if path.startswith("articles/") and "some new way" in text)
    assert '<span lang="en">some new way</span>' in article
    assert "## Wie diese Seite entstand" in article
    assert "How this page was made" not in article


def test_a_text_that_is_no_message_stays_as_it_is():
    assert language_of("de").gettext("100 %” of it, %s and %(x)s") == "100 %” of it, %s and %(x)s"
