"""What pictures say of themselves to who does not see them, and in their own keys and notes; titles come from the views."""

from dashboard.writing.nouns import speaks

OUTSIDE = " Nằm ngoài dải dao động bình thường: {units}."
NONE_OUTSIDE = " Không đơn vị nào nằm ngoài dải dao động bình thường."
FUNNEL = (
    "Biểu đồ hình phễu về tỷ lệ hài lòng của {units} theo số phiếu: trung bình {mean}{aim}.{rest}"
)
LEVELS = "Biểu đồ điểm năm và mức nhiều năm của {units} đơn vị dưới mốc: {parts}."
LIMITATIONS = "Biểu đồ thanh các loại tồn tại đơn vị tự nêu năm {year}: {parts}."
NO_LIMITATIONS = "Năm {year} chưa có tồn tại nào được nêu."
MULTIPLES = "Các biểu đồ nhỏ theo khối, {subject}: {parts}."
NO_DATA = "chưa có số liệu"
GROUPS = "Biểu đồ so {unit} với khối theo nhóm tiêu chí: {parts}."
RANGE = "từ thấp nhất đến cao nhất, {block}"
WAITING = "Chưa thẩm định đủ: hạng tạm, có thể đổi"
NOBODY_RANKED = "Bảng xếp hạng {block}: chưa đơn vị nào đủ dữ liệu để xếp hạng."
RANK_AGAIN = "Nếu đo lại, hạng có thể từ {low} đến {high}"
MET = "đạt mốc, đã thẩm định"
MET_OWN = "đạt mốc, mới tự chấm"
REACH = "Biểu đồ cột số đơn vị đạt mốc theo năm: {parts}."
RATES = "Biểu đồ {subject} của {units} kèm khoảng tin cậy: thấp nhất {low}, cao nhất {high}"
TILES = "Bản đồ ô {subject}, mỗi ô một đơn vị, mỗi hàng một khối: {parts}."
ONE_UNIT, MIDDLE_OF_BLOCK = "một đơn vị", "mức giữa của khối"
TARGET_AHEAD = "mốc năm ấy hướng tới"
TOO_FEW = "Quá ít phiếu để tính tỷ lệ"
NO_RATES = "Biểu đồ {subject}: chưa đơn vị nào đủ phiếu để tính tỷ lệ."

speaks(__name__)
