"""Copies: articles that are the same text."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable

from generator.model import Annotated, Article
from generator.text import article_text, words


def find_copies(articles: Iterable[Annotated]) -> tuple[tuple[str, ...], ...]:
    """Groups of ids of articles with the same words in the same order, whatever their case, spacing and punctuation."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for each in articles:
        groups[_fingerprint(each.article)].append(each.article.id)
    return tuple(sorted(tuple(sorted(group)) for group in groups.values() if len(group) > 1))


def _fingerprint(article: Article) -> str:
    text = article_text(article.text, article.blocks).casefold()
    found = "\n".join(text[span.start : span.end] for span in words(text)) or text
    return hashlib.sha256(found.encode("utf-8", "replace")).hexdigest()
