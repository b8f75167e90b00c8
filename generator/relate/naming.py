"""What a group is called, what it is the name of, and why its other forms mean the same."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from generator.annotate.gazetteer import dictionary
from generator.model import NameKind, VariantReason
from generator.relate.forms import KNOWN, initials, name_key, solid, without_company, without_head, without_legal_form
from generator.relate.uses import FormCounts, Use, articles_of, kind_counts
from generator.text import topic_key

_TOLD = 0.15
"""Share of the articles with a name that have to tell its kind."""


def main_kind(kinds: Mapping[NameKind, int]) -> NameKind:
    """The kind most articles tell, those aside that tell none; `NAME` where hardly any tells one."""
    least = _TOLD * sum(kinds.values())
    told = [(count, kind.value) for kind, count in kinds.items() if kind is not NameKind.NAME and count >= least]
    return NameKind(max(told)[1]) if told else NameKind.NAME


def kind_of(uses: Sequence[Use]) -> NameKind | None:
    """What they are the name of; none where they are a name in fewer than half of their articles."""
    kinds = {use.kind for use in uses}
    if None not in kinds:
        return main_kind(kind_counts(uses)) if len(kinds) > 1 else uses[0].kind
    named = [use for use in uses if use.kind is not None]
    if 2 * len(articles_of(named)) < len(articles_of(uses)):
        return None
    return main_kind(kind_counts(named))


def usual_name(uses: Sequence[Use], counts: FormCounts) -> str:
    """The fullest of the forms that most articles use.

    A company goes by what is left of its name without legal form and "Group", where articles call it so and that is
    no common word; people by their full name.
    """
    articles, places = counts
    if len(articles) == 1:
        return next(iter(articles))
    full = {use.key for use in uses} - {""}
    short = frozenset().union(*map(initials, full))
    keys = {form: name_key(form) for form in articles}
    whole = [form for form, key in keys.items() if key in full and key not in short]
    by_key: dict[str, set[int]] = {}
    for form in whole or articles:
        key = without_legal_form(keys[form])
        by_key[key] = by_key[key] | articles[form] if key in by_key else articles[form]
    best = next(iter(by_key)) if len(by_key) == 1 else _fullest(by_key, uses)
    best = _spoken(best, articles, keys)
    chosen = [form for form, key in keys.items() if key == best] or [
        form for form, key in keys.items() if without_legal_form(key) == best
    ]
    if len(chosen) == 1:
        return chosen[0]
    return min(chosen, key=lambda form: (-len(articles[form]), -places[form], form.isupper(), form))


def _fullest(by_key: Mapping[str, set[int]], uses: Sequence[Use]) -> str:
    """The key that most articles use; of a person a full name before all others."""
    is_person = main_kind(kind_counts(uses)) is NameKind.PERSON
    return min(by_key, key=lambda key: (not (is_person and " " in key), -len(by_key[key]), -len(key), key))


def _spoken(key: str, articles: Mapping[str, set[int]], keys: Mapping[str, str]) -> str:
    """The name as most articles speak it: without what companies and institutions have at its end."""
    shorter = [short for short in (without_company(key), without_head(key)) if short not in {"", key}]
    if not shorter:
        return key
    used: defaultdict[str, set[int]] = defaultdict(set)
    for form, some in articles.items():
        used[keys[form]] |= some
    for short in shorter:
        if used[short] and len(used[short]) >= len(used[key]) and short not in dictionary("en"):
            return short
    return key


def reason(form: str, name: str, given: frozenset[str], *, is_given: bool) -> VariantReason:
    """Why the form means the same as the name; the forms that an editor gave, and whether the name is one."""
    one, other = name_key(form), name_key(name)
    if topic_key(form) == topic_key(name) or solid(one) == solid(other) or _is_plural(one, other):
        return VariantReason.SPELLING
    if form in given:
        return VariantReason.EDITOR
    if one in initials(other) or other in initials(one) or KNOWN.get(one, one) == KNOWN.get(other, other):
        return VariantReason.INITIALS
    if without_company(one) == without_company(other):
        return VariantReason.COMPANY
    return VariantReason.EDITOR if is_given else VariantReason.SHORT


def _is_plural(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long in {f"{short}s", f"{short[:-1]}ies"}
