"""Words of the page Kế hoạch: what the parts and keys of a plan are called."""

from __future__ import annotations

from dashboard.plan.kinds import KINDS
from dashboard.writing.nouns import speaks, worded

ALL_KINDS = "Mọi loại đơn vị"
SECTIONS = {
    "about": "Phong trào",
    "kinds": "Loại đơn vị",
    "groups": "Nhóm tiêu chí",
    "criteria": "Tiêu chí",
    "milestones": "Mốc",
    "targets": "Chỉ tiêu của các mốc",
    "classes": "Mức xếp loại",
    "reports": "Hạn nộp báo cáo",
    "proposals": "Khen thưởng, kiểm tra",
    "rules": "Mức khen thưởng",
    "offices": "Cơ quan ban hành, theo dõi",
    "limitations": "Loại tồn tại, hạn chế",
    "limits": "Tham số",
}
YES, NO = "có", "không"
HAS = "Kế hoạch {first}–{last} có {milestones}, {criteria} trong {groups}"
NO_TARGETS, ALL_DECIDED = "chưa mốc nào có chỉ tiêu.", "cả {targets} đều có văn bản quy định."
SOME_WAITING = "{targets} còn là giá trị minh họa hoặc nội suy, chờ quyết định."
FROM_FILE = "Kế hoạch đang dùng được đọc từ tệp {file} do người quản trị máy chủ chỉ định, nên không sửa được ở trang này; hãy sửa tệp đó."
SHIPPED = "Đang dùng kế hoạch kèm theo phần mềm, chưa lưu phiên bản nào của mình."
SHIPPED_LABEL = "Bản kèm theo phần mềm"
IN_FORCE = "Đang dùng phiên bản {version}, {who} lưu lúc {at}. Lý do: {why}."
NOT_TEXT = "Tệp không phải văn bản UTF-8; hãy lưu lại bằng trình soạn thảo dùng bảng mã UTF-8."
NOTHING_CHANGED = "Chưa có gì thay đổi so với kế hoạch đang dùng."
SAME = "Hai phiên bản không khác nhau."
UNREADABLE = (
    "Phiên bản {version} không đọc được theo cách viết kế hoạch hiện nay nên không so sánh được."
)
WHO_MISSING = "Hãy ghi tên người thực hiện."
WHY_MISSING = "Hãy ghi lý do thay đổi, kèm số văn bản nếu có."
SAVED = "Đã lưu phiên bản {version}. Mọi trang tính lại theo kế hoạch này."
NOT_SAVED = "Chưa lưu. Cần sửa:"

AUDIENCES = {"collective": "Mọi tỷ lệ của tập thể", "individual": "Mọi tỷ lệ về cá nhân"}
RESULTS = {
    "last_year": "kết quả của năm",
    "period_mean": "bình quân điểm các năm từ lần tổng kết trước",
}
REPORT_KINDS = {"annual": "hằng năm", "review": "sơ kết", "final": "tổng kết"}

