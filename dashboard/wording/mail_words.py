"""What e-mails say, and what is said of sending them."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

HELP = "nhắc đơn vị chưa nộp báo cáo qua máy chủ thư của cơ quan: không có --send thì chỉ kể sẽ nhắc ai"
HELP_YEAR, HELP_SEND = "năm của báo cáo", "gửi thật"
OFF = (
    "Chưa đặt máy chủ thư, nên không gửi được gì. Hãy đặt DASHBOARD_MAIL_SERVER (ví dụ smtp://TÀI-KHOẢN:MẬT-KHẨU@MÁY-CHỦ:587) "
    "và DASHBOARD_MAIL_FROM trong tệp thiết đặt."
)
NO_DEADLINE = "Năm {year} chưa có hạn nộp nào đã qua trong kế hoạch, nên không nhắc ai."
NONE_RECORDED = "{report}: kho chưa ghi một lần nộp nào, nên không nhắc; hãy nhập sổ theo dõi nộp báo cáo trước."
NOBODY = "{report}: không đơn vị nào còn thiếu."
WOULD = "{name}: chậm {days}, sẽ nhắc {to}"
SENT = "{name}: chậm {days}, đã nhắc {to}"
NO_ADDRESS = "{name}: chậm {days}, tài khoản của đơn vị chưa có thư điện tử"
SUBJECT = "Nhắc nộp: {report}"
BODY = (
    "Kính gửi {name},\n\n{report} có hạn nộp ngày {due}; đến ngày {today} chưa ghi nhận được báo cáo của đơn vị (chậm {days}).\n"
    "Đề nghị đơn vị nộp báo cáo; nếu đã nộp, xin trả lời thư này kèm ngày và số văn bản.\n\n{sender}\n"
)
NO_BACKUP_SUBJECT = "Bảng theo dõi: hôm nay chưa sao lưu được"
NOT_ERASED_SUBJECT = "Bảng theo dõi: chưa xóa được tên người đã nghỉ"
FAULTS = {
    "mail_setting": "Thiết đặt {name} không dùng được: máy chủ viết như smtp://MÁY-CHỦ:587 hoặc smtps://MÁY-CHỦ, người gửi là một địa chỉ thư.",
    "mail_open_line": "Máy chủ thư {server} không mã hóa đường truyền, nên không gửi mật khẩu qua đó; hãy dùng smtps:// hoặc nhờ cơ quan bật STARTTLS.",
    "mail_refused": "Máy chủ thư {server} không nhận: {reason}. Hãy hỏi người giữ máy chủ thư.",
}

speaks(__name__)
