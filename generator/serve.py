"""Serving the published site on this machine while somebody writes."""

import functools
import http.server
import threading
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from generator.build import build
from generator.config import SiteConfig
from generator.errors import DigestError, line
from generator.model import Problem
from generator.progress import Progress

_PAUSE = 0.3
"""Seconds without a further change after which a build starts: editors save in several steps."""


def serve(config: SiteConfig, address: str, jobs: int, progress: Progress) -> None:
    """Builds and serves until interrupted; builds again after every change of an article, a template or a setting."""
    server = _server(config.site_dir, address)
    changes = _Changes(
        ignored=(config.site_dir.parent / f".{config.site_dir.name}.spare", config.work, config.site_dir)
    )
    observer = Observer()
    for folder in {config.seeds, config.root / "site_templates"}:
        if folder.is_dir():
            observer.schedule(changes, str(folder), recursive=True)
    observer.schedule(changes, str(config.root), recursive=False)
    observer.start()  # before the first build: what changes meanwhile is built next
    try:
        _build(config, jobs, progress)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        progress.say(f"serving {config.site_dir.name} at http://{address}/ (Ctrl-C ends it)")
        while True:
            changes.wait()
            _build(config, jobs, progress)
    except KeyboardInterrupt:
        progress.say("ended")
    finally:
        observer.stop()
        server.server_close()


def _build(config: SiteConfig, jobs: int, progress: Progress) -> None:
    try:
        built = build(config, jobs, progress, strict=False)
    except DigestError as error:
        progress.say(str(error))
        return
    for problem in built.problems:
        progress.say(line(problem))
    progress.say(f"built {built.articles} articles, {built.files} files changed")


class _Changes(FileSystemEventHandler):
    """Waits for files to change and then to be left alone for a moment."""

    def __init__(self, ignored: tuple[Path, ...]) -> None:
        self._ignored = ignored
        self._changed = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        path = Path(str(event.src_path))
        read_only = event.event_type in {"opened", "closed_no_write"}
        hidden = path.name.startswith(".") or any(path.is_relative_to(folder) for folder in self._ignored)
        if not (read_only or event.is_directory or hidden):
            self._changed.set()

    def wait(self) -> None:
        """Returns once something has changed and nothing has for a moment."""
        self._changed.wait()
        while self._changed.is_set():
            self._changed.clear()
            self._changed.wait(_PAUSE)


class _Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it has there
        """Says nothing: a line a request would bury the problems."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


def _server(folder: Path, address: str) -> http.server.ThreadingHTTPServer:
    host, _, port = address.rpartition(":")
    handler = functools.partial(_Handler, directory=str(folder))
    try:
        return http.server.ThreadingHTTPServer((host or "127.0.0.1", int(port)), handler)
    except ValueError:
        problem = Problem("--address", "", f"{address!r} is no address", "write HOST:PORT, such as 127.0.0.1:8000")
    except OSError as error:
        problem = Problem("--address", "", f"{address} cannot be used ({error.strerror})", "name another port with -a")
    raise DigestError(problem)
