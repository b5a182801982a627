"""One written form for names: what must be the same, and what must stay apart."""

from __future__ import annotations

import unicodedata

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_files import UNITS, facts

from data_access.intake.matching import header_form
from data_access.intake.names import fold, plain, unit_form

VIETNAMESE = st.text(
    alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵAĂÂĐÊÔƠƯ .,-&",
    max_size=40,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hoà An", "Hòa An"),
        ("Uỷ ban", "Ủy ban"),
        ("Quý", "Qúy"),
        ("kế họach", "Kế hoạch"),
        ("Ðức Phổ", "Đức Phổ"),
        ("Sở  Nội vụ.", "sở nội vụ"),
        (unicodedata.normalize("NFD", "Thị xã Đức Phổ"), "Thị xã Đức Phổ"),
    ],
)
def test_ways_of_writing_the_same_name_fold_to_one_form(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Hòa An", "Hỏa An"), ("Tân Bình", "Tấn Bình"), ("Đông", "Dong"), ("Sở Y tế", "Sở Tư pháp")],
)
def test_different_names_stay_apart(one, other):
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("UBND H. Hoà An", "huyện hòa an"),
        ("UBND xã Phổ Châu", "xã phổ châu"),
        ("Sở KH&ĐT", "sở kế hoạch và đầu tư"),
        ("Sở LĐ-TB&XH", "sở lao động thương binh và xã hội"),
        ("Sở VH,TT&DL", "sở văn hóa thể thao và du lịch"),
        ("TT.Mỹ Xuyên", "thị trấn mỹ xuyên"),
        ("P.1", "phường 1"),
        ("TP. Minh Châu", "thành phố minh châu"),
        ("Văn phòng UBND tỉnh", "văn phòng ủy ban nhân dân tỉnh"),
    ],
)
def test_abbreviations_of_bodies_are_spelt_out(written, form):
    assert unit_form(written) == form


def test_a_search_box_needs_no_diacritics():
    assert plain("Sở Nội vụ, Đức Phổ") == "so noi vu duc pho"


@given(VIETNAMESE)
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)
    assert unit_form(unit_form(text)) == unit_form(text)


@given(VIETNAMESE)
def test_composed_and_decomposed_text_fold_alike(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(VIETNAMESE)
def test_plain_text_is_ascii(text):
    assert plain(text).isascii()


@pytest.mark.parametrize(
    "header",
    [
        "Trang phục",
        "1.2. Trang phục",
        "1.2 Trang phục (điểm)",
        "III. TRANG PHỤC",
        "a) Trang phục\n(%)",
    ],
)
def test_numbering_and_brackets_of_a_header_do_not_matter(header):
    assert header_form(header) == "trang phục"


@pytest.mark.parametrize(
    "written", ["SNV", "snv", "Sở Nội vụ", "Sở Nội Vụ tỉnh Minh Hoạ", "SỞ NỘI VỤ TỈNH"]
)
def test_a_unit_is_found_by_code_name_and_name_without_the_province(written):
    assert facts().unit_names.find(written, 2022).code == "SNV"


def test_a_unit_is_found_by_an_alias_that_a_person_has_confirmed():
    assert (
        facts(aliases={"Cơ quan Nội vụ": "SNV"}).unit_names.find("cơ quan nội vụ", 2022).code
        == "SNV"
    )


@pytest.mark.parametrize(("year", "unit"), [(2022, "XHA"), (2025, None)])
def test_two_units_of_one_name_are_told_apart_by_the_year_or_asked(year, unit):
    assert list(UNITS["name"]).count("Xã Hòa An") == 2
    assert facts().unit_names.find("UBND xã Hoà An", year).code == unit


def test_a_person_s_answer_tells_two_units_of_one_name_apart_in_the_years_that_both_lived():
    chosen = facts(aliases={"UBND xã Hoà An": "XHA2"}).unit_names
    assert [chosen.find("Xã Hòa An", year).code for year in (2022, 2025)] == ["XHA", "XHA2"]


def test_an_old_name_of_one_unit_does_not_take_the_name_of_another():
    assert facts(aliases={"Xã Hòa An": "SNV"}).unit_names.find("Xã Hòa An", 2022).code is None


def test_a_name_that_is_only_near_is_proposed_and_not_taken():
    names = facts().unit_names
    assert names.find("Sở Nội vu", 2022).code is None
    assert [one.code for one in names.near("Sở Nội vu")] == ["SNV"]


def test_code_and_name_that_agree_leave_nothing_to_ask_and_those_that_differ_do():
    names = facts().unit_names
    assert names.sure("SNV", "", 2022) == names.sure("SNV", "Sở Nội vụ", 2022) == "SNV"
    assert names.sure("", "Sở Nội vụ", 2022) == "SNV"
    assert names.sure("SNV", "Sở Y tế", 2022) is None
    assert names.sure("", "", 2022) is None


def test_facts_that_grow_by_blocks_know_the_same_names_and_by_units_new_ones():
    known = facts()
    before = known.names
    by_blocks = known.with_found({"unit_years": pd.DataFrame({"unit": ["SNV"], "year": [2022]})})
    by_names = known.with_found({"aliases": pd.DataFrame({"alias": ["Nhà Nội"], "unit": ["SNV"]})})

    assert by_blocks.names == before
    assert by_names.criterion_names is before.criteria
    assert "Nhà Nội" not in before.units and "Nhà Nội" in by_names.unit_names


def test_a_name_without_accents_means_a_unit_where_only_one_has_it():
    names = facts({"Xã Tân Phong": "XHA", "Xã Tấn Phong": "SNV"}).unit_names
    assert names.unaccented("So Noi vu", 2023) == "SNV"
    assert names.unaccented("SO NOI VU TINH MINH HOA", 2023) == "SNV"
    assert names.unaccented("Sở Nội vụ tỉnh An Bình", 2023) is None, "another province's"
    assert names.unaccented("Xa Tan Phong", 2023) is None
    assert names.unaccented("Xa Khong Co", 2023) is None
    assert names.unaccented("Xa Hoa An", 2023) == "XHA"
