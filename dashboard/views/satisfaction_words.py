"""Words of the page Hài lòng."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

NO_SURVEY = "Kế hoạch đang dùng không có tiêu chí khảo sát nào. Thêm tiêu chí loại khảo sát ở trang Kế hoạch để theo dõi mức hài lòng."
NOBODY = "Năm {year} chưa có kết quả khảo sát trong phạm vi đang chọn. Hãy chọn năm, khối hoặc loại khác ở dòng “Đang xem”; nếu đã có phiếu, nạp tệp ở trang Nhập số liệu."
SURVEY, BLOCK = "Khảo sát", "Khối xem từng đơn vị"
VERY_NOTE = "trong đó tính riêng, không cộng thêm vào hài lòng"
NO_VERY = "đơn vị chưa ghi riêng mức rất hài lòng"

UNITS_TITLE_MET = "{block}: {part} đơn vị đủ phiếu từ mốc {target} trở lên"
UNITS_TITLE = "{block}: {units} có kết quả khảo sát năm {year}"
UNITS_DRAWN = "Chấm: tỷ lệ hài lòng năm {year}; vạch: khoảng tin cậy {confidence}. Xếp theo tỷ lệ; chấm rỗng, đứng cuối: dưới {small} phiếu nên không xếp"
FUNNEL_FEW = "{block}: ít đơn vị ({units}), chưa đủ để nói đơn vị nào khác thường"
FUNNEL_NONE = "{block}: chưa đủ chắc chắn để nói đơn vị nào thấp hơn mặt bằng"
FUNNEL_SOME = "{block}: {units} thấp hơn mặt bằng một cách khác thường"
FUNNEL_DRAWN = (
    "Mỗi chấm một đơn vị, năm {year}. Nét chấm: dải {confidence} nếu chỉ do may rủi của số phiếu"
)
FUNNEL_WIDENED = "; nét liền: dải sau khi nới theo độ khác nhau giữa các đơn vị. Chỉ ghi tên đơn vị thấp hơn hẳn, sau khi kiểm soát nêu nhầm"
FUNNEL_HIDDEN = "; {units} dưới {fewest} phiếu không vẽ"
FUNNEL_EMPTY = (
    "{block}, năm {year}: chưa đơn vị nào đủ {fewest} phiếu để vẽ so sánh. Hãy chọn khối khác."
)
BLOCKS_TITLE = "Cộng phiếu theo khối, năm {year}"
POOLED_NOTE = "Tỷ lệ của khối và của mọi đơn vị là tổng phiếu hài lòng trên tổng phiếu, không phải bình quân các tỷ lệ; đơn vị nhiều phiếu có phần lớn hơn. “Rất hài lòng” tính trên phiếu của các đơn vị có ghi riêng."
COLLECTED = "Cách thu phiếu: {methods}. Khoảng tin cậy chỉ tính sai số do số phiếu ít; phiếu do chính đơn vị phát hoặc chọn người hỏi thì không công thức nào sửa được."
COLLECTED_UNKNOWN = "Cách thu phiếu chưa ghi trong kế hoạch. Khoảng tin cậy chỉ tính sai số do số phiếu ít; phiếu do chính đơn vị phát hoặc chọn người hỏi thì không công thức nào sửa được."
METHOD_TEXT, METHOD = "Khoảng tin cậy, hình phễu và cỡ mẫu:", "Phương pháp"

RATE, RATE_HELP = "Hài lòng", "Hài lòng trở lên, gồm cả rất hài lòng"
LINE, YEAR, UNIT, UNITS, BLOCK_NAME = "Đường", "Năm", "Đơn vị", "Số đơn vị", "Khối, cụm"
SATISFIED, FORMS, OF_FORMS = "Phiếu hài lòng", "Số phiếu", "Phiếu hài lòng/số phiếu"
VERY, VERY_OF, VERY_FORMS = "Rất hài lòng", "Phiếu có ghi riêng", "Rất hài lòng (phiếu)"
LOW, HIGH, SIZE, COLLECTING, SOURCE = "Từ", "Đến", "Cỡ mẫu", "Cách thu phiếu", "Nguồn"

speaks(__name__)
