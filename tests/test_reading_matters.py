"""Goals after the results, last year's figures, other business and what others reported: never surely the unit's own of the report's year."""

import pytest

from dashboard.reading.folding import Source
from dashboard.reading.paragraphs import paragraphs
from dashboard.reading.said_figures import figures
from dashboard.reading.whole_report import read_report

HEAD = "UBND HUYỆN CHÂU THÀNH\nUBND XÃ THANH SƠN\nSố: 45/BC-UBND\nBÁO CÁO\nKết quả phong trào thi đua thực hiện văn hóa công sở {period}\n\nI. KẾT QUẢ\nHồ sơ giải quyết đúng hạn 97,3%.\n"


def sure(said, period="năm 2023"):
    """(value, year) of what is given without asking."""
    rows = read_report(HEAD.format(period=period) + said + "\n").as_dict()["indicators"]
    return {(row["value"], row["year"]) for row in rows if row["doubt"] is None}


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("4/ Sáu tháng cuối năm\nĐưa hồ sơ trực tuyến lên trên 85%.", "6 tháng đầu năm 2023"),
        ("Phần 3. Nhiệm vụ 6 tháng cuối năm\nNâng ký số lên 85%.", "6 tháng đầu năm 2023"),
        ("IV/ Việc 6 tháng cuối năm\nĐưa tỷ lệ hài lòng lên 85%.", "6 tháng đầu năm 2023"),
        ("5. Việc tiếp theo\nTập huấn ký số cho 85% công chức.", "năm 2023"),
        ("III. NĂM 2024\nNgười dân hài lòng 96%; văn bản ký số 85%.", "năm 2023"),
        ("V. GIAI ĐOẠN 2024 - 2025\nNgười dân hài lòng 85%.", "giai đoạn 2019 - 2023"),
        ("[Slide 9] 2024 - 2026\n✔ hài lòng 98%\n✔ 85% hồ sơ toàn trình", "năm 2023"),
        ("II/ NỘI DUNG, CHỈ TIÊU (theo Kế hoạch 08/KH-UBND)\n- 85% hồ sơ đúng hạn.", "năm 2023"),
        ("A - NỘI DUNG KẾ HOẠCH ĐẦU NĂM (trích)\n1) 85% công chức ký cam kết.", "năm 2023"),
        ("III. YÊU CẦU\nĐến hết năm đúng hạn ít nhất 99%; văn bản ký số 85%.", "năm 2023"),
    ],
)
def test_what_stands_under_a_heading_of_what_is_to_come_is_no_result(said, period):
    given = {value for value, _ in sure(said, period)}
    assert 97.3 in given and 85 not in given


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("Năm trước phiếu hài lòng được 93%.", 93),
        ("Nhận 148 hồ sơ, giải quyết đúng hạn 139 hồ sơ; cùng kỳ nhận 173 hồ sơ.", 173),
        ("Trả lời 338 yêu cầu; cùng kỳ 276 yêu cầu, tỷ lệ đúng hạn 93,5%.", 93.5),
        ("Nhận 286 hồ sơ. Cùng kỳ năm 2022: tiếp nhận 241 hồ sơ.", 241),
        ("Phụ huynh hài lòng 95,62% (năm học 2021 - 2022: 92,9%).", 92.9),
        ("Xử lý 271 đơn, so với năm 2022 tiếp 143 lượt, nhận 301 đơn, đúng hạn 93%.", 301),
    ],
)
def test_a_clause_of_last_year_is_last_years_to_its_end(said, value):
    assert (value, 2023) not in sure(said)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("Công tác khác: thu nhận 1.630 hồ sơ định danh; phạt 146 trường hợp.", 1630),
        ("4. Án: thụ lý 512 vụ, giải quyết 486 vụ, đạt 94,9%.", 94.9),
        ("Thi hành xong 611/742 việc có điều kiện, đạt 82,35%.", 82.35),
        ("Hiến máu tình nguyện được 41 đơn vị máu.", 41),
        ("Tỷ lệ gia đình văn hóa 89,4%.", 89.4),
        ("Ký cam kết “cân đúng, giá đúng”: 547/612 hộ (phong trào chợ văn minh).", 547),
        ("23/24 công chức đã ký cam kết (1 người nghỉ thai sản).", 1),
        ("Đã giải quyết 284 hồ sơ, đang giải quyết 02 hồ sơ.", 2),
        ("Có 521 hồ sơ chưa đến hạn.", 521),
        ("Ban hành 12 văn bản; các cơ quan xử lý 9 người bằng hình thức khiển trách.", 9),
        ("Đón đoàn học tập của xã bạn, nơi tỷ lệ trực tuyến đã đạt 94%, để đối chiếu.", 94),
        ("Trong đợt này kiểm tra 09 phường, xã.", 9),
        ("6- Qua báo cáo của Trạm Y tế: hồ sơ đúng hạn 93,2%, hài lòng 93,5%.", 93.5),
        ("- Đ/c Thu (tổ 1+2+3): tổ tôi 11/11 đ/c mặc áo dài.", 11),
        ("Lĩnh vực thẩm định quá hạn 41 hồ sơ, quy hoạch 16 hồ sơ.", 41),
        ("Khối thi đua có 05 đơn vị tự chấm trên 90 điểm.", 90),
        ("Đoàn chấm điểm: xã đạt 78,5/100 điểm; đơn vị tự chấm 89 điểm.", 89),
        ("Văn bản ký số 76,4%; 82% là mức bình quân của các xã.", 82),
        ("Con số 91,2% người dân toàn tỉnh hài lòng là đáng mừng.", 91.2),
        ("II. Kết quả các tổ chức trực thuộc\nCó 92% hội viên ký cam kết.", 92),
        ("\n[09:20] Liễu - VP xã:\nGửi giúp số xã bạn nhé:\n- đúng hạn 93,1%\n\nHết.", 93.1),
    ],
)
def test_other_business_and_what_others_reported_is_never_surely_the_units(said, value):
    given = {told for told, _ in sure(said)}
    assert 97.3 in given and value not in given


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("Công chức ký cam kết: 45/46 người đạt 97,8%, 01 người nghỉ thai sản.", 97.8),
        ("Kết quả trong năm\nVăn bản ký số đạt 96,5%.", 96.5),
        ("NĂM 2023\nVăn bản ký số đạt 96,5%.", 96.5),
        ("Yêu cầu của công dân giải quyết đúng hạn đạt 96,5%.", 96.5),
        ("Huyện xếp loại CCHC: xã đạt 96,5/100 điểm.", 96.5),
    ],
)
def test_beside_such_words_the_units_own_figure_is_still_given(said, value):
    assert (value, 2023) in sure(said)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("Tiếp 187 lượt công dân (năm 2022: 204 lượt); đơn giải quyết đúng hạn 93,75%.", 93.75),
        ("Kỷ luật giảm so với 12 người năm 2022; văn bản ký số đạt 96,5%.", 96.5),
    ],
)
def test_a_year_told_aside_is_of_its_own_figure_alone(said, value):
    rows = read_report(HEAD.format(period="năm 2023") + said).as_dict()["indicators"]
    assert {row["year"] for row in rows if row["value"] == value} == {2023}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "ĐIỆN LỰC PHÚ KHÁNG\nKẾT QUẢ THI ĐUA VĂN HÓA CÔNG SỞ 2023\n\nCăn cứ Quyết định 733/QĐ-TTg ngày 14/6/2019\n2022: 70/85\n",
            "2023",
        ),
        (
            "Sở Xây dựng: Nụ cười ở tầng một\n\nNăm 2024 là năm thứ năm Sở thực hiện Quyết định 733/QĐ-TTg ngày 14/6/2019.\n",
            "2024",
        ),
        (
            "Thị xã Kỳ Phú đứng đầu\n(AB) - 18/04/2024 05:50\n\nThị xã dẫn đầu về Chỉ số cải cách hành chính năm 2023 với 91,84 điểm. Năm 2022 chỉ 85,27 điểm.\n",
            "2023",
        ),
        (
            "Công an phường Vĩnh Hưng vì dân\nNgày 19/07/2024\n\nTrưởng Công an phường cho hay, 6 tháng đầu năm 2024 đơn vị giải quyết 3.915 hồ sơ.\n",
            "6 tháng đầu năm 2024",
        ),
        (
            "Kính gửi Phòng Nội vụ huyện.\nUBND xã Gò Trâm báo cáo nhanh văn hóa công sở quý III/2022:\n1. Nhận 386 hồ sơ. Quý II trễ 9 hồ sơ.\n",
            "Quý III năm 2022",
        ),
        (
            "[Tin công đoàn]\nNgày đăng: 02/06/2023\n\nTrường THPT Trần Quang Diệu tổ chức tổng kết năm học 2022 - 2023. Năm học trước 93,4%.\n",
            "2022-2023",
        ),
        (
            "Thứ tư, 20/11/2024\n\nSáng 20.11, Công đoàn Viên chức tổng kết phong trào giai đoạn 2019 - 2024. Năm 2019 có 44 cơ quan.\n",
            "2019-2024",
        ),
        (
            "Sở Tư pháp Long Bình\nTháng 12/2023\n\nSo với năm 2022, hồ sơ tăng 4%. Kế hoạch năm 2024 đã ban hành. Trong năm 2023 Sở nhận 11.640 hồ sơ.\n",
            "2023",
        ),
    ],
)
def test_a_text_without_the_title_of_a_report_is_of_the_year_that_it_opens_with(text, label):
    assert read_report(text).as_dict()["period"] == label


