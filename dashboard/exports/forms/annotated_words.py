"""Words in a unit's own workbook that goes back with what is to be put right."""

from __future__ import annotations

SHEET = "Kết quả kiểm tra tệp"  # not “Kết quả kiểm tra”: a unit may name its list of inspections so; intake passes this sheet over
TITLE = "KẾT QUẢ KIỂM TRA TỆP {file}"
SUMMARY = "{errors} phải sửa, {warnings} nên xem lại. Mỗi điều cũng được ghi chú ngay tại ô; sửa xong, xóa trang này hay để nguyên đều được, rồi gửi lại tệp."
CLEAN = "Không có điều gì phải sửa."
HEADINGS = (
    "STT",
    "Mức",
    "Trang tính",
    "Ô",
    "Điều cần xem lại",
    "Số ô",
)  # none of them heads a table of figures: the sheet comes back with the file
MARK = "[Kiểm tra]"
AUTHOR = "Bảng theo dõi"
WHOLE_FILE = "(cả tệp)"

DOWNLOAD = "Tải {file} có ghi chú lỗi ngay tại ô"
DOWNLOAD_LIST = "Tải danh sách lỗi của {file}"
ALL, ALL_FILE, FILE = (
    "Tải tất cả tệp có ghi chú lỗi (tệp nén)",
    "tep-co-ghi-chu-loi.zip",
    "{stem} - ghi chú lỗi.xlsx",
)
MORE_FILES = "Còn {more} nữa, xem trong bảng tải về hoặc trong tệp nén."

NOT_EXCEL = "Chỉ ghi chú được vào tệp Excel dạng .xlsx; tệp {file} là dạng khác. Hãy mở bằng Excel, lưu lại dạng .xlsx rồi kiểm tra lại; danh sách lỗi vẫn xem được trên màn hình."
NOT_OPENED = "Không mở được tệp {file} để ghi chú: tệp có mật khẩu, bị hỏng hoặc có cấu trúc không an toàn. Hãy mở bằng Excel, lưu lại rồi kiểm tra lại."
