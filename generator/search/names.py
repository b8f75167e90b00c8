"""Names of files that are other names when the files are others: whoever has one need not ask for it again."""

import hashlib
import string
from collections import Counter
from collections.abc import Mapping, Sequence

_SHORTEST = 5
"""Letters of a hash in a name."""
_LENGTH = 24
_LETTERS = ((string.ascii_lowercase + "234567") * 8).encode()
"""What stands for each byte: large and small letters are the same in some file systems."""


def digest(content: bytes) -> str:
    """Hash of the content in small letters and digits."""
    return hashlib.sha256(content).digest()[:_LENGTH].translate(_LETTERS).decode()


def short_names(named: Sequence[tuple[str, str]], shortest: int = _SHORTEST) -> list[str]:
    """Each beginning with as much of its digest behind it as it takes for no other digest to have that name."""
    lengths = dict.fromkeys(named, shortest)
    while shared := _shared(lengths):
        lengths |= {each: lengths[each] + 1 for each in shared}
    return [begin + digest[: lengths[begin, digest]] for begin, digest in named]


def _shared(lengths: Mapping[tuple[str, str], int]) -> list[tuple[str, str]]:
    """Those whose name another one has as well."""
    names = {(begin, digest): begin + digest[:length] for (begin, digest), length in lengths.items()}
    counts = Counter(names.values())
    return [each for each, name in names.items() if counts[name] > 1]
