"""Words about publishing editions to the members of the council and to units."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

SAID = (
    "Công bố là công bố một ấn bản số liệu: đại biểu và đơn vị đọc đúng các con số của ấn bản đó, không tính lại; đơn vị chỉ thấy phần của mình. "
    "Tên đơn vị bị nêu chỉ hiện khi việc nêu tên đã công bố. Đính chính là công bố ấn bản mới: ấn bản cũ vẫn đọc được, và người đọc được báo khác ở đâu. "
    "Rút lại thì ấn bản biến khỏi màn hình của người đọc ngay."
)
YEAR, EDITION, STEP, MEETING, MEETING_HINT, BUTTON = (
    "Năm",
    "Ấn bản",
    "Việc",
    "Kỳ họp, căn cứ hoặc lý do",
    "Ví dụ: Họp tổng kết 15/1/2026",
    "Ghi",
)
EDITION_LABEL, NEW = "Số {number}: {name}", "Chốt số liệu hiện nay thành ấn bản mới"
WOULD = "Chưa ghi gì. Nếu ghi (bấm lần nữa sau khi xem):"
NOT_DONE = "Chưa ghi:"
AGAIN_GROUND = "công bố lại năm đã công bố từ trước khi có ấn bản"
AGAIN = "Chốt số liệu hiện nay và công bố lại các năm này"
AGAIN_DONE = "Đã chốt và công bố lại: ấn bản số {numbers}. Đại biểu và đơn vị đọc được ngay."
NOTHING_TO_WITHDRAW = "Năm {year}: hãy chọn ấn bản cần rút lại; số liệu hiện nay chưa công bố."
STEPS = {"published": "Công bố", "withdrawn": "Rút lại"}
STATES = {"published": "đã công bố", "withdrawn": "đã rút lại", None: "chưa công bố"}
NO_EDITION = "chưa có ấn bản"
COLUMNS = {
    "year": "Năm",
    "edition": "Ấn bản",
    "state": "Tình trạng",
    "on": "Từ ngày",
    "meeting": "Kỳ họp, căn cứ",
    "who": "Người ghi",
}
TITLE = "Ấn bản của các năm có số liệu"
DONE = "Đã ghi: ấn bản số {number} của năm {year} {state}."
WHO_MISSING = "Hãy ghi người thực hiện."
NO_YEARS = "Chưa có năm nào có số liệu để công bố."

speaks(__name__)
