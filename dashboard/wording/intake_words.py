"""Words of the page Nhập số liệu: what tables and columns are called, what became of files, what to do first."""

from __future__ import annotations

from dashboard.wording.problem_sentences import COLUMNS as PROBLEM_COLUMNS
from dashboard.writing.nouns import speaks

TABLES = {
    "results": "Kết quả chấm điểm, khảo sát",
    "units": "Danh sách đơn vị",
    "unit_years": "Khối và số người theo năm",
    "unit_heads": "Người đứng đầu theo năm",
    "boundaries": "Ranh giới trên bản đồ",
    "aliases": "Tên gọi khác",
    "lineage": "Sáp nhập, chia tách",
    "filings": "Nộp báo cáo",
    "documents": "Văn bản",
    "awards": "Khen thưởng",
    "inspections": "Kiểm tra",
    "examples": "Điển hình",
    "limitations": "Tồn tại, hạn chế",
    "indices": "Chỉ số cấp tỉnh",
}
COLUMNS = PROBLEM_COLUMNS | {"item": "Mục trong danh sách"}
VALUES = {
    "ok": "có số liệu",
    "not_applicable": "không áp dụng",
    "withdrawn": "đã rút",
    "self": "tự chấm",
    "appraised": "thẩm định",
    "True": "có",
    "False": "không",
}
FILINGS = {"annual": "Báo cáo năm", "review": "Báo cáo sơ kết", "final": "Báo cáo tổng kết"}

SHAPE = "vùng {points} điểm"
EMPTY = "Kho chưa có số liệu: hãy nhập danh sách đơn vị trước, rồi đến kết quả từng năm."
STORED = "Kho đang có {imports} với {rows}; lần gần nhất: {who}, {at}."
CHECKED = "Đã kiểm tra {files}: {parts}. Chưa lưu gì vào kho."
CHANGE = "{what}: {column} {old}{since} → {new}{place}"
SINCE, MORE_CHANGES = "nhập {day}", "Còn {more} giá trị nữa sẽ đổi, xem trên trang Nhập số liệu."
DONE = "Đã lưu {files} vào kho. Mọi trang đã tính lại."
CHECKING, SAVING = "Đang kiểm tra, {done}: {name}", "Đang lưu, {done}: {name}"
CHANGED_MEANWHILE = "Kho vừa được người khác thay đổi nên chưa lưu gì. Các tệp đã được kiểm tra lại với số liệu mới; hãy xem lại rồi bấm Lưu."
LIMIT_WORDS = "hoặc kéo thả vào đây. Tệp Excel (.xlsx, .xls, .xlsb), OpenDocument (.ods) hoặc CSV; ranh giới đơn vị: GeoJSON. Mỗi tệp nặng nhất {size} MB, có thể chọn nhiều tệp."
WHO_MISSING = "Hãy ghi tên người thực hiện trước khi lưu."
WHY_MISSING = "Hãy ghi lý do."
UNDO_WORDS = "Khi hoàn tác, các dòng của tệp này không được tính nữa; giá trị có trước đó (nếu có) trở lại. Không xóa gì, có thể khôi phục."
REDO_WORDS = "Khi khôi phục, các dòng của tệp này lại được tính."
EMPTY_WORDS = "xóa hết"
EMPTY_ABOUT = (
    "Để bắt đầu dùng thật, xóa toàn bộ số liệu minh họa: mọi kết quả, đơn vị, lần nhập và tệp gốc trong kho. Việc này không hoàn tác được; nên sao lưu trước "
    "(lệnh: python3 run.py backup TỆP). Các phiên bản kế hoạch được giữ lại."
)
EMPTY_REAL = "Chú ý: trong kho có {imports} không phải số liệu minh họa; chúng cũng sẽ bị xóa."
EMPTIED = "Kho đã trống, sẵn sàng nhập số liệu thật."


