"""Words of the meeting pack: report, annexes, slides."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

TITLES = {
    "review": "Báo cáo sơ kết",
    "final": "Báo cáo tổng kết",
    "launch": "Báo cáo tình hình",
    "annual": "Báo cáo tình hình",
}
SUBJECT = "{kind} {movement}"
KINDS = {
    "review": "Sơ kết",
    "final": "Tổng kết",
    "launch": "Tình hình triển khai",
    "annual": "Kết quả năm {year} của",
}
OPENING = "Thực hiện {documents}; căn cứ kết quả do các cơ quan, đơn vị, địa phương báo cáo và kết quả thẩm định đến ngày {as_of}, {owner} báo cáo {subject} như sau:"
CLOSING = (
    "Trên đây là {kind} {movement}; {owner} báo cáo để các cấp, các ngành biết, phối hợp thực hiện."
)
SEALED = "Ấn bản số liệu{number} “{name}”, {state}: chốt lúc {at}, số liệu đến ngày {as_of}, vân tay {fingerprint}."
ATTESTED = "Đầu chuỗi chứng thực của bản chốt: {link}."
NOT_SEALED = "Số liệu chưa chốt, tính đến ngày {as_of}; có thể thay đổi khi đơn vị bổ sung."
SAMPLE = "Số liệu minh họa"
SOURCE = "Nguồn: kết quả do các đơn vị và hội đồng thẩm định gửi; số liệu đến ngày {as_of}."
FILES = "Nguồn: {what} do các đơn vị gửi, tệp ghi ở từng dòng; số liệu đến ngày {as_of}."
METHOD = "Hạng chỉ so trong khối, cụm; hạng sát nhau không có nghĩa khác nhau. Ô “–” là chưa có số liệu, không phải là 0."

# I. Đặc điểm tình hình
SETTING, FAVOURABLE, HARD = "Đặc điểm tình hình", "Thuận lợi", "Khó khăn"
UNITS = "Năm {year}, {whole} có {assessed} được đánh giá trong phong trào, xếp vào {blocks} khối, cụm thi đua, trên tổng số {units} có mặt trong năm."
UNASSESSED = (
    "{units} không đánh giá vì đã kết thúc hoạt động trong năm hoặc tồn tại dưới {months} tháng."
)

# II. Công tác triển khai
WORK, LEADING, TELLING = (
    "Công tác triển khai thực hiện",
    "Công tác lãnh đạo, chỉ đạo",
    "Công tác tuyên truyền, phổ biến",
)
SPAN, ONE_YEAR, OVER = "từ năm {first} đến năm {last}", "năm {last}", "giai đoạn {years}"
DOCUMENTS = "{Span}, các đơn vị đã ban hành {documents} chỉ đạo, kế hoạch thực hiện phong trào."
NO_DOCUMENTS = "Chưa có số liệu về văn bản các đơn vị đã ban hành."
REPORTS = "Năm {year}: {filed} phải báo cáo đã gửi báo cáo, trong đó {on_time} đúng hạn."
NO_REPORTS = "Kế hoạch không đặt hạn báo cáo trong năm {year}."
WORK_TABLE = "Văn bản đã ban hành và báo cáo của các đơn vị, theo năm"
WRITTEN_ON, REPLIED_ON = "sổ ý kiến, ghi ngày {day}", "sổ ý kiến, giải trình ngày {day}"

# III. Kết quả
RESULTS = "Kết quả thực hiện"
AGAINST, BY_GROUP = (
    "Kết quả chung so với mốc",
    "Kết quả theo nhóm tiêu chí",
)
INSPECTIONS, AWARDS, EXAMPLES = "Công tác kiểm tra", "Công tác khen thưởng", "Mô hình, cách làm hay"
STATUS_TABLE = "Số đơn vị theo tình trạng so với mốc, từng khối, cụm"
MIDDLE, MIDDLE_AFTER = "Mức giữa của các đơn vị", "Mức giữa, từ {year} (sau sắp xếp đơn vị)"
MIDDLES_TITLE, MIDDLES_CHANGE = (
    "Điểm mức giữa của các đơn vị qua các năm",
    "Điểm mức giữa {change} từ {first} đến {last}",
)
MIDDLE_SENTENCE = "Điểm mức giữa của các đơn vị được đánh giá năm {year} (một nửa số đơn vị cao hơn, một nửa thấp hơn) là {value}, tính trên {units} có đủ điểm."
PERIOD = "Bình quân điểm các năm {years} (tối thiểu hai năm có điểm) tính được cho {units}, mức giữa {value}; từng đơn vị, cạnh kết quả riêng năm {year}, nêu ở Phụ lục I."
GROUPS_SENTENCE = "Năm {year}, nhóm đạt cao nhất: {best}; nhóm đạt thấp nhất: {worst} (mức giữa, tính theo % điểm tối đa của nhóm)."
GROUPS_TITLE, GROUPS_FINDING, GROUPS_TABLE = (
    "Kết quả từng nhóm tiêu chí năm {year}",
    "{worst} là nhóm đạt thấp nhất năm {year}",
    "Kết quả từng nhóm tiêu chí (mức giữa của các đơn vị, % điểm tối đa)",
)
NO_FORMS = "Năm {year} chưa có số liệu khảo sát mức độ hài lòng."
SURVEY_TABLE, SURVEY_TITLE, SURVEY_RATE = (
    "Mức độ hài lòng theo khối, cụm năm {year}",
    "{rate} người được hỏi hài lòng năm {year}",
    "Tỷ lệ hài lòng chung",
)
PEOPLE_TABLE, PEOPLE_SENTENCE, NO_PEOPLE = (
    "Số người đạt từng nhóm tiêu chí cá nhân năm {year}",
    "Năm {year}, trong {criteria} tiêu chí dành cho cá nhân, tỷ lệ đạt thấp nhất là {low} ({low_name}), cao nhất là {high} ({high_name}); số người của các đơn vị được cộng lại, không lấy bình quân tỷ lệ.",
    "Năm {year} chưa có số liệu về các tiêu chí cá nhân.",
)
INSPECTED, NOT_INSPECTED = (
    "Đã ghi nhận {visits} kiểm tra tại {units} trong {over}; riêng năm {year}: {now}.",
    "Chưa có số liệu về kiểm tra trong giai đoạn.",
)
AWARDED, NOT_AWARDED = (
    "Các đơn vị báo cáo {collectives} lượt tập thể và {individuals} lượt cá nhân được khen thưởng các hình thức trong {over} (được khen nhiều lần thì tính từng lượt).",
    "Chưa có số liệu về khen thưởng trong giai đoạn.",
)
AWARDS_TABLE = "Khen thưởng theo hình thức, {years}"
MODELS, NO_MODELS = (
    "Trong {over} có {models} mô hình, cách làm hay được các đơn vị giới thiệu.",
    "Chưa có mô hình, cách làm hay nào được các đơn vị giới thiệu.",
)

# IV. Đánh giá chung
JUDGEMENT, ACHIEVED, SHORT, CAUSES, LESSONS, TASKS = (
    "Đánh giá chung",
    "Kết quả đạt được",
    "Tồn tại, hạn chế",
    "Nguyên nhân",
    "Bài học kinh nghiệm",
    "Nhiệm vụ, giải pháp thời gian tới",
)
NO_NAMED = "Không có đơn vị nào được nêu tên: chưa có trường hợp nào vừa dưới mốc vừa đủ chắc chắn."
OWN_WORDS_TABLE = "Tồn tại, hạn chế do các đơn vị tự nêu trong báo cáo, theo loại"
NONE_PUBLISHED = "Chưa công bố nêu tên đơn vị nào."
DRAFTS = "Việc nêu tên còn là dự thảo cho đến khi công bố, sau thời hạn {days} ngày để đơn vị giải trình."
STILL_BELOW, NEEDED_THERE = (
    "Đến năm {year} còn {units} chậm hoặc rất chậm so với mốc; {there} nêu ở Phụ lục I.",
    ("từng đơn vị", "số điểm mỗi đơn vị cần thêm một năm"),
)
OPEN_TABLE, NOTHING_OPEN, OPEN_COUNT = (
    "Kết luận của các kỳ họp trước còn đang thực hiện",
    "Không có kết luận nào của các kỳ họp trước còn mở.",
    "Còn {items} của các kỳ họp trước đang thực hiện, {late} đã quá hạn.",
)

# Phụ lục
RANKING, YEARS, WATCH, FACTS = (
    "Xếp hạng trong từng khối, cụm năm {year}",
    "Tổng điểm của từng đơn vị qua các năm",
    "Đơn vị được nêu tên và cần theo dõi, kèm lý do",
    "Sự việc cần nhắc: báo cáo và mốc",
)
READY_TITLE = "Số liệu khi chốt: mục đã đủ, mục còn thiếu"
READY_SAID = (
    "Khi chốt đã xem {all} mục; còn thiếu ở {lacking} mục, mỗi mục ghi lý do bỏ qua nếu có."
)
ELSEWHERE = r"; [^;.]*\bnêu ở Phụ lục [IVXL]+"
BY_REASON = "{items} (bỏ qua: {reason})"
SEALED_WITH = "Khi chốt còn: {items}."
SEALED_OPEN = "{said} (không ghi lý do)"
READY_STATES = {"done": "đủ", "waived": "thiếu, bỏ qua có lý do", "open": "thiếu, không ghi lý do"}
AWARDS_BY_YEAR, ISSUED, GOOD_EXAMPLES, OWN = (
    "Khen thưởng theo hình thức và năm",
    "Văn bản các đơn vị đã ban hành",
    "Mô hình, cách làm hay",
    "Tồn tại, hạn chế do đơn vị tự nêu",
)
VISITS, MEASURED = "Kiểm tra đã ghi nhận", "Kết quả từng tiêu chí, mức chung của các đơn vị"
UNIT_NAME = "Cơ quan, đơn vị"
TERMS, TERMS_SHEET, TERM, MEANING = "Giải thích từ ngữ", "Từ ngữ", "Từ ngữ", "Nghĩa là"
TERMS_SOURCE = "Nguồn: trang Phương pháp của bảng theo dõi."
INDICES = "Chỉ số cấp tỉnh (PAPI, PCI, PAR INDEX, SIPAS)"
RANKING_NOTE = (
    "“Giai đoạn” là bình quân điểm {span}, tối thiểu hai năm. Đơn vị chưa thẩm định đủ đứng sau, hạng là tạm. Chênh lệch tính trên điểm chưa làm tròn. "
    + METHOD
)
STAFF, STAFF_ONE = (
    "Nhóm tiêu chí cá nhân dưới mốc {target}: {said}.",
    "{criterion} {people} ({rate}, cần thêm {needed})",
)
REPLY = "Giải trình: {reply}"
WATCH_NOTE = "Mức ước lấy từ số liệu nhiều năm chứ không riêng một năm; cách kết luận nói ở mục “Tồn tại, hạn chế” của báo cáo."
FACTS_NOTE = "Sự việc được nêu để nhắc, không phải kết luận về đơn vị."
MOST_QUOTES = 8

# Trang trình chiếu
NOT_READ = "(Không đọc)"
DOTS = "……"
LOST_AT, TOLD = "Mất nhiều điểm nhất ở: {criteria}.", "Đơn vị tự nêu: {cause}."
GOT, GOT_UNIT = "Phần điểm đạt được", "% điểm tối đa"
SLIDES = {
    "status": "{said} đạt mốc {milestone}",
    "ahead": "năm {year}: {said} đã đạt mốc {milestone}",
    "unknown": "Chưa đủ dữ liệu để so các đơn vị với mốc {milestone}",
    "no_target": "Năm {year} chưa đặt mốc cho tổng điểm",
    "middles": "{finding}",
    "groups": "{finding}",
    "survey": "{rate} người được hỏi hài lòng",
    "no_survey_target": "chưa đặt mốc",
    "blocks": "{finding}",
    "reports": "{said} gửi báo cáo năm {year} đúng hạn",
    "named": "{units} được nêu tên vì chắc chắn thấp hơn mốc",
    "examples": "Mô hình, cách làm hay",
    "lost": "{units} chậm hoặc rất chậm mất điểm nhiều nhất ở: {worst}",
    "commended": "Đề nghị khen thưởng {units}",
    "tasks": "Ai làm, việc gì, bao giờ xong",
    "open": "{items} của các kỳ họp trước còn đang thực hiện",
}

speaks(__name__)
