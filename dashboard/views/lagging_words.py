"""What the page Đơn vị chậm says around its flags; what it says of a flag is the rule's."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

HOW_SURE = "Nêu tên chắc đến đâu"
METHOD_LINE = (
    "Cách làm này được thiết kế để trong 100 đơn vị bị nêu tên, số nêu nhầm bình quân không quá 5."
)

NO_UNITS = "Năm {year} chưa có đơn vị nào trong phạm vi đang chọn. Hãy chọn năm, khối hoặc loại khác ở dòng “Đang xem”."
NONE_ASSESSED = "Năm {year} không đơn vị nào trong phạm vi đang chọn được đánh giá (đã kết thúc, hoặc tồn tại dưới {months} tháng trong năm). Hãy chọn năm trước đó hoặc khối khác ở dòng “Đang xem”."
NO_FLAGS = (
    "Năm {year}: không có đơn vị nào để nêu tên, theo dõi hay nhắc việc trong {units} đang xem."
)
WAITING = " ({units} chắc chắn dưới mốc nhưng chưa thẩm định đủ)"
NOBODY_PUBLISHED = "chưa công bố nêu tên đơn vị nào"
NOBODY_SURE = "chưa đủ căn cứ để nêu tên đơn vị nào"
NO_TARGET_DUE = "chưa có mốc nào đến hạn nên không nêu tên đơn vị nào"
FILTERED = (
    "Đang lọc: mỗi đơn vị đứng ở mục của cờ nặng nhất của mình, kể cả khi cờ đó không hiện ở đây."
)
NO_MATCH = "Không có cờ nào khớp với lựa chọn. Hãy chọn “Tất cả” ở một trong các ô trên."
ONE_YEAR = (
    "Kho mới có số liệu của một năm nên chỉ có sự việc: chưa thể suy luận về xu hướng hay mức thật."
)

SECTIONS = {
    "named": "Nêu tên",
    "watch": "Theo dõi, chưa đủ chắc chắn để kết luận",
    "fact": "Sự việc cần nhắc",
}

OWN_WORDS_NOTE = "Những điều dưới đây do chính đơn vị viết trong báo cáo. Nói ra là có trách nhiệm: không tính vào điểm, hạng hay danh sách trên."
OWN_WORDS_NONE = "Năm {year} chưa có báo cáo nào nêu tồn tại, hạn chế trong phạm vi đang chọn."
METHOD_TEXT, METHOD = "Vì sao phải thận trọng như vậy, và mỗi quy tắc tính thế nào:", "Phương pháp"
LEVELS_FOLD = "Xem hình lớn: tổng điểm và mức thật của các đơn vị dưới mốc"
LEVELS_TITLE = "{unit} xa mốc nhất: thiếu {gap} điểm"
LEVELS_DRAWN = "Chấm: tổng điểm năm {year}; dải: mức thật tính cả các năm, khoảng tin cậy {confidence}. Đơn vị chỉ bị nêu về {others} không có ở hình này"
LEVELS_FIRST = "Hình vẽ {shown} đơn vị xa mốc nhất trong {units}; bảng số liệu của hình có đủ."
OTHERS = {True: "hài lòng, báo cáo", False: "báo cáo"}  # whether the plan has a survey

GAP = {True: "thiếu {gap} điểm", False: "thiếu {gap} điểm phần trăm"}
A_FACT = "sự việc"
HEADS = ("Đơn vị", "Lệch mốc", "Chắc đến đâu", "Người đứng đầu", "Trả lời, thời hạn")
CAUSE, LIFTS = "Nguyên nhân đơn vị nêu", "Cần gì để hết chậm"
OWN_CAUSE, NO_OWN_CAUSE = "Đơn vị tự nêu: {cause}", "Đơn vị chưa nêu nguyên nhân"
NAMING = "nêu tên: {state}"
NO_CAUSE, NO_HEAD, NO_REPLY = "chưa nêu", "chưa ghi", "chưa có"
SCALE = "Hình nhỏ: chấm là số của năm, dải là mức thật tính cả các năm, vạch là mốc; mọi hàng cùng thang {low}–{high}% điểm tối đa hoặc tỷ lệ, không từ 0."
AGAINST, TRUE_LEVEL = "{value} so với mốc {target}{level}", "; mức thật {between}"
HOW_TO_READ = "Cách đọc hình nhỏ"
QUESTION, COPY, COPIED = "Câu hỏi nên hỏi", "Chép câu hỏi", "Đã chép"
EVIDENCE = "Chứng cứ và nguồn"
MORE, MORE_EVIDENCE = "Xem thêm {units}", "Xem thêm {lines}"
UNIT, BLOCK, LEVEL, RULE, INDICATOR, REASON, SOURCE = (
    "Đơn vị",
    "Khối, cụm",
    "Mức",
    "Quy tắc",
    "Chỉ tiêu",
    "Lý do",
    "Nguồn",
)
SCORE, TARGET, LOW, HIGH = "Điểm", "Mốc", "Mức thật, từ", "Đến"
QUOTE, KIND, PLACE = "Trích nguyên văn", "Loại", "Trang"
FLAGS_TITLE = "Các cờ năm {year}"
OWN_WORDS = "Tồn tại, hạn chế do đơn vị tự nêu"
SOURCES = "Nguồn: tệp của các đơn vị, ghi ở từng dòng; số liệu đến ngày {day}."
COPIED_TITLE = "{movement}, năm {year}"

speaks(__name__)
