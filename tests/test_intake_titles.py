"""What titles, names of files, remarks and notes say of period, stage, scale and draft, in the words that offices use."""

from __future__ import annotations

import pytest
from small_files import codes, read_merged, read_sheets, read_text

TABLE = [["STT", "Đơn vị", "TC1", "Ghi chú"], [1, "Sở Nội vụ", 18, ""]]


def titled(*above: str, below: str = "", sheet: str = "Bảng", name: str = "bieu.xlsx"):
    lines = [[one] for one in above]
    return read_sheets({sheet: [*lines, *TABLE, [], [below or None]]}, name=name)


@pytest.mark.parametrize(
    "line",
    ["KẾT QUẢ Q.IV NĂM 2022", "KẾT QUẢ TUẦN 42 NĂM 2022", "KẾT QUẢ KỲ I NĂM 2022", "KẾT QUẢ NỬA NĂM 2022"],
)  # fmt: skip
def test_a_quarter_a_week_a_half_or_a_term_is_no_year(line):
    assert codes(titled(line)) == ["part_of_year"]


@pytest.mark.parametrize("name", ["BC_QuyII_2022.xlsx", "BC6thang2022.xlsx", "BC-T06.2022.xlsx"])
def test_a_name_of_a_file_in_which_words_and_numbers_run_together_is_understood(name):
    assert codes(titled("KẾT QUẢ NĂM 2022", name=name)) == ["part_of_year"]


def test_one_round_of_several_is_asked_wherever_it_is_said():
    assert codes(titled("KẾT QUẢ KHẢO SÁT ĐỢT 1 NĂM 2022")) == ["round_of_year"]
    assert codes(titled("KẾT QUẢ NĂM 2022", name="dot 1.xlsx")) == ["round_of_year"]
    assert codes(titled("KẾT QUẢ NĂM 2022", below="Số liệu của đợt 2")) == ["round_of_year"]


@pytest.mark.parametrize(
    "name", ["tong hop draft.xlsx", "Bieu nháp.xlsx", "tong_hop_nhap_lan1.xlsx", "du kien ket qua 2022.xlsx"]
)  # fmt: skip
def test_a_name_may_say_that_the_file_is_a_draft_or_a_wish(name):
    assert codes(titled("KẾT QUẢ NĂM 2022", name=name)) == ["draft"]


@pytest.mark.parametrize("name", ["bieu nhap lieu.xlsx", "mau nhap 2022.xlsx", "sap nhap xa.xlsx"])
def test_entering_or_merging_written_without_diacritics_is_no_draft(name):
    assert codes(titled("KẾT QUẢ NĂM 2022", name=name)) == []


@pytest.mark.parametrize(
    "line",
    ["CHỈ TIÊU ĐĂNG KÝ THI ĐUA NĂM 2022", "ĐIỂM ĐĂNG KÝ PHẤN ĐẤU CỦA CÁC ĐƠN VỊ NĂM 2022", "Số liệu sơ bộ năm 2022"],
)  # fmt: skip
def test_a_title_may_say_that_figures_are_wished_for_or_not_final(line):
    assert codes(titled(line)) == ["draft"]


@pytest.mark.parametrize("line", ["CHỈ TIÊU VÀ KẾT QUẢ NĂM 2022", "KẾ HOẠCH VÀ KẾT QUẢ NĂM 2022"])
def test_a_title_of_results_beside_a_plan_is_no_wish(line):
    assert codes(titled(line)) == []


@pytest.mark.parametrize(
    "line",
    [
        "KẾT QUẢ CHẤM ĐIỂM CỦA HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG NĂM 2022", "KẾT QUẢ CHẤM CHÉO NĂM 2022",
        "KẾT QUẢ CHÍNH THỨC NĂM 2022", "KẾT QUẢ ĐÃ ĐƯỢC PHÊ DUYỆT NĂM 2022",
    ],
)  # fmt: skip
def test_a_title_that_tells_of_others_who_score_is_not_taken_for_a_units_own_score(line):
    assert codes(titled(line)) == ["stage_unclear"]
    assert codes(titled(line, sheet="Tự chấm")) == []


@pytest.mark.parametrize(
    "line, stage",
    [
        ("HỘI ĐỒNG NHÂN DÂN TỈNH - KẾT QUẢ NĂM 2022", "self"), ("KẾT QUẢ TRƯỚC THẨM ĐỊNH NĂM 2022", "self"),
        ("KẾT QUẢ NĂM 2022 nộp Hội đồng thẩm định", "self"), ("KẾT QUẢ SAU THẨM ĐỊNH NĂM 2022", "appraised"),
    ],
)  # fmt: skip
def test_what_only_goes_to_others_or_comes_before_them_is_a_units_own(line, stage):
    assert set(titled(line).tables["results"]["stage"]) == {stage}


def test_the_letters_of_both_stages_are_understood_together_and_asked_alone():
    rows = [["Năm 2022"], ["Đơn vị", "TC1 (TC)", "TC1 (TĐ)"], ["Sở Nội vụ", 18, 17]]
    found = read_sheets({"Bảng": rows}).tables["results"]
    assert dict(zip(found["stage"], found["value"])) == {"self": 18, "appraised": 17}
    assert codes(titled("KẾT QUẢ NĂM 2022", sheet="TĐ")) == ["stage_unclear"]


def test_the_letters_of_both_stages_may_be_a_line_of_the_head():
    head = [["Đơn vị", "TC1", None], [None, "TC", "TĐ"]]
    found = read_merged([["Năm 2022"], *head, ["Sở Nội vụ", 18, 17]], "B2:C2").tables["results"]
    assert dict(zip(found["stage"], found["value"])) == {"self": 18, "appraised": 17}


def test_a_bracket_in_the_head_of_units_is_heard():
    rows = [["KẾT QUẢ THẨM ĐỊNH NĂM 2022"], ["Đơn vị (tự chấm)", "TC1"], ["Sở Nội vụ", 18]]
    assert codes(read_sheets({"Bảng": rows})) == ["claims_differ"]


@pytest.mark.parametrize("line", ["(Thang điểm 10)", "Điểm đã quy đổi theo thang điểm 20"])
def test_another_scale_than_the_plans_is_asked_above_and_below_the_table(line):
    assert codes(titled("KẾT QUẢ NĂM 2022", line)) == ["scale_told"]
    assert codes(titled("KẾT QUẢ NĂM 2022", below=line)) == ["scale_told"]


def test_the_plans_own_scale_is_no_question():
    assert codes(titled("KẾT QUẢ NĂM 2022", "Thang điểm 20")) == []


@pytest.mark.parametrize(
    "note, code", [("số liệu ước", "draft"), ("tạm tính", "draft"), ("mới có đợt 1", "round_of_year")]
)  # fmt: skip
def test_a_note_may_say_that_the_figures_beside_it_are_not_final(note, code):
    text = f"Đơn vị;Năm;TC1;Ghi chú\nSở Nội vụ;2022;18;{note}\n"
    assert codes(read_text(text)) == [code]
