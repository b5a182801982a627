"""Another's figures that somebody who did not build the reader made it take for the unit's own: none is sure, at most asked."""

import pytest

from dashboard.reading.whole_report import read_report

HEAD = "UBND {unit} báo cáo kết quả văn hóa công sở năm 2023."


def sure(said, unit):
    head = (
        HEAD.format(unit=unit) if " " in unit and unit[0].islower() else HEAD[5:].format(unit=unit)
    )
    found = read_report(f"{head}\n{said}\n").as_dict()["indicators"]
    return {row["value"] for row in found if row["doubt"] is None}


H, R, X, W = "huyện Hoài Đức", "xã Tân Lập", "xã Đại Lãnh", "phường Bến Cát"
D = "Sở Xây dựng"


@pytest.mark.parametrize(
    ("unit", "said", "value"),
    [
        (H, "Cả nước có 99% hồ sơ đúng hạn; thanh toán trực tuyến 88%.", 88),
        (H, "Ngành giáo dục có 95% phụ huynh hài lòng; ngành y tế 88% người bệnh hài lòng.", 88),
        (H, "Công an huyện đạt 99% hồ sơ đúng hạn; Bảo hiểm xã hội huyện 88% hài lòng.", 88),
        (H, "Tham quan huyện Đan Phượng có 99% hồ sơ đúng hạn, thanh toán trực tuyến 61%.", 61),
        (H, "Mặt trận Tổ quốc huyện khảo sát 500 người, 88% hài lòng.", 88),
        (H, "Theo công bố của Bộ, hồ sơ đúng hạn bình quân 63 tỉnh 99%; hồ sơ trực tuyến 88%.", 88),
        (R, "Sở GD&ĐT có 78% hồ sơ trực tuyến; cụm trường phía Nam đạt 100%.", 100),
    ],
)
def test_a_clause_that_another_body_began_stays_its_own(unit, said, value):
    assert value not in sure(said, unit)


@pytest.mark.parametrize(
    ("unit", "said", "value"),
    [
        (X, "UBND huyện giải quyết 99,3% hồ sơ đúng hạn.", 99.3),
        (X, "UBND huyện tổ chức 15 cuộc kiểm tra.", 15),
        (D, "UBND tỉnh giải quyết 99,3% hồ sơ đúng hạn.", 99.3),
        (H, "UBND xã có 99% hồ sơ đúng hạn.", 99),
        (W, "Quận kiểm tra phường 2 lần.", 2),
    ],
)
def test_a_body_of_another_level_without_a_name_is_not_the_unit(unit, said, value):
    assert value not in sure(said, unit)


@pytest.mark.parametrize(
    ("unit", "said", "value"),
    [
        (R, "Khối trường học: 98% hồ sơ đúng hạn.", 98),
        (R, "Khối trường học: 98% phụ huynh hài lòng.", 98),
        (H, "Nhóm các xã phía Bắc: 93% hồ sơ đúng hạn.", 93),
        (H, "Nhóm các xã phía Bắc: 93% người dân hài lòng.", 93),
    ],
)
def test_a_part_before_a_colon_is_not_the_whole(unit, said, value):
    assert value not in sure(said, unit)


@pytest.mark.parametrize(
    ("unit", "said", "value"),
    [
        (H, "* Xã Di Trạch:\n- Hồ sơ đúng hạn 99%.", 99),
        (H, "1. Xã Di Trạch\nHồ sơ đúng hạn 99%.", 99),
        (R, "II. Kinh nghiệm của xã Điện Thọ\nTiếp nhận 2.500 hồ sơ, đúng hạn 97%.", 97),
        (H, "Đơn vị tham quan: quận Hà Đông\n- Hồ sơ đúng hạn 99%.", 99),
        (H, "Xã An Khánh là điểm sáng. Hồ sơ đúng hạn đạt 98%.", 98),
        (H, "Huyện Đan Phượng có 99% hồ sơ đúng hạn. Thanh toán trực tuyến đạt 88%.", 88),
        (R, "Đoàn đã học tập xã Hòa Tiến. Tại đây, 98% hồ sơ nộp trực tuyến.", 98),
    ],
)
def test_what_stands_under_or_behind_another_bodys_name_is_not_the_units(unit, said, value):
    assert value not in sure(said, unit)


@pytest.mark.parametrize(
    ("unit", "said", "value"),
    [
        (H, "Phó Chủ tịch UBND Thành phố nêu rõ: hồ sơ đúng hạn 99%; hài lòng 95%.", 99),
        (H, "Phó Chủ tịch UBND Thành phố nêu rõ: hồ sơ đúng hạn 99%; hài lòng 95%.", 95),
        (H, "Ông Bùi Duy Cường, Giám đốc Sở Xây dựng, thông tin hồ sơ đúng hạn đạt 99%.", 99),
        (W, "Đại diện UBND quận nêu: hồ sơ trực tuyến 88%.", 88),
    ],
)
def test_what_another_bodys_leader_tells_is_not_surely_the_units(unit, said, value):
    assert value not in sure(said, unit)


@pytest.mark.parametrize(
    ("unit", "said", "value"),
    [
        (H, "Về phía tỉnh: người dân hài lòng đạt 96%.", 96),
        (R, "Về phía tỉnh: người dân hài lòng đạt 96%.", 96),
        (H, "Phía thành phố: hồ sơ đúng hạn 96%.", 96),
        (H, "Chỉ số CCHC của Thành phố đạt 88 điểm, xếp thứ 3/63.", 88),
        (H, "Chỉ số CCHC của Thành phố đạt 88 điểm, xếp thứ 3/63.", 3),
        (H, "PAR INDEX của Thành phố đạt 88 điểm, xếp thứ 3/63.", 88),
        (D, "Chỉ số chuyển đổi số của Bộ xếp thứ 2.", 2),
        (R, "1. UBND huyện\nHồ sơ đúng hạn 97%.", 97),
        (R, "Cấp huyện giải quyết 99% hồ sơ đúng hạn.", 99),
    ],
)
def test_a_bare_level_that_is_not_the_units_keeps_its_figures(unit, said, value):
    assert value not in sure(said, unit)


@pytest.mark.parametrize(
    ("unit", "said", "value"),
    [
        (H, "Chỉ số CCHC của huyện đạt 88 điểm, xếp thứ 3/30.", 88),
        (R, "Huyện giao xã 95%. Hồ sơ đúng hạn đạt 98%.", 98),
        (H, "Xã An Khánh là điểm sáng. Huyện giải quyết đúng hạn 98% hồ sơ.", 98),
        (H, "1. Giải quyết hồ sơ\nHồ sơ đúng hạn 99%.", 99),
        (H, "UBND huyện có 99% hồ sơ đúng hạn.", 99),
        (H, "Công an huyện đạt 90% hồ sơ đúng hạn; huyện giải quyết 97% hồ sơ đúng hạn.", 97),
        (X, "UBND huyện giao 95%; xã giải quyết 99,3% hồ sơ đúng hạn.", 99.3),
        (D, "Sở giải quyết 99,3% hồ sơ đúng hạn.", 99.3),
    ],
)
def test_the_units_own_stays_sure(unit, said, value):
    assert value in sure(said, unit)
