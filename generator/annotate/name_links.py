"""Whether small words and marks between words with a capital stand inside one name."""

from collections.abc import Mapping

from generator.annotate.capital_words import POSSESSIVE, Word
from generator.annotate.name_words import (
    COMPANY_ENDINGS,
    CONNECTORS,
    INSTITUTION_HEADS,
    LAW_HEADS,
    OFFICES,
    PLACE_HEADS,
    ROLES,
    SURE_ENDINGS,
    TITLES,
    TITLES_OR_NAMES,
)
from generator.model import Record

_LONG_GAP = 12
_BEFORE_COMMA = 3
"""Most words of a company's name before ", Inc"."""
_MANY = {"People", "Peoples", "Children", "Women", "Men", "Workers", "Players"}
"""What institutions are named after: People's Daily, People's Bank of China."""
_POSSESSIVES = {"'s", "’s", "'", "’"}
_HOLIDAYS = {"Day", "Eve"}
"""What belongs to whom it is a day of: Singles' Day, Valentine's Day."""
_PEERS = {"Lord", "Lady", "Baroness", "Baron", "Viscount"}
_OF_LAWS = {"to the", "on", "in"}
_OF = {"of", "of the", "for", "for the"} | _OF_LAWS
_AMPERSANDS = {"&", "'n", "'n'", "’n’", "n'"}
_AFTER_AND = {"Co", "Sons", "Company", "Bros", "Associates", "Partners"}
_ROMANCE = {"fr", "pt", "es", "it", "ca", "ro"}


class Reading(Record, frozen=True):
    """What joining words needs to know of the article."""

    common: Mapping[str, str]
    """Words of the dictionary."""
    bare: frozenset[str]
    """Words that stand in the text without a possessive, and without "and" behind them, somewhere."""
    owning: frozenset[str]
    """Names that end in a possessive themselves ("Moody's")."""
    language: str


def is_linked(text: str, group: list[Word], chain: list[Word], reading: Reading) -> bool:
    """Whether the words of the chain belong to the group although something stands between."""
    left, right = group[-1], chain[0]
    between = " ".join(text[left.end : right.start].split())
    if right.start - left.end > _LONG_GAP:
        return False
    if left.possessive or between in _POSSESSIVES:
        return between in _POSSESSIVES and _owns(left, chain, reading)
    if between == ",":
        return right.text in SURE_ENDINGS and len(group) <= _BEFORE_COMMA
    if between in _OF:
        return _opens(group, between, chain, reading)
    if between == "and":
        return _goes_on(group, chain, reading)
    return between in _AMPERSANDS or _connects(between, left, reading)


def _owns(left: Word, chain: list[Word], reading: Reading) -> bool:
    """Whether the possessive is inside a name.

    "Moody's Investors Service Inc" is one, "Alibaba's Ant Group" none where Alibaba stands alone as well.
    """
    if chain[0].text in _HOLIDAYS or left.text in _MANY:
        return chain[0].text.istitle()
    return chain[-1].text in SURE_ENDINGS and left.text not in reading.bare


def _connects(between: str, left: Word, reading: Reading) -> bool:
    parts = between.split()
    if not parts or not CONNECTORS.issuperset(parts):
        return False
    if reading.language not in _ROMANCE:
        return left.text.lower() not in reading.common
    return not left.first or left.text not in TITLES


def _opens(group: list[Word], between: str, chain: list[Word], reading: Reading) -> bool:
    """Whether "of" and the like go on with a name: after a head ("Bank of") or a common noun with a capital."""
    left, last = group[-1], chain[-1].text
    is_peer = between == "of" and any(word.text in _PEERS for word in group[:-1])
    if is_peer or (left.text in ROLES and chain[0].text in OFFICES):
        return True
    if left.text in ROLES | TITLES | TITLES_OR_NAMES:
        return False
    if between in _OF_LAWS:
        return last in LAW_HEADS and not left.first
    if any(word.text in INSTITUTION_HEADS or word.text in LAW_HEADS for word in group):
        return True
    return between.startswith("of") and (left.text in PLACE_HEADS or _is_head(group, last, reading))


def _is_head(group: list[Word], last: str, reading: Reading) -> bool:
    """Whether the word is a common noun that has a capital because it begins a name ("Return of the Mack")."""
    left, is_common = group[-1], all(word.text.lower() in reading.common for word in group)
    if last in SURE_ENDINGS:
        return not left.first or not is_common
    return is_common and not left.first and left.text.istitle() and len(left.text) > len("of")


def _goes_on(group: list[Word], chain: list[Word], reading: Reading) -> bool:
    """Whether "and" stands inside a name ("Department of Trade and Industry", "Merrill Lynch and Co")."""
    right, last = chain[0].text, chain[-1].text
    if right.rstrip(".") in _AFTER_AND or (len(right) == len(group[-1].text) == 1 and right.isupper()):
        return True
    is_common = all(word.text.lower() in reading.common for word in group)
    if not is_common or (len(group) == 1 and group[0].text in reading.bare):
        return False
    has_head = any(word.text in INSTITUTION_HEADS for word in group[:-1])
    if has_head and right.lower() in reading.common and right not in INSTITUTION_HEADS:
        return True
    ends = last in COMPANY_ENDINGS or last in INSTITUTION_HEADS
    return ends and last != right and POSSESSIVE.sub("", right).lower() in reading.common
