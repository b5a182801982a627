"""What the command line says; needs no package, so that help is there before anything is set up."""

from __future__ import annotations

import re

from dashboard.writing.nouns import speaks

ABOUT = "Bảng theo dõi phong trào thi đua: nhập số liệu, xếp hạng, gắn cờ, sao lưu, không cần mở màn hình."
WRONG_USE = "Lệnh chưa đúng ({detail}). Xem cách dùng: {program} --help\n"
STORE = "Kho số liệu: {store}"
NO_STORE = "Không có kho số liệu nào ở {store}, nên chưa làm gì. Hãy chạy trong đúng phần mềm đang dùng, hoặc đặt DATABASE_URL (hay tệp thiết đặt) trỏ tới kho cần dùng."
NOTHING_TO_KEEP = "Kho {store} chưa có gì (có thể vừa được tạo do nhầm chỗ), nên không sao lưu. Hãy kiểm tra DATABASE_URL hoặc tệp thiết đặt."
KEPT_BEFORE = "Đã tự sao lưu kho đang có vào {file}"
BACKUP_HOLDS = "Bản sao lưu {file}:"
STORE_HOLDS = "Kho đang có:"
NOTHING_CHANGED = "Mới chỉ xem, chưa thay gì. Khôi phục thật: chạy lại không có --check (kho đang có số liệu thì thêm --force)."
UP_TO_DATE = "Kho đã ở dạng mới nhất, không phải nâng cấp."
WRITTEN = "Đã ghi {file}."
NO_MATCH = "Không có tệp nào khớp “{pattern}”."
NO_FILE = "Không tìm thấy tệp {file}."
PASTED = "báo cáo dán vào.txt"
NOT_OPENED = "Không mở được tệp {file}. Hãy kiểm tra quyền đọc và đường dẫn."
ALL_LATER = "Lưu ý: đến ngày {as_of} chưa có số liệu nào của năm {year}; số liệu không ghi ngày nộp được tính từ ngày nhập vào kho. Bỏ --as-of để xem tất cả."
YEAR_OUTSIDE = "Năm {year} nằm ngoài giai đoạn {first}–{last} của kế hoạch."
NO_CRITERION = "Kế hoạch không có tiêu chí hay nhóm nào mang mã “{code}” (dùng score cho tổng điểm, satisfaction cho mức hài lòng)."
READING = "{share} {file} …"
PLAN_NEEDS_FILE = "Lệnh này cần tên tệp kế hoạch."
PLAN_LOADED = "Đã nạp kế hoạch “{name}”, phiên bản {version}."
PLAN_FINE = "Kế hoạch hợp lệ: “{name}”, {criteria} tiêu chí, {milestones} mốc."
NOT_EMPTY = (
    "Kho đang có số liệu nên không nạp số liệu minh họa; dùng lệnh empty trước nếu thật sự muốn."
)
SAMPLE_WHO = "số liệu minh họa"
SAMPLE_LOADED = "Đã nạp số liệu minh họa từ {files} tệp."
EMPTY_QUESTION = (
    "Xóa toàn bộ số liệu trong kho (nên sao lưu trước bằng lệnh backup)? Gõ “có” để tiếp tục: "
)
EMPTY_STOPPED = "Đã dừng, không xóa gì."
EMPTY_NOBODY = (
    "\nKhông có ai trả lời nên đã dừng, không xóa gì; chạy trong kịch bản thì thêm --yes."
)
GO_ON = "Làm như trên? Gõ “có” để tiếp tục: "
STOPPED = "Đã dừng, không thay đổi gì."
NOBODY_ANSWERS = (
    "\nKhông có ai trả lời nên đã dừng, không thay đổi gì; chạy trong kịch bản thì thêm --yes."
)
PLAN_WOULD, PLAN_SAME = "Kế hoạch sẽ thay đổi:", "Kế hoạch không khác bản đang dùng ở điểm nào."
EMPTIED = "Kho đã trống, sẵn sàng nhập số liệu thật."
BACKED_UP = "Đã sao lưu vào {file}."
NO_UNITS = "Năm {year} không có đơn vị hay khối nào là “{asked}” trong kho; hãy xem lại mã đơn vị hoặc tên khối."
TEMPLATE_ENDING = "Biểu mẫu của một đơn vị ghi ra tệp .xlsx, của một khối ghi ra tệp .zip; ở đây cần tên có đuôi {ending}, không phải {file}."
TEMPLATES_WRITTEN = "Đã lập biểu mẫu cho {count} đơn vị: {file}."
RESTORED = "Đã khôi phục từ {file}."
SEALED = "Đã chốt số liệu, bản số {number}: “{name}”, vân tay {fingerprint}."

