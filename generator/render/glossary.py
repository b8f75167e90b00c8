"""What features of keywords and units of figures are called on a page; part of the words of the interface."""

from babel.numbers import get_currency_name

from generator.render.languages import locale_of

_FEATURES = {
    "a phrase": "how many words it has",
    "how often": "how often it stands",
    "how late": "where it first stands",
    "spread": "in how many sentences it stands",
    "in the opening": "that it stands in the opening",
    "its words' counts": "how often its words stand",
    "its rarest word's count": "how often the rarest of its words stands",
    "its words keep together": "that its words keep together",
    "length of the article": "the length of the article",
    "how often in a long article": "how often it stands for an article of this length",
    "rarity": "how rare its words are in the language",
    "rarity of its rarest word": "how rare its rarest word is in the language",
    "rarity of its commonest word": "how rare its commonest word is in the language",
    "capitals": "its capitals",
    "capitals inside sentences": "its capitals inside sentences",
    "acronym": "whether it has a word all in capitals",
    "ends like a verb": "whether it ends like a verb",
    "begins like a verb": "whether it begins like a verb",
    "adverb": "whether it has an adverb",
    "digits": "whether it has digits",
    "letters": "its length in letters",
    "three words and more": "whether it has three words or more",
    "its head's count": "how often its main word stands",
    "its first word's count": "how often its first word stands",
    "its commonest word's count": "how often the commonest of its words stands",
    "capital of its head": "whether its main word has a capital",
    "capital of its first word": "whether its first word has a capital",
    "a name": "whether it is a name",
    "begins or ends a name": "whether a longer name begins or ends with it",
    "hyphen": "whether it has a hyphen",
    "also in lower case": "whether it also stands without capitals",
    "ends in a form of a verb": "whether it ends in a form of a verb",
    "begins with a form of a verb": "whether it begins with a form of a verb",
    "goes on before": "how often other telling words stand right before it",
    "goes on after": "how often other telling words stand right behind it",
    "sentences of the article": "how many sentences the article has",
    "different words of the article": "how many different words the article has",
    "commonest word of the article": "how often the commonest word of the article stands",
    "repetition in the article": "how much the article repeats",
    "names in the article": "how many names the article has",
    "phrases of the article": "how many phrases the article has",
    "stands alone": "how often it stands apart from other telling words",
}
_BESIDE = {"and": "“and”", "is": "“is”"}
_GROUPS = (", of several words", ", of one word")
"""Phrases and single words are weighed apart, which is no matter to a reader."""


def feature(name: str) -> str:
    """A feature of keywords as a reader should see it; its own name where nothing better is known."""
    for group in _GROUPS:
        name = name.removesuffix(group)
    for side, place in (("after ", "before"), ("before ", "behind")):
        if name.startswith(side):
            beside = name.removeprefix(side)
            return f"how often {_BESIDE.get(beside, beside)} stands {place} it"
    return _FEATURES.get(name, name)


_UNITS = {
    "share": "Percentages and shares",
    "": "Counts",
    "km": "Kilometres", "m": "Metres", "cm": "Centimetres", "mm": "Millimetres", "mi": "Miles", "ft": "Feet",
    "in": "Inches", "yd": "Yards", "kg": "Kilograms", "g": "Grams", "t": "Tonnes", "ton": "Tons", "oz": "Ounces",
    "lb": "Pounds of weight", "bbl": "Barrels", "bbl/d": "Barrels a day", "l": "Litres", "gal": "Gallons",
    "bu": "Bushels", "acre": "Acres", "ha": "Hectares", "mph": "Miles an hour", "km/h": "Kilometres an hour",
    "MW": "Megawatts", "kW": "Kilowatts", "GW": "Gigawatts", "GHz": "Gigahertz", "MHz": "Megahertz",
    "GB": "Gigabytes", "MB": "Megabytes", "Mbps": "Megabits a second", "mi2": "Square miles",
    "km2": "Square kilometres", "m2": "Square metres", "ft2": "Square feet", "ft3": "Cubic feet",
    "m3": "Cubic metres", "fl oz": "Fluid ounces", "ozt": "Troy ounces", "long ton": "Long tons",
    "short ton": "Short tons",
}  # fmt: skip


def unit(code: str, language: str) -> str:
    """A unit of figures as a heading; a currency by its name in CLDR, the code where nothing is known."""
    if code in _UNITS:
        return _UNITS[code]
    name = str(get_currency_name(code, count=2, locale=locale_of(language)))
    return name[:1].upper() + name[1:]
