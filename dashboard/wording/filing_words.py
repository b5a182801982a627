"""Words of the page Theo dõi nộp báo cáo: who has filed, the letters, the forms to send out."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

ALL_STATES = "Tất cả"
STATES = {
    "missing": "chưa nộp",
    "late": "nộp muộn",
    "pending": "chưa đến hạn",
    "on_time": "đúng hạn",
}
REPORT, STATE = "Báo cáo", "Tình trạng"
DEADLINE_LABEL = "{name} · hạn {due}"
NO_DEADLINES = "Kế hoạch chưa đặt hạn báo cáo nào nên chưa có gì để theo dõi. Hãy thêm mục báo cáo ([[reports]]) vào tệp kế hoạch, rồi nạp ở trang Kế hoạch."
NO_UNITS = (
    "Kho chưa có đơn vị nào nên chưa theo dõi được việc nộp báo cáo và chưa lập được biểu mẫu."
)
NOBODY = "{report}, hạn {due}: không có đơn vị nào phải nộp trong khối, loại đang chọn. Hãy chọn “Tất cả khối”, “Tất cả loại” hoặc một báo cáo khác."
NONE_RECORDED = "{report}, hạn {due}: kho chưa ghi lần nộp nào của {units}."
NONE_RECORDED_NEXT = "Chưa có sổ nộp thì chưa thể nói đơn vị nào chậm và không lập được công văn. Hãy nhập ngày nộp: trang “Nộp báo cáo” của bảng tính nhiều đơn vị, hoặc trang “Thông tin” trong biểu mẫu của từng đơn vị."
FILED = "{report}, hạn {due}: {filed} đã nộp ({on_time} đúng hạn, {late} muộn), {missing} chưa nộp."
ALL_ON_TIME = "{report}, hạn {due}: cả {units} đã nộp đúng hạn."
MISSING, AND_OTHERS = "Chưa nộp: {units}.", "{units} khác"
STILL_OPEN = "{report}: {filed} đã nộp; còn {days} ngày đến hạn {due}."
DUE_TODAY = "{report}: {filed} đã nộp; hôm nay là ngày cuối của hạn."

TITLE_MISSING = "{missing} chưa nộp: {blocks}"
TITLE_SPREAD = "{missing} chưa nộp, ở {blocks} khối"
TITLE_NONE_MISSING = "Không còn đơn vị nào chưa nộp"
TITLE_OPEN = "{filed} đã nộp trước hạn"
SUBTITLE = "Số đơn vị theo tình trạng nộp, từng khối. Ngày nộp là ngày của lần nộp đầu tiên; nộp đúng ngày hạn là đúng hạn."
ALT = "Biểu đồ thanh tình trạng nộp báo cáo của {units}: {parts}."
BLOCK, TOTAL, UNIT, DUE, SUBMITTED, DAYS, NUMBER, DATED, SCORED, SOURCE = (
    "Khối, cụm",
    "Tổng số",
    "Đơn vị",
    "Hạn",
    "Ngày nộp",
    "Số ngày chậm",
    "Số văn bản",
    "Ngày văn bản",
    "Điểm của năm",
    "Nguồn",
)
DAYS_HELP = "Từ hạn đến ngày nộp; với đơn vị chưa nộp: đến ngày hôm nay."
SCORED_HELP = "Kho đã có điểm của đơn vị trong năm hay chưa; có điểm mà chưa ghi ngày nộp thì nên kiểm tra lại sổ."
HAS_SCORES, NO_SCORES = "đã có", "chưa có"
TABLE_TITLE = "Nộp {report}"
NOT_DUE = "{units} của năm không phải nộp: kết thúc trước ngày hạn hoặc thành lập sau ngày hạn."
SOURCES = (
    "Nguồn: hạn theo {source}; ngày nộp theo tệp ghi ở từng dòng của bảng; số liệu đến ngày {day}."
)
BASIS = "Đúng hạn hay muộn xét theo ngày nộp lần đầu; lọc trên màn hình không làm đổi kết quả. Cách tính:"
METHOD = "Phương pháp"

LETTERS = "Công văn đôn đốc"
LETTERS_WHY = "Bản dự thảo theo thể thức Nghị định 30/2020/NĐ-CP, số để trống. Chỉ nêu sự việc: hạn, ngày nộp, số ngày."
LETTERS_NONE = "Không có đơn vị nào để gửi công văn trong phạm vi đang chọn."
ENDED = "Không gửi cho đơn vị đã kết thúc hoạt động: {units}."
CHECK_FIRST = (
    "{units} chưa ghi ngày nộp nhưng kho đã có điểm của năm; nên kiểm tra lại sổ trước khi gửi."
)
WHOM, WHICH, REPLY_BY = "Gửi cho", "Văn bản", "Đề nghị gửi chậm nhất"
TO_STATE = {"missing": "Đơn vị chưa nộp ({count})", "late": "Đơn vị nộp muộn ({count})"}
ONE_FOR_ALL, ONE_EACH = "Một công văn gửi cả {count}", "Mỗi đơn vị một công văn ({count}, tệp nén)"
MAKE_LETTER, MAKE_ZIP = "Tải công văn (Word)", "Tải các công văn (tệp nén)"
FRAME = "Thể thức và người ký"
SUPERIOR, BODY, PLACE, SYMBOL, OFFICES, NAME, COPIES = (
    "Cơ quan chủ quản",
    "Cơ quan ban hành",
    "Địa danh",
    "Ký hiệu sau số",
    "Chức vụ người ký (mỗi dòng một ý)",
    "Họ tên người ký",
    "Nơi nhận (mỗi dòng một nơi, dòng cuối là lưu)",
)
FRAME_NOTE = "Các ô này điền sẵn theo thông lệ, không lấy từ quy định; hãy sửa cho đúng cơ quan."

FORMS = "Biểu mẫu gửi đơn vị"
FORMS_WHY = "Bảng tính lập từ kế hoạch: tiêu chí của đúng loại đơn vị, mức tối đa, danh mục chọn sẵn; đơn vị điền xong gửi lại là nhập được ngay."
OWN_FORMS = "Biểu mẫu của đơn vị"
OWN_FORMS_WHY = "Bảng tính lập từ kế hoạch, đúng tiêu chí đơn vị phải báo cáo. Điền xong gửi ngay ở trang này; không phải gửi thư."
FORMS_NOBODY = "Năm {year} không có đơn vị nào trong khối, loại đang chọn. Hãy chọn năm khác, hoặc “Tất cả khối”, “Tất cả loại” ở dòng “Đang xem”."
FORMS_YEAR, FORMS_FOR, FORMS_BY = "Năm báo cáo", "Biểu mẫu cho", "Người điền"
FORMS_ALL = "Tất cả {count} đang xem (tệp nén)"
BY = {"self": "Đơn vị tự chấm", "appraised": "Hội đồng thẩm định"}
MAKE_FORM, MAKE_FORMS = "Tải biểu mẫu (Excel)", "Tải các biểu mẫu (tệp nén)"


def report_name(deadline) -> str:
    """What a deadline of the plan asks for, with its year: “Báo cáo năm 2025, kèm báo cáo tổng kết”."""
    first, comma, rest = deadline.name.partition(",")
    return (
        deadline.name
        if str(deadline.year) in deadline.name
        else f"{first} {deadline.year}{comma}{rest}"
    )


speaks(__name__)