DECK_WRITTEN = "Đã ghi {slides} trang chiếu vào {file}."

USAGE, ARGUMENTS, OPTIONS = "Cách dùng: ", "Tham số", "Lựa chọn"
HELP_HELP = "xem cách dùng này"
HELP_VERSION = "phiên bản của phần mềm"
HELP_PLAN = "dùng tệp kế hoạch này mà không lưu vào kho (thay cho DASHBOARD_PLAN)"
HELP_IMPORT = "nhập tệp Excel, CSV của đơn vị; có lỗi thì không lưu gì của tệp đó"
HELP_CHECK = "chỉ kiểm tra, không lưu"
HELP_WHO = "tên người thực hiện, ghi vào lịch sử"
HELP_STANDING = "kết quả từng đơn vị trong một năm: điểm, hạng, tình trạng so với mốc, mức hài lòng"
HELP_FLAGS = "các cờ của một năm, mỗi cờ một câu"
HELP_TREND = "một tiêu chí qua các năm, từng đơn vị"
HELP_YEAR = "năm xem xét (mặc định: năm cuối của kế hoạch)"
HELP_AS_OF = "chỉ tính số liệu nộp đến ngày này (mặc định: hôm nay)"
HELP_FORMAT = "dạng kết quả"
HELP_CRITERION = "mã tiêu chí hoặc nhóm; score là tổng điểm, kept là tổng của các tiêu chí không đổi (khi tiêu chí có thay đổi), satisfaction là mức hài lòng"
HELP_PLANS = "kiểm tra, nạp hoặc in kế hoạch"
HELP_PLAN_ACTION = "check: kiểm tra tệp; load: nạp thành phiên bản mới; show: in kế hoạch đang dùng"
HELP_WHY = "lý do thay đổi"
HELP_READ_REPORT = "đọc báo cáo của đơn vị (.docx, .pdf, .txt, hoặc - cho văn bản dán vào): số liệu, tồn tại, khen thưởng, điển hình, văn bản"
HELP_REPORT_FILES = "tệp báo cáo, hoặc - để đọc từ đầu vào chuẩn"
HELP_SEAL = "chốt số liệu của một mốc cho cuộc họp; số đã chốt không bao giờ đổi"
HELP_PACK = "lập hồ sơ họp của một mốc: báo cáo Word và PDF, trình chiếu, phụ lục Excel, tệp nén"
HELP_MILESTONE = "mã của mốc trong kế hoạch, ví dụ tong_ket_2025"
HELP_SEAL_NAME = "tên bản chốt, ví dụ “Họp tổng kết 15/1/2026”"
HELP_OUT = "thư mục để ghi các tệp"
HELP_SEAL_NUMBER = (
    "số của bản chốt (mặc định: bản chốt mới nhất của mốc; chưa có thì dùng số liệu hiện tại)"
)
HELP_WORD_TEMPLATE = "mẫu Word của cơ quan (.docx) cho báo cáo; mặc định mẫu đã chọn ở trang Cuộc họp, rồi mẫu có sẵn"
HELP_ENTERED = "in lại bản chốt như cuối ngày này: kết luận, giải trình, nêu tên ghi sau đó không tính (mặc định: đến nay)"
HELP_EDITION = "đọc ấn bản số liệu mang số này thay cho số liệu hiện nay; năm là năm của ấn bản"
HELP_ANNEXES = "phụ lục của báo cáo: full, đầy đủ; short, rút gọn để gửi đại biểu (không có số căn cứ ở từng câu)"
HELP_INNER = (
    "bản nội bộ của ban thư ký: gồm cả tên đơn vị mới là dự thảo nêu tên, ghi rõ ở từng trang"
)
HELP_PUBLISH = (
    "công bố một ấn bản số liệu cho đại biểu và đơn vị (hoặc rút lại), rồi kiểm chứng kho"
)
HELP_PUBLISH_EDITION = "số của ấn bản (bản chốt) cần công bố hoặc rút lại"
HELP_PUBLISH_YEAR = "chốt số liệu hiện nay của năm này thành ấn bản mới rồi công bố"
HELP_WITHDRAW = "rút lại ấn bản đã công bố"
HELP_MEETING = "kỳ họp, căn cứ hoặc lý do (phải có), ví dụ “Họp tổng kết 15/1/2026”"
WITHDRAW_NEEDS_EDITION = "Rút lại thì cần số của ấn bản: thêm --edition SỐ."
HELP_LIVE = "dùng số liệu hiện tại dù đã có bản chốt"
HELP_DECK = "trình chiếu cho hội trường, một tệp HTML mở được trên máy không có mạng"
HELP_DECK_OUT = "tệp .html sẽ ghi"
HELP_AGENDA = "chương trình đã lưu ở trang Trình chiếu (mặc định: chương trình có sẵn)"
HELP_DECK_SEAL = "lấy số liệu đã chốt của bản chốt số này (mặc định: bản chốt mới nhất của mốc; chưa có thì dùng số liệu hiện tại)"
HELP_THEME = "nền sáng hay tối"
HELP_TEMPLATE = "lập biểu mẫu Excel để gửi đơn vị: một đơn vị, hoặc tệp nén cho cả khối"
HELP_TEMPLATE_YEAR = "năm báo cáo"
HELP_TEMPLATE_UNIT = "mã đơn vị"
HELP_TEMPLATE_BLOCK = "tên khối, cụm thi đua (mỗi đơn vị một biểu mẫu, trong một tệp nén)"
HELP_TEMPLATE_OUT = "tệp ghi ra: .xlsx cho một đơn vị, .zip cho một khối"
HELP_SAMPLE = "nạp số liệu minh họa vào kho trống"
HELP_EMPTY = "xóa toàn bộ số liệu để bắt đầu dùng thật"
HELP_YES = "không hỏi lại"
HELP_BACKUP = "sao lưu toàn bộ kho vào một tệp"
HELP_RESTORE = "khôi phục kho từ tệp sao lưu"
HELP_UPGRADE = "đổi kho sang dạng của phiên bản này: sao lưu, đổi, kiểm tra rồi báo lại"
HELP_CHECK_RESTORE = "chỉ xem trong bản sao lưu có gì và kho sẽ đổi ra sao, không thay gì"
HELP_OUT_FILE = "ghi ra tệp này thay cho màn hình (trên Windows nên dùng: dấu > của PowerShell làm hỏng chữ Việt)"
HELP_FORCE = "khôi phục cả khi kho đang có số liệu (số liệu đang có sẽ bị thay)"


