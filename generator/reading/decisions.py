"""An editor's decisions: `topics.yml` in the seeds folder."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import yaml

from generator.model import Decision, DecisionKind, Problem
from generator.reading.folder import DECISIONS_FILE

_FEWEST_MERGED = 2
_SPLIT = "`new name: [forms or ids of articles]`"
Item = Decision | Problem


def read_decisions(seeds: Path) -> tuple[tuple[Decision, ...], tuple[Problem, ...]]:
    """The decisions in the order of the file, and what cannot be read as one; nothing where there is no such file."""
    file = seeds / DECISIONS_FILE
    try:
        data = file.read_bytes()
    except FileNotFoundError:
        return (), ()
    except OSError as error:
        return (), (Problem(DECISIONS_FILE, "", f"cannot be read ({error.strerror})", "correct its rights"),)
    try:
        root = yaml.compose(data.decode("utf-8-sig"), yaml.SafeLoader)
    except UnicodeDecodeError:
        return (), (Problem(DECISIONS_FILE, "", "is not in UTF-8", "save it as UTF-8"),)
    except RecursionError:
        return (), (Problem(DECISIONS_FILE, "", "is nested too deep", "correct it"),)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 1}" if mark else ""
        return (), (Problem(DECISIONS_FILE, place, "is no valid YAML", "correct it"),)
    items = list(_sections(root)) if root is not None else []
    return (
        tuple(item for item in items if isinstance(item, Decision)),
        tuple(item for item in items if isinstance(item, Problem)),
    )


def _sections(root: yaml.Node) -> Iterator[Item]:
    if not isinstance(root, yaml.MappingNode):
        yield _problem(root, "has to be a mapping", f"begin with one of {', '.join(DecisionKind)}")
        return
    for key, value in root.value:
        try:
            kind = DecisionKind(str(key.value))
        except ValueError:
            yield _problem(key, "is no decision", f"use one of {', '.join(DecisionKind)}")
            continue
        if not _is_empty(value):
            yield from _READERS[kind](value)


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:null"


def _merges(node: yaml.Node) -> Iterator[Item]:
    for entry in _entries(node):
        forms = _texts(entry)
        if len(forms) < _FEWEST_MERGED:
            yield _problem(entry, "is no list of two forms or more", "write `- [antitrust, anti-monopoly]`")
        else:
            yield _decision(entry, DecisionKind.MERGE, forms[0], parts=forms)


def _renames(node: yaml.Node) -> Iterator[Item]:
    for key, value in _pairs(node):
        name, to = _text(key), _text(value)
        if name and to:
            yield _decision(key, DecisionKind.RENAME, name, to)
        else:
            yield _problem(key, "is no name with another", "write `old name: new name`")


def _splits(node: yaml.Node) -> Iterator[Item]:
    for key, value in _pairs(node):
        parts = _pairs(value)
        if not parts:
            yield _problem(key, "names nothing to split off", "write `new name: [forms or ids of articles]` under it")
        for new, taken in parts:
            name, to, texts = _text(key), _text(new), _texts(taken)
            if name and to and texts:
                yield _decision(new, DecisionKind.SPLIT, name, to, texts)
            else:
                yield _problem(new, "names nothing to take out", "write `new name: [forms or ids of articles]`")


def _names(kind: DecisionKind, node: yaml.Node) -> Iterator[Item]:
    for entry in _entries(node):
        name = _text(entry)
        yield _decision(entry, kind, name) if name else _problem(entry, "is no text", "write `- ferry`")


_READERS: dict[DecisionKind, Callable[[yaml.Node], Iterator[Item]]] = {
    DecisionKind.MERGE: _merges,
    DecisionKind.RENAME: _renames,
    DecisionKind.SPLIT: _splits,
    DecisionKind.BAN: partial(_names, DecisionKind.BAN),
    DecisionKind.ALWAYS: partial(_names, DecisionKind.ALWAYS),
}


def _entries(node: yaml.Node) -> list[yaml.Node]:
    """The entries of a list; what is no list is taken for the only one."""
    return list(node.value) if isinstance(node, yaml.SequenceNode) else [node]


def _pairs(node: yaml.Node) -> list[tuple[yaml.Node, yaml.Node]]:
    """The keys and values of a mapping; what is none is a key without value."""
    if isinstance(node, yaml.MappingNode):
        return list(node.value)
    return [] if _is_empty(node) else [(node, _NOTHING)]


def _text(node: yaml.Node) -> str:
    """The text of a scalar on one line, whatever type it looks like (`- 2020`, `- no`); empty for all else."""
    return " ".join(str(node.value).split()) if isinstance(node, yaml.ScalarNode) and not _is_empty(node) else ""


def _texts(node: yaml.Node) -> tuple[str, ...]:
    return tuple(text for entry in _entries(node) if (text := _text(entry)))


_NOTHING = yaml.ScalarNode("tag:yaml.org,2002:null", "")


def _decision(node: yaml.Node, kind: DecisionKind, name: str, to: str = "", parts: tuple[str, ...] = ()) -> Decision:
    return Decision(kind, name, to, parts, DECISIONS_FILE, _place(node))


def _problem(node: yaml.Node, what: str, mend: str) -> Problem:
    shown = _text(node) if isinstance(node, yaml.ScalarNode) else ""
    return Problem(DECISIONS_FILE, _place(node), f"{shown!r} {what}" if shown else what, mend)


def _place(node: yaml.Node) -> str:
    return f"line {node.start_mark.line + 1}"
