"""Words of the page Điển hình."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

ANSWER = "{models} do {units} giới thiệu, trong đó {leaders} thuộc nhóm đầu khối, cụm"
ANSWER_NO_LEADERS = (
    "{models} do {units} giới thiệu, chưa có đơn vị nào trong số đó chắc chắn ở nhóm đầu khối, cụm"
)
NO_MODELS = "Chưa có mô hình, cách làm hay nào được các đơn vị giới thiệu"
COMMENDED = "năm {year} khen thưởng {collectives}, {individuals}"
UNKNOWN = "chưa rõ số {noun}"
LEADERS, LEADERS_NOTE = (
    "Cách làm của các đơn vị nhóm đầu",
    "Đơn vị mà xếp hạng phân biệt được là ở nhóm đầu khối, cụm năm {year} bằng điểm đã thẩm định, mỗi đơn vị một mô hình mới nhất; lời của đơn vị, nguyên văn.",
)
NO_LEADERS = "Chưa có mô hình nào của đơn vị phân biệt được là ở nhóm đầu khối, cụm năm {year} trong phần đang xem."
ALL, ALL_FOLD = "Tất cả mô hình, cách làm hay đến năm {year}", "Xem tất cả mô hình, cách làm hay"
AWARDS, AWARDS_TABLE = "Khen thưởng theo hình thức và năm", "Khen thưởng theo hình thức và năm"
NO_AWARDS = "Chưa có số liệu khen thưởng trong phần đang xem."
AWARDS_NOTE = "Số do các đơn vị báo cáo; đếm theo lượt: một tập thể, cá nhân được khen nhiều lần, nhiều hình thức thì tính từng lượt. Ô “–”: không đơn vị nào báo cáo."
FORMS, WHOM = "Hình thức", {"collectives": "lượt tập thể", "individuals": "lượt cá nhân"}
DRAWN = "Số {noun} theo hình thức khen thưởng, {first}–{last}"
FINDING, BEFORE, NONE_NOW = (
    "Năm {year}: {people} được khen thưởng",
    " (năm {year}: {people})",
    "Năm {year} chưa có số liệu khen thưởng {noun}",
)
ALT = "Bảng màu số {noun} được khen thưởng theo hình thức và năm. Năm {year}: {said}."
RANK, YEAR_OF = "hạng {rank} {block} năm {now}", "báo cáo năm {year}"
SOURCE = (
    "Nguồn: mô hình, khen thưởng do các đơn vị gửi, tệp ghi ở từng dòng; số liệu đến ngày {day}."
)
MODEL, UNIT, YEAR, CONTENT, BLOCK, FROM = (
    "Mô hình, gương",
    "Đơn vị",
    "Năm",
    "Nội dung",
    "Khối, cụm",
    "Nguồn",
)

speaks(__name__)
