"""Words of the letters that urge units to report (công văn đôn đốc): office register, facts only, respectful."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

OVERDUE, LATE = "missing", "late"

SUBJECT = {
    OVERDUE: "đôn đốc gửi {report} về {movement}",
    LATE: "thời hạn gửi {report} về {movement}",
}
DEADLINE = "Thực hiện {plan}, hạn gửi {report} của các cơ quan, đơn vị là {due} ({source})."
ONE = {
    OVERDUE: "Theo sổ theo dõi, tính đến {as_of}, {body} chưa nhận được {report} của {unit}, quá hạn {days} ngày.",
    LATE: "Theo sổ theo dõi, {body} nhận được {report} của {unit} vào {submitted}, chậm {days} ngày so với hạn nêu trên.",
}
MANY = {
    OVERDUE: "Theo sổ theo dõi, tính đến {as_of}, {body} chưa nhận được {report} của {count} cơ quan, đơn vị có tên trong danh sách kèm theo.",
    LATE: "Theo sổ theo dõi, {body} nhận được {report} của {count} cơ quan, đơn vị có tên trong danh sách kèm theo sau hạn nêu trên.",
}
ASKED = {
    OVERDUE: "Để kịp tổng hợp, báo cáo {owner}, {body} đề nghị {whom} quan tâm chỉ đạo, hoàn thành {report} cùng biểu số liệu, gửi về {body} chậm nhất {reply_by}. "
    "Trường hợp đã gửi, đề nghị cho biết số, ngày của văn bản để {body} cập nhật sổ theo dõi.",
    LATE: "{body} đề nghị {whom} quan tâm, gửi báo cáo đúng hạn trong các kỳ tiếp theo. Trường hợp ngày gửi nêu trên chưa đúng, đề nghị cho biết để {body} cập nhật sổ theo dõi.",
}
LIVE = "Số liệu trong sổ theo dõi là số liệu đang cập nhật, {as_of}, chưa chốt; báo cáo gửi sau ngày này chưa được tính."
HELP = "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, đề nghị phản ánh về {body} để cùng phối hợp giải quyết."
THANKS = "{body} trân trọng cảm ơn sự quan tâm, phối hợp của {whom}."
THE_UNIT, THE_UNITS = "quý cơ quan", "các cơ quan, đơn vị"
LISTED_UNITS = "Các cơ quan, đơn vị có tên trong danh sách kèm theo"

LIST_TITLE = {
    OVERDUE: "Danh sách cơ quan, đơn vị chưa gửi {report}",
    LATE: "Danh sách cơ quan, đơn vị gửi {report} sau hạn",
}
LIST_SOURCE = "Nguồn: sổ theo dõi nộp báo cáo, số liệu đang cập nhật, {as_of}. Các đơn vị xếp theo thứ tự trong danh sách chung, không phải thứ hạng."
PLACE, UNIT, BLOCK, DUE, SUBMITTED = (
    "STT",
    "Cơ quan, đơn vị",
    "Khối, cụm thi đua",
    "Hạn gửi",
    "Ngày gửi",
)
DAYS = {OVERDUE: "Số ngày quá hạn", LATE: "Số ngày chậm"}

FIRST_COPY = "Như trên"
SAMPLE = "Số liệu minh họa của một tỉnh không có thật"

speaks(__name__)
