"""Topics of articles as they are annotated, for tests of the parts that find them."""

from collections.abc import Sequence

from generator.model import Annotated, Decision, Problem, Topic
from generator.relate.rarity import terms_of
from generator.relate.topics import find_topics
from generator.relate.traits import traits


def topics_of(
    articles: Sequence[Annotated], decisions: Sequence[Decision] = ()
) -> tuple[tuple[Topic, ...], tuple[Problem, ...]]:
    """The topics that at least two articles speak of, copies or not, and the decisions that concern none."""
    made = sorted((traits(each) for each in articles), key=lambda each: each.id)
    return find_topics(made, terms_of([each.terms for each in made]), 2, range(len(made)), decisions)
