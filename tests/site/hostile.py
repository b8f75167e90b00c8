"""Articles that try to do harm: the inputs of the hostile set in all forms that an article comes in."""

import base64
import hashlib
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

LARGE = 20_000
"""Bytes above which an input is only a whole file, and of one form: all of them take a minute in each."""
_LONGEST_NAME = 255 - len(".txt")
"""Bytes of the longest file name of most systems."""


@dataclass(frozen=True, slots=True)
class Input:
    """One hostile input."""

    id: str
    kind: str
    content: bytes

    @property
    def text(self) -> str:
        """The content as text, bytes that are none as lone surrogates."""
        return self.content.decode("utf-8", "surrogateescape")

    @property
    def is_large(self) -> bool:
        """Whether no person would have written it as a title or a name."""
        return len(self.content) > LARGE


def read_inputs(shared: Path) -> tuple[Input, ...]:
    """All inputs of the set."""
    lines = (shared / "data" / "hostile" / "hostile.jsonl").read_bytes().splitlines()
    return tuple(Input(row["id"], row["kind"], _content(row)) for row in map(json.loads, lines))


def _content(row: dict[str, object]) -> bytes:
    if "bytes_b64" in row:
        return base64.b64decode(str(row["bytes_b64"]))
    pairs = row.get("gen")
    text = "".join(unit * count for unit, count in pairs) if isinstance(pairs, list) else str(row["text"])
    return text.encode("utf-8", "surrogatepass")


def hostile_seeds(inputs: tuple[Input, ...]) -> dict[str, bytes]:
    """Article files of all inputs in all forms, by path; the first part of a path is the form."""
    large = [each for each in inputs if each.is_large]
    whole = {
        f"{form}/{each.id}{ending}": each.content
        for number, (form, ending) in enumerate(WHOLE.items())
        for each in [*(each for each in inputs if not each.is_large), *large[number :: len(WHOLE)]]
    }
    feeds = {f"feed/{each.id}.xml": each.content for each in inputs if _is_feed(each)}
    parts = {
        f"{form}/{each.id}{ending}": content
        for form, (ending, make, kinds) in PARTS.items()
        for number, each in enumerate(inputs)
        if not each.is_large
        and (each.kind in kinds if kinds else _has_turn(form, number))
        and (content := make(each.text)) is not None
    }
    names = {name: plain_text(name).encode() for name in (*_names(inputs), *NAMES)}
    return whole | feeds | parts | names


def _has_turn(form: str, number: int) -> bool:
    """Whether an input comes in this form of those that say the same of it: in one, and the next input in another."""
    in_turn = [name for name, (_, _, kinds) in PARTS.items() if not kinds]
    return in_turn[number % len(in_turn)] == form


def plain_text(of: str) -> str:
    """Sentences without harm that hardly any other input gives: thousands of copies would only test lists of copies."""
    number = int.from_bytes(hashlib.sha256(of.encode("utf-8", "surrogatepass")).digest()[:5])
    return f"Ferry {number} sails at noon. The board of the harbour said so on Monday."


WHOLE = {"text": ".txt", "markdown": ".md", "page": ".html"}
"""Forms that an input can be the whole file of, with their ending."""


def _is_feed(each: Input) -> bool:
    return each.kind.startswith("feed") or each.content.lstrip()[:5] == b"<?xml"


def _json_title(text: str) -> bytes:
    return json.dumps({"title": text, "text": plain_text(text)}).encode()


def _json_text(text: str) -> bytes:
    return json.dumps({"title": "A title", "text": text, "content_html": text}).encode()


def _values(text: str) -> dict[str, object]:
    return {"title": text, "author": text, "source": text, "tags": [text, "x"], "url": f"https://a.example/{text}"}


def _yaml(text: str) -> bytes:
    return f"---\n{yaml.safe_dump(_values(text))}---\n{plain_text(text)}\n".encode("utf-8", "surrogatepass")


def _raw_yaml(text: str) -> bytes:
    return f"---\ntitle: {text}\ndate: {text}\nurl: {text}\n---\n{plain_text(text)}\n".encode(
        "utf-8", "surrogateescape"
    )


def _toml(text: str) -> bytes | None:
    """Strings of TOML are those of JSON but for half characters, which it cannot have."""
    if any("\ud800" <= char <= "\udfff" for char in text):
        return None
    lines = "\n".join(f"{key} = {_toml_value(value)}" for key, value in {**_values(text), "date": text}.items())
    return f"+++\n{lines}\n+++\n{plain_text(text)}\n".encode()


def _toml_value(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


MARKUP = frozenset({"html_parse", "xss_html"})
TITLES = frozenset({"naughty", "title_slug_url", "unicode"})
PARTS: dict[str, tuple[str, Callable[[str], bytes | None], frozenset[str]]] = {
    "title": (".json", _json_title, frozenset()),
    "object": (".json", _json_text, MARKUP),
    "yaml": (".md", _yaml, frozenset()),
    "raw-yaml": (".md", _raw_yaml, TITLES),
    "toml": (".txt", _toml, frozenset()),
}
"""Forms that an input is only a part of: ending, how a file is made, and kinds of input; where none are given, inputs
of all kinds have these forms in turn."""


FORMS = (*WHOLE, *PARTS, "feed")
"""First parts of the paths of articles that are not made of their names."""


def _names(inputs: tuple[Input, ...]) -> Iterator[str]:
    """Files named as the inputs in folders named so; a folder's name is the source of the articles in it."""
    for each in inputs:
        name = "" if each.is_large else file_name(each.text)
        if name:
            yield f"{name}/{name}.txt"


def file_name(text: str) -> str:
    """The text as far as it can be a name of a file that is read; empty where it cannot."""
    name = text.replace("/", "%2f").replace("\0", "%00")
    name = f"_{name}" if name.startswith(".") else name
    try:
        data = os.fsencode(name)[:_LONGEST_NAME]
    except UnicodeEncodeError:
        return ""  # half a character, which no system takes
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        cut = error.end >= len(data) - 3 and len(data) == _LONGEST_NAME
        return os.fsdecode(data[: error.start] if cut else data)


NAMES = tuple(
    f"name/{name}.txt"
    for name in (
        "quotes \"double\" and 'single'",
        "two\nlines",
        "a\ttab\rand a return",
        "up ..%2f..%2fetc%2fpasswd",
        "%2e%2e%5c%2e%2e%5c",
        "up ..\\..\\windows",
        "CON",
        "index",
        "README",
        "trailing blank ",
        " leading blank",
        "many.dots...",
        "é composed",
        "é decomposed",
        "l" * _LONGEST_NAME,
        "長" * (_LONGEST_NAME // 3),
        "<script>alert(1)<%2fscript>",
        "{{ config }}{% raw %}",
        "# heading](javascript:alert(1)) [",
        "\udcff\udcfe no UTF-8",
        "\u202etxt.exe",
        "-rf --",
        "$(touch harm)`touch harm`",
        "a:b|c?d*e",
    )
)
"""Names that have done harm elsewhere."""
