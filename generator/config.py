"""Settings: the values of `extra.digest` in `mkdocs.yml`, checked and made into one frozen object."""

import contextlib
import dataclasses
import difflib
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_type_hints

import yaml
import yaml_env_tag

from generator.errors import DigestError
from generator.model import Problem

METHODS = ("digest", "yake")
"""Ways to find keywords."""


@dataclass(frozen=True, slots=True)
class KeywordSettings:
    """How keywords are found."""

    method: str = "digest"
    """`digest`, or `yake`, the reference method."""
    top: int = 20
    """How many an article keeps at the most."""
    longest: int = 3
    """Words of the longest phrase."""


@dataclass(frozen=True, slots=True)
class AnnotateSettings:
    """What the annotations of an article depend on besides the article."""

    keywords: KeywordSettings = field(default_factory=KeywordSettings)
    key_sentences: int = 3
    """How many sentences stand in "In short"."""
    words_per_minute: int = 230
    """Reading speed (Brysbaert 2019, "How many words do we read per minute?": 238 for non-fiction)."""


@dataclass(frozen=True, slots=True)
class RelateSettings:
    """How articles are linked to each other."""

    related: int = 5
    """How many related articles an article shows at the most."""
    least_similarity: float = 0.1
    """Cosine below which two articles are not called related."""
    topic_articles: int = 2
    """How many articles a topic needs to have a page."""


@dataclass(frozen=True, slots=True)
class RenderSettings:
    """How pages are made."""

    feed_items: int = 50
    """How many articles a feed holds, the newest."""
    front_articles: int = 12
    """How many articles the front page shows."""
    page_items: int = 100
    """How many entries a list page shows before it is continued on another."""
    annotations: bool = True
    """Whether the marks of each article are published as W3C Web Annotations."""
    cards: bool = True
    """Whether pictures are drawn that links to articles, stories and editions are shown with elsewhere."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of `extra.digest`."""

    seeds: str = "seeds"
    """Folder of the articles, relative to `mkdocs.yml`."""
    work: str = ".digest"
    """Folder of kept results and generated pages, relative to `mkdocs.yml`."""
    annotate: AnnotateSettings = field(default_factory=AnnotateSettings)
    relate: RelateSettings = field(default_factory=RelateSettings)
    render: RenderSettings = field(default_factory=RenderSettings)


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """What the digest reads of `mkdocs.yml`."""

    file: Path
    """The `mkdocs.yml` itself, absolute."""
    name: str
    url: str
    """Where the site will be published, ending with `/`; empty where not set."""
    description: str
    language: str
    """BCP 47 tag of the interface: `theme.language`."""
    site_dir: Path
    settings: Settings
    key: bytes = b""
    """Hash of the whole file without our settings, of what it inherits from, and of the environment it names."""
    theme_dir: Path = Path()
    """Folder of the site's own templates of the theme, absolute: `theme.custom_dir`."""
    hooks: tuple[str, ...] = ()
    """Files of MkDocs' hooks, relative to `mkdocs.yml`."""
    nav: frozenset[str] = frozenset()
    """Every text in the navigation: files of pages among them."""
    directories: bool = True
    """Whether pages have addresses that end in `/`: `use_directory_urls`."""

    @property
    def root(self) -> Path:
        """Folder of `mkdocs.yml`."""
        return self.file.parent

    @property
    def seeds(self) -> Path:
        """Folder of the articles, absolute."""
        return self.root / self.settings.seeds

    @property
    def work(self) -> Path:
        """Folder of kept results and generated pages, absolute."""
        return self.root / self.settings.work


class _Loader(yaml.SafeLoader):
    """Reads a `mkdocs.yml`: `!ENV` as MkDocs does, and nothing of what `!!python/name:` and its like stand for."""


yaml_env_tag.add_env_tag(_Loader)
_Loader.add_multi_constructor("", lambda _loader, _suffix, _node: None)


