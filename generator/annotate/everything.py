"""All annotations of one article, made of its text, title and language alone."""

from collections import Counter
from itertools import chain

import msgspec

from generator.annotate.figures import find_figures
from generator.annotate.key_sentences import find_key_sentences, stands_alone, term_weights
from generator.annotate.keywords import find_keywords
from generator.annotate.names import find_names
from generator.annotate.quotes import find_quotes
from generator.annotate.sentences import find_sentences
from generator.annotate.subjects import find_subjects
from generator.config import AnnotateSettings
from generator.model import Annotations, Article, BlockKind, Sentence, Term
from generator.text import article_text, content_terms, count_words


def find_all(article: Article, settings: AnnotateSettings) -> Annotations:
    """The annotations of the article."""
    text = article_text(article.text, article.blocks)
    sentences = find_sentences(text, article.blocks, article.language)
    terms = tuple(content_terms(text[each.span.start : each.span.end], article.language) for each in sentences)
    counts = Counter(content_terms(article.title, article.language))
    counts.update(chain.from_iterable(terms))
    # What stands under a picture tells of the picture: it is neither key nor a reason to link two articles.
    sentence_terms = tuple(
        () if article.blocks[sentence.block].kind is BlockKind.CAPTION else tuple(sorted(set(each)))
        for sentence, each in zip(sentences, terms, strict=True)
    )
    telling = tuple(
        each if stands_alone(text[sentence.span.start : sentence.span.end], is_first=not number) else ()
        for number, (sentence, each) in enumerate(zip(sentences, sentence_terms, strict=True))
    )
    words = count_words(text)
    keywords = find_keywords(text, article.language, settings.keywords)
    weights = term_weights(counts, keywords, article.language)
    names = find_names(text, tuple(sentence.span for sentence in sentences), article.language)
    return Annotations(
        sentences=_ranked(sentences, find_key_sentences(telling, weights, settings.key_sentences)),
        keywords=keywords,
        words=words,
        minutes=max(1, round(words / max(1, settings.words_per_minute))),
        terms=tuple(Term(text, count) for text, count in sorted(counts.items())),
        sentence_terms=sentence_terms,
        names=names,
        figures=find_figures(text, article.language),
        quotes=find_quotes(text, article.blocks, sentences, names),
        subjects=find_subjects(text, keywords, names, article.language),
    )


def _ranked(sentences: tuple[Sentence, ...], key: tuple[int, ...]) -> tuple[Sentence, ...]:
    ranked = list(sentences)
    for rank, index in enumerate(key, 1):
        ranked[index] = msgspec.structs.replace(sentences[index], key=rank)
    return tuple(ranked)