TOP = {
    "code": "Mã kế hoạch",
    "name": "Tên phong trào",
    "short_name": "Tên gọn",
    "province": "Địa bàn",
    "owner": "Cơ quan ban hành",
    "first_year": "Năm đầu",
    "last_year": "Năm cuối",
    "documents": "Văn bản căn cứ",
    "main_survey": "Khảo sát chính",
    "whole": "Tên gọi chung của mọi đơn vị",
    "people": "Cách gọi người của đơn vị",
    "award_forms": "Hình thức khen để chọn",
    "reply_days": "Số ngày để đơn vị giải trình",
}
PARTS = {
    "kinds": "Loại đơn vị",
    "groups": "Nhóm tiêu chí",
    "criteria": "Tiêu chí",
    "milestones": "Mốc",
    "classes": "Mức xếp loại",
    "reports": "Hạn nộp báo cáo",
    "targets": "Chỉ tiêu",
    "limits": "Tham số",
    "limit_sources": "Nguồn của tham số",
    "secretariat": "Cơ quan theo dõi, đôn đốc",
    "issuer": "Cơ quan ban hành báo cáo",
    "rewards": "Quy tắc khen thưởng",
    "rules": "Mức khen thưởng",
    "inspections": "Quy tắc kiểm tra",
    "total": "Tổng điểm",
    "chapters": "Tên chương của báo cáo",
    "nouns": "Danh từ dùng trong câu",
    "limitations": "Loại tồn tại, hạn chế",
    "award_law": "Quy định về khen thưởng",
    "law": "Luật về khen thưởng",
    "decrees": "Nghị định về khen thưởng",
    "titles": "Danh hiệu, hình thức khen thưởng",
}
BLANK, FROM_YEAR = "để trống", "{number} (từ năm {year})"
PART_ADDED, PART_REMOVED = "Thêm {part}: {holds}", "Bỏ {part}: {holds}"
ADDED, REMOVED, REORDERED = "Thêm {part} {name}", "Bỏ {part} {name}", "Đổi thứ tự {part}"
KEYS = {
    "number": "số hiệu",
    "quorum": "tỷ lệ phải có mặt",
    "first_year": "áp dụng từ năm",
    "last_year": "áp dụng đến năm",
    "names": "cách viết khác",
    "bearers": "ai được tặng",
    "conditions": "điều kiện",
    "period": "thời gian xét",
    "quota": "chỉ tiêu",
    "vote_share": "tỷ lệ phiếu cần có",
    "more_than": "phải hơn tỷ lệ ấy",
    "vote_base": "tỷ lệ phiếu tính trên",
    "decides": "ai quyết định",
    "paper": "mẫu đơn",
    "article": "điều của luật",
    "decree_article": "điều của nghị định",
    "checked": "đã đối chiếu nguyên văn",
    "fault": "viết trong câu nêu tồn tại",
    "cause": "viết trong câu nêu nguyên nhân",
    "task": "viết trong câu nêu việc phải làm",
    "shown": "ghi theo",
    "survey": "khảo sát",
    "people": "cá nhân",
    "superior": "cơ quan cấp trên",
    "body": "tên cơ quan",
    "place": "nơi ký",
    "symbol": "ký hiệu văn bản",
    "signed_by": "chức vụ người ký",
    "copies": "nơi nhận",
    "code": "mã",
    "name": "tên",
    "short_name": "tên gọn",
    "audience": "đối tượng",
    "group": "nhóm",
    "kind": "cách đo",
    "max": "điểm tối đa",
    "weight": "trọng số",
    "direction": "chiều tốt",
    "floor": "mức khởi điểm",
    "goal": "mức đích",
    "unit": "đơn vị đo",
    "bonus": "điểm thưởng",
    "very_included": "gộp “rất hài lòng” vào “hài lòng”",
    "method": "cách thu thập",
    "break_years": "năm đổi cách đo",
    "valid_from": "năm bắt đầu",
    "valid_to": "năm hết hiệu lực",
    "unit_kinds": "loại đơn vị áp dụng",
    "aliases": "tên gọi khác",
    "words": "từ nhận biết",
    "source": "nguồn",
    "year": "năm",
    "due": "hạn",
    "asks": "yêu cầu",
    "result": "kết quả dùng để xét",
    "min": "điểm từ",
    "kinds": "loại đơn vị áp dụng",
    "measure": "chỉ tiêu",
    "value": "giá trị",
    "targets": "chỉ tiêu",
    "rules": "các mức khen thưởng",
    "small_staff": "số người của tập thể nhỏ",
    "front_line": "loại đơn vị trực tiếp phục vụ dân",
    "form": "hình thức khen",
    "from_class": "từ mức xếp loại",
    "share": "phần số đơn vị",
    "at_least": "ít nhất",
    "at_most": "nhiều nhất",
    "milestones": "dùng ở các mốc",
    "individuals": "số cá nhân được đề nghị",
    "random_part": "phần bốc thăm",
    "free_years": "số năm không kiểm tra lại",
    "seed": "số gieo của bốc thăm",
}
OWN_KEYS = {
    ("reports", "kind"): "loại báo cáo",
    ("milestones", "kind"): "loại mốc",
    ("nouns", "unit"): "một đơn vị là",
    ("nouns", "group"): "một khối là",
}
"""Keys that a part calls its own way."""
VALUES = {
    "percent": "thang 100",
    "points": "thang điểm của kế hoạch",
    "up": "càng cao càng tốt",
    "down": "càng thấp càng tốt",
    "collective": "tập thể",
    "individual": "cá nhân",
    "launch": "phát động",
    **{code: one.name for code, one in KINDS.items()},
    **RESULTS,
    **REPORT_KINDS,
}

