"""How the marks and links of a digest are made, in the words of the interface."""

from decimal import Decimal

from generator.config import Settings
from generator.render.language import N_, Language
from generator.render.words import articles


def methods(language: Language, settings: Settings) -> dict[str, str]:
    """How every kind of mark and link is made, by name."""
    annotate, relate = settings.annotate, settings.relate
    values = {
        "method": annotate.keywords.method,
        "top": annotate.keywords.top,
        "longest": annotate.keywords.longest,
        "sentences": annotate.key_sentences,
        "articles": articles(language, relate.topic_articles),
        "least": language.number(Decimal(str(relate.least_similarity))),
        "related": relate.related,
    }
    return {language.gettext(name): language.gettext(text, **values) for name, text in _METHODS.items()}


_METHODS = {
    N_("Keywords"): N_(
        "Phrases that say what an article is about, found by %(method)s in that article alone: "
        "at most %(top)s, of at most %(longest)s words each. The score runs from "
        "0 to 1, the higher the more telling, and compares keywords of one article only."
    ),
    N_("Names"): N_(
        "People, organisations, places, laws and works that the text calls by name, found by rules from capitals, "
        "titles, roles, suffixes and CLDR’s lists of places. A kind is told only where the text gives evidence."
    ),
    N_("Figures"): N_(
        "Amounts, shares, counts and dates, found by rules, each with its value and unit. The pages of figures "
        "list them by value; a sentence that stands in several articles counts once."
    ),
    N_("Quotes"): N_(
        "Words in quotation marks that somebody is said to have said, with the speaker where the text tells. The "
        "same words of one speaker are listed once, with all articles that have them."
    ),
    N_("Key sentences"): N_(
        "At most %(sentences)s sentences that can be understood alone and together hold most of the "
        "words of an article’s keywords; early sentences count for more."
    ),
    N_("Topics"): N_(
        "Names and keywords of at least %(articles)s that mean one thing: the same but for "
        "spelling, plural or company ending, initials and short names where they can stand for nobody else, and "
        "what an editor has decided. Each form says on the topic’s page why it is the same. The first mention in "
        "a text leads there."
    ),
    N_("Related articles"): N_(
        "Articles whose words, weighed by how rare they are (TF-IDF), point the same way: a cosine of at least "
        "%(least)s, and at most %(related)s for an article. Every link names the topics "
        "and the pair of sentences the two have in common."
    ),
    N_("Copies"): N_(
        "Articles whose text is the same: word for word, nearly so, or sentence by sentence in other words. "
        "Each says which, and how much is shared. A copy counts once wherever reports and sources are "
        "counted."
    ),
    N_("Stories"): N_(
        "Articles that report one event, not merely one subject, told by their words, names, figures and "
        "dates. Their sentences are aligned; those that say the same thing are one fact, which is a row where "
        "reports stand side by side."
    ),
    N_("Differences"): N_(
        "Parts of two aligned sentences that cannot both be right: another figure, name or date for the same "
        "thing, something said and denied, or a meaning turned round. Each has its reason and a confidence "
        "from 0 to 1. What may both be right, since the sentences may speak of another moment or another "
        "company, says so and is not counted; what is less sure is shown folded, as worded differently."
    ),
    N_("Things found"): N_(
        "Where a title, date, language, source or author was not given, it is looked for in the text and the "
        "file, and every find is listed on the article’s page and in the report. What nothing states stays "
        "unknown."
    ),
}
