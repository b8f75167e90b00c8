"""A small digest made by hand, with something of everything a page can show."""

from pathlib import Path

from generator.config import RenderSettings, Settings, SiteConfig
from generator.model import (
    Annotated,
    Annotations,
    Article,
    Block,
    BlockKind,
    ClosestSentences,
    Digest,
    Guess,
    Inline,
    InlineKind,
    Keyword,
    Mention,
    Problem,
    Related,
    Relations,
    Sentence,
    Span,
    Topic,
)

ROOT = Path(__file__).parents[3]
TEMPLATES = (ROOT / "site_templates" / "pages",)
VERSIONS = {"annotated-digest": "0.1.0", "yake": "0.7.3"}
HOSTILE = '<script>alert("x")</script> {{ 7*7 }} **bold** [a](javascript:b) --8<-- "f" :smile: |'


def site(url: str = "https://example.org/digest/", **render: int) -> SiteConfig:
    """A site, with settings of `render` that differ from the usual."""
    return SiteConfig(
        file=ROOT / "mkdocs.yml",
        name="Harbour Digest",
        url=url,
        description="What the papers of one harbour say.",
        language="en",
        site_dir=ROOT / "site",
        settings=Settings(render=RenderSettings(**render)),
    )


def article(name: str, parts: list[tuple[BlockKind, str]], **values: object) -> Annotated:
    """An article of blocks whose sentences end with a full stop or the block; `*` before one makes it a key sentence.

    Keywords are given by `keywords={"text": score}`, and found wherever they stand.
    """
    text, blocks, sentences = "", [], []
    for kind, words in parts:
        start = len(text)
        for sentence in words.split(". ") if kind not in _WITHOUT else [words]:
            plain = sentence.removeprefix("*").rstrip(".") + "." * (kind not in _PLAIN)
            if kind not in _WITHOUT:
                key = sum(1 for one in sentences if one.key) + 1 if sentence.startswith("*") else 0
                span = Span(len(text), len(text) + len(plain))
                sentences.append(Sentence(f"{name[-1:]}{len(sentences):07d}", span, len(blocks), key))
            text += f"{plain} "
        text = text[:-1]
        level = 2 if kind is BlockKind.HEADING else int(kind is BlockKind.LIST_ITEM)
        blocks.append(Block(kind, Span(start, len(text)), level))
        text += "\n\n"
    keywords = {str(key): float(score) for key, score in dict(values.pop("keywords", {})).items()}  # type: ignore[call-overload]
    inlines = [
        Inline(kind, Span(text.index(words), text.index(words) + len(words)), target)
        for kind, words, target in values.pop("inlines", ())  # type: ignore[attr-defined]
    ]
    given = {
        "title": name,
        "source": "Harbour Wire",
        "authors": (),
        "date": "",
        "updated": "",
        "language": "en",
        "url": "",
        "tags": (),
        "guesses": (),
        "path": f"{name}.txt",
        "place": "",
    }
    made = Article(
        id=name,
        text=text.rstrip(),
        blocks=tuple(blocks),
        inlines=tuple(sorted(inlines, key=lambda one: (one.span.start, -one.span.end))),
        cuts=(),
        **given | values,  # type: ignore[arg-type]
    )
    annotations = Annotations(
        sentences=tuple(sentences),
        keywords=tuple(Keyword(word, score, "yake", places(text, word)) for word, score in keywords.items()),
        words=len(text.split()),
        minutes=1,
        terms=(),
        sentence_terms=tuple(() for _ in sentences),
    )
    return Annotated(made, annotations)


_WITHOUT = {BlockKind.HEADING, BlockKind.BOILERPLATE}
_PLAIN = {BlockKind.HEADING, BlockKind.BOILERPLATE, BlockKind.PREFORMATTED}


def places(text: str, word: str) -> tuple[Span, ...]:
    """Every place of the word in the text, in any letter case."""
    lower, found, at = text.lower(), [], -1
    while (at := lower.find(word.lower(), at + 1)) >= 0:
        found.append(Span(at, at + len(word)))
    return tuple(found)


def mention(each: Annotated, word: str) -> Mention:
    """Where the article speaks of a topic that it calls by this keyword."""
    keyword = next(one for one in each.annotations.keywords if one.text == word)
    return Mention(each.article.id, keyword.score, keyword.spans)


P, H, L, Q, C = (
    BlockKind.PARAGRAPH,
    BlockKind.HEADING,
    BlockKind.LIST_ITEM,
    BlockKind.QUOTATION,
    BlockKind.CAPTION,
)


