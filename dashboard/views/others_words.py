"""Đọc báo cáo, figures of other bodies: every sentence of the part that offers them for their own units."""

from dashboard.writing.nouns import speaks

TITLE = "Ghi số liệu của nơi khác cho chính nơi đó ({count})"
ABOUT = "Báo cáo còn nêu số liệu của nơi khác. Đánh dấu “Nhận” ở dòng đúng để ghi cho đơn vị ở cột “Ghi cho”, kèm nguyên văn và tên báo cáo này; ô còn trống thì chọn đơn vị. Không đánh dấu thì không ghi gì."
LEFT_OUT = "{body}: {said} Không đưa vào bảng: {why}."
CHOOSE_UNIT = "chưa rõ là đơn vị nào trong danh mục, hãy chọn ở cột “Ghi cho”"
IS_REPORTER = "trùng với đơn vị của báo cáo này"
NOT_LIVING = "đơn vị đó không tồn tại trong năm của số liệu"
NO_CRITERION = "kế hoạch không có tiêu chí này"
HELD = "Số liệu của nơi khác không ghi được, chỉ để xem:"
COLUMNS = {"body": "Ghi cho", "said": "Báo cáo gọi là"}
ALL = "Đánh dấu mọi dòng đã rõ đơn vị"
MISTAKE = "{name}: {said}"
OWN_KNOWN = "kho đã có số liệu của chính đơn vị ({known}); số do nơi khác nêu không thay được"
NOT_SAVED = "Chưa lưu được số liệu của nơi khác. Cần sửa:"
WOULD = "Sẽ ghi {results} cho {units} khác, tất cả hoặc không gì cả:"
LINE = "{unit}: {criterion} {value} (năm {year})"
SAVE = "Lưu cho các đơn vị được nêu"
SAVED = "Đã ghi {results} cho {units} khác. Có thể hoàn tác ở trang Nhập số liệu."
NOTE = "đọc báo cáo {file}: số liệu của {names}"

speaks(__name__)
