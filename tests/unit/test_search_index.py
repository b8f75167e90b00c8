import gzip
import hashlib
import html
import json
import os
import random
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import cbor2
import msgspec
import numpy as np
import pagefind_bin
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search import merge
from generator.search.index import FOLDER, IndexChanges, index_site
from generator.search.merge import filters_of, in_chunks, shard_of
from generator.search.names import short_names
from generator.search.parts import Part, PartPage, Stretch, in_parts, text_of
from generator.search.postings import Postings
from generator.search.records import Searched, SearchRecord, SearchSentence, TopicRecord
from generator.search.spelling import offered, spellings
from generator.search.topics import folded, topic_lists
from project import fingerprints

WORDS = (
    *("ferry", "harbour", "tide", "captain", "crossing", "sheep", "lighthouse", "pier"),
    *("board", "winter", "fee", "crew", "night", "boat", "council"),
)
EVERYWHERE = "\ue000"


def record(number: int, text: str = "", **fields: Any) -> SearchRecord:
    """An invented article; the same for the same number and text."""
    chance = random.Random(f"{number} {text}")
    sentences = [" ".join(chance.choices(WORDS, k=8)).capitalize() + "." for _ in range(4)] + [text]
    given_ = SearchRecord(
        address=f"articles/2021/{number % 12 + 1:02}/{number}/",
        title=f"Report {number} of the {chance.choice(WORDS)}",
        kind="article",
        date=f"2021-{number % 12 + 1:02}-{number % 28 + 1:02}",
        source=chance.choice(["Harbour Post", "Island Letter", ""]),
        topics=tuple(sorted(set(chance.choices(WORDS, k=3)))),
        language="en",
        sentences=tuple(SearchSentence(f"s-{place}", each) for place, each in enumerate(sentences)),
    )
    return msgspec.structs.replace(given_, **fields)


TOPICS = tuple(TopicRecord(f"topics/{word}/", word, (f"{word}s",), 3, "2021-03-04") for word in WORDS)


def index(
    folder: Path, records: Iterable[SearchRecord], topics: Iterable[TopicRecord] = TOPICS, kept: Path | None = None
) -> IndexChanges:
    """Makes or mends the index of the records in the folder."""
    by_address = {each.address: each for each in records}
    searched = [page_of(each) for each in by_address.values()]
    return index_site(
        searched,
        lambda addresses: [by_address[address] for address in addresses],
        topics,
        folder,
        kept=kept or folder.parent / f"{folder.name}-kept",
        language="en",
    )


def page_of(each: SearchRecord) -> Searched:
    """The page of a record without its text."""
    digest = hashlib.sha256(msgspec.json.encode(each)).hexdigest()
    return Searched(each.address, each.kind, each.date, each.source, digest)


def unpacked(file: Path) -> bytes:
    return gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd")


def metadata(bundle: Path) -> list[Any]:
    entry = json.loads((bundle / "pagefind-entry.json").read_bytes())
    return cbor2.loads(unpacked(bundle / f"pagefind.{entry['languages']['en']['hash']}.pf_meta"))


def shown(bundle: Path) -> list[dict[str, Any]]:
    """What is shown of each page, in the order of the index."""
    names = [name for name, _ in metadata(bundle)[1] if name]
    return [json.loads(unpacked(bundle / "fragment" / f"{name}.pf_fragment")) for name in names]


def places(bundle: Path) -> dict[tuple[str, str], dict[str, list[tuple[str, int, int]]]]:
    """Where each word stands in each page: in what, with which weight, at which place."""
    _, _, chunks, _, _, fields = metadata(bundle)
    numbers = [number for number, (name, _) in enumerate(metadata(bundle)[1]) if name]
    titles = dict(zip(numbers, (each["meta"]["title"] for each in shown(bundle)), strict=True))
    found: dict[tuple[str, str], dict[str, list[tuple[str, int, int]]]] = {}
    for *_, name in chunks:
        for word, pages, variants in cbor2.loads(unpacked(bundle / "index" / f"{name}.pf_index"))[0]:
            for form, own in (("", pages), *variants):
                number = 0
                for step, text, in_fields in own:
                    number += step
                    here = [("text", -mark - 1, place) for mark, place in _marked(text)]
                    here += [(fields[-mark - 1], 0, place) for mark, place in _marked(in_fields)]
                    found.setdefault((word, form), {})[titles[number]] = sorted(here)
    return found


