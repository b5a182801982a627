"""What the command line, the page Phong trào and the frame say of the movements of one installation."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

FIRST = "chinh"
"""The code of the first movement in links; the same as `data_access.movements.FIRST`."""
PARAMETER = "phong_trao"
"""The choice's name in the link."""

ABOUT = "các phong trào trong cùng bản cài: xem, thêm, đóng, mở lại, cấp quyền; mỗi phong trào có kho, kế hoạch, ấn bản và quyền riêng"
ACTION, CODE, NAME, ACCOUNT = "VIỆC", "MÃ", "TÊN", "TÀI-KHOẢN"
HELP_LIST = "xem mọi phong trào"
HELP_ADD = "thêm phong trào, với một tệp kế hoạch hoặc một kho đã đặt sẵn đúng chỗ"
HELP_CLOSE = "đóng phong trào: không ai được xem nữa, kho còn nguyên"
HELP_REOPEN = "mở lại phong trào đã đóng"
HELP_RIGHTS = "xem quyền trong phong trào, hoặc đặt quyền của một tài khoản"
HELP_CODE = "mã phong trào: chữ thường không dấu, chữ số, gạch ngang"
HELP_NAME = "tên để chọn trên màn hình"
HELP_FIRST_PLAN = "tệp kế hoạch của phong trào mới"
HELP_EXISTING = "kho của phong trào đã đặt sẵn đúng chỗ, chỉ đăng ký"
HELP_ACCOUNT = "tài khoản được đặt quyền; bỏ trống để xem"
HELP_ROLE = (
    "vai trò trong phong trào này: member (đại biểu), secretary (thư ký), unit (đơn vị); "
    "ghi nhiều lần để có nhiều vai trò, không ghi để thu lại quyền"
)
HELP_UNIT = "mã đơn vị của phong trào này, chỉ cho vai trò unit"
HELP_MOVEMENT = "làm việc với phong trào mang mã này (thay cho DASHBOARD_MOVEMENT); không ghi: phong trào thứ nhất"
HELP_ALL = "khôi phục cả các phong trào khác, từ những tệp cùng tên đã sao lưu bên cạnh"

ONLY_FIRST = "Bản cài này chỉ có phong trào thứ nhất. Thêm: movement add MÃ TÊN --plan TỆP."
LINE = "{code}: {name} · {state} · {people} · {place}"
OPEN, CLOSED = "đang mở", "đã đóng {day}"
PEOPLE = "{count} người có quyền"
PERSON = "{name}: {person} · {roles}{unit}"
UNIT = ", đơn vị {unit}"
NOBODY = "Chưa ai có quyền riêng trong phong trào này; quản trị xem được mọi phong trào."
ADDED = "Đã thêm phong trào “{name}” (mã {code}). Cấp quyền: movement rights {code} TÀI-KHOẢN --role member."
WAS_CLOSED = "Đã đóng phong trào {code}: không ai được xem nữa; kho còn nguyên và vẫn được sao lưu hằng ngày."
REOPENED = "Đã mở lại phong trào {code}."
RIGHT_SET = "Tài khoản {name} nay có ở phong trào {code}: {roles}. Người đó phải đăng nhập lại."
RIGHT_TAKEN = "Đã thu lại quyền của {name} ở phong trào {code}. Người đó phải đăng nhập lại."
NEEDS_PLAN = "Thêm phong trào thì cần kế hoạch của nó (--plan TỆP), hoặc --existing nếu kho đã đặt sẵn đúng chỗ."
PLAN_OR_EXISTING = "--plan và --existing không dùng cùng nhau: kho đặt sẵn đã có kế hoạch của nó."
STORE_ILL = "Phong trào “{name}” ({code}) chưa được làm: {reason}"
UNREAD = "Chưa mở được kho của phong trào {names}, nên điều giữ ở đó không có ở đây; hãy báo người quản trị chạy doctor."
FIRST_ALONE = (
    "Lệnh này chỉ làm với phong trào thứ nhất, nơi giữ tài khoản của cả bản cài; hãy bỏ --movement "
    "(DASHBOARD_MOVEMENT). Quyền trong phong trào khác: movement rights MÃ TÀI-KHOẢN --role VAI-TRÒ."
)
ALL_OR_ONE = "--all khôi phục mọi phong trào nên không dùng cùng --movement (DASHBOARD_MOVEMENT); hãy chọn một."
NOT_RESTORED = "Phong trào {code}: không có tệp {file} nên chưa khôi phục."

