"""What Trình chiếu says of a programme that was being composed when the page was left."""

from __future__ import annotations

DRAFT_BACK = "Đang tiếp tục từ chương trình bạn soạn dở, chưa lưu. Hình đã thêm cần được chọn lại."
DRAFT_DROP = "Bỏ bản soạn dở"
DRAFT_OF_OLD = "Bản bạn soạn dở không đọc lại được nên đã bỏ; dưới đây là chương trình như lúc mở."