def load_config(file: Path) -> SiteConfig:
    """The settings in `file`, a `mkdocs.yml`; DigestError where it is missing, is no YAML or has a wrong setting."""
    file = file.resolve()
    try:
        raw = yaml.load(file.read_bytes(), _Loader)  # noqa: S506 - a SafeLoader subclass
    except OSError as error:
        raise _error(file.name, f"cannot be read ({error.strerror})", "name the file with -f") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 1}" if mark else ""
        raise _error(file.name, "is no valid YAML", "correct it", place) from error
    config = raw if isinstance(raw, dict) else {}
    theme, extra = (_mapping(config.get(name)) for name in ("theme", "extra"))
    url = str(config.get("site_url") or "")
    return SiteConfig(
        file=file,
        name=str(config.get("site_name") or "Digest"),
        url=url if not url or url.endswith("/") else f"{url}/",
        description=str(config.get("site_description") or ""),
        language=str(theme.get("language") or "en"),
        site_dir=file.parent / str(config.get("site_dir") or "site"),
        settings=settings_from(extra.get("digest") or {}, file.name),
        key=_key(file, config),
        theme_dir=file.parent / str(theme.get("custom_dir") or "site_templates"),
        hooks=tuple(str(hook) for hook in config.get("hooks") or ()),
        nav=frozenset(_texts(config.get("nav"))),
        directories=bool(config.get("use_directory_urls", True)),
    )


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _key(file: Path, config: dict[str, Any]) -> bytes:
    extra = {name: value for name, value in _mapping(config.get("extra")).items() if name != "digest"}
    found = hashlib.blake2b(repr({**config, "extra": extra, "site_dir": "", "docs_dir": ""}).encode(), digest_size=16)
    with contextlib.suppress(OSError):  # of which MkDocs speaks
        found.update((file.parent / str(config["INHERIT"])).read_bytes() if "INHERIT" in config else b"")
    return found.digest()


def _texts(value: object) -> Iterator[str]:
    """Every text in lists and mappings."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for each in value.values() for text in _texts(each))
    elif isinstance(value, list):
        yield from (text for each in value for text in _texts(each))


def default_config(file: Path) -> SiteConfig:
    """What holds where there is no `mkdocs.yml`: every setting at its default."""
    file = file.resolve()
    return SiteConfig(file, "Digest", "", "", "en", file.parent / "site", Settings())


def settings_from(values: object, file: str = "mkdocs.yml") -> Settings:
    """The settings that a mapping as under `extra.digest` gives; DigestError at an unknown key or a wrong type."""
    settings: Settings = _build(Settings, values, "extra.digest", file)
    return settings


def _build(kind: type, values: object, place: str, file: str) -> Any:  # noqa: ANN401 - an instance of `kind`
    if not isinstance(values, dict):
        raise _error(file, "has to be a mapping", "write `key: value` lines under it", place)
    hints = get_type_hints(kind)
    unknown = [key for key in values if key not in hints]
    if unknown:
        near = difflib.get_close_matches(str(unknown[0]), hints, 1, 0) or sorted(hints)
        raise _error(file, f"unknown setting {unknown[0]!r}", f"did you mean {near[0]!r}?", place)
    return kind(**{key: _value(hints[key], value, f"{place}.{key}", file) for key, value in values.items()})


def _value(kind: type, value: object, place: str, file: str) -> object:
    if dataclasses.is_dataclass(kind):
        return _build(kind, value, place, file)
    if kind is float and type(value) is int:
        return float(value)
    if type(value) is not kind:
        raise _error(file, f"{value!r} is not {_KINDS[kind]}", f"give {_KINDS[kind]}", place)
    if kind in (int, float) and value < 0:  # type: ignore[operator]  # numbers compare
        raise _error(file, f"{value!r} is below 0", "give 0 or more", place)
    if place.endswith("keywords.method") and value not in METHODS:
        near = difflib.get_close_matches(str(value), METHODS, 1, 0)
        raise _error(file, f"{value!r} is no method", f"did you mean {near[0]!r}?", place)
    return value


_KINDS = {str: "a text", int: "a whole number", float: "a number", bool: "true or false"}


def _error(file: str, what: str, mend: str, place: str = "") -> DigestError:
    return DigestError(Problem(file, place, what, mend))
