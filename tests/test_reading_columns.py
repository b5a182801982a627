"""Of which time the columns of a report's tables tell, whose their rows are, and lines that open with another body."""

import pytest

from dashboard.reading.belonging import own_name
from dashboard.reading.folding import Source
from dashboard.reading.restored_accents import bare, lacks_accents, with_accents
from dashboard.reading.table_columns import NOW, PAST, SET_ASIDE, UNKNOWN, column_time
from dashboard.reading.whole_report import read_report

HEAD = "UBND HUYỆN CHÂU THÀNH\nUBND PHƯỜNG TÂN AN\nSố: 45/BC-UBND\nBÁO CÁO\nKết quả phong trào thi đua thực hiện văn hóa công sở {period}\nI. KẾT QUẢ\n"


def given(said, period="năm 2023"):
    """(name, value, unit) of what is sure to be the unit's own of the report's time."""
    rows = read_report(HEAD.format(period=period) + said + "\n").as_dict()["indicators"]
    year = int(period[-4:])
    return [
        (row["name"], row["value"], row["unit"])
        for row in rows
        if row["doubt"] is None and row["year"] in (None, year)
    ]


@pytest.mark.parametrize(
    ("head", "part", "time"),
    [
        ("thực hiện", "", NOW),
        ("cả năm", "", NOW),
        ("2023", "", NOW),
        ("thực hiện 2023", "", NOW),
        ("năm 2022", "", PAST),
        ("cùng kỳ", "", PAST),
        ("kế hoạch 2023", "", SET_ASIDE),
        ("quý iv", "", SET_ASIDE),
        ("quý iv/2023", "quý iv năm 2023", NOW),
        ("quý iii/2023", "quý iv năm 2023", SET_ASIDE),
        ("6 tháng 2023", "6 tháng đầu năm 2023", NOW),
        ("6 tháng 2022", "6 tháng đầu năm 2023", PAST),
        ("so với tổng công ty", "", SET_ASIDE),
        ("diễn giải", "", UNKNOWN),
    ],
)
def test_a_column_tells_of_the_time_that_its_head_says(head, part, time):
    assert column_time(head, 2023, part) == time


def test_the_years_column_is_the_years_and_a_quarters_is_none_of_it():
    table = "Chỉ tiêu\tQuý I\tQuý II\tQuý III\tQuý IV\tCả năm\nNgười bệnh nội trú hài lòng (%)\t90,2\t91,5\t92,0\t93,9\t91,9\nChuyên cần (%)\t80\t81\t82\t83\t81,5"
    assert [(value, unit) for _, value, unit in given(table)] == [(91.9, "%"), (81.5, "%")]


def test_in_a_quarters_report_its_own_column_is_the_reports():
    table = (
        "Nội dung\tQuý III/2025\tQuý IV/2025\nHồ sơ tiếp nhận\t4.108\t4.655\nHồ sơ trễ hạn\t171\t49"
    )
    found = given(table, "quý IV năm 2025")
    assert [(value, unit) for _, value, unit in found] == [(4655, "count"), (49, "count")]


def test_a_row_of_the_reports_year_is_its_own_and_measures_what_the_heads_say():
    table = "Năm\tĐăng ký thi đua\tHài lòng (%)\tHoàn thành tốt (%)\n2022\t24/24\t90,7\t95,8\n2023\t28/28\t93,3\t100"
    assert [(value, unit) for _, value, unit in given(table)] == [
        (28, "count"),
        (93.3, "%"),
        (100, "%"),
    ]


def test_a_measure_that_no_list_knows_is_the_units_statement_under_its_label():
    table = "TT\tNội dung\tKế hoạch\tThực hiện\n1\tChi trả qua thẻ (%)\t70\t63,8\n2\tTổng\t-\t900"
    assert given(table) == [("Chi trả qua thẻ (%)", 63.8, "%")]


