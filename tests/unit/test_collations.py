"""Collations are made once, and again only where an article of the story is another one; one bad story stops none."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from articles import annotated
from generator import collations
from generator.collate.collation import collate, without_facts
from generator.collations import Collations, collate_all
from generator.model import Annotated, Collation, Problem, Story
from generator.progress import Progress
from generator.render.articles import articles_of
from generator.store import Damaged, Store
from generator.workers import Serial

TEXTS = {
    "a": "The harbour board raised ferry fares by 4% on Monday.",
    "b": "On Monday the harbour board raised ferry fares by 7%.",
    "c": "Apple growers of the valley expect a large harvest.",
    "d": "A large harvest is what apple growers of the valley expect.",
}
STORIES = (Story("a", ("a", "b")), Story("c", ("c", "d")))


class Digest:
    """Articles in two stories, collated with one store."""

    def __init__(self, folder: Path) -> None:
        self.store = Store(folder / "kept.sqlite3")
        self.texts = dict(TEXTS)
        self.collated: list[tuple[str, ...]] = []

    def collate(self, articles: Sequence[Annotated]) -> Collation:
        """The collation, remembered."""
        self.collated.append(tuple(each.article.id for each in articles))
        return collate(articles)

    def all(self) -> tuple[Collations, tuple[Problem, ...]]:
        """Collations of all stories."""
        articles = articles_of(annotated(text, id=id_) for id_, text in self.texts.items())
        return collate_all(STORIES, articles, self.store, (Serial(), Progress()))


@pytest.fixture
def digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Digest:
    made = Digest(tmp_path)
    monkeypatch.setattr(collations, "collate", made.collate)
    return made


def test_what_lists_say_is_kept_so_that_no_collation_is_loaded(digest: Digest, monkeypatch: pytest.MonkeyPatch) -> None:
    first, _ = digest.all()
    monkeypatch.setattr(collations, "told_of", pytest.fail)
    second, _ = digest.all()
    assert second.told == first.told
    assert {key: each.titled for key, each in first.told.items()} == {"a": "a", "c": "c"}
    assert first.told["a"].differing == (0,)
    assert first.told["c"].differing == ()


def test_a_story_is_collated_once(digest: Digest) -> None:
    first, _ = digest.all()
    second, _ = digest.all()
    assert digest.collated == [("a", "b"), ("c", "d")]
    assert dict(first) == dict(second)
    assert [one.articles for one in second.values()] == [("a", "b"), ("c", "d")]


def test_a_story_is_collated_again_where_an_article_of_it_has_changed(digest: Digest) -> None:
    digest.all()
    digest.texts["d"] += " So they say."
    made, _ = digest.all()
    assert digest.collated == [("a", "b"), ("c", "d"), ("c", "d")]
    assert len(digest.store.keys("collation")) == len(made) == 2


def test_a_story_that_cannot_be_collated_is_a_problem_and_has_no_facts(
    digest: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(articles: Sequence[Annotated]) -> Collation:
        if articles[0].article.id == "a":
            raise RuntimeError("stumbled")
        return collate(articles)

    monkeypatch.setattr(collations, "collate", stumble)
    made, problems = digest.all()
    assert [(one.file, one.left_out) for one in problems] == [("a.txt", False)]
    assert "stumbled" in problems[0].what
    assert made["a"] == without_facts(STORIES[0].articles)
    assert made["c"].facts


def test_what_could_not_be_collated_is_tried_again(digest: Digest, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(collations, "collate", {}.__getitem__)
        digest.all()
    made, problems = digest.all()
    assert problems == ()
    assert made["a"].facts
    assert made["c"].facts


def test_a_collation_that_is_gone_from_the_store_is_damage(digest: Digest) -> None:
    made, _ = digest.all()
    digest.store.forget_others("collation", ())
    with pytest.raises(Damaged):
        made["a"]
