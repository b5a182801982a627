"""Whose figure it is: what stands beside the unit's own and is another's must not be found, what is its own must."""

import pytest

from dashboard.reading.whole_report import read_report

HEAD = """BÁO CÁO
Kết quả phong trào thi đua thực hiện văn hóa công sở năm 2023

{unit} báo cáo kết quả năm 2023 như sau:
II. KẾT QUẢ
{said}
"""


def own(said, unit="UBND xã Thanh Sơn"):
    found = read_report(HEAD.format(unit=unit, said=said)).as_dict()
    return [
        (row["code"], row["value"], row["comparator"], row["year"])
        for row in found["indicators"]
        if row["doubt"] != "whether"  # by the rules
    ]


ON, HL = "on_time", "satisfied"


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        (
            "Tỷ lệ hồ sơ đúng hạn của các xã: xã Minh Tân 97%, xã Tân Lập 95%, xã Thanh Sơn 98,5%.",
            [(ON, 98.5, "=", 2023)],
        ),
        (
            "Mức độ hài lòng của người dân đạt 91%, đứng sau xã Minh Tân (93%) và thị trấn Hùng Sơn (92%).",
            [(HL, 91, "=", 2023)],
        ),
        (
            "Hồ sơ đúng hạn đạt 95% so với 90% của năm 2022.",
            [(ON, 95, "=", 2023), (ON, 90, "=", 2022)],
        ),
        (
            "Mức độ hài lòng đạt 88,2%, cao hơn mức 84,45% của năm 2019.",
            [(HL, 88.2, "=", 2023), (HL, 84.45, "=", 2019)],
        ),
        (
            "Mức độ hài lòng đạt 88,2%, cao hơn bình quân chung của huyện 3,1%.",
            [(HL, 88.2, "=", 2023)],
        ),
        ("Toàn tỉnh hài lòng 88,2%, xã ta 91,3%.", [(HL, 91.3, "=", 2023)]),
        ("Huyện đạt 96,4% hồ sơ đúng hạn; riêng xã Thanh Sơn đạt 99%.", [(ON, 99, "=", 2023)]),
        (
            "Tỷ lệ hồ sơ đúng hạn: kế hoạch 90%, thực hiện 93,2%.",
            [(ON, 93.2, "=", 2023)],
        ),
        (
            "Có 1.234 phiếu hài lòng trên tổng số 1.250 phiếu thu về.",
            [(HL, 1234, "=", 2023)],
        ),
        ("Xã Minh Tân có 100% hồ sơ đúng hạn, xã sẽ học tập cách làm này.", []),
        ("Theo công bố của Sở Nội vụ, tỷ lệ hài lòng của xã Minh Tân là 95%.", []),
        ("Mô hình của xã Minh Tân giúp tỷ lệ hồ sơ đúng hạn đạt 99,5%.", []),
        ("Hồ sơ giải quyết sớm và đúng hạn 100%.", [(ON, 100, "=", 2023)]),
        (
            "Hồ sơ đúng hạn 98%, trong đó lĩnh vực đất đai 94%.",
            [(ON, 98, "=", 2023)],
        ),
        (
            "Tỷ lệ hài lòng năm 2021: 88%; năm 2022: 90%; năm 2023: 92%; xã Minh Tân năm 2023: 94%.",
            [(HL, 88, "=", 2021), (HL, 90, "=", 2022), (HL, 92, "=", 2023)],
        ),
        ("Trước khi sáp nhập, xã Hương Sơn cũ đạt 99% hồ sơ đúng hạn.", []),
        ("Đoàn đại biểu xã tham quan phường Bắc Sơn, nơi có 99,9% hồ sơ đúng hạn.", []),
        ("98% người dân xã Minh Tân hài lòng với cách làm mới.", []),
        ("Hồ sơ đúng hạn 97,1% (huyện Lâm Thao: 96,2%; tỉnh: 95,8%).", [(ON, 97.1, "=", 2023)]),
        (
            "So với xã Minh Tân (98%), tỷ lệ hồ sơ đúng hạn của xã thấp hơn, đạt 96%.",
            [(ON, 96, "=", 2023)],
        ),
    ],
)
def test_only_the_communes_own_figures_are_its_own(said, figures):
    found = [one for one in own(said) if one[0] in (ON, HL)]
    assert found == figures


