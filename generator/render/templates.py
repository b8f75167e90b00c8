"""Markdown files, made of views by Jinja templates."""

from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr

from generator.model import Page
from generator.render import addresses, links, list_words, story_words, topic_words, words
from generator.render.curve import curve
from generator.render.escaping import markdown_address, printed
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
    jinja = _Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,  # so that what a macro gives back counts as escaped
        finalize=printed,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    functions = {
        "to": links.to,
        "spoken": links.spoken,
        "named": links.named,
        "all": links.listed,
        "address": markdown_address,
        "quoted": links.quoted,
        "counted": links.counted,
        "pieces": links.pieces,
        "marks": links.marks,
        "chips": links.chips,
        "in_its_language": links.in_its_language,
        "told": links.told,
        "curve": curve,
    }
    # As filters they are called at once, as functions by way of the template's context, in twice the time.
    jinja.filters |= functions
    jinja.globals |= {"words": words, "said": story_words, "lists": list_words, "topic": topic_words, **functions}
    return jinja


class _Output(CodeGenerator):
    """Templates as Python that prints what `finalize` gives as it is: `escape` has been over it."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:  # noqa: ARG002
        self.write(finalize.src or "")

    def _output_child_post(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:  # noqa: ARG002
        self.write(")")


class _Environment(Environment):
    code_generator_class = _Output
