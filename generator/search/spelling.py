"""Words as they are spelt, and how many pages have them: what is offered where nothing has a word that was typed."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

_WORD = re.compile(r"[^\W\d_]{4,24}")
"""Letters alone. Of shorter words too many are alike."""
_MOST = 10_000
"""Words that are offered: thirty kilobytes, fetched when nothing is found."""
_LEAST = 2
"""Pages that a word has to be in, where there are more than _FEW: what one page has alone may be mistyped itself."""
_FEW = 100


def spellings(texts: Iterable[Sequence[str]]) -> dict[str, int]:
    """Each word of the texts in small letters, and how many of the texts have it."""
    counts = Counter[str]()
    for words in texts:
        counts.update(set(_WORD.findall(" ".join(words).lower())))
    return dict(sorted(counts.items()))


def offered(parts: Iterable[Mapping[str, int]], pages: int) -> list[list[str]]:
    """The words that most pages have, the commonest first, those about as common as each other by letters.

    In steps of doublings, so that a page more moves few; and words in order take half the space.
    """
    counts = Counter[str]()
    for part in parts:
        counts.update(part)
    least = _LEAST if pages > _FEW else 1
    often = sorted(((-count, word) for word, count in counts.items() if count >= least))[:_MOST]
    steps: dict[int, list[str]] = {}
    for count, word in often:
        steps.setdefault((-count).bit_length(), []).append(word)
    return [sorted(words) for _, words in sorted(steps.items(), reverse=True)]
