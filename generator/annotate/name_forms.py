"""Which forms of names mean the same bearer inside one article."""

from collections import Counter, defaultdict

from generator.annotate.name_words import COMPANY_ENDINGS, INSTITUTION_HEADS, PLACE_HEADS
from generator.model import NameKind

_SURE, _CLEAR = 6, 5
"""Weights of evidence from which on a form is no other kind of thing."""
_SMALL_WORDS = {"of", "and", "for", "the", "&"}


def short_forms(told: dict[str, Counter[NameKind]]) -> dict[str, str]:
    """For each form the fullest form of the same bearer; its own where there is none, or where there are two."""
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for full, kinds in told.items():
        words = full.split()
        if len(words) > 1:
            for form in _shortened(words, kinds):
                if form in told and form != full and not _is_other(told[form], kinds):
                    bearers[form].add(full)
    return {form: _fullest(form, bearers) for form in told}


def _fullest(form: str, bearers: dict[str, set[str]]) -> str:
    """The end of the chain of bearers: SAMR, the administration."""
    for _ in range(4):
        longer = bearers.get(form, set())
        longest = max(sorted(longer), key=len, default=form)
        if not longer or any(other != longest and longest not in bearers.get(other, ()) for other in longer):
            return form
        form = longest
    return form


def _is_other(short: Counter[NameKind], full: Counter[NameKind]) -> bool:
    """Whether the evidence for the two forms is at odds: Manchester is no short form of Manchester United."""
    return short[NameKind.PLACE] >= _SURE > full[NameKind.PLACE] or (
        short[NameKind.PERSON] >= _SURE and full[NameKind.ORGANISATION] >= _CLEAR
    )


def _shortened(words: list[str], kinds: Counter[NameKind]) -> set[str]:
    """All forms that may stand for a name of these words."""
    forms = {"".join(word[0] for word in words if word not in _SMALL_WORDS), "".join(word[0] for word in words)}
    forms.add("".join(letter for letter in "".join(words) if letter.isupper() or letter.isdigit()))  # PlayStation: PS
    forms = {form.upper() for form in forms if len(form) > 1}
    ended = words[-1] in COMPANY_ENDINGS
    if ended or words[-1] in INSTITUTION_HEADS or words[-1] in PLACE_HEADS:
        forms |= {" ".join(words[:end]) for end in range(1, len(words)) if ended or end == len(words) - 1}
    if not ended and not _SMALL_WORDS.intersection(words) and not kinds[NameKind.LAW] and not kinds[NameKind.WORK]:
        forms |= {words[-1], words[0]} if kinds[NameKind.PERSON] else {words[-1]}
        forms |= {" ".join(words[place:]) for place in range(1, len(words) - 1)}
    return forms
