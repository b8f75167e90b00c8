"""Every file of the site before the builder runs."""

from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

from generator.config import SiteConfig
from generator.model import Collation, Digest, Page
from generator.render.about_view import about_recipe, report_recipes
from generator.render.archive_view import archive_recipes
from generator.render.article_view import article_recipe
from generator.render.collation_data import collation_recipes
from generator.render.data import data
from generator.render.differences_view import differences_recipes
from generator.render.edition_view import edition_recipes, editions_recipes
from generator.render.feeds import feeds
from generator.render.figures_view import figures_recipes
from generator.render.front_view import front_recipe
from generator.render.index import NONE, Index, index
from generator.render.list_views import month_recipes, source_recipes, sources_recipes
from generator.render.machines import llms, manifest
from generator.render.map_view import map_recipe
from generator.render.names_view import names_recipes
from generator.render.opensearch import opensearch
from generator.render.page_feeds import feed_recipes
from generator.render.quotes_view import quotes_recipes
from generator.render.recipes import FileRecipe, Recipe
from generator.render.redirects import redirects
from generator.render.sitemap import robots, sitemap
from generator.render.stories_view import stories_recipes
from generator.render.story_view import story_recipe
from generator.render.templates import page_writer
from generator.render.topic_view import topic_recipes, topics_recipes
from generator.render.web_annotations import annotation_recipes


def render(
    digest: Digest,
    site: SiteConfig,
    templates: tuple[Path, ...],
    versions: Mapping[str, str],
    collations: Mapping[str, Collation] = NONE,
) -> Iterator[Page]:
    """The Markdown pages, feeds, the sitemap and what else machines read, always in the same order.

    `templates` are folders of `*.md.jinja`, the first that has one counts; `versions` are those of the
    parts that the page on how the digest is made names.
    """
    known = index(digest, site, collations)
    page = page_writer(templates, site.language)
    made = list(recipes(known, versions))
    yield from (page(recipe.view()) for recipe in made)
    yield from files(known, made)
    yield from (Page(file.path, file.content()) for file in texts(known))


def texts(known: Index) -> Iterator[FileRecipe[str]]:
    """Files beside pages, and what each is made of: feeds, annotations, collations."""
    return chain(feed_recipes(known), annotation_recipes(known), collation_recipes(known))


def recipes(known: Index, versions: Mapping[str, str]) -> Iterator[Recipe]:
    """Every page, and what it is made of."""
    yield front_recipe(known)
    for entry in known.entries.values():
        yield article_recipe(known, entry)
    for story in known.relations.stories:
        yield story_recipe(known, story)
    yield from stories_recipes(known)
    yield from differences_recipes(known)
    for topic in known.relations.topics:
        yield from topic_recipes(known, topic)
    yield from topics_recipes(known)
    yield map_recipe(known)
    yield from names_recipes(known)
    yield from quotes_recipes(known)
    yield from figures_recipes(known)
    for week in known.editions:
        yield from edition_recipes(known, week)
    yield from editions_recipes(known)
    for name in known.sources:
        yield from source_recipes(known, name)
    yield from sources_recipes(known)
    for month in known.months:
        yield from month_recipes(known, month)
    yield from archive_recipes(known)
    yield about_recipe(known, versions)
    yield from report_recipes(known)


def files(known: Index, made: list[Recipe]) -> Iterator[Page]:
    """What else there is of the whole site: its feeds, data, the sitemap, and addresses that lead to others."""
    yield from feeds(known)
    yield from sitemap(known.site, sorted((recipe.address, recipe.lastmod) for recipe in made))
    yield robots(known.site)
    yield manifest(known)
    yield llms(known)
    yield from data(known)
    yield from opensearch(known.site)
    yield from redirects(known)
