"""Words of what must be there before figures are sealed: each check's title, what is missing, what it says where nothing is."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

TITLES = {
    "reports": "Báo cáo năm",
    "no_score": "Kết quả của năm",
    "incomplete": "Đủ tiêu chí",
    "self_scored": "Thẩm định",
    "unclear": "Số liệu rõ ràng",
    "suspicious": "Số liệu đáng ngờ",
    "heads": "Người đứng đầu",
    "awards": "Khen thưởng đúng luật",
    "plan": "Kế hoạch",
    "conclusions": "Kết luận kỳ họp trước",
}
MISSING = {
    "reports": "{count} chưa nộp báo cáo năm {year}",
    "no_score": "{count} chưa có kết quả năm {year}",
    "incomplete": "{count} còn thiếu tiêu chí",
    "self_scored": "{count} chưa thẩm định xong",
    "unclear": "{count} có số chỉ là cận hoặc ước chừng",
    "suspicious": "{count} cần xem lại",
    "heads": "{count} chưa ghi người đứng đầu năm {year}",
    "awards": "{count} trái luật hoặc mới là đề nghị",
    "plan": "{count} chưa có trong kế hoạch",
    "conclusions": "{count} đã quá hạn mà chưa xong",
}
COUNTED = {
    "awards": "dòng khen thưởng",
    "suspicious": "điều",
    "plan": "mục",
    "conclusions": "kết luận",
}
UNITS = "đơn vị"
CLEAR = {
    "reports": "mọi đơn vị phải báo cáo đã nộp",
    "no_score": "mọi đơn vị đều có kết quả",
    "incomplete": "không đơn vị nào thiếu tiêu chí",
    "self_scored": "mọi đơn vị đã được thẩm định",
    "unclear": "mọi số liệu đều là số chính xác",
    "suspicious": "không có gì phải xem lại",
    "heads": "mọi đơn vị đã ghi người đứng đầu",
    "awards": "không dòng khen thưởng nào trái luật",
    "plan": "đủ mục tiêu, xếp loại, quy tắc khen thưởng, cơ quan ban hành",
    "conclusions": "không có kết luận quá hạn",
}
AWARD = "{unit}, năm {year}: {why}"
ONLY_PROPOSED = "“{form}” mới là đề nghị, chưa phải khen thưởng."
PLAN_PARTS = {
    "targets": "Chỉ tiêu tổng điểm của mốc",
    "classes": "Các mức xếp loại",
    "rewards": "Quy tắc đề xuất khen thưởng ([rewards])",
    "issuer": "Cơ quan ban hành báo cáo ([issuer])",
    "decree": "Số nghị định về khen thưởng áp dụng cho năm họp ([award_law])",
}
OVERDUE = "{what} (hạn {due})"
STATES = {"done": "đủ", "waived": "bỏ qua, có lý do", "open": "chưa đủ"}
READY = "Đủ điều kiện chốt: {done} mục đủ"
READY_WAIVED = "{ready}, {waived} mục bỏ qua có lý do"
NOT_READY = "Còn {open} mục chưa đủ trong {all}: {titles}"

speaks(__name__)
