"""What the rest of the digest has to know of annotating."""

from generator.config import AnnotateSettings
from generator.model import Annotations, Article


def annotate(article: Article, settings: AnnotateSettings) -> Annotations:
    """The annotations of the article."""
    # What they are found with takes long to import: a build that keeps all it has does without.
    from generator.annotate.everything import find_all

    return find_all(article, settings)
