"""Text files: encodings and separators are found out; old encodings are converted only where certain, else refused with their name."""

from __future__ import annotations

import unicodedata

import pytest
from small_files import codes, facts, only_problem, read_sheets

from data_access.intake.sheet_reading import read
from data_access.legacy import legacy_encoding

HEAD = ["Mã đơn vị", "Tên đơn vị", "Năm", "Mã tiêu chí", "Giá trị", "Ghi chú"]
LINE = ["SNV", "Sở Nội vụ", "2022", "TC1", "18,5", "Đã được Hội đồng thẩm định, thống nhất"]
TCVN3 = "M· ®¬n vÞ;N¨m;M· tiªu chÝ;Gi¸ trÞ;Tªn ®¬n vÞ\nSNV;2022;TC1;18;Së Néi vô tØnh"
VNI = "Maõ ñôn vò;Naêm;Maõ tieâu chí;Giaù trò;Teân ñôn vò\nSNV;2022;TC1;18;Sôû Noäi vuï tænh"


def text(separator: str, quote: str = '"') -> str:
    return (
        "\n".join(
            separator.join(f"{quote}{cell}{quote}" if separator in cell else cell for cell in row)
            for row in (HEAD, LINE)
        )
        + "\n"
    )


def as_windows_1258(words: str) -> bytes:
    """The text as Windows-1258 writes it: letters whole, tones as marks of their own."""
    made = b""
    for letter in unicodedata.normalize("NFC", words):
        try:
            made += letter.encode("cp1258")
        except UnicodeEncodeError:
            whole, tone = unicodedata.normalize("NFD", letter), ""
            for mark in "\u0300\u0301\u0303\u0309\u0323":
                if mark in whole:
                    whole, tone = whole.replace(mark, ""), mark
            made += (unicodedata.normalize("NFC", whole) + tone).encode("cp1258")
    return made


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_any_separator_in_any_unicode_is_read(separator, encoding):
    reading = read("xuat.csv", text(separator).encode(encoding), facts())
    assert codes(reading) == []
    row = reading.tables["results"].iloc[0]
    assert (row["value"], row["note"], row["cell"]) == (18.5, LINE[5], "E2")


def test_a_first_line_that_names_the_separator_is_obeyed():
    reading = read("xuat.csv", b"sep=|\nunit|criterion|year|value\nSNV|TC1|2022|5\n", facts())
    assert codes(reading) == [] and reading.tables["results"]["cell"].tolist() == ["D3"]


def test_only_ends_of_lines_end_a_row_not_what_word_puts_inside_a_cell():
    reading = read(
        "word.csv",
        "unit,criterion,year,value,note\rSNV,TC1,2022,5,một\u2028hai\x0bba\r\nXHA,TC1,2022,6,\n".encode(),
        facts(),
    )
    assert codes(reading) == [] and reading.tables["results"]["cell"].tolist() == ["D2", "D3"]


def test_a_text_of_a_million_columns_is_refused():
    assert only_problem(read("rong.csv", b"," * 1_000_000, facts()))[::2] == (
        "sheet_too_large",
        {"rows": 1, "columns": 1_000_001},
    )


@pytest.mark.parametrize(
    ("value", "read_as"), [("≥ 18", (18.0, ">=")), ("≥18", (18.0, ">=")), ("≈ 18", (18.0, "~"))]
)
def test_signs_beyond_ascii_are_no_sign_of_an_old_encoding(value, read_as):
    reading = read(
        "xuat.csv", f"unit,criterion,year,value\nSNV,TC1,2022,{value}\n".encode(), facts()
    )
    assert (
        codes(reading) == []
        and tuple(reading.tables["results"][["value", "comparator"]].iloc[0]) == read_as
    )
    assert only_problem(
        read("am.csv", "unit,criterion,year,value\nSNV,TC1,2022,−1\n".encode(), facts())
    )[:2] == ("value_negative", "D2")


def test_decomposed_letters_are_composed_at_the_door():
    reading = read("mac.csv", unicodedata.normalize("NFD", text(";")).encode(), facts())
    assert reading.tables["results"]["note"].tolist() == [LINE[5]]


def test_windows_1258_is_converted_with_a_warning():
    reading = read("cu.csv", as_windows_1258(text(";")), facts())
    assert only_problem(reading) == ("encoding_converted", None, {"encoding": "Windows-1258"})
    assert reading.tables["results"]["note"].tolist() == [LINE[5]]


@pytest.mark.parametrize(("words", "encoding"), [(TCVN3, "TCVN3"), (VNI, "VNI")])
def test_tcvn3_and_vni_are_named_and_refused(words, encoding):
    reading = read("cu.csv", words.encode("cp1252"), facts())
    code, _, fields = only_problem(reading)
    assert (code, fields["encoding"]) == ("encoding_legacy", encoding) and reading.tables == {}


@pytest.mark.parametrize(("words", "encoding"), [(TCVN3, "TCVN3"), (VNI, "VNI")])
def test_old_letters_inside_a_workbook_are_refused_too(words, encoding):
    rows = [line.split(";") for line in words.splitlines()]
    code, _, fields = only_problem(read_sheets({"Bieu": rows}))
    assert (code, fields["encoding"]) == ("encoding_legacy", encoding)


def test_letters_spoilt_by_a_wrong_opening_are_told_apart_from_old_encodings():
    rows = [line.split(";") for line in text(";").encode().decode("latin-1").splitlines()]
    assert only_problem(read_sheets({"Bieu": rows}))[0] == "encoding_misread"


def test_what_cannot_be_told_is_refused():
    content = "Mã;Tên\nA;Größe Übung façade señor\n".encode("cp1252", errors="replace") + bytes(
        range(0x80, 0xA0)
    )
    assert codes(read("la.csv", content, facts()))[0] == "encoding_unknown"


@pytest.mark.parametrize(
    "sentence",
    [
        "Sở Lao động - Thương binh và Xã hội; thị xã Đức Phổ; Uỷ ban nhân dân xã Phổ Châu; quý, khuỷu, giữ gìn, nghiêng",
        "Ủy ban Mặt trận Tổ quốc, Bộ phận Tiếp nhận và Trả kết quả, huyện Krông Pắc, xã Đắk Lắk",
        "Café Internet tại UBND xã Ea H'leo",
        "Plain ASCII",
    ],
)
def test_living_vietnamese_is_not_taken_for_an_old_encoding(sentence):
    assert legacy_encoding(sentence) is None


def test_quotes_that_never_close_and_very_long_cells_get_an_answer():
    for content in (
        b'unit,criterion,year,value\n"SNV,TC1,2022,5\n',
        b"unit,criterion\n" + b"x" * 2_000_000,
    ):
        assert read("la.csv", content, facts()).has_errors
