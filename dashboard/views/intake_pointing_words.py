"""Words of pointing at heads and columns: what a column may be said to be, what to do, what is remembered."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

TITLE = "Chỉ cách đọc"
OPEN = "Chỉ cách đọc: tiêu đề ở dòng nào, mỗi cột là gì"
ABOUT = (
    "Dùng khi một bảng không được nhận ra, hoặc đọc chưa đúng ý. Chọn trang tính, chỉ các dòng tiêu đề, rồi ghi mỗi cột là gì; bảng đọc được hiện ngay bên dưới, "
    "chưa lưu gì. Cột không dùng thì để “bỏ qua”."
)
FILE, SHEET = "Tệp cần chỉ", "Trang tính cần chỉ"
NO_SHEETS = "Tệp này không mở được thành bảng nên không chỉ cách đọc được; xem lỗi ở trên."
ROW = "Dòng"
PREVIEW = "Những dòng đầu của trang tính"
FIRST, LAST = "Tiêu đề từ dòng", "đến dòng"
STAGE, YEAR = "Giai đoạn của cả bảng", "Năm (chỉ khi tệp không ghi)"
AS_FILE = "như tệp ghi"
READ = "Đọc theo cách này"
REMEMBER = "Nhớ cho mọi tệp cùng dạng"
DROP = "Thôi, đọc như trước"
TRIED = "Đang đọc {sheet} theo cách vừa chỉ. Nếu bảng dưới đây đúng, có thể nhớ cách đọc này cho mọi tệp có cùng tiêu đề; năm không được nhớ, luôn lấy ở tệp."
REMEMBERED = (
    "Đã nhớ cách đọc: từ nay mọi tệp có tiêu đề này được đọc như vậy, và bản đọc nói rõ điều đó."
)
FORGOTTEN = "Đã bỏ cách đọc đã nhớ. Số liệu đã lưu không đổi."
KEPT_TITLE = "Các cách đọc đã nhớ"
KEPT_ABOUT = "Tệp có tiêu đề như vậy được đọc theo lời người đã chỉ. Bỏ một cách đọc không làm đổi số liệu đã lưu."
KEPT_NONE = "Chưa nhớ cách đọc nào. Khi một bảng không được nhận ra, chỉ cách đọc ở thẻ “Nhập tệp”."
KEPT_CHOOSE, FORGET = "Chọn một cách đọc để bỏ", "Bỏ cách đọc này"
KEPT = {"head": "Tiêu đề", "columns": "Đọc là", "who": "Người chỉ", "moment": "Lúc"}
COLUMNS = {
    "place": "Cột",
    "header": "Tiêu đề",
    "examples": "Ví dụ",
    "role": "Là gì",
    "criterion": "Của tiêu chí",
    "stage": "Giai đoạn",
}
ROLES = {
    "ignored": "bỏ qua",
    "unit": "mã đơn vị",
    "name": "tên đơn vị",
    "criterion": "mã tiêu chí",
    "criterion_name": "tên tiêu chí",
    "value": "giá trị (điểm, số đạt)",
    "out_of": "tổng số",
    "very": "trong đó rất hài lòng",
    "maximum": "điểm tối đa",
    "year": "năm",
    "stage": "giai đoạn chấm",
    "measure": "đơn vị tính",
    "state": "trạng thái",
    "submitted_on": "ngày nộp",
    "note": "ghi chú",
}
OF_ROWS = "theo từng dòng"
STAGES = {"self": "tự chấm", "appraised": "thẩm định"}
NO_VALUE = "Chưa có cột nào là “{value}”; hãy chỉ ít nhất một cột."
HEAD_ROWS = "Dòng tiêu đề cuối phải từ dòng đầu trở đi và không quá {most} dòng."
TWICE = "Hai cột {first} và {second} cùng là “{role}”; hãy để một cột."

speaks(__name__)
