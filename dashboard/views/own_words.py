"""Words of the page of a unit."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

NO_UNIT = "Tài khoản này chưa gắn với đơn vị nào trong kho; hãy báo người quản trị."
NOT_PUBLISHED = "{unit}: chưa có năm nào của phong trào được công bố."
NEXT = "Bên dưới là số liệu của đơn vị đã vào kho, biểu mẫu để nộp và phần giải trình."
NOTICES, NO_NOTICES = (
    "Thông báo nêu tên cần giải trình",
    "Không có thông báo nêu tên nào gửi đơn vị.",
)
NOTICE = {"name": "Chỉ tiêu", "year": "Năm", "reason": "Lý do", "state": "Tình trạng", "on": "Ngày"}
STATES = {"notified": "đã báo đơn vị, chờ giải trình", "published": "đã công bố"}
REPLY, REPLY_ABOUT, REPLY_TEXT, REPLY_BUTTON = (
    "Gửi giải trình hoặc khó khăn",
    "Về việc gì",
    "Nội dung",
    "Gửi",
)
REPLY_HINT = "Nguyên nhân, việc đã làm, đề nghị; có thể ghi số văn bản kèm theo"
DIFFICULTY = "Khó khăn, đề nghị chung của đơn vị (năm {year})"
TEXT_MISSING = "Hãy ghi nội dung trước khi gửi."
SENT = "Đã gửi. Ban thư ký thấy ngay nội dung này bên cạnh thông báo."
REPLIES = "Những gì đơn vị đã gửi"
REPLY_COLUMNS = {
    "year": "Năm",
    "about": "Về việc",
    "text": "Nội dung",
    "dated": "Ngày",
    "who": "Người ghi",
}
KEPT, KEPT_SAID = (
    "Số liệu của đơn vị đã vào kho",
    "Số liệu hiện nay của kho, mọi năm, kể cả năm chưa công bố; có thể khác ấn bản đang xem ở trên. Thấy sai thì dùng phần “Đề nghị xem lại một con số” của trang này.",
)
KEPT_TITLE = "Số liệu của đơn vị trong kho ngày {as_of}, chưa chốt"
KEPT_COLUMNS = {
    "year": "Năm",
    "name": "Tiêu chí",
    "value": "Giá trị",
    "out_of": "Tổng số",
    "stage": "Ai chấm",
    "source": "Nguồn",
}
STAGES = {"self": "đơn vị tự chấm", "appraised": "thẩm định"}
NONE_KEPT = "Chưa có số liệu nào của đơn vị trong kho."

speaks(__name__)
