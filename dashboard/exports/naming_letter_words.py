"""Words of the letters that tell units what is meant to be named of them before a meeting, and ask for their reply."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

SUBJECT = "đề nghị giải trình trước khi nêu tên về {movement}"
BEGIN = "Thực hiện {plan}, {body} đã tổng hợp kết quả năm {year} của các cơ quan, đơn vị ({figures}, tính đến {as_of})."
TOLD = "Theo số liệu đã thẩm định, {unit} có {count} dự kiến nêu tên tại hội nghị, như sau:"
TERMS = "Các từ dùng ở trên được hiểu như sau:"
COUNTED = "nội dung"
ASKED = "Đề nghị quý cơ quan xem lại số liệu, nguyên nhân và gửi văn bản giải trình về {body} chậm nhất {until}; nếu số liệu chưa đúng, gửi kèm tài liệu chứng minh để thẩm định lại."
THEN = "Giải trình của quý cơ quan được trình cùng nội dung nêu trên. Hết thời hạn mà không có giải trình, nội dung được trình như đã nêu; cho đến khi công bố, chỉ {body} và quý cơ quan biết nội dung này."
THANKS = "{body} trân trọng cảm ơn sự phối hợp của quý cơ quan."
OF_LIVE, OF_EDITION = "số liệu chưa chốt", "bản chốt số {number} “{name}”"
FILE = "cong-van-giai-trinh"

# Trên màn hình
TITLE = "Công văn đề nghị giải trình"
SAID = "Một công văn Word cho mỗi đơn vị chưa báo hoặc còn thời gian giải trình ({units}): các câu dự kiến nêu tên và hạn giải trình; đơn vị chưa báo thì hạn tính từ hôm nay ({until}). Tải công văn chưa ghi gì: gửi rồi thì ghi “đã báo” ở trên."
BUTTON = "Tải công văn của {units}"

speaks(__name__)
