"""Awards, good examples and documents."""

import pytest

from dashboard.reading.whole_report import read_report

HEAD = "UBND TỈNH AN HÒA\nSỞ XÂY DỰNG\nSố: 12/BC-SXD\nAn Hòa, ngày 05 tháng 12 năm 2022\nBÁO CÁO\nKết quả phong trào thi đua năm 2022\n\nSở Xây dựng báo cáo như sau:\n\n"


def report(line, heading="II. KẾT QUẢ"):
    return read_report(f"{HEAD}{heading}\n{line}\n").as_dict()


@pytest.mark.parametrize(
    ("line", "awards"),
    [
        ("- Giám đốc Sở tặng Giấy khen cho 06 tập thể và 31 cá nhân.", [("Giấy khen", 6, 31)]),
        ("- Có 06 tập thể và 31 cá nhân được tặng Giấy khen.", [("Giấy khen", 6, 31)]),
        (
            "- Tặng Bằng khen cho 02 tập thể, 05 cá nhân; Giấy khen cho mười cá nhân.",
            [("Bằng khen", 2, 5), ("Giấy khen", None, 10)],
        ),
        (
            "- Có 05 tập thể lao động tiên tiến, 41 lao động tiên tiến.",
            [("Tập thể lao động tiên tiến", 5, None), ("Lao động tiên tiến", None, 41)],
        ),
        (
            "- Theo đề nghị của Hội đồng, Giám đốc đã tặng Giấy khen cho 3 cá nhân.",
            [("Giấy khen", None, 3)],
        ),
        (
            "- 01 cá nhân được tặng danh hiệu Chiến sĩ thi đua cấp tỉnh.",
            [("Chiến sĩ thi đua cấp tỉnh", None, 1)],
        ),
        ("- Đề nghị UBND tỉnh tặng Bằng khen cho 01 tập thể.", []),
        ("- Khen thưởng một số tập thể, cá nhân.", []),
        (
            "- Năm 2021, Sở được Bộ Xây dựng tặng Bằng khen; Giám đốc Sở tặng Giấy khen cho 6 cá nhân.",
            [("Bằng khen", None, None), ("Giấy khen", None, 6)],
        ),
        ("- UBND tỉnh tặng Cờ thi đua cho Văn phòng Sở.", [("Cờ thi đua", None, None)]),
        (
            "- Đề nghị UBND tỉnh tặng Cờ thi đua cho Văn phòng Sở; tiêu chuẩn xét tặng Bằng khen được công khai.",
            [],
        ),
        ("- Phấn đấu đạt danh hiệu Tập thể lao động xuất sắc.", []),
        ("Hình thức | Tập thể | Cá nhân\nBằng khen | 02 | 05", [("Bằng khen", 2, 5)]),
    ],
)
def test_awards_given_are_counted_by_form_and_proposals_are_not(line, awards):
    assert [
        (row["form"], row["collectives"], row["individuals"]) for row in report(line)["awards"]
    ] == awards


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("- Mô hình “Ngày thứ Sáu không hẹn” được đánh giá cao.", ["Ngày thứ Sáu không hẹn"]),
        (
            "- Các mô hình: “Chi bộ 3 tốt”, “Hộp thư góp ý” và “Mỗi ngày một việc tốt”.",
            ["Chi bộ 3 tốt", "Hộp thư góp ý", "Mỗi ngày một việc tốt"],
        ),
        ("- Duy trì mô hình Trường học hạnh phúc tại đơn vị.", ["Trường học hạnh phúc"]),
        ("- Phong trào “Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở”.", []),
        (
            "Các mô hình, cách làm hay:\n- “Quầy ưu tiên” dành cho người khuyết tật;",
            ["Quầy ưu tiên"],
        ),
        (
            "- Phường 1 với mô hình “Phường không giấy”, Trường Lê Lợi với “Cổng trường thân thiện”.",
            ["Phường không giấy", "Cổng trường thân thiện"],
        ),
        ("- Sẽ xây dựng mô hình “Công sở số”.", []),
        ("- Thực hiện phương châm “4 xin, 4 luôn, 3 không”.", []),
    ],
)
def test_examples_have_names_of_their_own(line, names):
    assert [row["name"] for row in report(line)["examples"]] == names


@pytest.mark.parametrize(
    ("line", "documents"),
    [
        (
            "- Ban hành Kế hoạch số 36/KH-SXD ngày 04 tháng 9 năm 2019.",
            [("36/KH-SXD", "2019-09-04", True)],
        ),
        (
            "- Thực hiện Kế hoạch số 115/KH-UBND ngày 14/8/2019 của UBND tỉnh về phong trào thi đua.",
            [("115/KH-UBND", "2019-08-14", False)],
        ),
        (
            "- Ban hành các Kế hoạch số 08/KH-SXD ngày 04/3/2020, số 03/KH-SXD ngày 26-01-2021.",
            [("08/KH-SXD", "2020-03-04", True), ("03/KH-SXD", "2021-01-26", True)],
        ),
        ("- Ban hành Kế hoạch số 27-KH/ĐU, ngày 21.7.2021.", [("27-KH/ĐU", "2021-07-21", True)]),
        (
            "- Quán triệt Quyết định số 733/QĐ-TTg ngày 14/6/2019 của Thủ tướng Chính phủ, Chỉ thị số 05-CT/TW của Bộ Chính trị.",
            [],
        ),
        ("- Họp 02 lần/tháng, 01 buổi/tuần.", []),
    ],
)
def test_documents_have_number_date_and_issuer_and_the_law_of_the_land_is_left_out(line, documents):
    assert [
        (row["number"], row["date"], row["own"]) for row in report(line)["documents"]
    ] == documents


def test_an_impossible_date_is_quoted_and_warned_about_not_repaired():
    found = report("- Ban hành Kế hoạch số 36/KH-SXD ngày 27/12/22018.")
    assert [(row["number"], row["date"]) for row in found["documents"]] == [("36/KH-SXD", None)]
    assert [(row["code"], row["quote"]) for row in found["warnings"]] == [
        ("impossible_date", "ngày 27/12/22018")
    ]


def test_the_report_itself_has_number_date_unit_and_period():
    found = report("- Không.")
    assert (found["report"], found["unit"], found["period"], found["kind"]) == (
        {"number": "12/BC-SXD", "date": "2022-12-05"},
        "Sở Xây dựng tỉnh An Hòa",
        "2022",
        "annual",
    )


def test_awards_said_one_by_one_keep_their_own_counts():
    rows = report(
        "01 tập thể được tặng Huân chương Lao động hạng Ba, 02 cá nhân được tặng Bằng khen của Thủ tướng và 10 cá nhân được tặng Giấy khen."
    )["awards"]
    assert [(row["form"], row["collectives"], row["individuals"]) for row in rows] == [
        ("Huân chương Lao động hạng Ba", 1, None),
        ("Bằng khen", None, 2),
        ("Giấy khen", None, 10),
    ]
