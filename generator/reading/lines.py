"""JSON Lines: an article on each line, read one after the other."""

import json
from collections.abc import Iterator
from typing import BinaryIO

from generator.model import Article, Problem
from generator.reading.draft import NotReadable, Where
from generator.reading.encoding import decode
from generator.reading.names import stem
from generator.reading.objects import read_object

LONGEST_LINE = 16 * 1024 * 1024
"""Bytes of the longest line; a longer one is left out and never held in memory."""
_BLANK = (b"\n", b"\r\n")
_MOST_BROKEN = 1_000
"""Lines without an article, one after the other, after which no more is read."""


def read_lines(stream: BinaryIO, path: str) -> Iterator[Article | Problem]:
    """The articles of a stream of JSON Lines; `path` is `-` for standard input."""
    number = broken = 0
    while broken < _MOST_BROKEN and (line := stream.readline(LONGEST_LINE + 1)):
        number += 1
        if line in _BLANK:
            continue
        where = Where(path, f"{'line' if path == '-' else stem(path)}/{number}", f"line {number}")
        if len(line) > LONGEST_LINE:
            _skip(stream)
            yield where.problem(
                f"is longer than {LONGEST_LINE >> 20} MiB", "make several articles of it", left_out=True
            )
        elif line.strip(b" \t\r\n\xef\xbb\xbf"):
            for item in read_line(line, where):
                broken = broken + 1 if isinstance(item, Problem) and item.left_out else 0
                yield item
    if broken >= _MOST_BROKEN and stream.read(1):
        yield Problem(
            path,
            f"from line {number + 1}",
            "looks like no JSON Lines",
            "give it the ending of what it is",
            left_out=True,
        )


def _skip(stream: BinaryIO) -> None:
    """Read up to the end of the line."""
    while (rest := stream.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
        pass


def read_line(line: bytes, where: Where) -> Iterator[Article | Problem]:
    """The article of one line."""
    try:
        values = json.loads(decode(line).text, strict=False)
    except NotReadable as error:
        yield where.problem(error.complaint.what, error.complaint.mend, left_out=True)
    except (ValueError, RecursionError):
        yield where.problem("is no valid JSON", "correct the line, or delete it", left_out=True)
    else:
        yield from read_object(values, where)
