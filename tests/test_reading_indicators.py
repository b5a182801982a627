"""What a figure in a report measures, and which figures are no level of the unit."""

import pytest

from dashboard.reading.whole_report import read_report

HEAD = "SỞ XÂY DỰNG\nAn Hòa, ngày 05 tháng 12 năm 2022\nBÁO CÁO\nKết quả phong trào thi đua năm 2022\n\nSở Xây dựng báo cáo như sau:\n\n"


def by_rules(report):
    """What the rules find of a measure that they know; what is only asked, and what a unit states of a thing that no list knows, has its own tests."""
    rows = report.as_dict()["indicators"]
    return [row for row in rows if row["doubt"] != "whether" and row["code"] != "stated"]


def found(line, heading="II. KẾT QUẢ THỰC HIỆN", **options):
    rows = by_rules(read_report(f"{HEAD}{heading}\n{line}\n", **options))
    return [
        (row["code"], row["comparator"], row["value"], row["unit"], row["year"]) for row in rows
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "- Mức độ rất hài lòng của người dân đạt trên 95% trở lên.",
            [("very_satisfied", ">", 95, "%", 2022)],
        ),
        (
            "- Rất hài lòng đạt 60%, hài lòng đạt 38%.",
            [("very_satisfied", "=", 60, "%", 2022), ("satisfied", "=", 38, "%", 2022)],
        ),
        ("- Có 95% ý kiến hài lòng và rất hài lòng.", [("satisfied", "=", 95, "%", 2022)]),
        (
            "- 100% cán bộ, công chức, viên chức được trang bị máy tính.",
            [("computers", "=", 100, "%", 2022)],
        ),
        (
            "- Hồ sơ đúng hạn: năm 2020 đạt 96,4%; năm 2021 đạt 97.85%.",
            [("on_time", "=", 96.4, "%", 2020), ("on_time", "=", 97.85, "%", 2021)],
        ),
        (
            "- Tỷ lệ hài lòng các năm 2020, 2021 là 90%, 92%.",
            [("satisfied", "=", 90, "%", 2020), ("satisfied", "=", 92, "%", 2021)],
        ),
        (
            "- Mức độ hài lòng tăng từ 88,5% năm 2019 lên 96,7% năm 2022.",
            [("satisfied", "=", 88.5, "%", 2019), ("satisfied", "=", 96.7, "%", 2022)],
        ),
        (
            "- Mức độ hài lòng đạt 94%, cao hơn bình quân chung của tỉnh (90,2%).",
            [("satisfied", "=", 94, "%", 2022)],
        ),
        (
            "- Văn bản điện tử đạt 95%, vượt chỉ tiêu được giao (90%).",
            [("electronic_documents", "=", 95, "%", 2022)],
        ),
        (
            "- Phấn đấu trên 90% người dân hài lòng; kết quả đạt 93,5%.",
            [("satisfied", "=", 93.5, "%", 2022)],
        ),
        ("- 12/12 phòng đạt cơ quan văn hóa.", [("office_culture", "=", 12, "count", 2022)]),
        ("- Đã tổ chức 02 cuộc kiểm tra công vụ.", [("inspections", "=", 2, "count", 2022)]),
        (
            "- Tỷ lệ văn bản ký số từ 90% đến 95%.",
            [
                ("digital_signatures", ">=", 90, "%", 2022),
                ("digital_signatures", "<=", 95, "%", 2022),
            ],
        ),
        (
            "- Chỉ số cải cách hành chính của Sở xếp thứ 5/19.",
            [("par_index", "=", 5, "rank", 2022)],
        ),
        (
            "- Chỉ số SIPAS năm 2021 xếp thứ 6/11; giảm 01 bậc so với năm 2020 (xếp thứ 5/11).",
            [("sipas", "=", 6, "rank", 2021), ("sipas", "=", 5, "rank", 2020)],
        ),
        (
            "- Năm 2020 có 5/26 đồng chí hoàn thành xuất sắc nhiệm vụ, năm 2021 có 6/26 đồng chí.",
            [("duty_rating", "=", 5, "count", 2020), ("duty_rating", "=", 6, "count", 2021)],
        ),
        (
            "- Đã phổ biến Sổ tay văn hóa công sở của tỉnh đến 214/214 người lao động.",
            [("informed", "=", 214, "count", 2022)],
        ),
        (
            "- Kiểm tra chéo giữa các đơn vị trực thuộc 02 đợt.",
            [("inspections", "=", 2, "count", 2022)],
        ),
        (
            "- Lồng ghép tuyên truyền 37 cuộc, có 3.260 lượt CBCCVC tham dự.",
            [("informed", "=", 3260, "count", 2022)],
        ),
        (
            "- Văn bản trao đổi dưới dạng điện tử, ký số: 100%.",
            [
                ("electronic_documents", "=", 100, "%", 2022),
                ("digital_signatures", "=", 100, "%", 2022),
            ],
        ),
        (
            "- Hồ sơ công việc xử lý trên môi trường mạng đạt 97% (kế hoạch 95%).",
            [("electronic_files", "=", 97, "%", 2022)],
        ),
        ("- Năm trước, tỷ lệ hài lòng là 87,5%.", [("satisfied", "=", 87.5, "%", 2021)]),
        (
            "- 8/8 phòng, khoa, 130/132 viên chức ký cam kết thi đua.",
            [("registered", "=", 8, "count", 2022), ("registered", "=", 130, "count", 2022)],
        ),
        ("- 99,98% khoản chi giải quyết đúng hạn.", [("on_time", "=", 99.98, "%", 2022)]),
        (
            "- 97% thủ tục của Sở được cung cấp mức độ 3, 4.",
            [("online_services", "=", 97, "%", 2022)],
        ),
        (
            "- Đã giải quyết hồ sơ trước và đúng hạn là 1.041.",
            [("on_time", "=", 1041, "count", 2022)],
        ),
        (
            "- Hồ sơ đúng hạn: năm 2019 là 97,5%, các năm 2020 - 2021 đều trên 98%.",
            [("on_time", "=", 97.5, "%", 2019), ("on_time", ">", 98, "%", 2021)],
        ),
        (
            "- 12/13 phòng đạt danh hiệu “Cơ quan văn hóa” năm 2021.",
            [("office_culture", "=", 12, "count", 2021)],
        ),
        (
            "- Số công chức hoàn thành xuất sắc nhiệm vụ năm 2021 là 4 người.",
            [("duty_rating", "=", 4, "count", 2021)],
        ),
        (
            "- 22/22 công chức được cấp tài khoản phần mềm quản lý văn bản, hộp thư công vụ.",
            [("official_email", "=", 22, "count", 2022)],
        ),
        (
            '- Có 98,2% lượt đánh giá "Rất hài lòng"; 1,5% "Hài lòng".',
            [("very_satisfied", "=", 98.2, "%", 2022), ("satisfied", "=", 1.5, "%", 2022)],
        ),
        (
            "Yêu cầu của khách hàng: tiếp nhận 9.312 yêu cầu, giải quyết đúng hẹn 9.187 yêu cầu.",
            [
                ("files_received", "=", 9312, "count", 2022),
                ("on_time", "=", 9187, "count", 2022),
            ],
        ),
        (
            "- Tổng số hồ sơ tiếp nhận 1.245 hồ sơ, giải quyết đúng hạn.",
            [("files_received", "=", 1245, "count", 2022)],
        ),
        (
            "- Trong năm nhận 7.412 hồ sơ, đã giải quyết 7.390 hồ sơ; trước hạn 5.906, đúng hạn 1.447, trễ hạn 37.",
            [
                ("files_received", "=", 7412, "count", 2022),
                ("files_settled", "=", 7390, "count", 2022),
                ("early", "=", 5906, "count", 2022),
                ("on_time", "=", 1447, "count", 2022),
            ],
        ),
    ],
)
def test_a_level_is_found_with_its_bound_and_year(line, expected):
    assert found(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "- Phấn đấu đạt 95% người dân hài lòng.",
        "- Yêu cầu 100% cán bộ, công chức ký cam kết.",
        "- Mức độ hài lòng tăng 13,2% so với năm 2021.",
        "- Chỉ số cải cách hành chính tăng 8 bậc.",
        "- Cắt giảm 30% thời gian giải quyết hồ sơ đúng hạn.",
        "- Theo Nghị quyết số 76/NQ-CP, mức độ hài lòng đến năm 2025 đạt tối thiểu 90%.",
        "- Mức độ hài lòng của cả nước là 87,16%.",
        "- Chỉ số PAR INDEX của tỉnh năm 2021 xếp thứ 29/63.",
        "- Các xã Thạnh Trị, Lâm Tân đạt 100% văn bản ký số.",
        "- Toàn lực lượng có 98% quân nhân hoàn thành tốt nhiệm vụ.",
        "- Mức độ hài lòng thấp nhất 95,1% (phường Cát Dài).",
        "- 100% phòng họp kết nối trực tuyến.",
        "- Đa số hài lòng, trong đó rất hài lòng chiếm 2/3.",
        "- Toàn huyện tỷ lệ hồ sơ đúng hạn là 98,7%.",
        "- Trước sáp nhập, cả 03 đơn vị cũ đều ban hành kế hoạch.",
        "- Thanh toán trực tuyến cao hơn năm 2021 là 7,1%.",
        "- Tại Sở Y tế, tỷ lệ hài lòng đạt 92%.",
        "- Chỉ số PAPI của tỉnh đạt 42,5 điểm, xếp thứ 30/63.",
        "- Thu ngân sách đạt 112% kế hoạch.",
        "- Đa số người dân hài lòng; văn bản ký số tăng đáng kể.",
        "- Thực hiện Quyết định số 1847/QĐ-TTg ngày 27/12/2018 về hài lòng của người dân.",
    ],
)
def test_goals_changes_laws_totals_and_others_figures_are_no_levels(line):
    assert found(line) == []


