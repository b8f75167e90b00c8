"""A page is made again only where its key is new: so whatever a page shows has to be in its key."""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import pytest
from harbour import TEMPLATES, VERSIONS, P, article, sample, site
from msgspec.structs import replace
from pool import collations_of, related_walk, walk

from generator.config import RelateSettings, SiteConfig
from generator.model import (
    Annotated,
    ClosestSentences,
    Cut,
    Digest,
    Guess,
    NameKind,
    Problem,
    Term,
    Variant,
    VariantReason,
)
from generator.relate.closest import closest
from generator.relate.relations import relate
from generator.relate.traits import traits
from generator.render import (
    article_view,
    figures_view,
    index,
    list_views,
    parts,
    quotes_view,
    stories,
    topic_view,
)
from generator.render.cards import cards
from generator.render.entries import entry_of
from generator.render.pages import recipes, texts
from generator.render.recipes import Recipe, key_of
from generator.render.templates import page_writer

if TYPE_CHECKING:
    from generator.render.views import View

CUT = site(page_items=3, front_articles=4)
"""A site whose lists go over several pages."""
PAGE = page_writer(TEMPLATES)


@pytest.fixture
def _few(monkeypatch):
    """Lists that are short enough for small digests to have long ones."""
    monkeypatch.setattr(figures_view, "FEW", 2)
    monkeypatch.setattr(quotes_view, "FEW", 2)


def made(digest: Digest, config: SiteConfig = CUT) -> list[Recipe]:
    return list(recipes(index.index(digest, config, collations_of(digest)), VERSIONS))


def met_again(digests: Iterable[Digest], below: str = "") -> Iterator[tuple[str, bool]]:
    """For every page whose key there was before: its address, and whether the page is the same as then."""
    views: dict[tuple[str, bytes], View] = {}
    for digest in digests:
        for recipe in (one for one in made(digest) if one.address.startswith(below)):
            view = recipe.view()
            before = views.setdefault((recipe.address, recipe.key), view)
            if before is not view:
                yield recipe.address, before == view or PAGE(before) == PAGE(view)


@pytest.mark.usefixtures("_few")
@pytest.mark.parametrize("seed", range(6))
def test_pages_of_one_key_are_the_same_whatever_else_changes(seed):
    met = list(met_again(walk(seed, 80)))
    assert {address for address, is_same in met if not is_same} == set()
    assert len(met) > 1000


@pytest.mark.parametrize("seed", range(2))
def test_files_beside_pages_of_one_key_are_the_same_whatever_else_changes(seed):
    contents: dict[tuple[str, bytes], object] = {}
    met, others = 0, set()
    for digest in walk(seed, 60):
        known = index.index(digest, CUT, collations_of(digest))
        for file in (*texts(known), *cards(known)):
            content = file.content()
            before = contents.setdefault((file.path, file.key), content)
            met += before is not content
            others |= {file.path} if before != content else set()
    assert others == set()
    assert met > 1000


def test_articles_of_one_key_are_the_same_whatever_relations_are_found():
    met = list(met_again(related_walk(0, 80), "articles/"))
    assert {address for address, is_same in met if not is_same} == set()
    assert len(met) > 300


def test_articles_of_one_signature_have_the_same_closest_sentences_however_rare_words_are_elsewhere():
    chance = random.Random(3)
    words = [f"word{number}" for number in range(12)]
    one, other = (of_words(id_, [chance.sample(words, 4) for _ in range(5)]) for id_ in "ab")
    found: dict[tuple[int, int], set[ClosestSentences | None]] = {}
    for _ in range(400):
        often = [chance.choice((0, 1, 10, 19, 28, 30)) if number < 4 else 0 for number in range(len(words))]
        count = max(often)
        rest = [of_words(f"c{number}", [[word for word, of in zip(words, often, strict=True) if number < of]])
                for number in range(count)]  # fmt: skip
        relations = relate([traits(each) for each in (one, other, *rest)], RelateSettings())
        both = relations.signatures["a"], relations.signatures["b"]
        found.setdefault(both, set()).add(closest(one, other, relations.rarity))
    assert max(map(len, found.values())) == 1
    assert len(found) < 150
    assert len(set.union(*found.values())) > 2


def of_words(id_: str, sentences: list[list[str]]) -> Annotated:
    """An article whose sentences have these content words."""
    each = article(id_, [(P, ". ".join(f"Say {' '.join(terms)}" for terms in sentences))])
    counts = Counter(term for terms in sentences for term in terms)
    notes = replace(
        each.annotations,
        terms=tuple(Term(term, counts[term]) for term in sorted(counts)),
        sentence_terms=tuple(tuple(sorted(terms)) for terms in sentences),
    )
    return replace(each, annotations=notes)


def nothing(*_of: object) -> int:
    return 0


