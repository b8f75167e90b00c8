# ruff: noqa: INP001 - a hook is loaded by its path
"""Hook of MkDocs that makes plain `mkdocs serve` follow changes of the articles; every other command passes it by."""

from pathlib import Path
from typing import Any

_serving = False


def on_startup(*, command: str, **_: Any) -> None:  # noqa: ANN401 - what MkDocs passes
    """Remember whether this is `mkdocs serve`."""
    global _serving  # noqa: PLW0603 - a hook is a module, and has no other place for it
    _serving = command == "serve"


def on_pre_build(*, config: Any) -> None:  # noqa: ANN401
    """Write the pages again; a page that stays the same is not touched."""
    if not _serving:
        return
    from mkdocs.exceptions import PluginError

    from generator.config import load_config
    from generator.errors import DigestError
    from generator.phases import generate

    try:
        generate(load_config(Path(config.config_file_path)))
    except DigestError as error:
        raise PluginError(str(error)) from error  # MkDocs says it in one line, and goes on serving


def on_serve(server: Any, *, config: Any, **_: Any) -> Any:  # noqa: ANN401
    """The server, watching the articles in place of the pages, which are written by the build itself."""
    from generator.config import load_config

    server.watch(str(load_config(Path(config.config_file_path)).seeds))
    server.unwatch(config.docs_dir)
    return server


def on_config(config: Any) -> Any:  # noqa: ANN401
    """The configuration, with a note for the theme that pages are being served for writing."""
    config.extra["live"] = _serving
    return config
