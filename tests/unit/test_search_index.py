import gzip
import json
from pathlib import Path

import cbor2

from generator.config import default_config
from generator.search import index_site
from project import fingerprints

PAGE = """<html lang="en"><body data-pagefind-body>
<h1>Page {number}</h1><p>The lighthouse of Northport, number {number}.</p>
<i data-pagefind-filter="topic">topic {topic}</i><i data-pagefind-filter="source">source {number}</i>
</body></html>"""


def site(folder: Path, pages: int) -> Path:
    for number in range(pages):
        file = folder / "articles" / str(number) / "index.html"
        file.parent.mkdir(parents=True)
        file.write_text(PAGE.format(number=number, topic=number % 7))
    return folder


def test_the_same_pages_give_the_same_index(tmp_path: Path) -> None:
    indexes = []
    for name in ("one", "two", "three"):
        folder = site(tmp_path / name, 30)
        index_site(default_config(tmp_path / "mkdocs.yml"), folder)
        indexes.append(fingerprints(folder / "pagefind"))
    assert indexes[0] == indexes[1] == indexes[2]


def test_filters_are_named_by_the_metadata_and_the_metadata_by_the_entry(tmp_path: Path) -> None:
    folder = site(tmp_path / "site", 30)
    index_site(default_config(tmp_path / "mkdocs.yml"), folder)
    bundle = folder / "pagefind"
    language = json.loads((bundle / "pagefind-entry.json").read_bytes())["languages"]["en"]
    assert language["page_count"] == 30
    packed = gzip.decompress((bundle / f"pagefind.{language['hash']}.pf_meta").read_bytes())
    filters = cbor2.loads(packed.removeprefix(b"pagefind_dcd"))[3]
    assert [name for name, _ in filters] == ["source", "topic"]
    for name, file in filters:
        values = cbor2.loads(gzip.decompress((bundle / "filter" / f"{file}.pf_filter").read_bytes())[12:])
        assert values[0] == name
        assert values[1] == sorted(values[1])


def test_interfaces_that_the_site_does_not_use_are_not_published(tmp_path: Path) -> None:
    folder = site(tmp_path / "site", 1)
    index_site(default_config(tmp_path / "mkdocs.yml"), folder)
    assert not list((folder / "pagefind").glob("*ui*"))


def test_a_site_without_articles_can_be_indexed(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<html lang=en><body>Nothing yet</body></html>")
    index_site(default_config(tmp_path / "mkdocs.yml"), tmp_path)