def test_the_title_of_a_quarters_report_names_it_with_a_stroke():
    text = "CHI NHÁNH THỊ XÃ BÀU LÁC\nSố: 640/BC-CN\nBÁO CÁO QUÝ III/2024\nVề thi đua thực hiện văn hóa công sở\n\nI. KẾT QUẢ\n"
    assert read_report(text).as_dict()["period"] == "Quý III năm 2024"


def test_points_of_a_whole_are_points():
    (told,) = figures("điểm hài lòng 17,6/18")
    assert (told.value, told.out_of, told.unit) == (17.6, 18, "points")


def test_bars_behind_several_blanks_part_the_same_cells_in_every_row():
    table = (
        "TT | Nội dung            | Năm 2022 | KH 2023 | TH 2023\n"
        "1  | Đeo thẻ công chức   | 6/8      | 8/8     | 7/8\n"
        "2  | Tỷ lệ hài lòng      | 82,0%    | 85%     | 88,3%\n"
    )
    given = sure(table)
    assert (88.3, 2023) in given
    assert not {(8.0, 2023), (85.0, 2023), (82.0, 2023), (6.0, 2023)} & given


def test_a_heading_that_ends_in_nam_is_not_joined_with_the_sentence_below():
    ended = Source("4/ Sáu tháng cuối năm\nGiữ tỷ lệ đúng hạn 100%.")
    goes_on = Source("Kết quả thực hiện trong năm\n2023 là 95%.")
    assert [len(paragraphs(one)) for one in (ended, goes_on)] == [2, 1]
