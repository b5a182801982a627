"""Of which time a text, a figure, a document or a fault is, and whose: an attacker's smallest texts."""

import pytest

from dashboard.reading.whole_report import read_report

COMMUNE = "UBND xã Tân Lập báo cáo kết quả văn hóa công sở năm 2023. "


def told(said, head=COMMUNE):
    return read_report(head + said).as_dict()


def sure(said, head=COMMUNE):
    rows = told(said, head)["indicators"]
    return {(row["value"], row["year"]) for row in rows if row["doubt"] is None}


@pytest.mark.parametrize(
    ("text", "period"),
    [
        (COMMUNE + "So với năm 2022, hồ sơ trực tuyến tăng 5%. Hồ sơ đúng hạn 99%.", "2023"),
        (COMMUNE + "Trước năm 2019, trụ sở xuống cấp.", "2023"),
        (COMMUNE + "Đến năm 2025, xã phấn đấu hồ sơ trực tuyến 90%.", "2023"),
        (COMMUNE + "Hồ sơ đúng hạn 99%, năm 2022 là 95%.", "2023"),
        ("UBND xã Tân Lập: năm 2023 hồ sơ đúng hạn 99%, tăng so với năm 2022.", "2023"),
        ("UBND xã Tân Lập báo cáo năm 2023 tại xã. Năm 2022 hài lòng 91%.", "2023"),
        ("UBND xã Tân Lập\nBÁO CÁO\nKết quả các năm 2020, 2021, 2022", "2022"),
    ],
)
def test_a_title_ends_with_its_sentence_and_a_year_compared_with_is_not_its_own(text, period):
    assert told("", text)["period"] == period


def test_years_in_a_row_each_have_their_figure_in_the_sentence_behind_the_title():
    head = "UBND xã Tân Lập\nBÁO CÁO\nKết quả văn hóa công sở năm 2022\n"
    said = "Mức độ hài lòng các năm 2020, 2021, 2022 là 79,5%, 84% và 91,3%."
    assert sure(said, head) == {(79.5, 2020), (84.0, 2021), (91.3, 2022)}


@pytest.mark.parametrize(
    ("said", "issuer", "own"),
    [
        ("UBND huyện Văn Chấn ban hành Kế hoạch số 21/KH-UBND", "UBND huyện Văn Chấn", False),
        ("Sở Nội vụ đã ban hành Công văn số 331/SNV-CCHC", "Sở Nội vụ", False),
        ("Xã Tân Hòa xây dựng, ban hành Kế hoạch số 12/KH-UBND", "Xã Tân Hòa", False),
        ("Huyện ủy ban hành Chỉ thị số 08-CT/HU", "Huyện ủy", False),
        ("UBND huyện ban hành Kế hoạch số 45/KH-UBND", "UBND huyện", False),
        ("UBND xã ban hành Kế hoạch số 45/KH-UBND", "UBND xã Tân Lập", True),
        (
            "Theo chỉ đạo của UBND huyện, đã ban hành Kế hoạch số 45/KH-UBND",
            "UBND xã Tân Lập",
            True,
        ),
    ],
)
def test_who_issued_a_document_is_the_body_before_the_verb(said, issuer, own):
    (one,) = told(f"{said} ngày 9/2/2023.")["documents"]
    assert (one["issuer"], one["own"]) == (issuer, own)


@pytest.mark.parametrize(
    "said",
    [
        "Ước cả năm thanh toán trực tuyến 92%.",
        "Ước đến 31/12 thanh toán trực tuyến 92%.",
        "Ước đến 31/12/2023, hồ sơ trực tuyến đạt 92%.",
        "Ước năm 2023, hồ sơ trực tuyến đạt 92%.",
        "Khả năng cuối năm hồ sơ trực tuyến đạt 70%.",
        "Phương hướng: hồ sơ trực tuyến 90%; thanh toán trực tuyến 85%.",
        "Phương hướng: hồ sơ trực tuyến 90%. Thanh toán trực tuyến đạt 85%.",
        "Thời điểm mới triển khai, hồ sơ trực tuyến đạt 55%.",
    ],
)
def test_an_estimate_a_plan_and_the_time_before_are_asked(said):
    assert told(said)["indicators"] and not sure(said)


@pytest.mark.parametrize(
    ("said", "given"),
    [
        ("Hài lòng đạt 98%, năm ngoái 97%, năm kia 94%.", {(98, 2023), (97, 2022), (94, 2021)}),
        ("Hồ sơ trực tuyến tăng từ 40% lên 66%.", {(66, 2023)}),
        ("Hồ sơ trực tuyến từ 55% nay là 71%.", {(71, 2023)}),
        ("Hồ sơ trực tuyến đạt 90%, ước cả năm 95%.", {(90, 2023)}),
        ("Lúc mới triển khai, hồ sơ trực tuyến đạt 55%, nay đạt 71%.", {(71, 2023)}),
    ],
)
def test_a_figure_of_before_is_not_given_as_this_years(said, given):
    assert sure(said) == given


def faults(said):
    head = "UBND huyện Hoài Đức báo cáo kết quả văn hóa công sở năm 2023.\n"
    return [row["doubt"] for row in told(said, head)["limitations"]]


@pytest.mark.parametrize(
    ("said", "doubts"),
    [
        ("Vẫn còn cán bộ đi muộn.", [None]),
        ("Cán bộ huyện Đan Phượng còn đi muộn.", []),
        ("Một số công chức, viên chức của huyện Đan Phượng còn đi muộn.", []),
        ("Cán bộ huyện Hoài Đức còn đi muộn.", [None]),
        ("Năm 2019, vẫn còn cán bộ đi muộn.", ["whether"]),
        ("Năm 2023, vẫn còn cán bộ đi muộn.", [None]),
        ("Cán bộ chưa bao giờ đi muộn.", []),
        ("Cán bộ không bao giờ đi muộn.", []),
    ],
)
def test_a_fault_of_another_body_is_none_and_one_of_before_is_asked(said, doubts):
    assert faults(said) == doubts