@pytest.mark.usefixtures("_few")
@pytest.mark.parametrize(
    ("place", "name"),
    [
        pytest.param(figures_view, "others_token", id="other articles with a figure"),
        pytest.param(figures_view, "_token", id="figures"),
        pytest.param(index, "_marks", id="topics of an article"),
        pytest.param(index, "_name", id="spellings of a source"),
        pytest.param(list_views, "topics_token", id="names of topics that many articles have"),
        pytest.param(article_view, "story_token", id="the story of an article"),
        pytest.param(article_view, "mentions_token", id="what the names of an article are the names of"),
        pytest.param(stories, "key_of", id="stories"),
        pytest.param(parts.ListPart, "token", id="parts before and behind"),
        pytest.param(quotes_view, "_said_token", id="quotes"),
        pytest.param(quotes_view, "others_token", id="other articles with a quote"),
        pytest.param(topic_view, "_whole_token", id="what the first page of a topic says of all of it"),
        pytest.param(topic_view, "speaker_token", id="quotes of a topic"),
        pytest.param(topic_view, "_near_token", id="names of neighbours"),
    ],
)
def test_what_is_missing_in_keys_is_found(monkeypatch, place, name):
    if name == "_name":  # the spelling goes into the keys of its articles through this function alone
        monkeypatch.setattr(index, "key_of", lambda token, *rest: key_of(token, *rest) if not rest else token)
    else:
        monkeypatch.setattr(place, name, nothing)
    digests = (digest for seed in range(6) for digest in walk(seed, 80))
    assert any(not is_same for _, is_same in met_again(digests))


Change = Callable[[Digest], Digest]


def articles(id_: str, change: Callable[[Annotated], Annotated]) -> Change:
    """The digest with one article changed."""
    return lambda digest: replace(
        digest, articles=tuple(change(each) if each.article.id == id_ else each for each in digest.articles)
    )


def given(**values: object) -> Change:
    return articles("wire/ferry", lambda each: replace(each, article=replace(each.article, **values)))


def noted(**values: object) -> Change:
    return articles("wire/ferry", lambda each: replace(each, annotations=replace(each.annotations, **values)))


def topic(**values: object) -> Change:
    """The digest with its first topic changed."""
    return lambda digest: related_as(
        digest, topics=(replace(digest.relations.topics[0], **values), *digest.relations.topics[1:])
    )


def related_as(digest: Digest, **values: object) -> Digest:
    return replace(digest, relations=replace(digest.relations, **values))


def reason(**values: object) -> Change:
    """The digest with the first link of an article to another changed."""

    def change(digest: Digest) -> Digest:
        first, *rest = digest.relations.related["wire/ferry"]
        return related_as(digest, related={**digest.relations.related, "wire/ferry": (replace(first, **values), *rest)})

    return change


def mentions(change: Callable) -> Change:
    def changed(digest: Digest) -> Digest:
        first, *rest = digest.relations.topics
        some = tuple(change(each) if each.article == "wire/ferry" else each for each in first.mentions)
        return related_as(digest, topics=(replace(first, mentions=tuple(filter(None, some))), *rest))

    return changed


FERRY = next(each for each in sample().articles if each.article.id == "wire/ferry")
WIRE = FERRY.annotations


