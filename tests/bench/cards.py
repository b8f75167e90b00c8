"""Times the cards of headlines: `python tests/bench/cards.py FILE` (one headline a line) prints a table.

What there is beside it is the social plugin of Material for MkDocs, which wants Cairo, a library of the operating
system that has no wheel, and fetches its typeface from the web. With a typeface of the machine put in the place of
that: 62 ms and 39.7 kB a card, by what `mkdocs build` takes for 200 headlines with and without it, against 5 ms and
12 to 14 kB here.
"""

import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from generator.render.cards import Card  # noqa: E402
from generator.render.lettering import settable  # noqa: E402
from generator.site.drawing import draw  # noqa: E402

FONTS = ROOT / "site_templates" / "theme" / "assets" / "digest" / "fonts"


def main() -> None:
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    titles = [title for title in map(settable, lines) if title]
    sizes, times = [], []
    for title in titles:
        card = Card(title, "The annotated digest", said=("Harbour Wire", "2 April 2021"))
        begun = time.perf_counter()
        sizes.append(len(draw(card, FONTS)))
        times.append(time.perf_counter() - begun)
    print(f"{len(titles)} of {len(lines)} headlines can be set")
    for name, values, unit in (("time", [each * 1000 for each in times], "ms"), ("size", sizes, "bytes")):
        ordered = sorted(values)
        last = ordered[len(ordered) * 95 // 100]
        print(f"{name}: median {statistics.median(values):.1f}, 95 % {last:.1f}, most {ordered[-1]:.1f} {unit}")


if __name__ == "__main__":
    main()
