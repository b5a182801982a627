"""Texts that lost their shape or never had that of a report: tables without bars, forms, messages, minutes, numbers torn by a scan."""

import pytest

from dashboard.reading.bodies import named_after
from dashboard.reading.folding import Source
from dashboard.reading.whole_report import read_report

HEAD = "UBND HUYỆN CHÂU THÀNH\nUBND XÃ TÂN AN\nSố: 45/BC-UBND\nBÁO CÁO\nKết quả phong trào thi đua thực hiện văn hóa công sở năm 2023\nI. KẾT QUẢ\n"


def read(text):
    return read_report(text).as_dict()


def sure(found):
    """The values given without a doubt of the report's year."""
    year = found["years"][1]
    return [row["value"] for row in found["indicators"] if not row["doubt"] and row["year"] == year]


def test_a_table_of_a_cell_a_line_is_read_by_its_columns():
    cells = "TT|Chỉ tiêu|Đơn vị tính|Năm 2022|Năm 2023|1|Văn bản gửi đúng hạn|%|97,4|99,0|2|Người dân hài lòng|%|91,6|93,4"
    found = read(HEAD + cells.replace("|", "\n") + "\n\nThuyết minh\nTỉnh đặt 98%.\n")
    assert sure(found) == [99.0, 93.4]
    quote = found["indicators"][0]
    assert (HEAD + cells.replace("|", "\n"))[quote["start"] : quote["end"]] == quote["quote"]


def test_lines_of_numbers_without_whole_rows_are_no_table():
    text = HEAD + "TT\nNội dung\nKết quả\n1\nĐúng hạn\n97%\nHài lòng\n2\n"
    assert sure(read(text)) == sure(read(text.replace("TT\n", "")))


def test_cells_parted_by_semicolons_are_columns():
    table = "STT;Nội dung;Năm 2022;Chỉ tiêu 2023;Kết quả 2023;So chỉ tiêu\n1;Tỷ lệ trả đúng hạn;97,7%;98%;98,8%;vượt\n2;Hồ sơ nhận;2209;;3015;\n3;Tỷ lệ hài lòng;92,4%;94%;93,1%;chưa đạt\n"
    assert sure(read(HEAD + table)) == [98.8, 3015, 93.1]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "ĐẢNG BỘ HUYỆN LAI SƠN\nCHI BỘ VĂN PHÒNG\nLai Sơn, ngày 02 tháng 12 năm 2023\n\nBIÊN BẢN\nmột năm giữ gìn văn hóa công sở\n\nCó mặt 16/18 đảng viên. Nhắc lại Nghị quyết 08 ngày 30/7/2021.\n",
            "2023",
        ),
        (
            "THAM LUẬN\ncủa UBND xã Cát Tài tại Hội nghị tổng kết, ngày 22/12/2023\n\nKính thưa Hội nghị!\nNăm 2020 xã đội sổ. Năm 2020 hồ sơ trễ 11%.\n",
            "2023",
        ),
        (
            "UBND XÃ MỸ LẠC - SỐ LIỆU VĂN HÓA CÔNG SỞ NĂM 2022\n\nSTT;Nội dung;Năm 2021;Năm 2022\n1;Đúng hạn;97%;98%\n2;Hài lòng;91%;92%\n",
            "2022",
        ),
        ("Báo cáo quý III/2025\nNội dung: văn hóa công sở\n\nHồ sơ: nhận 31.008.\n", "2025"),
        (  # a paper of the first months tells of the year before
            "UBND quận phục vụ phiên họp, tháng 01/2024\n\nTrong năm 2023 quận kiểm tra 16 nơi. Năm 2023 có 8 phường.\n",
            "2023",
        ),
    ],
)
def test_the_lines_over_a_text_without_a_title_tell_its_year(text, label):
    assert read(text)["years"][1] == int(label)