@pytest.mark.parametrize(
    ("change", "shown"),
    [
        pytest.param(given(title="Another"), "articles/2021/03/s-r-l-bwrt-trtf-jkr4t", id="title, on a related page"),
        pytest.param(
            given(source="HARBOUR-WIRE"), "articles/2021/03/s-r-l-bwrt-trtf-jkr4t", id="the spelling of a source"
        ),
        pytest.param(given(source="Morning Post"), "sources/morning-post", id="source"),
        pytest.param(given(date="2021-02-12T07:30:00+01:00"), "archive/2021/02", id="date"),
        pytest.param(given(updated="2021-02-13"), FERRY, id="last change"),
        pytest.param(given(language="de"), "topics/ferry-company", id="language"),
        pytest.param(given(authors=("Somebody",)), FERRY, id="authors"),
        pytest.param(given(url=""), FERRY, id="original"),
        pytest.param(given(path="x.txt"), FERRY, id="file"),
        pytest.param(given(place="line 2"), FERRY, id="place in the file"),
        pytest.param(given(inlines=()), FERRY, id="links of its own"),
        pytest.param(given(guesses=(Guess("date", "x", "luck"),)), "report", id="guesses"),
        pytest.param(given(text=FERRY.article.text.replace("March", "April")), "topics/ferry-company", id="text"),
        pytest.param(noted(minutes=7), "topics/harbour-board", id="reading time"),
        pytest.param(noted(words=7), FERRY, id="number of words"),
        pytest.param(noted(keywords=WIRE.keywords[:1]), FERRY, id="keywords"),
        pytest.param(noted(keywords=(replace(WIRE.keywords[0], score=0.1),)), FERRY, id="a score"),
        pytest.param(noted(names=()), FERRY, id="names"),
        pytest.param(noted(figures=WIRE.figures[1:]), "figures/index", id="figures"),
        pytest.param(noted(quotes=()), "quotes/index", id="quotes"),
        pytest.param(
            noted(quotes=(replace(WIRE.quotes[0], description="x"),)), "topics/ferry-company", id="who a speaker is"
        ),
        pytest.param(topic(name="Ferry Ltd"), FERRY, id="name of a topic, in an article"),
        pytest.param(topic(name="Ferry Ltd"), "topics/harbour-board", id="name of a topic, among neighbours"),
        pytest.param(topic(name="Ferry Ltd"), "quotes/index", id="name of a topic, as a speaker"),
        pytest.param(topic(name="Ferry Ltd"), "figures/index", id="name of a topic, beside a figure"),
        pytest.param(topic(name="Ferry Ltd"), "sources/harbour-wire", id="name of a topic, of a source"),
        pytest.param(topic(name="Ferry Ltd"), "archive/2021/02", id="name of a topic, of a month"),
        pytest.param(topic(name="Ferry Ltd"), "editions/2021-w06", id="name of a topic, of a week"),
        pytest.param(topic(name="Ferry Ltd"), "people/organisations", id="name of a topic, among names"),
        pytest.param(topic(name="Ferry Ltd"), "topics/index", id="name of a topic, among topics"),
        pytest.param(topic(kind=NameKind.PERSON), "people/index", id="kind of a topic, among names"),
        pytest.param(topic(kind=None), "topics/index", id="kind of a topic, among topics"),
        pytest.param(topic(kind=None), "topics/ferry-company", id="kind of a topic, on its page"),
        pytest.param(topic(variants=(Variant("x", 1, VariantReason.SHORT),)), "topics/ferry-company", id="other forms"),
        pytest.param(
            mentions(lambda one: replace(one, spans=one.spans[1:])), "topics/ferry-company", id="places of a topic"
        ),
        pytest.param(mentions(lambda one: replace(one, spans=one.spans[1:])), FERRY, id="places of a topic, there"),
        pytest.param(mentions(lambda one: replace(one, score=0.1)), FERRY, id="order of the topics of an article"),
        pytest.param(mentions(lambda _: None), "topics/index", id="number of articles of a topic"),
        pytest.param(mentions(lambda _: None), "people/organisations", id="number of articles of a name"),
        pytest.param(mentions(lambda _: None), "topics/harbour-board", id="number of articles with two topics"),
        pytest.param(reason(score=0.9), FERRY, id="similarity"),
        pytest.param(reason(topics=()), FERRY, id="topics shared"),
        pytest.param(reason(closest=None), FERRY, id="closest sentences"),
        pytest.param(reason(id="x/hostile"), FERRY, id="related article"),
        pytest.param(lambda digest: related_as(digest, copies=()), FERRY, id="copies"),
        pytest.param(
            lambda digest: replace(digest, problems=(Problem("x", "", "is odd", "mend it"),)), "report", id="problems"
        ),
    ],
)
def test_a_page_that_shows_something_new_has_a_new_key(change, shown):
    before, after = (made(digest, site()) for digest in (sample(), change(sample())))
    keys = {recipe.address: recipe.key for recipe in before}
    pages = {recipe.address: PAGE(recipe.view()) for recipe in before}
    changed = {recipe.address for recipe in after if pages.get(recipe.address) != PAGE(recipe.view())}
    new = {recipe.address for recipe in after if keys.get(recipe.address) != recipe.key}
    address = next(each for each in after if "5k7dz" in each.address).address if shown is FERRY else shown
    assert address in changed
    assert changed <= new


def test_an_article_more_gives_new_keys_only_to_pages_that_list_it():
    digest = sample()
    other = article("z", [(P, "*Something else")], title="Else", source="Elsewhere", date="2019-01-01")
    keys = {recipe.address: recipe.key for recipe in made(digest, site())}
    more = made(replace(digest, articles=(*digest.articles, other)), site())
    own = entry_of(other).address
    assert {recipe.address for recipe in more if keys.get(recipe.address) != recipe.key} == {
        *("index", "archive/index", "archive/2019/index", "archive/2019/01", "sources/index", "sources/elsewhere", own),
        *("editions/index", "editions/2019-w01", "editions/2021-w06"),
    }


def test_what_no_page_shows_gives_no_page_a_new_view():
    before, after = made(sample()), made(given(cuts=(Cut(0, 3),))(sample()))
    assert [recipe.view() for recipe in before] == [recipe.view() for recipe in after]


@pytest.mark.usefixtures("_few")
def test_keys_are_the_same_in_whatever_order_articles_are_given():
    for digest in walk(7, 5):
        backwards = replace(digest, articles=digest.articles[::-1])
        assert [(one.address, one.key) for one in made(digest)] == [(one.address, one.key) for one in made(backwards)]
