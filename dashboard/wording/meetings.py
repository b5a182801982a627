"""Words of seals, packs and the page Cuộc họp."""
from __future__ import annotations

NO_MILESTONE = "Kế hoạch không có mốc nào mang mã “{code}” (có: {known})."
NOBODY = "Năm {year} chưa có đơn vị nào được đánh giá; hãy nhập danh sách đơn vị và kết quả trước khi chốt số liệu hay lập hồ sơ họp."
