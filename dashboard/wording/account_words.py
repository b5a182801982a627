"""What the command line and the page Người dùng say of accounts."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

ACTION, NAME, UNIT, PERSON, EMAIL = "VIỆC", "TÊN", "MÃ", "HỌ TÊN", "THƯ"
ABOUT = "tài khoản đăng nhập: thêm, xem, đổi vai trò, ngừng, cho thử lại, cấp lại mật khẩu; từ tài khoản đầu tiên, ai cũng phải đăng nhập"
HELP_LIST = "xem mọi tài khoản"
HELP = {
    "add": "thêm tài khoản; mật khẩu lần đầu được in ra một lần, người dùng phải đổi khi vào",
    "roles": "đổi vai trò",
    "disable": "ngừng tài khoản, có hiệu lực ngay",
    "enable": "cho tài khoản dùng lại",
    "unlock": "cho thử lại ngay sau nhiều lần sai mật khẩu",
    "reset": "cấp lại mật khẩu lần đầu",
}
HELP_ROLE = "vai trò: member (đại biểu), secretary (thư ký), unit (đơn vị), admin (quản trị); ghi nhiều lần để có nhiều vai trò"
HELP_UNIT = "mã đơn vị, chỉ cho vai trò unit"
HELP_PERSON = "họ và tên, chức vụ; đứng cạnh mọi việc người đó làm"
HELP_EMAIL = "thư điện tử, để đăng nhập bằng tài khoản của cơ quan"
HELP_PROVIDER = "chỉ đăng nhập bằng tài khoản của cơ quan, không có mật khẩu ở đây"
ADDED = "Đã thêm tài khoản {name} ({roles})."
FIRST = "Mật khẩu lần đầu: {password}\nHãy trao tận tay; chỉ hiện một lần này, và phải đổi khi đăng nhập."
BY_PROVIDER = "Đăng nhập bằng tài khoản của cơ quan với thư điện tử {email}."
ROLES_SET = "Tài khoản {name} nay có vai trò: {roles}. Người đó phải đăng nhập lại."
UNLOCKED, DISABLED, ENABLED = (
    "{name} thử lại được ngay.",
    "Đã ngừng {name}; mọi phiên của người đó đã kết thúc.",
    "Đã cho {name} dùng lại.",
)
NOBODY = "Chưa có tài khoản nào: máy chủ chỉ phục vụ chính máy này."

STATES = {
    "in_use": "đang dùng",
    "first": "chưa đổi mật khẩu lần đầu",
    "locked": "đang phải chờ vì sai mật khẩu",
    "disabled": "đã ngừng",
}
LAST_LINE, NEVER_LINE, UNIT_LINE = "vào lần cuối {moment}", "chưa vào lần nào", ", đơn vị {unit}"

NOBODY_HERE = "Chưa có tài khoản nào: chỉ người ngồi tại máy này dùng được bảng theo dõi, và làm được mọi việc."
ALONE = (
    "Lập tài khoản khi cần cho nhiều người cùng dùng. Từ tài khoản đầu tiên, ai cũng phải đăng nhập, kể cả tại máy này; vì vậy tài khoản đầu tiên phải có vai trò Quản trị. "
    "Nếu chính người đó cũng nhập số liệu, chọn thêm vai trò Thư ký."
)
ANSWER = "{count} tài khoản: {roles}{rest}."
NOBODY_LEFT = "không ai vào được"
SAID = "Đổi vai trò, ngừng, cấp lại mật khẩu có hiệu lực ngay: người đó phải đăng nhập lại. Mọi việc ở trang này được ghi vào nhật ký; mật khẩu thì không."
TITLE, TABS = "Người dùng", ("Danh sách", "Thêm tài khoản", "Thay đổi tài khoản")
COLUMNS = {
    "name": "Tên đăng nhập",
    "person": "Họ tên, chức vụ",
    "roles": "Vai trò",
    "unit": "Đơn vị",
    "state": "Tình trạng",
    "last": "Vào lần cuối",
    "email": "Thư điện tử",
}
FIELD_NAME, FIELD_NAME_HINT = "Tên đăng nhập", "Chữ thường không dấu, ví dụ: lan.nt"
FIELD_PERSON, FIELD_PERSON_HINT = "Họ và tên, chức vụ", "Đứng cạnh mọi việc người đó làm"
FIELD_EMAIL, FIELD_EMAIL_HINT = "Thư điện tử (có thể để trống)", "Để vào bằng tài khoản của cơ quan"
FIELD_PROVIDER = "Chỉ đăng nhập bằng tài khoản của cơ quan, không có mật khẩu ở đây"
FIELD_ROLES, FIELD_UNIT, FIELD_UNIT_HINT = (
    "Vai trò",
    "Đơn vị (chỉ cho vai trò Đơn vị)",
    "Gõ hoặc chọn tên đơn vị",
)
ROLES = {
    "member": "Đại biểu: xem các năm đã công bố",
    "secretary": "Thư ký: xem mọi số liệu; nhập, thẩm định, chốt, in, công bố",
    "unit": "Đơn vị: trang của riêng một đơn vị, không kèm vai trò khác",
    "admin": "Quản trị: xem mọi số liệu; người dùng, kế hoạch, danh sách đơn vị, nhật ký",
}
ADD, DO = "Thêm tài khoản", "Thực hiện"
CHOOSE_ACCOUNT, CHOOSE_HINT, CHOOSE_DEED = "Tài khoản", "Chọn tài khoản", "Việc"
DEEDS = {
    "roles": "Đổi vai trò, đơn vị",
    "unlock": "Cho thử lại ngay",
    "reset": "Cấp lại mật khẩu",
    "disable": "Ngừng tài khoản",
    "enable": "Cho dùng lại",
    "correct": "Sửa họ tên",
    "erase": "Xóa tên và tài khoản",
}
ABOUT_DEEDS = {
    "roles": "Người đó phải đăng nhập lại, rồi thấy đúng phần của vai trò mới.",
    "unlock": "Người đó thử lại được ngay, không phải chờ.",
    "reset": "Mật khẩu cũ và các phiên đang mở hết hiệu lực; mật khẩu mới hiện ở đây một lần, người đó phải đổi khi vào.",
    "disable": "Người đó mất quyền vào ngay lập tức; những gì đã làm vẫn đứng tên người đó.",
    "enable": "Người đó vào lại được bằng mật khẩu cũ.",
    "correct": "Họ tên đúng sẽ đứng ở tài khoản và ở mọi việc người đó đã làm.",
    "erase": "Tên, tài khoản của người đó mất khỏi kho và các bản sao lưu, không lấy lại được; việc đã làm còn lại dưới một mã. Xem trước kho đang giữ gì: python3 run.py person show {name}.",
}
FIELD_RIGHT, FIELD_AGAIN = "Họ và tên, chức vụ đúng", "Gõ lại tên đăng nhập ({name}) để xóa"
AGAIN_WRONG = "Tên gõ lại không khớp với {name}; chưa xóa gì."
CORRECTED = "Đã sửa họ tên của {name}."
ERASED = (
    "Đã xóa tên và tài khoản {name}: khỏi kho và {cleaned} bản sao lưu; còn trong {still} bản cũ."
)
RESET = "Đã cấp lại mật khẩu cho {name}."
HAND_OVER = "Mật khẩu lần đầu ở ngay dưới. Hãy chép lại và trao tận tay: chỉ hiện một lần này, và phải đổi khi đăng nhập."
FIRST_MADE = "Từ bây giờ ai cũng phải đăng nhập. Chép mật khẩu này xong, hãy tải lại trang để đăng nhập; nếu lỡ mất: python3 run.py account reset {name}."
NOT_ADDED, NOT_CHANGED = "Chưa thêm tài khoản:", "Chưa thay đổi:"

speaks(__name__)
