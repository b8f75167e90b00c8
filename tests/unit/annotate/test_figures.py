import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotate.figures import find_figures


def figures(text: str, language: str = "en") -> list[tuple[str, str, str]]:
    return [(each.text, each.value, each.unit) for each in find_figures(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It paid $7.8bn.", [("$7.8bn", "7800000000", "USD")], id="sign and short scale"),
        pytest.param("It paid $ 7.8 billion.", [("$ 7.8 billion", "7800000000", "USD")], id="blanks inside"),
        pytest.param("It paid £600m.", [("£600m", "600000000", "GBP")], id="pounds"),
        pytest.param("about HK$ 2.50 a ride", [("HK$ 2.50", "2.5", "HKD")], id="sign of several letters"),
        pytest.param("35 mln dlrs", [("35 mln dlrs", "35000000", "USD")], id="wire service"),
        pytest.param("12 mln Swiss francs", [("12 mln Swiss francs", "12000000", "CHF")], id="CLDR name"),
        pytest.param("3 bln Canadian dlrs", [("3 bln Canadian dlrs", "3000000000", "CAD")], id="CLDR name by wire"),
        pytest.param("1.5bn yen", [("1.5bn yen", "1500000000", "JPY")], id="scale and name"),
        pytest.param("70p a song", [("70p", "0.7", "GBP")], id="pence"),
        pytest.param("two million pounds", [("two million pounds", "2000000", "GBP")], id="in words"),
        pytest.param(
            "$4 billion to $10 billion",
            [("$4 billion", "4000000000", "USD"), ("$10 billion", "10000000000", "USD")],
            id="range of two amounts",
        ),
        pytest.param(
            "26-28 billion dlrs",
            [("26", "26000000000", "USD"), ("28 billion dlrs", "28000000000", "USD")],
            id="range that shares scale and unit",
        ),
        pytest.param(
            "27 million, or 50%", [("27 million", "27000000", ""), ("50%", "0.5", "share")], id="two ways to say one"
        ),
        pytest.param("$10-15 a head", [("$10", "10", "USD"), ("15", "15", "USD")], id="range that shares its sign"),
    ],
)
def test_amounts_of_money_have_their_currency(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("10 per cent of it", [("10 per cent", "0.1", "share")], id="per cent"),
        pytest.param("up 8%", [("8%", "0.08", "share")], id="sign"),
        pytest.param("1-1/4 pct", [("1-1/4 pct", "0.0125", "share")], id="fraction of wire services"),
        pytest.param("1/2 pct", [("1/2 pct", "0.005", "share")], id="fraction alone"),
        pytest.param("by 0.7 percentage points", [("0.7 percentage points", "0.007", "share")], id="points"),
        pytest.param("20 basis points", [("20 basis points", "0.002", "share")], id="basis points"),
        pytest.param("two-thirds of voters", [("two-thirds", "0.666667", "share")], id="two-thirds"),
        pytest.param("a quarter of voters", [("a quarter", "0.25", "share")], id="a quarter of"),
        pytest.param("in the first half of the game", [], id="first half"),
        pytest.param("the fourth quarter", [], id="a quarter of the year"),
    ],
)
def test_shares_are_fractions_of_one(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It fell for two sessions.", [("two sessions", "2", "")], id="word"),
        pytest.param("cut 1,500 jobs", [("1,500 jobs", "1500", "")], id="thousands"),
        pytest.param("its three largest rivals", [("three largest rivals", "3", "")], id="adjective"),
        pytest.param("155,221 bags of 60 kilos", [("155,221 bags", "155221", ""), ("60 kilos", "60", "kg")], id="bags"),
        pytest.param("two hundred and fifty ships", [("two hundred and fifty ships", "250", "")], id="long words"),
        pytest.param("half a million people", [("half a million people", "500000", "")], id="half a million"),
        pytest.param("two and a half years", [("two and a half years", "2.5", "")], id="and a half"),
        pytest.param("the 43-year-old", [("43-year-old", "43", "")], id="age"),
        pytest.param("two or three weeks", [("two", "2", ""), ("three weeks", "3", "")], id="range"),
        pytest.param("80,000 tonnes", [("80,000 tonnes", "80000", "t")], id="measure"),
        pytest.param("420,000 barrels per day", [("420,000 barrels per day", "420000", "bbl/d")], id="long measure"),
        pytest.param("a jump of 4.91m to win", [("4.91m", "4.91", "m")], id="metres"),
    ],
)
def test_counts_and_measures_have_what_they_count(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize("text", ["735.0 tons (Aug).735.0 tons", "735.0 tons (Nov).7,604.4 tons"])
def test_digits_with_a_point_right_behind_a_full_stop_are_left_alone(text):
    assert figures(text) == [("735.0 tons", "735", "ton")]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        pytest.param("10 per cent of their revenue was lost", "of their revenue", id="of"),
        pytest.param("$15 per month", "per month", id="per"),
        pytest.param("13 dlrs/barrel", "/barrel", id="stroke"),
        pytest.param("two sessions", "sessions", id="noun"),
    ],
)
def test_a_figure_says_what_it_is_of(text, what):
    assert [each.what for each in find_figures(text, "en")] == [what]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("on 28 December 2020", [("28 December 2020", "2020-12-28")], id="day first"),
        pytest.param("on April 30, 1990", [("April 30, 1990", "1990-04-30")], id="month first"),
        pytest.param("due Feb 22", [("Feb 22", "--02-22")], id="no year"),
        pytest.param("in December 2020", [("December 2020", "2020-12")], id="month and year"),
        pytest.param("by the end of 2022", [("the end of 2022", "2022")], id="end of a year"),
        pytest.param("until mid-1987", [("mid-1987", "1987")], id="middle of a year"),
        pytest.param("in 2020", [("2020", "2020")], id="year"),
        pytest.param("ended April four", [("April four", "--04-04")], id="day in words"),
        pytest.param("24-26 June", [("24", "--06-24"), ("26 June", "--06-26")], id="two days"),
        pytest.param("1999-2001", [("1999", "1999"), ("2001", "2001")], id="two years"),
        pytest.param("2020-12-28", [("2020-12-28", "2020-12-28")], id="ISO"),
        pytest.param("on Monday, in May, in the 1990s", [], id="weekday, month and decade alone"),
    ],
)
def test_dates_are_as_precise_as_told(text, expected):
    assert [(each.text, each.value) for each in find_figures(text, "en") if each.unit == "date"] == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("the third man", id="ordinal in words"),
        pytest.param("the 16th seed", id="ordinal"),
        pytest.param("one of them, and no one else", id="one as a pronoun"),
        pytest.param("the world number two", id="rank"),
        pytest.param("on Radio 4", id="channel"),
        pytest.param("They won 2-1 today", id="score"),
        pytest.param("at 10:30 or 5pm", id="time of day"),
        pytest.param("form W-4 and B52", id="codes"),
        pytest.param("the Six Nations", id="name"),
        pytest.param("a four-fold rise", id="fold"),
        pytest.param("the 1986/87 crop", id="season"),
        pytest.param("call 0800 028 9276 now", id="telephone"),
        pytest.param("3 Ann Lee (Norway)", id="list"),
        pytest.param("thousands of songs", id="vague"),
        pytest.param("into the last eight", id="round"),
    ],
)
def test_what_states_no_amount_is_no_figure(text):
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param("1.234,5 Euro", "de", ("1.234,5 Euro", "1234.5", "EUR"), id="German"),
        pytest.param("3,5 Milliarden Euro", "de", ("3,5 Milliarden Euro", "3500000000", "EUR"), id="German scale"),
        pytest.param("R$ 2,5 milhões", "pt", ("R$ 2,5 milhões", "2500000", "BRL"), id="Portuguese"),
        pytest.param("7,5 milhões de dólares", "pt", ("7,5 milhões de dólares", "7500000", "USD"), id="with de"),
        pytest.param("2 milliards d'euros", "fr", ("2 milliards d'euros", "2000000000", "EUR"), id="French"),
        pytest.param("1 500 euros", "fr", ("1 500 euros", "1500", "EUR"), id="French blanks"),
        pytest.param("10 pour cent", "fr", ("10 pour cent", "0.1", "share"), id="French share"),
        pytest.param("28 de dezembro de 2020", "pt", ("28 de dezembro de 2020", "2020-12-28", "date"), id="date"),
        pytest.param("28 décembre 2020", "fr", ("28 décembre 2020", "2020-12-28", "date"), id="French date"),
        pytest.param("am 3. Mai 2020", "de", ("3. Mai 2020", "2020-05-03", "date"), id="German date"),
    ],
)
def test_numbers_are_read_as_their_language_writes_them(text, language, expected):
    assert expected in figures(text, language)


def test_a_very_long_number_with_a_fraction_is_a_figure():
    assert figures("123456789012345678 1/3 million ships")[0][1].isdigit()


@given(
    st.text() | st.text("0123456789.,-/ $£%mbnk\noe twohndrafil"),
    st.sampled_from(["en", "pt", "de", "fr", "zh", "und", ""]),
)
def test_any_text_has_figures_in_order_and_apart(text, language):
    end = 0
    for each in find_figures(text, language):
        assert end <= each.span.start < each.span.end <= len(text)
        assert each.text == text[each.span.start : each.span.end]
        assert each.value
        assert "E" not in each.value
        end = each.span.end


@pytest.mark.parametrize(
    "unit",
    [
        "9",
        "1,",
        "1.",
        "one ",
        "two thousand ",
        "$",
        "1/",
        "1-",
        "12 March ",
        "May ",
        "of ",
        "1 ",
        "5 big ",
        "a half ",
        "\n",
        "²",
        "½",
    ],
)
def test_long_repetitions_take_no_time_worth_speaking_of(unit):
    text = unit * (60_000 // len(unit))
    began = time.process_time()
    find_figures(text, "en")
    assert time.process_time() - began < 60