def test_figures_under_tasks_are_targets():
    assert found("- Tỷ lệ hài lòng đạt 98%.", "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ") == []


def test_a_fraction_keeps_its_total_and_a_share_that_contradicts_it_is_cautioned():
    report = read_report(f"{HEAD}II. KẾT QUẢ\n- 45/50 hồ sơ đúng hạn (95%).\n").as_dict()
    assert [(row["value"], row["out_of"]) for row in report["indicators"]] == [(45, 50), (95, None)]
    assert [row["code"] for row in report["warnings"]] == ["share_differs"]


def test_a_share_of_another_sentence_contradicts_nothing():
    report = read_report(
        f"{HEAD}II. KẾT QUẢ\n- Văn bản đi được ký số đạt 99,8%. 154/160 công chức có chứng thư số.\n"
    ).as_dict()
    assert ([row["value"] for row in report["indicators"]], report["warnings"]) == ([99.8, 154], [])


@pytest.mark.parametrize(
    "said",
    [
        "45/50 hồ sơ đúng hạn (95%).",
        "Giải quyết đúng hạn 100%; trong đó 12 hồ sơ trễ hạn thuộc lĩnh vực xây dựng.",
    ],
)
def test_what_contradicts_itself_is_never_sure(said):
    report = read_report(f"{HEAD}II. KẾT QUẢ\n- {said}\n").as_dict()
    assert len(report["indicators"]) == 2 and report["warnings"]
    assert all(row["doubt"] for row in report["indicators"])


