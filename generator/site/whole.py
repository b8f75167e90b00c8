"""Sites that MkDocs builds as a whole: where a plugin or a guessed navigation makes every page depend on all others."""

import hashlib
from collections.abc import Iterable

from generator.model import Page, Problem
from generator.site import mkdocs
from generator.site.files import names, remove, write
from generator.site.ledger import Ledger, Row
from generator.site.maker import Frame

KIND = "whole"
"""Kind of the files, in the ledger, that MkDocs has written."""


def build_whole(frame: Frame, pages: Iterable[Page], beside: Iterable[str], ledger: Ledger) -> tuple[Problem, ...]:
    """Writes the pages and lets MkDocs make the site of them; what it warned of.

    `beside` are names of files that are written by whoever gives them.
    """
    written = set()
    for page in pages:
        write(frame.docs, page.path, page.content.encode("utf-8"))
        written.add(page.path)
    written.update(beside)
    remove(frame.docs, sorted(names(frame.docs) - written))
    before = ledger.contents()
    ledger.strike(before)
    warnings = mkdocs.build(frame)
    contents = {name: _hash((frame.built / name).read_bytes()) for name in names(frame.built)}
    ledger.enter([Row(name, KIND, content, content) for name, content in sorted(contents.items())])
    return warnings


def _hash(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=16).digest()
