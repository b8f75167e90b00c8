import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotate.names import find_names
from generator.annotate.sentences import find_sentences
from generator.model import Block, BlockKind, Name, NameKind, Span


def names(text: str, language: str = "en") -> tuple[Name, ...]:
    """The names of a text of one paragraph."""
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)
    return find_names(text, tuple(each.span for each in find_sentences(text, blocks, language)), language)


def found(text: str, language: str = "en") -> list[str]:
    """The names as they are written, in reading order."""
    spans = sorted(span for name in names(text, language) for span in name.spans)
    return [" ".join(text[span.start : span.end].split()) for span in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("We met Ann Karlow and Tim Roban.", ["Ann Karlow", "Tim Roban"], id="a person"),
        pytest.param("We met Mr Karlow, Dr. Roban and Sir Ian Obb.", ["Karlow", "Roban", "Ian Obb"], id="no title"),
        pytest.param("Then Prime Minister Ann Karlow spoke.", ["Ann Karlow"], id="no role of two words"),
        pytest.param("Secretary of State Ann Karlow spoke.", ["Ann Karlow"], id="no role with its office"),
        pytest.param("The talks were led by Lord Obb of Karvale.", ["Obb of Karvale"], id="a peer's place"),
        pytest.param("It is the Karlows' house and Karlow's car.", ["Karlows", "Karlow"], id="no possessive"),
        pytest.param("In Belfast-born Tim Roban we trust.", ["Belfast", "Tim Roban"], id="of an adjective the name"),
        pytest.param("We asked the Ministry of Roads and Bridges.", ["Ministry of Roads and Bridges"], id="of and"),
        pytest.param("We asked the Office for Fair Roads today.", ["Office for Fair Roads"], id="for"),
        pytest.param("Shares of Vexmor rose.", ["Vexmor"], id="no of behind a common word that begins a sentence"),
        pytest.param("We saw Vexmor and Tandil Holdings.", ["Vexmor", "Tandil Holdings"], id="and between two names"),
        pytest.param("Roban Karlow and Co paid.", ["Roban Karlow and Co"], id="and before an ending"),
        pytest.param("He reads the People's Daily.", ["People's Daily"], id="a possessive inside a name"),
        pytest.param("The US Vexmor Agency paid.", ["US", "Vexmor Agency"], id="a state before a name"),
        pytest.param("He left South Korea for New York.", ["South Korea", "New York"], id="places of two words"),
        pytest.param("She wrote to George W. Karlow of it.", ["George W. Karlow"], id="an initial"),
        pytest.param("Ludwig van Karlow met Ana de Roban.", ["Ludwig van Karlow", "Ana de Roban"], id="connectors"),
        pytest.param(
            "It said Vexmor\nHoldings <VXM.T> fell.", ["Vexmor Holdings"], id="over a line, without its ticker"
        ),
        pytest.param("Rivals of eBay use the iPhone.", ["eBay", "iPhone"], id="a small letter first"),
    ],
)
def test_a_name_is_found_whole_and_alone(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Prices rose. Traders were glad. However, nobody sold.", id="starts of sentences"),
        pytest.param("It fell on Monday, and again in March and December.", id="weekdays and months"),
        pytest.param("The French and some Chinese firms asked British Muslims.", id="nationality and belief"),
        pytest.param("The CEO sold DVDs before the IPO (Initial Public Offering).", id="abbreviations of common nouns"),
        pytest.param('She said: "Nothing helps." He cried: "Never!"', id="starts of quotations"),
        pytest.param("The Prime Minister met the Foreign Secretary.", id="roles alone"),
        pytest.param("I think I'm late, and I've lost.", id="I"),
        pytest.param("Ten Simple Ways To Cook Cheap Rice", id="a line of capitals"),
        pytest.param("PRICES OF CHEAP RICE ROSE AGAIN TODAY", id="upper case"),
        pytest.param("", id="nothing"),
    ],
)
def test_a_capital_alone_makes_no_name(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Ann Karlow left. Karlow is ill, and Ms Karlow is old.", {"Ann Karlow": 3}, id="last name"),
        pytest.param(
            "Ann Karlow met Tim Karlow. Mr Karlow paid.",
            {"Ann Karlow": 1, "Tim Karlow": 1, "Karlow": 1},
            id="two bearers of the last name",
        ),
        pytest.param(
            "Vexmor Group Holding fell as Vexmor paid.", {"Vexmor Group Holding": 2}, id="company's short form"
        ),
        pytest.param(
            "The State Office for Fair Roads said the SOFR would pay.",
            {"State Office for Fair Roads": 2},
            id="initials",
        ),
        pytest.param(
            "The Ministry of Roads and Bridges (MRB) said the MRB would pay.",
            {"Ministry of Roads and Bridges": 3},
            id="initials in brackets",
        ),
        pytest.param("They saw Xi Karlow. Then Xi spoke.", {"Xi Karlow": 2}, id="family name first"),
        pytest.param(
            "Granite and Tool Corp fell. Debt of Granite and Tool rose.", {"Granite and Tool Corp": 2}, id="whole"
        ),
        pytest.param(
            "He left Manchester for Manchester United.",
            {"Manchester": 1, "Manchester United": 1},
            id="a place stays one",
        ),
    ],
)
def test_forms_of_one_bearer_are_one_name(text, expected):
    assert {name.text: len(name.spans) for name in names(text)} == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("They asked Mr Karlow.", NameKind.PERSON, id="title"),
        pytest.param("They asked striker Tim Roban.", NameKind.PERSON, id="role before"),
        pytest.param("They asked Tim Roban, a former analyst.", NameKind.PERSON, id="role behind"),
        pytest.param("They asked Tim Roban, who left.", NameKind.PERSON, id="who"),
        pytest.param("They asked Tim Roban. He said Roban paid.", NameKind.PERSON, id="last name later"),
        pytest.param("They asked Vexmor Inc for help.", NameKind.ORGANISATION, id="ending of a company"),
        pytest.param("They asked the Bank of Karvale.", NameKind.ORGANISATION, id="head of an institution"),
        pytest.param("They asked retailer Vexmor.", NameKind.ORGANISATION, id="what it is"),
        pytest.param("They went to Portugal.", NameKind.PLACE, id="state"),
        pytest.param("They went to Brussels.", NameKind.PLACE, id="city"),
        pytest.param("They saw the River Karl.", NameKind.PLACE, id="head of a place"),
        pytest.param("They broke the Fair Roads Act.", NameKind.LAW, id="law"),
        pytest.param("They read the Karvale Gazette.", NameKind.WORK, id="newspaper"),
        pytest.param("They saw Vexmor.", NameKind.NAME, id="nothing told"),
        pytest.param("They joined the European Union.", NameKind.ORGANISATION, id="what CLDR counts among territories"),
    ],
)
def test_a_kind_is_told_where_something_speaks_for_it(text, kind):
    assert [name.kind for name in names(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param("Die Regierung half der Firma in Berlin.", "de", [], id="nouns are no names in German"),
        pytest.param("Herr Karlow kam. Die Bank half Karlow.", "de", ["Karlow", "Karlow"], id="a title in German"),
        pytest.param("Er ging nach Frankreich.", "de", ["Frankreich"], id="a place in German"),
        pytest.param("Il a vu la Banque de Karvale.", "fr", ["Banque de Karvale"], id="of in French"),
        pytest.param("Ela visitou o Brasil.", "pt", ["Brasil"], id="a place in Portuguese"),
        pytest.param("他去了北京。", "zh", [], id="no capitals"),
        pytest.param("We saw Tim Roban.", "und", ["Tim Roban"], id="unknown language"),
    ],
)
def test_other_languages_get_what_is_sure(text, language, expected):
    assert found(text, language) == expected


