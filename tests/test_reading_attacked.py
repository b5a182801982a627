"""What an attacker who did not build the reader found: whose report it is, and columns that are bodies."""

import pytest

from dashboard.reading.bodies import named_after
from dashboard.reading.folding import Source
from dashboard.reading.whole_report import read_report

DISTRICT = "UBND huyện Hoài Đức báo cáo kết quả văn hóa công sở năm 2023.\n"


def given(text):
    found = read_report(text).as_dict()["indicators"]
    return [row["value"] for row in found if row["doubt"] is None]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Bộ Công an báo cáo kết quả năm 2023: hài lòng 87%. Công an Hà Nội 92%.", "Bộ Công an"),
        ("BỘ NỘI VỤ\nBÁO CÁO\nKết quả năm 2023\nHài lòng 87%.", "BỘ NỘI VỤ"),
        ("UBND xã Phước Mới báo cáo kết quả năm 2023.", "UBND xã Phước Mới"),
        ("UBND huyện Chợ Mới báo cáo kết quả năm 2023.", "UBND huyện Chợ Mới"),
        (
            "Chủ tịch UBND Quận 12 cho biết năm 2023 đúng hạn 98%. UBND Quận 12 sẽ làm tốt hơn.",
            "UBND Quận 12",
        ),
        (
            "Chủ tịch UBND Phường 3 Trần Thị Nga cho biết phường giải quyết 98% hồ sơ.",
            "UBND Phường 3",
        ),
        (
            "UBND xã Yên Thường đề nghị huyện Gia Lâm xem xét. Năm 2023 xã đúng hạn 98%.",
            "UBND xã Yên Thường",
        ),
        (
            "UBND huyện Di Linh cùng báo cáo năm 2023.",
            "UBND huyện Di Linh",
        ),
        (
            "Báo Sơn La: UBND huyện Mộc Châu đón đoàn Sở Nội vụ. Năm 2023, UBND huyện Mộc Châu đúng hạn 98%.",
            "UBND huyện Mộc Châu",
        ),
        (
            "Ông Đinh Văn Hùng, Chủ tịch UBND phường Phan Đình Phùng, cho biết: năm 2023 phường đúng hạn 98%.",
            "UBND phường Phan Đình Phùng",
        ),
    ],
)
def test_whose_text_it_is(text, unit):
    assert read_report(text + "\n").named == unit


@pytest.mark.parametrize(
    ("said", "bodies"),
    [
        ("Chủ tịch UBND xã Trường Sơn Trường Văn Giang nói", ["UBND xã Trường Sơn"]),
        ("Theo Kế hoạch số 1642/KH-UBND của UBND tỉnh An Bình", ["UBND tỉnh An Bình"]),
        ("Quận kiểm tra phường 2 lần, 3 phường 4 lần", []),
        ("UBND Quận 1 và Công an Phường 12", ["UBND Quận 1", "Công an Phường 12"]),
    ],
)
def test_names_with_numbers_and_persons_behind_them(said, bodies):
    source = Source(said)
    spans = named_after(source.plain, source.folded, 0, len(said))
    assert [said[start:end] for start, end in spans] == bodies


@pytest.mark.parametrize(
    ("heads", "own"),
    [
        ("Nội dung | Hoài Đức | Đan Phượng | Toàn thành phố", [98]),
        ("Nội dung | Xã An Khánh | Xã Di Trạch | Toàn huyện", [96]),
        ("Nội dung | Đan Phượng | Huyện Hoài Đức | Ba Vì", [94]),
    ],
)
@pytest.mark.parametrize("bar", [" | ", "\t"])
def test_of_columns_that_are_bodies_one_is_the_units(heads, own, bar):
    table = f"{heads}\nHồ sơ đúng hạn (%) | 98 | 94 | 96\n".replace(" | ", bar)
    assert given(DISTRICT + table) == own


def test_columns_of_times_and_measures_stay_the_units():
    table = "Nội dung | Năm 2022 | Năm 2023\nHồ sơ đúng hạn (%) | 94 | 98\n"
    assert 98 in given(DISTRICT + table)


def test_a_line_that_opens_with_the_units_report_is_the_units():
    assert 95 in given("UBND xã Tân Lập báo cáo năm 2023: hồ sơ đúng hạn 98%; hài lòng 95%.\n")
