"""Words of the council's vote: on the screen where it is counted, and in the papers that tell it."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

COUNT_FIELDS = {
    "members": "Tổng số thành viên",
    "present": "Có mặt",
    "issued": "Phiếu phát ra",
    "collected": "Phiếu thu về",
    "valid": "Phiếu hợp lệ",
    "invalid": "Phiếu không hợp lệ",
}
NOT_IN_LAW = "chưa có trong tệp quy định"
BASES = {
    "members": "tổng số thành viên Hội đồng",
    "present": "số thành viên có mặt",
    "valid": "số phiếu hợp lệ",
}

# Số đếm không thể có
NO_COUNT = "Chưa ghi số thành viên và số phiếu của cuộc họp: hãy ghi đủ sáu số rồi mới ghi phiếu của từng người, đơn vị."
COUNT_INCOMPLETE = "Hãy ghi đủ sáu số của cuộc họp bằng số nguyên ({fields})."
NO_MEMBERS = "Tổng số thành viên Hội đồng là 0: hãy ghi số thành viên theo quyết định thành lập."
MORE_THAN = {
    "present": "Có mặt {present} người mà Hội đồng chỉ có {members} thành viên: hãy xem lại hai số này.",
    "issued": "Phát ra {issued} phiếu mà Hội đồng chỉ có {members} thành viên: hãy xem lại hai số này.",
    "collected": "Thu về {collected} phiếu mà chỉ phát ra {issued}: hãy xem lại hai số này.",
}
NOT_ADDED = "Hợp lệ {valid} và không hợp lệ {invalid}, cộng {sum}, không bằng {collected} phiếu thu về: hãy đếm lại."
NOT_A_NUMBER = "“{text}” ở dòng {name} không phải số phiếu: hãy ghi số nguyên từ 0."
HALF = (
    "{name} mới có một trong hai số phiếu: hãy ghi cả đồng ý và không đồng ý, hoặc để trống cả hai."
)
TOO_MANY = "{name} có {agree} phiếu đồng ý và {disagree} không đồng ý, cộng {sum}, nhiều hơn {valid} phiếu hợp lệ: hãy đếm lại."
REASON_MISSING = "Số đã ghi nay sửa lại: hãy ghi lý do sửa."
NOTHING_NEW = "Không có số nào khác với số đã ghi."

# Kết quả
OUTCOMES = {
    "carried": "đạt",
    "lost": "không đạt",
    "tied": "ngang phiếu ở chỉ tiêu cuối cùng",
    "beyond": "đạt tỷ lệ nhưng ngoài chỉ tiêu",
    "no_quorum": "chưa có giá trị: không đủ thành viên dự họp",
    "unknown": "chưa kết luận: tỷ lệ cần đạt chưa có trong tệp quy định",
    "uncounted": "chưa kiểm phiếu",
}
OUTCOMES_SHORT = {
    **OUTCOMES,
    "tied": "ngang phiếu",
    "beyond": "ngoài chỉ tiêu",
    "no_quorum": "chưa có giá trị",
    "unknown": "chưa kết luận",
}
AT_LEAST, MORE_THAN_SHARE = "{share}", "trên {share}"
NEEDED_OF = "{form}: {share}"

# Trên màn hình
TITLE = "Kiểm phiếu của Hội đồng"
SAID = "Ghi số phiếu như biên bản kiểm phiếu; hồ sơ lập sau đó dùng các số này. Chỗ chưa ghi thì in để trống để điền tay."
NOBODY = "Chưa có tập thể, cá nhân nào được đề xuất để bỏ phiếu."
ISSUED_HELP = "Kể cả phiếu lấy ý kiến bằng văn bản của thành viên vắng mặt"
COLUMNS = {
    "name": "Tập thể, cá nhân",
    "agree": "Đồng ý",
    "disagree": "Không đồng ý",
    "told": "Tỷ lệ đồng ý",
    "outcome": "Kết quả",
    "form": "Hình thức đề nghị",
}
TABLE_ALT = "Số phiếu của từng tập thể, cá nhân"
REASON, REASON_HINT = "Lý do sửa số đã ghi", "Ví dụ: đếm lại, đọc nhầm một phiếu"
BUTTON = "Ghi kết quả kiểm phiếu"
NOT_SAVED, SAVED = "Chưa ghi:", "Đã ghi kết quả kiểm phiếu: {said}."
COUNT_SAVED, VOTES_SAVED = "số phiếu của cuộc họp", "{number} dòng phiếu"
NEEDED_SAID = (
    "Thành viên dự họp cần có: {quorum}. Tỷ lệ phiếu đồng ý cần đạt, tính trên {base}: {needed}."
)
SUMMARY = "Đã kiểm phiếu {counted}/{all}: {outcomes}."
NONE_COUNTED = "Chưa ghi số phiếu nào."
GONE = "Có {number} kết quả đã ghi của tập thể, cá nhân nay không còn trong danh sách đề xuất; hồ sơ không dùng các kết quả ấy."
HISTORY = "Lịch sử ghi phiếu"
HISTORY_COLUMNS = {
    "moment": "Lúc",
    "who": "Người ghi",
    "name": "Của ai",
    "what": "Đã ghi",
    "reason": "Lý do sửa",
}
THE_SITTING = "Cuộc họp"
COUNT_WHAT = "{members} thành viên, có mặt {present}; phát ra {issued}, thu về {collected}, hợp lệ {valid}, không hợp lệ {invalid}"
VOTE_WHAT, TAKEN_BACK = "{agree} đồng ý, {disagree} không đồng ý", "bỏ số phiếu đã ghi"

speaks(__name__)
