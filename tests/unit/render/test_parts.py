"""Long lists are cut by their own entries, so that an entry that comes or goes changes few pages."""

import posixpath
import random
from collections.abc import Sequence

import pytest
from harbour import P, article, site
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Digest, Relations
from generator.render.index import index
from generator.render.language import language_of
from generator.render.list_views import source_recipes
from generator.render.parts import ListPart, parts
from generator.search.articles import searched

LISTS = st.integers(0, 2**32).map(lambda seed: random.Random(seed).sample(range(10**6), 2000))
"""Two thousand entries, of which tests take as many as they want."""
SIZES = st.sampled_from([1, 2, 3, 10, 50, 200])


def cut(items: Sequence[int], size: int, address: str = "topics/index") -> list[ListPart[int]]:
    return list(parts(address, items, size, lambda item: (f"item {item}", f"Item {item}")))


def changed(before: list[ListPart[int]], after: list[ListPart[int]]) -> set[str]:
    """Addresses of the pages that are new, gone, or not as they were."""
    one, other = ({part.address: (tuple(part.items), part.part) for part in some} for some in (before, after))
    return {address for address in one.keys() | other.keys() if one.get(address) != other.get(address)}


@given(LISTS, st.integers(0, 2000), st.integers(0, 1999), SIZES)
def test_an_entry_more_changes_few_pages(items, length, place, size):
    place %= length + 1
    longer = [*items[:place], -1, *items[place:length]]
    touched = changed(cut(items[:length], size), cut(longer, size))
    assert touched
    # At most two cuts go and two come; the pages on both sides of these are touched, in one list or the other.
    assert len(touched) <= 9


@pytest.mark.parametrize("size", [3, 20, 200])
def test_an_entry_more_mostly_changes_one_page_and_no_other(size):
    chance = random.Random(1)
    counts = []
    for _ in range(200):
        items = [chance.random() for _ in range(10 * size)]
        place = chance.randrange(len(items) + 1)
        counts.append(len(changed(cut(items, size), cut([*items[:place], -1, *items[place:]], size))))
    assert sorted(counts)[100] == 1
    assert sum(counts) / len(counts) < 3


@given(LISTS, st.integers(0, 2000), SIZES)
def test_all_entries_are_there_once_in_their_order(items, length, size):
    assert [item for part in cut(items[:length], size) for item in part.items] == items[:length]


@given(LISTS, st.integers(0, 2000), SIZES)
def test_pages_lead_to_the_next_and_to_the_one_before(items, length, size):
    pages = cut(items[:length], size)
    there = [page.address for page in pages]

    def led(here: ListPart[int], link: str) -> str:
        return posixpath.normpath(posixpath.join(posixpath.dirname(here.address), link.removesuffix(".md")))

    assert [led(page, page.part.next) for page in pages[:-1]] == there[1:]
    assert [led(page, page.part.previous) for page in pages[1:]] == there[:-1]
    assert (pages[0].part.previous, pages[-1].part.next) == ("", "")
    assert len(set(there)) == len(there)


@given(LISTS, st.integers(0, 2000), SIZES)
def test_no_page_but_the_only_one_has_less_than_half_of_the_size(items, length, size):
    pages = cut(items[:length], size)
    assert len(pages) == 1 or min(len(page.items) for page in pages) >= max(1, size // 2)


def test_pages_are_about_as_long_as_wanted_and_hardly_ever_many_times_that():
    chance = random.Random(2)
    lengths = [len(page.items) for _ in range(20) for page in cut([chance.random() for _ in range(2000)], 50)]
    assert 40 < sum(lengths) / len(lengths) < 60
    assert sorted(lengths)[int(len(lengths) * 0.95)] < 110
    assert max(lengths) < 250


@given(LISTS, st.integers(0, 200), st.integers(-1, 300))
def test_what_fits_on_a_page_is_one(items, length, more):
    (page,) = cut(items[:length], length + max(0, more))
    assert (page.address, page.is_first, page.part.begins) == ("topics/index", True, "")


@given(LISTS, SIZES)
def test_entries_alone_say_where_a_page_begins(items, size):
    own = {page.address for page in cut(items[:600], size)}
    behind = [page.address for page in cut([-2, -3, *items[:600]], size)]
    # The first page aside, and one in whose reach the two new ones are.
    assert set(behind[2:]) <= own


def test_equal_entries_give_pages_that_hold_all_of_them():
    same = list(parts("a", ["x"] * 500, 10, lambda item: (item, item)))
    assert sum(len(page.items) for page in same) == 500
    assert len({page.address for page in same}) == len(same)


def test_a_page_is_called_after_the_list_and_its_first_entry():
    first, *rest = cut(list(range(100)), 10)
    assert first.title(language_of("en"), "Topics") == "Topics"
    assert rest[0].title(language_of("en"), "Topics") == f"Topics, from Item {rest[0].items[0]}"
    assert rest[0].address.startswith(f"topics/from/item-{rest[0].items[0]}-")
    assert not rest[0].is_first


@pytest.mark.parametrize(
    ("address", "folder"),
    [
        pytest.param("topics/index", "topics/from/", id="the list itself"),
        pytest.param("topics/ferry", "topics/ferry/from/", id="one of its pages"),
    ],
)
def test_further_pages_lie_below_the_first(address, folder):
    first, *rest = cut(list(range(100)), 10, address)
    assert first.address == address
    assert rest
    assert all(page.address.startswith(folder) for page in rest)


def test_a_page_knows_what_of_the_list_it_depends_on():
    tokens = {page.token() for page in cut(list(range(100)), 10)}
    without = {page.token() for page in cut(list(range(50)), 10)}
    assert tokens & without
    assert tokens - without


def test_the_list_of_a_source_leads_to_what_the_search_calls_it():
    articles = tuple(article(str(number), [(P, "A ferry.")], source="unknown") for number in range(2))
    known = index(Digest(articles, Relations((), (), {}), ()), site(page_items=1))
    (name,) = known.sources
    (called,) = {page.source for page in searched(known)}
    assert {recipe.view().scope for recipe in source_recipes(known, name)} == {f"source={called}"}