def test_a_body_in_a_form_is_the_one_behind_its_label():
    form = "PHIẾU THU THẬP THÔNG TIN\n\nTên cơ quan: UBND phường Việt Tân, thành phố Hải Bình\nKỳ số liệu: từ 01/7/2025 đến 30/11/2025\n"
    assert read(form)["unit"].startswith("UBND phường Việt Tân")


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        (
            "ỦY BAN NHÂN DÂN          CỘNG HOÀ XÃ HỘI CHỦ NGHlA VIỆT NAM\nXÃ NGHĨA SƠN            Độc lập - Tự do - Hạnh phúc\nSố: 18/BC-UBND\n\nBÁO CÁO\nKết quả năm 2021\n",
            "ỦY BAN NHÂN DÂN XÃ NGHĨA SƠN",
        ),
        (
            "ỦY BAN NHÂN DÂN\nXÃ NGHĨA SƠN\nSố: 18/BC-UBND\n\nBÁO CÁO\nKết quả năm 2021\n",
            "ỦY BAN NHÂN DÂN XÃ NGHĨA SƠN",
        ),
    ],
)
def test_a_motto_that_a_scan_misread_is_no_part_of_a_name(head, unit):
    said = "Ủy ban giao công chức một cửa tiếp công dân cả sáng thứ bảy, " * 4
    assert read(f"{head}{said}.\n")["unit"] == unit


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("Hồ sơ giải quyết đúng hạn 98, 6 %.", 98.6),
        ("Hồ sơ giải quyết đúng hạn 91 ,3%.", 91.3),
        ("Tiếp nhận 1 .756 hồ sơ.", 1756),
    ],
)
def test_a_number_torn_by_a_scan_is_one_and_is_asked(said, value):
    found = read(HEAD + said + "\n")
    assert [(row["value"], bool(row["doubt"])) for row in found["indicators"]] == [(value, True)]
    assert [one["code"] for one in found["warnings"]] == ["misread_number"]


def test_the_time_of_a_message_is_no_figure_and_opens_a_line_of_its_own():
    chat = "08:15 Xã Tân An: hồ sơ đúng hạn 99,4%. Trực tuyến 72%\n08:17 Xã Tân Lập: hài lòng 96%\n"
    assert {row["value"] for row in read(HEAD + chat)["indicators"]} <= {99.4, 72.0}


@pytest.mark.parametrize(
    "said",
    [
        "Huyện đặt 99% đúng hạn, 80% trực tuyến, 96% hài lòng.",
        "Câu 10. Chỉ tiêu năm 2024? - Đúng hạn 99%, trực tuyến 93%.",
    ],
)
def test_what_was_set_for_a_unit_is_not_what_it_reached(said):
    assert sure(read(HEAD + said + "\n")) == []


def test_what_was_done_since_the_years_beginning_is_no_plan_of_the_next():
    assert 99.0 in [
        row["value"]
        for row in read(HEAD + "Đầu năm tới nay: trả hồ sơ đúng hạn 99,0%.\n")["indicators"]
    ]


def test_a_count_before_a_blank_line_is_read():
    """A figure once held the blanks behind it, and at the end of its paragraph was read in no sentence."""
    text = HEAD + "- Đăng ký thi đua: 77/79\n\n- Hồ sơ tiếp nhận: 342\n\nII. TỒN TẠI\nKhông.\n"
    assert [row["value"] for row in read(text)["indicators"]] == [77, 342]


def test_the_total_of_a_table_of_bodies_is_asked_of_the_body_over_them():
    text = (
        "UBND HUYỆN BÌNH THẠNH\nSố: 45/BC-UBND\nBÁO CÁO\nKết quả thực hiện văn hóa công sở năm 2023\nI. KẾT QUẢ\n"
        "TT\tĐơn vị\tTiếp nhận\tĐúng hạn\tTỷ lệ đúng hạn\n1\tXã Gò Mây\t988\t951\t96,3%\n\tToàn huyện\t21.852\t21.577\t98,7%\n"
    )
    found = read(text)
    assert 98.7 in [row["value"] for row in found["indicators"]]
    assert 96.3 not in [row["value"] for row in found["indicators"]]


def test_a_form_names_its_body_and_of_a_text_that_names_none_all_is_asked():
    form = "PHIẾU CUNG CẤP THÔNG TIN\nTên cơ quan, đơn vị: Kho bạc Nhà nước huyện Bình Thạnh\n\nKỳ báo cáo: Năm 2021\nHài lòng: 97,6%\n"
    assert read(form)["unit"] == "Kho bạc Nhà nước huyện Bình Thạnh"
    nobody = read("Năm 2021, 100% hồ sơ được giải quyết đúng hạn; người dân hài lòng đạt 97,6%.\n")
    assert nobody["unit"] is None
    assert {row["doubt"] for row in nobody["indicators"]} == {"unlike"}


