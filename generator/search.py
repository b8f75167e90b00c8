"""The search index of a built site: Pagefind's, brought into an order that is the same at every build."""

import gzip
import hashlib
import json
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import cbor2

from generator.config import SiteConfig
from generator.errors import DigestError
from generator.model import Problem

_SEARCHED = ("articles", "topics")
"""Folders of pages that are searched."""
_UNUSED = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js")
"""Pagefind's own interfaces; the site has its own."""
_SIGNATURE = b"pagefind_dcd"
"""What every unpacked file of the index begins with; CBOR follows."""


def index_site(config: SiteConfig, site: Path) -> None:
    """Writes the search index of the built site into its folder `pagefind`; none where nothing is to be searched."""
    import pagefind_bin

    if not any((site / folder).is_dir() for folder in _SEARCHED):
        return

    # One language for all: Pagefind would otherwise keep an index for each and search only that of the page.
    language = config.language.partition("-")[0]
    command = [
        pagefind_bin.get_executable(),
        *("--site", site, "--glob", f"{{{','.join(_SEARCHED)}}}/**/*.html"),
        *("--force-language", language, "--silent"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    if done.returncode:
        why = " ".join((done.stderr or done.stdout).split())
        raise DigestError(Problem("search index", "", f"Pagefind gave up ({why})", "build again, or report this"))
    for pattern in _UNUSED:
        for file in (site / "pagefind").glob(pattern):
            file.unlink()
    _put_in_order(site / "pagefind")


def _put_in_order(bundle: Path) -> None:
    """Sorts what Pagefind 1.5 writes in the order of a hash table, another at each run: filters and their values.

    Files are named after their content, the metadata name the filters, the entry names the metadata; so all are
    written again from the inside out.
    """
    entry_file = bundle / "pagefind-entry.json"
    entry = json.loads(entry_file.read_bytes())
    filters = {file.stem: _rewritten(file, _ordered_filter) for file in sorted((bundle / "filter").glob("*.pf_filter"))}
    ordered_meta = partial(_ordered_meta, filters=filters)
    for language in entry["languages"].values():
        new = _rewritten(bundle / f"pagefind.{language['hash']}.pf_meta", ordered_meta)
        language["hash"] = new.removeprefix("pagefind.")
    entry_file.write_text(json.dumps(entry, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _ordered_filter(content: list[Any]) -> list[Any]:
    name, values = content
    return [name, sorted(values)]


def _ordered_meta(content: list[Any], filters: dict[str, str]) -> list[Any]:
    version, pages, chunks, names, sorts, fields = content
    return [version, pages, chunks, sorted([name, filters[file]] for name, file in names), sorted(sorts), fields]


def _rewritten(file: Path, change: Callable[[list[Any]], list[Any]]) -> str:
    """Changes the content of a file of the index and names it after the new content; the name without its ending."""
    content = cbor2.loads(gzip.decompress(file.read_bytes()).removeprefix(_SIGNATURE))
    packed = _SIGNATURE + cbor2.dumps(change(content))
    name, _, digest = file.stem.rpartition("_")
    new = file.with_stem(f"{name}_{hashlib.sha256(packed).hexdigest()[: len(digest)]}")
    file.unlink()
    new.write_bytes(gzip.compress(packed, mtime=0))
    return new.stem
