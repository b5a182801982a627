"""Words of the page Xu hướng."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

MEASURE, UNITS = "Chỉ tiêu", "Thêm đơn vị vào hình"
STRIP_FOLD = "Xem các năm chạy, từng đơn vị trong khối"
UNITS_HINT = "+ Thêm đơn vị vào hình: gõ hoặc chọn tên"
NO_UNITS = "Chưa có đơn vị nào"
LINE, YEAR, VALUE, COUNTED, OUT_OF, NUMBER, STAGE = (
    "Đường",
    "Năm",
    "Giá trị",
    "Số đạt",
    "Tổng số",
    "Số đơn vị",
    "Giai đoạn chấm",
)
UNIT, BLOCK, TARGET, DISTANCE, GAINED, NEEDED = (
    "Đơn vị",
    "Khối, cụm",
    "Mốc",
    "So với mốc",
    "Mỗi năm đã tăng",
    "Mỗi năm cần thêm",
)
LOW, HIGH, CHANCE, STATUS = "Dự kiến, thấp", "Dự kiến, cao", "Khả năng đạt mốc", "Trạng thái"
GAINED_HELP = "Bình quân mỗi năm từ năm đầu có số liệu so sánh được; số âm là giảm."
NEEDED_HELP = "Số điểm còn phải tăng mỗi năm để tới mốc kế tiếp; để trống khi mốc đã đến hạn."
CHANCE_HELP = "Nếu giữ đà hiện nay; chỉ tính khi đủ năm số liệu. Dải dự kiến là 80%."
PACE_TITLE = "Nhịp tiến và mức cần thêm, năm {year}"
NO_TARGET = "Kế hoạch chưa đặt mốc cho chỉ tiêu này nên không có lộ trình và mức cần thêm. Mốc được đặt ở trang Kế hoạch."
HEAT_BLOCK, HEAT_ORDER = "Khối trong bảng màu", "Giảm nhiều nhất lên đầu"
BOUNDARY_SCORES = "Ranh giới hiện nay chỉ áp dụng cho khảo sát, vì chỉ số phiếu mới cộng được; chuỗi điểm của đơn vị mới bắt đầu từ năm thành lập."
BOUNDARY_NONE = (
    "Không nối được về trước bằng số phiếu: có đơn vị cũ không có khảo sát, hoặc bị chia tách."
)
BOUNDARY_HINT = (
    "Chọn một đơn vị ở ô “Thêm đơn vị vào hình” để thấy số phiếu gộp từ các đơn vị cũ (nét đứt)."
)
SMALL_PRINT = "Tỷ lệ của nhiều đơn vị là tổng số đạt chia tổng số, điểm của nhiều đơn vị là mức giữa; không lấy trung bình các tỷ lệ. Cách tính:"
METHOD = "Phương pháp"

speaks(__name__)
