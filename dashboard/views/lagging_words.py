"""What stands beside a flag: how sure it is and compared with what, and what would lift it."""

from __future__ import annotations

METHOD_LINE = (
    "Cách làm này được thiết kế để trong 100 đơn vị bị nêu tên, số nêu nhầm bình quân không quá 5."
)

SURE = {
    "score_named": "So với mốc {target} điểm, tính cả {years} năm số liệu: mức thật ước khoảng {level} điểm; nếu mức thật đúng bằng mốc thì chỉ {rarely} trường hợp thấp như vậy.",
    "score_watch": "So với mốc {target} điểm, tính cả {years} năm số liệu: mức thật ước khoảng {level} điểm; khả năng mức thật nằm dưới mốc {chance}.",
    "survey_named": "So với mốc {target}, tính cả {years} năm khảo sát: nếu mức thật đúng bằng mốc thì chỉ {rarely} trường hợp thấp như vậy.",
    "survey_watch": "So với mốc {target}, tính cả {years} năm khảo sát: khả năng mức thật nằm dưới mốc {chance}.",
    "falling_score": "So với chính đơn vị các năm trước, giảm ở {down}/{pairs} cặp năm: nếu mức thật không giảm thì chỉ {rarely} trường hợp gặp dãy điểm như vậy.",
    "falling_survey": "So với chính đơn vị các năm trước: nếu mức thật không giảm thì chỉ {rarely} trường hợp gặp dãy tỷ lệ như vậy.",
    "peers": "So với {units} đơn vị cùng khối trong năm: cách mức giữa gấp {times} lần độ chênh thường thấy.",
    "funnel": "So với tỷ lệ chung của khối ({centre}), đã tính đến số phiếu: nếu không khác mặt bằng thì chỉ {rarely} trường hợp thấp như vậy.",
    "below_target": "Số đã ghi đặt cạnh mốc; không suy luận gì thêm.",
    "staff_share": "Đếm toàn bộ người của đơn vị, không phải chọn mẫu.",
    "missing_report": "Theo sổ nộp báo cáo đến ngày {as_of}.",
    "late_report": "Theo ngày nộp đã ghi.",
    "limitation": "Trích nguyên văn báo cáo của đơn vị; chỉ để biết, không tính vào điểm, hạng hay cờ.",
}

NOT_NAMED = {
    "self": " Chưa nêu tên vì điểm mới là tự chấm.",
    "this_year": " Chưa nêu tên vì riêng năm {year} chênh lệch còn có thể do may rủi.",
    "noise": " Chưa nêu tên vì kho chưa đủ năm khảo sát để biết số liệu khảo sát thường dao động bao nhiêu.",
    "list": " Chưa nêu tên vì chưa qua được mức kiểm soát nêu nhầm của cả danh sách.",
    "reached": " Không nêu tên vì năm {year} không thấp hơn mốc.",
}

LIFTS = {
    "points": "Cần thêm {gap} điểm để đạt mốc {target}.",
    "survey": "Cần thêm {people} người hài lòng trên {forms} phiếu để đạt mốc {target}.",
    "share": "Cần thêm {people} trên tổng số {forms} để đạt mốc {target}.",
    "criterion": "Cần thêm {gap} % điểm tối đa để đạt mốc {target} %.",
    "staff_share": "",
    "falling_below": "Cần thêm {gap} để đạt lại mốc {target}, khi đó không còn nêu tên; chuỗi năm thôi giảm thì hết cờ.",
    "falling": "Chuỗi năm thôi giảm thì hết cờ.",
    "peers": "Cần thêm {gap} điểm để về trong độ chênh thường thấy của khối.",
    "funnel": "Cần thêm {people} người hài lòng trên {forms} phiếu để về trong dải thường thấy.",
    "missing_report": "Gửi báo cáo; khi được ghi nhận, cờ đổi thành nộp muộn.",
    "late_report": "Việc đã qua; nộp đúng hạn kỳ sau thì không lặp lại.",
    "limitation": "",
}

NO_UNITS = "Năm {year} chưa có đơn vị nào trong phạm vi đang chọn. Hãy chọn năm, khối hoặc loại khác ở hàng trên; nếu kho còn trống, hãy nạp tệp ở trang Nhập số liệu."
NONE_ASSESSED = "Năm {year} không đơn vị nào trong phạm vi đang chọn được đánh giá (đã kết thúc, hoặc tồn tại dưới {months} tháng trong năm). Hãy chọn năm trước đó hoặc khối khác ở hàng trên."
NO_FLAGS = (
    "Năm {year}: không có đơn vị nào để nêu tên, theo dõi hay nhắc việc trong {units} đang xem."
)
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
LEVELS_TITLE = "{unit} xa mốc nhất: thiếu {gap} điểm"
LEVELS_DRAWN = "Chấm: tổng điểm năm {year}; dải: mức thật tính cả các năm, khoảng tin cậy {confidence}. Đơn vị chỉ bị nêu về hài lòng, báo cáo không có ở hình này"
