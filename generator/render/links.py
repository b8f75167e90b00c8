"""Links as templates write them; functions and no macros, since a site has millions of them."""

from generator.render import words
from generator.render.escaping import Safe, escape, markdown_address
from generator.render.views import Link, Told, ToldSentence


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


def listed(links: tuple[Link, ...]) -> Safe:
    """Links with commas between them."""
    return Safe(", ".join(map(to, links)))


def quoted(link: Link) -> Safe:
    """A link with its text in quotation marks."""
    return to(link, words.quoted(link.text))


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
