"""Words about roles and what they may do."""

from __future__ import annotations

from dashboard.writing.nouns import speaks, worded

ROLES = {"member": "Đại biểu", "secretary": "Thư ký", "unit": "Đơn vị", "admin": "Quản trị"}
ACTIONS = {
    "read": "xem số liệu",
    "see_drafts": "xem nội dung chưa công bố",
    "see_imports": "xem các lần nhập và tệp gốc",
    "import": "nhập số liệu",
    "change_units": "thay đổi danh sách đơn vị",
    "change_plan": "thay đổi kế hoạch",
    "seal": "chốt số liệu",
    "publish": "công bố",
    "present": "sửa chương trình trình chiếu",
    "conclude": "ghi kết luận cuộc họp",
    "reply": "ghi giải trình của đơn vị này",
    "print": "lập hồ sơ, công văn",
    "make_template": "lập biểu mẫu của đơn vị này",
    "take_table": "tải bảng số liệu",
    "empty": "xóa toàn bộ số liệu",
    "see_journal": "xem nhật ký",
    "manage_accounts": "quản lý người dùng",
}
NOT_ALLOWED = "Tài khoản này không có quyền {what}; nếu cần, hãy nhờ người quản trị."
PAGE_NOT_ALLOWED = "Trang “{title}” không dành cho vai trò của tài khoản này ({roles})."
PAGE_NEXT = "Hãy chọn một trang khác ở thực đơn, hoặc nhờ người quản trị cấp thêm vai trò."
NOTHING_PUBLISHED = "Chưa có năm nào của phong trào được công bố."
NOTHING_PUBLISHED_NEXT = (
    "Số liệu hiện ra ở đây khi Ban thư ký công bố. Trang Chỉ số cấp tỉnh luôn xem được."
)
SIGNED_OUT = "Phiên làm việc đã hết. Hãy đăng nhập lại; trang đang xem sẽ được mở lại."
SIGN_IN = "Đăng nhập"
NOT_OPEN = (
    "Máy chủ này đang mở ra mạng ({address}) nhưng chưa có tài khoản nào, nên không được phép chạy: ai trong mạng cũng sửa được số liệu. "
    "Hãy lập tài khoản quản trị trước (python3 run.py account add TÊN --role admin --role secretary), hoặc để máy chủ chỉ nghe máy này (127.0.0.1)."
)
PLAIN_START = "Kho này có tài khoản đăng nhập; hãy mở máy chủ bằng lệnh python3 run.py serve để mọi trang và tệp đều được kiểm tra quyền."
FOREIGN = "Máy chủ này chưa có tài khoản nên chỉ phục vụ người ngồi tại máy; yêu cầu đến từ nơi khác bị từ chối."
BODY_REFUSED = "Yêu cầu quá lớn hoặc gửi quá chậm nên bị từ chối; không có gì được ghi."
ACCOUNT = "Tài khoản, đăng xuất"
NO_ROLE = "Hãy chọn ít nhất một vai trò."
FIRST_ADMIN = "Tài khoản đầu tiên phải có vai trò Quản trị (admin): từ lúc đó ai cũng phải đăng nhập, và chỉ quản trị thêm được người khác."
UNIT_ALONE = "Vai trò Đơn vị (unit) không đi cùng vai trò khác và phải kèm một đơn vị."
UNIT_WITHOUT_ROLE = "Chỉ vai trò Đơn vị (unit) mới kèm một đơn vị."
NO_UNIT = "Kho không có đơn vị nào mang mã “{unit}”."
NOT_ONESELF = "Không tự ngừng tài khoản đang dùng, cũng không tự bỏ vai trò Quản trị của mình; hãy nhờ một quản trị khác."


def not_allowed(action: str) -> str:
    """The answer to somebody who may not do this."""
    return NOT_ALLOWED.format(what=worded(ACTIONS).get(action, "làm việc này"))


def roles(codes) -> str:
    """“Quản trị, Thư ký”."""
    return (
        ", ".join(name for code, name in worded(ROLES).items() if code in codes)
        or "chưa có vai trò"
    )


speaks(__name__)