def test_in_a_report_of_a_part_of_a_year_other_parts_keep_their_figures():
    """“Quý II: …”, “Lũy kế 9 tháng …”, “cùng kỳ 2023 …”, what stands under “Quý IV” and a part that is the highest of several."""
    text = (
        "UBND TỈNH AN BÌNH\nTRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG TỈNH AN BÌNH\nSố: 45/BC-TT\nBÁO CÁO\nKết quả thực hiện văn hóa công sở quý III năm 2024\n1. Kết quả\n"
        "Trung tâm giải quyết đúng hạn 99,7% hồ sơ. Hồ sơ trực tuyến đạt 77,2%. Quý II: 73,9%. Lũy kế 9 tháng tiếp nhận 47.911 hồ sơ. Cùng kỳ 2023 đạt 70,5%.\n"
        "* Quý IV: kiểm tra 8 cơ quan còn lại, đưa hồ sơ trực tuyến lên 82%.\n2. Quý IV\nHồ sơ trực tuyến 80%.\n3. Sắp tới\nCố gắng để hồ sơ trực tuyến đạt 85%.\n"
    )
    assert set(sure(read(text))) <= {99.7, 77.2}
    parts = "Phụ huynh hài lòng 96,2%. Khối 12 hài lòng cao nhất (98,0%), khối 10 hài lòng thấp nhất (94,1%). Cao nhất là khoa Phụ sản, hài lòng 97,9%.\n"
    assert set(sure(read(HEAD + parts))) <= {96.2}


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("CÔNG TY CỔ PHẦN\nCẤP THOÁT NƯỚC AN BÌNH", "CÔNG TY CỔ PHẦN CẤP THOÁT NƯỚC AN BÌNH"),
        (
            "TỈNH ỦY AN BÌNH\nĐẢNG ỦY KHỐI CÁC CƠ QUAN\nVÀ DOANH NGHIỆP TỈNH",
            "ĐẢNG ỦY KHỐI CÁC CƠ QUAN VÀ DOANH NGHIỆP TỈNH AN BÌNH",
        ),
        ("SỞ Y TẾ\nTRUNG TÂM Y TẾ\nHUYỆN SƠN LỤA", "TRUNG TÂM Y TẾ HUYỆN SƠN LỤA"),
        (
            "NGÂN HÀNG CHÍNH SÁCH XÃ HỘI\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nCHI NHÁNH TỈNH AN BÌNH",
            "NGÂN HÀNG CHÍNH SÁCH XÃ HỘI CHI NHÁNH TỈNH AN BÌNH",
        ),
        ("ỦY BAN NHÂN DÂN TỈNH AN BÌNH\nTHANH TRA TỈNH", "THANH TRA TỈNH AN BÌNH"),
        ("SỞ Y TẾ AN BÌNH\nBỆNH VIỆN ĐA KHOA TỈNH", "BỆNH VIỆN ĐA KHOA TỈNH AN BÌNH"),
        ("TỈNH ỦY AN BÌNH\nỦY BAN KIỂM TRA", "ỦY BAN KIỂM TRA TỈNH ỦY AN BÌNH"),
        (
            "UBND XÃ SƠN LỤA\nTRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
            "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG XÃ SƠN LỤA",
        ),
        ("ĐOÀN TNCS HỒ CHÍ MINH\nTỈNH ĐOÀN AN BÌNH", "TỈNH ĐOÀN AN BÌNH"),
    ],
)
def test_a_name_that_goes_on_in_the_next_line_of_the_head_is_one(head, unit):
    text = (
        head
        + "\nSố: 81/BC\nBÁO CÁO\nKết quả thực hiện văn hóa công sở năm 2022\nI. KẾT QUẢ\nHài lòng 95%.\n"
    )
    assert read(text)["unit"] == unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        (
            "Đổi phong cách, giữ người bệnh ở Đồng Tràm\n10/01/2023\n\nTrước đây, hòm thư góp ý của Bệnh viện Đa khoa khu vực Đồng Tràm không mấy khi vắng lời phàn nàn, nay đã khác. Sở Y tế khen.\n",
            "Bệnh viện Đa khoa khu vực Đồng Tràm",
        ),
        (
            "CỔNG THÔNG TIN ĐIỆN TỬ HUYỆN BÌNH KHÊ\nTân Lâm: khi một cửa mở sớm\n\nBà con đến trụ sở UBND xã Tân Lâm (huyện Bình Khê) từ sớm; Xã Phú Khê cũng vậy.\n",
            "UBND xã Tân Lâm",
        ),
        (
            "PHIẾU THU THẬP\nCâu 1. Tên cơ quan, đơn vị: Kho bạc Nhà nước huyện Thượng Khê\n",
            "Kho bạc Nhà nước huyện Thượng Khê",
        ),
        (
            "Trang chủ » Báo cáo\nKết quả công tác CCHC 6 tháng đầu năm 2024 của Sở Giao thông vận tải tỉnh An Bình\n1. Sở đã làm.\n",
            "Sở Giao thông vận tải tỉnh An Bình",
        ),
        (
            "1. Tên đơn vị: Trung tâm Công nghệ thông tin và Truyền thông An Bình\n2. Năm 2023\n",
            "Trung tâm Công nghệ thông tin và Truyền thông An Bình",
        ),
        (
            "UBND XÃ HÒA THẠNH DUY TRÌ “NGÀY THỨ SÁU XANH”\n\nCán bộ xã Hòa Thạnh lại quét dọn trụ sở.\n",
            "UBND XÃ HÒA THẠNH",
        ),
        (
            "Nhằm nhìn lại nửa năm, Phòng Giáo dục và Đào tạo (GD&ĐT) huyện Phú Lâm họp. Phòng đã kiểm tra 26 trường. Phòng cũng nhắc nhở 5 trường.\n",
            "Phòng Giáo dục và Đào tạo huyện Phú Lâm",
        ),
        (
            "Bảy giờ kém mười, cửa kính Trung tâm Phục vụ hành chính công tỉnh An Bình đã mở. Sáu tháng, Trung tâm tiếp nhận 61.077 hồ sơ; quầy Sở Y tế 99,9%, quầy Sở Xây dựng 97,7%. Trung tâm vẫn mở sớm.\n",
            "Trung tâm Phục vụ hành chính công tỉnh An Bình",
        ),
        (
            "UBND PHƯỜNG BẾN CÁT\nTRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG\nBến Cát, ngày 02 tháng 10 năm 2025\n\nBÁO CÁO CỦA UBND PHƯỜNG BẾN CÁT\nKết quả quý III\n",
            "UBND PHƯỜNG BẾN CÁT",
        ),
    ],
)
def test_the_body_that_a_text_without_a_head_tells_of_is_found(text, unit):
    assert read(text)["unit"] == unit


