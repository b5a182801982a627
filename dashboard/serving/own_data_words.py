"""Words of the page of one's own data."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

TITLE = "Dữ liệu của tôi"
SAID = "Phần mềm đang giữ về tài khoản này những điều sau; không gửi đi đâu."
LOGIN, PERSON, ROLES, UNIT = "Tên đăng nhập", "Họ tên", "Vai trò", "Đơn vị (mã)"
EMAIL, MADE, LAST, SECRET = "Thư điện tử", "Lập ngày", "Vào lần cuối", "Mật khẩu"
NONE, NEVER = "không có", "chưa lần nào"
KEYS, KEY = "Khóa đọc số liệu", "{label} (hạn {until})"
SESSIONS, SESSION = "Đang đăng nhập", "từ {since} ({place})"
UNSENT = "Điều đã gõ mà chưa gửi"
UNSENT_SAID = (
    "Giữ để tải lại trang không mất chữ; chỉ tài khoản này thấy, bảy ngày sau chữ cuối thì xóa."
)
TYPED = "{at} · {text}"
HASHED = "chỉ giữ giá trị băm (argon2), không ai đọc lại được"
DEEDS = "Việc đã làm: {count} dòng nhật ký"
DEEDS_SAID = "Nhật ký giữ cùng kho để biết ai đã sửa số liệu; trong đó họ tên được thay bằng mã."
FIRST = "Dưới đây là {most} dòng mới nhất; tệp tải về có đủ."
LIST = "Nhật ký của tôi"
TAKE = "Tải tất cả thành một tệp"
FILE = "dữ liệu của tôi.json"
RIGHTS = (
    "Muốn sửa họ tên, thôi dùng hoặc xóa tên: báo người quản trị của Văn phòng; việc đã làm khi đó đứng dưới một mã không dẫn về ai. "
    "Tên ghi trong lời văn, văn bản đã in và số liệu của đơn vị (người đứng đầu, cá nhân được đề xuất khen thưởng) không nằm ở đây."
)
BACK = "Quay lại trang tài khoản"
ACCOUNT, JOURNAL, AT, LACKING = "tài khoản", "nhật ký", "lúc", "còn thiếu"
COLUMNS = {"deed": "việc", "what": "về", "more": "chi tiết", "place": "từ"}

speaks(__name__)
