"""Front matter: metadata in YAML, TOML or JSON before the text of a file."""

import json
import re
import tomllib
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.reading.draft import Complaint

_LONGEST = 32 * 1024
"""Characters of front matter; what is longer was not written by a person."""
_FENCED = re.compile(r"\s*?(?P<fence>---|\+\+\+)[ \t]*\r?\n")
_YAML_END = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$\n?", re.MULTILINE)
_TOML_END = re.compile(r"^\+\+\+[ \t]*\r?$\n?", re.MULTILINE)
_JSON = re.compile(r"\{\s*(?:\"[^\"\n]{1,80}\"\s*:|\}[ \t]*\r?\n)")
_KEY = re.compile(r"[\w \"'-]{1,60}\s?[:=](?:\s|$)")
_MEND = "correct it, or delete it"


@dataclass(frozen=True, slots=True)
class Fronted:
    """A text and what was before it."""

    values: dict[Any, Any] = field(default_factory=dict)
    body: str = ""
    complaint: Complaint | None = None
    """What is wrong with the front matter, which then stays in the body."""


class _Loader(yaml.SafeLoader):
    """Reads YAML 1.1 as `yaml.safe_load`, without merge keys: a few lines of them can make billions of nodes."""

    def flatten_mapping(self, node: yaml.MappingNode) -> None:
        """Leave `<<` as it is."""


def _as_text(loader: _Loader, node: yaml.ScalarNode) -> object:
    return loader.construct_scalar(node)


_Loader.add_constructor("tag:yaml.org,2002:merge", _as_text)
_Loader.add_constructor("tag:yaml.org,2002:value", _as_text)


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
    try:
        return yaml.load(text, _Loader), None  # noqa: S506 - a SafeLoader subclass
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return None, "is no valid YAML" + (f" (line {mark.line + 2})" if mark else "")
    except (ValueError, TypeError, RecursionError, OverflowError, AttributeError, KeyError, IndexError):
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
