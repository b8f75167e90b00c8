"""A curve of numbers over time, small enough to stand in a line of text (a sparkline: Tufte, Beautiful Evidence, 2006).

Drawn in a box that is stretched to the room there is; the line keeps its width. Its colour is that of the text.
"""

from collections.abc import Sequence

from generator.render.escaping import Safe, escape

_WIDTH, _HEIGHT = 100, 24
_EDGE = 2
"""Room for the line's width at top and bottom."""


def curve(numbers: Sequence[int], label: str) -> Safe:
    """The picture of numbers of equal periods, oldest first, with its words for who does not see it; empty of one."""
    if len(numbers) < 2:  # noqa: PLR2004 - two points make a line
        return Safe("")
    most = max(1, *numbers)
    step = _WIDTH / (len(numbers) - 1)
    points = " ".join(
        f"{round(place * step, 1):g},{round(_HEIGHT - _EDGE - (_HEIGHT - 2 * _EDGE) * number / most, 1):g}"
        for place, number in enumerate(numbers)
    )
    return Safe(
        f'<svg class="curve" role="img" aria-label="{escape(label)}" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        f'preserveAspectRatio="none"><polyline points="{points}" fill="none" stroke="currentColor"></polyline></svg>'
    )
