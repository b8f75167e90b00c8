import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import article
from generator.annotate.quotes import find_quotes
from generator.annotate.sentences import find_sentences
from generator.model import Block, BlockKind, Name, NameKind, Quote, Span


def names_in(text: str) -> tuple[Name, ...]:
    """Ann Lee, Tom Brown and Orchard, wherever the text has a form of them."""
    known = (
        ("Ann Lee", NameKind.PERSON, r"(?:Ann )?Lee"),
        ("Tom Brown", NameKind.PERSON, r"(?:Tom )?Brown"),
        ("Orchard", NameKind.ORGANISATION, "Orchard"),
    )
    found = ((name, kind, tuple(Span(*m.span()) for m in re.finditer(form, text))) for name, kind, form in known)
    return tuple(Name(name, kind, spans) for name, kind, spans in found if spans)


def quotes_of(text: str) -> tuple[Quote, ...]:
    made = article(text)
    return find_quotes(text, made.blocks, find_sentences(text, made.blocks, "en"), names_in(text))


def found(text: str) -> list[tuple[str, str]]:
    return [(text[each.span.start : each.span.end], each.speaker) for each in quotes_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“We will go on,” Ann Lee said.", [("“We will go on,”", "Ann Lee")], id="name, verb"),
        pytest.param('"We will go on," said Ann Lee.', [('"We will go on,"', "Ann Lee")], id="verb, name"),
        pytest.param("Ann Lee said: “We will go on.”", [("“We will go on.”", "Ann Lee")], id="before"),
        pytest.param("Mr Brown met us. “We will go on,” he said.", [("“We will go on,”", "Tom Brown")], id="pronoun"),
        pytest.param("“We will go on,” said Lee.", [("“We will go on,”", "Ann Lee")], id="short form"),
        pytest.param(
            "According to Ann Lee, “we will go on and on”.", [("“we will go on and on”", "Ann Lee")], id="source"
        ),
        pytest.param("“We will go on,” according to Lee.", [("“We will go on,”", "Ann Lee")], id="source behind"),
        pytest.param("Ann Lee spoke of “very big pressure” and said so.", [], id="few words, no verb before them"),
        pytest.param(
            "Ann Lee said there was “very big pressure” now.", [("“very big pressure”", "Ann Lee")], id="fragment"
        ),
        pytest.param("They watched “The Long Way” twice.", [], id="title"),
        pytest.param("Orchard said: “We will go on.”", [("“We will go on.”", "Orchard")], id="organisation"),
        pytest.param("“We will go on,” a spokesman for Orchard said.", [("“We will go on,”", "")], id="spokesman"),
        pytest.param(
            "« Nous irons plus loin », a déclaré Ann Lee.", [("« Nous irons plus loin »", "Ann Lee")], id="French"
        ),
        pytest.param("„Wir machen weiter“, sagte Ann Lee.", [("„Wir machen weiter“", "Ann Lee")], id="German"),
        pytest.param("‘We’ll go on,’ said Ann Lee.", [("‘We’ll go on,’", "Ann Lee")], id="single marks"),
        pytest.param("Ann Lee said the men's hats weren't 'theirs yet.", [], id="apostrophes"),
        pytest.param("Ann Lee said that they would go on.", [], id="indirect speech"),
        pytest.param(
            "A memo seen by Orchard noted that they “will go on and on”.",
            [("“will go on and on”", "")],
            id="not who has seen it",
        ),
        pytest.param(
            "Lee has worked for Orchard. “We will go on and on,” read the memo.",
            [("“We will go on and on,”", "")],
            id="a paper that is read",
        ),
        pytest.param(
            "“We will go on,” Orchard quoted Ann Lee as saying.",
            [("“We will go on,”", "Ann Lee")],
            id="quoted as saying",
        ),
        pytest.param(
            "Ann Lee was quoted by Orchard as saying it was “over”.", [("“over”", "Ann Lee")], id="was quoted as saying"
        ),
        pytest.param(
            "The plan has been described as “far too slow” by Ann Lee.", [("“far too slow”", "Ann Lee")], id="passive"
        ),
        pytest.param(
            "“We go on,” said Ann Lee of Orchard in May.",
            [("“We go on,”", "Ann Lee")],
            id="not the house of the speaker",
        ),
        pytest.param(
            "Ann Lee, who came from Orchard, said: “We go on.”",
            [("“We go on.”", "Ann Lee")],
            id="a clause behind the name",
        ),
        pytest.param(
            "“We go on,” Ann Lee, head of sales at Orchard said.", [("“We go on,”", "Ann Lee")], id="a comma left out"
        ),
        pytest.param("“We can only go on” said Ann Lee.", [("“We can only go on”", "Ann Lee")], id="no comma at all"),
        pytest.param(
            "Ann Lee said it was “late” and said “more work” was to come.",
            [("“late”", "Ann Lee"), ("“more work”", "Ann Lee")],
            id="another verb of the same speaker",
        ),
        pytest.param(
            "Orchard said: “We go on.” It added: “Nobody will stop us.”",
            [("“We go on.”", "Orchard"), ("“Nobody will stop us.”", "Orchard")],
            id="it is the house that spoke last",
        ),
        pytest.param(
            "Ann Lee said: “We go on.” It added: “Nobody will stop us.”",
            [("“We go on.”", "Ann Lee"), ("“Nobody will stop us.”", "")],
            id="it is no person",
        ),
        pytest.param(
            "Lee came. “They ask: ‘Why us?’” she said.", [("“They ask: ‘Why us?’”", "Ann Lee")], id="a quotation in one"
        ),
        pytest.param(
            "“We go on and on,” an official at the Old Harbour Bank of Orchard said.",
            [("“We go on and on,”", "")],
            id="somebody at a house of many words",
        ),
        pytest.param("A so-called “magic circle” was found by Ann Lee.", [], id="called by nobody"),
        pytest.param("Ann Lee looked into claims of “foul play” there.", [], id="claims that are a noun"),
        pytest.param(
            "On Monday, Ann Lee’s aide said: “We go on.”", [("“We go on.”", "")], id="not the master of the speaker"
        ),
    ],
)
def test_quotations_have_their_speaker(text, expected):
    assert found(text) == expected


