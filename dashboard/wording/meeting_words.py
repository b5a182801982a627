"""Words of seals, packs and the page Cuộc họp."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

NO_MILESTONE = "Kế hoạch không có mốc nào mang mã “{code}” (có: {known})."
NOBODY = "Năm {year} chưa có đơn vị nào được đánh giá; hãy nhập danh sách đơn vị và kết quả trước khi chốt số liệu hay lập hồ sơ họp."
NAMING_OF = "Nêu tên theo số liệu mà người đọc đang có. {edition}"
NAMING_LIVE = "Năm này chưa có ấn bản nào công bố: nêu tên theo số liệu hiện nay, chưa chốt."
NO_RESULT = "Năm {year} chưa có kết quả nào của đơn vị nào; hãy nhập kết quả trước khi chốt số liệu hay lập hồ sơ họp."
YEAR_WITHOUT_MILESTONE = "Năm {year} không có mốc trong kế hoạch nên không lập hồ sơ họp hay trình chiếu; hãy thêm mốc ở trang Kế hoạch."
EDITION_WITHOUT_MILESTONE = "Ấn bản số {number} là của năm {year}, năm không có mốc trong kế hoạch của nó, nên không lập hồ sơ họp hay trình chiếu; hãy xem trên màn hình hoặc dùng ấn bản của một mốc."
ALREADY_SO = "Ấn bản số {number} đã ở tình trạng đó; không có gì để ghi."
PUBLISHED_NAME = "Công bố năm {year}{ground}"
READ_INSTEAD = "Người đọc vẫn thấy ấn bản số {number}, mới hơn, đã công bố ngày {day}; muốn họ đọc ấn bản này trước thì rút lại ấn bản mới hơn."
YEARS_UNREAD = "Năm {years} đã công bố từ trước khi có ấn bản số liệu và chưa có bản chốt nào, nên đại biểu và đơn vị hiện không đọc được. Số liệu không bị mất: hãy chốt số liệu hiện nay và công bố lại."
NO_MILESTONES = "Kế hoạch chưa có mốc nào; thêm mốc ở trang Kế hoạch để lập hồ sơ họp."

TABS = [
    "1. Đủ số liệu",
    "2. Chốt",
    "3. Nêu tên, giải trình",
    "4. Đề xuất, hồ sơ",
    "5. Họp, kết luận",
    "Công bố năm",
]
MILESTONE, FIGURES, LIVE = "Mốc của cuộc họp", "Số liệu dùng", "Số liệu hiện tại, chưa chốt"
EDITION_LABEL = "Số {number}: {name}, chốt {at}"
ANSWER_NONE = "{milestone}: chưa chốt số liệu"
ANSWER_SEALED = "{milestone}: số liệu chốt gần nhất “{name}”, ngày {day}"
ANSWER_OPEN = "{items} của các kỳ họp còn mở"
ANSWER_DRAFTS = "{units} có cờ nêu tên còn là dự thảo"
ANSWER_NOTHING = "không còn kết luận nào mở"

# Hồ sơ họp
PACK_SAID = "Báo cáo, trình chiếu và phụ lục lấy cùng một số liệu; báo cáo là dự thảo, để trống số; điều chỉ con người biết là câu hỏi ngắn trong khung, trả lời rồi xóa. Bấm sẽ lập tệp từ số liệu ghi ở đây, không đổi gì trong kho; nhật ký ghi ai lập, lúc nào. Chờ vài giây."
LIVE_WARNING = (
    "Số liệu chưa chốt có thể thay đổi sau khi in. Nên chốt ở bước 2 trước khi phát hành."
)
UNTIL, UNTIL_HELP = (
    "Lập lại hồ sơ của ngày (để trống: đến nay)",
    "Kết luận, giải trình, việc công bố nêu tên chỉ lấy những gì đã ghi đến hết ngày này; số liệu vẫn là số liệu đã chốt.",
)
UNTIL_SAID = (
    "Hồ sơ như của ngày {day}: kết luận, giải trình, công bố ghi sau ngày đó không đưa vào."
)
FILES = {
    "bao-cao.docx": "Báo cáo (Word)",
    "bao-cao.pdf": "Báo cáo (PDF)",
    "trinh-chieu.pptx": "Trình chiếu (PowerPoint)",
    "phu-luc.xlsx": "Phụ lục (Excel)",
    "van-ban.zip": "Văn bản quanh cuộc họp (Word, PDF)",
    "ho-so-hop.zip": "Tất cả trong một tệp nén",
}
ANNEXES = "Phụ lục của báo cáo"
ANNEX_CHOICES = ("Đầy đủ, có căn cứ từng câu", "Rút gọn, gửi đại biểu")
OUTLINE, OUTLINE_COLUMNS = "Hồ sơ gồm những gì", ("Phần", "Nội dung")
DRIFTED = "Chương trình hiện nay tính lại khác số đã chốt ở {units}: hãy đối chiếu trước khi dùng."
INNER = "BẢN NỘI BỘ, không phát hành: có thể có tên đơn vị mới là dự thảo nêu tên."
INNER_NAME = "noi-bo-{name}"
INNER_COPY, INNER_HELP = (
    "Bản nội bộ: gồm cả tên đơn vị mới là dự thảo nêu tên",
    "Để trống: hồ sơ chỉ có việc nêu tên đã công bố. Bản nội bộ ghi rõ ở từng trang, chỉ dùng trong ban thư ký.",
)
TEMPLATE, TEMPLATE_FILE = "Mẫu Word của cơ quan", "Tệp mẫu"
TEMPLATE_SAID = "Báo cáo và trang in Word lấy kiểu chữ, khổ giấy, đầu trang, chân trang của mẫu; chữ trong thân mẫu không được lấy. Cách dễ nhất: tải báo cáo về, sửa các kiểu (Style) trong Word, lưu .docx rồi chọn ở đây."
TEMPLATE_OURS = "Đang dùng mẫu có sẵn, theo Nghị định 30/2020/NĐ-CP."
TEMPLATE_USED = "Đang dùng mẫu “{name}”, chọn ngày {day}, {who}."
TEMPLATE_FILE_SAID = "hoặc kéo thả vào đây. Tệp .docx, nặng nhất {size} MB."
TEMPLATE_USE, TEMPLATE_DROP, TEMPLATE_GET = (
    "Dùng mẫu này",
    "Dùng lại mẫu có sẵn",
    "Tải mẫu đang dùng",
)
TEMPLATE_SET, TEMPLATE_DROPPED = (
    "Từ nay báo cáo và trang in Word lấy mẫu “{name}”.",
    "Từ nay báo cáo và trang in Word lấy mẫu có sẵn.",
)

# Chốt
SEAL_TITLE, SEAL_SAID = (
    "Chốt số liệu",
    "Chốt giữ nguyên toàn bộ kết quả, kế hoạch và số liệu đầu vào của mốc; số đã chốt không bao giờ đổi. Sửa đổi về sau hiện thành danh sách “đã thay đổi từ khi chốt”.",
)
SEAL_NAME, SEAL_NAME_HINT, AS_OF, NOTE = (
    "Tên bản chốt",
    "Ví dụ: Họp tổng kết ngày 15/1/2026",
    "Số liệu nộp đến ngày",
    "Ghi chú (có thể để trống)",
)
SEAL_BUTTON, SEALED = "Chốt số liệu", "Đã chốt “{name}”, vân tay {fingerprint}."
NAME_MISSING, WHO_MISSING, DAY_WRONG = (
    "Hãy đặt tên cho bản chốt.",
    "Hãy ghi người thực hiện.",
    "Ngày “{text}” chưa đúng; viết như 15/1/2026.",
)
SEALS, NO_SEALS = "Các bản chốt", "Chưa có bản chốt nào."
CHANGED, CHANGED_NONE = (
    "Đã thay đổi từ khi chốt “{name}”: {units}, {items}.",
    "Từ khi chốt “{name}” chưa có gì thay đổi.",
)
COMPARE_TITLE, COMPARE_ONE, COMPARE, SAME = (
    "So sánh, thay đổi từ khi chốt",
    "Bản chốt",
    "So với",
    "Hai bản giống nhau ở mọi đơn vị.",
)
COMPARED = "“{one}” so với “{other}”: khác ở {units}, {items}."
CHANGES = "chỗ thay đổi"
WHAT = {
    "score": "Điểm",
    "rank": "Hạng",
    "rank_of": "Số đơn vị được xếp hạng",
    "status": "So với mốc",
    "satisfaction": "Hài lòng",
    "block": "Khối, cụm",
    "present": "Có mặt trong năm",
    "flag": "Cờ",
}
PRESENT = {True: "có", False: "không"}

# Đề xuất
PROPOSALS_NONE = "Kế hoạch chưa có quy tắc khen thưởng và kiểm tra; thêm mục [rewards], [inspections] vào tệp kế hoạch (docs/plan-file.md) rồi nạp lại."

# Nêu tên
NAMING_SAID = "Một cờ nêu tên là dự thảo cho đến khi công bố: báo cho đơn vị, chờ giải trình trong {days} ngày (hoặc đến khi có giải trình), rồi mới công bố cho một kỳ họp."
NO_NAMED = "Năm {year} không có đơn vị nào bị nêu tên."
FLAG, STEP, STEP_DAY, MEETING = "Cờ nêu tên", "Việc", "Ngày", "Kỳ họp"
STEPS = {
    "notified": "Đã báo cho đơn vị",
    "published": "Công bố tại kỳ họp",
    "withdrawn": "Rút lại, trở về dự thảo",
}
STEP_BUTTON, STEPPED = "Ghi lại", "Đã ghi: {step}, {unit}."
NOT_NOW = "Chưa ghi được: {why}."
TOLD_ALREADY, PUBLISHED_ALREADY = (
    "đơn vị đã được báo về cờ này",
    "cờ này đã công bố; muốn đổi thì rút lại trước",
)
NOT_TOLD, STILL_WAITING = "đơn vị chưa được báo", "đơn vị còn thời gian giải trình đến ngày {until}"
MEETING_MISSING = "Hãy ghi kỳ họp công bố."
REPLY_TITLE, REPLY_KIND = "Giải trình, khó khăn của đơn vị", "Loại"
REPLY_KINDS = {"reply": "Giải trình về một cờ", "difficulty": "Khó khăn, vướng mắc"}
REPLY_TEXT, REPLY_TEXT_HINT, REPLY_BUTTON, REPLIED = (
    "Nội dung",
    "Ghi đúng lời của đơn vị",
    "Lưu",
    "Đã lưu ý kiến của {unit}.",
)
TEXT_MISSING, UNIT, FLAG_OF_UNIT = (
    "Hãy ghi nội dung.",
    "Đơn vị",
    "Về cờ",
)
NO_FLAG_OF_UNIT = (
    "Đơn vị không có cờ nào trong năm {year} để giải trình; chọn “Khó khăn, vướng mắc”."
)
REPLIES = "Ý kiến các đơn vị đã ghi nhận"

# Kết luận
DECK, DECK_SAID = "Trình chiếu", "Màn hình hội trường và cửa sổ người trình bày ở trang:"
CONCLUSIONS_SAID = "Kết luận còn mở sẽ mở đầu hồ sơ kỳ họp sau."
NO_CONCLUSIONS = "Chưa ghi kết luận nào. Ghi kết luận đầu tiên bằng mẫu bên dưới."
STATES = {"open": "đang thực hiện", "done": "đã xong", "dropped": "không thực hiện nữa"}
LATE = "quá hạn"
NEW_TITLE, AGREED_ON, WHAT_DECIDED, RESPONSIBLE, DUE = (
    "Ghi kết luận mới",
    "Ngày họp",
    "Nội dung kết luận",
    "Cơ quan, người chịu trách nhiệm",
    "Hạn (có thể để trống)",
)
NEW_BUTTON, ADDED, WHAT_MISSING = (
    "Lưu kết luận",
    "Đã lưu kết luận.",
    "Hãy ghi kỳ họp, nội dung và cơ quan, người chịu trách nhiệm.",
)
CLOSE_TITLE, WHICH, NEW_STATE, EVIDENCE, CLOSE_BUTTON, CLOSED = (
    "Cập nhật một kết luận",
    "Kết luận",
    "Tình trạng",
    "Căn cứ (văn bản, số liệu)",
    "Cập nhật",
    "Đã cập nhật kết luận.",
)
EVIDENCE_MISSING = "Hãy ghi căn cứ."
METHOD_LINE, METHOD = (
    "Vì sao cờ nêu tên còn là dự thảo, và các quy tắc tính thế nào:",
    "Phương pháp",
)
CHOOSE_UNIT = "Gõ hoặc chọn tên đơn vị"

speaks(__name__)
