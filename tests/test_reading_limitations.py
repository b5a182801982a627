"""Limitations by category wherever they stand, and praise, denials, tasks and rules that are none."""

import pytest

from dashboard.reading.fault_categories import category_names
from dashboard.reading.whole_report import read_report

HEAD = (
    "SỞ XÂY DỰNG\nBÁO CÁO\nKết quả phong trào thi đua năm 2022\n\nSở Xây dựng báo cáo như sau:\n\n"
)
LIMITS, RESULTS, TASKS = "III. TỒN TẠI, HẠN CHẾ", "II. KẾT QUẢ", "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ"


def found(line, heading=LIMITS):
    return [
        row["category"]
        for row in read_report(f"{HEAD}{heading}\n{line}\n").as_dict()["limitations"]
    ]


@pytest.mark.parametrize(
    ("line", "categories"),
    [
        (
            "- Một số công chức vẫn còn tình trạng đi làm muộn, trang phục không phù hợp.",
            ["gio_giac_di_muon", "trang_phuc"],
        ),
        (
            "- Việc chấp hành giờ giấc, trang phục, đeo thẻ ở một số xã chưa nghiêm.",
            ["gio_giac_di_muon", "trang_phuc"],
        ),
        ("- Thái độ giao tiếp với dân đôi lúc còn nóng nảy.", ["giao_tiep_ung_xu"]),
        ("- Một bộ phận cán bộ thiếu tinh thần trách nhiệm.", ["tinh_than_trach_nhiem"]),
        ("- Một số ít chưa nhận thức đầy đủ mục đích của phong trào.", ["nhan_thuc"]),
        ("- Lãnh đạo một số đơn vị chưa thật sự quan tâm.", ["chua_quan_tam"]),
        ("- Một số phòng gửi báo cáo chậm so với quy định.", ["cham_bao_cao"]),
        ("- Kỷ luật phát ngôn của một số công chức chưa nghiêm.", ["ky_luat_ky_cuong"]),
        ("- Vẫn còn hồ sơ đất đai giải quyết trễ hẹn.", ["cai_cach_thu_tuc"]),
        ("- Kỹ năng tin học của một vài cán bộ còn hạn chế.", ["cong_nghe_thong_tin"]),
        ("- Công tác tuyên truyền chưa thường xuyên.", ["khac"]),
        (
            "- Một số đơn vị chưa chủ động; việc sinh hoạt chuyên đề còn hình thức.",
            ["tinh_than_trach_nhiem", "khac"],
        ),
        ("- Công tác chấn chỉnh kỷ luật, kỷ cương có lúc chưa thường xuyên.", ["ky_luat_ky_cuong"]),
        (
            "- Công tác tham mưu có việc còn bị động, chất lượng văn bản tham mưu đôi lúc chưa cao.",
            ["tinh_than_trach_nhiem", "khac"],
        ),
        (
            "- Người dân còn quen nộp hồ sơ giấy nên tỷ lệ nộp hồ sơ trực tuyến chưa cao.",
            ["cong_nghe_thong_tin"],
        ),
        (
            "- Công tác tuyên truyền chưa sâu rộng nên còn công chức hiểu chưa đúng về phong trào.",
            ["khac", "nhan_thuc"],
        ),
        ("- Cán bộ chưa hướng dẫn đến nơi đến chốn.", ["giao_tiep_ung_xu"]),
        ("- Một số viên chức chưa chấp hành nghiêm việc chấm công.", ["gio_giac_di_muon"]),
        ("- Việc mặc áo dài sáng thứ Hai chưa được duy trì đều.", ["trang_phuc"]),
        ("- Một vài cán bộ chưa quen làm việc qua mạng, còn in giấy.", ["cong_nghe_thong_tin"]),
        ("- Có phường còn biểu hiện đối phó khi có đoàn kiểm tra.", ["tinh_than_trach_nhiem"]),
        ("- Ý thức phòng, chống tác hại của thuốc lá chưa cao.", ["ky_luat_ky_cuong"]),
        ("- Trang thông tin nội bộ và website cập nhật chậm.", ["cong_nghe_thong_tin"]),
        ("- Báo cáo thống kê còn sai số liệu.", ["cham_bao_cao"]),
        ("- Phục vụ khách hàng còn mang tính ban phát.", ["giao_tiep_ung_xu"]),
        ("- Không có.", []),
        ("- Chưa có trường hợp bị xử lý kỷ luật.", []),
    ],
)
def test_limitations_get_their_categories(line, categories):
    assert sorted(found(line)) == sorted(categories)


