"""Words of what a change would do."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

YEAR = "Năm {year}: {changed} trong {units} đổi ({aspects}){largest}."
LARGEST = "; lớn nhất: {name}, {change}"
UNCHANGED_YEAR = "Năm {years}: không đơn vị nào đổi."
UNCHANGED_YEARS = "Các năm {years}: không đơn vị nào đổi."
NOTHING = "Không năm nào có đơn vị đổi điểm, hạng, trạng thái, xếp loại, khối, hạn báo cáo, cảnh báo hay đề nghị."
LEAVE, ENTER = "{units} ra khỏi đánh giá: {names}", "{units} vào đánh giá: {names}"
MORE = "và {units} nữa"
EDITION = "Năm {year} có ấn bản số {number} “{name}” {state}: ấn bản giữ nguyên số đã chốt. Muốn giấy tờ và người đọc theo số mới thì chốt ấn bản mới ở trang Cuộc họp, rồi công bố."
STATES = {"sealed": "đã chốt", "published": "đã công bố"}
ASPECTS = {
    "score": "đổi điểm",
    "rank": "đổi hạng",
    "status": "đổi trạng thái so với mốc",
    "satisfaction_status": "đổi trạng thái hài lòng",
    "class_name": "đổi mức xếp loại",
    "block": "đổi khối, cụm",
    "reports": "đổi báo cáo phải nộp",
    "flags": "đổi cảnh báo",
    "proposals": "đổi đề nghị khen thưởng, kiểm tra",
}
EFFECTS = {"leaves": "ra khỏi đánh giá", "enters": "vào đánh giá", "changes": ""}
TABLE = "Từng đơn vị đổi gì nếu lưu, thay đổi lớn nhất trước"
YEAR_COLUMN, UNIT, EFFECT, SCORE_BEFORE, SCORE_AFTER = (
    "Năm",
    "Đơn vị",
    "Đánh giá",
    "Điểm trước",
    "Điểm sau",
)
COLUMNS = {
    "rank": "Hạng",
    "status": "Trạng thái",
    "satisfaction_status": "Hài lòng",
    "class_name": "Xếp loại",
    "block": "Khối, cụm",
    "reports": "Báo cáo",
    "flags": "Cảnh báo",
    "proposals": "Đề nghị",
}
FROM_TO, GONE, COME = "{old} → {new}", "bỏ {what}", "thêm {what}"
REPORT = "báo cáo {kind} hạn {due}, {state}"
REPORT_KINDS = {"annual": "năm", "review": "sơ kết", "final": "tổng kết"}
REPORT_STATES = {
    "on_time": "đúng hạn",
    "late": "nộp muộn",
    "missing": "chưa nộp",
    "pending": "chưa đến hạn",
    "not_due": "không phải nộp",
}
FLAG = "{level}: {rule}, {indicator}"
SELF_NOTED = "ghi chú “{rule}”"
INSPECTION = "kiểm tra"
WORKING = "Đang tính thử cho mọi năm của kế hoạch …"
LOOK_AGAIN = "Kho đã thay đổi từ lúc bạn xem; ảnh hưởng vừa được tính lại ở trên, hãy xem rồi bấm lưu lần nữa."

speaks(__name__)
