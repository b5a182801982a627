"""How the reading of a file is told before anything is stored: what each sheet says of itself, columns read and left out, the scale of the plan."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

TITLE = "Đọc được thế này"
ABOUT = "Mỗi dòng là một số liệu sẽ vào kho, với ô của nó trong tệp; cột “Theo kế hoạch” là thang của tiêu chí. Xem kỹ năm, giai đoạn và tổng số trước khi lưu."
SHEET, WHOLE_FILE = "Trang “{sheet}”", "Tệp"
YEAR = "năm {value}"
STAGE = "giai đoạn {value}"
MEASURE = "đơn vị tính: {value}"
FROM = "({place}{cell})"
AT = ", ô {cell}"
BY_DEFAULT = "(mặc định, tệp không ghi)"
BY_SHAPE, BY_TRY = "theo cách đọc đã nhớ ngày {said}", "theo cách đọc vừa chỉ"
FIGURES = "{figures} của {units}, {criteria}; {years}; {stages}"
YEARS, STAGES = "năm {years}", "{stages}"
NO_FIGURES = "không có số liệu nào"
READ, LEFT_OUT = "Cột đọc: {columns}", "Cột bỏ qua: {columns}"
LINES = "Dòng chữ trong bảng không dùng tới: {lines}"
LINEAGE, NOBODY = "{before} → {after}{on}, ô {cell}", "không còn đơn vị nào"
SINCE, MORE_LINEAGE = ", từ {day}", "Và {more} đơn vị mới nữa."
COLUMN = "{cell} {header}"
MARK_DEFAULT = "giai đoạn: mặc định"
QUESTIONS = "Cần xác nhận trước khi lưu"
QUESTION = "{file}{place}: {what}"
YES = "Đúng, nhập như vậy"
HELP_YES = "trả lời “đúng” cho mọi câu cần xác nhận (dòng ẩn, bảng dự thảo, số giống phần trăm)"

speaks(__name__)
