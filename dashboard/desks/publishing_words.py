"""Words about publishing years to the members of the council."""

from __future__ import annotations

SAID = (
    "Đại biểu đăng nhập chỉ thấy các năm đã công bố, và chỉ thấy tên đơn vị bị nêu khi việc nêu tên đã công bố. Đơn vị chỉ thấy phần của mình trong các năm đó. "
    "Rút lại thì năm ấy biến khỏi màn hình của đại biểu ngay."
)
YEAR, STEP, MEETING, MEETING_HINT, BUTTON = (
    "Năm",
    "Việc",
    "Kỳ họp hoặc căn cứ",
    "Ví dụ: Họp tổng kết 15/1/2026",
    "Ghi",
)
STEPS = {"published": "Công bố", "withdrawn": "Rút lại"}
STATES = {"published": "đã công bố", "withdrawn": "đã rút lại", None: "chưa công bố"}
COLUMNS = {
    "year": "Năm",
    "state": "Tình trạng",
    "on": "Từ ngày",
    "meeting": "Kỳ họp, căn cứ",
    "who": "Người ghi",
}
TITLE = "Các năm có số liệu"
DONE = "Đã ghi: năm {year} {state}."
SAME = "Năm {year} {state} rồi; không có gì để ghi."
WHO_MISSING = "Hãy ghi người thực hiện."
NO_YEARS = "Chưa có năm nào có số liệu để công bố."