@pytest.mark.parametrize(
    ("said", "values"),
    [
        ("Khoa\tSố phiếu\tHài lòng (%)\nNội\t80\t96,3\nNhi\t70\t91,4\nCộng\t310\t94,2", [94.2]),
        ("TT | Thôn | Hồ sơ đúng hạn (%)\n1 | 1 | 97,1\n2 | 2 | 93\n | Toàn phường | 95,5", [95.5]),
        ("Bộ phận | Hồ sơ đúng hạn (%)\nĐịa chính | 91,2\nTư pháp | 99,3\nChung | 96,4", [96.4]),
        ("Phường | Hài lòng (%)\nHải An | 96,3\nKiến An | 91,4\nCộng | 94,2", []),
        ("Đơn vị | Hài lòng (%)\nPhường Tân An | 96,3\nPhường Kiến An | 91,4\nCộng | 94,2", [96.3]),
        ("Địa phương | Hài lòng (%)\nHải An | 96,3\nToàn huyện | 94,2", []),
        (
            "Khối | Hài lòng (%)\nThôn | 96,3\nCộng khối thôn | 91,4\nCộng | 93\nTổng cộng | 94",
            [94],
        ),
        ("Lĩnh vực | Hồ sơ đúng hạn (%)\nĐất đai | 94,2", [94.2]),
        ("Tiêu chí\tToàn huyện\tPhường\nHồ sơ đúng hạn (%)\t98,8\t99,2", [99.2]),
        ("Tiêu chí\tBình quân các phường\tToàn phường\nHài lòng (%)\t91,7\t90,2", [90.2]),
        ("Tiêu chí\tToàn ngành\tĐơn vị\nHài lòng (%)\t91,7\t90,2", [90.2]),
    ],
)
def test_of_rows_of_parts_and_columns_above_only_the_total_and_the_units_column_are_its_own(
    said, values
):
    assert [value for _, value, _ in given(said)] == values


@pytest.mark.parametrize(
    "said",
    [
        "- Đ/c Hà, Trạm Y tế: bên em hài lòng 98%, đăng ký 12/12 người.",
        "2. Trường Tiểu học Nguyễn Du: đăng ký 100%; 97% phụ huynh hài lòng.",
        "Từ: CN Yên Định. 56/60 phiếu hài lòng (93,3%).",
        "- Các phường khác: Hải An hài lòng 97%, Kiến An 98,1%.",
        "Đơn vị | Đúng hạn | Trực tuyến\nCông an tỉnh: 100% | 99% | 95,7%",
    ],
)
def test_what_a_line_of_another_body_tells_is_never_surely_the_units(said):
    assert given(said) == []


def test_a_district_and_a_town_of_one_name_are_two():
    own = own_name("Chi cục Thuế thị xã Kỳ Anh")
    assert own.has("chi cục thuế tx kỳ anh")
    assert not own.has("chi cục thuế huyện kỳ anh")


BARE = """UBND HUYEN CHAU THANH
UBND XA TAN PHONG
BAO CAO
Ket qua phong trao thi dua thuc hien van hoa cong so nam 2023
1. Xa co 23 can bo cong chuc, dang ky thi dua 23/23.
2. Ty le ho so giai quyet dung han dat 98,9%, nguoi dan hai long 94,7%.
3. Mot so can bo con di lam muon, chua deo the.
"""


def test_a_text_without_accents_is_read_and_nothing_of_it_is_sure():
    found = read_report(BARE).as_dict()
    told = {(row["code"], row["value"]): row for row in found["indicators"]}
    assert {("on_time", 98.9), ("satisfied", 94.7), ("registered", 23)} <= told.keys()
    rows = [*found["indicators"], *found["limitations"]]
    assert found["limitations"] and all(row["doubt"] for row in rows)
    assert all(BARE[row["start"] : row["end"]] == row["quote"] for row in rows)


@pytest.mark.parametrize(
    "said",
    [
        "Tỷ lệ hồ sơ giải quyết đúng hạn của xã đạt 98,9% trong năm nay.",
        "Một số cán bộ, công chức còn đi làm muộn, chưa đeo thẻ khi làm việc.",
        "Khảo sát người dân 150 phiếu, 142 phiếu hài lòng.",
    ],
)
def test_accents_come_back_letter_for_letter(said):
    assert lacks_accents(bare(said)) and not lacks_accents(said)
    assert with_accents(Source(bare(said))).plain == said
    assert with_accents(Source(said)).plain == said
