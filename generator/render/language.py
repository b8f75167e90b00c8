"""The interface in one language: its words out of a catalogue, and its numbers and lists out of CLDR.

English stands in templates and code as the messages of gettext; `translations/<language>.po` has them in another.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from generator.render.languages import locale_of

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

TRANSLATIONS = Path(__file__).parent / "translations"
ENGLISH = "en"
_PLAIN = 1000
"""Numbers below this one have no separator in any language."""
Text = str | tuple[str, ...]


def N_(message: str) -> str:  # noqa: N802 - as gettext calls it
    """The message itself: it is translated where it is printed."""
    return message


def translated() -> tuple[str, ...]:
    """The languages that the interface is there in besides English."""
    return tuple(sorted(file.stem for file in TRANSLATIONS.glob("*.po")))


@dataclass(frozen=True, eq=False)
class Language:
    """A language of the interface."""

    tag: str
    """BCP 47."""
    texts: Mapping[str, Text]
    """Translations by message; of a message with a plural all its forms."""
    catalog: "Catalog | None" = None

    @cached_property
    def locale(self) -> Locale:
        """How it is written."""
        return locale_of(self.tag)

    def gettext(self, message: str, **values: object) -> str:
        """The message in this language, with the values in it."""
        text = str(self.texts.get(message, message))
        if not values:  # a text that is no message may be an article's, with any signs in it
            return text
        return text % {name: self._shown(value) for name, value in values.items()}

    def ngettext(self, one: str, many: str, count: int, **values: object) -> str:
        """The message in the form that the count wants."""
        forms = self.texts.get(one)
        if forms is None:
            text = one if count == 1 else many
        else:
            text = forms[self.form(count)] if isinstance(forms, tuple) else forms
        return text % {"count": self.number(count), **{name: self._shown(value) for name, value in values.items()}}

    def form(self, count: int) -> int:
        """Which of the forms of a plural a count wants."""
        return _form(self.catalog, count) if self.catalog else int(count != 1)

    def knows(self, message: str) -> bool:
        """Whether a text that is put together elsewhere can be said in this language."""
        return self.tag == ENGLISH or message in self.texts

    def _shown(self, value: object) -> object:
        return self.number(value) if type(value) is int else value

    def number(self, value: int | Decimal) -> str:
        """`7,800`, as the language writes it."""
        return str(value) if type(value) is int and 0 <= value < _PLAIN else _decimal(value, self.locale)

    def percent(self, share: Decimal | float) -> str:
        """`7.5%`, as the language writes it."""
        return _percent(Decimal(str(share)), self.locale)

    def score(self, value: float) -> str:
        """`.83`, `1` for the whole: English leaves the nought out."""
        text = _score(round(value, 2), self.locale)  # so that what is kept of the last ones is of use
        return text.removeprefix("0") if self.tag == ENGLISH else text

    def listed(self, texts: Iterable[str]) -> str:
        """The texts with commas between them, or with what the language has for these."""
        return self.comma.join(texts)

    def all(self, texts: Iterable[str]) -> str:
        """`A, B and C`."""
        return format_list(list(texts), locale=self.locale)

    @cached_property
    def comma(self) -> str:
        """What stands between the entries of a list."""
        return str(self.locale.list_patterns["standard"]["middle"]).replace("{0}", "").replace("{1}", "")


@lru_cache(maxsize=16)
def language_of(tag: str) -> Language:
    """The interface in a language; in English where it is not there in this one."""
    if tag not in translated():
        return Language(ENGLISH, {})
    from babel.messages.pofile import read_po  # which English does without

    with (TRANSLATIONS / f"{tag}.po").open("rb") as file:
        catalog = read_po(file, locale=tag.replace("-", "_"))
    texts = {_id(message.id): _text(message.string) for message in catalog if message.id and message.string}
    return Language(tag, texts, catalog)


def _id(message: str | tuple[str, ...] | list[str]) -> str:
    return message if isinstance(message, str) else message[0]


def _text(text: str | tuple[str, ...] | list[str]) -> Text:
    return text if isinstance(text, str) else tuple(text)


@lru_cache(10_000)
def _form(catalog: "Catalog", count: int) -> int:
    from gettext import c2py  # what gettext itself reads these with

    return int(c2py(catalog.plural_expr)(count))


@lru_cache(50_000)
def _decimal(value: int | Decimal, locale: Locale) -> str:
    return str(format_decimal(value, locale=locale, decimal_quantization=False))


@lru_cache(10_000)
def _percent(share: Decimal, locale: Locale) -> str:
    return str(format_percent(share, locale=locale, decimal_quantization=False))


@lru_cache(1000)
def _score(value: float, locale: Locale) -> str:
    return str(format_decimal(value, "0" if value == 1 else "0.00", locale))
