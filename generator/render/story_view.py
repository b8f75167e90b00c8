"""The page of a story: reports of one event side by side."""

from collections.abc import Iterator
from functools import partial

from generator.model import Entry, Fact, Place, Story
from generator.render import addresses, dates, story_words, words
from generator.render.collated import Collated, collated, report_link, sentence_href
from generator.render.coverage import best_place, coverage, row_href
from generator.render.difference_lines import all_differing, story_link
from generator.render.heads import collection_head
from generator.render.index import Index
from generator.render.listing import listed, source_name, text_link
from generator.render.recipes import Recipe, key_of
from generator.render.side_by_side import columns
from generator.render.stories import first, last
from generator.render.texts import sentence_text
from generator.render.timeline import timeline
from generator.render.views import Agreed, Alone, Head, Link, Report, Search, StoryView

_AGREED = 6
"""Facts that are named as what all, or most, say."""
_ALONE = 3
"""Sentences of one report that are named of those it alone has; all stand side by side."""
_NAMES = 4
_MOST = 0.5
"""Share of the reports above which most of them say something."""
_DOUBTS = 20


def story_recipe(index: Index, story: Story) -> Recipe:
    """The page of a story."""
    address, newest = index.stories.address(story, index.entries), last(story, index.entries)
    key = key_of("story", index.stories.tokens[story.key])
    return Recipe(address, key, newest, partial(story_view, index, story))


def story_view(index: Index, story: Story) -> StoryView:
    """What the page of a story shows."""
    each = collated(index, story)
    here, groups = each.address, columns(index, each)
    has_rows = bool(each.collation.facts)
    agreed, by_all = _agreed(index, each)
    count = index.stories.differing[story.key]
    return StoryView(
        address=here,
        head=_head(index, each),
        title=story_link(index, each, ""),
        facts=tuple(facts(index, each)),
        verdict=story_words.verdict(index.language, count, len(each.entries)),
        agreed=agreed,
        by_all=by_all,
        reports=tuple(report(index, here, entry, each) for entry in each.entries),
        timeline=timeline(index, each.entries, each.names, frozenset(each.copies)),
        differences=all_differing(index, each, here, each.collation.differences),
        columns=groups[0] if has_rows else None,
        rest=groups[1:] if has_rows else (),
        not_shown=each.not_shown if has_rows else 0,
        alone=tuple(_alone(index, each)),
        doubts=all_differing(index, each, here, each.collation.doubts[:_DOUBTS]),
        matrix=coverage(index, each),
    )


def _head(index: Index, each: Collated) -> Head:
    entries, story = index.entries, each.story
    title = entries[index.stories.titled[story.key]].title
    newest = last(story, entries)
    about = story_words.described(
        index.language, _reports(index, each), len(_sources(each)), index.stories.differing[story.key]
    )
    return collection_head(
        index,
        "story",
        each.address,
        (title, f"{title}: {about}"),
        newest,
        search=Search(kind="story", date=dates.sort_key(newest), month=dates.shown(newest, index.language.tag).month),
        listed=[entry.address for entry in each.entries],
    )


def facts(index: Index, each: Collated) -> Iterator[str]:
    """How many reports and sources a story has, from when to when."""
    yield _reports(index, each)
    yield words.sources(index.language, len(_sources(each)))
    start, end = first(each.story, index.entries), last(each.story, index.entries)
    span = [dates.shown(one, index.language.tag).words for one in ("" if end.startswith(start) else start, end)]
    if end:
        yield words.from_to(index.language, span[0] or span[1], span[1])


def _reports(index: Index, each: Collated) -> str:
    return story_words.reports(index.language, len(each.entries) - len(each.copies), len(each.copies))


def _sources(each: Collated) -> dict[str, str]:
    """The sources of its reports, copies left out, by what their spellings share."""
    own = [entry for entry in each.entries if entry.id not in each.copies]
    return {addresses.source_key(entry.source): entry.source for entry in own}


def report(index: Index, here: str, entry: Entry, each: Collated) -> Report:
    """An article of a story as the page at `here` lists it."""
    copy = each.copies.get(entry.id)
    said = story_words.copy_of(index.language, copy, _name_of(index, each, copy.of)) if copy else ""
    return Report(listed(index, here, entry), said)


def _name_of(index: Index, each: Collated, id_: str) -> str:
    """What a report is called, which can be of another story."""
    known = dict(zip(each.collation.articles, each.names, strict=True))
    return known.get(id_) or source_name(index, index.entries[id_].source)


def _agreed(index: Index, each: Collated) -> tuple[tuple[Agreed, ...], bool]:
    """Facts that all, or most, have and nobody contradicts; whether all have all of them."""
    whole = len(each.sayers())
    held = {
        number: each.saying(fact)
        for number, fact in enumerate(each.collation.facts)
        if number not in each.differing and len(each.saying(fact)) > max(1, whole * _MOST)
    }
    best = sorted(held, key=lambda number: (-len(held[number]), _rank(each, each.collation.facts[number]), number))
    chosen = sorted(best[:_AGREED])
    by_all = all(len(held[number]) == whole for number in chosen)
    return tuple(_agree(index, each, number, held[number]) for number in chosen), by_all


def _rank(each: Collated, fact: Fact) -> int:
    """How much a fact tells: the best rank of its key sentences."""
    return min((key for place in fact.places if (key := each.sentence(place).key)), default=99)


def _agree(index: Index, each: Collated, number: int, voices: tuple[int, ...]) -> Agreed:
    shown = [*dict.fromkeys(each.outlets[voice] for voice in voices)][:_NAMES]
    return Agreed(
        sentence=_sentence(index, each, best_place(each, each.collation.facts[number])),
        by=story_words.said_by(index.language, len(voices), len(each.sayers()), shown),
        row=Link(index.language.gettext("Side by side"), row_href(each, number)),
    )


def _sentence(index: Index, each: Collated, place: Place) -> Link:
    article = each.articles[place.article]
    text = sentence_text(article, each.sentence(place))
    return text_link(index, article.article.language, text, sentence_href(each, each.address, place))


def _alone(index: Index, each: Collated) -> Iterator[Alone]:
    """What each report alone says, its key sentences before others."""
    found = only(each)
    for voice in each.sayers():
        if found[voice]:
            best = sorted(found[voice], key=lambda one: (not each.sentence(one[1]).key, one))[:_ALONE]
            rest = len(found[voice]) - len(best)
            next_ = next((number for number, place in found[voice] if (number, place) not in best), 0)
            yield Alone(
                report=report_link(each, each.address, voice),
                sentences=tuple(_sentence(index, each, place) for _, place in sorted(best)),
                more=Link(index.language.gettext("%(count)s more", count=rest), row_href(each, next_))
                if rest
                else None,
            )


def only(each: Collated) -> dict[int, list[tuple[int, Place]]]:
    """For everybody who says something the facts nobody else has, each with its first sentence."""
    found: dict[int, list[tuple[int, Place]]] = {voice: [] for voice in each.sayers()}
    for number, fact in enumerate(each.collation.facts):
        voices = each.saying(fact)
        if len(voices) == 1:
            own = [place for place in fact.places if place.article == voices[0]]
            found[voices[0]].append((number, min(own or fact.places)))
    return found
