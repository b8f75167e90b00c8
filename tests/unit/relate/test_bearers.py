"""Which names of different articles have one bearer."""

import time

import pytest
from topics_of import topics_of

from articles import annotated
from generator.model import NameKind, Topic, VariantReason


def topics(*texts: str) -> dict[str, Topic]:
    """Topics of articles with these texts, by name."""
    found, _ = topics_of([annotated(text, id=f"a{number}") for number, text in enumerate(texts)])
    return {topic.name: topic for topic in found}


def variants(topic: Topic) -> dict[str, VariantReason]:
    return {variant.text: variant.why for variant in topic.variants}


BOARD = "The Northport Harbour Authority (NHA) met. Later the NHA voted."

JOINED = [
    pytest.param(
        [BOARD, "Ships wait, the NHA said. The NHA is slow."],
        ("Northport Harbour Authority", {"NHA": VariantReason.INITIALS}),
        id="initials of one article stand for the name in another",
    ),
    pytest.param(
        ["Shares of Orchardix Group Ltd rose. Orchardix Group Ltd is calm.", "Talks with Orchardix went on in Orrin."],
        ("Orchardix", {"Orchardix Group Ltd": VariantReason.COMPANY}),
        id="a company without its ending",
    ),
    pytest.param(
        ["Mr Tam Orrin spoke. Orrin left.", "It was said that Orrin was tired. Mr Orrin slept. Tam Orrin woke."],
        ("Tam Orrin", {"Orrin": VariantReason.SHORT}),
        id="a family name",
    ),
    pytest.param(
        ["He sold his Bluefin Xcel at noon.", "He bought the Bluefin-Xcel at night."],
        ("Bluefin Xcel", {"Bluefin-Xcel": VariantReason.SPELLING}),
        id="a hyphen",
    ),
    pytest.param(
        ["It went to the United States of America.", "It went to the US in May."],
        ("United States of America", {"US": VariantReason.INITIALS}),
        id="a state's short name",
    ),
    pytest.param(
        ["The vote of the Office for Harbour Statistics.", "The vote of the Office of Harbour Statistics."],
        ("Office for Harbour Statistics", {"Office of Harbour Statistics": VariantReason.SHORT}),
        id="another small word",
    ),
]


@pytest.mark.parametrize(("texts", "expected"), JOINED)
def test_forms_of_one_bearer_are_one_topic(texts: list[str], expected: tuple[str, dict[str, VariantReason]]) -> None:
    name, forms = expected
    assert variants(topics(*texts)[name]) == forms


APART = [
    pytest.param(
        ["The Bank of Northport paid.", "The Bank of Southport paid."] * 2,
        {"Bank of Northport", "Bank of Southport"},
        id="institutions of one kind",
    ),
    pytest.param(
        ["She met Mr Tam Orrin there.", "She met Mr Bo Orrin there."] * 2,
        {"Tam Orrin", "Bo Orrin"},
        id="people of one family",
    ),
    pytest.param(
        ["They played in Northern Ireland.", "They played in Ireland."] * 2,
        {"Northern Ireland", "Ireland"},
        id="a place inside the name of another",
    ),
]


@pytest.mark.parametrize(("texts", "expected"), APART)
def test_names_that_look_alike_stay_apart(texts: list[str], expected: set[str]) -> None:
    assert expected <= topics(*texts).keys()


def test_a_family_name_of_several_belongs_to_whoever_the_article_is_like() -> None:
    ferry = "The ferry of the Northport Line sailed. Captain Tam Orrin of the Northport Line waved. "
    choir = "The Southport Choir sang. The singer Bo Orrin of the Southport Choir bowed. "
    alone = "The Northport Line is late, and Mr Orrin knows. "
    found = topics(ferry, ferry, choir, choir, alone)
    assert "a4" in {mention.article for mention in found["Tam Orrin"].mentions}
    assert "a4" not in {mention.article for mention in found["Bo Orrin"].mentions}


def test_a_family_name_that_may_be_anybodys_is_nobodys() -> None:
    found = topics(
        "She met Mr Tam Orrin.", "She met Mr Tam Orrin.", "He met Mr Bo Orrin.", "He met Mr Bo Orrin.",
        "They met Mr Orrin.", "They saw Mr Orrin.",
    )  # fmt: skip
    assert {"Tam Orrin", "Bo Orrin"} == found.keys()
    assert all(len(topic.mentions) == 2 for topic in found.values())


def test_a_topic_has_the_kind_that_its_articles_tell() -> None:
    found = topics("Mr Tam Orrin lives in Paris.", "Tam Orrin left Paris.", "The Harbour Commission met Tam Orrin.")
    assert (found["Tam Orrin"].kind, found["Paris"].kind) == (NameKind.PERSON, NameKind.PLACE)


def test_people_of_one_name_in_different_fields_are_two() -> None:
    minister = "The minister Tam Orrin spoke in Parliament. The Treasury heard."
    striker = "The striker Tam Orrin scored at Harbour Park. The Northport Rovers won."
    found = topics(minister, minister, striker, striker, "Tam Orrin was seen by the Northport Rovers.")
    assert {mention.article for mention in found["Tam Orrin (politics)"].mentions} == {"a0", "a1"}
    assert {mention.article for mention in found["Tam Orrin (sport)"].mentions} == {"a2", "a3", "a4"}


def test_somebody_with_two_roles_in_one_article_is_one() -> None:
    both = "The minister Tam Orrin spoke. The former striker Tam Orrin scored."
    found = topics(both, "The minister Tam Orrin spoke.", "The striker Tam Orrin scored.")
    assert len(found["Tam Orrin"].mentions) == 3


@pytest.mark.parametrize("word", ["Monday", "March 2020", "$5m", "barrels", "Tuesday"])
def test_dates_and_units_are_no_topics(word: str) -> None:
    assert word not in topics(*[f"It was {word} then, and {word} again, and {word} it is."] * 3)


def test_letters_without_end_take_no_time_worth_speaking_of() -> None:
    begun = time.process_time()
    topics("a" * 100_000, "-".join("a" * 50_000), "Aa " * 10_000)
    assert time.process_time() - begun < 60
