"""Front matter: metadata in YAML, TOML or JSON before the text of a file."""

import json
import re
import tomllib
from contextlib import suppress
from typing import Any

import msgspec
import yaml

try:
    from yaml import CSafeLoader
except ImportError:  # PyYAML without libyaml
    from yaml import SafeLoader as CSafeLoader  # type: ignore[assignment]

from generator.model import Record
from generator.reading.draft import Complaint

_LONGEST = 32 * 1024
"""Characters of front matter; what is longer was not written by a person."""
_SHORT = 1_000
"""Characters of front matter that is read quickly."""
_WRONG = (
    yaml.YAMLError, ValueError, TypeError, RecursionError, OverflowError, AttributeError, KeyError, IndexError,
)  # fmt: skip
"""What a YAML loader raises for one reason or another."""
_FENCED = re.compile(r"\s*?(?P<fence>---|\+\+\+)[ \t]*\r?\n")
_YAML_END = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$\n?", re.MULTILINE)
_TOML_END = re.compile(r"^\+\+\+[ \t]*\r?$\n?", re.MULTILINE)
_JSON = re.compile(r"\{\s*(?:\"[^\"\n]{1,80}\"\s*:|\}[ \t]*\r?\n)")
_KEY = re.compile(r"[\w \"'-]{1,60}\s?[:=](?:\s|$)")
_MEND = "correct it, or delete it"


class Fronted(Record, frozen=True):
    """A text and what was before it."""

    values: dict[Any, Any] = msgspec.field(default_factory=dict)
    body: str = ""
    complaint: Complaint | None = None
    """What is wrong with the front matter, which then stays in the body."""


class _WithoutMerge:
    """What reads YAML 1.1 as `yaml.safe_load` without merge keys: a few lines of them can make billions of nodes."""

    def flatten_mapping(self, node: yaml.MappingNode) -> None:
        """Leave `<<` as it is."""


class _Loader(_WithoutMerge, yaml.SafeLoader):
    """Says in which line something is wrong."""


class _QuickLoader(_WithoutMerge, CSafeLoader):
    """Takes a tenth of the time, but could exhaust the stack on thousands of nested lists."""


def _as_text(loader: _Loader | _QuickLoader, node: yaml.ScalarNode) -> object:
    return loader.construct_scalar(node)


for _kind in (_Loader, _QuickLoader):
    _kind.add_constructor("tag:yaml.org,2002:merge", _as_text)
    _kind.add_constructor("tag:yaml.org,2002:value", _as_text)


def split_front_matter(text: str) -> Fronted:
    """The front matter of the text and the text behind it."""
    match = _FENCED.match(text[:200])
    if match:
        return _fenced(text, match.end(), match["fence"])
    if _JSON.match(text[:200]):
        return _json(text)
    return Fronted(body=text)


def _fenced(text: str, start: int, fence: str) -> Fronted:
    kind, pattern = ("YAML", _YAML_END) if fence == "---" else ("TOML", _TOML_END)
    end = pattern.search(text, start, start + _LONGEST)
    if end is None:
        meant = _KEY.match(text, start) is not None
        return Fronted(
            body=text, complaint=Complaint(f"front matter has no line {fence} at its end", _MEND) if meant else None
        )
    values, wrong = _yaml(text[start : end.start()]) if fence == "---" else _toml(text[start : end.start()])
    if wrong is None and values is None:
        return Fronted(body=text[end.end() :])
    if not isinstance(values, dict):
        if not _KEY.search(text[start : end.start()]) and "\n\n" in text[start : end.start()]:
            return Fronted(body=text)  # lines of prose between two rules
        return Fronted(body=text, complaint=Complaint(f"front matter {wrong or f'is no {kind} mapping'}", _MEND))
    return Fronted(values, text[end.end() :])


def _yaml(text: str) -> tuple[object, str | None]:
    if len(text) <= _SHORT and "\t" not in text:  # of tabs the two think differently
        with suppress(*_WRONG):
            return yaml.load(text, _QuickLoader), None  # noqa: S506 - the same
    try:
        return yaml.load(text, _Loader), None  # noqa: S506 - a SafeLoader subclass
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return None, "is no valid YAML" + (f" (line {mark.line + 2})" if mark else "")
    except _WRONG:
        return None, "is no valid YAML"


def _toml(text: str) -> tuple[object, str | None]:
    try:
        return tomllib.loads(text.replace("\r\n", "\n")), None
    except (ValueError, RecursionError, OverflowError):
        return None, "is no valid TOML"


def _json(text: str) -> Fronted:
    try:
        values, end = json.JSONDecoder(strict=False).raw_decode(text[:_LONGEST])
    except (ValueError, RecursionError):
        return Fronted(body=text, complaint=Complaint("front matter is no valid JSON", _MEND))
    behind = text[end:]
    if behind.strip() and not re.match(r"[ \t]*\r?\n", behind):
        return Fronted(body=text)
    return Fronted(values, behind)
