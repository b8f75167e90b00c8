"""The few sentences of an article that, read alone, tell most of it."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from generator.model import Keyword
from generator.text import content_terms

_FEWEST_TERMS = 4
"""Content words below which a sentence says too little to stand alone."""
_MOST_TERMS = 40
"""Content words above which it is no longer short."""
_LENGTH = 0.5
"""Power of the length that a gain is divided by: at 1 the shortest sentences win, at 0 the longest."""
_LEAD = 1.0
"""How much more the first sentence is worth than one far down: news tell the most important first."""
_OF_COUNT = 0.1
"""What the logarithm of its count adds to the weight of a word, the best keyword weighing 1."""
_SPEECH = tuple("“\"«„‘'")
_TIMES = (
    "(?: (?:year|month|week|weekend|summer|autumn|winter|spring|season|morning|afternoon|evening|century|decade)\\b)"
)
_JOINS = re.compile(
    r"(?:But|And|Or|Nor|Yet|So|Then|However|Meanwhile|Moreover|Furthermore|Also|Besides|Instead|Nevertheless|Still|Thus|"
    r"Nonetheless|Therefore|Hence|Otherwise|Similarly|Likewise|Additionally|Indeed|Elsewhere|Afterwards|In addition|"
    r"In turn|As a result|As well|For example|For instance|For a start|In contrast|By contrast|By comparison|Even so|"
    r"Even then|After all|At the same time|On the other hand|On the contrary|Mas|Porém|Contudo|Entretanto|No entanto|"
    r"Além disso|Mais|Cependant|Toutefois|Pourtant|En outre|De plus|Pero|Sin embargo|Además|Aber|Doch|Jedoch|Außerdem|"
    r"Und)\b"
)
"""What joins a sentence to the one before."""
_STANDS_FOR = re.compile(
    r"(?:(?:When|If|After|As|While|Before|Although|Though|Because|Since|Once|Until|Unless|In|At|For|With|On|From|By|Of|To|"
    r"About|Under|All|Both|Some|Most|Many|None|One|Two|Neither|Either|Each)(?: of)? (?=[a-z]))?"
    r"(?:(?i:he|she|it|they|his|her|hers|its|their|him|them|these|those|such|this|that)(?!\w)(?!-)"
    rf"(?!{_TIMES})|(?:Both|Neither|Another|Others?|The (?:former|latter|other|others|same|two|three|pair)|"
    r"According to the [a-z-]+,|Ele|Ela|Eles|Elas|Isso|Isto|Il|Elle|Ils|Elles|Cela|Ce|Cette|Er|Es|Sie|Ella|Ellos|Esto|"
    r"Eso)(?!\w)(?!['’-]))"
)
"""What stands at the start for something in a sentence before, but not "this year" and the like."""
_LEFT_OPEN = re.compile(
    r"(?=^|[,”\"’adtw])(?:"  # most letters are soon done with
    r"[,”\"’] (?:s?he|ele|ela|er|sie) (?:has |had |also |then |later )*(?:said|says|added|adds|told|explained|wrote|"
    r"insisted|claimed|warned|argued|disse|afirmou|sagte)\b"
    r"|, (?:said|added|disse|afirmou|sagte) (?:s?he|ele|ela|er|sie)\b|(?:a-t-|dit-|ajouté-t-)(?:il|elle)\b"
    rf"|\b(?:which|what) s?he\b|^[^,]{{1,60}}, (?:s?he|they)\b|\b(?:this|these)\b(?!{_TIMES})(?= [a-z])"
    r"|\bthe (?:pair|duo|trio|latter|former)\b(?! [a-z]+s\b)"
    r")"
)
"""Who or what is spoken of inside without being named."""
_ONLY = "government|prime|home|foreign|lord|shadow|chancellor|president|police|public|internet|world|euro|pound|dollar"
_TAKEN_UP = re.compile(
    rf"The (?:(?!(?:{_ONLY})\b)(?:[^\sA-ZÀ-Þ]\S*(?:\s|$)){{5}}|\d\d-year-old|[A-Z][a-z]+(?:man|woman)\b)"
)
"""What has been spoken of, but for what there is only one of: in five words no name that says which."""


def term_weights(counts: Counter[str], keywords: Iterable[Keyword], language: str) -> dict[str, float]:
    """How much each content word tells of the article: by its best keyword and by its count."""
    best: dict[str, float] = {}
    for keyword in keywords:
        for term in content_terms(keyword.text, language):
            best[term] = max(best.get(term, 0.0), keyword.score)
    return {term: best.get(term, 0.0) + _OF_COUNT * math.log1p(count) for term, count in counts.items()}


def find_key_sentences(
    sentence_terms: Sequence[tuple[str, ...]], weights: Mapping[str, float], top: int
) -> tuple[int, ...]:
    """Indices of at most `top` sentences, the most telling first.

    Method: greedy coverage of the article's telling words, each counted once (after SumBasic, Nenkova and Vanderwende
    2005, "The impact of frequency on summarization"; by cost, as Lin and Bilmes 2011, "A class of submodular functions
    for document summarization"), with a bonus for standing early. `tests/quality/key_sentences.py` compares it with
    others.
    """
    left = {
        index: set(terms) for index, terms in enumerate(sentence_terms) if _FEWEST_TERMS <= len(terms) <= _MOST_TERMS
    }
    chosen: list[int] = []
    while left and len(chosen) < top:
        best = max(left, key=lambda index: (_gain(left[index], len(sentence_terms[index]), index, weights), -index))
        told = left.pop(best)
        chosen.append(best)
        for new in left.values():
            new.difference_update(told)
    return tuple(chosen)


def stands_alone(sentence: str, *, is_first: bool = False) -> bool:
    """Whether the sentence, the first of its article or not, is understood by itself.

    It is no part of somebody's speech that begins or ends elsewhere, takes up nothing that a sentence before it has
    said, and leaves nobody as "he" or "she" who has not been named.
    """
    is_speech = sentence.startswith(_SPEECH) or sentence.count("“") != sentence.count("”") or sentence.count('"') % 2
    takes_up = _JOINS.match(sentence) or _STANDS_FOR.match(sentence) or _LEFT_OPEN.search(sentence)
    return not (is_speech or takes_up or (_TAKEN_UP.match(sentence) and not is_first))


def _gain(new: set[str], size: int, index: int, weights: Mapping[str, float]) -> float:
    weight = math.fsum(weights[term] for term in new)
    return round(weight / math.pow(size, _LENGTH) * (1 + _LEAD / (1 + index)), 9)