@pytest.mark.parametrize(
    ("said", "bodies"),
    [
        ("Giám đốc Sở Nội vụ Cam Bá Quyền cho rằng", ["Sở Nội vụ"]),
        ("Chủ tịch LĐLĐ tỉnh Viên Thị Hồng Đào nói", []),
        ("Chủ tịch xã Ngô Tấn Phát khoe", []),
        ("Phó Chủ tịch UBND thị xã Vĩnh Xuyên Trương Hoài Ân", ["UBND thị xã Vĩnh Xuyên"]),
        ("Bí thư Đảng ủy xã Phú Lâm Nguyễn Văn A", ["Đảng ủy xã Phú Lâm"]),
        ("Chủ tịch UBND xã Trần Phú báo cáo", ["UBND xã Trần Phú"]),
        ("UBND xã Lê Minh Xuân báo cáo", ["UBND xã Lê Minh Xuân"]),
        ("Trên cơ sở nhập phường Bến Cát và xã Cù Lao", ["phường Bến Cát", "xã Cù Lao"]),
    ],
)
def test_who_leads_a_body_is_no_part_of_its_name(said, bodies):
    source = Source(said)
    spans = named_after(source.plain, source.folded, 0, len(said))
    assert [said[start:end] for start, end in spans] == bodies


def test_of_many_bodies_side_by_side_none_is_the_sender():
    item = "Kiểm tra công vụ đột xuất: nhiều nơi còn quên thẻ\n\nQuý III năm 2024, tổ kiểm tra công vụ đã bất ngờ đến 21 cơ quan, đơn vị, xem sổ giao việc, thẻ và trang phục, giờ đến và giờ về của từng người.\nTổ kiểm tra đã đến 21 nơi. Tại phường An Lạc, 4/16 người vắng. Ở xã Lộc Sơn, 6 người không đeo thẻ. Người ở phường An Lạc ký biên bản.\n"
    assert read(item)["unit"] is None


def test_years_over_a_table_without_a_head_for_its_labels_are_those_of_their_columns():
    table = "                   2022        2023      Kế hoạch\nĐúng hạn (%)        98,4         99,3        99,0\nHài lòng (%)        93,5         95,1        95,0\n"
    rows = read(HEAD + table)["indicators"]
    told = {(row["value"], row["year"]) for row in rows if row["doubt"] is None}
    assert {(99.3, 2023), (95.1, 2023)} <= told and not {98.4, 93.5, 99, 95} & set(
        value for value, year in told if year == 2023
    )


def test_marks_of_a_self_score_are_no_results():
    """“Tự chấm 12” of 15 points beside “Đeo thẻ” is no count of people."""
    table = "TT\tTiêu chí\tĐiểm tối đa\tTự chấm\tMinh chứng\n1\tKý cam kết\t10\t10\t8/8 người ký\n2\tĐeo thẻ, trang phục\t15\t12\t\n"
    assert not {10, 12, 15} & set(sure(read(HEAD + table)))


def test_in_a_text_of_which_nobody_says_whose_it_is_a_figure_must_be_surer():
    """A press item: the body it names most may be told of beside others."""
    said = "96% cán bộ đeo thẻ"
    assert sure(read(HEAD + f"Xã Tân An có {said}.\n")) == [96]
    item = f"(Báo địa phương) - Năm 2023, xã Tân An có {said}. Bà con xã Tân An phấn khởi.\n"
    assert sure(read(item)) == []
