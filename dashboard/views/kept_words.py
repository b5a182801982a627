"""Words of the total over the criteria that stayed the same."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

NAME = "Tổng các tiêu chí giữ nguyên"
NAMED = "tổng các tiêu chí giữ nguyên {first}–{last} ({criteria} tiêu chí)"
CUT = "Không so được tổng điểm giữa tất cả các năm vì bộ tiêu chí thay đổi: {causes}. Phần so được là {kept}; xem ở trang Xu hướng, chỉ tiêu “{name}”."
ABOUT = "Đây là {kept}, gồm {names}; tính theo % điểm tối đa. Tổng này chỉ dùng để so giữa các năm: không thay tổng điểm, không có mốc, không xếp hạng và không nêu tên ai."
WENT = "Trên các tiêu chí ấy, đơn vị {change}: từ {before} ({first}) đến {now} ({last})."

speaks(__name__)