_MISUSES = [
    (re.compile(pattern), sentence)
    for pattern, sentence in (
        (r"the following arguments are required: (.+)", "còn thiếu {0}"),
        (r"argument (.+?): invalid int value: '(.*)'", "{0} phải là số nguyên, không phải “{1}”"),
        (
            r"argument (.+?): invalid fromisoformat value: '(.*)'",
            "{0} phải là ngày có thật viết như 2025-12-31, không phải “{1}”",
        ),
        (
            r"argument (.+?): invalid choice: '(.*?)' \(choose from (.+)\)",
            "{0} không nhận “{1}”; chọn một trong {2}",
        ),
        (r"argument (.+?): expected (?:one|at least one) argument", "sau {0} phải có giá trị"),
        (r"argument (.+?): not allowed with argument (.+)", "{0} không dùng cùng {1}"),
        (r"one of the arguments (.+) is required", "cần một trong {0}"),
        (r"unrecognized arguments: (.+)", "không có tham số {0}"),
        (r"ambiguous option: (.+?) could match (.+)", "{0} có thể là {1}"),
    )
]


def misuse(message: str) -> str:
    """What argparse says of a wrong call, in Vietnamese."""
    for pattern, sentence in _MISUSES:
        if found := pattern.fullmatch(message):
            return sentence.format(*found.groups())
    return message


UNIT_OUTSIDE = "“{said}” chưa có trong danh sách đơn vị: hãy thêm đơn vị này vào danh sách rồi đọc lại, hoặc chọn đơn vị khác khi nhận báo cáo."
UNIT_BARE = "“{said}” viết không dấu; không kể dấu chỉ “{name}” có tên ấy, hãy kiểm tra."

speaks(__name__)
