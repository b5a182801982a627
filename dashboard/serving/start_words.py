"""What the start of the server says to whoever started it."""

from __future__ import annotations

OPEN = "Kho số liệu: {store}\nBảng theo dõi đã mở tại {address} (dừng: bấm Ctrl-C)"
TAKEN = (
    "Cổng {port} đang có chương trình khác dùng. Nếu đó là bảng theo dõi đã mở từ trước thì vào {address}; "
    "nếu không, chọn cổng khác, ví dụ: {program} {serve}server.port={other}"
)
UNKNOWN = (
    "Không có thiết đặt “{setting}”; viết như server.port=8501 (tên theo tài liệu của Streamlit)."
)
SECRET = "Thiết đặt {setting} là bí mật, không ghi trên dòng lệnh; hãy đặt biến {variable} trong tệp thiết đặt."
NO_NUMBER = "Thiết đặt {setting} phải là số, không phải “{value}”."
BASE_PATH = (
    "Chưa phục vụ dưới một đường dẫn con (server.baseUrlPath={base}): hãy bỏ thiết đặt này và dùng một tên miền riêng "
    "hoặc một cổng riêng cho bảng theo dõi (docs/van-hanh.md, mục 5)."
)
LOG_LINE = "%(asctime)s %(levelname)s %(message)s"
