"""Small closed lists of words, by language: what stands beside a word tells what it is."""

import re
from functools import lru_cache

from generator.text import stop_words

EDGE, ARTICLE, PREPOSITION, PRONOUN, CONJUNCTION, AUXILIARY, OTHER_STOP, CONTENT, LEADING = range(9)
"""Classes of what stands beside a phrase; an edge is a mark or an end of the text, the last two are words of content,
of which a leading one may begin a phrase but not end it."""

_ARTICLES = {
    "en": "the a an this that these those his her its their our my your some any each every no another",
    "fr": "le la les l' l’ un une des ce cet cette ces son sa ses leur leurs notre nos votre mon ma mes au aux du",
    "pt": "o a os as um uma uns umas este esta esse essa aquele seu sua seus suas ao à aos às do da "
    "dos das no na nos nas",
}
_PREPOSITIONS = {
    "en": "of in on at by for with from into over under between against during about after before through near",
    "fr": "de d' d’ à en dans par pour sur avec sans sous entre vers chez depuis contre",
    "pt": "de em por para com sem sob sobre entre até desde contra pelo pela pelos pelas",
}
_PRONOUNS = {
    "en": "i he she it we they you who to will would can could may might must should shall not n't "
    "don't didn't did does",
    "fr": "je j' il elle on nous vous ils elles qui se s' s’ ne n' n’ y",
    "pt": "eu ele ela nós eles elas que quem se não",
}
_CONJUNCTIONS = {"en": "and or but nor as than", "fr": "et ou mais ni que qu' qu’", "pt": "e ou mas nem como"}
_AUXILIARIES = {
    "en": "is are was were be been being am has have had said says",
    "fr": "est sont était étaient a ont avait été être avoir sera",
    "pt": "é são foi foram era está estão tem têm ser ter será",
}
_LISTS = (
    (AUXILIARY, _AUXILIARIES),
    (CONJUNCTION, _CONJUNCTIONS),
    (PRONOUN, _PRONOUNS),
    (PREPOSITION, _PREPOSITIONS),
    (ARTICLE, _ARTICLES),
)
LANGUAGES = frozenset(_ARTICLES)
"""Languages that have lists."""
VERBAL = {
    "en": ("ed", "ing", "ify", "ize", "ise"),
    "fr": ("er", "ir", "ait", "aient", "ent", "ant", "era"),
    "pt": ("ar", "er", "ir", "ou", "aram", "ando", "endo", "ava", "iu"),
}
"""Endings that verbs have more often than nouns."""
ADVERBIAL = {"en": ("ly",), "fr": ("ment",), "pt": ("mente",)}
_NO_KEYWORDS = {
    "en": "mr mrs ms dr monday tuesday wednesday thursday friday saturday sunday january february march april may june "
    "july august september october november december million billion trillion thousand hundred dozen percent cent per "
    "one two three four five six seven eight nine ten year years month months week weeks day days "
    "ago say says said told ap reuters",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet "
    "août septembre "
    "octobre novembre décembre million millions milliard milliards mille cent",
    "pt": "segunda terça quarta quinta sexta sábado domingo janeiro fevereiro março abril maio junho julho agosto "
    "setembro outubro novembro dezembro mil milhão milhões bilhão bilhões cento",
}

_TELLING = {
    "en": "use uses cause causes change changes course courses help value",
    "fr": "état",
    "pt": "sistema apoio área geral",
}
"""Words of content that lists of stop words have."""
_LEADING = {
    "en": "new first second third old little serious associated",
    "fr": "premier première",
    "pt": "nova novo novos novas primeiro primeira grande grandes próximo",
}
"""Words that lists of stop words have and names begin with."""
_LEADING_FORMS = {"en": re.compile(r"[^\W_]+(?:[^\We]ed|[^\W_]{3}ly)")}
"""Participles and adverbs."""
_NOUNS = (
    "ally anomaly assembly belly bloodshed bully butterfly daily duopoly elderly embed family folly hatred infrared "
    "jelly melancholy monopoly monthly oligopoly rally reply supply tally watershed weekly"
)
_NOUNS_LIKE_THEM = frozenset(_NOUNS.split())


@lru_cache(maxsize=64)
def word_classes(language: str) -> dict[str, int]:
    """The class of each word that carries no subject or only leads; other words of content are not in it."""
    classes = dict.fromkeys(stop_words(language) - set(_TELLING.get(language, "").split()), OTHER_STOP)
    classes.update(dict.fromkeys(_LEADING.get(language, "").split(), LEADING))
    for number, words in _LISTS:
        classes.update(dict.fromkeys(words.get(language, "").split(), number))
    return classes


def only_leads(word: str, language: str) -> bool:
    """Whether the word has the form of a participle or an adverb ("questioned", "openly") and no capital."""
    form = _LEADING_FORMS.get(language)
    return bool(form and word.islower() and form.fullmatch(word)) and word not in _NOUNS_LIKE_THEM


@lru_cache(maxsize=64)
def calendar_words(language: str) -> frozenset[str]:
    """Words that date, count or ascribe rather than tell: days, months, numbers, titles, agencies."""
    return frozenset(_NO_KEYWORDS.get(language, "").split())
