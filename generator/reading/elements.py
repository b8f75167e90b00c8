"""Names of the elements of HTML, by what they do to a text."""

from generator.model import BlockKind, InlineKind

INLINE = {
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), InlineKind.EMPHASIS),
    **dict.fromkeys(("strong", "b"), InlineKind.STRONG),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), InlineKind.CODE),
    "a": InlineKind.LINK,
}
BLOCKS = {
    **{f"h{level}": BlockKind.HEADING for level in range(1, 7)},
    "li": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTATION,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "pre": BlockKind.PREFORMATTED,
}
LISTS = ("ul", "ol")
APART = frozenset(
    """
    address article aside body center dd details div dl dt fieldset figure footer form header hr html main nav
    ol p section summary table tbody tfoot thead tr ul
    """.split()  # noqa: SIM905 - read as a list of names
)
"""Elements before and behind which a new block begins."""
CELLS = ("td", "th")


def block_of(within: list[str]) -> tuple[BlockKind | None, int, bool]:
    """Kind, level and order of a block inside these elements, the outermost first; no kind for a paragraph."""
    inner = next((name for name in reversed(within) if name in BLOCKS), "")
    lists = [name for name in within if name in LISTS]
    if inner == "li":
        return BlockKind.LIST_ITEM, max(1, len(lists)), lists[-1:] == ["ol"]
    return BLOCKS.get(inner), int(inner[1]) if BLOCKS.get(inner) is BlockKind.HEADING else 0, False
