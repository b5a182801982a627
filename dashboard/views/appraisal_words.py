"""Words of the page Thẩm định."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

EMPTY = "Chưa có đơn vị nào được đánh giá năm {year} trong phạm vi đang chọn."
EMPTY_NEXT = "Hãy chọn năm hoặc khối khác ở dòng “Đang xem”, hoặc nhập danh sách đơn vị ở trang Nhập số liệu."
ANSWER = "Năm {year}: {done}/{units} đơn vị đã thẩm định xong{others}."
ANSWER_OTHERS = {
    "part": "{units} đang thẩm định dở",
    "none": "{units} chưa thẩm định",
    "nothing": "{units} chưa có điểm tự chấm",
}
UNIT_ANSWER = (
    "{name}, năm {year}: đã thẩm định {appraised}/{asked} tiêu chí, đơn vị tự chấm {own}/{asked}."
)
CHOOSE_LABEL, CHOOSE_HINT = "Đơn vị", "Gõ hoặc chọn tên đơn vị"
CHOOSE_MORE = "Chọn đơn vị ở ô trên hoặc bấm vào một dòng trong bảng."
NOT_ASSESSED = "Đơn vị này không được đánh giá năm {year}. Hãy chọn năm hoặc đơn vị khác."
HOW = (
    "Bấm đúp vào ô Thẩm định hoặc Ghi chú để sửa. Viết số như 4,5; với tỷ lệ ghi số người hoặc số phiếu đạt; ghi “không áp dụng” nếu tiêu chí không áp dụng; xóa trống để rút điểm đã thẩm định. "
    "Chênh quá {limit} điểm phần trăm so với tự chấm thì phải ghi chú lý do."
)
WORKBOOK = "Cũng có thể điền cột “Thẩm định” trong tệp của đơn vị rồi nhập ở trang Nhập số liệu: kết quả như nhau."
STATES = {
    "part": "đang làm",
    "none": "chưa thẩm định",
    "nothing": "chưa có số liệu",
    "done": "xong",
}
"""What is still to do first."""
COLUMNS = {
    "name": "Tiêu chí",
    "maximum": "Tối đa",
    "own": "Tự chấm",
    "disputed": "Đơn vị đề nghị",
    "appraised": "Thẩm định",
    "difference": "Chênh lệch",
    "note": "Ghi chú",
}
DIFFERENCE_HELP = "Thẩm định trừ tự chấm; hai bên khác tổng số thì không trừ được."
OTHER_TOTALS = "khác tổng số"

NOT_APPLICABLE, WITHDRAWN = "không áp dụng", "rút điểm thẩm định"
TRY, SAVE, RELOAD = "Xem ảnh hưởng", "Lưu thẩm định", "Mở lại số liệu mới nhất"
KEEP_MINE = "Vẫn lưu số của tôi (số của người kia còn trong lịch sử)"
NOT_SAVED = "Chưa lưu. Cần sửa:"
NOTHING = "Chưa có ô nào thay đổi."
WOULD = "Chưa lưu gì. Nếu lưu (bấm “Lưu thẩm định” sau khi xem):"
SAVED = "Đã lưu {rows} điểm thẩm định của {name}. Mọi trang đã tính lại."
SAME = "Không có gì mới so với kho."
CHANGED_MEANWHILE = (
    "Trong lúc trang này mở, người khác đã ghi vào kho. Hãy xem cả hai rồi quyết định:"
)
CONFLICT = "{criterion}: {who} đã ghi {theirs} lúc {at}; trên trang này là {mine}; khi mở trang là {opened}."
CONFLICT_UNDONE = "{criterion}: trong kho nay không còn điểm thẩm định; trên trang này là {mine}; khi mở trang là {opened}."
NOTE_OF_SAVE = "thẩm định {name}, năm {year}"

TOO_HIGH = "{criterion}: {value} lớn hơn mức tối đa {maximum}."
NEGATIVE = "{criterion}: {value} nhỏ hơn 0."
NO_TOTAL = "{criterion}: đơn vị chưa báo tổng số nên chưa tính được tỷ lệ; hãy nhập bằng tệp có cột Tổng số."
WHOLE = "{criterion}: {value} phải là số nguyên (số người, số phiếu)."
BELOW_VERY = "{criterion}: {value} nhỏ hơn số rất hài lòng {very}."
YES_NO = "{criterion}: “{text}” không dùng được; hãy ghi “có” hoặc “không”."
NOTE_ASKED = "{criterion}: thẩm định {appraised}, tự chấm {own}; hãy ghi chú lý do chênh lệch."

CELL = "{criterion}: {old} → {new}{note}"
SCORE = "Điểm của đơn vị: {old} → {new}."
RANK = "Hạng trong khối: {old} → {new}."
STATUS = "So với mốc: {old} → {new}."
OTHERS = "{units} khác trong khối đổi hạng."
NO_EFFECT = "Điểm, hạng và tình trạng của đơn vị không đổi."
MOVED_BENEATH = "Trong lúc trang này mở, số liệu của đơn vị trong kho đã thay đổi. Những ô đang sửa vẫn giữ nguyên trên trang này."

speaks(__name__)
