"""Names in an article: who and what it speaks of, under all the forms it uses."""

import re
from collections import defaultdict
from collections.abc import Iterable

from generator.annotate.gazetteer import dictionary
from generator.annotate.name_forms import short_forms
from generator.annotate.name_kinds import Evidence, evidence, no_evidence
from generator.annotate.name_lexicon import lexicon
from generator.annotate.name_links import Reading
from generator.annotate.name_phrases import phrases
from generator.annotate.name_runs import Run, split_runs
from generator.annotate.name_trimming import trimmed
from generator.model import Name, NameKind, Span
from generator.text import base_language

_BARE = re.compile(r"[A-Z](?<![\w-].)[\w-]*+(?!['’][sS]\b|\s+and\b)")
_OWNING = re.compile(r"([A-Z](?<![\w-].)[\w-]*+['’]s)\s+(?:said|says|has|had|will|would|was|is|told|also)\b")
_OF_A_PERSON = (2, 3)
"""How many words the name of a person has in most cases."""


def find_names(text: str, spans: tuple[Span, ...], language: str) -> tuple[Name, ...]:
    """Names in the sentences at the spans, by their first place.

    By rules alone: capitals where common words have none, titles and roles, endings of companies, heads of
    institutions, and what the rest of the article does with the same words.
    """
    runs = _runs(text, spans, base_language(language))
    forms: defaultdict[str, list[Run]] = defaultdict(list)
    for run in runs:
        forms[run.form(text)].append(run)
    told = {key: evidence(text, places, language) for key, places in forms.items()}
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for form, full in short_forms({form: each.kinds for form, each in told.items()}).items():
        groups[full].append(form)
    names = (_name(full, members, forms, told) for full, members in groups.items())
    return tuple(sorted(names, key=lambda name: name.spans[0].start))


def _runs(text: str, spans: tuple[Span, ...], language: str) -> list[Run]:
    common = dictionary(language)
    bare = frozenset(_BARE.findall(text))
    owning = frozenset(name for name in _OWNING.findall(text) if name[:-2] not in bare)
    parted = split_runs(phrases(text, spans, Reading(common, bare, owning, language)), common)
    known = lexicon(text, parted, common, language)
    return _rejoined(text, [name for run in parted for name in trimmed(run, known)])


def _rejoined(text: str, runs: list[Run]) -> list[Run]:
    """The runs, those made one between which stands what stands there in a longer name ("Marks and Spencer Group")."""
    linked = {form for run in runs if len(run.words) > 1 and " and " in (form := run.form(text))}
    beginnings = {" ".join(words[:end]) for words in map(str.split, linked) for end in range(3, len(words))}
    if not beginnings:
        return runs
    joined: list[Run] = []
    for run in runs:
        both = Run(joined[-1].words + run.words, joined[-1].titled, run.weak) if joined else run
        if joined and both.form(text) in beginnings:
            joined[-1] = both
        else:
            joined.append(run)
    return joined


def _name(full: str, members: list[str], forms: dict[str, list[Run]], told: dict[str, Evidence]) -> Name:
    found = told[full] if members == [full] else _together(told[form] for form in members)
    if _shortens_as_person(full, members, found):
        found.add(NameKind.PERSON, 1, "its last word stands for it")
    places = sorted((run.words[0].start, run.words[-1].end) for form in members for run in forms[form])
    return Name(full, found.kind(), tuple(Span(start, end) for start, end in places), found.why())


def _together(told: Iterable[Evidence]) -> Evidence:
    """All that speaks for one of several forms."""
    found = no_evidence()
    for each in told:
        found.update(each)
    return found


def _shortens_as_person(full: str, members: list[str], found: Evidence) -> bool:
    """Whether the last word stands for a name of two or three, of which nothing says that it is something else."""
    words = full.split()
    return len(words) in _OF_A_PERSON and words[-1] in members and not found.kinds.total()
