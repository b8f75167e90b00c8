"""All messages of the interface, out of templates, scripts and code: what a file of translations has to have.

python -m generator.render.messages          brings every file of translations up to date, and the theme's copies
python -m generator.render.messages fr-CA    begins one for a further language
"""

import io
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

from generator.render.language import TRANSLATIONS, Language, language_of, translated

PACKAGE = Path(__file__).parents[1]
TEMPLATES = PACKAGE.parent / "site_templates"
WORDS = TEMPLATES / "theme" / "partials" / "words.html"
SCRIPTS = TEMPLATES / "theme" / "assets" / "digest"
_KEYWORDS = {"_": None, "gettext": None, "N_": None, "ngettext": (1, 2), "t": None}
_EVIDENCE = {"add": (3,)}
"""What speaks for the kind of a name is said where it is found."""
Message = str | tuple[str, ...]


def messages() -> list[Message]:
    """Every message, those with a plural as both forms, in the order of the files."""
    return list(dict.fromkeys(message for file in _files() for message in _in_file(file)))


def _files() -> Iterator[Path]:
    yield from sorted((TEMPLATES / "pages").glob("*.jinja"))
    yield from _theme()
    yield from sorted((PACKAGE / "render").glob("*.py"))
    yield PACKAGE / "annotate" / "name_kinds.py"
    yield from _scripts()


def _theme() -> list[Path]:
    return [file for file in sorted((TEMPLATES / "theme").rglob("*.html")) if file != WORDS]


def _scripts() -> list[Path]:
    return sorted(SCRIPTS.glob("*.js"))


def _in_file(file: Path) -> Iterator[Message]:
    method = {".py": "python", ".js": "javascript"}.get(file.suffix, "jinja2.ext:babel_extract")
    keywords = _EVIDENCE if file.parent.name == "annotate" else _KEYWORDS
    options = {"newstyle_gettext": "true", "trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
    with io.BytesIO(file.read_bytes()) as text:
        for _, message, _, _ in extract(method, text, keywords, options=options):
            yield message if isinstance(message, str) else tuple(message)


def up_to_date(catalog: Catalog) -> Catalog:
    """The catalogue with a place for each message and for no other, in the order of the code."""
    made = Catalog(locale=catalog.locale, header_comment=catalog.header_comment, fuzzy=False)
    for message in messages():
        known = catalog.get(message if isinstance(message, str) else message[0])
        string = known.string if known and known.id == message else ""
        made.add(message, string or ("" if isinstance(message, str) else ("",) * made.num_plurals))
    return made


def written(catalog: Catalog) -> str:
    """The catalogue as its file has it."""
    file = io.BytesIO()
    write_po(file, catalog, width=120, omit_header=False, no_location=True)
    lines = file.getvalue().decode("utf-8").splitlines(keepends=True)
    return "".join(
        line
        for line in lines
        if not re.match(
            r'"(?:POT-Creation|PO-Revision|Generated-By|Project|Report|Last-Translator|Language-Team)', line
        )
    )


def theme_words() -> str:
    """The template that has the theme's words in every language: MkDocs and Zensical know nothing of catalogues."""
    wanted = list(dict.fromkeys(message for file in _theme() for message in _in_file(file)))
    words = {tag: {text: language_of(tag).texts.get(str(text), text) for text in wanted} for tag in translated()}
    return f"{_HEAD}{{%- set words = {_literal(words)} -%}}\n{_MACROS}"


def script_words_file(tag: str) -> Path:
    """The file that has the words of the scripts in a language; English they have themselves."""
    return SCRIPTS / "words" / f"{tag}.js"


def script_words(language: Language) -> str:
    """The words of the scripts in a language, as a module that only a page in this language fetches."""
    wanted = list(dict.fromkeys(message for file in _scripts() for message in _in_file(file)))
    texts = {one if isinstance(one, str) else one[0]: _forms(one, language) for one in wanted}
    return f"// {_MADE}\nexport default {_literal(texts)};\n"


def _forms(message: Message, language: Language) -> object:
    """A text; of a message with a plural its forms by CLDR's name of each, as scripts choose among them."""
    if isinstance(message, str):
        return language.texts.get(message, message)
    texts = language.texts.get(message[0], message)
    plural = language.locale.plural_form
    numbers = {plural(number): number for number in (*range(200, -1, -1), 1_000_000)}
    return {name: texts[language.form(number)] for name, number in sorted(numbers.items())}


def _literal(words: object) -> str:
    return json.dumps(words, ensure_ascii=False, indent=1)


_MADE = "Made by `python -m generator.render.messages` out of the translations: edit those."
_HEAD = f"{{#- {_MADE} -#}}\n"
_MACROS = (
    "{%- set here = words[config.theme.language] or {} -%}\n"
    "{%- macro tag() -%}{{ config.theme.language if config.theme.language in words else 'en' }}{%- endmacro -%}\n"
    "{%- macro t(text) -%}{{ (here[text] or text) | e }}{%- endmacro -%}\n"
)


def main(begun: list[str]) -> None:
    """Writes all that is made of the messages."""
    for tag in sorted({*translated(), *begun}):
        file = TRANSLATIONS / f"{tag}.po"
        locale = tag.replace("-", "_")
        catalog = read_po(io.BytesIO(file.read_bytes()), locale=locale) if file.exists() else Catalog(locale=locale)
        file.write_text(written(up_to_date(catalog)), encoding="utf-8")
    WORDS.write_text(theme_words(), encoding="utf-8")
    for tag in translated():
        script_words_file(tag).write_text(script_words(language_of(tag)), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
