"""What the command line and the page Người dùng say of a person's data."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

ABOUT = "dữ liệu của một người: xem, sửa họ tên, xóa tên khỏi kho và các bản sao lưu"
ACTION, NAME, RIGHT = "VIỆC", "TÊN", "HỌ-TÊN"
HELP_NAME = "tên đăng nhập, hoặc họ tên đúng như trang Nhật ký ghi"
HELP_SHOW = "xem mọi điều kho đang giữ về một người"
HELP_CORRECT = "sửa họ tên, ở tài khoản và ở mọi việc đã ghi"
HELP_ERASE = "xóa tên và tài khoản; việc đã làm còn lại dưới một mã không dẫn về ai"
HELP_CODE = "thay tên người ghi từ trước bản có mã (mọi người, một lần) để xóa được về sau; xóa tên cũng tự làm việc này"
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
STOPPED = "Chưa làm gì."
ERASED = "Đã xóa tên “{name}”: việc đã làm đứng dưới mã, không dẫn về ai; đã xóa trong {cleaned} bản sao lưu."
STILL = "Còn tên trong {count} bản sao lưu có việc ghi từ trước khi tên được giữ bằng mã, hoặc đã hỏng; hãy xóa khi hết hạn giữ: {files}"
CODED = "{names} tên ghi từ trước khi tên được giữ bằng mã nay đã đứng dưới mã ở {places} dòng; chuỗi nhật ký và chuỗi bản chốt được lập lại một lần, xem bằng verify."
CODED_FIRST = "Kho này có {names} tên ghi từ trước khi tên được giữ bằng mã: đã thay hết bằng mã, chuỗi nhật ký và chuỗi bản chốt được lập lại một lần, xem bằng verify."
NOTHING_OLD = "Mọi tên trong kho đã đứng dưới mã; không phải làm gì."
OLD_BACKUPS = "{count} bản sao lưu lập trước lúc này còn tên cũ, hãy xóa khi hết hạn giữ: {files}"
CODE_QUESTION = "Thay mọi tên người ghi từ trước bằng mã? Chuỗi nhật ký và chuỗi bản chốt được lập lại, đầu chuỗi in ở báo cáo cũ không còn khớp. Gõ có rồi Enter: "

speaks(__name__)
