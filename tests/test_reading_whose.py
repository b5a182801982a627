"""Whose a figure is where many stand side by side: the unit under its short name and as the whole, parts of what was told, bodies above without a name."""

import pytest

from dashboard.reading.belonging import level_of, own_name
from dashboard.reading.whole_report import read_report

HEAD = "{unit}\nSố: 45/BC\nBÁO CÁO\nKết quả phong trào thi đua thực hiện văn hóa công sở {period}\nI. KẾT QUẢ\n{said}\n"


def found(said, unit="UBND XÃ THANH SƠN", period="năm 2023"):
    return read_report(HEAD.format(unit=unit, said=said, period=period)).as_dict()["indicators"]


def sure(said, *about):
    return {row["value"] for row in found(said, *about) if row["doubt"] is None}


def given(said, *about):
    return {row["value"] for row in found(said, *about)}


@pytest.mark.parametrize(
    ("unit", "said", "is_own"),
    [
        ("Sở Thông tin và Truyền thông tỉnh An Bình", "sở tt&tt", True),
        ("Sở Giáo dục và Đào tạo", "sở gd&đt", True),
        ("Sở Tài nguyên và Môi trường", "sở tt&tt", False),
        ("Phòng Giáo dục và Đào tạo huyện Phú Lâm", "sở gd&đt", False),
        ("thị xã Vĩnh Xuyên", "ubnd thị xã vĩnh xuyên", True),
        ("thị xã Vĩnh Xuyên", "ubnd thị xã vĩnh long", False),
    ],
)
def test_a_short_name_is_the_units_where_its_letters_begin_the_words_of_the_whole(
    unit, said, is_own
):
    assert own_name(unit).has(said) is is_own


@pytest.mark.parametrize(
    ("unit", "level"),
    [
        ("Ủy ban nhân dân tỉnh An Bình", "province"),
        ("UBND huyện Phú Lâm, tỉnh An Bình", "district"),
        ("UBND phường Bến Cát, tỉnh An Bình", "other"),
        ("Huyện Tân Hòa", "district"),
        ("Thị ủy Vĩnh Xuyên", "district"),
        ("Tỉnh đoàn An Bình", "other"),
        ("Đảng ủy Khối các cơ quan tỉnh An Bình", "other"),
    ],
)
def test_how_far_a_unit_governs_is_told_by_the_first_place_in_its_name(unit, level):
    assert level_of(unit) == level


@pytest.mark.parametrize(
    ("unit", "said", "value"),
    [
        ("UBND XÃ THANH SƠN", "Hài lòng: ấp Giữa 98%, ấp Kinh 87%, chung toàn xã 93,8%.", 93.8),
        ("UBND HUYỆN PHÚ LÂM", "Tính chung toàn huyện, hài lòng đạt 92,6%.", 92.6),
        (
            "SỞ THÔNG TIN VÀ TRUYỀN THÔNG",
            "Hồ sơ trực tuyến bình quân các sở đạt 58%, Sở Tư pháp 94%, Sở TT&TT đạt 100%.",
            100,
        ),
        ("BHXH TỈNH AN BÌNH", "Toàn ngành hài lòng 91,8%.", 91.8),
        (
            "BHXH TỈNH AN BÌNH",
            "Ông Lập, Phó Giám đốc BHXH tỉnh chia sẻ: “Mức hài lòng 91,8%”.",
            91.8,
        ),
        ("TRƯỜNG THPT TRẦN QUÝ CÁP", "Đo bằng Google Forms: 94,2% phụ huynh hài lòng.", 94.2),
        ("SỞ XÂY DỰNG", "2. 83% hồ sơ nộp trực tuyến.", 83),
    ],
)
def test_the_unit_keeps_its_figures_under_its_short_name_and_as_the_whole(unit, said, value):
    assert value in given(said, unit)


