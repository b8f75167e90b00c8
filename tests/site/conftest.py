"""The demonstration site, built once."""

from pathlib import Path

import pytest

from generator.config import SiteConfig
from project import ROOT, built, make_project
from site_address import ADDRESS


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> SiteConfig:
    """The built site of the repository's own articles, for a given address."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DIGEST_SITE_URL", ADDRESS)
        config = make_project(tmp_path_factory.mktemp("demonstration"), ROOT / "seeds")
        assert built(config).problems == ()
    return config


@pytest.fixture(scope="session")
def site(demonstration: SiteConfig) -> Path:
    """The published folder."""
    return demonstration.site_dir
