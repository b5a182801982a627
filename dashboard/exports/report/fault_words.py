"""How the report speaks of each kind of limitation that units tell of themselves: as a fault, as a cause, as a task. Codes: `reading/limitations.toml`."""

from __future__ import annotations

from typing import NamedTuple

from dashboard.plan import Plan
from dashboard.plan.called_parts import Limitation
from dashboard.writing import first_letter
from dashboard.writing.nouns import worded


class Fault(NamedTuple):
    """What is said of a kind inside a sentence; `cause` is '' where the kind is a symptom only."""

    fault: str
    cause: str
    task: str


FAULTS: dict[str, Fault] = {
    "gio_giac_di_muon": Fault(
        "một số ít người còn đi làm muộn, về sớm",
        "",
        "chấn chỉnh giờ giấc làm việc",
    ),
    "trang_phuc": Fault(
        "trang phục, đeo thẻ có lúc chưa đúng quy định",
        "",
        "nhắc nhở việc đeo thẻ, mặc trang phục đúng quy định",
    ),
    "giao_tiep_ung_xu": Fault(
        "giao tiếp, ứng xử với người dân có lúc, có nơi chưa đúng mực",
        "kỹ năng giao tiếp, ứng xử của một số người trực tiếp tiếp dân còn hạn chế",
        "bồi dưỡng kỹ năng giao tiếp, ứng xử cho người trực tiếp tiếp dân",
    ),
    "tinh_than_trach_nhiem": Fault(
        "tinh thần trách nhiệm trong công việc có nơi chưa cao",
        "tinh thần trách nhiệm của một số cá nhân chưa cao",
        "giao việc rõ người, rõ thời hạn và kiểm điểm trách nhiệm khi để chậm việc",
    ),
    "nhan_thuc": Fault(
        "một số người chưa nhận thức đầy đủ mục đích, ý nghĩa của phong trào",
        "nhận thức về mục đích, ý nghĩa của phong trào chưa đều",
        "đổi mới nội dung, hình thức tuyên truyền để mọi người hiểu mục đích của phong trào",
    ),
    "chua_quan_tam": Fault(
        "có nơi chưa thực sự quan tâm, phối hợp tổ chức phong trào",
        "lãnh đạo một số nơi chưa thực sự quan tâm, chỉ đạo",
        "đưa kết quả phong trào vào đánh giá người đứng đầu",
    ),
    "cham_bao_cao": Fault(
        "thông tin, báo cáo có lúc còn chậm",
        "việc theo dõi, tổng hợp số liệu ở một số nơi chưa thành nền nếp",
        "giữ nghiêm thời hạn báo cáo, bổ sung số liệu còn thiếu",
    ),
    "ky_luat_ky_cuong": Fault(
        "kỷ luật, kỷ cương hành chính ở một vài bộ phận có lúc chưa nghiêm",
        "việc tự kiểm tra nội quy, quy chế chưa được duy trì thường xuyên",
        "duy trì tự kiểm tra việc thực hiện nội quy, quy chế",
    ),
    "cai_cach_thu_tuc": Fault(
        "thủ tục hành chính có nơi chưa được cập nhật, còn hồ sơ trễ hạn",
        "việc rà soát, đơn giản hóa thủ tục hành chính đạt kết quả chưa nhiều",
        "rà soát thủ tục hành chính, giải quyết dứt điểm hồ sơ trễ hạn",
    ),
    "cong_nghe_thong_tin": Fault(
        "ứng dụng công nghệ thông tin có mặt còn hạn chế",
        "trang thiết bị, đường truyền và kỹ năng số ở một số nơi chưa đáp ứng",
        "bố trí trang thiết bị, bồi dưỡng kỹ năng số",
    ),
    "khac": Fault(
        "một số tồn tại khác",
        "",
        "khắc phục các tồn tại riêng mà từng đơn vị đã tự nêu",
    ),
}
OWN_TASK = "khắc phục tồn tại về {name}"


def faults(plan: Plan) -> dict[str, Fault]:
    """How the plan's report speaks of each kind, “khac” last: its own kinds in its own words, else those above."""
    if not plan.limitations:
        return worded(FAULTS)
    return {one.code: _own(one) for one in plan.limitations} | {"khac": worded(FAULTS)["khac"]}


def _own(one: Limitation) -> Fault:
    """A kind of the plan's own; what it does not say is made of its name."""
    name = first_letter.small(one.name)
    return Fault(one.fault or name, one.cause, one.task or OWN_TASK.format(name=name))


TOOLS = "cong_nghe_thong_tin"
HEADS = "chua_quan_tam"
AWARENESS = "nhan_thuc"
