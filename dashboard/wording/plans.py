"""What is wrong with a plan, in Vietnamese: one sentence a mistake, opened by the key it stands at."""
from __future__ import annotations

SENTENCES = {
    "not_toml": "Tệp kế hoạch không đọc được theo định dạng TOML ({detail}); hãy sửa đúng dòng đó rồi nạp lại.",
    "missing": "thiếu mục bắt buộc này.",
    "extra_forbidden": "không có mục nào tên như vậy; hãy kiểm tra chính tả hoặc bỏ đi.",
    "literal_error": "giá trị “{input}” không dùng được; chỉ nhận {expected}.",
    "string_too_short": "không được để trống.",
    "string_type": "phải là chữ đặt trong dấu nháy, không phải “{input}”.",
    "string_pattern_mismatch": "mã “{input}” chỉ được gồm chữ không dấu, số, dấu chấm, gạch nối, gạch dưới.",
    "bool_type": "phải là true hoặc false, không phải “{input}”.",
    "bool_parsing": "phải là true hoặc false, không phải “{input}”.",
    "greater_than": "giá trị {input} phải lớn hơn {gt}.",
    "greater_than_equal": "giá trị {input} phải từ {ge} trở lên.",
    "less_than": "giá trị {input} phải nhỏ hơn {lt}.",
    "less_than_equal": "giá trị {input} phải từ {le} trở xuống.",
    "period_backwards": "năm cuối ({last}) đứng trước năm đầu ({first}).",
    "code_twice": "mã “{code}” dùng hai lần; mỗi mã chỉ được dùng một lần.",
    "code_taken": "mã “{code}” trùng với mã của nhóm tiêu chí hoặc từ “total”; hãy đặt mã khác.",
    "unknown_group": "không có nhóm tiêu chí nào mang mã “{code}”.",
    "unknown_kind": "không có loại đơn vị nào mang mã “{code}” trong mục kinds.",
    "unknown_class": "không có mức xếp loại nào mang mã “{code}”.",
    "unknown_milestone": "không có mốc nào mang mã “{code}”.",
    "quota_backwards": "số nhiều nhất ({last}) nhỏ hơn số ít nhất ({first}).",
    "unknown_survey": "không có tiêu chí khảo sát (kind = \"survey\") nào mang mã “{code}”.",
    "unknown_limit": "không có tham số nào tên “{name}” trong mục limits.",
    "unknown_measure": "không có tiêu chí hay nhóm nào mang mã “{code}” để đặt mốc; dùng “total” cho tổng điểm.",
    "year_outside": "năm {year} nằm ngoài giai đoạn {first}–{last}.",
    "no_weight": "không tiêu chí nào có trọng số lớn hơn 0 nên không tính được tổng điểm.",
    "points_need_max": "tiêu chí chấm điểm phải có điểm tối đa (max).",
    "max_only_points": "chỉ tiêu chí chấm điểm (kind = \"points\") mới có điểm tối đa.",
    "number_needs_range": "tiêu chí dạng số phải có mức khởi điểm (floor) và mức đích (goal) khác nhau.",
    "range_only_number": "chỉ tiêu chí dạng số (kind = \"number\") mới có floor và goal.",
    "direction_against_goal": "chiều tốt (direction) trái với mức khởi điểm và mức đích.",
    "valid_backwards": "năm hết hiệu lực đứng trước năm bắt đầu.",
    "milestones_unordered": "các mốc phải xếp theo năm tăng dần, mỗi năm một mốc.",
    "target_needs_measure": "mỗi mốc cần đúng một trong hai: measure (chỉ tiêu) hoặc audience (đối tượng).",
    "rate_target_outside": "mốc {value} của “{measure}” phải viết theo phần, từ 0 đến 1 (90 % viết là 0.90).",
    "score_target_outside": "mốc {value} của “{measure}” không được âm.",
    "class_cut_twice": "hai mức xếp loại cùng lấy ngưỡng {value}.",
    "due_before_year": "hạn nộp {due} đứng trước năm báo cáo.",
    "z_order": "ngưỡng cách biệt xa phải nhỏ hơn hoặc bằng ngưỡng theo dõi.",
    "sample_order": "cỡ mẫu nhỏ phải từ số phiếu tối thiểu trở lên.",
    "number": "phải là số, không phải “{input}”.",
    "date": "phải là ngày viết như 2022-12-31, không phải “{input}”.",
    "list": "phải là danh sách, không phải “{input}”.",
    "table": "phải là một bảng gồm các mục con, không phải “{input}”.",
    "unusable": "giá trị “{input}” không dùng được.",
}

_FAMILIES = {"int": "number", "float": "number", "date": "date", "list": "list", "tuple": "list", "model": "table", "dict": "table"}


def plan_sentence(key: str, code: str, fields: dict) -> str:
    """The sentence for a mistake; codes are our own or pydantic's error types."""
    known = code if code in SENTENCES else _FAMILIES.get(code.split("_")[0], "unusable")
    sentence = SENTENCES[known].format(**fields)
    return f"{key}: {sentence}" if key else sentence
