"""Whether two sentences that differ may both be right: they speak of another moment, or of somebody else."""

import re

from generator.collate.said import Said
from generator.model import NameKind

_MARKET = re.compile(
    r"<[A-Z]+\.[A-Z]+>|\b(?:shares?|stocks?|index|nasdaq|dow|s&p|points?|trading|traded|futures|bonds?|yields?|treasury|treasuries|"
    r"notes?|barrel|ounce|exchange|currency|euro|dollar|yen|gasoline|crude)\b",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?:rose|rise|rises|fell|fall|falls|gained|gain|gains|lost|lower|higher|up|down|added|shed|slipped|declined|"
    r"jumped|dropped|climbed|eased|edged|closed?|closing|settled|ended|advanced|off|trading|late|early)\b",
    re.IGNORECASE,
)
_COUNTING = re.compile(
    r"\b(?:so far|as of|latest|initially|earlier|previous(?:ly)?|revised|updated|to date|at first|by (?:late |early )?"
    r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|midnight|noon|evening|morning|afternoon))\b",
    re.IGNORECASE,
)
_EXPECTED = re.compile(
    r"\b(?:expect(?:s|ed)?|forecasts?|predict(?:s|ed)?|project(?:s|ed)|estimates?d?|propos(?:es|ed)|plans?|planned|"
    r"would|targets?|guidance|outlook)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tomorrow|tonight|morning|midday|"
    r"noon|afternoon|evening|midnight|night|january|february|april|june|july|august|september|october|november|"
    r"december|(?:last|this|next|previous|prior|first|second|third|fourth) (?:year|month|week|quarter|season)|"
    r"(?:19|20)\d\d|close|closed?|closing|ended|settled)\b",
    re.IGNORECASE,
)

_SAYS = re.compile(r"\W*(?:said|says|reported|reports|told|put|estimated|estimates|announced)\b")


def other_moment(a: Said, b: Said) -> str:
    """Why both may be right for the time they speak of, as the end of a sentence; empty where nothing says so."""
    if moment := changing(a, b):
        return moment
    ours, theirs = ({match.lower() for match in _WHEN.findall(said.text)} for said in (a, b))
    if ours - theirs and theirs - ours:
        return "another time"
    return ""


def changing(a: Said, b: Said) -> str:
    """What changes with time that both speak of, as the end of a sentence; empty where it is nothing of the kind."""
    if all(_MARKET.search(said.text) and _MOVED.search(said.text) for said in (a, b)):
        return "prices that change within the day"
    if bool(_EXPECTED.search(a.text)) != bool(_EXPECTED.search(b.text)):
        return "what was expected and what came"
    if _COUNTING.search(a.text) or _COUNTING.search(b.text):
        return "a count that changes with time"
    return ""


def others_named(a: Said, b: Said) -> bool:
    """Whether each of the sentences names somebody or something that the other does not, and none in common.

    Or another company where it begins: what one does is not what another does, whoever else has to do with both.
    """
    ours, theirs = _named(a), _named(b)
    if ours and theirs and ours.isdisjoint(theirs):
        return True
    ours_first, theirs_first = _company(a), _company(b)
    return bool(ours_first and theirs_first) and ours_first not in theirs and theirs_first not in ours


def _company(said: Said) -> str:
    """The first word of the company that a sentence begins with; empty where it only says something, as a witness."""
    if not said.names:
        return ""
    span, name = said.names[0]
    first = next((word for word in said.words if not word.is_stop), None)
    if first is None or not span.start <= first.span.start < span.end:
        return ""
    is_company = name.kind is NameKind.ORGANISATION and not _SAYS.match(said.text, span.end)
    return first.lower if is_company else ""


def _named(said: Said) -> frozenset[str]:
    """The words of its names, in lower case."""
    return frozenset(
        word.lower for span, _ in said.names for word in said.words if span.start <= word.span.start < span.end
    )
