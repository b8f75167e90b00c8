"""What features of keywords and units of figures are called on a page; part of the words of the interface."""

from babel.numbers import get_currency_name

from generator.render.language import N_, Language

_FEATURES = {
    "a phrase": N_("how many words it has"),
    "how often": N_("how often it stands"),
    "how late": N_("where it first stands"),
    "spread": N_("in how many sentences it stands"),
    "in the opening": N_("that it stands in the opening"),
    "its words' counts": N_("how often its words stand"),
    "its rarest word's count": N_("how often the rarest of its words stands"),
    "its words keep together": N_("that its words keep together"),
    "length of the article": N_("the length of the article"),
    "how often in a long article": N_("how often it stands for an article of this length"),
    "rarity": N_("how rare its words are in the language"),
    "rarity of its rarest word": N_("how rare its rarest word is in the language"),
    "rarity of its commonest word": N_("how rare its commonest word is in the language"),
    "capitals": N_("its capitals"),
    "capitals inside sentences": N_("its capitals inside sentences"),
    "acronym": N_("whether it has a word all in capitals"),
    "ends like a verb": N_("whether it ends like a verb"),
    "begins like a verb": N_("whether it begins like a verb"),
    "adverb": N_("whether it has an adverb"),
    "digits": N_("whether it has digits"),
    "letters": N_("its length in letters"),
    "three words and more": N_("whether it has three words or more"),
    "its head's count": N_("how often its main word stands"),
    "its first word's count": N_("how often its first word stands"),
    "its commonest word's count": N_("how often the commonest of its words stands"),
    "capital of its head": N_("whether its main word has a capital"),
    "capital of its first word": N_("whether its first word has a capital"),
    "a name": N_("whether it is a name"),
    "begins or ends a name": N_("whether a longer name begins or ends with it"),
    "hyphen": N_("whether it has a hyphen"),
    "also in lower case": N_("whether it also stands without capitals"),
    "ends in a form of a verb": N_("whether it ends in a form of a verb"),
    "begins with a form of a verb": N_("whether it begins with a form of a verb"),
    "goes on before": N_("how often other telling words stand right before it"),
    "goes on after": N_("how often other telling words stand right behind it"),
    "sentences of the article": N_("how many sentences the article has"),
    "different words of the article": N_("how many different words the article has"),
    "commonest word of the article": N_("how often the commonest word of the article stands"),
    "repetition in the article": N_("how much the article repeats"),
    "names in the article": N_("how many names the article has"),
    "phrases of the article": N_("how many phrases the article has"),
    "stands alone": N_("how often it stands apart from other telling words"),
}
_BESIDE = {"and": N_("“and”"), "is": N_("“is”")}
_BEFORE, _BEHIND = N_("how often %(word)s stands before it"), N_("how often %(word)s stands behind it")
_GROUPS = (", of several words", ", of one word")
"""Phrases and single words are weighed apart, which is no matter to a reader."""


def feature(language: Language, name: str) -> str:
    """A feature of keywords as a reader should see it; its own name where nothing better is known."""
    for group in _GROUPS:
        name = name.removesuffix(group)
    for side, place in (("after ", _BEFORE), ("before ", _BEHIND)):
        if name.startswith(side):
            beside = name.removeprefix(side)
            return language.gettext(place, word=language.gettext(_BESIDE.get(beside, beside)))
    return language.gettext(_FEATURES.get(name, name))


_UNITS = {
    "share": N_("Percentages and shares"),
    "": N_("Counts"),
    "km": N_("Kilometres"),
    "m": N_("Metres"),
    "cm": N_("Centimetres"),
    "mm": N_("Millimetres"),
    "mi": N_("Miles"),
    "ft": N_("Feet"),
    "in": N_("Inches"),
    "yd": N_("Yards"),
    "kg": N_("Kilograms"),
    "g": N_("Grams"),
    "t": N_("Tonnes"),
    "ton": N_("Tons"),
    "oz": N_("Ounces"),
    "lb": N_("Pounds of weight"),
    "bbl": N_("Barrels"),
    "bbl/d": N_("Barrels a day"),
    "l": N_("Litres"),
    "gal": N_("Gallons"),
    "bu": N_("Bushels"),
    "acre": N_("Acres"),
    "ha": N_("Hectares"),
    "mph": N_("Miles an hour"),
    "km/h": N_("Kilometres an hour"),
    "MW": N_("Megawatts"),
    "kW": N_("Kilowatts"),
    "GW": N_("Gigawatts"),
    "GHz": N_("Gigahertz"),
    "MHz": N_("Megahertz"),
    "GB": N_("Gigabytes"),
    "MB": N_("Megabytes"),
    "Mbps": N_("Megabits a second"),
    "mi2": N_("Square miles"),
    "km2": N_("Square kilometres"),
    "m2": N_("Square metres"),
    "ft2": N_("Square feet"),
    "ft3": N_("Cubic feet"),
    "m3": N_("Cubic metres"),
    "fl oz": N_("Fluid ounces"),
    "ozt": N_("Troy ounces"),
    "long ton": N_("Long tons"),
    "short ton": N_("Short tons"),
}


def unit(language: Language, code: str) -> str:
    """A unit of figures as a heading; a currency by its name in CLDR, the code where nothing is known."""
    if code in _UNITS:
        return language.gettext(_UNITS[code])
    name = str(get_currency_name(code, count=2, locale=language.locale))
    return name[:1].upper() + name[1:]


FOUND = (
    N_("title"), N_("date"), N_("language"), N_("source"), N_("authors"), N_("text"), N_("updated"), N_("url"),
    N_("the name of the file"), N_("the folder that the file is in"), N_("the frequency of its words and letters"),
    N_("the beginning of the text"), N_("the headline"), N_("the main heading"), N_("the first sentence"),
    N_("the first sentence, cut at a clause"), N_("the first sentence, cut between words"),
    N_("the byline in the text"), N_("a line of the text that states it"), N_("the dateline of the text"),
    N_("the title that the page shows"), N_("the name that the page gives its site"),
    N_("the byline that the page shows"), N_("the markup of the page, by htmldate"),
    N_("the address that the page gives as its own"),
)  # fmt: skip
"""What reading finds and was not given, and how; what it says besides stays English."""
