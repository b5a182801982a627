"""Words of what passes between a unit and the secretariat: files handed in, nothing changed, figures disputed."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

SEND = "Gửi bảng tính, báo cáo của đơn vị"
SEND_SAID = "Chọn tệp: bảng tính được kiểm tra ngay, sai ô nào báo ô đó; tệp gửi đi nằm chờ ở hàng đợi của Ban thư ký, chưa vào kho cho đến khi được nhận."
YEAR, UPLOAD, NOTE = "Năm báo cáo", "Tệp của đơn vị", "Lời nhắn kèm theo (không bắt buộc)"
UPLOAD_WORDS = "hoặc kéo thả vào đây. Excel, CSV, Word, PDF, nặng nhất 20 MB."
CHECKED = "Tệp đọc được, {rows} của đơn vị; gửi được."
NO_ROWS = "Chưa thấy số liệu nào của đơn vị trong tệp này; hãy dùng biểu mẫu tải ở dưới, hoặc gửi dưới dạng báo cáo (Word, PDF)."
WITH_ERRORS = "Chưa gửi được. Hãy sửa trong tệp rồi chọn lại:"
QUESTIONS = "Gửi được; Ban thư ký sẽ hỏi lại những điểm sau:"
A_REPORT = "Báo cáo bằng văn bản: Ban thư ký đọc và nhận từng nội dung."
SEND_BUTTON, SENT = "Gửi Ban thư ký", "Đã gửi {file}. Trạng thái xem ở bảng bên dưới."
UNCHANGED = "Xác nhận số liệu năm {year} không có gì thay đổi"
CONFIRMED = "Đã xác nhận với Ban thư ký: số liệu năm {year} không có gì thay đổi."
NO_FIGURES = "Kho chưa có số liệu năm {year} của đơn vị nên chưa có gì để xác nhận."
TABLE = "Những gì đơn vị đã gửi và kết quả"
SENT_COLUMNS = {
    "year": "Năm",
    "what": "Đã gửi",
    "at": "Lúc",
    "who": "Người gửi",
    "state": "Trạng thái",
    "reason": "Lý do, ghi chú",
    "by": "Người xử lý",
}
KINDS = {
    "workbook": "bảng tính {file}",
    "report": "báo cáo {file}",
    "unchanged": "xác nhận không thay đổi",
}
STATES = {
    "waiting": "đang chờ Ban thư ký",
    "taken": "đã nhận",
    "refused": "trả lại",
    "withdrawn": "đơn vị đã rút",
}
DISPUTE = "Đề nghị xem lại một con số"
FIGURE, WANTED, WHY, EVIDENCE = (
    "Con số",
    "Theo đơn vị, con số đúng là",
    "Vì sao",
    "Tài liệu kèm theo (không bắt buộc)",
)
WANTED_HINT, WHY_HINT = "Ví dụ: 4,25", "Ví dụ: biên bản chấm ngày 3/12/2024 ghi 4,25"
FIGURE_LABEL = "{year} · {name} ({stage}): {value}"
DISPUTE_BUTTON, DISPUTED = (
    "Gửi đề nghị",
    "Đã gửi đề nghị xem lại. Ban thư ký thấy đề nghị ngay bên cạnh con số này.",
)
WANTED_MISSING, WHY_MISSING = "Hãy ghi con số đúng.", "Hãy ghi vì sao."
ALREADY = "Con số này đang có một đề nghị chưa trả lời; hãy chờ, hoặc rút đề nghị trước."
DISPUTES = "Các đề nghị xem lại và kết quả"
DISPUTE_COLUMNS = {
    "year": "Năm",
    "name": "Con số",
    "was": "Khi đề nghị",
    "wanted": "Đơn vị đề nghị",
    "now": "Sau khi xem lại",
    "state": "Trạng thái",
    "due": "Hẹn trả lời",
    "reason": "Lý do",
    "by": "Người quyết định",
}
DISPUTE_STATES = {
    "waiting": "đang chờ Ban thư ký",
    "received": "đã hẹn trả lời",
    "accepted": "chấp nhận, đã sửa",
    "refused": "không chấp nhận",
    "withdrawn": "đơn vị đã rút",
}
WITHDRAW, WITHDRAWN = "Rút đề nghị hoặc tệp chưa xử lý", "Đã rút."
WITHDRAW_BUTTON = "Rút lại"

QUEUE = "Đơn vị gửi đến, chờ Ban thư ký"
QUEUE_EMPTY = "Không có tệp hay đề nghị nào của đơn vị đang chờ."
QUEUE_COUNT = "{files} và {disputes} đang chờ xử lý."
CHOOSE = "Chọn một mục"
ITEM = "{unit} · năm {year} · {what} ({who}, {at})"
MESSAGE = "Lời nhắn: {text}"
TAKE, GIVE_BACK, REASON = "Nhận", "Trả lại", "Lý do (bắt buộc khi trả lại)"
TAKE_FILE = "Nhận vào kho"
DOWNLOAD = "Tải tệp đơn vị gửi"
TAKEN, TAKEN_ROWS, REFUSED = (
    "Đã nhận của {unit}.",
    "Đã nhận tệp của {unit} vào kho: {rows}.",
    "Đã trả lại cho {unit} kèm lý do.",
)
SAME_FILE = "Tệp này không có gì mới so với kho nên được ghi là đã nhận."
REPORT_NEXT = (
    "Báo cáo bằng văn bản: tải về, đọc và nhận từng nội dung ở trang Đọc báo cáo, rồi ghi “Nhận”."
)
REASON_MISSING = "Hãy ghi lý do để đơn vị biết."
NAME_MISSING = "Hãy ghi tên người thực hiện."
BAD_FILE = "Tệp không nhận được:"
DISPUTE_SAID = "{name}: đang là {now}; lúc đề nghị là {was}; đơn vị đề nghị {wanted}. {text}"
ACCEPT, DECLINE, RECEIVE, DUE = (
    "Chấp nhận (đã sửa số)",
    "Không chấp nhận",
    "Hẹn ngày trả lời",
    "Ngày hẹn",
)
NOT_CORRECTED = "Con số trong kho vẫn là {now}: hãy sửa ở trang Thẩm định hoặc Hồ sơ đơn vị trước, rồi ghi chấp nhận."
DUE_MISSING = "Hãy ghi ngày hẹn trả lời."
DECIDED = "Đã ghi; {unit} thấy ngay kết quả ở trang của mình."
BESIDE = "Đơn vị đề nghị xem lại:"
BESIDE_LINE = "{name} ({stage}): đơn vị đề nghị {wanted}, vì “{text}” ({who}, {at}); {state}{due}"
BESIDE_CELL, BY_DAY, WITH_FILE = "{wanted} ({stage}), {state}{due}{file}", " {day}", ", có tệp"
ANSWER_IT = "Trả lời đề nghị: {name}"

speaks(__name__)
