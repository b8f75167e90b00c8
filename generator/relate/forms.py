"""What forms of names have in common: the same letters, the same company, the same initials."""

import re
import unicodedata
from functools import lru_cache

from generator.annotate.name_words import HEADS, INSTITUTION_HEADS, SURE_ENDINGS

_PLAIN = re.compile(r"[a-z0-9]+(?: [a-z0-9]+)*")
_POSSESSIVE = re.compile(r"(?<=\w)['’][sS]?(?=\s|$)")
_APART = re.compile(r"[-‐‑–/\s]+")
_MARKS = re.compile(r"[^\w\s]|_")
_SMALL_WORDS = frozenset({"of", "and", "for", "the", "de", "da", "do", "du", "des"})
_SURE = frozenset(_MARKS.sub("", word).lower() for word in SURE_ENDINGS)
_ENDINGS = _SURE | {"company", "companies", "group", "holding", "sa", "se", "ab", "asa", "nv", "kk", "pty"}
"""What companies have at the end of their names without being another company for it: no "Records" or "Airlines"."""
_HEADS = frozenset(word.lower() for word in INSTITUTION_HEADS) | _ENDINGS
_ANY_HEADS = frozenset(_MARKS.sub("", word).lower() for word in HEADS)
KNOWN = {
    "us": "united states",
    "usa": "united states",
    "united states of america": "united states",
    "uk": "united kingdom",
}
"""Short names of states (CLDR has them as "alt=short", which babel leaves out)."""
_CUT = {("utd", "united"), ("intl", "international"), ("natl", "national"), ("dept", "department"), ("st", "saint")}
_LONG_FORMS = dict(_CUT)
_FEWEST_LETTERS = 3
_FEWEST_INITIALS = 2


@lru_cache(maxsize=1 << 16)
def name_key(form: str) -> str:
    """The form in lower case, without accents, marks and possessive; hyphens are blanks: `jd com`, `u s`, `jack ma`."""
    plain = form.casefold()
    if _PLAIN.fullmatch(plain):
        return plain.removeprefix("the ")
    if not plain.isascii():
        plain = "".join(char for char in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(char))
    parts = _APART.split(_POSSESSIVE.sub("", plain))
    keys = [key for part in parts if (key := _MARKS.sub("", part))]
    return " ".join(keys[1:] if len(keys) > 1 and keys[0] == "the" else keys) or plain


def solid(key: str) -> str:
    """The key without blanks, so that spellings in one word and in two meet."""
    return key.replace(" ", "")


def initials(key: str) -> frozenset[str]:
    """What the first letters of the words may make: with and without small words; empty for a single word."""
    words = key.split()
    if len(words) < _FEWEST_INITIALS:
        return frozenset()
    every = "".join([word[0] for word in words])
    if _SMALL_WORDS.isdisjoint(words):
        return frozenset((every,))
    telling = "".join([word[0] for word in words if word not in _SMALL_WORDS])
    return frozenset((every, telling) if len(telling) >= _FEWEST_INITIALS else (every,))


def without_company(key: str) -> str:
    """The name without what companies have at its end; itself where nothing would be left."""
    return _cut(key, _ENDINGS)


def without_legal_form(key: str) -> str:
    """The name without legal forms at its end ("Inc", "Ltd"), which nobody speaks."""
    return _cut(key, _SURE)


def without_head(key: str) -> str:
    """The name without the word at its end that says what it is ("labour" of "labour party"); empty where none does."""
    rest, _, head = key.rpartition(" ")
    return rest if head in _HEADS else ""


def is_head(key: str) -> bool:
    """Whether the key is a word that many names end with ("times", "commission")."""
    return key in _ANY_HEADS


def _cut(key: str, endings: frozenset[str]) -> str:
    rest, blank, last = key.rpartition(" ")
    while blank and last in endings:
        key = rest
        rest, blank, last = key.rpartition(" ")
    return key


def telling_words(key: str) -> str:
    """The name without small words: offices "for" and "of" national statistics are one."""
    words = key.split()
    if _SMALL_WORDS.isdisjoint(words):
        return key
    return " ".join([word for word in words if word not in _SMALL_WORDS]) or key


def abbreviates(short: str, full: str) -> bool:
    """Whether every word is the other's, or its beginning, and one is shorter: "lib dem" of "liberal democrat"."""
    pairs = list(zip(short.split(), full.split(), strict=False))
    if short == full or len(short.split()) != len(full.split()) or len(pairs) == 1:
        return False
    return all(
        one == other or (other.startswith(one) and _FEWEST_LETTERS <= len(one) < len(other) - 1) or (one, other) in _CUT
        for one, other in pairs
    )


def abbreviation_class(key: str) -> tuple[str, ...]:
    """What a name has in common with each that it may abbreviate: the first letters of all its words."""
    return tuple([_LONG_FORMS.get(word, word)[:_FEWEST_LETTERS] for word in key.split()])


def without_initials(key: str) -> str:
    """The name of a person without single letters between the first and the last word ("george w bush")."""
    words = key.split()
    if all(map(_more_than_a_letter, words[1:-1])):
        return key
    return " ".join(words[:1] + [word for word in words[1:-1] if len(word) > 1] + words[-1:])


def _more_than_a_letter(word: str) -> bool:
    return len(word) > 1
