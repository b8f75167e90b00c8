"""All relations of a set of articles: the one barrier of a build."""

from collections.abc import Sequence

from generator.config import RelateSettings
from generator.model import Annotated, Decision, Relations
from generator.relate.copies import find_copies
from generator.relate.related import find_related
from generator.relate.topics import find_topics


def relate(articles: Sequence[Annotated], settings: RelateSettings, decisions: Sequence[Decision] = ()) -> Relations:
    """The relations of the articles, whose order does not matter, after an editor's decisions."""
    articles = sorted(articles, key=lambda each: each.article.id)
    copies = find_copies(articles)
    topics, unplaced = find_topics(articles, settings.topic_articles, copies, decisions)
    return Relations(copies, topics, find_related(articles, topics, copies, settings), unplaced)
