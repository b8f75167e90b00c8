"""Markdown files, made of views by Jinja templates."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr

from generator.model import Page
from generator.render import addresses, links, story_words
from generator.render.escaping import markdown_address, printed
from generator.render.frontmatter import front_matter
from generator.render.language import ENGLISH, Language, language_of
from generator.render.views import View


def page_writer(templates: tuple[Path, ...], language: str = ENGLISH) -> Callable[[View], Page]:
    """The function that makes the page of a view; of two templates with one name the first counts."""
    jinja = environment(templates, language_of(language))

    def page(view: View) -> Page:
        template = jinja.get_template(f"{view.head.kind}.md.jinja")
        text = template.render(view=view)
        return Page(addresses.file_of(view.address), f"{front_matter(view.head)}\n{text.strip()}\n")

    return page


def environment(templates: tuple[Path, ...], language: Language = language_of(ENGLISH)) -> Environment:  # noqa: B008 - never changes
    """Jinja, with `escape` over everything that a template prints, and the words of a language."""
    jinja = _Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,  # so that what a macro gives back counts as escaped
        finalize=printed,
        extensions=["jinja2.ext.i18n"],
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    functions = {
        "to": links.to,
        "spoken": links.spoken,
        "named": links.named,
        "all": partial(links.listed, language),
        "address": markdown_address,
        "quoted": partial(links.quoted, language),
        "counted": partial(links.counted, language),
        "number": language.number,
        "pieces": links.pieces,
        "marks": links.marks,
        "chips": links.chips,
        "in_its_language": links.in_its_language,
        "told": links.told,
    }
    # As filters they are called at once, as functions by way of the template's context, in twice the time.
    jinja.filters |= functions
    jinja.globals |= {"language": language, "marks_said": story_words.MARKS, **functions}
    # Each takes its values by name and gives plain text, which is escaped like all that is printed.
    jinja.globals |= {"_": language.gettext, "gettext": language.gettext, "ngettext": language.ngettext}
    jinja.newstyle_gettext = True  # type: ignore[attr-defined]  # of the extension: values go to these functions
    return jinja


class _Output(CodeGenerator):
    """Templates as Python that prints what `finalize` gives as it is: `escape` has been over it."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:  # noqa: ARG002
        self.write(finalize.src or "")

    def _output_child_post(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:  # noqa: ARG002
        self.write(")")


class _Environment(Environment):
    code_generator_class = _Output