def test_two_quotations_around_a_verb_have_one_speaker():
    text = "“We will go on,” Ann Lee said, “whatever it may cost us.” “It is late.”"
    assert [speaker for _, speaker in found(text)] == ["Ann Lee"] * 3


def test_a_quotation_that_goes_on_in_the_next_paragraph_keeps_its_speaker():
    text = "Ann Lee said: “We will go on with it.\n“And nobody will stop us.”"
    assert found(text) == [("“We will go on with it.", "Ann Lee"), ("“And nobody will stop us.”", "Ann Lee")]


def test_a_mark_that_opens_again_inside_a_paragraph_goes_on_with_the_quotation():
    text = 'Ann Lee said: "We will go on with it. "And nobody will stop us."'
    assert found(text) == [('"We will go on with it. "And nobody will stop us."', "Ann Lee")]


def test_a_quotation_without_closing_mark_ends_with_its_block():
    text = "“We will go on, Ann Lee said.\nIt rained."
    assert [words for words, _ in found(text)] == ["“We will go on, Ann Lee said."]


@pytest.mark.parametrize(
    ("text", "description"),
    [
        pytest.param(
            "Ann Lee, head of sales at Orchard, said: “We go on.”", "head of sales at Orchard", id="behind the name"
        ),
        pytest.param(
            "“We go on,” said Ann Lee, head of sales at Orchard.", "head of sales at Orchard", id="at the end"
        ),
        pytest.param("“We go on,” chief executive Ann Lee said.", "chief executive", id="before the name"),
        pytest.param("“We go on,” one trader said.", "one trader", id="no name"),
        pytest.param("“We go on,” Ann Lee’s aide said.", "Ann Lee’s aide", id="by somebody else’s name"),
        pytest.param(
            "A memo seen by Orchard noted that they “will go on and on”.",
            "A memo",
            id="a paper, but not who has seen it",
        ),
        pytest.param("Ann Lee, who came from Orchard, said: “We go on.”", "", id="a clause is no description"),
        pytest.param("Ann Lee, for example, said: “We go on.”", "", id="nor is an aside"),
        pytest.param("“We will go on,” he said.", "", id="nor is a pronoun"),
        pytest.param("“We will go on,” they said.", "", id="nor are many"),
        pytest.param("They asked why because one trader said it was “over”.", "one trader", id="only its own clause"),
    ],
)
def test_a_speaker_is_described_as_in_the_text(text, description):
    assert [each.description for each in quotes_of(text)] == [description]


def test_headings_and_boilerplate_have_no_quotations():
    text = "“We will all go on.”"
    for kind in (BlockKind.HEADING, BlockKind.BOILERPLATE):
        assert find_quotes(text, (Block(kind, Span(0, len(text))),), (), ()) == ()


@given(st.text() | st.text("\"'“”‘’«»„ aB.,\nsaid he"))
def test_any_text_has_quotations_in_order_and_apart(text):
    end = 0
    for each in quotes_of(text):
        assert end <= each.span.start < each.span.end <= len(text)
        end = each.span.end


@pytest.mark.parametrize(
    "unit",
    [
        '"',
        '"a ',
        "'a ",
        "‘a ",
        "“a. ",
        "said ",
        "“a b c d e,” said he. ",
        "Ann Lee, said ",
        "« ",
        "’",
        "s' ",
        "was described as ",
        "quoted a ",
        ", who ",
        " - a",
        "Ann Lee, a ",
        "’s a ",
    ],
)
def test_long_repetitions_take_no_time_worth_speaking_of(unit):
    text = unit * (60_000 // len(unit))
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)
    names = names_in(text)
    began = time.process_time()
    find_quotes(text, blocks, (), names)
    assert time.process_time() - began < 60
