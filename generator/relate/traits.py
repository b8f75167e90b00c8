"""Traits: all that relations depend on, of one article alone, packed so that those of many articles load fast."""

import hashlib
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from generator.annotate.gazetteer import dictionary
from generator.model import Annotated, Article, Name, NameKind, Record, Span
from generator.relate.forms import is_head, name_key, solid
from generator.relate.hashes import hashed, packed
from generator.relate.marks import asides, marks, shares
from generator.relate.namesakes import fields_beside
from generator.relate.occurrences import FORM, form_row, pieces
from generator.relate.subjects import need, stem
from generator.spans import one_line
from generator.text import article_text, base_language, topic_key

HASH = np.dtype("<u8")
TERM = np.dtype([("hash", "<u8"), ("count", "<u4")])
NAME = np.dtype([("title", "<u8"), ("score", "<f8"), ("fields", "u1"), ("places", "<u4")])
PLACE = np.dtype([("start", "<i4"), ("end", "<i4"), ("form", "<u4")])
SUBJECT = np.dtype(
    [("score", "<f8"), ("within", "<u8"), ("stem", "<u8"), ("rank", "<u4"), ("need", "u1"), ("forms", "<u4")]
)

_RARER = 4
"""How many times more often an article has the end of a name than the whole, where it is no common word by chance."""
_WORD = re.compile(r"[^\W_]+")
_HYPHENED = re.compile(r"(?<![^\W_])[^\W_]++(?:-[^\W_]++)+")


class Traits(Record, frozen=True):
    """What relations depend on. Bytes are rows of numbers, of the kinds above."""

    id: str
    """Of the article."""
    language: str
    """Without script and region."""
    text: str
    """Of the article."""
    fingerprint: bytes
    """The same for articles with the same words in the same order."""
    terms: bytes
    """`TERM`: the content words in their basic form and how often each stands there, by hash."""
    pieces: bytes
    """`PIECE`: the words and marks of the text, in reading order."""
    names: tuple[str, ...]
    """The names by first place, each with all that it may share with names of other articles (see `Shape`)."""
    name_rows: bytes
    """`NAME`: of each name the hash of its key as a subject, the best score of a keyword that stands for it, the fields
    of the words beside it, and how many places it has."""
    places: bytes
    """`PLACE`: of each name in turn its places, and which of its forms stands there."""
    name_words: bytes
    """`HASH`: the words that stand in names."""
    subjects: tuple[str, ...]
    """Keys of the subjects, the best first, each followed by the phrases inside it."""
    subject_rows: bytes
    """`SUBJECT`: of each subject its score, the hash of the key of the keyword it is a part of, that of its basic form
    where it is one word (each 0 else), the rank of its keyword, what it needs to say something, how many forms it has.
    """
    forms: bytes
    """`FORM`: of each subject in turn how it is written."""
    hyphened: tuple[str, ...]
    """The words with a hyphen, each after its key in one word and a tab."""
    date: str
    """When it was published (see `Article.date`)."""
    shares: bytes
    """Of each of the terms how common it is in its language, a byte each."""
    marks: bytes
    """`MARK`: what tells of the event that it reports."""
    asides: bytes
    """`ASIDE`: the parts of the text that are not its own."""


class Shape(Record, frozen=True):
    """What a name may share with names of other articles."""

    key: str
    """Key of its fullest form."""
    kind: NameKind
    text: str
    """The fullest form."""
    ends: tuple[str, ...]
    """Ends of the key that are forms as well, the longest first: what stands before one may be no part of the name."""
    forms: tuple[str, ...]
    """How it is written, on one line each, in the order of their first places."""