def test_how_many_were_asked_is_not_how_many_were_satisfied():
    said = "Khảo sát 3.599 người dân, 3.324 người hài lòng, đạt 92,35%."
    assert [row[2] for row in found(said) if row[0] == "satisfied"] == [3324, 92.35]


def test_more_than_all_is_quoted_and_not_taken():
    report = read_report(f"{HEAD}II. KẾT QUẢ\n- Tỷ lệ hài lòng đạt 195%.\n").as_dict()
    assert report["indicators"] == []
    assert "195%" in report["warnings"][0]["message"]


def test_a_criterion_of_the_plan_is_found_by_its_words():
    criterion = {
        "code": "cay_xanh",
        "name": "Trồng cây xanh công sở",
        "kind": "number",
        "words": ["cây xanh"],
    }
    rows = read_report(
        f"{HEAD}II. KẾT QUẢ\n- Trồng được 40 cây xanh; 45 cây xanh khác được chăm sóc.\n",
        criteria=[criterion],
    ).as_dict()["indicators"]
    assert [row for row in rows if row["code"] == "cay_xanh"] == []
    share = {
        "code": "xanh",
        "name": "Công sở có cây xanh",
        "kind": "share",
        "words": ["trồng cây xanh"],
    }
    rows = read_report(
        f"{HEAD}II. KẾT QUẢ\n- 12/14 trụ sở đã trồng cây xanh.\n", criteria=[share]
    ).as_dict()["indicators"]
    assert [(row["criterion"], row["name"], row["value"], row["out_of"]) for row in rows] == [
        ("xanh", "Công sở có cây xanh", 12, 14)
    ]