TABS = ["Đang áp dụng", "Sửa", "Nạp tệp kế hoạch", "Các phiên bản"]
DROP = "hoặc kéo thả vào đây. Tệp .toml, nặng nhất 1 MB."
EASIEST = "Cách dễ nhất: tải kế hoạch đang dùng về máy, sửa, rồi nạp lên đây. Tệp có lỗi thì không lưu gì."
WOULD_CHANGE = "Nếu lưu, kế hoạch sẽ thay đổi như sau:"
VERSIONS_TITLE = "Các phiên bản của kế hoạch"
WHY_HINT = "Ví dụ: theo Quyết định số 45/QĐ ngày 3/2/2026"
WHY_FILE_HINT = "Ví dụ: kế hoạch của giai đoạn 2026–2030"

NO_NAME = "chưa ghi tên"
SECTION, LOOK = "Phần của kế hoạch", "Xem thay đổi"
SAVE, CONSEQUENCES = "Lưu thành phiên bản mới", "Theo kế hoạch này, so với kế hoạch đang dùng:"
ONLY_LAYOUT = (
    "Chỉ lời chú thích, thứ tự hay cách trình bày của tệp thay đổi; mọi con số giữ nguyên."
)
KEPT_DRAFT = "Bản nháp đã giữ lúc {at}, dựa trên {base}. Chưa trang nào tính theo bản này."
NOTHING_TYPED, TAKE = "Phần này chưa có ô nào thay đổi.", "Tải bản này về máy (tệp kế hoạch)"
DROP_DRAFT, DROPPED = "Bỏ bản nháp này", "Đã bỏ bản nháp; kế hoạch đang dùng giữ nguyên."
OPEN_DRAFTS, DRAFT_LABEL = "Bản nháp đang mở", "{who}, {at}, dựa trên {base}"
OPEN_DRAFT, VERSION_LABEL = "Mở bản nháp này", "phiên bản {version}"
NEWER = "Kế hoạch vừa có {newer} do {who} lưu, còn các ô dưới đây là của {base}."
TAKE_NEWER = "Mở {newer} (bỏ những ô chưa bấm “Xem thay đổi”)"
MOVED = "Trong lúc bạn sửa {base}, {who} đã lưu {newer}. Bản của bạn vẫn được giữ làm bản nháp. {newer_first} khác {base} ở:"
MINE = "Bản của bạn khác {base} ở:"
BOTH = "Hai bản cùng sửa những chỗ sau; hãy chọn từng chỗ rồi ghép:"
NO_BOTH = "Hai bản không sửa cùng một chỗ nên ghép được ngay, không mất gì của ai."
WHERE = "{place} (trước: {was})"
THEIRS, OWN = "theo {newer}: {value}", "theo bản của bạn: {value}"
TAKEN_OUT, MERGE = "bỏ", "Ghép hai bản"
MERGED, AGAIN = "Đã ghép vào {newer}. Hãy xem lại ảnh hưởng rồi lưu.", "Dùng lại {version}"
AGAIN_WHY = "Ví dụ: quay lại cách tính của phiên bản 3, theo kết luận ngày 3/2/2026"
EDIT_TITLE = "Sửa phần “{section}”"
HOW = (
    "Bấm đúp vào ô để sửa; hai dòng trống ở cuối để thêm, xóa trống ô “{key}” để bỏ cả dòng. "
    "Viết số như 80 hoặc 0,5; tỷ lệ kèm dấu %; ngày như 15/12/2025; nhiều mục trong một ô cách nhau bằng dấu chấm phẩy."
)
HOW_SINGLE = "Bấm đúp vào ô để sửa. Xóa trống mọi ô của một cơ quan, một quy tắc thì bỏ cả mục ấy."
HOW_TARGETS = "Bấm đúp vào ô để sửa; tỷ lệ viết kèm dấu %. Xóa trống ô “Cần đạt” để bỏ một chỉ tiêu. Mốc mới hãy lưu trước, rồi thêm chỉ tiêu của mốc ấy."
HOW_LIMITS = "Bấm đúp vào ô để sửa; tỷ lệ viết kèm dấu %."
ITEM, VALUE = "Mục", "Giá trị"


def key(part: str, name: str) -> str:
    """What a key of a part is called."""
    return worded(OWN_KEYS).get((part, name)) or worded(KEYS)[name]


speaks(__name__)