def traits(annotated: Annotated) -> Traits:
    """The traits of the article."""
    article, found = annotated.article, annotated.annotations
    text, language = article.text, base_language(article.language)
    named = tuple(sorted(span for name in found.names for span in name.spans))
    scores = _scores(annotated, named)
    written = [tuple(one_line(text, span) for span in name.spans) for name in found.names]
    forms = [[form_row(form) for form in subject.forms] for subject in found.subjects]
    terms = sorted((hashed(term.text), term.count, term.text) for term in found.terms)
    return Traits(
        id=article.id,
        language=language,
        text=text,
        fingerprint=_fingerprint(article),
        terms=packed(((hash_, count) for hash_, count, _ in terms), TERM),
        pieces=pieces(text, named).tobytes(),
        names=tuple(_shape_line(name, at) for name, at in zip(found.names, written, strict=True)),
        name_rows=packed(
            (
                (
                    hashed(solid(topic_key(name.text))),
                    max(scores.get(span.start, 0.0) for span in name.spans),
                    fields_beside(text, name.spans),
                    len(name.spans),
                )
                for name in found.names
            ),
            NAME,
        ),
        places=packed(_places(found.names, written), PLACE),
        name_words=packed(sorted({hashed(word) for name in found.names for word in name_key(name.text).split()}), HASH),
        subjects=tuple(subject.key for subject in found.subjects),
        subject_rows=packed(
            (
                (
                    subject.score,
                    0 if subject.within == subject.key else hashed(subject.within),
                    stem(subject.key, language),
                    subject.rank,
                    need(subject.key, language),
                    len(subject.forms),
                )
                for subject in found.subjects
            ),
            SUBJECT,
        ),
        forms=packed((row for rows in forms for row in rows), FORM),
        hyphened=tuple(sorted(f"{solid(topic_key(word))}\t{word}" for word in set(_HYPHENED.findall(text)))),
        date=article.date,
        shares=shares((term for _, _, term in terms), language),
        marks=marks(annotated),
        asides=asides(annotated),
    )


def _fingerprint(article: Article) -> bytes:
    """The same for the same words in the same order, whatever their case, spacing and punctuation."""
    text = article_text(article.text, article.blocks).casefold()
    found = "\n".join(_WORD.findall(text)) or text
    return hashlib.sha256(found.encode("utf-8", "replace")).digest()


def _scores(each: Annotated, named: Sequence[Span]) -> dict[int, float]:
    """The best score of a keyword that stands for each name, by where the name starts."""
    starts = [span.start for span in named]
    scores: defaultdict[int, float] = defaultdict(float)
    for keyword in each.annotations.keywords:
        before = [(span, bisect_left(starts, span.end) - 1) for span in keyword.spans]
        names = [starts[place] for span, place in before if place >= 0 and named[place].end > span.start]
        if 2 * len(names) > len(keyword.spans):
            for start in names:
                scores[start] = max(scores[start], keyword.score)
    return scores


def _places(names: Sequence[Name], written: Sequence[Sequence[str]]) -> Iterator[tuple[int, int, int]]:
    for name, forms in zip(names, written, strict=True):
        numbers = {form: number for number, form in enumerate(dict.fromkeys(forms))}
        yield from ((span.start, span.end, numbers[form]) for span, form in zip(name.spans, forms, strict=True))


def _shape_line(name: Name, written: Sequence[str]) -> str:
    """What the name may share with names of other articles, in one line: parts between tabs, ends between new lines."""
    text = " ".join(name.text.split())
    key = name_key(text)
    ends = "\n".join(_ends(key, Counter(map(name_key, written))))
    return "\t".join((key, name.kind, text, ends, *dict.fromkeys(written)))


def shape(line: str) -> Shape:
    """What stands in the line."""
    key, kind, text, ends, *forms = line.split("\t")
    return Shape(key, NameKind(kind), text, tuple(ends.split("\n") if ends else ()), tuple(forms))


def _ends(key: str, forms: Counter[str]) -> list[str]:
    """Ends of the key that are forms as well, the longest first; no common words that the article uses by chance."""
    words = key.split()
    ends = {" ".join(words[place:]) for place in range(1, len(words))} & forms.keys()
    return sorted((end for end in ends if " " in end or not _is_by_chance(end, key, forms)), key=len, reverse=True)


def _is_by_chance(end: str, key: str, forms: Counter[str]) -> bool:
    """Whether many names end with the word, or it is a common one that the article uses no more than the whole name."""
    return is_head(end) or (end in dictionary("en") and forms[end] < _RARER * forms[key])
