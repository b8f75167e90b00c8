"""The command `digest`: results on standard output, progress and problems on standard error.

Exit status: 0 done, 1 a problem that the user can mend, 2 wrong usage.
"""

import contextlib
import dataclasses
import json
import sys
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from generator import __version__
from generator.config import METHODS, SiteConfig, default_config, load_config
from generator.errors import DigestError, line
from generator.model import Problem
from generator.progress import Progress, Quiet

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")

_MIB = 2**20

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}

_UNNAMED = "-"
"""For the file of the timings, where none is named."""

config_option = click.option(
    "-f", "--config-file", type=click.Path(path_type=Path), default=Path("mkdocs.yml"), show_default=True,
    help="The site's configuration.",
)  # fmt: skip
seeds_option = click.option(
    "-s", "--seeds", type=click.Path(path_type=Path), help="Folder of the articles, instead of the configured one."
)
site_option = click.option(
    "-d", "--site-dir", type=click.Path(path_type=Path), help="Folder to publish into, instead of the configured one."
)
jobs_option = click.option(
    "-j", "--jobs", type=click.IntRange(0), default=0, show_default="every processor",
    help="How many processes work at once.",
)  # fmt: skip
cluster_option = click.option(
    "--cluster", metavar="ADDRESS", default="", help="Have a Dask cluster do the work, that of the scheduler there."
)
strict_option = click.option("--strict", is_flag=True, help="Take every problem for an error: publish nothing then.")
quiet_option = click.option("-q", "--quiet", is_flag=True, help="Say nothing but problems.")
verbose_option = click.option("-v", "--verbose", is_flag=True, help="Say what each phase has cost.")
timings_option = click.option(
    "--timings", type=click.Path(path_type=Path, dir_okay=False), is_flag=False, flag_value=_UNNAMED, metavar="[FILE]",
    help="Say in full what each phase has cost, and write it as JSON too.",
)  # fmt: skip


def one_line_errors(command: F) -> F:
    """The command, with whatever a user can mend said in one line and exit status 1."""

    @wraps(command)
    def guarded(*args: object, **kwargs: object) -> object:
        try:
            return command(*args, **kwargs)
        except DigestError as error:
            click.echo(str(error), err=True)
        except BrokenPipeError:  # whoever read our output has had enough of it
            sys.stderr.close()
        except OSError as error:
            problem = Problem(str(error.filename or "digest"), "", str(error.strerror or error).lower(), "mend that")
            click.echo(line(problem), err=True)
        sys.exit(1)

    return guarded  # type: ignore[return-value]  # the same signature


@click.group(context_settings=CONTEXT)
@click.version_option(__version__, "-V", "--version")
def main() -> None:
    """Make a published, searchable, cross-linked site of a folder of articles."""


@main.command()
@config_option
@seeds_option
@site_option
@jobs_option
@cluster_option
@strict_option
@quiet_option
@verbose_option
@timings_option
@one_line_errors
def build(**options: Any) -> None:  # noqa: ANN401 - the options above
    """Build the digest and publish it into the site folder, whole or not at all."""
    from generator.build import build as build_digest

    config = configured(options)
    with shown(quiet=options["quiet"]) as progress:
        built = build_digest(config, options["jobs"], progress, strict=options["strict"], cluster=options["cluster"])
    tell(built.problems)
    if options["timings"]:
        unnamed = str(options["timings"]) == _UNNAMED
        write_timings(config.work / "timings.json" if unnamed else options["timings"], progress)
    if options["timings"] or options["verbose"]:
        tell_timings(progress, full=bool(options["timings"]))
    if options["strict"] and built.problems:
        click.echo(f"nothing published: {len(built.problems)} problem(s) under --strict", err=True)
        sys.exit(1)
    if not options["quiet"]:
        click.echo(f"{built.articles} articles, {built.topics} topics: {config.site_dir}")


@main.command()
@config_option
@seeds_option
@jobs_option
@strict_option
@one_line_errors
def check(**options: Any) -> None:  # noqa: ANN401 - the options above
    """Read all articles and say what is wrong with them; write nothing."""
    from generator.phases import check as check_seeds

    articles, problems = check_seeds(configured(options), options["jobs"])
    tell(problems)
    click.echo(f"{articles} articles, {len(problems)} problem(s)")
    if problems and (options["strict"] or any(problem.left_out for problem in problems)):
        sys.exit(1)


@main.command()
@config_option
@seeds_option
@site_option
@jobs_option
@click.option("-a", "--address", default="127.0.0.1:8000", show_default=True, help="Where to serve: HOST:PORT.")
@quiet_option
@one_line_errors
def serve(**options: Any) -> None:  # noqa: ANN401 - the options above
    """Build, serve the site on this machine, and build again whenever an article or a template changes."""
    from generator.serve import serve as serve_site

    with shown(quiet=options["quiet"]) as progress:
        serve_site(configured(options), options["address"], options["jobs"], progress)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@one_line_errors
def new(folder: Path) -> None:
    """Make a folder to start from: configuration, one article, the templates and the workflow that publishes."""
    from generator.new import start

    for file in start(folder):
        click.echo(file)


@main.command()
@click.argument("paths", nargs=-1)
@click.option("-n", "--top", type=click.IntRange(0), help="How many keywords an article keeps at the most.")
@click.option("-m", "--method", type=click.Choice(METHODS), help="How keywords are found.")
@config_option
@jobs_option
@cluster_option
@one_line_errors
def annotate(paths: tuple[str, ...], top: int | None, method: str | None, config_file: Path, **crew: Any) -> None:  # noqa: ANN401 - jobs and cluster
    """Print the annotations of articles as JSON Lines.

    PATHS are files and folders; `-` reads JSON Lines of {"id", "text", "title"?, "date"?, "language"?}; without any,
    the configured seeds are read.
    """
    from generator.stages import annotate_lines

    config = with_keywords(config_or_default(config_file), top=top, method=method)
    printed(annotate_lines(config, paths, **crew))


