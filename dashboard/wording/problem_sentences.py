"""What is wrong with a file, in Vietnamese: what, where (tệp, trang tính, ô), and what to do. Codes are those of the intake."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.plan import Plan
from dashboard.wording import boundary_sentences, claim_sentences
from dashboard.wording.store_sentences import STORE_SENTENCES
from dashboard.writing import formats
from dashboard.writing.nouns import worded

SENTENCES: dict[str, str] = {
    "file_empty": "tệp không có nội dung; hãy xin đơn vị gửi lại.",
    "file_too_large": "tệp nặng {size} MB, quá mức {limit} MB; hãy tách thành nhiều tệp.",
    "format_unsupported": "không nhận loại tệp này ({kind}); {way}.",
    "not_a_workbook": "bên trong tệp không phải bảng tính Excel ({kind}); {way}.",
    "workbook_encrypted": "tệp có mật khẩu nên không mở được; hãy mở bằng Excel, vào Tệp, Thông tin, Bảo vệ sổ làm việc, xóa mật khẩu rồi gửi lại.",
    "workbook_broken": "tệp Excel bị hỏng ({reason}); hãy mở và lưu lại bằng Excel.",
    "workbook_unsafe": "tệp có cấu trúc không an toàn ({reason}) nên không được đọc; hãy chép số liệu sang tệp mới.",
    "workbook_too_slow": "đọc quá {seconds} giây chưa xong; hãy xóa các dòng, cột thừa rồi gửi lại.",
    "sheet_too_large": "trang tính rộng {rows} dòng × {columns} cột, có ô thừa rất xa; hãy xóa các dòng, cột trống ở cuối.",
    "macros_ignored": "tệp có macro; macro không được chạy, chỉ đọc số liệu.",
    "external_links": "tệp có liên kết tới tệp khác; chỉ đọc giá trị đã lưu trong tệp này.",
    "encoding_unknown": "không nhận ra bảng mã chữ; hãy lưu lại dạng CSV UTF-8.",
    "encoding_legacy": "chữ viết bằng bảng mã cũ {encoding} (thấy “{text}”); hãy chuyển sang Unicode (ví dụ bằng Unikey) rồi gửi lại.",
    "encoding_misread": "chữ đã hỏng vì tệp UTF-8 bị mở nhầm bảng mã rồi lưu lại (thấy “{text}”); hãy mở lại tệp gốc, chọn bảng mã UTF-8 (trong Excel: Dữ liệu, Từ văn bản), rồi gửi tệp đó.",
    "encoding_converted": "tệp dùng bảng mã {encoding}; đã chuyển sang Unicode.",
    "extension_differs": "đuôi tệp là {extension} nhưng nội dung là {kind}; đã đọc theo nội dung.",
    "nothing_recognised": "không thấy bảng số liệu nào nhận ra được trong các trang: {sheets}; hãy dùng biểu mẫu, sửa dòng tiêu đề cột, hoặc chỉ cách đọc trên trang Nhập số liệu.",
    "sheet_unrecognised": "trang tính này không phải bảng số liệu nhận ra được (dòng đầu: {headers}); đã bỏ qua.",
    "sheet_hidden": "trang tính đang ẩn nên không được đọc; nếu cần, hãy bỏ ẩn rồi gửi lại.",
    "column_unknown": "không rõ cột “{header}” là gì{near}; hãy sửa tên cột, hoặc chỉ cách đọc trên trang Nhập số liệu.",
    "column_part_of_year": "cột “{header}” chia số liệu theo từng phần của năm, còn kết quả ở đây là của cả năm; hãy cộng thành số cả năm rồi bỏ cột này.",
    "column_repeated": "cột “{header}” lặp lại (đã có ở {first}); hãy bỏ một cột.",
    "row_too_long": "{rows} dòng có nhiều ô hơn dòng tiêu đề; hãy kiểm tra dấu phân cách.",
    "duplicate_row": "dòng này giống hệt dòng ở {first}; chỉ tính một lần.",
    "duplicate_key": "{key} xuất hiện hai lần với giá trị khác nhau (lần đầu ở {first}); hãy giữ một.",
    "code_ignored": "mã “{text}” không có trong kế hoạch, nhưng tên “{name}” thì có; đã lấy theo tên ({meant}).",
    "column_ignored": "cột “{header}” không dùng tới; đã bỏ qua.",
    "text_malformed": "dòng {line} viết sai cách của tệp CSV (thiếu hoặc thừa dấu nháy); hãy lưu lại bằng Excel.",
    "required_missing": "thiếu “{column}”; hãy điền.",
    "year_missing": "không rõ số liệu của năm nào ({rows} ô); hãy thêm cột Năm hoặc ghi năm ở tên trang tính.",
    "year_unreadable": "“{text}” không phải năm; hãy ghi bốn chữ số.",
    "year_outside_plan": "năm {year} nằm ngoài giai đoạn {first_year}–{last_year} của kế hoạch; hãy sửa năm, hoặc bỏ các dòng của năm đó.",
    "unit_missing": "không rõ số liệu của đơn vị nào ({rows} ô); hãy điền mã hoặc tên đơn vị.",
    "part_of_unit": "“{text}”: chỉ một phần của đơn vị được nhập nên không ghi thành sáp nhập cả đơn vị; hãy tách dòng này, hoặc ghi ở trang Đơn vị bằng “chia, tách”.",
    "own_predecessor": "đơn vị {unit} không thể là tiền thân của chính mình; đơn vị đổi tên thì giữ mã, đơn vị mới thì mang mã mới.",
    "unit_unknown": "không có đơn vị “{text}” trong danh sách{near}; hãy sửa tên hoặc thêm đơn vị.",
    "unit_ambiguous": "“{text}” có thể là nhiều đơn vị{near}; hãy ghi mã đơn vị.",
    "unit_passed_over": "“{text}” đã được xác nhận không phải đơn vị nào; bỏ qua {rows} ô.",
    "unit_mismatch": "mã {unit} là của {name}, không phải “{text}”; hãy sửa mã hoặc tên.",
    "life_backwards": "{unit} kết thúc ngày {last}, trước ngày bắt đầu {first}; hãy sửa ngày.",
    "lives_overlap": "{before} (ngày kết thúc: {last}) và đơn vị kế thừa {after} (ngày bắt đầu: {first}) cùng hoạt động một lúc nên số liệu bị tính hai lần; hãy ghi ngày kết thúc của đơn vị cũ, trước ngày bắt đầu của đơn vị mới, hoặc nhập tệp này ở trang Đơn vị, nơi ngày kết thúc được ghi giúp.",
    "block_dead": "Khối “{block}” không còn đơn vị nào hoạt động trong năm {year} mà lại xếp {unit} vào; đúng là như vậy thì xác nhận, không thì ghi khối khác ({blocks}) hoặc đặt tên khối mới.",
    "block_of_other_kind": "Khối “{block}” gồm đơn vị loại khác (như {others}), còn {unit} cùng loại với các đơn vị ở {blocks} (năm {year}); đúng là xếp như vậy thì xác nhận, không thì sửa khối hoặc loại.",
    "succeeded_twice": "{unit} đã được sắp xếp một lần (thành {first}), tệp lại đưa thành {second}: mỗi đơn vị chỉ kết thúc một lần, nếu không phiếu của nó bị đếm hai lần; hãy bỏ dòng này hoặc hoàn tác lần trước ở trang Đơn vị.",
    "unit_not_alive": "đơn vị {unit} không tồn tại trong năm {year}{life}; hãy kiểm tra năm hoặc dùng đơn vị kế thừa.",
    "criterion_missing": "không rõ tiêu chí nào ({rows} ô); hãy điền mã tiêu chí.",
    "criterion_unknown": "không có tiêu chí “{text}” trong kế hoạch{near}; hãy sửa mã hoặc tên.",
    "criterion_ambiguous": "“{text}” có thể là nhiều tiêu chí{near}; hãy ghi mã tiêu chí.",
    "criterion_not_valid": "tiêu chí {criterion} không áp dụng cho năm {year}; hãy bỏ hoặc sửa năm.",
    "criterion_not_for_kind": "tiêu chí {criterion} không dành cho loại đơn vị này; số liệu được lưu nhưng không vào điểm.",
    "kind_unknown": "không có loại đơn vị “{text}”; chỉ nhận: {known}.",
    "award_not_for_collectives": "“{form}” theo luật chỉ dành cho cá nhân, hộ gia đình mà ở đây ghi {number} tập thể; hãy chuyển sang cột cá nhân hoặc sửa hình thức.",
    "award_not_for_persons": "“{form}” theo luật chỉ dành cho tập thể mà ở đây ghi {number} cá nhân; hãy chuyển sang cột tập thể hoặc sửa hình thức.",
    "award_only_proposed": "“{form}” mới là đề nghị, chưa phải khen thưởng ({rows} dòng); xác nhận thì các dòng này không được tính, đã có quyết định thì hãy bỏ chữ đề nghị.",
    "word_unknown": "“{text}” không dùng được ở cột {column}; chỉ nhận: {known}.",
    "number_unreadable": "“{text}” không phải số; hãy ghi một con số, để trống nếu chưa có, hoặc ghi “không áp dụng”.",
    "number_undecidable": "“{text}” có thể là {decimal} hoặc {thousands}; hãy ghi lại cho rõ.",
    "number_is_delta": "“{text}” là mức tăng giảm, không phải giá trị; hãy ghi giá trị đạt được.",
    "number_is_date": "ô chứa ngày tháng ({text}) thay vì số; hãy kiểm tra định dạng ô.",
    "cell_error": "ô báo lỗi công thức ({shown}); coi như chưa có số liệu.",
    "formula_without_value": "ô có công thức nhưng chưa tính ra giá trị; hãy mở bằng Excel, lưu lại.",
    "text_too_long": "chữ bắt đầu bằng “{begin}” dài {length} ký tự, quá {longest} ký tự; hãy rút gọn.",
    "text_turning": "“{text}” có ký tự ẩn {sign} làm chữ hiện ra khác với chữ được lưu; hãy xóa ô và gõ lại.",
    "value_negative": "{criterion}: giá trị {value} âm; hãy sửa.",
    "value_above_max": "{criterion}: {value} điểm, vượt điểm tối đa {max}; hãy sửa.",
    "value_above_total": "{criterion}: {value} nhiều hơn tổng số {out_of}; hãy sửa một trong hai.",
    "value_above_staff": "{criterion}: {value} người, nhiều hơn số người của đơn vị ({staff}); hãy sửa.",
    "total_above_staff": "{criterion}: tổng số {out_of} nhiều hơn số người đã đăng ký của đơn vị ({staff}); hãy kiểm tra.",
    "very_above_value": "{criterion}: số rất hài lòng ({very}) nhiều hơn số hài lòng ({value}); hãy sửa.",
    "very_and_value_above_total": "{criterion}: rất hài lòng ({very}) cộng hài lòng ({value}) nhiều hơn số phiếu ({out_of}); hãy sửa.",
    "count_not_whole": "cột {column} phải là số nguyên không âm, không phải {value}.",
    "max_differs": "{criterion}: điểm tối đa ghi {max}, kế hoạch là {plan_max}; hãy sửa cho khớp với kế hoạch, điểm trên thang khác không đổi được.",
    "share_needs_counts": "{criterion}: chỉ có tỷ lệ “{text}”; hãy ghi số đạt và tổng số, phần mềm không tự suy ra số người.",
    "out_of_missing": "{criterion}: có số đạt {value} nhưng thiếu tổng số; hãy điền tổng số.",
    "coding_undeclared": "{criterion}: có {very} phiếu rất hài lòng nhưng chưa rõ số này nằm trong hay ngoài số hài lòng; hãy ghi rõ.",
    "levels_apart": "{criterion}: số phiếu theo từng mức ở {rows} dòng; “hài lòng” không gồm “rất hài lòng”, nên số hài lòng trở lên là hai mức cộng lại.",
    "levels_inside": "{criterion}: số phiếu theo từng mức ở {rows} dòng; cột “hài lòng” được đọc là từ hài lòng trở lên, đã gồm “rất hài lòng” nếu có.",
    "levels_blank": "{criterion}: {rows} dòng có mức để trống; đã coi là 0 phiếu vì các mức còn lại cộng đúng bằng tổng số phiếu.",
    "levels_total_added": "{criterion}: {rows} dòng không ghi tổng số phiếu; tổng số là các mức cộng lại.",
    "levels_added": "{criterion}: số phiếu theo lĩnh vực, thủ tục đã được cộng lại cho cả đơn vị ({results} kết quả).",
    "levels_part_is_sum": "{unit}: dòng “{text}” đúng bằng các dòng khác của đơn vị cộng lại; nếu đây là dòng cộng, hãy bỏ dòng này rồi nhập lại.",
    "levels_part_unclear": "{unit}: đơn vị có nhiều dòng, mà dòng này để trống hoặc lặp lại lĩnh vực, thủ tục “{text}”; hãy bỏ dòng nếu là dòng cộng, hoặc ghi rõ lĩnh vực, thủ tục.",
    "levels_do_not_add": "{criterion}: các mức cộng lại được {apart} phiếu ({inside} nếu “hài lòng” đã gồm “rất hài lòng”), khác tổng số phiếu {out_of}; hãy sửa số sai.",
    "levels_way_unclear": "{criterion}: không có tổng số phiếu nên không rõ “hài lòng” ({value}) đã gồm “rất hài lòng” ({very}) hay chưa; hãy thêm cột Tổng số phiếu.",
    "levels_two_ways": "{criterion}: theo tổng số phiếu, dòng này và dòng ở {first} đếm khác nhau (một bên “hài lòng” gồm “rất hài lòng”, một bên không); hãy đếm theo một cách.",
    "levels_incomplete": "{criterion}: mức “{column}” để trống mà không có tổng số phiếu để đối chiếu; hãy điền số phiếu (0 nếu không có) hoặc thêm tổng số.",
    "levels_unexpected": "{criterion} không phải tiêu chí khảo sát hài lòng mà có số phiếu theo từng mức; hãy kiểm tra mã tiêu chí.",
    "yes_no_unclear": "{criterion}: “{text}” không rõ là có hay không; hãy ghi “có” hoặc “không”.",
    "percent_scale_unclear": "{criterion}: “{text}” ở cột “{header}” không rõ là phần trăm hay phần của một; hãy ghi kèm dấu %.",
    "percent_unexpected": "{criterion}: “{text}” là phần trăm, trong khi cần một số đếm hoặc điểm; hãy sửa.",
    "not_applicable_with_value": "{criterion}: vừa ghi không áp dụng vừa có giá trị {value}; đã coi là không áp dụng.",
    "date_unreadable": "“{text}” không phải ngày; hãy ghi ngày/tháng/năm, ví dụ 20/9/2019.",
    "date_impossible": "ngày “{text}” không có thật; hãy sửa theo văn bản gốc.",
    "date_dropped": "ngày “{text}” không đọc được nên để trống.",
    "dates_reversed": "ngày kết thúc {last} đứng trước ngày bắt đầu {first}; hãy sửa.",
    "head_since_missing": "có người đứng đầu “{person}” mà không ghi năm hay ngày giữ chức nên chưa biết người ấy chịu trách nhiệm những năm nào; hãy điền cột “Giữ chức từ” (hoặc cột “Năm”).",
    "filed_before_year": "ngày nộp {date} đứng trước năm báo cáo {year}; hãy kiểm tra.",
    "dated_outside_period": "ngày {date} nằm ngoài giai đoạn {first_year}–{last_year}; hãy kiểm tra.",
}

SENTENCES |= claim_sentences.SENTENCES | boundary_sentences.BOUNDARIES

COLUMNS: dict[str, str] = {
    "unit": "Mã đơn vị",
    "name": "Tên",
    "short_name": "Tên viết tắt",
    "kind": "Loại",
    "parent": "Đơn vị cấp trên",
    "valid_from": "Từ ngày",
    "valid_to": "Đến ngày",
    "position": "Thứ tự",
    "shape": "Ranh giới",
    "block": "Khối, cụm thi đua",
    "staff": "Số người",
    "person": "Người đứng đầu",
    "head": "Người đứng đầu",
    "post": "Chức vụ",
    "head_post": "Chức vụ",
    "since": "Giữ chức từ",
    "head_since": "Giữ chức từ",
    "year": "Năm",
    "of_year": "Của năm",
    "code": "Mã chỉ tiêu",
    "measure": "Đơn vị tính",
    "criterion": "Mã tiêu chí",
    "stage": "Giai đoạn chấm",
    "value": "Giá trị",
    "out_of": "Tổng số",
    "very": "Rất hài lòng",
    "very_included": "Rất hài lòng nằm trong hài lòng",
    "neutral": "Bình thường",
    "dissatisfied": "Không hài lòng",
    "very_dissatisfied": "Rất không hài lòng",
    "part": "Lĩnh vực, thủ tục",
    "comparator": "Dấu so sánh",
    "state": "Tình trạng",
    "submitted_on": "Ngày nộp",
    "note": "Ghi chú",
    "number": "Số văn bản",
    "dated": "Ngày văn bản",
    "title": "Trích yếu",
    "form": "Hình thức",
    "collectives": "Số tập thể",
    "individuals": "Số cá nhân",
    "recipient_kind": "Loại đối tượng (tập thể hay cá nhân)",
    "inspected_on": "Ngày kiểm tra",
    "inspector": "Cơ quan kiểm tra",
    "findings": "Kết luận",
    "description": "Nội dung",
    "category": "Loại tồn tại",
    "quote": "Trích nguyên văn",
    "place": "Trang",
    "alias": "Tên khác",
    "before": "Đơn vị cũ",
    "after": "Đơn vị mới",
    "on": "Từ ngày",
    "document": "Văn bản",
    "province": "Tỉnh",
    "index_name": "Chỉ số",
    "score": "Điểm",
    "max_score": "Điểm tối đa",
    "rank": "Thứ hạng",
    "source": "Nguồn",
    "changed_on": "Ngày thay đổi",
    "change": "Loại thay đổi",
    "predecessors": "Đơn vị tiền thân",
    "aliases": "Tên khác",
}
REASONS = {
    "archive": "tệp nén không đúng cách",
    "content": "nội dung không đúng cách của Excel",
    "crash": "phần đọc Excel phải dừng",
    "entities": "có khai báo mở rộng trong XML",
    "inflates": "giải nén ra quá lớn",
    "parts": "có quá nhiều thành phần",
}

KNOWN_VALUES = {
    "column": COLUMNS,
    "place": claim_sentences.PLACES,
    "other_place": claim_sentences.PLACES,
    "kind": claim_sentences.KINDS,
    "value": claim_sentences.VALUES,
    "other": claim_sentences.VALUES,
    "measure": claim_sentences.MEASURES,
    "reason": REASONS,
}

NOT_SAID = "chưa ghi"
SEVERITIES = {"error": "Lỗi", "question": "Cần xác nhận", "warning": "Lưu ý"}


def problem_sentence(code: str, fields: Mapping) -> str:
    """What is wrong and what to do, without the place."""
    written = {
        name: worded(KNOWN_VALUES).get(name, {}).get(value) or _written(value)
        if isinstance(value, str)
        else _written(value)
        for name, value in fields.items()
    }
    return worded(SENTENCES)[code].format_map(
        {
            **written,
            "way": claim_sentences.WAYS.get(fields.get("kind"), claim_sentences.WAY),
            "near": _near(fields.get("candidates")),
            "life": _life(fields),
        }
    )


def named(problems: pd.DataFrame, plan: Plan) -> pd.DataFrame:
    """The problems with the name of the criterion beside its code: “Mức độ hài lòng (HL)”."""
    labels = {one.code: f"{one.label} ({one.code})" for one in plan.criteria}
    fields = [
        {**one, "criterion": labels.get(one["criterion"], one["criterion"])}
        if "criterion" in one
        else one
        for one in problems["fields"]
    ]
    return problems.assign(fields=pd.Series(fields, index=problems.index, dtype=object))


def problem_line(problem) -> str:
    """One line for a problem row (file, sheet, cell, severity, code, fields)."""
    return f"{SEVERITIES[problem.severity]}: {problem.file}{place_words(problem.sheet, problem.cell)}: {problem_sentence(problem.code, problem.fields)}"


def place_words(sheet: object, cell: object) -> str:
    """“, trang “Kết quả”, ô B2”, as far as it is known."""
    return "".join(
        f", {said}"
        for one, said in ((sheet, f"trang “{sheet}”"), (cell, f"ô {cell}"))
        if not formats.is_missing(one)
    )


def store_sentence(code: str, fields: Mapping) -> str:
    """What the store could not do; a code without words of its own is told plainly."""
    said = worded(STORE_SENTENCES).get(code, "Kho số liệu từ chối dữ liệu này ({code}: {fields}).")
    return said.format_map({"code": code, "fields": dict(fields), **fields})


def _written(value: object) -> str:
    if formats.is_missing(value):
        return NOT_SAID
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    if isinstance(value, float):
        return formats.number(value, None)
    if hasattr(value, "day") and hasattr(value, "month"):
        return formats.date(value)
    return str(value)


def _near(candidates: list | None) -> str:
    names = [
        f"{one['name']} (mã {one.get('unit') or one['criterion']})" for one in candidates or []
    ]
    return f" (gần giống: {'; '.join(names[:3])})" if names else ""


def _life(fields: Mapping) -> str:
    first, last = fields.get("valid_from"), fields.get("valid_to")
    parts = [
        f"từ {_written(first)}" if not formats.is_missing(first) else "",
        f"đến {_written(last)}" if not formats.is_missing(last) else "",
    ]
    return f" (tồn tại {' '.join(one for one in parts if one)})" if any(parts) else ""
