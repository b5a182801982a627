"""Words of the findings of a report one after the other: what is asked of a person, what was answered."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

FIGURE_QUESTIONS = {
    "unlike": "Đây có phải số của đơn vị{year} không?",
    "whether": "Đây có phải số của đơn vị{year} không?",
    "differs": "Báo cáo nói khác nhau về số này (xem “Cần xem lại trong báo cáo”). Vẫn nhận {said}?",
    "part": "Báo cáo chỉ nói về một phần của năm (xem “Kỳ báo cáo”). Vẫn nhận {said} làm số của đơn vị{year}?",
}
NAMES_ANOTHER = "Câu này nêu tên {name}. Có phải của chính đơn vị báo cáo không?"
IN_YEAR = " trong năm {year}"
WHICH = "Báo cáo có nhiều số cho tiêu chí này cùng năm: {said}. Lấy {own}?"
LIMITATION_QUESTIONS = {
    "category": "Tồn tại này có thuộc loại “{category}” không?",
    "whether": "Đây có phải tồn tại, hạn chế của đơn vị không?",
}
ALSO_IN = "Câu này đã được nhận vào loại “{first}”. Nhận cả vào loại “{category}”?"
UNSURE_FIGURE = "Máy đọc chưa chắc {words}. Nguyên văn có đúng như ảnh trang không?"
TIMES = "Báo cáo đếm theo lượt, một tập thể hay cá nhân có thể được đếm nhiều lần. Vẫn nhận?"
NOT_OWN = "Văn bản này có vẻ của cơ quan khác ({issuer}). Có phải văn bản của đơn vị không?"
UNNAMED = "không ghi tên"

FINDING_STATES = {
    "taken": "✓ nhận",
    "refused": "✕ không nhận",
    "held": "○ chưa ghi được",
    "asked": "? cần hỏi",
    "open": "chưa trả lời",
}
YES_ONE, NO_ONE, NEXT_ONE = "Đúng, nhận", "Không", "Mục tiếp theo"
TAKE_IT = "Nhận mục này?"
TAKEN, NOT_TAKEN = "Đã nhận.", "Đã trả lời: không nhận."
HELD_BACK = "Chưa ghi được: {why}."
INCOMPLETE = "còn thiếu nội dung"
NOTE_IS = "Lưu ý: {note}."
OF_YEAR, DATED = "năm {year}", ", ngày {date}"
NO_CATEGORY = "Chưa rõ loại"
AWARDED = {"collectives": "tập thể", "individuals": "cá nhân"}
LEFT_TO_ANSWER = "Còn {count} mục chưa trả lời, lưu bây giờ thì không ghi."
ALL_ANSWERED = "Không còn mục nào phải trả lời; bấm S để lưu các mục đã nhận."
NOTHING_TO_ASK = "Máy không tìm thấy mục nào; mục nào máy bỏ sót thì thêm trong bảng."
PICTURE_OF = "{label}: ảnh chỗ có nguyên văn"
LIST_OF_FINDINGS = "Mọi mục tìm thấy"
IN_TABLE = "Sửa hoặc thêm mục trong bảng"
FINDING_HELP = "Phím: D đúng, K không, T mục tiếp theo; Y, N, J là của cả báo cáo, S lưu. Chỗ nào sai thì sửa trong bảng. Số thứ tự là số ghi trong báo cáo bên cạnh."
HOW = "Đánh dấu ô “Nhận” ở mục đúng; bấm đúp vào ô để sửa. Số thứ tự là số ghi trong báo cáo bên cạnh. Mục máy bỏ sót thì thêm ở dòng trống cuối bảng, kèm nguyên văn."
ALL, NONE_OF_KIND = (
    "Nhận hết bảng này",
    "Không tìm thấy mục nào loại này trong báo cáo; nếu máy bỏ sót, hãy thêm vào bảng.",
)
OVERTAKEN = (
    "Có ô đã sửa mà nay không còn đúng chỗ, vì đơn vị hoặc năm đã chọn lại. Hãy xem lại các mục:"
)
OVERTAKEN_LINE = "{finding}: đã sửa thành “{value}”."
AS_STORED = "Những mục đã nhận đều đã ở trong kho."
PART_OF = "đã tính trong số liệu {number}"
SAME_AS = "trùng với số liệu {number}, không cần ghi lại"
INSTEAD = "Nhận mục này thì bỏ {said} (số liệu {number}) đã nhận cho cùng tiêu chí và năm."

speaks(__name__)
