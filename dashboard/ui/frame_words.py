"""Words of the frame and of the parts that every page shares."""

from __future__ import annotations

from html import escape

SECTION_COUNCIL = "Theo dõi"
SECTION_MEETING = "Cuộc họp"
SECTION_DESK = "Ban thư ký"
SECTION_OWN = "Đơn vị"
SECTION_KEEPER = "Quản trị"
SECTION_METHOD = "Giải thích"
FIND = "Tìm đơn vị"
FIND_HINT = "Tên, không cần dấu"
FOUND_NONE = "Không thấy đơn vị nào có tên như vậy."
SAMPLE_MARK = "<b>Số liệu minh họa</b> của một tỉnh không có thật, để xem thử; không phải kết quả của đơn vị nào."
EDITION, EDITION_NONE = "Ấn bản số liệu", "Số liệu hiện nay"
EDITION_LIVE = "<b>Số liệu hiện nay, chưa chốt</b>: còn thay đổi khi kho có số liệu mới; người xem chỉ đọc ấn bản đã công bố."
PAGE_FAILED = "Trang này chưa mở được vì một lỗi của phần mềm; số liệu vẫn nguyên vẹn. Hãy tải lại trang, hoặc báo người phụ trách kèm thời điểm xảy ra."
TRY_AGAIN = "Khi kho mở lại, chỉ cần tải lại trang này."
LOADING_SAMPLE = "Đang nạp số liệu minh họa bằng đường nhập thông thường …"


def foot(day: str, store: str) -> str:
    """The foot of every page as HTML; which store it is where the reader may know."""
    named = f" Kho số liệu: {escape(store)}." if store else ""
    return f"Số liệu tính đến ngày {day}. Nguồn của từng con số ở trang Hồ sơ đơn vị; cách tính ở trang Phương pháp.{named}"
