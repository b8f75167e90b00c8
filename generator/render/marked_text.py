"""Text with its marks as Markdown: sentences around links, links around emphasis, emphasis around keywords."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import msgspec

from generator.model import Annotated, Inline, InlineKind, Span
from generator.render import languages, words
from generator.render.addresses import sentence_anchor
from generator.render.escaping import Safe, escape, escape_lines, escaped_once, href
from generator.render.language import Language
from generator.render.marks import Mark, apart, pieces
from generator.text import base_language


class TopicLink(msgspec.Struct, frozen=True, gc=False):
    """Where a mention of a topic leads."""

    address: str
    title: str


class Against(msgspec.Struct, frozen=True, gc=False):
    """What another report has otherwise."""

    sign: str
    """What stands behind the mark and leads on."""
    href: str
    """To the note on it, or to the place in the other report."""
    title: str


class StoryMarks(msgspec.Struct, frozen=True, gc=False):
    """What other reports of the event make of the text of an article."""

    differs: Mapping[Span, tuple[Against, ...]]
    """Parts that another report has otherwise, apart from each other and each within a sentence."""
    agrees: Mapping[int, str]
    """Sentences that other reports have, too, by number, and which reports those are."""


NO_MARKS = StoryMarks({}, {})


class Wrap(msgspec.Struct, frozen=True, gc=False):
    """What a mark puts around its text."""

    before: str
    after: str


Layer = tuple[Mark[Wrap], ...]


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text and the layers of its marks."""

    text: str
    language: Language
    """Of what the marks say."""
    own: str
    """Attribute of what is in that language; empty where the text is, too."""
    sentences: Layer
    differs: Layer
    links: Layer
    inside: tuple[Layer, ...]
    """Quotes, strong, emphasis, code, names, figures and keywords."""

    def line(self, span: Span) -> str:
        """A part of the text as one line of Markdown."""
        part = self.text[span.start : span.end]
        trimmed = Span(span.end - len(part.lstrip()), span.start + len(part.rstrip()))
        return _written(self.text, trimmed, (self.sentences, self.differs, self.links, *self.inside), escaped_once)

    def html(self, span: Span) -> str:
        """A part of the text as one line of HTML. No links: those to topics are Markdown, which is not read there."""
        return _written(self.text, span, (self.sentences, *self.inside), escaped_once)

    def lines(self, span: Span) -> str:
        """A preformatted part as HTML. No links: those to topics are Markdown, which is not read there."""
        return _written(self.text, span, (self.sentences, *self.inside), escape_lines)


def marked_text(
    each: Annotated, language: Language, links: Mapping[Span, TopicLink], marks: StoryMarks = NO_MARKS
) -> MarkedText:
    """The text of an article with its marks, those of its story among them; `links` are the places of topics."""
    inlines = each.article.inlines
    styles = _STYLES.items() if inlines else ()
    return MarkedText(
        text=each.article.text,
        language=language,
        own=_own(language, each.article.language),
        sentences=apart(_sentences(each, marks.agrees)),
        differs=apart(Mark(span, _differs(some)) for span, some in marks.differs.items()),
        links=apart(
            [
                *(Mark(one.span, _given_link(one)) for one in inlines if href(one.target)),
                *(Mark(span, _topic_link(link)) for span, link in links.items()),
            ]
        ),
        inside=tuple(
            filter(
                None,
                (
                    apart(_quotes(each, language)),
                    *(apart(Mark(one.span, wrap) for one in inlines if one.kind is kind) for kind, wrap in styles),
                    apart(_names(each, language)),
                    apart(_figures(each, language)),
                    apart(_keywords(each, language)),
                ),
            )
        ),
    )


@lru_cache(256)
def _own(language: Language, given: str) -> str:
    ours, theirs = base_language(language.tag), base_language(languages.tag(given))
    return "" if theirs in {"", ours} else f' lang="{language.tag}"'


_STYLES = {
    InlineKind.STRONG: Wrap("<strong>", "</strong>"),
    InlineKind.EMPHASIS: Wrap("<em>", "</em>"),
    InlineKind.CODE: Wrap("<code>", "</code>"),
}


def _sentences(each: Annotated, agrees: Mapping[int, str]) -> Iterator[Mark[Wrap]]:
    for number, sentence in enumerate(each.annotations.sentences):
        kind, title = "s key" if sentence.key else "s", ""
        if number in agrees:
            kind, title = f"{kind} agrees", f' title="{escape(agrees[number])}"'
        yield Mark(sentence.span, Wrap(f'<span class="{kind}" id="{sentence_anchor(sentence)}"{title}>', "</span>"))


def _differs(some: Sequence[Against]) -> Wrap:
    # The links stand behind the mark: a topic within it may lead somewhere itself.
    signs = "".join(f'[{escape(one.sign)}]({one.href}){{ .against title="{escape(one.title)}" }}' for one in some)
    return Wrap('<span class="differs">', f"</span>{signs}")


def _keywords(each: Annotated, language: Language) -> Iterator[Mark[Wrap]]:
    for keyword in each.annotations.keywords:
        title = escape(words.keyword_title(language, keyword))
        wrap = Wrap(f'<span class="keyword" data-score="{keyword.score:.2f}" title="{title}">', "</span>")
        yield from (Mark(span, wrap) for span in keyword.spans)


def _names(each: Annotated, language: Language) -> Iterator[Mark[Wrap]]:
    for name in each.annotations.names:
        wrap = _span("name", words.name_title(language, name))
        yield from (Mark(span, wrap) for span in name.spans)


def _figures(each: Annotated, language: Language) -> Iterator[Mark[Wrap]]:
    return (
        Mark(figure.span, _span("figure", words.figure_title(language, figure))) for figure in each.annotations.figures
    )


def _quotes(each: Annotated, language: Language) -> Iterator[Mark[Wrap]]:
    return (Mark(quote.span, _span("quote", words.quote_title(language, quote))) for quote in each.annotations.quotes)


def _span(kind: str, title: str) -> Wrap:
    return Wrap(f'<span class="{kind}" title="{escape(title)}">', "</span>")


def _given_link(inline: Inline) -> Wrap:
    return Wrap(f'<a class="given" href="{escape(href(inline.target))}" rel="nofollow noopener">', "</a>")


def _topic_link(link: TopicLink) -> Wrap:
    # Markdown, and no HTML: so the builder checks it.
    return Wrap("[", f']({link.address}){{ .topic title="{escape(link.title)}" }}')


def _written(text: str, span: Span, layers: Sequence[Layer], escaped: Callable[[str], Safe]) -> str:
    def plain(start: int, end: int) -> str:
        return escaped(text[start:end])

    def marked(_start: int, _end: int, wrap: Wrap, inside: list[str]) -> str:
        return f"{wrap.before}{''.join(inside)}{wrap.after}"

    return "".join(pieces(span.start, span.end, layers, plain, marked))
