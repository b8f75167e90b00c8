"""An editor's decisions, applied to groups: they win over all that the machine finds."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

import msgspec
import numpy as np

from generator.model import Decision, DecisionKind, Problem, Span
from generator.relate.groups import Group, joined
from generator.relate.occurrences import Texts, apart, form_rows
from generator.relate.uses import Use, form_keys, runs, without_empty
from generator.spans import apart as spans_apart
from generator.spans import overlaps

_ORDER = (DecisionKind.SPLIT, DecisionKind.MERGE, DecisionKind.RENAME, DecisionKind.ALWAYS, DecisionKind.BAN)
"""Splits come first, so that what is taken out can be put elsewhere; bans last, so that nothing brings back."""


def decide(
    groups: Sequence[Group], decisions: Sequence[Decision], texts: Texts
) -> tuple[list[Group], tuple[Problem, ...]]:
    """The groups after the decisions, and a problem for each decision that concerns nothing in the articles."""
    if not decisions:
        return list(groups), ()
    table = _Table(groups, texts)
    unplaced = [
        _unplaced(decision)
        for decision in sorted(decisions, key=lambda one: _ORDER.index(one.kind))
        if not table.apply(decision)
    ]
    return table.groups(), tuple(sorted(unplaced, key=lambda problem: (problem.file, problem.place, problem.what)))


def _unplaced(decision: Decision) -> Problem:
    name, to = decision.name, decision.to
    what, mend = {
        DecisionKind.SPLIT: (
            f"nothing of {name!r} can be split off for {to!r}",
            "name forms of the topic, or ids of articles that speak of it",
        ),
        DecisionKind.MERGE: (f"no article speaks of {name!r}", "correct its forms, or take it out"),
        DecisionKind.RENAME: (f"there is no topic {name!r}", "correct the name, or take it out"),
        DecisionKind.ALWAYS: (f"no article has {name!r}", "correct the spelling, or take it out"),
        DecisionKind.BAN: (f"there is no topic {name!r}", "correct the name, or take it out"),
    }[decision.kind]
    return Problem(decision.file, decision.place, what, mend)


class _Table:
    """Groups by number, to be found by any of their forms."""

    def __init__(self, groups: Sequence[Group], texts: Texts) -> None:
        self._texts = texts
        self._groups: dict[int, Group] = {}
        self._numbers: defaultdict[str, set[int]] = defaultdict(set)
        self._next = 0
        for group in groups:
            self._add(group)

    def groups(self) -> list[Group]:
        return list(self._groups.values())

    def apply(self, decision: Decision) -> bool:
        """Change the groups; whether there was anything to change."""
        match decision.kind:
            case DecisionKind.MERGE:
                return self._merge(decision.name, decision.parts)
            case DecisionKind.ALWAYS:
                return self._merge(decision.name, (decision.name,), pinned=True)
            case DecisionKind.RENAME:
                return self._rename(decision.name, decision.to)
            case DecisionKind.SPLIT:
                return self._split(decision.name, decision.to, decision.parts)
            case DecisionKind.BAN:
                return self._ban(decision.name)

    def _add(self, group: Group) -> None:
        if group.uses:
            self._groups[self._next] = group
            for key in group.form_keys():
                self._numbers[key].add(self._next)
            self._next += 1

    def _take(self, number: int) -> Group:
        group = self._groups.pop(number)
        for key in group.form_keys():
            self._numbers[key].discard(number)
        return group

    def _find(self, form: str) -> int | None:
        """The group that is called so, else the one most articles speak of under that form."""
        numbers = set().union(*(self._numbers.get(key, set()) for key in form_keys(form)))
        if not numbers:
            return None
        keys = form_keys(form)
        return min(
            numbers,
            key=lambda one: (not keys & form_keys(self._groups[one].name), -len(self._groups[one].articles), one),
        )

    def _merge(self, name: str, forms: Sequence[str], *, pinned: bool = False) -> bool:
        taken = [self._take(number) for form in forms if (number := self._find(form)) is not None]
        taken.append(Group(tuple(self._stands(forms, taken))))
        group = joined(taken)
        if not group.uses:
            return False
        self._add(replace(group, given_name=name, given=group.given | frozenset(forms), pinned=group.pinned or pinned))
        return True

    def _stands(self, forms: Sequence[str], groups: Sequence[Group]) -> Iterable[Use]:
        """Uses of the forms in the texts, at places that no group has."""
        taken: defaultdict[int, list[Span]] = defaultdict(list)
        for group in groups:
            for use in group.uses:
                taken[use.article].extend(use.spans)
        used = {number: spans_apart(spans) for number, spans in taken.items()}
        places = self._texts.find(form_rows(forms))
        spans, _ = self._texts.read(places)
        outside = [
            not overlaps(span, used.get(number, ()))
            for number, span in zip(places["article"].tolist(), spans, strict=True)
        ]
        found = apart(places[np.array(outside, bool)])
        spans, written = self._texts.read(found)
        for start, end in runs(found["article"]):
            yield Use(int(found["article"][start]), tuple(spans[start:end]), tuple(written[start:end]), 0.0)

    def _rename(self, name: str, to: str) -> bool:
        number = self._find(name)
        if number is None:
            return False
        group = self._take(number)
        self._add(replace(group, given_name=to, given=group.given | {to}))
        return True

    def _split(self, name: str, to: str, parts: Sequence[str]) -> bool:
        number = self._find(name)
        if number is None:
            return False
        group = self._take(number)
        articles = {self._texts.numbers[part] for part in parts if part in self._texts.numbers}
        keys = frozenset(key for part in parts if part not in self._texts.numbers for key in form_keys(part))
        leaving = without_empty(use if use.article in articles else _part(use, keys, inside=True) for use in group.uses)
        staying = without_empty(_part(use, keys, inside=False) for use in group.uses if use.article not in articles)
        self._add(replace(group, uses=staying))
        self._add(Group(leaving, to, frozenset({to}), pinned=group.pinned))
        return bool(leaving)

    def _ban(self, name: str) -> bool:
        """Take the topic of this name away; where it is only a form of one, take the form out of it."""
        number = self._find(name)
        if number is None:
            return False
        group = self._take(number)
        if not form_keys(name) & form_keys(group.name):
            keys = form_keys(name)
            self._add(replace(group, uses=without_empty(_part(use, keys, inside=False) for use in group.uses)))
        return True


def _part(use: Use, keys: frozenset[str], *, inside: bool) -> Use:
    """The places of the use whose forms come down to one of the keys, or those whose forms do not."""
    places = [
        (span, form) for span, form in zip(use.spans, use.forms, strict=True) if bool(form_keys(form) & keys) is inside
    ]
    return msgspec.structs.replace(
        use, spans=tuple(span for span, _ in places), forms=tuple(form for _, form in places)
    )
