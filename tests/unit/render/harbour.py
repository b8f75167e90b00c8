"""A small digest made by hand, with something of everything a page can show."""

from collections.abc import Iterable
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
    Figure,
    Guess,
    Inline,
    InlineKind,
    Keyword,
    Mention,
    Name,
    NameKind,
    Problem,
    Quote,
    Related,
    Relations,
    Sentence,
    Span,
    Topic,
    Variant,
    VariantReason,
)
from generator.render.recipes import Recipe
from generator.render.views import View

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


def views_of(recipes: Iterable[Recipe]) -> list[View]:
    """What the pages show, in their order."""
    return [recipe.view() for recipe in recipes]


def article(name: str, parts: list[tuple[BlockKind, str]], **values: object) -> Annotated:
    """An article of blocks whose sentences end with a full stop or the block; `*` before one makes it a key sentence.

    Keywords are given by `keywords={"text": score}`, names by `names={"text": kind}` (with `"text": (kind, form, …)`
    for one with other forms), and found wherever they stand; figures by `figures=[(text, value, unit, what)]` and
    quotes by `quotes=[(words, speaker, description)]`, and found where they stand first.
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
    names, figures, quotes = (values.pop(kind, ()) for kind in ("names", "figures", "quotes"))
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
        names=tuple(_name(text, one, *_several(said)) for one, said in dict(names).items()),  # type: ignore[call-overload]
        figures=tuple(Figure(*one, places(text, one[0])[0]) for one in figures),  # type: ignore[attr-defined]
        quotes=tuple(Quote(places(text, one)[0], *said) for one, *said in quotes),  # type: ignore[attr-defined]
    )
    return Annotated(made, annotations)


def _several(said: object) -> tuple:
    return said if isinstance(said, tuple) else (said,)


def _name(text: str, name: str, kind: NameKind, *forms: str) -> Name:
    """A name where it stands, and its other forms where they stand apart from it."""
    found = list(places(text, name))
    for form in forms:
        found += (
            span for span in places(text, form) if not any(one.start < span.end > span.start < one.end for one in found)
        )
    return Name(name, kind, tuple(sorted(found)))


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
        names={"ferry company": NameKind.ORGANISATION, "Ada Keeper": (NameKind.PERSON, "Keeper")},
        figures=[
            ("8 per cent", "0.08", "share", ""),
            ("$4.10", "4.1", "USD", ""),
            ("$3.80", "3.8", "USD", ""),
            ("a third", str(1 / 3)[:8], "share", ""),
            ("$96", "96", "USD", ""),
        ],
        quotes=[("We waited as long as we could", "ferry company", "the head of the ferry company")],
    )
    copy = article(
        "post/ferry-fares",
        [(P, "*The ferry company will raise its fares by 8 per cent in March. Commuters pay $4.10 instead of $3.80")],
        title="Ferry fares rise in spring",
        source="Morning Post",
        date="2021-02",
        keywords={"ferry company": 0.8},
        guesses=(Guess("date", "2021-02", "the name of the folder"),),
        figures=[("8 per cent", "0.08", "share", "")],
    )
    pier = article(
        "notes/pier",
        [
            (P, "*The harbour board closes the north pier for repairs. Ferry companies move to the south pier"),
            (P, "*Nobody could say for how long. “Two weeks, or three,” said Bo Digger, an engineer"),
            (P, "“As long as it takes,” somebody called"),
        ],
        title="North pier closed",
        source="Harbour Notes",
        keywords={"harbour board": 0.7, "Ferry companies": 0.5},
        guesses=(
            Guess("title", "North pier closed", "the first line, which ends without a full stop"),
            Guess("language", "English", "the letters and words of the text"),
        ),
        names={"Bo Digger": NameKind.PERSON},
        figures=[("Two weeks", "2", "", "weeks"), ("three", "3", "", "")],
        quotes=[("“Two weeks, or three,”", "Bo Digger", "an engineer"), ("“As long as it takes,”", "", "")],
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
        names={"**bold**": (NameKind.PERSON, ":smile:")},
        figures=[("7*7", "49", "<i>", "{{ 7*7 }}")],
        quotes=[("[a](javascript:b)", "<i>Bo</i> {{ 7*7 }}", "](javascript:b) <img src=x>")],
    )
    relations = Relations(
        copies=(("post/ferry-fares", "wire/ferry"),),
        topics=(
            Topic(
                "ferry company",
                "ferry company",
                NameKind.ORGANISATION,
                (
                    Variant("Ferry companies", 1, VariantReason.SPELLING),
                    Variant("Harbour Ferry Company Ltd", 0, VariantReason.EDITOR),
                ),
                (
                    mention(pier, "Ferry companies"),
                    mention(copy, "ferry company"),
                    mention(ferry, "ferry company"),
                ),
            ),
            Topic(
                "harbour board",
                "harbour board",
                None,
                (),
                (mention(pier, "harbour board"), mention(ferry, "harbour board")),
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
