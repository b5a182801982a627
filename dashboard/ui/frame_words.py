"""Words of the frame and of the parts that every page shares."""

from __future__ import annotations

from html import escape

from dashboard.writing.nouns import speaks, worded

SECTION_COUNCIL = "Theo dõi"
SECTION_MEETING = "Cuộc họp"
SECTION_DESK = "Ban thư ký"
SECTION_OWN = "Đơn vị"
SECTION_KEEPER = "Quản trị"
SECTION_METHOD = "Giải thích"
ENDED = "{name} (đến {day})"
FIND = "Tìm đơn vị"
FIND_HINT = "Tên, không cần dấu"
FOUND_NONE = "Không thấy đơn vị nào có tên như vậy."
SAMPLE_MARK = "Số liệu minh họa"
SAMPLE_MORE = "Của một tỉnh không có thật, để xem thử; không phải kết quả của đơn vị nào."
EDITION, EDITION_NONE = "Ấn bản số liệu", "Số liệu hiện nay"
EDITION_LIVE = "Số liệu chưa chốt"
EDITION_LIVE_MORE = (
    "Số liệu hiện nay, còn thay đổi khi kho có số liệu mới; người xem chỉ đọc ấn bản đã công bố."
)
EDITION_SHORT = "Ấn bản số liệu {brief}"
NOT_THERE = "Đường dẫn hỏi “{asked}” ở mục {label}, nhưng nay không có; trang đang hiện: {shown}."
EVERY_UNIT = "danh sách đơn vị"
NOTHING_SHOWN = "không có mục đó"
YEAR, BLOCK, KIND, BOUNDARIES = "Năm, mốc", "Khối, cụm thi đua", "Loại đơn vị", "Ranh giới"
ALL_BLOCKS, ALL_KINDS = "Tất cả khối", "Tất cả loại"
THEN, NOW = "Ranh giới cũ", "Ranh giới hiện nay"
BOUNDARIES_HELP = (
    "Ranh giới hiện nay: chuỗi năm của đơn vị mới sau sáp nhập được cộng từ số phiếu của các đơn vị cũ, "
    "nếu đơn vị nào cũng có. Chỉ đổi hình xu hướng, không đổi hạng và cờ."
)
OF_PICTURE = "{plan}, {province}. {edition} Số liệu tính đến ngày {day}."
SAMPLE_SHORT = "Số liệu minh họa của một tỉnh không có thật."
ON_PAPER = "{shown}. {edition} Số liệu tính đến ngày {day}; in ngày {printed}."
PAGE_FAILED = "Trang này chưa mở được vì một lỗi của phần mềm; số liệu vẫn nguyên vẹn. Hãy tải lại trang, hoặc báo người phụ trách kèm thời điểm xảy ra."
TRY_AGAIN = "Khi kho mở lại, chỉ cần tải lại trang này."
LOADING_SAMPLE = "Đang nạp số liệu minh họa lần đầu"
LOADING_NEXT = (
    "Máy chủ nạp một lần cho mọi người xem; đóng trang này không làm dừng. Nạp xong, trang tự mở."
)
LOADING_READS = "Đang đọc các tệp ({percent}): {name}"
LOADING_STORES = (
    "Đã nạp {stored}/{files} tệp ({percent}); còn lại là các báo cáo đang chờ ghi: {name}"
)
LOADING_ENDED = "Mới nạp được {stored}/{files} tệp số liệu minh họa, nên các trang còn thiếu số liệu. {why} Khởi động lại phần mềm thì việc nạp đi tiếp từ chỗ này."
PICTURE = {
    "save": "Lưu ảnh",
    "more": "Cách đọc hình",
    "walk": "Phím mũi tên đọc từng điểm.",
    "walkAndOpen": "Phím mũi tên đọc từng điểm, Enter mở đơn vị.",
    "year": "Năm đang xem",
    "play": "▶ Chạy",
    "stop": "■ Dừng",
    "failed": "Chưa vẽ được hình; số liệu vẫn có trong bảng bên dưới. Hãy tải lại trang.",
}
"""What a picture says of itself and its keys."""
IN_STYLES = {
    "viewing": "Đang xem:",
    "showing-only": "Chỉ hiện:",
    "year": "Năm",
    "no-match": "Không có mục nào khớp",
    "evidence": "Vì sao, chứng cứ ▾",
    "fold": "Thu lại ▴",
    "choose-file": "Chọn tệp",
    "too-heavy": "Không nhận: tệp quá nặng hoặc không gửi được ở đây",
}
"""What style sheets write beside parts of Streamlit: `var(--said-viewing)`."""
UPLOADER = [
    ["^file upload$", "Chọn tệp"],
    ["^Add files$", "Thêm tệp"],
    ["^Remove ", "Bỏ tệp "],
    ["^Cancel upload of ", "Ngừng tải lên "],
    [", (\\d+)\\.0B$", ", $1 B"],
    [", (\\d+)\\.(\\d)([KMGT]?B)$", ", $1,$2 $3"],
    ["^Click to retry upload$", "Bấm để tải lên lại"],
]
"""What Streamlit tells screen readers and pointers of its uploader (a regular expression), and ours."""
NO_DAY = "“{text}” không phải ngày; hãy ghi ngày/tháng/năm, ví dụ 20/9/2019."
OPENING_EDITION, READING_STORE, WORKING_OUT = (
    "Đang mở ấn bản số liệu …",
    "Đang đọc kho số liệu …",
    "Đang tính lại số liệu …",
)
DRAFT_BACK = "Nội dung gõ dở lần trước, chưa gửi, được giữ lại ở đây."
DRAFT_LEFT = "Có ô đã gõ mà không đưa lại được, vì từ đó đến nay số liệu của ô đã khác. Nếu vẫn đúng, hãy gõ lại:"
DRAFT_LEFT_LINE = "{row}: đã gõ “{value}”."
NO_ROWS = "Chưa có số liệu để lập bảng."
FIRST_ROWS = "Đang hiện {shown} dòng đầu trong {rows}; tệp tải xuống có đủ."


def foot(day: str, store: str) -> str:
    """The foot of every page as HTML; which store it is where the reader may know."""
    named = f" Kho số liệu: {escape(store)}." if store else ""
    return f"Số liệu tính đến ngày {day}. Nguồn của từng con số ở trang Hồ sơ {worded('đơn vị')}; cách tính ở trang Phương pháp.{named}"


def css_words() -> str:
    """The words of `IN_STYLES` as variables of a style sheet."""
    said = " ".join(f'--said-{name}: "{text}";' for name, text in IN_STYLES.items())
    return f":root {{ {said} }}"


speaks(__name__)
