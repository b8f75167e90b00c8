"""Links as templates write them; functions and no macros, since a site has millions of them."""

from collections.abc import Iterable

from generator.render.escaping import Safe, escape, markdown_address
from generator.render.language import Language
from generator.render.views import Chip, Counted, Link, MarkList, Piece, Told, ToldSentence


def spoken(link: Link, text: str = "") -> Safe:
    """The text of a link, or another for it, in its language and direction."""
    inside = escape(text or link.text)
    if not (link.lang or link.dir):
        return inside
    lang, way = f' lang="{link.lang}"' if link.lang else "", f' dir="{link.dir}"' if link.dir else ""
    return Safe(f"<span{lang}{way}>{inside}</span>")


def to(link: Link, text: str = "") -> Safe:
    """A link as Markdown."""
    return Safe(f"[{spoken(link, text)}]({markdown_address(link.href)})")


def named(link: Link) -> Safe:
    """A link, or only its text where it leads nowhere."""
    return to(link) if link.href else spoken(link)


def listed(language: Language, links: tuple[Link, ...]) -> Safe:
    """Links with commas between them."""
    return Safe(language.listed(map(to, links)))


def quoted(language: Language, link: Link) -> Safe:
    """A link with its text in quotation marks."""
    return to(link, language.gettext("“%(text)s”", text=link.text))


def in_its_language(link: Link) -> Safe:
    """Attributes of an element with the text of a link in it."""
    lang = f' lang="{link.lang}"' if link.lang else ""
    return Safe(f'{lang} dir="{link.dir}"' if link.dir else lang)


def counted(language: Language, items: Iterable[Counted]) -> Safe:
    """Items of a list: links with their counts."""
    return Safe(
        "\n".join(
            [
                f'- {to(one.link)}{_kind(one.kind)} <span class="count">{language.number(one.count)}</span>'
                for one in items
            ]
        )
    )


def _kind(kind: str) -> str:
    return f' <span class="kind">{escape(kind)}</span>' if kind else ""


def pieces(some: Iterable[Piece]) -> Safe:
    """A sentence with what it is quoted for in bold."""
    return Safe("".join([f"<b>{escape(one.text)}</b>" if one.named else escape(one.text) for one in some]))


def marks(shown: MarkList) -> Safe:
    """Items of a list in HTML: marks with what they say."""
    attributes = in_its_language(shown.text)
    return Safe(
        "".join(
            [
                f'<li><b{attributes}>{escape(one.text)}</b> <span class="said-of">{escape(one.said)}</span> '
                f'<span class="why">{one.where}{f" · {escape(one.because)}" if one.because else ""}</span></li>\n'
                for one in shown.marks
            ]
        )
    )


def chips(keywords: Iterable[Chip]) -> Safe:
    """Items of a list: keywords of an article with their scores."""
    return Safe("".join([f"- {_chip(one)}\n" for one in keywords]))


def _chip(chip: Chip) -> str:
    inside = f"{spoken(chip.link)} <small>{escape(chip.score)}</small>"
    if chip.link.href:
        return f"[{inside}]({markdown_address(chip.link.href)}){{ .chip }}"
    return f'<span class="chip">{inside}</span>'


def told(sentence: ToldSentence) -> Safe:
    """A sentence beside others, as a link to its place, with what is the same, new and different in it."""
    return to(sentence.link, Safe("".join(map(_piece, sentence.pieces))))


def _piece(piece: Told) -> Safe:
    before, after = _AROUND[piece.kind]
    return Safe(f"{before}{escape(piece.text)}{after}")


_AROUND = {
    "": ("", ""),
    "same": ('<span class="same">', "</span>"),
    "new": ("<b>", "</b>"),
    "differ": ('<mark class="differ">', "</mark>"),
}
