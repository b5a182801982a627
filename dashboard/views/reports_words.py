"""Words of the page Đọc báo cáo."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

KINDS = {
    "indicators": "Số liệu",
    "limitations": "Tồn tại, hạn chế",
    "awards": "Khen thưởng",
    "examples": "Điển hình",
    "documents": "Văn bản",
}
MARKS = {
    "indicators": ("◆", "Số liệu"),
    "limitations": ("▼", "Tồn tại"),
    "awards": ("★", "Khen thưởng"),
    "examples": ("✦", "Điển hình"),
    "documents": ("§", "Văn bản"),
    "unit": ("⌂", "Đơn vị"),
    "period": ("◷", "Kỳ báo cáo"),
    "warnings": ("⚠", "Lưu ý"),
}
"""Sign and word that stand before each finding in the text: kinds are never told apart by colour alone."""

NOUNS = {
    "indicators": "số liệu",
    "limitations": "tồn tại, hạn chế",
    "awards": "hình thức khen thưởng",
    "examples": "điển hình",
    "documents": "văn bản",
}
NONE_READ = "Chưa nhận nội dung nào từ báo cáo của đơn vị: hãy chọn tệp báo cáo hoặc dán nội dung để bắt đầu."
READ = "Kho đang có {items} nhận từ {reports} báo cáo của đơn vị."
FOUND = "{name}: tìm thấy {items}; chưa ghi gì vào kho."
FOUND_STORED = "{name}: tìm thấy {items}; đã ghi vào kho những mục được nhận."
FOUND_NOTHING = "{name}: không tìm thấy nội dung nào để nhận; hãy tự đọc báo cáo bên dưới."
NO_UNITS = "Chưa có danh sách đơn vị nên chưa nhận được báo cáo: hãy nhập danh sách đơn vị trước."
HONEST = "Máy chỉ đánh dấu, người quyết định: không số nào tự vào điểm, mục nào chưa đánh dấu “Nhận” thì không lưu. Tồn tại do đơn vị tự nêu chỉ để thông tin, không bị trừ điểm."
METHOD = "Cận như “trên 95%” được giữ nguyên là cận, không vào điểm. Cách tính điểm và nêu tên:"
METHOD_LINK = "Phương pháp"

UPLOAD, UPLOAD_WORDS = (
    "Báo cáo của đơn vị",
    "hoặc kéo thả vào đây. Tệp Word (.docx, .doc), PDF, bản quét, ảnh chụp (.jpg, .png), .odt, .rtf hoặc .txt, mỗi tệp nặng nhất {size} MB, có thể chọn nhiều tệp.",
)
PASTE, PASTE_TEXT, PASTE_NAME, PASTE_GO = (
    "Dán nội dung báo cáo",
    "Nội dung",
    "Tên báo cáo",
    "Đọc nội dung đã dán",
)
PASTE_HINT, PASTE_NAME_HINT = "Dán toàn văn báo cáo vào đây", "Ví dụ: Báo cáo số 45/BC-VP"
PASTED = "Báo cáo dán vào"
ON_DESK, CLEAR_DESK = (
    "{reports} báo cáo và những mục đã trả lời được giữ bảy ngày, kể cả khi tải lại trang hoặc tắt máy; báo cáo đã ghi vào kho thì thôi giữ.",
    "Bỏ hết khỏi danh sách",
)
NO_ROOM = "{name}: danh sách đã đủ {size} MB; hãy ghi hoặc bỏ bớt báo cáo rồi chọn lại tệp này."
READING = "Đang đọc báo cáo {number}/{of}: {name} …"
READING_PAGES, UNREADABLE = "Đã đọc {done}/{pages} trang ảnh", "Không nhận được {files}:"
CHOOSE = "Báo cáo đang xử lý"
QUEUE = "{reports} báo cáo: {stored} đã ghi, {put_away} bỏ, còn {left}."
STATES = {
    "waiting": "chờ xem",
    "stored": "đã ghi",
    "put_away": "bỏ",
}
EMPTY_REPORT, NO_NAME = "không tìm thấy mục nào", "chưa rõ đơn vị"
YES, NO, GO_ON = "Nhận mục ghi được", "Bỏ báo cáo", "Báo cáo sau"
WORDLESS = "Các trang sau của “{name}” là ảnh, không có chữ nên chưa đọc được: {pages}. Hãy tự xem các trang đó."
SCANNED = "Chữ các trang sau của “{name}” do máy đọc từ ảnh, có thể sai: {pages}. Hãy đối chiếu với ảnh trang; {doubtful} gạch lượn sóng."
UNSURE, NO_UNSURE = "Máy đọc chưa chắc từ này", "từ máy chưa chắc được"
UNSURE_WORDS = f"{{count}} {NO_UNSURE}"
PICTURE, PICTURE_PAGE, PICTURE_ALT = "Ảnh trang", "Trang", "Ảnh trang {page} của {name}"
WARNINGS = "Cần xem lại trong báo cáo:"

UNIT, UNIT_HINT = "Đơn vị", "Gõ hoặc chọn tên đơn vị"
YEAR, YEAR_HINT = "Năm báo cáo", "Chọn năm"
UNIT_MATCHED = "Theo báo cáo, đơn vị là “{said}”, khớp với đơn vị đã chọn sẵn; hãy kiểm tra."
UNIT_BY_HAND = (
    "Theo báo cáo, đơn vị là “{said}”, khớp với {name}, nhưng đang chọn đơn vị khác; hãy kiểm tra."
)
YEAR_BY_HAND = "Báo cáo nói về năm {said} nhưng đang chọn năm {year}: mọi nội dung của năm {said} sẽ ghi vào năm {year}; số liệu của năm khác giữ nguyên năm."
UNIT_BARE = "Theo báo cáo, đơn vị là “{said}” (viết không dấu); không kể dấu thì chỉ một đơn vị có tên ấy và đã được chọn sẵn. Hãy kiểm tra kỹ."
UNIT_UNSURE = "Theo báo cáo, đơn vị là “{said}”, chưa khớp chắc chắn với đơn vị nào; gần nhất: {names}. Hãy chọn đơn vị; nếu không phải đơn vị nào ở trên thì thêm đơn vị này ở trang Đơn vị trước."
UNIT_OUTSIDE = "“{said}” chưa có trong danh sách đơn vị. Hãy chọn đơn vị khác, hoặc thêm đơn vị này ở trang Đơn vị rồi mở lại báo cáo."
UNIT_NOT_SAID = "Báo cáo không ghi rõ đơn vị. Hãy chọn đơn vị."
PERIOD_SAID = "Kỳ báo cáo: {period}."
PERIOD_NOT_SAID = "Báo cáo không ghi rõ kỳ. Hãy chọn năm."
PERIOD_OUTSIDE = "Kỳ báo cáo ghi là {period}, ngoài các năm của kế hoạch. Hãy chọn năm."
CHOOSE_FIRST = "Chọn đơn vị và năm rồi mới lưu được."
NOT_LIVING = "{name} không tồn tại trong năm {year}. Hãy kiểm tra đơn vị hoặc năm."

TEXT_ALT = "Toàn văn báo cáo, nội dung tìm thấy được đánh dấu"
ONLY_MARKED, LEFT_OUT = "Chỉ xem những đoạn có đánh dấu", "…"
ADDED = "thêm mới"
COLUMNS = {
    "accepted": "Nhận",
    "number": "STT",
    "name": "Nội dung",
    "criterion": "Tiêu chí của kế hoạch",
    "comparator": "So sánh",
    "value": "Giá trị",
    "out_of": "Trên tổng số",
    "year": "Năm",
    "note": "Ghi được như nguyên văn?",
    "question": "Câu hỏi",
    "quote": "Nguyên văn",
    "picture": "Ảnh nguyên văn",
    "unsure": "Từ máy đọc chưa chắc",
    "place": "Vị trí",
    "category": "Loại",
    "form": "Hình thức",
    "collectives": "Tập thể",
    "individuals": "Cá nhân",
    "model": "Tên mô hình",
    "document": "Số, ký hiệu",
    "dated": "Ngày",
    "title": "Trích yếu",
    "issuer": "Cơ quan ban hành",
}
COMPARATORS = {
    "=": "đúng bằng",
    ">": "trên",
    ">=": "từ … trở lên",
    "<": "dưới",
    "<=": "không quá",
    "~": "khoảng",
}
CAN_BE_STORED, STATEMENTS = "ghi được", "số liệu tự nêu"
STORED_AS = {
    "rate": "ghi được là tỷ lệ không có số phiếu: để xem, không vào điểm và xếp hạng",
    **dict.fromkeys(
        (">", ">=", "<", "<=", "~"), "ghi được là cận: để xem, không vào điểm và xếp hạng"
    ),
}
OTHER_MEASURE = "không phải mức “hài lòng” của tiêu chí, không ghi thay được"
STATEMENT = (
    "kế hoạch không có tiêu chí này nên số được giữ là số liệu đơn vị tự nêu, chỉ để tra cứu"
)

NO_CRITERION = "kế hoạch chưa có tiêu chí này; nếu có, hãy chọn"
NEEDS_TOTAL = "thiếu “Trên tổng số”"
NOT_WHOLE = "số lượng phải là số nguyên, không âm"
TOO_MANY = "{value} lớn hơn {most}"
PERCENT_UNEXPECTED = "tiêu chí này không tính bằng phần trăm"
NO_VALUE = "chưa có giá trị"
YEAR_UNKNOWN = "chưa rõ năm nào trong các năm của kế hoạch; hãy chọn năm"
NOT_ASKED = "tiêu chí này không chấm loại đơn vị đó trong năm {year}"
TWICE = "đã có mục khác cho cùng tiêu chí và năm"
BOUND_OVER_VALUE = (
    "kho đã có số liệu chính xác ({known}); cận và tỷ lệ không có số phiếu không thay được"
)
WOULD_TURN = "năm {year} của đơn vị đã thẩm định xong; số tự báo cho tiêu chí chưa có điểm thẩm định sẽ làm cả năm chỉ còn “thẩm định một phần”. Hãy bỏ đánh dấu mục này, hoặc chấm tiêu chí đó ở trang Chấm thẩm định trước"
NO_QUOTE = "“{quote}” không có nguyên văn trong báo cáo"
EMPTY_CELL = "ô “{column}” còn trống"
DATE_UNREADABLE = "không đọc được ngày “{text}”"
ROW_MISTAKE = "{kind} {number}: {said}."

FILING, FILING_KIND, FILING_NUMBER, FILING_DATED, FILING_ON = (
    "Ghi nhận đơn vị đã nộp báo cáo này",
    "Loại báo cáo",
    "Số văn bản",
    "Ngày văn bản",
    "Ngày nộp",
)
FILING_PART = "Báo cáo này chỉ nói về một phần của năm; hãy cân nhắc trước khi ghi là báo cáo năm."
FILING_LIVE = "Kho đã ghi: nộp ngày {on}. Ghi lại sẽ thay thông tin đó."
FILING_NEEDS = "Nộp báo cáo: {said}."
FILING_NO_PAPER, FILING_NO_DAY, FILING_NO_KIND = (
    "hãy ghi số hoặc ngày văn bản",
    "hãy ghi ngày nộp",
    "hãy chọn loại báo cáo",
)
DAY_HINT = "Ví dụ: 20/9/2019"

NOT_SAVED = "Chưa lưu được. Cần sửa:"
NOTHING_YET = "Chưa đánh dấu mục nào."
WOULD = "Sẽ ghi cho {name}: {items}."
REPLACING = "Lưu thì thay {items} số liệu đang có trong kho; xem ở “Sẽ ghi cho …”."
REPLACES = "{subject}: đang có {old}, sẽ là {new}."
KEPT_BESIDE = "{kind}: giữ kèm {items} đã nhận từ báo cáo khác cùng năm."
SAVE, EFFECT = "Lưu vào kho", "Xem ảnh hưởng đến đánh giá"
SAVED = "Đã ghi cho {name}: {items}.{left} Có thể hoàn tác ở trang Nhập số liệu."
LEFT = " Mục chưa trả lời không được ghi."
SAME = "Không có gì mới so với kho."
NOTE_OF_SAVE = "đọc báo cáo của {name}, năm {year}: {items}"
FILED, RESULTS = "việc nộp báo cáo", "kết quả"

CORRECTED, CORRECTED_ALL = (
    "Tải phần đã sửa để gửi người phụ trách phần mềm",
    "Tải phần đã sửa của các lần trước để gửi người phụ trách phần mềm",
)
CORRECTED_ABOUT = "Những mục đã sửa hoặc không nhận được giữ lại khi lưu, để kiểm tra và bổ sung quy tắc đọc báo cáo."

speaks(__name__)
