"""Words of following a figure to its cell and correcting it from there."""

from __future__ import annotations

TITLE = "Theo số liệu về tệp gốc"
CHOOSE = "Xem nguồn hoặc sửa một số liệu"
NONE_CHOSEN = "Chọn một tiêu chí …"
NOTHING = "Tiêu chí này chưa có số liệu nào trong kho."
WHERE = "{stage}: {value}, lấy ở {source}; {who} nhập {at}."
NO_FILE = "Số liệu này không đến từ tệp nào nên không có tệp gốc để tải."
DOWNLOAD, AROUND = "Tải tệp gốc", "Xem ô trong tệp"
AROUND_TITLE = "Quanh ô {cell}"
ROW = "Dòng"
NO_CELL = "Tệp gốc không mở được thành bảng, hoặc không còn ô này; hãy tải tệp về xem."
CORRECT = "Sửa {stage}"
VALUE, TOTAL, VERY = "Giá trị đúng", "Tổng số", "Trong đó rất hài lòng"
REASON_EXAMPLE = "Ví dụ: gõ nhầm khi nhập tệp, đã đối chiếu bản giấy số 12/BC-SNV"
HOW = "Ghi số đúng và lý do. Số cũ còn trong lịch sử, nhật ký ghi lại, và hoàn tác được ở thẻ “Các lần nhập”. Xóa trống giá trị là rút số liệu này."
TRY, SAVE = "Xem ảnh hưởng", "Lưu số đã sửa"
NOT_SAVED, SAME = "Chưa lưu. Cần sửa:", "Số vừa ghi bằng số đang có, không có gì để lưu."
WOULD = "Chưa lưu gì. Nếu lưu (bấm “Lưu số đã sửa” sau khi xem):"
CHANGE = "{criterion}, {stage}: {old} → {new}"
WITHDRAWN = "rút số liệu"
SAVED = "Đã lưu số sửa của {name}. Mọi trang đã tính lại."
NOTE_OF_SAVE = "sửa {criterion}, {stage}, {name}, năm {year}: {reason}"
TOTAL_MISSING = "{criterion}: hãy ghi tổng số."
VERY_TOO_HIGH = (
    "{criterion}: số rất hài lòng {very} không khớp với số hài lòng {value} và tổng số {total}."
)
