"""What the command line and the page Người dùng say of a person's data."""

from __future__ import annotations

ABOUT = "dữ liệu của một người: xem, sửa họ tên, xóa tên khỏi kho và các bản sao lưu"
ACTION, NAME, RIGHT = "VIỆC", "TÊN", "HỌ-TÊN"
HELP_NAME = "tên đăng nhập, hoặc họ tên đúng như trang Nhật ký ghi"
HELP_SHOW = "xem mọi điều kho đang giữ về một người"
HELP_CORRECT = "sửa họ tên, ở tài khoản và ở mọi việc đã ghi"
HELP_ERASE = "xóa tên và tài khoản; việc đã làm còn lại dưới một mã không dẫn về ai"
HELP_TO = "họ tên đúng"
HELP_YES = "không hỏi lại"

HEAD = "Kho đang giữ về {names}:"
ACCOUNT = (
    "Tài khoản {name}: {person}; vai trò {roles}{unit}{email}; lập {made}, vào lần cuối {last}."
)
NO_ACCOUNT = "Không có tài khoản."
UNIT, EMAIL, NEVER = "; đơn vị {unit}", "; thư điện tử {email}", "chưa lần nào"
UNSENT = "{count} biểu mẫu đã gõ mà chưa gửi (chỉ người ấy đọc được, ở Tài khoản, Dữ liệu của tôi)."
DEEDS = "{count} dòng nhật ký:"
DEED = "{moment}  {deed}{what}  (từ {place})"
CORRECTED = "Đã sửa họ tên thành “{right}” ở tài khoản và ở mọi việc đã ghi."
QUESTION = "Xóa tên “{name}” và tài khoản của người này khỏi kho và các bản sao lưu? Không lấy lại được. Gõ có rồi Enter: "
STOPPED = "Chưa xóa gì."
ERASED = "Đã xóa tên “{name}”: việc đã làm đứng dưới mã, không dẫn về ai; đã xóa trong {cleaned} bản sao lưu."
STILL = "Còn tên trong {count} bản sao lưu lập từ trước khi tên được giữ bằng mã, hoặc đã hỏng; hãy xóa khi hết hạn giữ: {files}"
EARLIER = "Tên trong nhật ký và bản chốt ghi từ trước khi tên được giữ bằng mã thì còn: chuỗi chứng minh không cho sửa."