def test_a_criterion_with_a_known_word_takes_that_indicator_over_but_not_its_stricter_sister():
    criterion = {
        "code": "HL",
        "name": "Mức độ hài lòng của người dân",
        "kind": "survey",
        "words": ("hài lòng",),
    }
    rows = read_report(
        f"{HEAD}II. KẾT QUẢ\n- Rất hài lòng 60%; sự hài lòng nói chung đạt 95%.\n",
        criteria=[criterion],
    ).as_dict()["indicators"]
    assert [(row["code"], row["criterion"], row["value"]) for row in rows] == [
        ("very_satisfied", None, 60),
        ("satisfied", "HL", 95),
    ]


def test_a_table_gives_levels_by_row_and_year_and_leaves_plan_and_change_columns():
    table = "STT | Nội dung | ĐVT | Chỉ tiêu | Năm 2020 | Năm 2021 | Tăng/giảm\n1 | Tỷ lệ hồ sơ đúng hạn | % | 100 | 98,5 | trên 99 | 0,6"
    assert found(table) == [("on_time", "=", 98.5, "%", 2020), ("on_time", ">", 99, "%", 2021)]


def test_a_table_by_years_takes_the_topic_from_its_heads():
    table = "Năm\tSố hồ sơ\tTỷ lệ hồ sơ đúng hạn (%)\n2020\t1.200\t97,5\n2021\t1.310\t98,1"
    assert found(table) == [("on_time", "=", 97.5, "%", 2020), ("on_time", "=", 98.1, "%", 2021)]


@pytest.mark.parametrize(
    ("line", "levels"),
    [
        (
            "Có 12/12 xã, thị trấn và 13/13 cơ quan chuyên môn đã ban hành kế hoạch thực hiện.",
            [(12, "count"), (13, "count")],
        ),
        (
            "Đăng ký thi đua: tập thể 14/14 khoa, phòng; cá nhân 190/190.",
            [(14, "count"), (190, "count")],
        ),
        (
            "28 trong tổng số 29 công chức (96,5%) chấp hành nghiêm nội quy.",
            [(28, "count"), (96.5, "%")],
        ),
        ("Tỷ lệ hài lòng chỉ đạt 76,4%, chưa đạt chỉ tiêu tối thiểu 80% tỉnh giao.", [(76.4, "%")]),
        ("Mức độ hài lòng đạt 95%, cao hơn năm trước 2,4%.", [(95, "%")]),
        (
            "Văn bản điện tử đạt 98%, ký số đạt 92%, tăng lần lượt 5% và 11%.",
            [(98, "%"), (92, "%")],
        ),
        ("UBND huyện đã chỉ đạo 12 phòng, 15 xã đăng ký thi đua.", []),
        ("Tỷ lệ hồ sơ nộp trực tuyến 60% 52,5% 71,2%", []),
        ("PAR INDEX của tỉnh An Sơn đạt 87,45%, xếp thứ 22/63.", []),
        ("Tỷ lệ văn bản ký số trên hệ thống quản lý văn bản đạt 97%.", [(97, "%")]),
    ],
)
def test_how_reports_say_their_figures(line, levels):
    report = read_report(f"{HEAD}II. KẾT QUẢ\n- {line}\n").as_dict()
    assert [(row["value"], row["unit"]) for row in report["indicators"]] == levels


def test_columns_without_heads_are_warned_about():
    report = read_report(
        f"{HEAD}II. KẾT QUẢ\n- Tỷ lệ hồ sơ nộp trực tuyến 60% 52,5% 71,2%\n"
    ).as_dict()
    assert (
        report["warnings"][0]["code"] == "lost_columns"
        and report["warnings"][0]["quote"] == "60% 52,5% 71,2%"
    )


def test_the_year_before_is_read_from_its_words():
    report = read_report(
        f"{HEAD}II. KẾT QUẢ\n- Tỷ lệ hồ sơ trực tuyến đạt 75% (cùng kỳ: 52%).\n"
    ).as_dict()
    now, then = report["indicators"]
    assert (now["value"], then["value"], now["year"] - then["year"]) == (75, 52, 1)
