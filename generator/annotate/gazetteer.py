"""What words are by themselves, going by the open tables that come with babel (CLDR) and simplemma."""

import re
from collections.abc import Mapping
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from generator.text import base_language

_FURTHER_PLACES = {
    "en": """
        US|USA|UK|U.S.|U.S|U.S.A.|U.K.|U.K|UAE|H.K.|England|Scotland|Wales|Northern Ireland|Great Britain|Britain|
        Holland|Burma|Soviet Union|U.S.S.R.|USSR|West Germany|East Germany|Hong Kong|Macau|Palestine|Korea|Ivory Coast|
        Middle East|Far East|West Bank|Gaza Strip|Persian Gulf|Wall Street|Latin America|Central America|Balkans|
        Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|
        Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|
        Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|
        Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|West Virginia|
        Wisconsin|Wyoming|Quebec|Ontario|Alberta|British Columbia|New South Wales|Queensland|Tasmania|
        Washington|Boston|San Francisco|Philadelphia|Houston|Dallas|Atlanta|Miami|Seattle|Hollywood|Beijing|
        Hangzhou|Shenzhen|Guangzhou|Wuhan|New Delhi|Mumbai|Bombay|Osaka|Kyoto|Geneva|Frankfurt|Munich|Hamburg|Cologne|
        Milan|Turin|Naples|Venice|Florence|Barcelona|Lyon|Marseille|The Hague|Rotterdam|Antwerp|St Petersburg|Rio|
        Birmingham|Manchester|Liverpool|Leeds|Sheffield|Bristol|Cardiff|Edinburgh|Glasgow|Belfast|Cambridge|Oxford|
        Tel Aviv|Aleppo|Basra|Kiev|Yorkshire|Lancashire|Cornwall|Kent|Essex|Sussex|Surrey|Devon
    """,
}
"""Places that CLDR has no entry for: parts of states, and large cities that give no time zone its name."""

_FURTHER_ADJECTIVES = {
    "en": """
        American British English Scottish Welsh Irish European African Asian Arab Arabic Anglo Austrian Belgian Dutch
        Finnish French German Greek Italian Portuguese Spanish Slovak Slovenian Estonian Latvian Lithuanian Maltese
        Cypriot Croatian Soviet Korean Congolese Ivorian Kenyan Ghanaian Senegalese Cameroonian Zimbabwean Scandinavian
        Nordic Latin Palestinian Jewish Muslim Islamic Christian Catholic
        Roman Protestant Anglican Hindu Buddhist Sikh Mediterranean Caribbean Balkan Californian Texan Parisian Kurdish
        Victorian Elizabethan Edwardian Sunni Shia Shiite Londoner Parliamentary Presidential Olympic
        Serbian Bosnian Chechen Tibetan Cantonese Taiwanese Vietnamese Afghan Iraqi Iranian Israeli Libyan Algerian
    """,
}

_DEMONYMS = {
    "en": """
        Briton Scot Spaniard Dane Swede Finn Pole Turk Greek Frenchman Englishman Irishman Welshman Scotsman Dutchman
        Jew Muslim Christian Hindu Sikh Buddhist Catholic Protestant Frenchwoman Filipino Serb Croat Kurd Arab
        Englishmen Irishmen Welshmen Dutchmen Frenchmen Scotsmen New-Yorker
    """,
}


@lru_cache(maxsize=64)
def dictionary(language: str) -> Mapping[str, str]:
    """Basic forms by words of the language, as a dictionary writes them: `London` is there, `london` is not."""
    from simplemma.strategies.dictionaries import DEFAULT_DICTIONARY_FACTORY

    try:
        return DEFAULT_DICTIONARY_FACTORY.get_dictionary(base_language(language))
    except ValueError:  # a language it has no dictionary of
        return {}


@lru_cache(maxsize=64)
def places(language: str) -> frozenset[str]:
    """Names of states, continents and cities with a time zone, in the language, and of some places more."""
    locale = _locale(language)
    if locale is None:
        return frozenset()
    territories = {
        re.sub(r" ?\(.*\)", "", str(name)) for code, name in locale.territories.items() if code not in _NO_TERRITORIES
    }
    parts = {part for name in territories for part in [name, *name.split(" & ")]}
    zones = (zone.rsplit("/", 1)[-1].replace("_", " ") for zone in get_global("zone_territories"))
    cities = {zone for zone in zones if not re.search(r"\d|^[A-Z]+$", zone)} if locale.language == "en" else set()
    translated = {str(zone["city"]) for zone in locale.time_zones.values() if "city" in zone}
    further = {name.strip() for name in _FURTHER_PLACES.get(locale.language, "").split("|")}
    return frozenset(parts | cities | translated | further) - _NO_PLACES


_NO_TERRITORIES = {"001", "EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"}

_NO_PLACES = {"", "Center", "Central", "Eastern", "Western", "Pacific", "World", "Jersey Shore", "Petersburg", "Knox"}
"""Parts of the tables that are common words, or names of other things more often."""


@lru_cache(maxsize=64)
def origins(language: str) -> frozenset[str]:
    """Adjectives of nationality, languages and people of a nation: words with a capital that name nobody.

    CLDR has no list of adjectives, but currencies begin with them ("Swiss Franc").
    """
    locale = _locale(language)
    if locale is None:
        return frozenset()
    money = {str(name).split()[0] for name in locale.currencies.values() if " " in str(name)}
    names = {str(name) for name in locale.languages.values() if _ADJECTIVE.search(str(name))}
    given = {*_FURTHER_ADJECTIVES.get(locale.language, "").split(), *_DEMONYMS.get(locale.language, "").split()}
    adjectives = {word for word in money | names | given if word[:1].isupper()}
    known = places(language)
    if locale.language != "en":
        adjectives |= {f"{name}{ending}".capitalize() for name in locale.languages.values() for ending in ("", "e")}
    single = {word for word in adjectives - known if word not in _NO_ORIGINS}
    return frozenset(single | {f"{word}s" for word in single})


_ADJECTIVE = re.compile(r"^\w{2,}(?:an|ish|ese|ic|ch|i)$")
"""Names of languages that are adjectives as well, and no others: CLDR has Even, Ga and Mano."""

_NO_ORIGINS = {
    "United",
    "South",
    "North",
    "East",
    "West",
    "New",
    "US",
    "Gold",
    "Silver",
    "Euro",
    "Central",
    "Hong",
    "Sao",
}


def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(base_language(language))
    except (UnknownLocaleError, ValueError, TypeError):
        return None
