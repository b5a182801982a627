"""What the command doctor says."""

from __future__ import annotations

HELP = "xem máy chủ còn thiếu gì (kho, quyền của tệp, ổ đĩa, sao lưu, cổng, đồng hồ) và phải làm gì; không thay đổi gì"
WELL, ILL = "[ổn]     ", "[cần sửa]"
STORE_OPENS = "Kho số liệu mở được."
ACCOUNTS = "Đã có tài khoản; ai cũng phải đăng nhập."
NO_ACCOUNTS = (
    "Chưa có tài khoản: chỉ người ngồi tại máy vào được (mở ra mạng thì lập tài khoản trước)."
)
CLOCK = "Đồng hồ của máy: {now}, giờ Việt Nam."
CLOCK_SLOW = "Đồng hồ của máy: {now}, giờ Việt Nam, chậm hơn việc mới nhất trong nhật ký; hãy bật đồng bộ giờ (timedatectl set-ntp true)."
OLD_NAMES = "Kho còn {names} tên người ghi từ trước khi tên được giữ bằng mã, nên chưa xóa riêng được từng người; hãy chạy: python3 run.py person code"
REPLICA = "Bản đọc (DATABASE_READ_URL) theo kịp kho chính: còn thiếu {bytes} byte nhật ký."
REPLICA_AWAY = "Bản đọc (DATABASE_READ_URL) không trả lời, không theo kho chính nữa hoặc là của kho khác; mọi việc đọc đang do kho chính làm. Hãy xem pg_stat_replication ở kho chính và primary_conninfo ở bản đọc."
OPEN = "Người khác trên máy đọc được {file}; hãy chạy: chmod o-rwx {file}"
CLOSED = "Chỉ chủ (và nhóm) đọc được {file}."
NOT_OWN = "Người khác trên máy vào được thư mục {folder}, nên số liệu không được tính sẵn và năm nào chọn lần đầu cũng phải chờ; hãy chạy: chmod 700 {folder} (thư mục của tài khoản khác thì xóa đi)."
ROOM = "Ổ đĩa chứa {folder} còn trống {free} MB (nên còn ít nhất 2048 MB)."
BACKUP = "Bản sao lưu gần nhất còn nguyên: {file}."
BACKUP_BAD = "Bản sao lưu {file} không có dấu vân tay hoặc đã hỏng; hãy sao lưu lại: python3 run.py backup TỆP"
NO_BACKUP = "Không có bản sao lưu của hôm nay hay hôm qua trong {folder}; máy chủ chạy bằng run.py serve thì tự sao lưu, nếu không hãy chạy: python3 run.py backup TỆP"
PORT_TAKEN = (
    "Cổng {port}: đang có chương trình trả lời (máy chủ này đang chạy, hoặc chương trình khác)."
)
PORT_FREE = "Cổng {port}: còn trống."
PROGRAM = "Có {name}."
OCR = "Không có tesseract: báo cáo scan (ảnh) không đọc được; cần thì cài gói tesseract-ocr và tesseract-ocr-vie."
NGINX = "Không có nginx: chỉ cần khi mở ra mạng với chứng thư TLS (docs/van-hanh.md, mục 3)."
MOVEMENT_ILL = "Phong trào “{name}” ({code}): {reason}"
MOVEMENT = "Kho của phong trào “{name}” ({code}) mở được: {store}."
