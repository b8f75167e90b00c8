"""Names of files as text of one line, and what they say of an article."""

import re

from generator.reading.characters import HARMFUL
from generator.reading.dates import NoDate, parse_date

ENDINGS = (
    ".txt",
    ".text",
    ".md",
    ".markdown",
    ".html",
    ".htm",
    ".xhtml",
    ".json",
    ".jsonl",
    ".ndjson",
    ".xml",
    ".rss",
    ".atom",
)
"""Of the files that are read, in any letter case; each also with `.gz` behind it."""
_UNFIT = re.compile(rf"[\\\t\n\r\u2028\u2029{HARMFUL}]")
_ESCAPED = re.compile(r"\\(?:\\|x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8}))")
_DATE = re.compile(
    r"(?<!\d)(?P<year>1[4-9]\d\d|2[01]\d\d)(?P<between>[-_.]?)(?P<month>0[1-9]|1[0-2])(?P=between)(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
)


def shown(name: str) -> str:
    r"""The name of a file as a line of valid text: what would be none is written as in Python (`\x0a`, `\udcff`)."""
    return _UNFIT.sub(lambda match: _escape(match[0]), name)


def _escape(char: str) -> str:
    code = ord(char)
    letter, width = next(form for form in (("x", 2), ("u", 4), ("U", 8)) if code < 16 ** form[1])
    return "\\\\" if char == "\\" else f"\\{letter}{code:0{width}x}"


def actual(path: str) -> str:
    """The name that `shown` was given."""
    return _ESCAPED.sub(lambda match: chr(int(code, 16)) if (code := match[1] or match[2] or match[3]) else "\\", path)


def ending(path: str) -> str:
    """The ending of a file that can be read, without `.gz`, in lower case; else nothing."""
    name = path.rpartition("/")[2].lower().removesuffix(".gz")
    return next((end for end in ENDINGS if name.endswith(end)), "")


def stem(path: str) -> str:
    """The path without its endings."""
    bare = path[:-3] if path.lower().endswith(".gz") else path
    return bare[: len(bare) - len(ending(path))] or bare


def name_date(path: str) -> str:
    """The date that the name of the file states, or nothing."""
    match = _DATE.search(path.rpartition("/")[2])
    try:
        return parse_date(f"{match['year']}-{match['month']}-{match['day']}") if match else ""
    except NoDate:
        return ""
