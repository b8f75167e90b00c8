"""Markdown files, made of views by Jinja templates."""

from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.model import Page
from generator.render import addresses, links, words
from generator.render.escaping import escape, markdown_address
from generator.render.frontmatter import front_matter
from generator.render.views import View


def page_writer(templates: tuple[Path, ...]) -> Callable[[View], Page]:
    """The function that makes the page of a view; of two templates with one name the first counts."""
    jinja = environment(templates)

    def page(view: View) -> Page:
        template = jinja.get_template(f"{view.head.kind}.md.jinja")
        text = template.render(view=view)
        return Page(addresses.file_of(view.address), f"{front_matter(view.head)}\n{text.strip()}\n")

    return page


def environment(templates: tuple[Path, ...]) -> Environment:
    """Jinja, with `escape` over everything that a template prints."""
    jinja = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,  # so that what a macro gives back counts as escaped
        finalize=escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    jinja.globals |= {"words": words, "to": links.to, "spoken": links.spoken, "named": links.named, "all": links.listed}
    jinja.globals["address"] = markdown_address
    return jinja