def _marked(numbers: list[int]) -> Iterable[tuple[int, int]]:
    mark = place = 0
    for number in numbers:
        if number < 0:
            mark, place = number, 0
        else:
            place += number
            yield mark, place


HARD = (
    SearchSentence("s-a", "The résumé of the night-ferry's captain: “naïve”, they said."),
    SearchSentence("s-b", "McHarbour & <b>co</b> pay 3,000.50 EUR for camelCase and kuru-kuru, kuru.", 2),
    SearchSentence("", "No anchor — only _this_ &amp; that; running runners ran."),
)


def by_pagefind(folder: Path, records: Iterable[SearchRecord]) -> Path:
    """Pagefind's own index of pages that say the same."""
    for number, each in enumerate(records):
        blocks = (
            f"<h{level}>{{}}</h{level}>" if (level := one.level) else "<span>{}</span> " for one in each.sentences
        )
        body = "".join(
            block.format(f'<span id="{one.anchor}">{html.escape(one.text)}</span>')
            for block, one in zip(blocks, each.sentences, strict=True)
        )
        meta = "".join(
            f'<meta data-pagefind-meta="{name}[content]" content="{html.escape(getattr(each, name))}">'
            for name in ("title", "source")
        )
        title = f"<h1>{html.escape(each.title)}</h1>"
        page = f'<html lang="en"><head><meta charset="utf-8">{meta}</head><body>{title}{body}</body></html>'
        folder.mkdir(exist_ok=True)
        (folder / f"{number}.html").write_text(page, encoding="utf-8")
    command = [pagefind_bin.get_executable(), "--site", folder, "--force-language", "en", "--silent"]
    subprocess.run(command, check=True)
    return folder / "pagefind"


def test_words_stand_where_pagefind_itself_finds_them(tmp_path: Path) -> None:
    records = [record(number) for number in range(20)] + [record(20, sentences=HARD, title="Ça va McHarbour-Ferry")]
    index(tmp_path / "ours", records)
    own = places(tmp_path / "ours" / FOLDER)
    assert len(own.pop((EVERYWHERE, ""))) == 21
    assert own == places(by_pagefind(tmp_path / "theirs", records))


def test_a_hit_shows_the_text_and_opens_at_its_sentence(tmp_path: Path) -> None:
    index(tmp_path / "site", [record(1, sentences=HARD, title="The fee", source="Harbour Post")])
    (page,) = shown(tmp_path / "site" / FOLDER)
    assert page["url"] == "/articles/2021/02/1/"
    assert page["meta"] == {"source": "Harbour Post", "title": "The fee"}
    assert page["content"].startswith("The fee. The résumé of the night-ferry's captain:")
    words = page["content"].split(" ")
    assert [(anchor["id"], words[anchor["location"]]) for anchor in page["anchors"]] == [
        ("s-a", "The"),
        ("s-b", "McHarbour"),
    ]


def test_pages_without_a_word_are_pages_all_the_same(tmp_path: Path) -> None:
    index(tmp_path / "site", [record(1, title="…", source="", sentences=())], ())
    assert [page["content"] for page in shown(tmp_path / "site" / FOLDER)] == ["…"]


def test_two_topics_of_one_name_count_once(tmp_path: Path) -> None:
    index(tmp_path / "site", [record(1, topics=("ferry", "tide", "ferry"))])
    (page,) = shown(tmp_path / "site" / FOLDER)
    assert page["filters"] == {"topic": ["ferry", "tide"], "story": []}


def test_a_name_says_kind_date_and_source(tmp_path: Path) -> None:
    index(tmp_path / "site", [record(1, source="Harbour Post"), record(2, source="", date="0000-00-00")])
    names = sorted(name.split("-") for name, _ in metadata(tmp_path / "site" / FOLDER)[1] if name)
    sources = json.loads((tmp_path / "site" / FOLDER / "search.json").read_bytes())["sources"]
    assert [(kind, date, sources.get(mark)) for kind, date, mark, _ in names] == [
        ("article", "00000000", None),
        ("article", "20210202", "Harbour Post"),
    ]


def test_the_same_set_gives_the_same_index_in_any_order(tmp_path: Path) -> None:
    records = [record(number) for number in range(60)]
    index(tmp_path / "one", records)
    index(tmp_path / "two", reversed(records), reversed(TOPICS))
    assert fingerprints(tmp_path / "one") == fingerprints(tmp_path / "two")


