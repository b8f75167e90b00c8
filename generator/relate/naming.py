"""What a group is called, and why its other forms mean the same."""

from collections import Counter, defaultdict

from generator.annotate.gazetteer import dictionary
from generator.model import NameKind, Variant, VariantReason
from generator.relate.forms import KNOWN, initials, name_key, solid, without_company, without_head, without_legal_form
from generator.relate.groups import Group
from generator.text import topic_key

_TOLD = 0.15
"""Share of the articles with a name that have to tell its kind."""


def main_kind(kinds: Counter[NameKind]) -> NameKind:
    """The kind most articles tell, those aside that tell none; `NAME` where hardly any tells one."""
    least = _TOLD * kinds.total()
    told = [(count, kind.value) for kind, count in kinds.items() if kind is not NameKind.NAME and count >= least]
    return NameKind(max(told)[1]) if told else NameKind.NAME


def kind_of(group: Group) -> NameKind | None:
    """What it is the name of; none where it is a name in fewer than half of its articles."""
    kinds = Counter(use.kind for use in group.uses if use.kind is not None)
    if 2 * len({use.article for use in group.uses if use.kind is not None}) < len(group.articles()):
        return None
    return main_kind(kinds)


def name_of(group: Group) -> str:
    """What an editor calls it; else the fullest of the forms that most articles use, with the field of a namesake.

    A company goes by what is left of its name without legal form and "Group", where articles call it so and that is
    no common word; people by their full name.
    """
    if group.name:
        return group.name
    return f"{_usual_name(group)} ({group.field})" if group.field else _usual_name(group)


def _usual_name(group: Group) -> str:
    articles, places = _counts(group)
    full = {use.key for use in group.uses if use.key}
    worth = Counter({form: len(ids) for form, ids in articles.items()})
    whole = [form for form in worth if name_key(form) in full and not _is_initials(form, full)]
    by_key: defaultdict[str, set[str]] = defaultdict(set)
    for form in whole or worth:
        by_key[without_legal_form(name_key(form))] |= articles[form]
    best = min(by_key, key=lambda key: (-_words(key, group), -len(by_key[key]), -len(key), key))
    best = _spoken(best, articles)
    return min(
        (form for form in worth if name_key(form) == best or without_legal_form(name_key(form)) == best),
        key=lambda form: (name_key(form) != best, -worth[form], -places[form], form.isupper(), form),
    )


def _words(key: str, group: Group) -> int:
    """Two for the name of a person that has several words, so that it goes before a short form; else one."""
    kinds = Counter(use.kind for use in group.uses if use.kind is not None)
    return 1 + (main_kind(kinds) is NameKind.PERSON and " " in key)


def _spoken(key: str, articles: dict[str, set[str]]) -> str:
    """The name as most articles speak it: without what companies and institutions have at its end."""
    used: defaultdict[str, set[str]] = defaultdict(set)
    for form, ids in articles.items():
        used[name_key(form)] |= ids
    for short in (without_company(key), without_head(key)):
        if short != key and used[short] and len(used[short]) >= len(used[key]) and short not in dictionary("en"):
            return short
    return key


def _is_initials(form: str, full: set[str]) -> bool:
    return any(name_key(form) in initials(key) for key in full)


def _counts(group: Group) -> tuple[dict[str, set[str]], Counter[str]]:
    """The articles that use each form, and its places."""
    articles: defaultdict[str, set[str]] = defaultdict(set)
    places: Counter[str] = Counter()
    for use in group.uses:
        for form in use.forms:
            articles[form].add(use.article)
            places[form] += 1
    return dict(articles), places


def variants_of(group: Group, name: str) -> tuple[Variant, ...]:
    """Every form but the name itself, the most used first."""
    articles, places = _counts(group)
    forms = (articles.keys() | group.given) - {name}
    variants = [Variant(form, len(articles.get(form, ())), _reason(form, name, group)) for form in forms]
    return tuple(sorted(variants, key=lambda one: (-one.articles, -places[one.text], one.text)))


def _reason(form: str, name: str, group: Group) -> VariantReason:
    one, other = name_key(form), name_key(name.removesuffix(f" ({group.field})"))
    if topic_key(form) == topic_key(name) or solid(one) == solid(other) or _is_plural(one, other):
        return VariantReason.SPELLING
    if form in group.given:
        return VariantReason.EDITOR
    if one in initials(other) or other in initials(one) or KNOWN.get(one, one) == KNOWN.get(other, other):
        return VariantReason.INITIALS
    if without_company(one) == without_company(other):
        return VariantReason.COMPANY
    return VariantReason.EDITOR if group.name else VariantReason.SHORT


def _is_plural(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long in {f"{short}s", f"{short[:-1]}ies"}
