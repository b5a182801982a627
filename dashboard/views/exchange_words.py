"""Words of what passed between a unit and the secretariat."""

from __future__ import annotations

from dashboard.writing.columns import Column
from dashboard.writing.nouns import speaks

TITLE = "Mọi việc đã trao đổi giữa đơn vị và Ban thư ký"
HEADING, NOTHING = "Đã trao đổi", "Chưa có thông báo, giải trình, tệp hay đề nghị nào."
WHOSE = "Xem trao đổi với một đơn vị"
NAMING = {
    "notified": "Báo cho đơn vị: {about}",
    "published": "Công bố nêu tên: {about}",
    "withdrawn": "Rút nêu tên: {about}",
}
REPLIES = {"reply": "Đơn vị giải trình", "difficulty": "Đơn vị nêu khó khăn"}
SENT = "Đơn vị gửi: {what}"
DISPUTED = "Đơn vị đề nghị xem lại {name}: {was} → {wanted}"
STEP, DUE = "{name}: {state}", "hẹn trả lời ngày {day}"
COLUMNS: dict[str, Column | str] = {
    "at": Column("Lúc"),
    "year": "Năm",
    "what": Column("Việc", width="medium"),
    "said": Column("Nội dung", width="large"),
    "who": "Người ghi",
}

speaks(__name__)
