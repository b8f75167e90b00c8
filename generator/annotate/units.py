"""Units of figures: money, shares and measures, by the words and signs that stand beside a number."""

import re
from decimal import Decimal
from functools import lru_cache

from generator.annotate.numerals import GAP, locale
from generator.model import Record
from generator.text import base_language

_HUNDREDTH = Decimal("0.01")


class Unit(Record, frozen=True):
    """What a number is a number of."""

    code: str
    """As in `Figure.unit`."""
    factor: Decimal = Decimal(1)
    """What the number is multiplied by: a hundredth for per cent and pence."""


_SHARE = Unit("share", _HUNDREDTH)
_SHARES = {
    "%": _SHARE, "per cent": _SHARE, "percent": _SHARE, "pct": _SHARE, "percentage point": _SHARE,
    "percentage points": _SHARE, "pct points": _SHARE, "pct point": _SHARE,
    "basis points": Unit("share", Decimal("0.0001")),
    "basis point": Unit("share", Decimal("0.0001")), "por cento": _SHARE, "por ciento": _SHARE, "pour cent": _SHARE,
    "prozent": _SHARE, "prozentpunkte": _SHARE, "pontos percentuais": _SHARE, "puntos porcentuales": _SHARE,
    "points de pourcentage": _SHARE,
}  # fmt: skip
_MEASURES = {
    "km": "km kms kilometre kilometres kilometer kilometers quilómetros quilômetros kilomètres kilómetros",
    "m": "metre metres meter meters metros mètres", "cm": "cm centimetres centimeters", "mm": "mm millimetres",
    "mi": "mile miles", "ft": "ft foot feet", "in": "inch inches", "yd": "yd yards yard",
    "kg": "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes kilogramm", "g": "gram grams gramme grammes",
    "t": "tonne tonnes toneladas tonnen", "ton": "ton tons", "oz": "oz ounce ounces", "lb": "lb lbs",
    "bbl": "bbl bbls barrel barrels barris barils barriles", "bbl/d": "bpd b/d", "l": "litre litres liter liters",
    "gal": "gallon gallons", "bu": "bushel bushels", "acre": "acre acres", "ha": "hectare hectares hectares",
    "mph": "mph", "km/h": "kmh kph", "MW": "MW megawatt megawatts", "kW": "kW kilowatts", "GW": "GW gigawatts",
    "GHz": "GHz", "MHz": "MHz", "GB": "GB gigabytes gigabyte", "MB": "MB megabytes megabyte", "Mbps": "Mbps",
}  # fmt: skip
_LONG_MEASURES = {
    "barrels per day": "bbl/d", "barrels a day": "bbl/d", "square miles": "mi2", "square kilometres": "km2",
    "square kilometers": "km2", "square metres": "m2", "square meters": "m2", "square feet": "ft2",
    "sq ft": "ft2", "sq km": "km2", "cubic feet": "ft3", "cubic metres": "m3", "cubic meters": "m3",
    "miles per hour": "mph", "fluid ounces": "fl oz", "troy ounces": "ozt", "long tons": "long ton",
    "short tons": "short ton",
}  # fmt: skip
_MONEY_WORDS = {
    "USD": "dollar dollars dlr dlrs dólar dólares buck bucks",
    "GBP": "pound pounds sterling stg quid libra libras pfund",
    "EUR": "euro euros", "JPY": "yen iene ienes", "DEM": "marks dmark dmarks d-marks", "FRF": "franc francs",
    "CHF": "franken sfr sfrs", "ITL": "lira lire", "CNY": "yuan renminbi rmb yuanes",
    "RUB": "rouble roubles ruble rubles",
    "INR": "rupee rupees crore", "ATS": "schilling schillings", "NLG": "guilder guilders", "BRC": "cruzado cruzados",
    "BRL": "reais reales", "ZAR": "rand", "ZMW": "kwacha", "MYR": "ringgit", "THB": "baht", "ESP": "peseta pesetas",
    "PTE": "escudo escudos", "GRD": "drachma drachmas", "MXN": "peso pesos", "IDR": "rupiah", "PLN": "zloty zlotys",
    "HUF": "forint forints", "ILS": "shekel shekels",
}  # fmt: skip
"""Names without a country; of those that several countries share, the one news in that language mostly means."""
_WIRE = {
    "dollars": ("dlrs", "dlr"), "dollar": ("dlr", "dlrs"), "kronor": ("crowns",), "kroner": ("crowns",),
    "krona": ("crown",), "krone": ("crown",), "rubles": ("roubles",),
}  # fmt: skip
"""What news agencies call what CLDR names otherwise."""
_PENCE = {"pence": "GBP", "penny": "GBP", "cent": "USD", "cents": "USD", "cts": "USD", "ct": "USD", "centavos": "BRL"}
_ATTACHED = {
    "p": Unit("GBP", _HUNDREDTH),
    "m": Unit("m"),
    "g": Unit("g"),
    "t": Unit("t"),
    "l": Unit("l"),
    "ft": Unit("ft"),
}
"""One letter behind digits, without a blank."""
_SIGNS = {
    "US$": "USD", "HK$": "HKD", "NZ$": "NZD", "NT$": "TWD", "CA$": "CAD", "C$": "CAD", "A$": "AUD", "AU$": "AUD",
    "S$": "SGD", "R$": "BRL", "MX$": "MXN", "CN¥": "CNY", "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR",
    "₩": "KRW", "₽": "RUB", "₪": "ILS", "₺": "TRY", "₱": "PHP", "₦": "NGN", "₫": "VND", "Rs": "INR", "Rs.": "INR",
    "RMB": "CNY", "DM": "DEM", "SFr": "CHF", "FFr": "FRF", "Y": "JPY",
}  # fmt: skip
_CODES = ("USD", "EUR", "GBP", "JPY", "CNY", "CHF", "CAD", "AUD", "HKD", "INR", "BRL", "SEK", "NOK", "DKK", "SGD")
_SIGN_BEFORE = re.compile(
    r"(?<![\w$])("
    + "|".join(
        re.escape(sign) for sign in sorted({*_SIGNS, *_CODES} - {"£", "€", "$"}, key=lambda sign: (-len(sign), sign))
    )
    + rf"){GAP}?$|([$£€]){GAP}?$"
)
_WORDS_AFTER = re.compile(
    rf"(?:{GAP}|-)?(?:de{GAP}|d['’])?([^\W\d_][\w/-]{{0,19}})(?:(?:{GAP}|-)([^\W\d_]\w{{0,19}}))?(?:{GAP}([^\W\d_]\w{{0,19}}))?"
)
_ATTACHED_WORD = re.compile(r"[^\W\d_]{1,5}(?!\w)")
_LONGEST_SIGN = 6


