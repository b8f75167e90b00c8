"""Words with a capital letter, and whether they would have one anyway."""

import re
from collections.abc import Iterator

from generator.model import Record, Span

_WORD = re.compile(
    r"[a-z]++(?![-’'.&/]?[^\W_])"  # most words
    r"|(?=[A-Z])(?:(?:[A-Z]\.){2,}"  # U.S.
    r"|[A-Z]\.(?=\s+[A-Z])"  # George W. Bush
    r"|(?:Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Sen|Rep|Gov|Gen|Col|Capt|Lt|Sgt|Maj|St|Sr|Sra|Jr|Inc|Ltd|Corp|Co|Bros|Ore|Calif|Mass"
    r"|Conn|Fla|Tex|Va|Pa|Ill|Mich|Minn|Wis|Ariz|Colo|Ind|Mo|Ga|Ala|Tenn|Okla|Neb|Nev|Wash|Del|Md|Ky|La|Ont|Que)"
    r"\.(?!\s*\n\s)(?=[\s,;)'\"’”])"
    r"|(?:Radio|Channel|Formula|PlayStation|Xbox|Area|Boeing|Airbus|Windows|Euro) \d{1,3}(?![\d.,%]*\d))"
    r"|[^\W_]+(?:[-’'.&/][^\W_]+)*"
)
POSSESSIVE = re.compile(r"['’][sS]$")
_CAPITAL_INSIDE = re.compile(r"(?:[a-z]|al-|el-|de|mc)[A-Z]")
_HYPHENED = re.compile(r"([^\W\d_][^\W_]+(?:['’.&][^\W_]+)*)(?:-[^\W\d_A-ZÀ-Þ][^\W_]*)+$")
"""A name made part of an adjective: Belfast-born."""
_PREFIXES = {"anti", "pro", "pre", "post", "ex", "non", "multi", "semi", "co", "re", "mid", "inter", "super", "sub"}
_QUOTES = "\"'`“”„‘’«»"
_OPENERS = ":•*>([.!?…"
_TICKER = re.compile(r"<[A-Z0-9.]{1,8}>")
_LONG_GAP = 12


class Word(Record, frozen=True):
    """A word that begins with a capital."""

    text: str
    """Without possessive."""
    start: int
    end: int
    """Where it ends without its possessive."""
    possessive: bool
    first: bool
    """Whether any word would have a capital at this place."""


def capital_words(text: str, span: Span, owning: frozenset[str]) -> tuple[list[Word], int]:
    """The words with a capital in the sentence, and how many words it has."""
    found: list[Word] = []
    total, at = 0, span.start
    for match in _WORD.finditer(text, span.start, span.end):
        total += 1
        word = match.group()
        if word.islower():
            at = match.end()
            continue
        if word[-1] == "." and match.end() == span.end and word.count(".") == 1:
            word = word[:-1]
        if word[0].isupper() or _CAPITAL_INSIDE.match(word) or word[0].isdigit():
            before = text[max(at, match.start() - _LONG_GAP) : match.start()]
            first = total == 1 or (not is_blank(before) and _is_opening(before))
            if not (before.endswith("<") and _TICKER.match(text, match.start() - 1)):
                found.extend(_word(word, match.start(), first, owning))
        at = match.end()
    return found, total


def _is_opening(between: str) -> bool:
    """Whether any word would have a capital behind these characters, which follow another word."""
    bare = between.rstrip()
    if not bare:
        return True
    if bare[-1] in _QUOTES:  # one that stands at the word before closes, one that stands at the word behind opens
        return len(bare) > 1 and (bare[-2].isspace() or bare[-2] in _OPENERS or bare[-2] in _QUOTES)
    return bare[-1] in _OPENERS


def _word(word: str, start: int, first: bool, owning: frozenset[str]) -> Iterator[Word]:  # noqa: FBT001 - one caller
    if word[0].isdigit() and not any(letter.isupper() for letter in word):
        return
    if cut := _HYPHENED.match(word):
        word = cut.group(1)
        if word.lower() in _PREFIXES:
            return
        yield Word(word, start, start + len(word), possessive=True, first=first)
        return
    name = POSSESSIVE.sub("", word)
    if name == word or word in owning:
        yield Word(word, start, start + len(word), possessive=False, first=first)
    else:
        yield Word(name, start, start + len(name), possessive=True, first=first)


def is_blank(between: str) -> bool:
    """Whether nothing is between but a blank or the end of a line; an indented line is a paragraph."""
    return between == " " or (between.isspace() and between.count("\n") <= 1 and "\n  " not in between)