@pytest.mark.parametrize(
    ("line", "categories"),
    [
        ("- Đa số chấp hành tốt; tuy nhiên, còn 02 viên chức không mặc đồng phục.", ["trang_phuc"]),
        ("- Qua kiểm tra, đã nhắc nhở 03 công chức đi làm muộn.", ["gio_giac_di_muon"]),
        (
            "- Kết quả kiểm tra: 07 công chức đến cơ quan trễ; sổ theo dõi công chức ra ngoài trong giờ ghi chưa đầy đủ.",
            ["gio_giac_di_muon", "gio_giac_di_muon"],
        ),
        (
            "- Thủ tục mức độ 3 đạt 97%, song tỷ lệ hồ sơ nộp trực tuyến mới đạt 18,6%.",
            ["cong_nghe_thong_tin"],
        ),
        ("- Đường dây nóng nhận 2 cuộc phản ánh thái độ của nhân viên.", ["giao_tiep_ung_xu"]),
        (
            "- Có 02 người thực hiện chưa tốt do còn đi làm trễ và chưa đeo thẻ thường xuyên.",
            ["gio_giac_di_muon", "trang_phuc"],
        ),
        (
            "- Phát hiện 11 công chức vắng mặt không có lý do, 06 công chức không đeo thẻ.",
            ["gio_giac_di_muon", "trang_phuc"],
        ),
        (
            "- Các phòng chấp hành tốt, tuy nhiên vẫn còn 01 viên chức đi làm muộn, 02 công chức để tài liệu chưa gọn gàng.",
            ["gio_giac_di_muon", "khac"],
        ),
        ("- Trong quý có 03 phản ánh về thời gian chờ đợi lâu.", ["cai_cach_thu_tuc"]),
        ("- Chữ ký số được dùng ở mức thấp do phần mềm chưa ổn định.", ["cong_nghe_thong_tin"]),
        ("- Trình độ công nghệ thông tin của một số cán bộ còn hạn chế.", ["cong_nghe_thong_tin"]),
    ],
)
def test_limitations_are_found_outside_their_section_too(line, categories):
    assert found(line, RESULTS) == categories


@pytest.mark.parametrize(
    "line",
    [
        "- Không có trường hợp đi làm muộn, về sớm, trang phục không phù hợp.",
        "- Tình trạng đi làm muộn, về sớm đã được khắc phục.",
        "- Trang phục gọn gàng, giao tiếp nhã nhặn, tinh thần trách nhiệm được nâng lên.",
        "- Thực hiện nghiêm quy định không uống rượu, bia trong giờ làm việc.",
        "- Quy định cán bộ đi làm muộn 3 lần bị phê bình.",
        "- Trước đây còn tình trạng công chức đi làm muộn.",
        "- Công khai đường dây nóng để người dân phản ánh cán bộ hách dịch, cửa quyền.",
        "- Không sử dụng mạng xã hội để phát tán các thông tin chưa được kiểm chứng.",
        "- Thực hiện “4 xin, 4 luôn, 3 không”: không hách dịch, không gây phiền hà.",
    ],
)
def test_praise_denials_and_rules_are_no_limitations(line):
    assert found(line, RESULTS) == []


@pytest.mark.parametrize(
    "line",
    [
        "- Khắc phục tình trạng đi làm muộn, về sớm, thiếu trách nhiệm.",
        "- Xử lý nghiêm những cán bộ còn thiếu trách nhiệm, chưa gương mẫu.",
        "- Phải chấn chỉnh ngay nơi nào người đứng đầu thiếu quan tâm.",
    ],
)
def test_tasks_are_no_limitations(line):
    assert found(line, TASKS) == []


def test_a_bulleted_list_after_a_lead_in_is_a_list_of_limitations():
    text = "Bên cạnh kết quả đạt được, phong trào còn một số hạn chế sau:\n- Tuyên truyền chưa phong phú.\n- Báo cáo chưa đúng hạn."
    assert found(text, RESULTS) == ["khac", "cham_bao_cao"]


def test_the_quote_of_each_category_is_its_own_part_of_the_sentence():
    text = f"{HEAD}{LIMITS}\n- Một số ít cán bộ còn đi làm muộn, trang phục không phù hợp; tác phong thiếu ý thức trách nhiệm.\n"
    quotes = {row["category"]: row["quote"] for row in read_report(text).as_dict()["limitations"]}
    assert quotes == {
        "gio_giac_di_muon": "Một số ít cán bộ còn đi làm muộn",
        "trang_phuc": "trang phục không phù hợp",
        "tinh_than_trach_nhiem": "tác phong thiếu ý thức trách nhiệm",
    }