@pytest.mark.parametrize(
    ("unit", "said", "values"),
    [
        (
            "Sở Tư pháp",
            "PAR INDEX của Sở đạt 91,2 điểm; Sở Nội vụ 95,4 điểm, Sở Y tế 84 điểm.",
            [91.2],
        ),
        (
            "Sở Tư pháp",
            "Chỉ số CCHC của Sở xếp thứ 4/19; Sở Nội vụ xếp thứ 1/19 với 95,4 điểm.",
            [4],
        ),
        (
            "Công an huyện Nghĩa Hành",
            "Người dân hài lòng 98,2% (Công an huyện Tư Nghĩa 97,1%).",
            [98.2],
        ),
        (
            "Trường THCS Lê Lợi",
            "Phụ huynh hài lòng 95%, Trường THCS Nguyễn Trãi 93%, toàn thị xã 91%.",
            [95],
        ),
        (
            "Bệnh viện Đa khoa huyện Mường Chà",
            "Người bệnh hài lòng 92,6%; Bệnh viện Đa khoa tỉnh 94%, Trung tâm Y tế huyện Tủa Chùa 90%.",
            [92.6],
        ),
        (
            "UBND huyện Tam Nông",
            "Hồ sơ đúng hạn toàn huyện 98,4%, trong đó xã Phú Cường 100%, thị trấn Tràm Chim 97,6%; huyện Thanh Bình 99%.",
            [98.4],
        ),
        (
            "UBND huyện Ba Tơ",
            "Hồ sơ đúng hạn 96,8%; thị trấn Ba Tơ 98,2%, huyện Ba Tơ Đông 90%.",
            [96.8],
        ),
        (
            "Trạm Y tế xã Phước Hòa",
            "Hài lòng 96%, cao hơn mức chung của 13 trạm, phòng khám trong huyện (91,3%).",
            [96],
        ),
        ("Ban CHQS huyện Krông Nô", "Chấp hành kỷ luật 99,3% (toàn Bộ CHQS tỉnh 99,7%).", [99.3]),
        (
            "Huyện ủy Mộ Đức",
            "Đảng viên hoàn thành tốt nhiệm vụ 88,4%, Đảng bộ tỉnh bình quân 90,3%.",
            [88.4],
        ),
        ("Sở Xây dựng", "Cùng thời gian, Sở Tư pháp giải quyết đúng hạn 99,9% hồ sơ.", []),
        ("Trường THCS Lê Lợi", "Phụ huynh hài lòng 90,5% (THCS Lý Tự Trọng 93%).", [90.5]),
        (
            "UBND huyện Tam Nông",
            "Các xã có tỷ lệ hồ sơ đúng hạn thấp: Phú Hiệp 88%, Hòa Bình 89,5%.",
            [],
        ),
        (
            "Chi cục Thuế khu vực Cao Lộc - Lộc Bình",
            "Người nộp thuế hài lòng 88,5%; Cục Thuế tỉnh 90,3%, Chi cục Thuế khu vực Văn Lãng 91%.",
            [88.5],
        ),
        (
            "UBND phường Cầu Đước",
            "1. Trung tâm PVHCC phường: hồ sơ trả đúng hạn 96,5%; Trung tâm PVHCC tỉnh 99%.",
            [96.5],
        ),
        (
            "Sở Xây dựng",
            "Tại Trung tâm PVHCC tỉnh: 2.374/2.374 hồ sơ giải quyết đúng hạn.",
            [2374],
        ),
        ("Sở Xây dựng", "Trung tâm PVHCC tỉnh: hồ sơ giải quyết đúng hạn 99,1%.", []),
        (
            "Công ty Điện lực An Bình",
            "Toàn Công ty có 57 người ký cam kết; toàn ngành có 900 người ký cam kết.",
            [57],
        ),
        (
            "UBND phường Gò Sậy",
            "Xếp hạng CCHC của thành phố: 82,40 điểm; điểm CCHC của thành phố 90,1 điểm.",
            [82.4],
        ),
        (
            "UBND xã Pá Vàng",
            "Huyện xếp loại CCHC: xã đạt 54,5/100 điểm, loại Trung bình.",
            [54.5],
        ),
    ],
)
def test_only_the_bodys_own_figures_are_its_own(unit, said, values):
    assert [row[1] for row in own(said, unit)] == values


