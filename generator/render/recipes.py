"""Recipes: what each page is made of, as a hash, and how it is made; a page is made only where its hash is new.

The hash of a page stands for all that its view reads of the digest. What all pages read alike (settings of the
site, templates, the program) is no part of it: where that changes, all pages are made again.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

import msgspec

from generator.render.views import View

_encode = msgspec.msgpack.Encoder(order="deterministic").encode


@dataclass(frozen=True, slots=True)
class Recipe:
    """A page that can be made."""

    address: str
    key: bytes
    """Hash of all that the view depends on."""
    lastmod: str
    """When what it shows was last changed; empty where not known."""
    view: Callable[[], View]
    """What the page shows."""


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class FileRecipe(Generic[T]):
    """A file beside the pages that can be made."""

    path: str
    key: bytes
    """Hash of all that the content depends on, but for what files of its kind depend on alike."""
    content: Callable[[], T]
    """What is made into the bytes of the file."""


def key_of(*parts: object) -> bytes:
    """Hash of numbers, texts, bytes, types of the model, and tuples and dictionaries of them."""
    return hashlib.blake2b(_encode(parts), digest_size=16).digest()
