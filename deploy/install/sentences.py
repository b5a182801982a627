"""Everything that the set-up says."""

from __future__ import annotations

import sys

PYTHON = "python" if sys.platform == "win32" else "python3"
PROGRAM = f"{PYTHON} run.py"
USAGE = f"""Bảng theo dõi phong trào thi đua thực hiện văn hóa công sở, phiên bản {{version}}.

Cách dùng (gõ trong thư mục của phần mềm, hoặc ghi cả đường dẫn tới run.py):
  {PROGRAM}                    cài đặt nếu chưa có, rồi mở bảng theo dõi trên máy này (kho trống thì nạp số liệu minh họa)
  {PROGRAM} server.port=8600   như trên, ở cổng khác; nhận mọi thiết đặt của Streamlit viết như vậy
  {PROGRAM} serve [THIẾT ĐẶT]  chạy cho cả cơ quan (dịch vụ): nhật ký JSON, tự sao lưu mỗi ngày
  {PROGRAM} install            chỉ cài đặt, không mở
  {PROGRAM} test [THAM SỐ]     cài thêm công cụ kiểm thử, rồi chạy mọi phép thử (dành cho người sửa phần mềm)
  {PROGRAM} test fast          như trên, bỏ trình duyệt, PostgreSQL và những phép thử lâu: dưới ba phút
  {PROGRAM} release [THAM SỐ]  lập bộ cài đặt mang đi được, dùng cho máy không có mạng
  {PROGRAM} --version          phiên bản

Các lệnh làm việc với số liệu, không cần mở màn hình ({PROGRAM} LỆNH --help để xem cách dùng từng lệnh):
{{commands}}

Kho số liệu: DATABASE_URL trong môi trường hoặc trong tệp thiết đặt; không có thì data/dashboard.sqlite cạnh run.py.
Hướng dẫn đầy đủ: docs/van-hanh.md."""

BEGIN = "Cài đặt lần đầu: cần tải khoảng {download} MB và {disk} MB trên ổ đĩa. Xin đừng đóng cửa sổ này."
BEGIN_OFFLINE = (
    "Cài đặt từ bộ mang theo (thư mục {folder}), không cần mạng; cần {disk} MB trên ổ đĩa."
)
AGAIN = "Lần cài trước chưa xong hoặc đã hỏng; đang dọn và cài lại …"
ENVIRONMENT = "Đang tạo môi trường riêng trong thư mục .venv …"
FETCHING = "{done}/{of} gói, đã tải {fetched} MB; đang lấy {name}{size}"
SIZE = " ({size})"
WRITING = "Đã có đủ các gói; đang ghi vào ổ đĩa, thêm chừng một phút …"
TRIMMING = "Đang bỏ phần thừa và chuẩn bị cho lần mở đầu …"
DONE = "Đã cài xong ({disk} MB)."
WAITING = "Một cửa sổ khác đang cài đặt; đang chờ cửa sổ đó xong (muốn thôi thì bấm Ctrl-C ở đây) …"
STOPPED = "Đã dừng theo yêu cầu. Chạy lại cùng lệnh để làm tiếp."

NO_NETWORK = (
    "Không tải được các gói: máy này không ra được mạng. Lần cài đầu cần mạng một lần; hãy kiểm tra mạng rồi chạy lại, "
    "những gì đã tải không mất. Máy không có mạng: dùng bộ cài đặt mang theo (docs/van-hanh.md, mục 1)."
)
NO_VENV = (
    "Python của máy này thiếu phần tạo môi trường riêng (venv). Debian, Ubuntu: chạy "
    "“sudo apt install python3-venv”; hệ khác: cài Python từ python.org; rồi chạy lại."
)
ONLY_FROM_SOURCE = "Lệnh {command} chỉ chạy được từ mã nguồn đầy đủ; bộ cài đặt cho cơ quan không mang theo phần kiểm thử."
NO_SPACE = (
    "Ổ đĩa chứa {folder} chỉ còn trống {free} MB, cài đặt cần {needed} MB. "
    "Hãy dọn ổ đĩa hoặc chuyển thư mục phần mềm sang ổ khác, rồi chạy lại."
)
DISK_FULL = "Ổ đĩa đã đầy giữa chừng. Hãy dọn ổ đĩa (cần thêm khoảng {needed} MB), rồi chạy lại."
NOT_WRITABLE = (
    "Không ghi được vào {folder}. Hãy chạy bằng người dùng có quyền ghi thư mục này "
    "(Linux: sudo; Windows: “Run as administrator”), hoặc chép phần mềm sang thư mục của mình."
)
LONG_PATH = (
    "Đường dẫn {folder} quá dài: Windows chỉ nhận {most} ký tự cho một tệp và các gói cần thêm {needed}. "
    "Hãy chuyển phần mềm sang thư mục ngắn hơn, ví dụ C:\\dashboard, rồi chạy lại."
)
IN_USE = (
    "Không dọn được thư mục {folder} vì có chương trình đang dùng. "
    "Hãy đóng các cửa sổ khác của bảng theo dõi, rồi chạy lại."
)
OTHER = "Chưa cài được các gói cần thiết. Trình cài đặt báo:\n{said}\nHãy sửa theo báo lỗi đó rồi chạy lại, hoặc gửi nguyên văn cho người hỗ trợ."

SETTINGS_CLOSED = (
    "Không được đọc tệp thiết đặt {file}, nên không biết dùng kho số liệu nào. Hãy chạy bằng người dùng của dịch vụ "
    "(ví dụ: sudo -u dashboard …) hoặc quản trị máy; muốn dùng kho khác thì đặt DASHBOARD_SETTINGS là tệp thiết đặt của mình."
)
SETTINGS_UNREADABLE = (
    "Không đọc được tệp thiết đặt {file}; tệp phải là văn bản UTF-8, mỗi dòng một TÊN=GIÁ-TRỊ."
)
SETTINGS_LINE = (
    "Tệp thiết đặt {file}, dòng {line}: phải viết TÊN=GIÁ-TRỊ, hoặc bắt đầu bằng # nếu là ghi chú."
)
