from pathlib import Path

import pytest

from generator.config import Settings, default_config, load_config, settings_from
from generator.errors import DigestError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "mkdocs.yml"


def test_a_file_without_settings_has_the_defaults(file: Path) -> None:
    file.write_text("site_name: Mine\n")
    config = load_config(file)
    assert config.name == "Mine"
    assert config.settings == Settings()
    assert config.site_dir == file.parent / "site"


def test_settings_are_read_with_the_site(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE", "https://example.org/digest")
    file.write_text(
        "site_url: !ENV [SITE, '']\n"
        "theme: {name: material, language: fr}\n"
        "markdown_extensions:\n  - x: {format: !!python/name:some.thing }\n"
        "extra: {digest: {seeds: texts, annotate: {keywords: {top: 5}}, relate: {least_similarity: 1}}}\n"
    )
    config = load_config(file)
    assert config.url == "https://example.org/digest/"
    assert config.language == "fr"
    assert config.seeds == file.parent / "texts"
    assert config.settings.annotate.keywords.top == 5
    assert config.settings.relate.least_similarity == 1.0


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        pytest.param(
            {"seed": "x"}, "mkdocs.yml: extra.digest: unknown setting 'seed'; did you mean 'seeds'?", id="unknown"
        ),
        pytest.param(
            {"annotate": {"keyword": {}}},
            "mkdocs.yml: extra.digest.annotate: unknown setting 'keyword'; did you mean 'keywords'?",
            id="unknown and nested",
        ),
        pytest.param(
            {"relate": {"related": "five"}},
            "mkdocs.yml: extra.digest.relate.related: 'five' is not a whole number; give a whole number",
            id="wrong type",
        ),
        pytest.param(
            {"relate": {"related": True}},
            "mkdocs.yml: extra.digest.relate.related: True is not a whole number; give a whole number",
            id="true is no number",
        ),
        pytest.param(
            {"relate": {"related": -1}},
            "mkdocs.yml: extra.digest.relate.related: -1 is below 0; give 0 or more",
            id="negative",
        ),
        pytest.param(
            {"annotate": 3},
            "mkdocs.yml: extra.digest.annotate: has to be a mapping; write `key: value` lines under it",
            id="no mapping",
        ),
        pytest.param(
            {"annotate": {"keywords": {"method": "yaek"}}},
            "mkdocs.yml: extra.digest.annotate.keywords.method: 'yaek' is no method; did you mean 'yake'?",
            id="unknown method",
        ),
    ],
)
def test_a_wrong_setting_is_refused_in_one_line(settings: dict[str, object], message: str) -> None:
    with pytest.raises(DigestError) as caught:
        settings_from(settings)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"a: [", "mkdocs.yml: line 1: is no valid YAML; correct it", id="broken"),
        pytest.param(b"a: \x00", "is no valid YAML", id="a control character"),
    ],
)
def test_a_broken_file_is_refused_in_one_line(file: Path, content: bytes, message: str) -> None:
    file.write_bytes(content)
    with pytest.raises(DigestError, match=message):
        load_config(file)


def test_a_missing_file_is_named(file: Path) -> None:
    with pytest.raises(DigestError, match=r"mkdocs\.yml: cannot be read"):
        load_config(file)


def test_without_a_file_there_are_defaults(file: Path) -> None:
    assert default_config(file).settings == Settings()
