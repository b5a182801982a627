"""The sentence of every flag. Numbers come formatted; names and quotes as they are stored."""

from __future__ import annotations

RULES = {
    "below_target": "Dưới mốc",
    "target": "Dưới mốc, đã kiểm chứng",
    "falling": "Xu hướng giảm",
    "peers": "Thấp hơn hẳn cụm, khối",
    "funnel": "Khác thường so với mặt bằng",
    "staff_share": "Tỷ lệ cán bộ đạt",
    "missing_report": "Chưa nộp báo cáo",
    "late_report": "Nộp báo cáo muộn",
    "limitation": "Đơn vị tự nêu tồn tại",
}

LEVELS = {"named": "nêu tên", "watch": "theo dõi", "fact": "sự việc", "info": "thông tin"}

SENTENCES = {
    "below_score": "{unit}: điểm {year} là {value}, thấp hơn mốc {target} ({milestone}) là {gap} điểm.",
    "below_survey": "{unit}: {x}/{n} người được hỏi hài lòng ({rate}), dưới mốc {target} ({milestone}); khoảng tin cậy {low}–{high}.",
    "below_survey_few": "{unit}: {x}/{n} phiếu hài lòng, dưới mốc {target} ({milestone}); quá ít phiếu để tính tỷ lệ.",
    "below_rate": "{unit}: {criterion} năm {year} đạt {x}/{n} ({rate}), dưới mốc {target} ({milestone}).",
    "below_points": "{unit}: {criterion} năm {year} đạt {value} % điểm tối đa, dưới mốc {target} % ({milestone}).",
    "target_score_named": "{unit}: điểm {year} là {value}, thấp hơn mốc {target} là {gap} điểm, và số liệu {years} năm {first}–{last} cho thấy mức thấp này không phải do dao động ngẫu nhiên.",
    "target_score_watch": "{unit}: điểm {year} là {value}, chưa đạt mốc {target} (thiếu {gap} điểm), nhưng chênh lệch còn trong mức dao động thường thấy nên chưa đủ chắc chắn để kết luận.",
    "target_survey_named": "{unit}: {x}/{n} người được hỏi hài lòng ({rate}, khoảng tin cậy {low}–{high}), dưới mốc {target}, và tính cả {years} năm khảo sát thì vẫn thấp hơn mốc một cách chắc chắn.",
    "target_survey_watch": "{unit}: {x}/{n} người được hỏi hài lòng ({rate}), dưới mốc {target} nhưng số phiếu chưa đủ để loại trừ may rủi (khoảng tin cậy {low}–{high}); chưa đủ chắc chắn để kết luận.",
    "staff_share": "{unit}: {x}/{n} người đạt nhóm tiêu chí {criterion} ({rate}), cần thêm {needed} người nữa để đạt mốc {target}.",
    "falling_score": "{unit}: điểm giảm khoảng {fall} điểm từ {first} đến {last}, giảm ở {down}/{pairs} cặp năm, vượt quá dao động thường thấy{beside}.",
    "falling_survey": "{unit}: tỷ lệ hài lòng giảm từ {rate_first} ({first}) xuống {rate_last} ({last}), mức giảm lớn hơn hẳn dao động giữa các lần khảo sát.",
    "peers": "{unit}: điểm {value}, thấp hơn {gap} điểm so với mức giữa ({median}) của {units} đơn vị cùng {block}, cách biệt vượt xa mức chênh thường thấy.",
    "funnel": "{unit}: tỷ lệ hài lòng {rate} nằm dưới dải dao động bình thường của các đơn vị có số phiếu tương đương ({low}–{high}).",
    "missing_report": "{unit}: đến ngày {as_of} chưa có {report} (hạn {due}).",
    "late_report": "{unit}: nộp {report} ngày {submitted}, chậm {days} ngày so với hạn {due}.",
    "limitation": "{unit} tự nêu trong báo cáo {year}{place}: “{quote}”.",
}

BLOCK_BESIDE = " (mặt bằng cùng khối: {change})"
PROVISIONAL = " Điểm tự chấm, chưa thẩm định."


def flag_sentence(code: str, **fields: object) -> str:
    """The sentence of a flag."""
    return SENTENCES[code].format(**fields)
