"""Words of the proposals: grounds beside each unit, and what every proposal must say."""

from __future__ import annotations

DECIDES = (
    "Đây là đề xuất theo quy tắc của kế hoạch; hội đồng thi đua – khen thưởng xem xét, quyết định."
)
INSPECTOR_DECIDES = "Đây là đề xuất; hội đồng quyết định đơn vị được kiểm tra."
CLASS = "xếp loại {class_name} ({result})"
YEAR = "riêng năm {year}: {score}"
RANK = "hạng {rank} trong khối, cụm"
FIRST = "tập thể nhỏ hoặc trực tiếp phục vụ người dân ({staff})"
SATISFIED = "{forms} hài lòng"
NO_FLAG = "không bị nêu tên"
TIED = "bằng điểm ở chỉ tiêu cuối cùng, hội đồng chọn"
LOT = "bốc thăm trong {units}, số khởi tạo {seed}"
NAMED = "{number} nội dung nêu tên"
WATCHED = "{number} nội dung theo dõi"
MISSING = "chưa nộp báo cáo"
LAST_VISIT = "kiểm tra gần nhất năm {year}"
NO_VISIT = "chưa có lần kiểm tra nào trong số liệu"
HOW = {"risk": "dấu hiệu rủi ro", "lot": "bốc thăm"}
REWARDS_TITLE, INSPECTIONS_TITLE = "Đề xuất khen thưởng", "Đề xuất đơn vị kiểm tra"
NOBODY = "Không đơn vị nào đủ điều kiện đề xuất khen thưởng theo quy tắc của kế hoạch."
REWARDS_SAID = "Đề xuất khen thưởng {units} ở {blocks} khối, cụm. " + DECIDES
INSPECTIONS_SAID = (
    "Đề xuất kiểm tra {units}: {risky} theo dấu hiệu rủi ro, {lot} bốc thăm trong {left} còn lại (số khởi tạo {seed}; cùng số này thì bốc lại ra đúng các đơn vị ấy). "
    + INSPECTOR_DECIDES
)
