"""A percentage takes the counts that the report tells beside it, and none that do not give it."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.reading.whole_report import read_report

HEAD = "SỞ XÂY DỰNG\nAn Hòa, ngày 05 tháng 12 năm 2022\nBÁO CÁO\nKết quả phong trào thi đua năm 2022\n\nSở Xây dựng báo cáo như sau:\n\nII. KẾT QUẢ THỰC HIỆN\n"


def told(line: str) -> list[tuple]:
    """The percentages of a line with their counts."""
    rows = read_report(f"{HEAD}- {line}\n").as_dict()["indicators"]
    return [(row["value"], row["counts"]) for row in rows if row["unit"] == "%"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Đã giải quyết 2.731 hồ sơ; trong đó trước hạn và đúng hạn 2.705 hồ sơ, đạt 99,05% (năm 2021 đạt 98,4%).",
            [(99.05, (2705, 2731)), (98.4, None)],
        ),
        (
            "Thu về 215 phiếu hợp lệ. Có 203 phiếu đánh giá hài lòng và rất hài lòng, chiếm 94,42%.",
            [(94.42, (203, 215))],
        ),
        ("Tỷ lệ hồ sơ đúng hạn 99,8% (18.015/18.052).", [(99.8, (18015, 18052))]),
        # 3324/3599 is 92,36 %: cut off is not rounded
        ("Khảo sát 3.599 người dân, 3.324 người hài lòng, đạt 92,35%.", [(92.35, None)]),
        # two pairs give 50,0 %
        (
            "Trong 400 hồ sơ có 200 hồ sơ loại A, 100 hồ sơ loại B; hồ sơ đúng hạn đạt 50,0%.",
            [(50, None)],
        ),
        (
            "Tiếp nhận 500 hồ sơ. Tổ chức 12 buổi họp. Có 450 hồ sơ đúng hạn, đạt 90,0%.",
            [(90, None)],
        ),
    ],
)
def test_counts_stand_in_the_sentence_or_the_one_before_and_give_the_rate_alone(line, expected):
    assert told(line) == expected


@settings(max_examples=40, deadline=None, derandomize=True)
@given(
    whole=st.integers(20, 30000),
    part=st.floats(0.4, 0.999),
    decimals=st.integers(1, 2),
    off=st.sampled_from([0, 0, 1, -1]),
)
def test_what_is_taken_gives_the_rate_as_written_and_a_rate_that_is_off_takes_nothing(
    whole, part, decimals, off
):
    count = max(1, int(whole * part))
    step = Decimal(1).scaleb(-decimals)
    rate = (Decimal(100 * count) / whole).quantize(step, ROUND_HALF_UP) + off * step
    said = f"{rate}".replace(".", ",")
    line = f"Đã giải quyết {whole} hồ sơ, trong đó đúng hạn {count} hồ sơ, đạt {said}%."
    found = [counts for value, counts in told(line) if value == float(rate)]
    assert all(counts in (None, (count, whole)) for counts in found)
    if off:
        assert found == [] or found == [None]