def test_after_every_change_the_index_is_that_of_a_clean_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.search.parts._SIZE", 8)
    monkeypatch.setattr(merge, "_FACET", 100)
    monkeypatch.setattr(merge, "_CHUNK", 300)
    monkeypatch.setattr(merge, "_SHORTEST", 1)
    chance, records = random.Random(4), {number: record(number) for number in range(40)}
    index(tmp_path / "warm", records.values())
    for step in range(12):
        number = chance.randrange(50)
        if number in records and chance.random() < 0.5:
            del records[number]
        else:
            records[number] = record(number, f"The {step}th change.")
        before = fingerprints(tmp_path / "warm")
        changes = index(tmp_path / "warm", records.values())
        after = fingerprints(tmp_path / "warm")
        index(tmp_path / str(step), records.values())
        assert after == fingerprints(tmp_path / str(step))
        assert [*changes.written] == sorted(file for file in after if before.get(file) != after[file])
        assert changes.removed == tuple(sorted(before.keys() - after.keys()))


def test_only_parts_that_have_changed_are_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.search.parts._SIZE", 8)
    records = {each.address: each for each in map(record, range(80))}
    index(tmp_path / "site", records.values())
    asked: list[str] = []

    def read(addresses: Sequence[str]) -> list[SearchRecord]:
        asked.extend(addresses)
        return [records[address] for address in addresses]

    records["articles/2021/07/30/"] = record(30, "Edited.")
    searched = [page_of(each) for each in records.values()]
    index_site(searched, read, TOPICS, tmp_path / "site", kept=tmp_path / "site-kept", language="en")
    assert "articles/2021/07/30/" in asked
    assert len(asked) < 40


def test_nothing_is_done_where_nothing_has_changed(tmp_path: Path) -> None:
    records = [record(number) for number in range(9)]
    index(tmp_path / "site", records)
    assert index(tmp_path / "site", records) == IndexChanges({}, ())


@pytest.mark.parametrize("lost", ["search.json", "pagefind.js", "index", "fragment"])
def test_what_is_missing_in_the_site_is_put_there(tmp_path: Path, lost: str) -> None:
    records = [record(number) for number in range(9)]
    index(tmp_path / "site", records)
    before = fingerprints(tmp_path / "site")
    gone = tmp_path / "site" / FOLDER / lost
    shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
    index(tmp_path / "site", records)
    assert fingerprints(tmp_path / "site") == before


def test_what_does_not_belong_to_the_index_goes(tmp_path: Path) -> None:
    index(tmp_path / "site", [record(1)])
    before = fingerprints(tmp_path / "site")
    (tmp_path / "site" / FOLDER / "old").mkdir()
    (tmp_path / "site" / FOLDER / "old" / "file.new").touch()
    assert index(tmp_path / "site", [record(1)]) == IndexChanges({}, (f"{FOLDER}/old/file.new",))
    assert fingerprints(tmp_path / "site") == before


def test_kept_results_that_cannot_be_read_are_made_anew(tmp_path: Path) -> None:
    records = [record(number) for number in range(9)]
    index(tmp_path / "site", records)
    for file in (tmp_path / "site-kept").iterdir():
        file.write_bytes(b"\x93not this")
    index(tmp_path / "other", records, kept=tmp_path / "site-kept")
    assert fingerprints(tmp_path / "other") == fingerprints(tmp_path / "site")


def test_what_is_no_longer_used_is_not_kept(tmp_path: Path) -> None:
    index(tmp_path / "site", [record(1)])
    before = sorted(file.name for file in (tmp_path / "site-kept").iterdir())
    (tmp_path / "site-kept" / "new-of-a-killed-build").mkdir()
    index(tmp_path / "site", [record(1), record(2)])
    index(tmp_path / "site", [record(1)])
    assert sorted(file.name for file in (tmp_path / "site-kept").iterdir()) == before


def test_files_that_are_linked_elsewhere_stay_as_they_are_there(tmp_path: Path) -> None:
    index(tmp_path / "site", [record(1)])
    shutil.copytree(tmp_path / "site", tmp_path / "published", copy_function=os.link)
    before = fingerprints(tmp_path / "published")
    index(tmp_path / "site", [record(1, "Edited."), record(2)], TOPICS[:3])
    assert fingerprints(tmp_path / "published") == before


