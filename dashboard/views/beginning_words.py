"""Words of the beginning: an empty store, the form of a new plan."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

HEADING = "Bắt đầu dùng: ba bước đến hình đầu tiên"
DONE, NEXT, LATER = "xong", "làm tiếp bước này", "sau"
PLAN = {
    False: (
        "Kế hoạch",
        "Đang dùng kế hoạch mẫu kèm phần mềm. Ở trang Kế hoạch: thẻ “Sửa” để lập từ mẫu trống hoặc sửa từ bản mẫu, thẻ “Nạp tệp kế hoạch” nếu đã có tệp.",
    ),
    True: ("Kế hoạch", "Đã lưu kế hoạch của mình; sửa lúc nào cũng được, có xem trước ảnh hưởng."),
}
UNITS = (
    "Danh sách đơn vị",
    "Một tệp có các cột “Mã đơn vị”, “Tên đơn vị”, “Loại đơn vị”, “Khối thi đua”, hoặc dán bảng từ Excel; có mẫu để tải ở thẻ “Cách trình bày tệp”.",
)
UNITS_THERE = "Đã có {units} đơn vị trong kho."
RESULTS = (
    "Bảng số liệu đầu tiên",
    "Bảng của khối hay tệp của từng đơn vị; phần mềm đọc thử, nói rõ đọc được gì rồi mới lưu. Lưu xong, trang Tổng quan vẽ ngay hình đầu tiên và phần hướng dẫn này tự ẩn.",
)
TO_PLAN, TO_INTAKE = "Mở Kế hoạch", "Mở Nhập số liệu"

BLANK_FOLD = "Lập kế hoạch mới từ mẫu trống"
BLANK_ABOUT = (
    "Điền mấy ô dưới đây rồi bấm “Lập bản nháp”. Bản nháp có mỗi nhóm một tiêu chí 10 điểm để sửa tiếp ở các bảng: "
    "tiêu chí (dán được cả bảng từ Excel), mốc, chỉ tiêu. Chưa trang nào tính theo bản nháp cho đến khi lưu."
)
NAME, PROVINCE, OWNER = "Tên phong trào", "Địa bàn (tỉnh, huyện, ngành …)", "Cơ quan ban hành"
FIRST_YEAR, LAST_YEAR = "Năm đầu", "Năm cuối"
KINDS, GROUPS = "Loại đơn vị, mỗi dòng một loại", "Nhóm tiêu chí, mỗi dòng một nhóm"
NAME_HINT, PROVINCE_HINT, OWNER_HINT = (
    "Ví dụ: Trường học xanh 2023–2030",
    "Ví dụ: Huyện Thanh Sơn",
    "Ví dụ: Phòng Giáo dục và Đào tạo",
)
UNIT, GROUP = "Một đơn vị gọi là", "Một khối đơn vị xếp hạng cùng nhau gọi là"
NOUNS_ABOUT = "Viết như giữa câu, ví dụ “trường” và “cụm trường”; mọi câu, bảng, văn bản, trang chiếu sẽ gọi như vậy. Để nguyên cũng được."
KINDS_HINT, GROUPS_HINT = "Trường học", "Trường xanh\nTrường sạch"
MAKE = "Lập bản nháp"
MISSING = "Chưa lập. Hãy điền: {fields}."
NOT_MADE = "Chưa lập. Cần sửa:"
BACKWARDS = "Chưa lập. Năm cuối không được trước năm đầu; cả hai trong khoảng 1990–2100."

speaks(__name__)