@pytest.mark.parametrize(
    ("said", "values", "about"),
    [
        (
            "83% hồ sơ nộp trực tuyến, trong đó chứng chỉ hành nghề 96%, thẩm định dự án 52%.",
            {96, 52},
            (),
        ),
        (
            "Tiếp nhận 614 hồ sơ, trong đó tồn kỳ trước 21 hồ sơ, tiếp nhận mới 593 hồ sơ.",
            {593},
            (),
        ),
        (
            "Sở giải quyết 1.148/1.148 hồ sơ đúng hạn. Chỉ số SIPAS chung của tỉnh năm 2022 là 88,9%.",
            {88.9},
            ("SỞ NỘI VỤ TỈNH AN BÌNH", "năm 2022"),
        ),
        ("Tổ chức 02 hội nghị, 79 lượt người dự, đạt 96,3% số triệu tập.", {96.3}, ()),
        (
            "Kiểm tra nội bộ đột xuất 05 lần so với 04 lần theo kế hoạch, phát hiện 03 lượt công chức rời vị trí.",
            {4},
            (),
        ),
        ("Qua giám sát cho thấy, toàn xã tiếp nhận 2.143 hồ sơ, đúng hạn 97,6%.", {2143, 97.6}, ()),
        (
            "19/21 đội, Công an xã, thị trấn được công nhận đơn vị văn hóa, cả Công an tỉnh là 287/301.",
            {287},
            ("CÔNG AN HUYỆN THANH GIANG",),
        ),
        (
            "Công an tỉnh tự chấm 98 điểm, chấm lại 97,5 điểm.",
            {98, 97.5},
            ("SỞ TƯ PHÁP TỈNH AN BÌNH",),
        ),
        (
            "Các số trong ngoặc vuông là của kỳ liền trước.\nTTHC tại bộ phận tiếp nhận: 1.208 hồ sơ đã trả [1.155], trong đó đúng hạn 1.206 hồ sơ, tỷ lệ 99,8% [99,6%].",
            {1155, 99.6},
            ("CHI CỤC HẢI QUAN NẬM RẠNG",),
        ),
        (
            "Mở 07 buổi, 238 lượt người (6 tháng đầu năm 05 buổi, 160 lượt, cả năm 12 buổi, 398 lượt).",
            {160, 398},
            ("UBND XÃ THANH SƠN", "6 tháng cuối năm 2023"),
        ),
        (
            "Nội dung | Tiếp nhận | Đúng hạn\nCấp huyện | 4.870 | 4.561\nCấp xã | 19.330 | 19.010\nToàn huyện | 24.200 | 23.571",
            {4870, 4561, 19330, 19010},
            ("UBND HUYỆN PHÚ LÂM",),
        ),
        (
            "Chỉ tiêu;TH quý III;Lũy kế 9T;Toàn TP\nTỷ lệ đúng hạn (%);99,6;99,3;98,5\nHài lòng (%);96,4;90,7;95,3",
            {99.3, 90.7, 98.5, 95.3},
            ("UBND PHƯỜNG TÂN AN", "quý III năm 2023"),
        ),
    ],
)
def test_parts_plans_other_times_and_bodies_above_are_never_surely_the_units(said, values, about):
    assert not values & sure(said, *about)


def test_of_a_share_with_a_measure_of_its_own_nothing_is_lost():
    assert {94.1, 46.2} <= given(
        "Người dân hài lòng đạt 94,1%, trong đó rất hài lòng 46,2%; kiểm tra 05 lần so với 04 lần năm 2022."
    )


def test_a_table_of_scores_that_add_up_keeps_its_rows():
    rows = "Nội dung | Điểm chuẩn | Kết quả\nKý cam kết | 10 | 8/8 người\nĐeo thẻ | 12 | 97%\nCộng | 22 | -"
    assert 97 in given(rows)


def test_of_a_text_that_tells_of_several_communes_before_the_one_it_names_most_all_is_asked():
    text = (
        "Khi bộ phận một cửa “thay áo”\n\n12/11/2023\n\nỞ xã Long Điền, tỷ lệ đúng hạn 99,9%. Xã Hòa Thạnh ký số 92% văn bản. "
        "Xã Bình Minh thì chưa được vậy, hài lòng 88,2%, nhưng 100% cán bộ đeo thẻ.\n\nDân xã Bình Minh nói lên xã không gặp ai.\n"
    )
    told = read_report(text).as_dict()["indicators"]
    assert [row["value"] for row in told if row["doubt"] is None] == []


@pytest.mark.parametrize(
    ("text", "period"),
    [
        (
            "Bệnh viện Đa khoa Vĩnh Xuyên: nụ cười người bệnh\n\nĐăng ngày 18-07-2023\n\nSáng 14/7, Bệnh viện họp sơ kết 6 tháng đầu năm.",
            "6 tháng đầu năm 2023",
        ),
        (
            "HĐND TỈNH GIÁM SÁT CẢI CÁCH THỦ TỤC HÀNH CHÍNH GIAI ĐOẠN 2021 - 2023\n\nCổng thông tin | 25/04/2024\n\nĐoàn đã làm việc với 6 sở.",
            "2021-2023",
        ),
        (
            "PAPI 2023: An Bình tăng bậc\n\n03/04/2024 06:40\n\nTheo kết quả công bố ngày 2/4, …",
            "2023",
        ),
    ],
)
def test_an_article_is_of_the_time_that_its_meeting_its_index_or_its_review_is_of(text, period):
    assert read_report(text).as_dict()["period"] == period