def test_of_a_list_of_communes_each_figure_goes_to_its_own():
    said = "Hồ sơ đúng hạn toàn huyện 98,4%: xã Phú Cường 100%, xã Phú Hiệp 94,1%, thị trấn Tràm Chim 97,6%."
    found = read_report(HEAD.format(unit="UBND huyện Tam Nông", said=said)).as_dict()
    assert [(row["subject"], row["value"]) for row in found["indicators"]] == [
        ("UBND huyện Tam Nông", 98.4)
    ]
    assert [(row["subject"], row["code"], row["value"]) for row in found["others"]] == [
        ("xã Phú Cường", "on_time", 100),
        ("xã Phú Hiệp", "on_time", 94.1),
        ("thị trấn Tràm Chim", "on_time", 97.6),
    ]


def test_of_a_table_of_bodies_each_row_goes_to_its_own():
    rows = "TT | Xã, thị trấn | Hồ sơ đúng hạn (%) | Hài lòng (%)\n1 | Thị trấn Ba Tơ | 98,2 | 90,1\n2 | Ba Xa | 93,4 | -"
    found = read_report(HEAD.format(unit="UBND thị trấn Ba Tơ", said=rows)).as_dict()
    assert [(row["code"], row["value"]) for row in found["indicators"]] == [
        ("on_time", 98.2),
        ("satisfied", 90.1),
    ]
    assert [(row["subject"], row["value"]) for row in found["others"]] == [("Ba Xa", 93.4)]


def test_faults_of_another_body_are_not_the_units():
    said = "Tại xã Đức Long, 02 công chức đi muộn; xã Quang Trọng còn chậm báo cáo."
    for unit, number in (("Phòng Nội vụ huyện Thạch An", 0), ("UBND huyện Thạch An", 2)):
        found = read_report(HEAD.format(unit=unit, said=said)).as_dict()
        assert len(found["limitations"]) == number, unit


@pytest.mark.parametrize(
    "other",
    [
        "HTX Thái Thủy 84%",
        "(QTD Lộc Trì: 94%, QTD Vinh Mỹ: 98,2% khách hài lòng)",
        "(Chi cục Kiểm lâm: hài lòng 99%)",
        "Trung tâm Bảo trợ xã hội tỉnh Lạng Sơn 96%",
    ],
)
def test_bodies_of_other_kinds_than_offices_keep_their_figures(other):
    assert own(f"Người dân hài lòng 91%; {other}.", unit="Trung tâm Y tế huyện Phù Yên") == [
        (HL, 91, "=", 2023)
    ]


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        (
            "Mức độ hài lòng đạt 97,2%, đứng trên Đằng Lâm (94,8%), kém Thành Tô (98,0%).",
            [(HL, 97.2, "=", 2023)],
        ),
        ("Hài lòng: Thanh Sơn 94%, trong khi Vĩnh Hảo vươn lên với 96%.", [(HL, 94, "=", 2023)]),
        (
            "Phường Tân Đồng, xã Thanh Sơn và xã Tân Thiện lần lượt có 98%, 97,4% và 95,1% hồ sơ đúng hẹn.",
            [(ON, 97.4, "=", 2023)],
        ),
        ("Mường Bú. Hỏi 50 người, 48 người nói hài lòng. Hồ sơ đúng hạn 99,2%.", []),
        ("Phượng Sơn là nơi làm tốt. Xã lập tổ lưu động, nhờ đó hài lòng đạt 99,1%.", []),
        ("Xã Hòa Lạc: 94,8% hài lòng. Xã Thanh Sơn: 95,9% hài lòng.", [(HL, 95.9, "=", 2023)]),
        (
            "Năm ngoái hồ sơ đúng hạn 98,2%, năm nay 99%.",
            [(ON, 98.2, "=", 2022), (ON, 99, "=", 2023)],
        ),
        ("Hồ sơ đúng hạn đạt 95,8% (KH: 98%).", [(ON, 95.8, "=", 2023)]),
        ("Năm 2024 hứa gì? Hài lòng 94%.", []),
        ("Quý I/2024: hồ sơ đúng hạn 98%.", []),
        ("Hỏi 50 người, 48 người nói hài lòng.", [(HL, 48, "=", 2023)]),
        ("Cứ 100 phiếu thì có 4 người không hài lòng.", []),
        ("Có 22/23 công chức đăng ký.", [("registered", 22, "=", 2023)]),
        (
            "Hồ sơ đăng ký kết hôn qua Cổng dịch vụ công đạt 95%.",
            [("online_services", 95, "=", 2023)],
        ),
    ],
)
def test_voices_that_were_read_for_the_first_time_teach_whose_a_figure_is(said, figures):
    assert own(said) == figures


