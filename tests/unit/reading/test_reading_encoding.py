import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.draft import NotReadable
from generator.reading.encoding import declared_encoding, decode

TEXT = "Zürich und Genf: Über die Brücke führt künftig kein Weg mehr, sagte die Behörde am Montag. " * 3
RUSSIAN = "Городской совет проголосовал за строительство нового моста через реку, сообщили в мэрии. " * 3


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(TEXT.encode(), TEXT, id="UTF-8"),
        pytest.param(TEXT.encode("utf-8-sig"), TEXT, id="UTF-8 with a mark"),
        pytest.param(TEXT.encode("utf-16"), TEXT, id="UTF-16 with a mark"),
        pytest.param(TEXT.encode("utf-32"), TEXT, id="UTF-32 with a mark"),
        pytest.param(TEXT.encode("utf-16-le"), TEXT, id="UTF-16 without a mark"),
        pytest.param(TEXT.encode("utf-16-be"), TEXT, id="UTF-16, the other way round"),
        pytest.param(TEXT.encode("cp1252"), TEXT, id="windows-1252"),
        pytest.param(RUSSIAN.encode("cp1251"), RUSSIAN, id="windows-1251"),
        pytest.param("L’été est là, dit-il.".encode("cp1252"), "L’été est là, dit-il.", id="a few words of French"),
        pytest.param("Zażółć gęślą jaźń. ".encode("cp1250") * 3, "Zażółć gęślą jaźń. " * 3, id="windows-1250"),
        pytest.param("市议会决定修建新的桥梁。".encode("gb18030") * 3, "市议会决定修建新的桥梁。" * 3, id="GB 18030"),
        pytest.param(b"", "", id="nothing"),
    ],
)
def test_bytes_are_decoded(data, text):
    assert decode(data).text == text


def test_a_declared_encoding_is_used():
    data = '<meta charset="iso-8859-1"><p>Zürich – “ja”'.encode("cp1252")
    assert declared_encoding(data) == "iso-8859-1"
    assert decode(data, "iso-8859-1").text.endswith("Zürich – “ja”")


def test_a_few_broken_bytes_are_counted():
    decoded = decode(TEXT.encode() + b"\xff")
    assert (decoded.text, decoded.lost) == (f"{TEXT}\ufffd", 1)


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n...", b"\x89PNG\r\n\x1a\n", bytes(range(256)) * 8, b"\x00" * 100, b"\xff\xfea"]
)
def test_what_is_no_text_is_refused(data):
    with pytest.raises(NotReadable):
        decode(data)


@given(st.binary(), st.sampled_from(["", "utf-8", "latin-1", "utf-7", "utf-16", "rot13", "nonsense", "cp037"]))
def test_any_bytes_are_decoded_or_refused(data, declared):
    try:
        assert isinstance(decode(data, declared).text, str)
    except NotReadable as error:
        assert error.complaint.what  # noqa: PT017 - either is right
