"""Words of the pages for signing in and for one's own account."""

from __future__ import annotations

SIGN_IN, ACCOUNT, SIGN_OUT = "Đăng nhập", "Tài khoản", "Đăng xuất"
SIGN_IN_SAID = "Bảng theo dõi “{movement}”."
SEVERAL_SAID = "Bảng theo dõi nhiều phong trào; đăng nhập rồi chọn ở đầu trang."
NAME, PASSWORD = "Tên đăng nhập", "Mật khẩu"
OLD, NEW, AGAIN, CHANGE = (
    "Mật khẩu hiện tại",
    "Mật khẩu mới",
    "Nhập lại mật khẩu mới",
    "Đổi mật khẩu",
)
BY_PROVIDER = "Đăng nhập bằng tài khoản của cơ quan"
FORGOTTEN = (
    "Quên mật khẩu hoặc cần vào ngay: người quản trị của Văn phòng cấp được mật khẩu dùng một lần."
)
MUST_CHANGE = "Đây là mật khẩu cấp lần đầu. Hãy đặt mật khẩu của riêng mình rồi mới vào được."
RULES = "Ít nhất 10 ký tự, khác mật khẩu cũ, không chứa tên đăng nhập. Một câu dễ nhớ gồm vài từ là tốt nhất."
TOO_MANY_AT_ONCE = "Từ nơi này đang có quá nhiều lần đăng nhập cùng lúc; hãy thử lại sau vài giây."
NOT_ALIKE = "Hai lần nhập mật khẩu mới không giống nhau."
FROM_ELSEWHERE = (
    "Biểu mẫu này không được gửi từ trang của bảng theo dõi; hãy đăng nhập lại tại đây."
)
BACK = "Quay lại bảng theo dõi"
