"""Words of the five steps of a meeting, and of what its acts will do before they do it."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

STEPS = "Các bước của cuộc họp"
TITLES = ("Đủ số liệu", "Chốt", "Nêu tên, giải trình", "Đề xuất, hồ sơ", "Họp, kết luận")
DONE, NEXT, LATER = "xong", "việc tiếp theo", "chưa xong"
SEALED, NOT_SEALED = "bản gần nhất “{name}”, ngày {day}", "chưa chốt số liệu"
NOBODY_NAMED = "không đơn vị nào bị nêu tên"
FLAGS = "cờ nêu tên"
NAMING = {
    "draft": "{number} chưa báo đơn vị",
    "waiting": "{number} chờ giải trình",
    "ready": "{number} công bố được",
    "published": "{number} đã công bố",
}
FROM_SEAL = "hồ sơ lập từ bản chốt gần nhất"
FROM_LIVE = "chưa chốt: hồ sơ lập từ số liệu còn thay đổi"
OPEN, ALL_CLOSED, NO_CONCLUSIONS = (
    "{items} còn mở, kỳ họp sau mở đầu bằng các kết luận này",
    "mọi kết luận đã ghi đều đã xong",
    "chưa ghi kết luận nào",
)

READY_TITLE = "Số liệu đã đủ để chốt chưa"
READY_SAID = "Mỗi mục thiếu thì sửa ở trang ghi bên cạnh; không sửa được thì ghi lý do bỏ qua, bản chốt giữ lý do ấy."
WHICH, MEND = "Xem tên", "Sửa ở trang {page}"
WAIVED = "Bỏ qua, lý do: {reason} ({who})"
WAIVE_TITLE, WAIVE_ITEMS, WAIVE_REASON = "Bỏ qua có lý do", "Mục bỏ qua", "Lý do"
WAIVE_HINT = "Ví dụ: đã đôn đốc hai lần, đơn vị hẹn nộp sau kỳ họp"
WAIVE_CHOOSE = "Chọn một hoặc nhiều mục"
WAIVE_BUTTON, WAIVE_BACK, WAIVE_BACK_ITEM = "Ghi lý do bỏ qua", "Thôi bỏ qua", "Mục thôi bỏ qua"
WAIVE_MISSING = "Hãy chọn mục và ghi lý do."
WAIVE_DONE, WAIVE_TAKEN_BACK = "Đã ghi lý do bỏ qua: {titles}.", "Đã thôi bỏ qua: {titles}."
TAKEN_BACK_REASON = "thôi bỏ qua"
BEGINS_WITH = "Kỳ họp này mở đầu bằng {items} còn mở của các kỳ họp trước"

WILL_SEAL = "Bấm chốt sẽ giữ nguyên mãi kết quả năm {year} của {units} ({appraised} đã thẩm định{own}), kế hoạch và mọi số liệu đầu vào."
WILL_SEAL_OWN = ", {own} chưa thẩm định xong hoặc chưa có kết quả"
WILL_KEEP = "Bản chốt ghi: {said}."
WILL_ASK = " Còn {number} mục chưa đủ: sửa ở bước 1, hoặc ghi lý do bên dưới để chốt khi còn thiếu."
SEAL_REASON = "Lý do chốt khi còn mục chưa đủ"
SEAL_REASON_MISSING = "Còn {number} mục chưa đủ ({titles}): sửa ở bước 1 hoặc ghi lý do."
SEALED_BEFORE = "Bản chốt này lập trước khi phần mềm ghi việc đủ số liệu."

MEETING_HINT = "Ví dụ: Họp tổng kết"
BATCH_TITLE = "Làm một lần cho nhiều đơn vị"
BATCH_BUTTONS = {"notified": "Báo các đơn vị này", "published": "Công bố các đơn vị này"}
WILL_NAME = {
    "notified": "Sẽ ghi là đã báo cho {units}: {names}. Các đơn vị có thời gian giải trình đến ngày {until}; chưa ai ngoài ban thư ký thấy tên.",
    "published": "Sẽ công bố nêu tên {units}: {names}. Đại biểu và các đơn vị thấy tên ngay sau khi bấm.",
}
AND_OTHERS = " và các đơn vị khác"
BATCH_DONE = {"notified": "Đã ghi: báo cho {units}.", "published": "Đã công bố nêu tên {units}."}
ONE_TITLE = "Từng cờ một"
BATCH_NONE = "Không còn cờ nào chưa báo, cũng không có cờ nào đến lúc công bố."

speaks(__name__)
