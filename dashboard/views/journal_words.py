"""Words of the journal: what each deed is called, where it came from."""

from __future__ import annotations

ACTIONS = {
    "import": "Nhập số liệu",
    "undo": "Hoàn tác lần nhập",
    "redo": "Khôi phục lần nhập",
    "plan": "Đổi kế hoạch",
    "empty": "Xóa toàn bộ số liệu",
    "restore": "Khôi phục từ bản sao lưu",
    "backup": "Sao lưu",
    "seal": "Chốt số liệu",
    "conclusions.added": "Ghi kết luận cuộc họp",
    "conclusion_steps.open": "Mở lại kết luận",
    "conclusion_steps.done": "Kết luận đã thực hiện",
    "conclusion_steps.dropped": "Bỏ kết luận",
    "replies.added": "Ghi giải trình của đơn vị",
    "publications.notified": "Báo đơn vị trước khi nêu tên",
    "publications.published": "Công bố nêu tên",
    "publications.withdrawn": "Rút việc nêu tên",
    "published_years.published": "Công bố năm",
    "published_years.withdrawn": "Rút công bố năm",
    "shapes.remembered": "Nhớ cách đọc tệp",
    "shapes.forgotten": "Bỏ cách đọc tệp đã nhớ",
    "print": "Lập hồ sơ, công văn, biểu mẫu",
    "word_template": "Đổi mẫu Word của cơ quan",
    "sign_in": "Đăng nhập",
    "sign_in.provider": "Đăng nhập qua hệ thống của cơ quan",
    "sign_in.refused": "Đăng nhập không được",
    "sign_out": "Đăng xuất",
    "password": "Đổi mật khẩu",
    "account.add": "Thêm tài khoản",
    "account.reset": "Cấp lại mật khẩu",
    "account.unlock": "Mở khóa tài khoản",
    "account.disable": "Ngừng tài khoản",
    "account.enable": "Cho dùng lại tài khoản",
    "account.roles": "Đổi vai trò",
    "mail.reminder": "Nhắc nộp báo cáo qua thư điện tử",
    "mail.trouble": "Báo lỗi qua thư điện tử",
    "person.correct": "Sửa họ tên",
    "person.erase": "Xóa tên một người",
}
ORIGINS = {
    "machine": "tại máy chủ",
    "127.0.0.1": "tại máy chủ",
    "::1": "tại máy chủ",
    "command": "dòng lệnh",
    "program": "phần mềm",
}
COLUMNS = {
    "moment": "Lúc",
    "who": "Ai",
    "account": "Tài khoản",
    "deed": "Việc",
    "what": "Về",
    "more": "Chi tiết",
    "place": "Từ đâu",
}
TITLE = "Nhật ký"
ANSWER = "{count} việc đã ghi; gần nhất lúc {moment}: {deed}{who}."
EMPTY = "Chưa có việc nào được ghi."
SAID = "Mỗi việc được ghi cùng lúc với chính việc đó; không ai sửa hay xóa được dòng nào từ phần mềm này, kể cả quản trị. Giờ Việt Nam."
ACTION, WHO, FROM, UNTIL, ALL = "Việc", "Ai", "Từ ngày", "Đến ngày", "Tất cả"
NONE_FOUND = "Không có dòng nào như vậy."
DETAIL = {
    "import_id": "lần nhập số",
    "rows": "số dòng",
    "version": "phiên bản",
    "seal": "bản chốt số",
    "milestone": "mốc",
    "as_of": "số liệu đến",
    "year": "năm",
    "unit": "đơn vị",
    "meeting": "kỳ họp",
    "roles": "vai trò",
    "note": "ghi chú",
    "reason": "lý do",
    "text": "nội dung",
    "indicator": "chỉ tiêu",
    "rule": "quy tắc",
    "step": "bước",
    "conclusion_id": "kết luận số",
    "evidence": "minh chứng",
    "fingerprint": "vân tay",
    "responsible": "trách nhiệm",
    "due": "hạn",
    "on": "ngày",
    "dated": "ngày",
    "kind": "loại",
    "agreed_on": "ngày họp",
    "by": "bằng",
    "head": "tiêu đề",
}
