"""What a sheet says of itself and does not agree with, in Vietnamese: year, stage, unit of measure, totals, hidden and merged cells."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "claims_differ": "{kind} không thống nhất: {place} ghi {value} (“{text}”), còn {other_place} ghi {other} (“{other_text}”); hãy sửa cho khớp rồi gửi lại.",
    "part_of_year": "“{text}”: số liệu của một phần năm, còn kết quả ở đây là của cả năm nên không nhận; hãy gửi số liệu cả năm.",
    "part_of_year_at": "“{text}”: số liệu của một phần năm ({rows} ô), còn kết quả ở đây là của cả năm nên không nhận; hãy gửi số liệu cả năm.",
    "part_of_year_below": "“{text}”: ghi chú dưới bảng nói về một phần của năm; nếu số liệu vẫn là của cả năm, hãy xác nhận.",
    "round_of_year": "“{text}”: số liệu có thể chỉ là của một đợt, chưa phải cả năm; nếu là số liệu của cả năm, hãy xác nhận.",
    "scale_told": "“{text}”: thang điểm này khác điểm tối đa của các tiêu chí trong kế hoạch; nếu điểm trong bảng đã theo kế hoạch, hãy xác nhận, nếu không, hãy quy đổi rồi gửi lại.",
    "all_alike": "mọi điểm trong bảng đều như nhau hoặc đều đạt tối đa ({rows} số, ví dụ {value}); nếu đúng như vậy, hãy xác nhận.",
    "stage_unclear": "không rõ số liệu là tự chấm hay thẩm định ({rows} ô), vì bảng nói cả hai, hoặc nói đến hội đồng, phê duyệt, rà soát; hãy ghi rõ ở tiêu đề cột.",
    "total_of_others": "“{header}” không tính trên “{total}”; hãy ghi đúng tổng số của tiêu chí này.",
    "draft": "“{text}”: bảng ghi là dự thảo, số ước hoặc số kế hoạch; nếu vẫn nhập, hãy xác nhận.",
    "units_beside_results": "tệp vừa có kết quả vừa có danh sách đơn vị với {rows} đơn vị chưa có trong kho (“{text}” …); nếu muốn thêm các đơn vị này, hãy xác nhận, nếu không, hãy bỏ bảng đó rồi gửi lại.",
    "units_differ": "bảng vừa là của “{text}” vừa là của “{other}”; hãy sửa dòng ghi tên đơn vị hoặc tên trang tính.",
    "table_unrecognised": "bảng bắt đầu ở đây không nhận ra được (dòng đầu: {headers}); đã bỏ qua.",
    "figure_struck": "“{text}” bị gạch ngang ({rows} ô); nếu vẫn là số liệu đúng, hãy xác nhận, nếu không, hãy xóa rồi gửi lại.",
    "figure_joined": "“{text}”: con số dính liền với phần bị gạch hoặc phần viết nhỏ phía trên (chú thích) nên không đọc được; hãy chỉ để lại con số đúng.",
    "figure_unseen": "“{text}” có trong tệp nhưng định dạng ô không cho hiện ra ({rows} ô); nếu là số liệu đúng, hãy xác nhận, nếu không, hãy xóa rồi gửi lại.",
    "figure_written": "định dạng ô viết thêm “{text}” bên cạnh con số ({rows} ô); nếu con số vẫn là giá trị đúng, hãy xác nhận.",
    "figure_commented": "ô có nhận xét kèm con số: “{text}” ({rows} ô); nếu số trong ô là số đúng, hãy xác nhận, nếu không, hãy sửa rồi gửi lại.",
    "names_twice": "cột “{header}” và cột ở {first} cùng cho biết dòng là của ai nhưng ghi khác nhau; hãy chỉ để một cột, cột kia ghi rõ là gì (đơn vị cấp trên, cụm, khối).",
    "filed_within_year": "ngày nộp {date} còn trong năm {year}, trước tháng 10, nên số liệu có thể chưa phải cả năm; nếu đúng là của cả năm, hãy xác nhận.",
    "row_is_sum": "{criterion}: dòng này ({text}) bằng tổng của {rows} dòng kề nó; nếu vẫn là số liệu riêng của đơn vị, hãy xác nhận, nếu là dòng cộng, hãy xóa rồi gửi lại.",
    "row_hidden": "có {rows} dòng số liệu đang ẩn hoặc bị lọc, bắt đầu từ ô này; nếu nhập cả các dòng đó, hãy xác nhận, nếu không, hãy bỏ lọc, xóa các dòng thừa rồi gửi lại.",
    "column_hidden": "cột “{header}” có số liệu nhưng đang ẩn; nếu nhập cả cột này, hãy xác nhận, nếu không, hãy xóa cột rồi gửi lại.",
    "head_unclear": "tiêu đề cột “{header}” có phần “{text}” không rõ nghĩa; hãy sửa tiêu đề, hoặc bỏ cột nếu không phải kết quả.",
    "columns_alike": "cột “{header}” và cột ở {first} cùng nói về một số liệu; hãy ghi rõ mỗi cột là gì (tự chấm, thẩm định, năm) hoặc bỏ một cột.",
    "column_left_out": "cột “{header}” không phải kết quả của năm; đã bỏ qua.",
    "total_unclear": "không rõ tổng số của “{header}” là cột nào ({totals}); hãy chỉ để một cột tổng số, hoặc đặt tổng số dưới cùng tiêu đề với số đạt.",
    "total_is_sum": "cột “{header}” là các tiêu chí cộng lại, không phải tổng số người hay hồ sơ; hãy thay bằng tổng số thật.",
    "figure_merged": "một con số gộp chung cho nhiều ô ({cells}) nên không rõ là của dòng, cột nào; hãy bỏ gộp ô và ghi từng số.",
    "code_and_name": "mã “{text}” là của “{meant}”, nhưng tên bên cạnh là “{name}” ({rows} ô); hãy sửa mã hoặc tên.",
    "units_unsure": "bảng có mã và tên đơn vị nhưng cột “{header}” cho thấy đây không phải danh sách đơn vị; không tạo đơn vị nào. Nếu là danh sách đơn vị, hãy bỏ cột này; nếu là kết quả, hãy ghi rõ tiêu chí ở tiêu đề cột.",
    "unit_known_as": "“{name}” đã có trong danh sách với mã {unit}, không tạo thêm đơn vị mã “{text}”; hãy dùng mã {unit}.",
    "measure_differs": "{criterion}: “{text}” tính theo {measure}, khác với cách tính của tiêu chí; hãy ghi theo đúng đơn vị tính.",
    "zero_of_zero": "{criterion}: 0 trên 0, không có ai được hỏi; coi như chưa có số liệu.",
    "looks_like_percent": "{criterion}: các số ở cột này (“{text}” trên {out_of}; {rows} dòng) giống phần trăm hoặc điểm trung bình hơn là số đếm; nếu đúng là số người, số phiếu, hãy xác nhận.",
    "very_way_unclear": "{criterion}: không rõ “hài lòng” ({value}) đã gồm “rất hài lòng” ({very}) hay chưa; hãy ghi tiêu đề “Từ hài lòng trở lên”, hoặc thêm đủ các mức còn lại.",
}
SENTENCES["marks_unread"] = (
    "không đọc được định dạng ô của tệp .xls này (phần trăm, ô gộp, dòng ẩn); hãy mở bằng Excel và lưu lại dạng .xlsx để chắc chắn."
)
WAY = "hãy mở bằng Excel và lưu lại dạng .xlsx, hoặc gửi tệp CSV"
_PICTURE = "ảnh không đọc được số liệu; hãy xin tệp Excel gốc, hoặc gõ số vào biểu mẫu"
_PACKED = "hãy giải nén rồi gửi từng tệp bên trong"
_REPORT = "hãy xin tệp Excel gốc; báo cáo bằng chữ thì đưa vào trang Báo cáo"
WAYS = {
    **dict.fromkeys(("png", "jpg", "gif", "tiff", "bmp", "webp", "heic"), _PICTURE),
    **dict.fromkeys(("zip", "rar", "7z", "gz"), _PACKED),
    **dict.fromkeys(("pdf", "docx", "rtf"), _REPORT),
    "numbers": "hãy mở bằng Numbers, chọn Tệp, Xuất sang, Excel, rồi gửi tệp .xlsx",
}
KINDS = {"year": "năm", "stage": "giai đoạn chấm", "criterion": "tiêu chí"}
MEASURES = {"scaled": "nghìn, triệu …", "points": "điểm", "count": "số đếm", "percent": "phần trăm"}
VALUES = {"self": "tự chấm", "appraised": "thẩm định"}
PLACES = {
    "title": "dòng tiêu đề",
    "head": "tiêu đề cột",
    "sheet": "tên trang tính",
    "file": "tên tệp",
    "cover": "trang bìa",
    "section": "dòng đề mục",
    "info": "phần thông tin chung",
    "default": "mặc định",
    "memory": "cách đọc đã nhớ",
    "pointed": "người chỉ cách đọc",
}