@main.command()
@click.argument("paths", nargs=-1)
@config_option
@jobs_option
@cluster_option
@one_line_errors
def relate(paths: tuple[str, ...], config_file: Path, jobs: int, cluster: str) -> None:
    """Print copies, topics, stories and related articles as one JSON object. PATHS are as for `annotate`."""
    from generator.stages import relate_lines

    printed(relate_lines(config_or_default(config_file), paths, jobs, cluster))


@main.command()
@click.argument("paths", nargs=-1)
@click.option("--pairs", is_flag=True, help="Compare pairs of sentences, JSON Lines of {id, a, b} on standard input.")
@config_option
@jobs_option
@cluster_option
@one_line_errors
def collate(paths: tuple[str, ...], config_file: Path, *, pairs: bool, **crew: Any) -> None:  # noqa: ANN401 - jobs and cluster
    """Print articles side by side, sentence by sentence, as one JSON object.

    PATHS are as for `annotate`: two articles or more, that report one event. With `--pairs -` the differences of
    single sentences are printed as JSON Lines.
    """
    from generator.stages import collate_lines, differences_lines

    if pairs:
        if paths not in {(), ("-",)}:
            raise click.UsageError("--pairs reads standard input: give no path but -")
        printed(differences_lines(**crew))
    else:
        printed(collate_lines(config_or_default(config_file), paths, **crew))


@main.command()
@click.argument("article")
@config_option
@seeds_option
@jobs_option
@one_line_errors
def explain(article: str, **options: Any) -> None:  # noqa: ANN401 - the options above
    """Say why each keyword, name, topic and link of an article is there.

    ARTICLE is its id, or the path of its file in the seeds folder.
    """
    from generator.explain import explain as explain_article
    from generator.phases import digest_of
    from generator.reading.decisions import read_decisions

    config = configured(options)
    with shown(quiet=False) as progress:
        digest = digest_of(config, options["jobs"], progress)
    decisions, problems = read_decisions(config.seeds)
    tell(problems + digest.relations.unplaced)
    for text in explain_article(digest, decisions, article):
        click.echo(text)


def configured(options: dict[str, Any]) -> SiteConfig:
    """The configuration with the folders of the command line."""
    config = load_config(options["config_file"])
    changes: dict[str, Any] = {}
    if options.get("site_dir"):
        changes["site_dir"] = options["site_dir"].absolute()
    if options.get("seeds"):
        settings = dataclasses.replace(config.settings, seeds=str(options["seeds"].absolute()))
        changes["settings"] = settings
    return dataclasses.replace(config, **changes)


def config_or_default(file: Path) -> SiteConfig:
    """The configuration, or all defaults where the default file is not there: stages run without a site too."""
    return load_config(file) if file.exists() or file != Path("mkdocs.yml") else default_config(file)


def with_keywords(config: SiteConfig, **changes: int | str | None) -> SiteConfig:
    """The configuration with those settings of keywords that are given."""
    given: dict[str, Any] = {name: value for name, value in changes.items() if value is not None}
    keywords = dataclasses.replace(config.settings.annotate.keywords, **given)
    annotate = dataclasses.replace(config.settings.annotate, keywords=keywords)
    return dataclasses.replace(config, settings=dataclasses.replace(config.settings, annotate=annotate))


def printed(items: Iterator[str | Problem]) -> None:
    """Prints lines on standard output and problems on standard error; exits with 1 where something was left out."""
    failed = False
    out = sys.stdout.buffer
    for item in items:
        if isinstance(item, Problem):
            tell((item,))
            failed = failed or item.left_out
        else:
            out.write(item.encode("utf-8") + b"\n")
    out.flush()
    if failed:
        sys.exit(1)


def tell(problems: tuple[Problem, ...]) -> None:
    """Prints each problem as a line on standard error."""
    for problem in problems:
        click.echo(line(problem), err=True)


def tell_timings(progress: Progress, *, full: bool) -> None:
    """Prints a table of what each phase has cost on standard error."""
    more = f"{'peak MiB':>10}{'others':>8}{'items':>9}" if full else ""
    click.echo(f"{'phase':<10}{'seconds':>9}{'CPU s':>9}{more}", err=True)
    for each in [*progress.timings, *([progress.sum()] if full else [])]:
        more = f"{each.own.peak / _MIB:>10.0f}{each.others.peak / _MIB:>8.0f}{each.items:>9}" if full else ""
        click.echo(f"{each.phase:<10}{each.seconds:>9.2f}{each.cpu:>9.2f}{more}", err=True)


def write_timings(file: Path, progress: Progress) -> None:
    """Writes what each phase has cost, and all together, as JSON."""
    file.parent.mkdir(parents=True, exist_ok=True)
    facts = {
        "generator": f"annotated-digest {__version__}",
        "phases": [each.facts() for each in progress.timings],
        "sum": progress.sum().facts(),
    }
    file.write_text(json.dumps(facts, indent=2) + "\n", encoding="utf-8")


class Lines(Quiet):
    """Shows no progress, only lines: what is left of a display where there is no terminal."""

    def say(self, text: str) -> None:
        """Prints the line on standard error."""
        click.echo(text, err=True)


@contextlib.contextmanager
def shown(*, quiet: bool) -> Iterator[Progress]:
    """Progress: bars on a terminal, lines elsewhere, nothing where it is to be quiet."""
    if quiet:
        yield Progress()
    elif not sys.stderr.isatty():
        yield Progress(Lines())
    else:
        from generator.bars import Bars

        with Bars() as bars:
            yield Progress(bars)