@lru_cache(maxsize=64)
def _names(language: str) -> dict[str, Unit]:
    """Every unit by what it is called, in lower case."""
    named = {name.lower(): Unit(code) for code, names in _MEASURES.items() for name in names.split()}
    named |= {name: Unit(code) for name, code in _LONG_MEASURES.items()}
    named |= {name: Unit(code) for code, name in _currency_names(language)}
    named |= {name: Unit(code) for code, names in _MONEY_WORDS.items() for name in names.split()}
    named |= {f"us {name}": Unit("USD") for name in ("dollar", "dollars", "dlr", "dlrs")}
    named |= {code.lower(): Unit(code) for code in _CODES}
    named |= {name: Unit(code, _HUNDREDTH) for name, code in _PENCE.items()}
    return named | _SHARES


def is_unit(word: str, language: str) -> bool:
    """Whether the word, in any letter case, is the name of a unit of money or measure."""
    return word.lower() in _names(base_language(language))


def _currency_names(language: str) -> list[tuple[str, str]]:
    """Codes and names of currencies of two words or more ("Swiss francs"), by CLDR."""
    names: list[tuple[str, str]] = []
    for code in map(str, locale(base_language(language)).currencies):
        for count in (1, 2):
            name = _currency_name(code, count, language).lower()
            *country, noun = name.split()
            if country and "(" not in name:
                names += [(code, " ".join((*country, word))) for word in (noun, *_WIRE.get(noun, ()))]
    return names


def _currency_name(code: str, count: int, language: str) -> str:
    from babel.numbers import get_currency_name

    return get_currency_name(code, count=count, locale=locale(language))


def unit_before(text: str, place: int) -> tuple[Unit, int] | None:
    """The sign of money that ends at the place, and where it starts."""
    window = text[max(0, place - _LONGEST_SIGN) : place]
    match = _SIGN_BEFORE.search(window)
    if not match:
        return None
    sign = match[1] or match[2]
    return Unit(_SIGNS.get(sign, sign)), place - len(window) + match.start()


def unit_after(text: str, place: int, language: str) -> tuple[Unit, int] | None:
    """The unit that begins at the place, and where it ends; the longest that is known."""
    if match := _PERCENT.match(text, place):
        return _SHARE, match.end()
    if (match := _ATTACHED_WORD.match(text, place)) and (unit := _ATTACHED.get(match.group())):
        return unit, match.end()
    if match := _WORDS_AFTER.match(text, place):
        names = _names(base_language(language))
        for count in (3, 2, 1):
            words = match.groups()[:count]
            if all(words) and (unit := names.get(" ".join(words).lower())):
                return unit, match.end(count)
        first = match[1].partition("/")[0].partition("-")[0]
        if unit := names.get(first.lower()):
            return unit, match.start(1) + len(first)
    return None


_PERCENT = re.compile(rf"{GAP}?[%％]")
