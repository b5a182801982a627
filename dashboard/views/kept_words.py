"""Words of the total over the criteria that stayed the same."""

from __future__ import annotations

NAME = "Tổng các tiêu chí giữ nguyên"
NAMED = "tổng các tiêu chí giữ nguyên {first}–{last} ({criteria} tiêu chí)"
CUT = "Tổng điểm không so được qua mọi năm vì bộ tiêu chí thay đổi: {causes}. So được là {kept}; xem ở trang Xu hướng, chỉ tiêu “{name}”."
ABOUT = "Đây là {kept}, tính bằng phần đạt được của điểm tối đa: {names}. Tổng này chỉ để so các năm với nhau; không thay tổng điểm, không có mốc, không vào hạng và không nêu tên ai."
WENT = "Trên các tiêu chí ấy, đơn vị {change}: từ {before} ({first}) đến {now} ({last})."
