import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import article
from generator.annotate.sentences import find_sentences
from generator.model import Block, BlockKind, Span


def split(text: str, language: str = "en") -> list[str]:
    made = article(text, language=language)
    return [text[each.span.start : each.span.end] for each in find_sentences(text, made.blocks, language)]


@pytest.mark.parametrize(
    ("sentences", "language"),
    [
        pytest.param(["Mr. Brown met Dr. Lee.", "They talked."], "en", id="titles"),
        pytest.param(["It paid $7.8bn.", "Then 1.5 per cent more."], "en", id="decimal points"),
        pytest.param(["Orchard Inc. said so.", "Nobody asked."], "en", id="a company's ending"),
        pytest.param(["U.S. officials left.", "They had waited."], "en", id="initials"),
        pytest.param(["“We are ready.”", "She left."], "en", id="a full stop inside a quotation"),
        pytest.param(["“Are we ready?” Ann Lee asked."], "en", id="a question that is told"),
        pytest.param(["He bought a car.", "The car was red."], "en", id="a short plain word"),
        pytest.param(["They sell phones, tablets, etc. and more."], "en", id="an abbreviation that goes on"),
        pytest.param(["Am 3. Mai kam er.", "Dann ging er."], "de", id="a German ordinal"),
        pytest.param(["我们来了。", "他们走了。"], "zh", id="Chinese full stops"),
        pytest.param(["هل أنت هنا؟", "نعم أنا هنا."], "ar", id="an Arabic question mark"),
    ],
)
def test_sentences_are_told_apart(sentences: list[str], language: str) -> None:
    text = ("" if language == "zh" else " ").join(sentences)
    assert split(text, language) == sentences


def test_a_line_end_inside_a_block_ends_no_sentence() -> None:
    text = "The rain went on\nthroughout the week. It stopped\non Sunday."
    sentences = find_sentences(text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), "en")
    assert [text[each.span.start : each.span.end] for each in sentences] == [
        "The rain went on\nthroughout the week.",
        "It stopped\non Sunday.",
    ]


def test_headings_and_boilerplate_have_no_sentences() -> None:
    text = "Heading. Here.\nRead more: this."
    blocks = (Block(BlockKind.HEADING, Span(0, 14), 2), Block(BlockKind.BOILERPLATE, Span(15, 31)))
    assert find_sentences(text, blocks, "en") == ()


def test_ids_stay_when_other_sentences_change() -> None:
    before = article("One came. Two came. Three came.")
    after = article("One came late. Two came. Four came. Three came.")
    ids = [
        {made.text[each.span.start : each.span.end]: each.id for each in find_sentences(made.text, made.blocks, "en")}
        for made in (before, after)
    ]
    for text in ("Two came.", "Three came."):
        assert ids[0][text] == ids[1][text]


def test_a_repeated_sentence_has_an_id_of_its_own() -> None:
    made = article("It rained. It rained. It rained.")
    ids = [each.id for each in find_sentences(made.text, made.blocks, "en")]
    assert len(set(ids)) == 3
    assert ids[1] == f"{ids[0]}-2"


@given(st.text(), st.sampled_from(["en", "de", "zh", "und"]))
def test_sentences_of_any_text_cover_it_in_order_and_stay_in_their_blocks(text: str, language: str) -> None:
    made = article(text)
    sentences = find_sentences(text, made.blocks, language)
    assert len({each.id for each in sentences}) == len(sentences)
    end = 0
    for each in sentences:
        assert not text[end : each.span.start].strip()
        block = made.blocks[each.block].span
        assert block.start <= each.span.start < each.span.end <= block.end
        end = each.span.end
    assert not text[end:].strip()


@pytest.mark.parametrize("unit", ["！", "。”", "a. ", "Mr. ", "“", "?!", "\n", "A.b", "word ", "؟"])
def test_long_repetitions_take_no_time_worth_speaking_of(unit: str) -> None:
    text = unit * 50_000
    find_sentences(text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), "en")
