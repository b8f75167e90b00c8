"""Publishing whole or not at all, at the cost of what has changed.

Beside the published folder lies the one before it. It is brought up to date file by file, by second names of the files
of the built site, and then the two are exchanged in one step. What has to be touched in it is what the last two builds
have changed; where that is not known, it is made anew.
"""

import hashlib
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from generator.site.files import link, remove
from generator.site.ledger import Step
from generator.swap import MARKER, exchange, prepare


def build_id(contents: Mapping[str, bytes]) -> str:
    """What tells a site from any other: a hash of the names and bytes of its files, which are sorted by name."""
    found = hashlib.blake2b(digest_size=16)
    for name, content in contents.items():
        found.update(name.encode("utf-8", "surrogatepass") + b"\0" + content)
    return found.hexdigest()


def id_of(folder: Path) -> str:
    """The id of a published site; empty where there is none."""
    try:
        return msgspec.json.decode((folder / MARKER).read_bytes(), type=_Marker).build
    except (OSError, msgspec.DecodeError):
        return ""


class _Marker(msgspec.Struct):
    build: str = ""


def publish(built: Path, contents: Iterable[str], marker: bytes, steps: Iterable[Step], site_dir: Path) -> None:
    """Puts the built site, whose files are `contents`, in the place of the published one."""
    new = prepare(site_dir)
    wanted = set(contents)
    goal = msgspec.json.decode(marker, type=_Marker).build
    changed = _changed_since(id_of(new), goal, steps)
    (new / MARKER).unlink(missing_ok=True)  # until it is whole, it is no site
    if changed is None:
        shutil.rmtree(new)
        new.mkdir()
        changed = wanted
    link(built, new, sorted(changed & wanted))
    remove(new, sorted(changed - wanted))
    (new / MARKER).write_bytes(marker)
    exchange(new, site_dir)


def _changed_since(before: str, after: str, steps: Iterable[Step]) -> set[str] | None:
    """Names of the files in which two builds may differ; None where that is not known."""
    changed: set[str] = set()
    at = before
    for step in steps if before else ():
        if step.before == at:
            changed.update(step.changed)
            at = step.after
    return changed if before and at == after else None