ROLES_OF = {
    "member": "Đại biểu: xem các năm đã công bố của phong trào này",
    "secretary": "Thư ký: xem mọi số liệu, nhập, thẩm định, chốt, in, công bố của phong trào này",
    "unit": "Đơn vị: trang của riêng một đơn vị trong phong trào này, không kèm vai trò khác",
}
NO_ADMIN = (
    "Vai trò Quản trị là của cả bản cài, không cấp riêng cho một phong trào; hãy chọn vai trò khác."
)
ADMIN_IS_NO_UNIT = "{name} là quản trị của cả bản cài nên không mang vai trò Đơn vị được."

IN_THE_FIRST = "Người dùng và danh sách phong trào là của cả bản cài, chỉ quản lý khi đang mở phong trào thứ nhất; hãy chọn phong trào ấy ở đầu trang."
NOT_HERE = "Không có phong trào “{code}” đang mở mà tài khoản này được xem."
NOT_HERE_NEXT = "Hãy chọn một phong trào ở dưới, hoặc nhờ người quản trị cấp quyền."
NOTHING_HERE_NEXT = (
    "Tài khoản này chưa được cấp quyền ở phong trào nào đang mở; hãy nhờ người quản trị."
)
OTHER_TAB = "Thẻ trình duyệt này đang mở phong trào “{held}”, còn đường dẫn là của phong trào khác; hãy mở lại để không lẫn số liệu."
CHANGE = "Đổi phong trào"

TAB, TITLE = "Phong trào", "Các phong trào khác"
COLUMNS = {"code": "Mã", "name": "Tên", "state": "Tình trạng", "people": "Số người có quyền"}
SAID = (
    "Mỗi phong trào có kho, kế hoạch, ấn bản, nhật ký và quyền riêng; tài khoản thì chung. Quản trị xem được mọi phong trào, "
    "người khác chỉ thấy phong trào mà mình được cấp quyền. Đổi phong trào ở đầu trang."
)
ADD_SAID = "Thêm một phong trào, bắt đầu từ tệp kế hoạch của nó hoặc bản sao kế hoạch đang dùng ở đây để sửa sau."
FIELD_CODE, FIELD_CODE_HINT = (
    "Mã phong trào",
    "Chữ thường không dấu, chữ số, gạch ngang, ví dụ: cai-cach",
)
FIELD_NAME, FIELD_NAME_HINT = "Tên phong trào", "Tên để chọn ở đầu trang"
FIELD_PLAN, FIELD_COPY = "Tệp kế hoạch", "Dùng bản sao kế hoạch đang dùng ở đây"
ADD, NOT_ADDED = "Thêm phong trào", "Chưa thêm:"
FILE_OR_COPY = (
    "Hãy chọn tệp kế hoạch, hoặc đánh dấu dùng bản sao kế hoạch đang dùng; chỉ một trong hai."
)
ADDED_HERE = "Đã thêm phong trào “{name}”. Tải lại trang rồi chọn phong trào ở đầu trang để nhập đơn vị, số liệu."
NOBODY_SIGNED = "tại máy chủ"
RIGHTS_SAID = "Quyền trong một phong trào: đặt lại cho từng tài khoản; không chọn vai trò nào là thu lại quyền."
CHOOSE, CHOOSE_HINT = "Phong trào", "Chọn trong danh sách"
PEOPLE_OF = "Đang có quyền:"
NO_ACCOUNTS = (
    "Chưa có tài khoản nào nên chưa phải cấp quyền: người ngồi tại máy này xem được mọi phong trào."
)
FIELD_ACCOUNT, FIELD_UNIT = "Tài khoản", "Đơn vị của phong trào này (chỉ cho vai trò Đơn vị)"
GIVE, NOT_GIVEN = "Đặt quyền", "Chưa đổi quyền:"
NEEDS_ACCOUNT = "Hãy chọn tài khoản."
CHOOSE_TO_CLOSE = "Phong trào cần đóng hoặc mở lại"
ABOUT_CLOSING = "Đóng thì không ai xem được phong trào này nữa, kể cả quản trị; kho còn nguyên, vẫn được sao lưu, và mở lại được bất cứ lúc nào."
ABOUT_OPENING = "Mở lại thì những người đã có quyền lại thấy phong trào này."
CLOSE, REOPEN = "Đóng phong trào", "Mở lại phong trào"

speaks(__name__)