def sample() -> Digest:
    """Five articles: one with every kind of block, its copy, one in Arabic, one without a date, one that is hostile."""
    ferry = article(
        "wire/ferry",
        [
            (H, "Ferry fares rise in spring"),
            (P, "*The ferry company will raise its fares by 8 per cent in March. Commuters pay $4.10 instead of $3.80"),
            (C, "The morning ferry leaves the old pier; photo by Ada Keeper"),
            (H, "Why now"),
            (P, "*Diesel costs a third more than last year, the harbour board says. It had asked for a delay"),
            (L, "Single ticket: $4.10"),
            (L, "Monthly ticket: $96"),
            (Q, "We waited as long as we could, said the head of the ferry company"),
            (BlockKind.PREFORMATTED, "pier  north   south\n 1    07:10   07:25"),
            (BlockKind.BOILERPLATE, "Read more: ten ways to save on the way to work"),
            (BlockKind.BOILERPLATE, "Sign up for our letter!"),
        ],
        title="Ferry fares rise in spring",
        authors=("Ada Keeper",),
        date="2021-02-11T07:30:00+01:00",
        updated="2021-02-12",
        url="https://harbour.example/fares?id=3&lang=en",
        keywords={"ferry company": 0.91, "harbour board": 0.62, "Diesel": 0.4},
        inlines=[
            (InlineKind.STRONG, "8 per cent", ""),
            (InlineKind.LINK, "harbour board says", "https://board.example/a_b"),
        ],
    )
    copy = article(
        "post/ferry-fares",
        [(P, "*The ferry company will raise its fares by 8 per cent in March. Commuters pay $4.10 instead of $3.80")],
        title="Ferry fares rise in spring",
        source="Morning Post",
        date="2021-02",
        keywords={"ferry company": 0.8},
        guesses=(Guess("date", "2021-02", "the name of the folder"),),
    )
    pier = article(
        "notes/pier",
        [
            (P, "*The harbour board closes the north pier for repairs. Ferry companies move to the south pier"),
            (P, "*Nobody could say for how long"),
        ],
        title="North pier closed",
        source="Harbour Notes",
        keywords={"harbour board": 0.7, "Ferry companies": 0.5},
        guesses=(
            Guess("title", "North pier closed", "the first line, which ends without a full stop"),
            Guess("language", "English", "the letters and words of the text"),
        ),
    )
    arabic = article(
        "wire/عبّارة",
        [(P, "*ترفع شركة العبّارات أسعارها في الربيع. يدفع الركاب أكثر")],
        title="أسعار العبّارات ترتفع",
        language="ar",
        date="2021-03-01",
        keywords={"شركة العبّارات": 0.9},
    )
    hostile = article(
        "x/hostile",
        [(P, f"*{HOSTILE}. # no heading"), (P, "- no list")],
        title=HOSTILE,
        source="<b>Source</b>",
        authors=("A. <i>N.</i> Other",),
        date="2020-13-45",
        path='x/"><img src=x>.txt',
        keywords={"**bold**": 1.0},
    )
    relations = Relations(
        copies=(("post/ferry-fares", "wire/ferry"),),
        topics=(
            Topic(
                "ferry company",
                "ferry company",
                ("Ferry companies",),
                (
                    mention(pier, "Ferry companies"),
                    mention(copy, "ferry company"),
                    mention(ferry, "ferry company"),
                ),
            ),
            Topic(
                "harbour board", "harbour board", (), (mention(pier, "harbour board"), mention(ferry, "harbour board"))
            ),
        ),
        related={
            "wire/ferry": (
                Related("notes/pier", 0.31, ("harbour board", "ferry company"), ClosestSentences(3, 0, ("board",))),
                Related("wire/عبّارة", 0.12, (), None),
            ),
            "notes/pier": (Related("wire/ferry", 0.31, ("harbour board",), ClosestSentences(0, 3, ("board",))),),
            "wire/عبّارة": (Related("wire/ferry", 0.12, (), ClosestSentences(0, 0, ())),),
        },
    )
    return Digest(
        articles=tuple(sorted((ferry, copy, pier, arabic, hostile), key=lambda each: each.article.id)),
        relations=relations,
        problems=(
            Problem("post/empty.txt", "", "has no text", "write some, or remove it", left_out=True),
            Problem("notes/pier.txt", "line 1", "has no date", "add `date:` to its front matter"),
        ),
    )
