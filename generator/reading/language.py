"""Languages: as given, or found from the words."""

import re
from functools import cache, lru_cache
from typing import Any

from generator.model import UNKNOWN_LANGUAGE

_LEAST_LETTERS = 20
_SAMPLE = 2_000
"""Characters that are looked at: more change nothing."""
_LEAST_PROBABILITY = 0.5
_LANGUAGES = """
    af ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk
    km kn ko ku ky lo lt lv mk ml mn mr ms mt my ne nl no pa pl ps pt ro ru si sk sl sq sr sv sw ta te th tl
    tr uk ur uz vi zh
    """.split()  # noqa: SIM905 - read as a list of names
"""Languages in which news is written at length; the model knows others that it takes short texts of these for."""
_ENGLISH = frozenset(
    """
    the of and to that is was for with by from have has been were they would said which this are it
    """.split()  # noqa: SIM905 - read as a list of words
)
_FEWEST_WORDS, _SHARE, _DIFFERENT = 20, 0.2, 6
"""Words of a sample, how many of them are among the commonest, and how many different ones, to be plainly English."""
_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|\d{3}))?(?:-[a-z0-9]{4,8})*",
    re.IGNORECASE,
)
_NO_LANGUAGES = {"null", "none", "xx", "yy", "zxx", "mul"}


def language_tag(value: object) -> str:
    """The BCP 47 tag, with capitals as in `en-GB` and `zh-Hant`, of a tag or a locale (`en_GB.UTF-8`); else nothing."""
    text = str(value).strip() if isinstance(value, str) else ""
    match = _TAG.fullmatch(text.partition(".")[0].replace("_", "-"))
    if not match or match["language"].lower() in _NO_LANGUAGES:
        return ""
    parts = [match["language"].lower()]
    parts += [match["script"].title()] if match["script"] else []
    parts += [match["region"].upper()] if match["region"] else []
    return "-".join(parts)


@lru_cache(maxsize=16)
def find_language(text: str) -> str:
    """The language the text is written in, `und` where it cannot be told."""
    sample = text[:_SAMPLE]
    if not _enough_letters(_least(sample)).match(sample[: _LEAST_LETTERS * 20]):
        return UNKNOWN_LANGUAGE
    if _is_plainly_english(sample):
        return "en"
    name, probability = _identifier().classify(sample)
    return str(name) if probability >= _LEAST_PROBABILITY else UNKNOWN_LANGUAGE


@lru_cache(maxsize=4)
def _enough_letters(least: int) -> re.Pattern[str]:
    return re.compile(rf"(?:[\W\d_]*+[^\W\d_]){{{least}}}")


def _is_plainly_english(sample: str) -> bool:
    """Whether every fifth word is one of the commonest of English: then the model, slow to load, says so as well."""
    words = sample.split()
    common = [word for word in words if word in _ENGLISH]
    return len(words) >= _FEWEST_WORDS and len(common) >= _SHARE * len(words) and len(set(common)) >= _DIFFERENT


def _least(sample: str) -> int:
    """Letters a text needs; in scripts without spaces a letter says as much as a syllable."""
    return (
        _LEAST_LETTERS
        if sample[:200].isascii() or not re.search(r"[぀-ヿ㐀-鿿가-힯฀-๿]", sample[:200])
        else _LEAST_LETTERS // 3
    )


@cache
def _identifier() -> Any:  # noqa: ANN401 - py3langid has no types
    import numpy as np
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(_LANGUAGES)
    # It is read row by row, for every text.
    identifier.nb_ptc = np.ascontiguousarray(identifier.nb_ptc, np.float32)
    return identifier
