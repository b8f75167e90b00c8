"""What several stages need to know about words: where they are, their basic form, and what makes two of them one."""

import gzip
import math
import re
from functools import lru_cache
from importlib.util import find_spec
from itertools import chain, repeat
from pathlib import Path

import msgspec
import Stemmer

from generator.model import Block, BlockKind, Span

_WORD = re.compile(r"[^\W_]+(?:[-’'.&][^\W_]+)*")
_UNSPACED = re.compile(r"[぀-ヿ㐀-䶿一-鿿豈-﫿฀-๿]")
"""Letters of scripts that put no spaces between words: kana, Han, Thai."""
_POSSESSIVE = re.compile(r"['’](?:s|S)?$")
_INNER_MARKS = re.compile(r"[-’'.&]")
_KEPT = 1 << 16
"""Words whose basic form is remembered: words come back, in one article as in the next."""

_STEMMERS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "eo": "esperanto", "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish",
    "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian",
    "it": "italian", "lt": "lithuanian", "nb": "norwegian", "ne": "nepali", "nl": "dutch", "no": "norwegian",
    "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish",
    "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
_STOP_WORD_FILES = {"cs": "cz", "nb": "no", "nn": "no"}
"""Languages that yake's lists have under another code."""


def article_text(text: str, blocks: tuple[Block, ...]) -> str:
    """The text of an article with its boilerplate blanked, so that every place stays where it is."""
    parts: list[str] = []
    at = 0
    for block in blocks:
        if block.kind is BlockKind.BOILERPLATE:
            parts += (text[at : block.span.start], " " * (block.span.end - block.span.start))
            at = block.span.end
    return "".join((*parts, text[at:]))


def base_language(language: str) -> str:
    """The language of a BCP 47 tag without script and region: `pt` of `pt-BR`."""
    return language.partition("-")[0].lower()


def words(text: str) -> list[Span]:
    """Words of the text, in order: letters and digits, with hyphens, dots and apostrophes only inside."""
    return [Span(match.start(), match.end()) for match in _WORD.finditer(text)]


def count_words(text: str) -> int:
    """How many words the text has; two letters of a script without spaces count as one."""
    found = _WORD.findall(text)
    if text.isascii() or not _UNSPACED.search(text):
        return len(found)
    return sum(max(1, len(_UNSPACED.findall(word)) // 2) for word in found)


@lru_cache(maxsize=64)
def stop_words(language: str) -> frozenset[str]:
    """Words that carry no subject, in lower case: yake's list of the language, else its list for none."""
    folder = _folder_of("yake") / "core" / "StopwordsList"
    code = base_language(language)
    for name in (_STOP_WORD_FILES.get(code, code), "noLang"):
        file = folder / f"stopwords_{name}.txt"
        if file.is_file():
            return frozenset(file.read_text(encoding="utf-8").lower().split())
    return frozenset()


@lru_cache(maxsize=16)
def frequencies(language: str) -> dict[str, float]:
    """How often common words come in the language at large, as a share; empty where there is no table of it.

    The tables are those of wordfreq (Speer 2022), read as it does: a list of words for each hundredth of a power of
    ten below 1.
    """
    file = _folder_of("wordfreq") / "data" / f"small_{base_language(language)}.msgpack.gz"
    if not file.is_file():
        return {}
    _, *lists = msgspec.msgpack.decode(gzip.decompress(file.read_bytes()))
    return {word: share for rank, words in enumerate(lists) for share in (10 ** (-rank / 100),) for word in words}


def _folder_of(package: str) -> Path:
    """Where the data of a package are. It is not imported for them, which would take as long as many articles do."""
    spec = find_spec(package)
    folders = spec.submodule_search_locations if spec else None
    return Path(folders[0] if folders else "")


def commonness(word: str, language: str) -> float:
    """How common a word is in its language, on the Zipf scale: 3 is one in a million words, 6 one in a thousand.

    0 where the word, or its language, is in no table (wordfreq; Speer 2022).
    """
    share = frequencies(language).get(word.lower(), 0.0)
    return math.log10(share) + 9 if share else 0.0


@lru_cache(maxsize=64)
def _stemmer(language: str) -> Stemmer.Stemmer | None:
    name = _STEMMERS.get(base_language(language))
    return Stemmer.Stemmer(name) if name else None


def stemmed(word: str, language: str) -> str:
    """The basic form of a word in lower case (Snowball), itself where the language has no stemmer."""
    stemmer = _stemmer(language)
    return str(stemmer.stemWord(word)) if stemmer else word


def content_terms(text: str, language: str) -> list[str]:
    """The content words of the text in their basic form (Snowball stems), in order, repeats kept.

    Scripts without spaces give pairs of neighbouring letters, the usual stand-in for words there (CJK bigrams).
    """
    return list(chain.from_iterable(map(_content_terms, _WORD.findall(text.lower()), repeat(language))))


@lru_cache(maxsize=_KEPT)
def _content_terms(word: str, language: str) -> tuple[str, ...]:
    """The terms of one word in lower case: none of a stop word, several where scripts have no spaces."""
    stops = stop_words(language)
    return tuple(
        stemmed(term, language)
        for term in _terms(_POSSESSIVE.sub("", word))
        if term not in stops and (len(term) > 1 or _UNSPACED.match(term))
    )


def _terms(word: str) -> list[str]:
    if _UNSPACED.search(word):
        return [word[place : place + 2] for place in range(max(1, len(word) - 1))]
    return [joined(word)]


def joined(word: str) -> str:
    """The word without its inner punctuation, so that spellings with and without a hyphen meet."""
    return _INNER_MARKS.sub("", word)


@lru_cache(maxsize=_KEPT)
def topic_key(phrase: str) -> str:
    """What all spellings of a phrase share: no letter case, hyphen, plural or possessive.

    A hyphen after a short part is dropped ("anti-trust" is "antitrust"), any other is a space
    ("state-owned" is "state owned"). A name of several words keeps its plural ("United States").
    """
    words = phrase.split()
    is_name = len(words) > 1 and all(word[:1].isupper() and not word.isupper() for word in words)
    parts = (part for word in words for part in _split_hyphens(_POSSESSIVE.sub("", word.casefold())))
    bare = (re.sub(r"[\W_]+", "", part) for part in parts)
    return " ".join(key for part in bare if (key := part if is_name else singular(part)))


def _split_hyphens(word: str) -> list[str]:
    parts = re.split(r"[-‐‑–]", word)
    return ["".join(parts)] if any(len(part) <= _SHORT_PART for part in parts) else parts


_SHORT_PART = 4
"""Most letters of a part that is a prefix rather than a word of its own: anti-, e-, non-, co-."""


def singular(word: str) -> str:
    """The word without the ending of a regular English, French, Portuguese or Spanish plural."""
    if len(word) <= len("gas") or word.endswith(("ss", "us", "is")) or not word.endswith("s"):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("ches", "shes", "sses", "xes", "zes")) else word[:-1]
