"""Words of what readers have before and after an edition is published or withdrawn."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

SEAL_FIRST = "Chốt số liệu hiện nay của năm {year} ({units} được đánh giá) thành một ấn bản mới, rồi công bố ấn bản đó."
DEEDS = {
    "published": "Công bố ấn bản số {number} “{name}” của năm {year}, số liệu đến ngày {as_of}.",
    "withdrawn": "Rút lại ấn bản số {number} “{name}” của năm {year}.",
}
NOTHING_LEFT = "Đại biểu và đơn vị sẽ không đọc được số liệu năm {year} nữa."
FIRST_READ = "Đại biểu và đơn vị hiện chưa đọc được năm {year}; họ sẽ thấy số liệu của {units}."
INSTEAD = "Người đọc đang thấy ấn bản số {number} “{name}”, sẽ thấy {then} thay vào. Khác với số họ đang đọc:"
STILL = "Người đọc vẫn thấy ấn bản số {number}."
THE_NEW, NUMBERED = "ấn bản mới", "ấn bản số {number}"
GROUND_MISSING = (
    "Hãy ghi kỳ họp, căn cứ hoặc lý do: công bố và rút lại đều được giữ cùng lý do của nó."
)

speaks(__name__)