def test_every_category_has_a_vietnamese_name():
    assert list(category_names()) == [
        "gio_giac_di_muon",
        "trang_phuc",
        "giao_tiep_ung_xu",
        "tinh_than_trach_nhiem",
        "nhan_thuc",
        "chua_quan_tam",
        "cham_bao_cao",
        "ky_luat_ky_cuong",
        "cai_cach_thu_tuc",
        "cong_nghe_thong_tin",
        "khac",
    ]


@pytest.mark.parametrize(
    ("heading", "line", "said"),
    [
        (
            "I. KẾT QUẢ",
            "* Tồn tại, hạn chế: Một số công chức còn đi muộn.",
            [("gio_giac_di_muon", "Một số công chức còn đi muộn")],
        ),
        (
            "I. KẾT QUẢ",
            "Tuy vậy, công tác tự kiểm tra chưa thường xuyên.",
            [("khac", "Tuy vậy, công tác tự kiểm tra chưa thường xuyên")],
        ),
        (
            "II. HẠN CHẾ",
            "- Trang phục: còn có cán bộ mặc áo phông.",
            [("trang_phuc", "Trang phục: còn có cán bộ mặc áo phông")],
        ),
        (
            "II. HẠN CHẾ",
            "- Trình độ tin học của cán bộ khu phố hạn chế.",
            [("cong_nghe_thong_tin", "Trình độ tin học của cán bộ khu phố hạn chế")],
        ),
        (
            "I. KẾT QUẢ",
            "Máy chấm công ghi nhận 12 lượt đi trễ của 05 người.",
            [("gio_giac_di_muon", "Máy chấm công ghi nhận 12 lượt đi trễ của 05 người")],
        ),
        ("II. HẠN CHẾ", "Chưa có.", []),
    ],
)
def test_a_limitation_is_quoted_without_the_heading_on_its_line(heading, line, said):
    report = read_report(f"{HEAD}{heading}\n{line}\n").as_dict()
    assert [(row["category"], row["quote"]) for row in report["limitations"]] == said


def test_an_inspection_tells_plain_facts_after_its_colon_and_praise_is_none():
    said = "Tự kiểm tra ngày 14/6: 3 công chức chưa có mặt lúc 7 giờ 45, hai đồng chí không đeo thẻ, lịch công tác tuần không ghi."
    assert found(said, RESULTS) == ["gio_giac_di_muon", "trang_phuc", "khac"]
    assert (
        found(
            "Kiểm tra ngày 14/6: 27 cán bộ có mặt, không có cán bộ đi muộn, không đeo thẻ.", RESULTS
        )
        == []
    )


def test_what_a_named_person_says_in_minutes_is_a_plain_fact():
    text = "BIÊN BẢN\nHọp thôn năm 2023\nÝ kiến của bà con:\nBà Cao Thị Mận (xóm 7): chiều thứ Sáu lên xã không gặp ai.\nÔng Nguyễn Hữu Dương (xóm 2): đường xóm đã đổ bê tông, bà con phấn khởi.\n"
    found = read_report(text).as_dict()["limitations"]
    assert [(one["category"], "không gặp ai" in one["quote"]) for one in found] == [
        ("gio_giac_di_muon", True)
    ]


def test_a_sentence_that_only_announces_what_follows_tells_nothing_itself():
    text = "BÁO CÁO\nKết quả năm 2022\nI. Kết quả\nBên cạnh kết quả trên, trung tâm còn những mặt yếu sau. Phòng máy 25 bộ thì 11 bộ không khởi động được.\n"
    found = read_report(text).as_dict()["limitations"]
    assert [one["category"] for one in found] == ["cong_nghe_thong_tin"]


def test_a_title_that_begins_with_what_was_carried_out_gives_its_year():
    text = "BÁO CÁO TỰ ĐÁNH GIÁ\nThực hiện quy tắc ứng xử với khách tham quan năm 2024\nSổ góp ý có 1.120 lượt ghi.\n"
    assert read_report(text).as_dict()["years"] == [2024, 2024]


def test_a_numbered_paragraph_closes_the_section_that_its_sibling_opened():
    said = "5/ Góp ý thẳng:\n- Thẻ công chức bỏ ngăn kéo, không đeo.\n6/ Khen: xã được tặng giấy khen.\n7/ Các việc khác: giải bóng chuyền 2/9 nhất cụm; hộ nghèo còn 1,4%."
    told = read_report(f"UBND XÃ TÂN AN\nBÁO CÁO năm 2024\n{said}\n").as_dict()["limitations"]
    assert [one["category"] for one in told] == ["trang_phuc"]


@pytest.mark.parametrize(
    "line", ["- Hút thuốc trong giờ: 0.", "- Khái quát tình hình chung của đơn vị"]
)
def test_nought_and_words_within_other_words_are_no_faults(line):
    assert found(line, RESULTS) == []