def test_without_pages_there_is_no_index(tmp_path: Path) -> None:
    index(tmp_path / "site", [record(1)])
    assert index(tmp_path / "site", []).removed
    assert not (tmp_path / "site" / FOLDER).exists()


def test_what_the_site_does_not_use_is_not_published(tmp_path: Path) -> None:
    index(tmp_path / "site", [record(1)])
    files = {file.name for file in (tmp_path / "site" / FOLDER).iterdir() if file.is_file()}
    assert {name for name in files if not name.endswith(".pf_meta") and not name.startswith("words.")} == {
        "pagefind-entry.json",
        "pagefind.js",
        "search.json",
        "wasm.en.pagefind",
    }


@pytest.mark.parametrize(
    ("title", "text"),
    [
        pytest.param("…", "—", id="no letter at all"),
        pytest.param(
            "___PAGEFIND_ANCHOR___h1:0:x", "___END_PAGEFIND_WEIGHT___ ___PAGEFIND_WEIGHT___9", id="its own words"
        ),
        pytest.param("</p></body>", "<script>alert(1)</script> &lt;i&gt; &amp;amp; &#8203;", id="markup"),
        pytest.param("\ufeff\u200b\xa0", "a\u200bb\ufeffc\x85d\x1ce", id="white space of every kind"),
        pytest.param("👋 日本語", "İstanbul ſtraße ŉ", id="other scripts"),
    ],
)
def test_any_text_is_a_page_of_the_index(tmp_path: Path, title: str, text: str) -> None:
    index(tmp_path / "site", [record(1, title=title, sentences=(SearchSentence("s-1", text),)), record(2)])
    hard, _ = shown(tmp_path / "site" / FOLDER)
    words = hard["content"].split(" ") if hard["content"] else []
    assert words == hard["content"].split()
    assert len(places(tmp_path / "site" / FOLDER)[EVERYWHERE, ""]) == 2


def test_words_that_begin_alike_for_thousands_of_letters_are_chunks_too() -> None:
    words = [("a" * length, b"x" * 2_000) for length in range(1, 1_500)]
    words += [("b" * 5_000 + end, b"x" * 30_000) for end in "cd"]
    chunks = list(in_chunks(words))
    assert [word for chunk in chunks for word in chunk] == words
    assert len(chunks) > 20


def test_a_word_of_which_pagefind_leaves_nothing_is_in_no_index() -> None:
    one, none, two = (np.full(2, number, dtype=np.int32).tobytes() for number in (1, 0, 2))
    part = Part((PartPage((), 3),), Postings(("", "ferry"), one, none, none, two, b"\x80\x80\x80\x80"))
    assert [word for word, _ in merge.words_of([(Stretch((PAGE,), (0,), 1), part)])] == ["ferry", EVERYWHERE]


@given(st.lists(st.text(), max_size=4))
def test_words_are_what_is_between_white_space(texts: list[str]) -> None:
    read = text_of(record(1, title="", sentences=tuple(SearchSentence(f"s-{text}", text) for text in texts)))
    assert " ".join(read.words).split() == list(read.words)
    assert len(read.words) == len(read.levels)
    assert [word for _, word in read.anchors] == sorted(word for _, word in read.anchors)


@pytest.mark.parametrize("change", ["added", "removed", "edited"])
def test_a_page_more_or_less_or_another_changes_the_parts_it_is_in_alone(change: str) -> None:
    def page(number: int, digest: str = "x") -> Searched:
        return Searched(f"articles/{number}/", "article", f"20{number % 90 + 10}-01-01", "", digest)

    pages = [page(number) for number in range(4000)]
    others = {"added": [*pages, page(5000)], "removed": pages[1:], "edited": [page(0, "y"), *pages[1:]]}[change]
    before, after = set(in_parts(pages)), set(in_parts(others))
    assert len(before) > 8
    assert len(after - before) <= 2


def test_chunks_have_every_word_once_and_those_that_begin_alike_together() -> None:
    words = sorted({f"{a}{b}{c}" for a in "abc" for b in "klmnop" for c in "xyz"} | {"a", "ak", "zzz"})
    chunks = list(in_chunks([(word, b"x" * 1000) for word in words]))
    assert [word for chunk in chunks for word, _ in chunk] == words
    assert all(len(chunk) <= 16 for chunk in chunks)
    assert all(len({word for word, _ in chunk} & {"akx", "aky", "akz"}) in {0, 3} for chunk in chunks)