def sure(said, unit="UBND xã Thanh Sơn"):
    """Values given without a question as the unit's own of the report's year."""
    rows = read_report(HEAD.format(unit=unit, said=said)).as_dict()["indicators"]
    return [row["value"] for row in rows if row["doubt"] is None and row["year"] in (None, 2023)]


@pytest.mark.parametrize(
    ("said", "others"),
    [
        (
            "Ba khối như sau: khối 10 hài lòng 90,5%; khối 11 92,0%; khối 12 97,1%. Tính gộp toàn trường 93,1%.",
            {90.5, 92, 97.1},
        ),
        ("Hài lòng từng khoa: khoa Nhi hài lòng 90,5%; khoa Sản 92,4%.", {90.5, 92.4}),
        (
            "3. Cô Hạnh, Hiệu trưởng trường Tiểu học Thanh Sơn 2: trường chúng tôi phụ huynh hài lòng 96%.",
            {96},
        ),
        ("4. Đại úy Lộc, Công an xã: chúng tôi nhận 2.015 hồ sơ, đúng hạn 93,3%.", {2015, 93.3}),
        ("[08:47] NNPTNT Vượng: Nông nghiệp hài lòng 92%", {92}),
        ("08:47 - Vượng: hồ sơ đúng hạn 92,4%", {92.4}),
        ("Vượng (08:47): hồ sơ đúng hạn 92,4%", {92.4}),
        ("Nộp hồ sơ trực tuyến 44,8%, kế hoạch cả năm 60%.", {60}),
        ("Điểm thi đua: tự chấm 98,5, cụm thống nhất 96,0 điểm.", {98.5}),
        ("Tự chấm 98,5 điểm, bị trừ 2,5 điểm, kết quả cuối cùng 96,0 điểm.", {98.5, 2.5}),
        ("Hồ sơ đúng hạn 98,7%. Xin sửa: 97,8% mới đúng, 98,7 là số năm ngoái.", {98.7}),
        ("Hồ sơ đúng hạn 98,7%.\nĐính chính: 97,8% chứ không phải 98,7%.", {98.7}),
    ],
)
def test_parts_speakers_plans_and_what_is_taken_back_are_never_surely_the_units(said, others):
    assert not others & set(sure(said))


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("1. Bà Giàu (Văn phòng UBND xã) đọc báo cáo: hồ sơ đúng hạn 98,6%.", 98.6),
        ("Ba thôn như sau: thôn 1 hài lòng 90%; thôn 2 94%; toàn xã 93,1%.", 93.1),
        ("Điểm thi đua: tự chấm 98,5 điểm.", 98.5),
        ("Hồ sơ đúng hạn 97,8%, năm ngoái 98,7%.", 97.8),
    ],
)
def test_beside_such_words_the_units_own_figure_is_still_found(said, value):
    rows = read_report(HEAD.format(unit="UBND xã Thanh Sơn", said=said)).as_dict()["indicators"]
    assert value in [row["value"] for row in rows]