@given(st.text(), st.sampled_from(["en", "de", "fr", "zh", "und", "", "xx-Foo"]))
def test_any_string_is_acceptable(text, language):
    """Spans lie inside the text, apart, in order; names go by their first place."""
    result = names(text, language)
    spans = sorted(span for name in result for span in name.spans)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert list(result) == sorted(result, key=lambda name: name.spans[0])


@given(
    st.lists(
        st.sampled_from(
            [
                "Mr",
                "Bank",
                "of",
                "and",
                "the",
                "Karlow",
                "Inc",
                "'s",
                "(",
                ")",
                "US",
                "\n",
                ".",
                "Lord",
                ",",
                "said",
                "Ann",
                "Monday",
                "&",
                "-",
            ]
        )
    )
)
def test_any_order_of_words_is_acceptable(words):
    text = " ".join(words)
    assert all(name.text for name in names(text))


@pytest.mark.parametrize(
    "unit", ["Bank of ", "A's ", "Aa", "The ", "Foo Bar ", "X and ", "A. ", "Foo-bar", "( ", "Lord Foo of ", "I\n"]
)
def test_time_grows_with_the_length_only(unit):
    """Ten times the text takes about ten times as long, whatever is repeated."""
    times = []
    for count in (2_000, 20_000):
        text = unit * count
        begin = time.process_time()
        find_names(text, (Span(0, len(text)),), "en")
        times.append(time.process_time() - begin)
    assert times[1] < 40 * max(times[0], 0.005)
