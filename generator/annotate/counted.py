"""What a number counts: the words behind it up to their head, a plural."""

import re

from generator.annotate.numerals import GAP

_WORD = re.compile(rf"{GAP}([^\W_][\w.]*?(?:[-&][\w]+)*)(?=[^\w-]|-\W|$)")
_LONGEST = 30
_NUMBER_WORD = re.compile(r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)-[a-z]")
_MOST = 6
"""Words that what is counted may have: "six former senior bank officials"."""
_STOPS = frozenset(
    """
    a about above across after again against ago all also although an and any are around as at away back be
    because been before being below between both but by can could did do does down during each either else
    even ever for from further had has have he her here him his how however i if in inside instead into is it
    its itself just last least less like made may me might must my near neither next no nor not now of off on
    once one only onto or our out outside over own past per perhaps said says she should since so some still
    such than that the their them then there these they this those through throughout thus to today together
    tomorrow too toward towards under unless until up upon us versus via vs was we were what when where
    whether which while who whom whose why will with within without would yesterday yet you your compared
    according plus minus overseas worldwide abroad always whereas besides sometimes afterwards is's earns
    gives goes takes comes makes wins loses falls rises remains seems looks becomes begins needs wants plays
    """.split()  # noqa: SIM905 - a list of words reads as one
)
_NO_PLURAL = re.compile(
    r"(?:ss|us|is|ous|[’']s)$|^(?:various|previous|serious|news|its|as|less|plus|gas|sales-?|afterwards)$"
)
_PLURALS = frozenset(
    """
    people men women children staff police feet teeth mice sheep aircraft cattle personnel crew troops
    policemen policewomen businessmen businesswomen fishermen firemen spokesmen seamen gunmen salesmen
    congressmen Englishmen Frenchmen media criteria phenomena millennia craft species series dead wounded
    injured
    """.split()  # noqa: SIM905 - a list of words reads as one
)
_ENDLESS = frozenset(
    """
    sports arms sales goods savings operations systems communications securities armed trades women's men's
    """.split()  # noqa: SIM905 - a list of words reads as one
)
"""Plurals that stand before the noun they belong to: "nine sports cars"."""
_HYPHENED = re.compile(r"-([a-z]{1,20}(?:-olds?)?)(?![\w-])")
_NO_COUNT = re.compile(r"-(?:off|fold|on|something|up|down|in|out|over|under|nil)\b")
"""What makes a number behind which it stands a word of another meaning: "one-off", "two-fold"."""
_NO_NOUN = frozenset(
    """
    off on fold something odd plus up down in out over under and to nil all
    """.split()  # noqa: SIM905 - a list of words reads as one
)


def is_other_word(text: str, place: int) -> bool:
    """Whether the number that ends at the place is the first half of a word that counts nothing ("four-fold")."""
    return _NO_COUNT.match(text, place) is not None


def counted(text: str, place: int) -> tuple[str, int]:
    """What the number that ends at the place counts, and where that ends; empty where no plural tells it."""
    if match := _HYPHENED.match(text, place):
        word = match[1]
        return ("", place) if word in _NO_NOUN else (word, match.end())
    start, head, here = 0, 0, place
    for _ in range(_MOST):
        match = _WORD.match(text, here, here + _LONGEST + 1)
        if not match or match[1].lower() in _STOPS or _NUMBER_WORD.match(match[1]):
            break
        start = start or match.start(1)
        here = match.end()
        if head and not _is_plural(match[1]):
            break
        if _is_plural(match[1]):
            head = here
            if match[1].lower() not in _ENDLESS:
                break
        if match[1][0].isdigit() and text[match.start(1) - 4 : match.start(1) - 1] != "top":
            break
    return (" ".join(text[start:head].split()), head) if head else ("", place)


def _is_plural(word: str) -> bool:
    return word.lower() in _PLURALS or (
        len(word) > len("gas") and word.endswith("s") and not _NO_PLURAL.search(word.lower())
    )


_OF = re.compile(rf"{GAP}of((?:{GAP}[^\W\d_][\w’'-]{{0,29}}){{1,4}})")
_PER = re.compile(rf"{GAP}?((?:(?:per|an?){GAP}|/)[a-z]{{1,20}})(?!\w)")
_PERIODS = frozenset(
    """
    share barrel bbl tonne ton pound ounce litre gallon kilo kg head person day week month year hour minute
    night track piece unit copy ticket household bottle bushel mile km acre
    """.split()  # noqa: SIM905 - a list of words reads as one
)


def measured(text: str, place: int) -> str:
    """What an amount or share that ends at the place is of ("of their revenue") or for ("per tonne"); else empty."""
    if (match := _PER.match(text, place)) and re.split(r"[\s/]", match[1])[-1] in _PERIODS:
        return " ".join(match[1].split())
    match = _OF.match(text, place)
    if not match:
        return ""
    words: list[str] = []
    for word in match[1].split():
        if words and word.lower() in _STOPS - {"its", "their", "his", "her", "our", "the", "all", "a", "an"}:
            break
        words.append(word)
        if _is_plural(word):
            break
    return "of " + " ".join(words) if words[-1].lower() not in _STOPS else ""
