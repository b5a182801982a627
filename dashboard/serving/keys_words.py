"""Words of the page of reading keys."""

from __future__ import annotations

TITLE = "Khóa đọc số liệu"
SAID = "Khóa cho một phần mềm khác (cổng thông tin, bảng tính) đọc số liệu đã công bố mà tài khoản này được xem, không cần đăng nhập. Khóa chỉ để đọc, hạn một năm."
MADE = "Khóa mới, chỉ hiện một lần này; hãy chép lại:"
LIST = "Các khóa còn hạn"
NONE = "Chưa có khóa nào."
LABEL, MAKE = "Dùng vào việc gì", "Lập khóa mới"
KEY = "{label} · hạn {until} · dùng lần cuối: {used}"
NEVER = "chưa lần nào"
END, END_OF = "Thu hồi", "Thu hồi khóa {label}"
HOW = "Gửi kèm trong tiêu đề Authorization: Bearer KHÓA tới /api/v1; mô tả đầy đủ ở /api/v1/openapi.json."
BACK = "Quay lại trang tài khoản"
