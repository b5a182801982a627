"""Words of the page Đơn vị."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.writing import formats
from dashboard.writing.columns import Column
from dashboard.writing.nouns import speaks, worded

EMPTY = "Kho chưa có đơn vị nào: hãy nhập tệp danh sách đơn vị ở trang Nhập số liệu, hoặc lập từng đơn vị ở thẻ “Thay đổi”."
ANSWER = "Danh sách có {living} đang hoạt động và {ended} đã kết thúc; lần sắp xếp gần nhất có hiệu lực từ {last}."
ANSWER_PLAIN = (
    "Danh sách có {living} đang hoạt động và {ended} đã kết thúc; chưa ghi lần sắp xếp nào."
)
NONE_CHOSEN = (
    "Không có đơn vị nào trong phạm vi đang chọn; hãy chọn khối hoặc loại khác ở dòng “Đang xem”."
)
TABS = ["Danh sách", "Thay đổi", "Thay đổi từ tệp", "Hoàn tác"]
LIST_TITLE = "Danh sách đơn vị"
LIST_NOTE = "Khối và số người của năm {year}. Bấm vào một dòng để mở hồ sơ đơn vị."
NAME, CODE, KIND, BLOCK_NAME, VALID_FROM, VALID_TO, FAMILY, OTHERS = (
    "Tên đơn vị",
    "Mã",
    "Loại",
    "Khối, cụm",
    "Từ ngày",
    "Đến hết ngày",
    "Gốc, kế thừa",
    "Tên gọi khác",
)

KINDS = {
    "add": "Thành lập mới",
    "rename": "Đổi tên",
    "end": "Giải thể, kết thúc",
    "merge": "Sáp nhập, hợp nhất",
    "split": "Chia tách",
    "regroup": "Khối, số người của một năm",
    "head": "Người đứng đầu",
    "alias": "Tên gọi khác",
}
ABOUT = {
    "add": "Đơn vị mới, không kế thừa đơn vị nào.",
    "rename": "Chỉ đổi tên: mã và chuỗi số liệu giữ nguyên, tên cũ thành tên gọi khác. Nếu đổi cả chức năng, địa bàn thì dùng Sáp nhập hoặc Chia tách.",
    "end": "Đơn vị kết thúc, không có đơn vị kế thừa. Số liệu các năm trước giữ nguyên.",
    "merge": "Các đơn vị cũ kết thúc, đơn vị mới bắt đầu với mã mới. Điểm của đơn vị mới tính lại từ đầu; chỉ số phiếu khảo sát được cộng từ các đơn vị cũ.",
    "split": "Đơn vị cũ kết thúc, các đơn vị mới bắt đầu với mã mới. Số liệu cũ không chia cho đơn vị nào.",
    "regroup": "Khối thi đua và số người của một đơn vị trong một năm; các năm khác giữ nguyên.",
    "head": "Người chịu trách nhiệm của đơn vị, từ ngày giữ chức; các năm trước ngày ấy giữ người cũ. Tên hiện ở Đơn vị chậm và Hồ sơ đơn vị cho người được xem số liệu của năm.",
    "alias": "Cách viết khác của tên đơn vị trong tệp gửi về; lần sau phần mềm tự nhận ra.",
}
CHANGE_KIND, UNITS, UNIT, NEW_NAME, ALIAS = (
    "Loại thay đổi",
    "Các đơn vị cũ",
    "Đơn vị",
    "Tên mới",
    "Tên gọi khác",
)
ON, ON_HINT = "Ngày đầu của tình trạng mới", "Ví dụ: 1/7/2025"
DOCUMENT, DOCUMENT_HINT = (
    "Văn bản quyết định",
    "Ví dụ: Nghị quyết số 1668/NQ-UBTVQH15 ngày 16/6/2025",
)
HEAD, POST, POST_HINT, SINCE = (
    "Người đứng đầu",
    "Chức vụ",
    "Ví dụ: Giám đốc",
    "Giữ chức từ ngày",
)
YEAR, BLOCK, STAFF, CHOOSE = "Năm", "Khối, cụm thi đua", "Số người", "Chọn"
NEW_UNITS = "Đơn vị mới"
NEW_COLUMNS = {
    "unit": "Mã",
    "name": "Tên đầy đủ",
    "short_name": "Tên gọn",
    "kind": "Loại",
    "block": "Khối, cụm thi đua",
    "staff": "Số người",
}
TRY, SAVE, DROP = "Xem ảnh hưởng", "Lưu thay đổi", "Bỏ, không lưu"

HEADS = {
    "of_changes": "Mã đơn vị cũ; Mã đơn vị mới; Ngày hiệu lực; Hình thức (Hợp nhất, Chia tách, Giải thể); Văn bản",
    "of_units": "Mã đơn vị; Tên đơn vị; Loại đơn vị; Khối; Từ ngày; Đến hết ngày; Tên gọi khác; Tiền thân; Người đứng đầu; Chức vụ; Giữ chức từ; Ngày sắp xếp; Hình thức sắp xếp; Văn bản",
}
FROM_FILE = (
    "Tệp CSV hoặc Excel có các cột: {of_changes}. Hoặc danh sách đơn vị: {of_units}. "
    "Đơn vị cũ chưa ghi ngày kết thúc thì kết thúc vào hôm trước ngày hiệu lực; đơn vị được ghi tên mới thì tên cũ thành tên gọi khác."
)
FILE_WORDS = "hoặc kéo thả vào đây. Tệp Excel hoặc CSV, nặng nhất 10 MB."
NOT_UNITS = "Tệp này không nói gì về đơn vị. Số liệu khác hãy nhập ở trang Nhập số liệu."
WITH_OTHERS = "Tệp này có cả số liệu khác ({tables}); hãy nhập ở trang Nhập số liệu, hoặc để riêng phần đơn vị thành một tệp."
FILE_TITLE = "các thay đổi trong tệp {file}"

NOT_MADE = "Chưa dùng được. Cần sửa:"
DATE_WRONG = "“{text}” không phải ngày; hãy ghi ngày/tháng/năm, ví dụ 1/7/2025."
STAFF_WRONG = "Số người “{text}” phải là số nguyên."
PROBLEMS = {
    "date_missing": "Hãy ghi ngày có hiệu lực.",
    "document_missing": "Hãy ghi tên văn bản quyết định.",
    "units_too_few": "Hãy chọn ít nhất {needed} đơn vị.",
    "units_too_many": "Chỉ chọn một đơn vị.",
    "new_too_few": "Hãy điền ít nhất {needed} đơn vị mới.",
    "unit_unknown": "Không có đơn vị mã {unit}.",
    "unit_code_missing": "Hãy đặt mã cho từng đơn vị mới.",
    "unit_code_invalid": "Mã “{unit}” không dùng được: chỉ gồm chữ, số, dấu chấm, gạch, không có dấu cách, tối đa 40 ký tự.",
    "unit_code_taken": "Mã {unit} đang là của {name}; hãy đặt mã khác.",
    "unit_code_twice": "Mã {unit} ghi hai lần.",
    "name_missing": "Hãy ghi tên mới ({unit}).",
    "name_unchanged": "Tên mới giống tên đang dùng: {name}.",
    "name_taken": "Tên “{name}” đang là của đơn vị {unit}.",
    "kind_missing": "Hãy chọn loại cho đơn vị mới {unit}.",
    "not_alive": "{unit} không hoạt động vào ngày {on}.",
    "year_missing": "Hãy chọn năm.",
    "nothing_given": "Hãy ghi khối hoặc số người.",
    "staff_invalid": "Số người không được âm.",
    "block_outside": "Đơn vị mới {unit} bắt đầu ngày {on}, sau giai đoạn {first}–{last} của kế hoạch, nên khối và số người không ghi được vào năm nào; hãy để trống hai ô ấy, hoặc sửa ngày.",
    "head_missing": "Hãy ghi họ tên người đứng đầu.",
    "since_missing": "Hãy ghi ngày giữ chức: từ năm của ngày ấy người này chịu trách nhiệm.",
    "since_outside": "Ngày giữ chức {on} nằm sau giai đoạn {first}–{last} của kế hoạch nên không năm nào dùng đến; hãy kiểm tra.",
    "alias_missing": "Hãy ghi tên gọi khác.",
    "succeeded_twice": "{unit} đã được sắp xếp một lần (thành {first}), nay lại thành {second}: mỗi đơn vị chỉ kết thúc một lần, nếu không phiếu của nó bị đếm hai lần. Hãy bỏ đơn vị này khỏi lần sắp xếp, hoặc hoàn tác lần trước.",
    "life_backwards": "{unit} kết thúc ngày {last}, trước ngày bắt đầu {first}; hãy sửa ngày.",
    "lives_overlap": "{before} (ngày kết thúc: {last}) và đơn vị kế thừa {after} (ngày bắt đầu: {first}) cùng hoạt động một lúc; đơn vị kế thừa phải là đơn vị mới, bắt đầu sau ngày đơn vị cũ kết thúc.",
    "unit_gone": "Đơn vị mã {unit} còn được nhắc đến trong một lần sắp xếp khác; hãy hoàn tác lần sắp xếp ấy trước.",
    "block_dead": "Khối “{block}” không còn đơn vị nào hoạt động trong năm {year} nên không xếp {unit} vào được; hãy chọn khối khác ({blocks}) hoặc đặt tên khối mới.",
    "block_of_other_kind": "Khối “{block}” gồm đơn vị loại khác (như {others}), còn {unit} cùng loại với các đơn vị ở {blocks}; hãy chọn lại khối hoặc loại (năm {year}).",
    "alias_taken": "“{alias}” đã là tên gọi khác của đơn vị {unit}.",
}

ROW_PROBLEMS = {
    "way_unknown": "Dòng {row}: hình thức “{text}” không dùng được; hãy chọn trong: {ways}.",
    "day_unreadable": "Dòng {row}: ngày hiệu lực “{text}” không phải ngày; hãy ghi ngày/tháng/năm, ví dụ 1/7/2025.",
    "kind_unknown": "Dòng {row}: không có loại đơn vị “{text}” trong kế hoạch.",
    "row_unit_missing": "Dòng {row}: hãy ghi mã đơn vị cũ.",
    "days_differ": "Đơn vị mới {unit}: các dòng ghi ngày hiệu lực khác nhau.",
}
GUIDED = "Cho một đợt sắp xếp: tải bảng đã điền sẵn các đơn vị đang hoạt động, ghi thêm thành đơn vị nào, từ ngày nào, theo văn bản nào, rồi nạp lên đây. Chưa lưu gì cho đến khi bạn xem ảnh hưởng và bấm lưu."
TAKE_FORM, FORM_FILE = "Tải bảng sắp xếp điền sẵn (Excel)", "sap-xep-don-vi.xlsx"
PENDING = "Nếu lưu “{title}”:"
NEW_UNITS_TITLE = "Đơn vị mới sau thay đổi này"
NEW_UNIT_COLUMNS = {
    "name": "Đơn vị mới",
    "kind": "Loại",
    "since": Column("Từ ngày", "date"),
    "family": Column("Từ các đơn vị", width="medium"),
    "block": "Khối, cụm",
    "reports": Column("Báo cáo phải nộp", width="medium"),
    "comparable": "So được số phiếu các năm",
}
DUE = "{name} (hạn {due})"
ANEW = "Chuỗi điểm bắt đầu lại từ đầu: {names}."
OLD_ALIAS = "Tên cũ “{alias}” thành tên gọi khác."
MORE = "và {more} nữa"
CHANGED_MEANWHILE = "Kho đã thay đổi từ lúc tính thử; hãy bấm “Xem ảnh hưởng” lại."
SAVED = "Đã lưu: {title}. Mọi trang đã tính lại. Có thể hoàn tác theo tên ở thẻ “Hoàn tác”."
SAME = "Không có gì mới so với kho."
NO_DEEDS = "Kho chưa ghi thay đổi nào của đơn vị."
WHICH_DEED = "Thay đổi cần hoàn tác hoặc khôi phục"
DEED = "{called} ({who}, {at}){state}"
GONE = ", đã hoàn tác"
NOTE = "{title}; hiệu lực {on}; {document}"


def problem(code: str, fields: Mapping) -> str:
    """What is wrong with a change and what to do."""
    return {**worded(PROBLEMS), **worded(ROW_PROBLEMS)}[code].format_map(
        {name: formats.date(one) if hasattr(one, "month") else one for name, one in fields.items()}
    )


speaks(__name__, files=("HEADS",))
