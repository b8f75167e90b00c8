"""Collations of stories: made where a story is new or one of its articles has changed, else taken from the store."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from generator.collate.collation import collate, without_facts
from generator.model import Annotated, Collation, Problem, Story
from generator.progress import Progress
from generator.render.articles import Articles
from generator.render.stories import Told, told_of
from generator.store import Damaged, Store, content_key
from generator.versions import code_key, libraries_key
from generator.workers import Workers

_STAGE, _TOLD = "collation", "told"
_LIBRARIES = ("numpy", "pystemmer", "scipy", "simplemma", "wordfreq")
_BATCH = 100
"""Stories after which their collations are kept."""
_HELD = 64
"""Collations that are in memory at once."""


class Collations(Mapping[str, Collation]):
    """Collations by the key of their story, each loaded when it is looked at."""

    def __init__(
        self, tokens: Mapping[str, bytes], store: Store, made: Mapping[str, Collation], told: Mapping[str, Told]
    ) -> None:
        self.told = told
        """By the key of the story: what lists say of its collation."""
        self._tokens = tokens
        self._store = store
        self._made = made
        self._load = lru_cache(_HELD)(self._loaded)

    def __getitem__(self, key: str) -> Collation:
        return self._made.get(key) or self._load(self._tokens[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self._tokens)

    def __len__(self) -> int:
        return len(self._tokens)

    def _loaded(self, token: bytes) -> Collation:
        found = self._store.get(_STAGE, [token], Collation).get(token)
        if found is None:
            raise Damaged(_STAGE)
        return found


def collate_all(
    stories: Sequence[Story], articles: Articles, store: Store, using: tuple[Workers, Progress]
) -> tuple[Collations, tuple[Problem, ...]]:
    """The collations of the stories, and a problem for each that could not be collated: that has one without facts."""
    crew, progress = using
    version = (code_key("collate", "annotate", "text", "spans", "model"), libraries_key(_LIBRARIES))
    tokens = {
        story.key: content_key(_STAGE, version, [(id_, articles.tokens[id_]) for id_ in story.articles])
        for story in stories
    }
    kept = store.has(_STAGE, tokens.values())
    missing = [story for story in stories if tokens[story.key] not in kept]
    given = ([articles.load(id_) for id_ in story.articles] for story in missing)
    results = zip(missing, progress.track(crew.map(_collated, given), "collate", len(missing)), strict=True)
    failed: dict[str, Collation] = {}
    problems: list[Problem] = []
    while some := list(islice(results, _BATCH)):
        store.put(_STAGE, {tokens[story.key]: made for story, made in some if isinstance(made, Collation)})
        for story, made in some:
            if isinstance(made, Problem):
                failed[story.key] = without_facts(story.articles)
                problems.append(made)
    store.forget_others(_STAGE, tokens.values())
    told = _told(tokens, failed, store)
    return Collations(tokens, store, failed, told), tuple(problems)


def _told(tokens: Mapping[str, bytes], failed: Mapping[str, Collation], store: Store) -> dict[str, Told]:
    """What lists say of each collation: kept beside it, since to load two thousand for that takes long."""
    version = code_key("render/stories", "model")
    keys = {token: content_key(_TOLD, version, token) for key, token in tokens.items() if key not in failed}
    kept = store.get(_TOLD, list(keys.values()), Told)
    missing = [token for token, key in keys.items() if key not in kept]
    for start in range(0, len(missing), _BATCH):
        some = store.get(_STAGE, missing[start : start + _BATCH], Collation)
        new = {keys[token]: told_of(collation, token) for token, collation in some.items()}
        store.put(_TOLD, new)
        kept |= new
    store.forget_others(_TOLD, keys.values())
    found = {key: kept[keys[token]] for key, token in tokens.items() if keys.get(token) in kept}
    return found | {key: told_of(collation, tokens[key]) for key, collation in failed.items()}


def _collated(articles: Sequence[Annotated]) -> Collation | Problem:
    try:
        return collate(articles)
    except Exception as error:  # noqa: BLE001 - whatever one story brings about, the others go on
        first = articles[0].article
        what = f"cannot be collated with the other reports of its story ({type(error).__name__}: {error})"
        return Problem(first.path, first.place, what, "report this, with the articles")
