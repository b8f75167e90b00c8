"""Relations are a function of the set of articles: neither their order nor the way they came matters."""

import random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import many

from articles import annotated
from generator.config import RelateSettings
from generator.model import Decision, DecisionKind, Relations
from generator.relate import related
from generator.relate.relations import relate, relate_annotated
from generator.relate.traits import Traits, traits

SETTINGS = RelateSettings()
DECISIONS = (
    Decision(DecisionKind.MERGE, "Bababa", "", ("bababa", "babake", "Bali"), "topics.yml", "line 1"),
    Decision(DecisionKind.BAN, "bakeke", "", (), "topics.yml", "line 2"),
    Decision(DecisionKind.ALWAYS, "wilwilwil", "", (), "topics.yml", "line 3"),
)
TEXTS = st.lists(
    st.lists(
        st.sampled_from(
            ["The Toll Act", "Ann Lee", "Lee", "tolls", "toll", "of the", "U.S.", "harbour-toll", ".", "中国"]
        ),
        max_size=9,
    ).map(" ".join),
    min_size=2,
    max_size=6,
)


@pytest.fixture(scope="module")
def articles() -> list[Traits]:
    return [traits(each) for each in many(150)]


@pytest.mark.parametrize("decisions", [(), DECISIONS], ids=["no decisions", "decisions"])
def test_the_order_of_articles_does_not_matter(articles: list[Traits], decisions: tuple[Decision, ...]) -> None:
    shuffled = random.Random(1).sample(articles, len(articles))
    assert relate(shuffled, SETTINGS, decisions) == relate(articles, SETTINGS, decisions)


def test_the_likely_neighbours_of_many_articles_do_not_depend_on_their_order(
    articles: list[Traits], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(related, "_FEW", 0)
    shuffled = random.Random(2).sample(articles, len(articles))
    assert relate(shuffled, SETTINGS) == relate(articles, SETTINGS)


@given(TEXTS, st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_the_order_of_any_articles_does_not_matter(texts: list[str], chance: random.Random) -> None:
    made = [traits(annotated(text, id=str(number))) for number, text in enumerate(texts)]
    shuffled = chance.sample(made, len(made))
    assert relate(shuffled, SETTINGS) == relate(made, SETTINGS)


def test_kept_traits_give_the_relations_of_new_ones(articles: list[Traits]) -> None:
    kept = [msgspec.msgpack.decode(msgspec.msgpack.encode(each), type=Traits) for each in articles]
    assert relate(kept, SETTINGS) == relate(articles, SETTINGS)


def test_annotated_articles_have_the_relations_of_their_traits(articles: list[Traits]) -> None:
    found = relate_annotated(many(150), SETTINGS)
    bare = {
        id_: tuple(msgspec.structs.replace(each, closest=None) for each in some) for id_, some in found.related.items()
    }
    assert msgspec.structs.replace(found, related=bare) == relate(articles, SETTINGS)


def scores(relations: Relations) -> dict[tuple[str, str], float]:
    return {(id_, each.id): each.score for id_, some in relations.related.items() for each in some}


def test_one_article_more_changes_the_neighbours_of_few() -> None:
    made = [traits(each) for each in many(400)]
    before, after = relate(made[:-1], SETTINGS), relate(made, SETTINGS)
    signed = [id_ for id_, signature in before.signatures.items() if signature != after.signatures[id_]]
    assert len(signed) < 40
    changed = [
        id_
        for id_, some in before.related.items()
        if {each.id for each in some} != {each.id for each in after.related[id_]}
    ]
    assert len(changed) < 40


def test_scores_change_only_with_the_rarity_of_words_that_the_articles_have() -> None:
    made = [traits(each) for each in many(400)]
    before, after = relate(made[:-1], SETTINGS), relate(made, SETTINGS)
    same = {id_ for id_, signature in before.signatures.items() if signature == after.signatures[id_]}
    old, new = scores(before), scores(after)
    pairs = {pair for pair in old.keys() & new.keys() if set(pair) <= same}
    assert len(pairs) > len(old) / 2
    assert {pair: old[pair] for pair in pairs} == {pair: new[pair] for pair in pairs}
