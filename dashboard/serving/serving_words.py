"""What the server says to whoever starts and keeps it."""

from __future__ import annotations

SECRET_GUESSABLE = (
    "Chuỗi bí mật ở {where} đoán được (chép từ hướng dẫn, ngắn hơn {shortest} ký tự, hoặc lặp lại), nên máy chủ không chạy: ai biết nó thì vào được tài khoản bất kỳ. "
    'Hãy bỏ dòng đó đi, phần mềm tự tạo; nếu nhiều máy chủ dùng chung thì tạo bằng: python3 -c "import secrets; print(secrets.token_hex(32))".'
)
SECRET_NEEDED = (
    "Máy chủ dùng PostgreSQL và đăng nhập bằng tài khoản của cơ quan thì mọi máy chủ phải chung một chuỗi bí mật. Hãy đặt STREAMLIT_SERVER_COOKIE_SECRET bằng chuỗi do lệnh này in ra: "
    'python3 -c "import secrets; print(secrets.token_hex(32))".'
)
PLACEHOLDER = (
    "Chỗ này còn nguyên chữ mẫu của hướng dẫn: {where}. Hãy thay bằng giá trị thật rồi chạy lại."
)
NO_BACKUP = "Chưa có bản sao lưu của hôm nay trong {folder}. {why} Phần mềm thử lại mỗi 10 phút; nếu lời báo này còn, hãy sao lưu bằng tay (python3 run.py backup TỆP)."
NOT_ERASED = (
    "Chưa xóa được tên của những người đã nghỉ quá thời hạn. {why} Phần mềm thử lại mỗi 10 phút."
)
TITLE = "Bảng theo dõi"
NO_SCRIPT = "Trang này cần JavaScript: hãy bật JavaScript cho địa chỉ này trong trình duyệt."
_NO_ANSWER = (
    "Máy chủ không trả lời. Trang tự thử nối lại; điều đã gõ mà chưa gửi vẫn còn trên trang."
)
OPENING = "Đang mở trang…"
FRAME = {
    "reload": "Tải lại trang",
    "signIn": "Đăng nhập lại",
    "line": {
        "blocked": "Trang chưa nối được với máy chủ {host}: mạng hoặc phần mềm bảo vệ trên máy chặn kết nối WebSocket. "
        "Hãy báo người quản trị mạng cho phép WebSocket tới địa chỉ này, hoặc thử mạng khác.",
        "lost": "Mất kết nối với máy chủ; trang đang tự nối lại. Điều đã gõ mà chưa gửi vẫn còn trên trang.",
        "gone": _NO_ANSWER,
        "over": "Phiên làm việc đã hết. Đăng nhập lại thì trở về đúng trang này.",
    },
    "labels": [
        ["Help for ", "Giải thích: "],
        ["Sidebar", "Trình đơn"],
        ["App pages", "Các trang"],
        ["Collapse sidebar", "Thu trình đơn"],
        ["Expand sidebar", "Mở trình đơn"],
        ["Close", "Đóng"],
        ["Scroll tabs right", "Các thẻ bên phải"],
        ["Scroll tabs left", "Các thẻ bên trái"],
        ["Clear value", "Bỏ chọn"],
        ["Clear all", "Bỏ chọn tất cả"],
        ["Open", "Mở danh sách"],
        ["Remove ", "Bỏ "],
        ["add icon", "Thêm"],
        ["Add files", "Thêm tệp"],
    ],
    "hints": [
        ["Choose an option", "Chọn hoặc gõ để tìm"],
        ["Choose options", "Chọn hoặc gõ để tìm"],
    ],
    "said": [
        ["^Skip to main content$", "Đến nội dung chính"],
        ["^Connection error$", "Mất kết nối với máy chủ"],
        ["^Connection lost\\..*$", "Mất kết nối với máy chủ. Đợi trang nối lại rồi thử lại."],
        [
            "^(Is Streamlit still running\\?|Streamlit server is not responding|Cannot connect to Streamlit|Connection (failed|timed out)).*$",
            _NO_ANSWER,
        ],
        ["^streamlit run yourscript\\.py$", "python3 run.py"],
        ["^Page not found$", "Không có trang này"],
        [
            "^(You have requested page .*|The page that you have requested does not seem to exist.*)$",
            "Địa chỉ này không phải một trang của bảng theo dõi; đang mở trang đầu.",
        ],
        [
            "^(AxiosError: )?Request failed with status code 413$",
            "Tệp quá lớn: mỗi tệp nhiều nhất 50 MB. Hãy chia tệp hoặc bỏ ảnh trong tệp rồi tải lên lại.",
        ],
        [
            "^(AxiosError: )?Request failed with status code (401|403|404)$",
            "Máy chủ không nhận tệp này vì phiên làm việc đã hết hoặc không được phép. Hãy tải lại trang, đăng nhập rồi thử lại.",
        ],
        [
            "^(AxiosError.*|Request failed with status code \\d+|Network Error)$",
            "Tệp chưa tới được máy chủ. Kiểm tra mạng rồi tải lên lại.",
        ],
        ["^File must be .* or smaller\\.$", "Tệp quá lớn: mỗi tệp nhiều nhất 50 MB."],
        [
            "^.* files are not allowed\\.$",
            "Loại tệp này không đọc được; các loại nhận được ghi ở chỗ chọn tệp.",
        ],
        ["^(Connecting|CONNECTING)$", "Đang nối máy chủ"],
        ["^(\\d+)\\.0B$", "$1 B"],
        ["^(\\d+)\\.(\\d)([KMGT]?B)$", "$1,$2 $3"],
        ["^add icon$", "Thêm"],
    ],
}
"""What the browser's part of the frame says; `said`: an English sentence of Streamlit (a regular expression) and ours, `labels`: how what it gives to screen readers begins, `hints`: what stands in an empty field."""
