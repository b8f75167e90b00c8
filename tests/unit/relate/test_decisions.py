"""An editor's decisions win over what the machine finds, or are reported."""

import pytest
from topics_of import topics_of

from articles import annotated
from generator.model import Decision, DecisionKind, Problem, Topic, VariantReason

TEXTS = {
    "a": "Yesterday Tam Orrin spoke of the harbour toll in Northport. The levy is old. Orrin left.",
    "b": "Today Tam Orrin spoke of the harbour toll in Northport. Nobody likes the toll.",
    "c": "Then Bo Lind sang in Southport of a landing charge.",
}
ARTICLES = [annotated(text, id=id_) for id_, text in TEXTS.items()]


def decision(kind: DecisionKind, name: str, to: str = "", parts: tuple[str, ...] = ()) -> Decision:
    return Decision(kind, name, to, parts, "topics.yml", "line 1")


def decided(*decisions: Decision) -> tuple[dict[str, Topic], tuple[Problem, ...]]:
    topics, problems = topics_of(ARTICLES, decisions)
    return {topic.name: topic for topic in topics}, problems


def articles(topic: Topic) -> list[str]:
    return [mention.article for mention in topic.mentions]


def test_without_decisions_there_are_the_topics_of_the_machine() -> None:
    topics, problems = decided()
    assert {"Tam Orrin", "Northport"} <= topics.keys()
    assert problems == ()


def test_merge_puts_forms_together_wherever_they_stand() -> None:
    merge = decision(DecisionKind.MERGE, "harbour dues", parts=("harbour dues", "levy", "landing charge", "toll"))
    topics, problems = decided(merge)
    topic = topics["harbour dues"]
    assert articles(topic) == ["a", "b", "c"]
    assert {variant.text: variant.why for variant in topic.variants}["landing charge"] is VariantReason.EDITOR
    assert problems == ()


def test_rename_changes_what_it_is_called_and_keeps_the_old_name_as_a_form() -> None:
    topics, problems = decided(decision(DecisionKind.RENAME, "Northport", "Northport (town)"))
    assert "Northport" not in topics
    assert articles(topics["Northport (town)"]) == ["a", "b"]
    assert [variant.text for variant in topics["Northport (town)"].variants] == ["Northport"]
    assert problems == ()


def test_rename_takes_any_form_of_the_topic() -> None:
    topics, _ = decided(decision(DecisionKind.RENAME, "Orrin", "T. Orrin"))
    assert articles(topics["T. Orrin"]) == ["a", "b"]


def test_split_takes_articles_out() -> None:
    again = [annotated(TEXTS["a"], id=id_) for id_ in ("a", "b", "x", "y")]
    split = decision(DecisionKind.SPLIT, "Tam Orrin", "Tam Orrin (singer)", ("x", "y"))
    topics, problems = topics_of(again, (split,))
    found = {topic.name: articles(topic) for topic in topics}
    assert (found["Tam Orrin"], found["Tam Orrin (singer)"]) == (["a", "b"], ["x", "y"])
    assert problems == ()


def test_split_takes_forms_out() -> None:
    again = [annotated(TEXTS["a"], id=id_) for id_ in ("a", "b")]
    split = decision(DecisionKind.SPLIT, "Tam Orrin", "Orrin (river)", ("Orrin",))
    topics, _ = topics_of(again, (split,))
    forms = {
        topic.name: {again[0].article.text[span.start : span.end] for span in topic.mentions[0].spans}
        for topic in topics
    }
    assert (forms["Tam Orrin"], forms["Orrin (river)"]) == ({"Tam Orrin"}, {"Orrin"})


def test_ban_takes_a_topic_away() -> None:
    topics, problems = decided(decision(DecisionKind.BAN, "northport"))
    assert "Northport" not in topics
    assert "Tam Orrin" in topics
    assert problems == ()


def test_ban_of_a_form_leaves_the_topic() -> None:
    topics, _ = decided(decision(DecisionKind.BAN, "Orrin"))
    assert [variant.text for variant in topics["Tam Orrin"].variants] == []


def test_always_makes_a_topic_of_what_one_article_has() -> None:
    topics, problems = decided(decision(DecisionKind.ALWAYS, "landing charge"))
    assert articles(topics["landing charge"]) == ["c"]
    assert problems == ()


def test_a_ban_wins_over_all_else() -> None:
    always = decision(DecisionKind.ALWAYS, "landing charge")
    topics, _ = decided(decision(DecisionKind.BAN, "landing charge"), always)
    assert "landing charge" not in topics


@pytest.mark.parametrize(
    "unplaced",
    [
        decision(DecisionKind.MERGE, "whale", parts=("whale", "walrus")),
        decision(DecisionKind.RENAME, "whale", "walrus"),
        decision(DecisionKind.SPLIT, "whale", "walrus", ("a",)),
        decision(DecisionKind.SPLIT, "Tam Orrin", "whale", ("walrus",)),
        decision(DecisionKind.BAN, "whale"),
        decision(DecisionKind.ALWAYS, "whale"),
    ],
    ids=lambda one: f"{one.kind} {one.name}",
)
def test_what_concerns_nothing_is_reported_with_its_place(unplaced: Decision) -> None:
    before, _ = decided()
    topics, (problem,) = decided(unplaced)
    assert topics == before
    assert (problem.file, problem.place, problem.left_out) == ("topics.yml", "line 1", False)
    assert "whale" in problem.what
