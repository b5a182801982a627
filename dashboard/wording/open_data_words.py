"""What the interface for machines and the command of the data package say."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

HELP = "gói dữ liệu mở (CSV kèm từ điển, chuẩn Frictionless) của một ấn bản đã công bố"
HELP_LICENCE = "tên giấy phép, ví dụ CC-BY-4.0"
HELP_LICENCE_PATH = "địa chỉ văn bản của giấy phép"
NO_EDITION = "Không có ấn bản số {number} để đọc."
NOTHING_OF_YEAR = "Năm {year} chưa có ấn bản nào được công bố."
NOTHING_PUBLISHED = "Chưa có ấn bản nào được công bố nên chưa có dữ liệu mở."
KEY_NEEDED = "Cần khóa đọc số liệu (Authorization: Bearer …) hoặc đăng nhập."
KEY_REFUSED = "Khóa đọc số liệu này không dùng được: sai, hết hạn hoặc đã thu hồi."
NO_PICTURE = "Tài khoản của một đơn vị chỉ đọc số liệu của mình nên không có hình chung."
PICTURE = "Hình SVG: bao nhiêu đơn vị đạt mốc, kèm câu nói rõ và ấn bản"
NO_TABLE = "Không có bảng “{name}”; các bảng: {names}."
READ_ONLY = "Giao diện này chỉ để đọc (GET)."
WRONG_VALUE = "Tham số {name}: “{value}” không đúng; cần {wanted}."
UNKNOWN_PARAMETER = "Không có tham số “{name}”; các tham số: {names}."
A_NUMBER = "một số nguyên từ {low} đến {high}"
ONE_OF = "một trong: {names}"
API_TITLE = "Số liệu đã công bố của phong trào thi đua"
INDEX = "Các bảng và các ấn bản đã công bố"
FINE = "Có số liệu"
REFUSALS = {
    304: "Số liệu không đổi so với lần trước (ETag)",
    400: "Tham số sai; câu trả lời nói rõ sai gì",
    401: "Chưa có khóa hoặc khóa không dùng được",
    404: "Không có bảng hoặc ấn bản ấy",
}
ABOUT = "Chỉ để đọc. Mọi con số thuộc một ấn bản đã chốt và công bố; ô không có số liệu là null, không phải 0."
MOVEMENT = "Mã phong trào (mục movements của trang đầu liệt kê); không ghi là phong trào thứ nhất."
NO_MOVEMENT = "Không có phong trào nào mang mã này mà tài khoản được đọc."

speaks(__name__)