PAGE = Searched("x/", "article", "2021-03-00", "", "x")


def part_page(*topics: str) -> PartPage:
    return PartPage(topics, 9)


def test_topics_are_one_filter_as_long_as_they_are_few() -> None:
    filters, shards = filters_of([(0, PAGE, part_page("ferry", "tide")), (1, PAGE, part_page("ferry"))])
    assert filters["topic"] == {"ferry": [0, 1], "tide": [0]}
    assert filters["month"] == {"2021-03": [0, 1]}
    assert shards == {"topic": 0, "story": 0}


def test_many_topics_are_shared_out_by_their_names() -> None:
    topics = [f"topic {number}" for number in range(600)]
    filters, shards = filters_of([(number, PAGE, part_page(*topics)) for number in range(10)])
    assert shards == {"topic": 16, "story": 0}
    assert {topic for name in filters for topic in filters[name] if name.startswith("topic ")} == set(topics)
    assert all(topic in filters[f"topic {shard_of(topic, 16)}"] for topic in topics)


def test_many_stories_are_shared_out_by_what_they_are_called() -> None:
    pages = [(number, PAGE, PartPage((), 9, f"story {number // 2}")) for number in range(400)]
    filters, shards = filters_of(pages)
    assert shards["story"] > 1
    assert filters[f"story {shard_of('story 7', shards['story'])}"]["story 7"] == [14, 15]


@pytest.mark.parametrize(
    ("languages", "expected"),
    [
        pytest.param(("en", "en"), None, id="of one there is nothing to choose"),
        pytest.param(("en", "pt", ""), {"en": [0], "pt": [1]}, id="of two there is"),
    ],
)
def test_languages_are_a_filter_where_there_are_several(languages: tuple[str, ...], expected: object) -> None:
    pages = [(number, PAGE, PartPage((), 9, "", language)) for number, language in enumerate(languages)]
    filters, _ = filters_of(pages)
    assert filters.get("language") == expected


def test_words_that_are_offered_are_the_commonest_first_and_not_those_of_one_page() -> None:
    texts = [("The", "harbour", "Ferry,"), ("harbour", "ferry"), ("harbour", "ferry", "pier", "oddity"), ("harbour",)]
    assert offered([spellings(texts)], 4) == [["harbour"], ["ferry"], ["oddity", "pier"]]
    assert offered([spellings(texts), spellings(texts)], 1000) == [["harbour"], ["ferry"], ["oddity", "pier"]]
    assert offered([spellings(texts)], 1000) == [["harbour"], ["ferry"]]


def test_names_are_as_long_as_it_takes() -> None:
    digests = [("", "abcdefgh"), ("", "abcdefzz"), ("", "abcdefgh"), ("", "bcdefghi")]
    assert short_names(digests) == ["abcdefg", "abcdefz", "abcdefg", "bcdef"]
    assert short_names([("x-", "abcdefgh"), ("y-", "abcdefzz")], 2) == ["x-ab", "y-ab"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Anti-Trust Act", ["anti", "trust", "act"], id="words"),
        pytest.param("Résumé, ÉCOLE", ["resume", "ecole"], id="marks on letters"),
        pytest.param("3M_2021 №5", ["3m", "2021", "no5"], id="digits"),
        pytest.param("हिन्दी", ["हनद"], id="marks of other scripts"),
        pytest.param("—", [], id="none"),
    ],
)
def test_words_are_compared_without_what_is_written_in_many_ways(text: str, words: list[str]) -> None:
    assert folded(text) == words


def test_a_topic_is_in_the_list_of_each_word_of_each_name() -> None:
    topics = [
        TopicRecord(f"topics/{n}/", f"alpha{n:03}", (f"Harbour {n:03}omega",), n, "2021-01-01") for n in range(300)
    ]
    lists = topic_lists(topics)
    assert lists.count == 300
    assert [word for word, _ in lists.words] == sorted(word for word, _ in lists.words)
    for topic in topics[::50]:
        for word in folded(" ".join((topic.name, *topic.forms))):
            name = [name for first, name in lists.words if first <= word][-1]
            rows = json.loads(lists.files[f"topics/{name}.json"])
            assert [topic.address, topic.name, list(topic.forms), topic.articles, topic.date] in rows
