"""All relations of a set of articles: the one barrier of a build."""

from collections.abc import Sequence

import msgspec

from generator.config import RelateSettings
from generator.model import Annotated, Decision, Relations
from generator.relate.closest import closest
from generator.relate.copies import describe_copies, find_copies, firsts, runs_of
from generator.relate.passages import words_of
from generator.relate.rarity import rarity_of, signatures, terms_of
from generator.relate.related import find_nearest, find_related
from generator.relate.stories import find_stories, in_time
from generator.relate.topics import find_topics
from generator.relate.traits import Traits, traits


def relate(articles: Sequence[Traits], settings: RelateSettings, decisions: Sequence[Decision] = ()) -> Relations:
    """The relations of the articles, whose order does not matter, after an editor's decisions."""
    articles = sorted(articles, key=lambda each: each.id)
    ids = [each.id for each in articles]
    words = words_of(articles)
    runs = runs_of(words)
    order = sorted(range(len(articles)), key=lambda number: in_time(articles[number]))
    copies = find_copies(articles, runs, order)
    first = firsts(copies, len(articles))
    terms = terms_of([each.terms for each in articles])
    rarity = rarity_of(terms)
    topics, unplaced = find_topics(articles, terms, settings.topic_articles, first, decisions)
    return Relations(
        copies=tuple(sorted(tuple(sorted(ids[number] for number in group)) for group in copies)),
        topics=topics,
        related=find_related(ids, find_nearest(terms, rarity, first, settings), first, topics),
        unplaced=unplaced,
        rarity=rarity,
        signatures=dict(zip(ids, signatures(terms, rarity), strict=True)),
        stories=find_stories(articles, terms, rarity, words, copies),
        near=describe_copies(articles, runs, copies),
    )


def relate_annotated(
    articles: Sequence[Annotated], settings: RelateSettings, decisions: Sequence[Decision] = ()
) -> Relations:
    """The same of articles as they are annotated, with the closest sentences of each two that are related."""
    by_id = {each.article.id: each for each in articles}
    relations = relate([traits(each) for each in articles], settings, decisions)
    related = {
        id_: tuple(
            msgspec.structs.replace(each, closest=closest(by_id[id_], by_id[each.id], relations.rarity))
            for each in some
        )
        for id_, some in relations.related.items()
    }
    return msgspec.structs.replace(relations, related=related)