FORMATS = (
    (
        "Danh sách đơn vị",
        "Mã đơn vị, Tên đơn vị",
        "Tên viết tắt, Loại đơn vị, Khối, Số cán bộ, Đơn vị cấp trên, Ngày thành lập, Ngày kết thúc, Thứ tự, Tên gọi khác, Đơn vị tiền thân, Người đứng đầu, Chức vụ, Giữ chức từ",
    ),
    (
        "Kết quả, mỗi dòng một số liệu",
        "Mã đơn vị, Năm, Mã tiêu chí, Giá trị",
        "Giai đoạn chấm (tự chấm hoặc thẩm định), Tổng số, Rất hài lòng, Ngày nộp, Ghi chú",
    ),
    (
        "Kết quả, mỗi cột một tiêu chí",
        "Mã đơn vị, các cột mang mã hoặc tên tiêu chí; năm ghi ở cột, dòng tiêu đề, tên trang tính hoặc tên tệp",
        "Tổng số của từng tỷ lệ",
    ),
    (
        "Tệp của một đơn vị",
        "Trang “Thông tin” (Mã đơn vị, Năm báo cáo, Ngày nộp …) và trang “Kết quả” (Mã tiêu chí, Tổng số, Tự chấm, Thẩm định)",
        "Các trang Văn bản, Khen thưởng, Kiểm tra, Điển hình, Tồn tại",
    ),
    ("Nộp báo cáo", "Mã đơn vị, Năm, Ngày nộp", "Loại báo cáo, Số văn bản, Ngày văn bản"),
    (
        "Ranh giới đơn vị (tệp GeoJSON), không bắt buộc",
        "Mỗi vùng (Polygon hoặc MultiPolygon) có thuộc tính “ma” ghi mã như trong danh sách; kinh độ, vĩ độ WGS 84",
        "Có ranh giới thì Tổng quan, Xếp hạng và trang hồ sơ vẽ bản đồ; không có thì vẽ các ô",
    ),
    ("Chỉ số cấp tỉnh", "Tỉnh, Năm, Chỉ số, Điểm", "Điểm tối đa, Thứ hạng, Nguồn"),
)
FORMAT_NOTES = (
    "Ô trống, “-” hoặc “x” là chưa có số liệu, không bao giờ tính là 0. Tiêu chí không áp dụng thì ghi “không áp dụng”. Giá trị kiểu “trên 95%” được giữ nguyên là “trên”, "
    "không vào điểm. Dấu phẩy là dấu thập phân. Tệp có lỗi thì không lưu gì của tệp đó."
)

TABS = ["Nhập tệp", "Các lần nhập", "Cách trình bày tệp", "Bắt đầu dùng thật"]
LEFT_OUT_ROWS, COUNTED_ROWS = "Dòng tổng cộng, chữ ký bỏ qua", "Số dòng mới, thay đổi, đã có"
READ_AND_CHANGED, REPLACED = "Đọc được gì và sẽ thay đổi gì", "Giá trị đang có sẽ bị thay"
CHECKED_FIRST = "Tệp được kiểm tra trước, chưa lưu gì. Tệp có lỗi thì không lưu gì của tệp đó; nhập lại cùng một tệp không làm đổi số liệu."
FILES = "Tệp số liệu"
PASTE, PASTED_NAME, READ_PASTED = "Dán bảng từ Excel", "bảng dán vào.csv", "Đọc bảng đã dán"
PASTE_LABEL = "Chép cả dòng tiêu đề và các dòng trong bảng tính, rồi dán vào đây"
PASTE_HINT = "Mã đơn vị    Tên đơn vị    Loại đơn vị    Khối thi đua"
TEMPLATE_ABOUT = "Mẫu kết quả có sẵn các đơn vị đang được đánh giá năm {year} trong phạm vi đang chọn; điền cột Giá trị, ô để trống là chưa có số liệu."
UNIT_TEMPLATE = "Tải mẫu danh sách đơn vị"
CHOOSE_IMPORT = "Chọn một lần nhập để tải tệp gốc, hoàn tác hoặc khôi phục"
NO_IMPORTS, UNDO_HINT = (
    "Chưa có lần nhập nào. Hãy nhập tệp ở thẻ “Nhập tệp”.",
    "Ví dụ: đơn vị gửi nhầm tệp",
)
UNDO, REDO = "Hoàn tác lần nhập này", "Khôi phục lần nhập này"
WOULD_UNDO = "Chưa làm gì. Nếu hoàn tác “{label}” (bấm lần nữa để hoàn tác):"
WOULD_REDO = "Chưa làm gì. Nếu khôi phục “{label}” (bấm lần nữa để khôi phục):"
WOULD_LEAVE = "Chưa làm gì, vì sẽ để lại:"
NOT_DONE = "Chưa làm gì."
UNDONE = "Đã hoàn tác lần nhập số {number}. Mọi trang đã tính lại."
REDONE = "Đã khôi phục lần nhập số {number}. Mọi trang đã tính lại."
EMPTY_NOT_TYPED = f"Chưa xóa gì: hãy gõ đúng “{EMPTY_WORDS}”."
PROBLEMS_TITLE = "Vấn đề trong tệp số liệu"

speaks(__name__, files=("FORMATS", "PASTE_HINT"))
