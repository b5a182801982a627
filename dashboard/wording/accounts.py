"""What the command line says of accounts."""
from __future__ import annotations

from dashboard.wording.permissions import roles as role_words

ACTION, NAME, UNIT, PERSON, EMAIL = "VIỆC", "TÊN", "MÃ", "HỌ TÊN", "THƯ"
ABOUT = "tài khoản đăng nhập: thêm, xem, đổi vai trò, ngừng, mở khóa, cấp lại mật khẩu; từ tài khoản đầu tiên, ai cũng phải đăng nhập"
HELP_LIST = "xem mọi tài khoản"
HELP = {"add": "thêm tài khoản; mật khẩu lần đầu được in ra một lần, người dùng phải đổi khi vào", "roles": "đổi vai trò", "disable": "ngừng tài khoản, có hiệu lực ngay", "enable": "cho tài khoản dùng lại",
        "unlock": "mở khóa sau nhiều lần sai mật khẩu", "reset": "cấp lại mật khẩu lần đầu"}
HELP_ROLE = "vai trò: member (đại biểu), secretary (thư ký), unit (đơn vị), admin (quản trị); ghi nhiều lần để có nhiều vai trò"
HELP_UNIT = "mã đơn vị, chỉ cho vai trò unit"
HELP_PERSON = "họ và tên, chức vụ; đứng cạnh mọi việc người đó làm"
HELP_EMAIL = "thư điện tử, để đăng nhập bằng tài khoản của tỉnh"
HELP_PROVIDER = "chỉ đăng nhập bằng tài khoản của tỉnh, không có mật khẩu ở đây"
ADDED = "Đã thêm tài khoản {name} ({roles})."
FIRST = "Mật khẩu lần đầu: {password}\nHãy trao tận tay; chỉ hiện một lần này, và phải đổi khi đăng nhập."
BY_PROVIDER = "Đăng nhập bằng tài khoản của tỉnh với thư điện tử {email}."
ROLES_SET = "Tài khoản {name} nay có vai trò: {roles}. Người đó phải đăng nhập lại."
UNLOCKED, DISABLED, ENABLED = "Đã mở khóa {name}.", "Đã ngừng {name}; mọi phiên của người đó đã kết thúc.", "Đã cho {name} dùng lại."
UNIT_ALONE = "Vai trò unit đi một mình và cần --unit MÃ."
UNIT_WITHOUT_ROLE = "--unit chỉ dùng với --role unit."
NO_UNIT = "Kho không có đơn vị nào mang mã “{unit}”."
NOBODY = "Chưa có tài khoản nào: máy chủ chỉ phục vụ chính máy này."


def line(one, moment) -> str:
    """One account in one line."""
    state = "đã ngừng" if one.disabled else "chưa đổi mật khẩu lần đầu" if one.must_change else "đang dùng"
    last = f"vào lần cuối {moment(one.signed_in_at)}" if one.signed_in_at == one.signed_in_at and one.signed_in_at is not None else "chưa vào lần nào"
    unit = f", đơn vị {one.unit}" if isinstance(one.unit, str) else ""
    return f"{one.name}: {one.person} · {role_words(one.roles.split(','))}{unit} · {state} · {last}"
