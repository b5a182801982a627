"""What is wrong with a plan, in Vietnamese: one sentence a mistake, opened by the key it stands at."""

from __future__ import annotations

import re

from dashboard.writing.nouns import worded

SENTENCES = {
    "not_toml": "Tệp kế hoạch không đọc được theo định dạng TOML ở {place}: {detail}. Hãy sửa chỗ đó rồi nạp lại.",
    "not_text": "Tệp kế hoạch không phải chữ Unicode (UTF-8); hãy lưu lại tệp với mã UTF-8.",
    "endless": "Tệp kế hoạch có ngoặc lồng nhau quá sâu hoặc một con số quá dài, không phải một kế hoạch; hãy xem lại tệp.",
    "missing": "thiếu mục bắt buộc này.",
    "extra_forbidden": "không có mục nào tên như vậy; hãy kiểm tra chính tả hoặc bỏ đi.",
    "literal_error": "giá trị “{input}” không dùng được; chỉ nhận {expected}.",
    "string_too_short": "không được để trống.",
    "string_too_long": "“{input}” dài quá {max_length} chữ.",
    "too_short": "không được để trống.",
    "finite_number": "phải là một số có giá trị, không phải “{input}”.",
    "string_type": "phải là chữ đặt trong dấu nháy, không phải “{input}”.",
    "string_pattern_mismatch": "mã “{input}” chỉ được gồm chữ không dấu, số, dấu chấm, gạch nối, gạch dưới.",
    "bool_type": "phải là true hoặc false, không phải “{input}”.",
    "bool_parsing": "phải là true hoặc false, không phải “{input}”.",
    "greater_than": "giá trị {input} phải lớn hơn {gt}.",
    "greater_than_equal": "giá trị {input} phải từ {ge} trở lên.",
    "less_than": "giá trị {input} phải nhỏ hơn {lt}.",
    "less_than_equal": "giá trị {input} phải từ {le} trở xuống.",
    "award_name_twice": "tên “{name}” đã dùng cho mục {other}; mỗi tên chỉ được chỉ một danh hiệu, hình thức.",
    "more_than_nothing": "“trên” một tỷ lệ thì mục ấy phải có vote_share nhỏ hơn 1; hãy ghi vote_share (trên một nửa: 0.5) hoặc bỏ more_than.",
    "decrees_overlap": "hai nghị định cùng áp dụng cho năm {year}; hãy sửa first_year, last_year.",
    "form_not_for_collectives": "“{form}” chỉ dành cho cá nhân, hộ gia đình, không đề xuất cho tập thể được; hãy chọn hình thức khác.",
    "form_not_for_persons": "“{form}” không dành cho cá nhân nên individuals phải là 0.",
    "noun_not_words": "“{input}” phải là danh từ viết như giữa câu: chỉ gồm chữ, dấu cách và dấu phẩy, mở đầu bằng chữ thường (“tỉnh, thành phố”).",
    "nouns_alike": "“{input}” đã là tên gọi của một đơn vị (nouns.unit); hãy đặt tên khác cho khối.",
    "period_backwards": "năm cuối ({last}) đứng trước năm đầu ({first}).",
    "code_twice": "mã “{code}” dùng hai lần; mỗi mã chỉ được dùng một lần.",
    "code_taken": "mã “{code}” trùng với mã của nhóm tiêu chí hoặc với một trong các từ total, kept, score, satisfaction, report; hãy đặt mã khác.",
    "code_alike": "mã “{code}” chỉ khác mã “{other}” ở chữ hoa, chữ thường nên tệp số liệu không phân biệt được; hãy đặt mã khác.",
    "unknown_group": "không có nhóm tiêu chí nào mang mã “{code}”.",
    "unknown_kind": "không có loại đơn vị nào mang mã “{code}” trong mục kinds.",
    "unknown_class": "không có mức xếp loại nào mang mã “{code}”.",
    "unknown_milestone": "không có mốc nào mang mã “{code}”.",
    "quota_backwards": "số nhiều nhất ({last}) nhỏ hơn số ít nhất ({first}).",
    "unknown_survey": 'không có tiêu chí khảo sát (kind = "survey") nào mang mã “{code}”.',
    "unknown_limit": "không có tham số nào tên “{name}” trong mục limits.",
    "unknown_measure": "không có tiêu chí hay nhóm nào mang mã “{code}” để đặt mốc; dùng “total” cho tổng điểm.",
    "year_outside": "năm {year} nằm ngoài giai đoạn {first}–{last}.",
    "no_weight": "không tiêu chí nào có trọng số lớn hơn 0 nên không tính được tổng điểm.",
    "points_need_max": "tiêu chí chấm điểm phải có điểm tối đa (max).",
    "max_only_points": 'chỉ tiêu chí chấm điểm (kind = "points") mới có điểm tối đa.',
    "number_needs_range": "tiêu chí dạng số phải có mức khởi điểm (floor) và mức đích (goal) khác nhau.",
    "range_only_number": 'chỉ tiêu chí dạng số (kind = "number") mới có floor và goal.',
    "direction_against_goal": "chiều tốt (direction) trái với mức khởi điểm và mức đích.",
    "very_only_survey": 'chỉ tiêu chí khảo sát (kind = "survey") mới có very_included.',
    "valid_backwards": "năm hết hiệu lực đứng trước năm bắt đầu.",
    "milestones_unordered": "các mốc phải xếp theo năm tăng dần, mỗi năm một mốc.",
    "target_needs_measure": "mỗi mốc cần đúng một trong hai: measure (chỉ tiêu) hoặc audience (đối tượng).",
    "rate_target_outside": "mốc {value} của “{measure}” phải viết theo phần, từ 0 đến 1 (90 % viết là 0.90).",
    "score_target_outside": "mốc {value} của “{measure}” phải viết theo thang điểm từ 0 đến {top} (chỉ cao hơn {top} khi có tiêu chí thưởng).",
    "score_target_as_rate": "mốc {value} của “{measure}” phải viết theo thang điểm từ 0 đến {top} (60 điểm viết là 60, không phải 0.6).",
    "total_max_needed": "tổng điểm tối đa không phải năm nào, loại đơn vị nào cũng như nhau ({worth}); hãy ghi max, mọi tổng điểm sẽ quy về thang ấy.",
    "total_max_of_percent": 'chỉ dùng khi tổng điểm ghi theo thang của kế hoạch (shown = "points").',
    "target_twice": "“{measure}” có hai mốc cho cùng một loại đơn vị; hãy giữ một.",
    "class_outside": "ngưỡng {value} phải viết theo thang điểm từ 0 đến {top}.",
    "milestone_due_before_year": "ngày {due} đứng trước năm {year} của mốc.",
    "deadline_twice": "năm {year} có hai hạn nộp cùng một loại báo cáo cho cùng một loại đơn vị; hãy giữ một.",
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

_TOML = {
    "Cannot overwrite a value": "mục này đã có ở trên",
    "Cannot declare": "mục này đã có ở trên",
    "Invalid date or datetime": "ngày không có thật",
    "Expected '=' after a key": "sau tên mục phải có dấu bằng",
    "Invalid initial character for a key part": "ở đây phải là tên một mục (trong ngoặc nhọn không được xuống dòng giữa các mục)",
    "Invalid value": "giá trị viết chưa đúng (chữ phải đặt trong dấu nháy)",
    "Expected newline or end of document": "thừa chữ sau giá trị",
    "Unclosed array": "danh sách chưa đóng ngoặc vuông",
    "Unclosed inline table": "bảng chưa đóng ngoặc nhọn",
    "Unterminated string": "chữ chưa đóng dấu nháy",
    "Illegal character": "có ký tự không dùng được (thường là xuống dòng khi chưa đóng dấu nháy)",
}
_PLACE = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")

_FAMILIES = {
    "int": "number",
    "float": "number",
    "date": "date",
    "list": "list",
    "tuple": "list",
    "model": "table",
    "dict": "table",
}


def plan_sentence(key: str, code: str, fields: dict) -> str:
    """The sentence for a mistake; codes are our own or pydantic's error types."""
    known = code if code in SENTENCES else _FAMILIES.get(code.split("_")[0], "unusable")
    sentence = worded(SENTENCES)[known].format(
        **{name: _plain(value) for name, value in fields.items()}
    )
    return f"{key}: {sentence}" if key else sentence


def toml_sentence(message: str) -> str:
    """The sentence for text that is no TOML, from what the reader of TOML says of it."""
    found = _PLACE.search(message)
    place = (
        f"dòng {found['line']}, cột {found['column']}" if found and found["line"] else "cuối tệp"
    )
    said = message[: found.start()] if found else message
    return worded(SENTENCES)["not_toml"].format(
        place=place,
        detail=next(
            (words for opening, words in _TOML.items() if said.startswith(opening)), f"“{said}”"
        ),
    )


def _plain(value: object) -> object:
    """A whole number without “.0”."""
    return int(value) if isinstance(value, float) and value.is_integer() else value
