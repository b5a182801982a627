"""Words of the questions about unknown names."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

TITLE = "Tên chưa nhận ra"
ABOUT = "Chọn nghĩa đúng một lần; phần mềm ghi nhớ và đọc lại tệp. Tên không phải đơn vị thì gõ “không phải” để chọn bỏ qua. Chưa chắc thì để trống và sửa trong tệp."
UNIT, CRITERION = (
    "“{text}” là đơn vị nào? ({file}{cell})",
    "“{text}” là tiêu chí nào? ({file}{cell})",
)
CELL = ", ô {cell}"
NEAR, HINT = "{name} (gần giống)", "Để trống nếu chưa chắc"
NOT_A_UNIT = "Không phải đơn vị nào: bỏ qua dòng này"
SAVE = "Ghi nhớ và đọc lại tệp"
NOTHING = "Chưa chọn tên nào."
NOTE = "xác nhận tên trong tệp"
PLAN_FROM_FILE = (
    "Kế hoạch đang dùng đọc từ tệp {file}, nên tên khác của tiêu chí phải thêm vào tệp đó."
)
SAVED = "Đã ghi nhớ {names}. Tệp đã được đọc lại."

speaks(__name__)
