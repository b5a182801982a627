"""Words of the documents that an office writes around a meeting. What nobody has entered is a row of dots, never a guess."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

DOTS, NOT_IN_LAW = "……", "…… (chưa có trong tệp quy định)"
NO_UNITS = "Chưa có tập thể nào được đề xuất theo quy tắc của kế hoạch; danh sách để trống cho Hội đồng bổ sung."
NOBODY_CARRIED = "Sau khi bỏ phiếu không còn tập thể, cá nhân nào trong danh sách đề nghị."
PLACE = "STT"
UNIT, BLOCK, FORM, RESULT, YEAR_SCORE, GROUNDS = (
    "Tập thể",
    "Khối, cụm",
    "Hình thức đề nghị",
    "Kết quả giai đoạn",
    "Điểm năm {year}",
    "Căn cứ",
)
PERSON, POSITION, OFFICE, DEED = (
    "Họ và tên",
    "Chức vụ, chức danh",
    "Đơn vị công tác",
    "Tóm tắt thành tích",
)
SOURCE = "Nguồn: đề xuất theo quy tắc khen thưởng của kế hoạch; số liệu đến ngày {as_of}. Hội đồng xem xét, quyết định."
COUNCIL = "Hội đồng Thi đua - Khen\u00a0thưởng"
COUNCIL_COPIES = (
    "Thành viên Hội đồng",
    "Cơ quan thường trực Hội đồng",
    "Lưu: VT, hồ sơ khen thưởng",
)
CHAIR, CLERK = ("CHỦ TRÌ",), ("THƯ KÝ",)
COUNTERS = ("TM. TỔ KIỂM PHIẾU", "TỔ TRƯỞNG")
LAW, DECREE = "{name} số {number}", "Nghị định số {number} của Chính phủ"
BODY_TEXT = (
    "Căn cứ {law};",
    "Căn cứ {decree} quy định chi tiết thi hành {law_name};",
    "Thực hiện {documents};",
)

# Tờ trình
PROPOSAL, PROPOSAL_ABOUT = (
    "TỜ TRÌNH",
    "Về việc đề nghị khen thưởng thành tích trong {movement}",
)
PROPOSAL_TEXTS = (
    "Thực hiện {documents}; căn cứ kết quả thẩm định đến ngày {as_of}, {body} kính trình {owner} xem xét, khen thưởng như sau:",
)
PROPOSAL_PROCESS, PROPOSAL_NUMBERS, PROPOSAL_WISH = (
    "Quá trình xét",
    "Kết quả đề nghị",
    "Kiến nghị",
)
PROCESS = (
    "Tập thể được xét theo kết quả {years}, trong từng khối, cụm thi đua, theo quy tắc khen thưởng của kế hoạch ({rule}).",
    "Hội đồng Thi đua - Khen thưởng họp ngày {dots}, có {present}/{members} thành viên dự; bỏ phiếu kín, kết quả ghi tại biên bản kiểm phiếu kèm theo.",
)
NUMBERS = "Đề nghị khen thưởng {both} (danh sách kèm theo)."
NUMBERS_TABLE = "Số lượng đề nghị theo hình thức"
FORM_COLUMN, UNITS_COLUMN, PERSONS_COLUMN = "Hình thức khen thưởng", "Tập thể", "Cá nhân"
WISH = "{body} kính trình {owner} xem xét, quyết định khen thưởng theo thẩm quyền và đề nghị cấp trên khen thưởng đối với các hình thức vượt thẩm quyền."
WITH = "Hồ sơ kèm theo gồm: danh sách trích ngang, tóm tắt thành tích, báo cáo thành tích, biên bản họp và biên bản kiểm phiếu của Hội đồng."

# Danh sách
COLLECTIVES, COLLECTIVES_ABOUT = (
    "DANH SÁCH",
    "Trích ngang tập thể đề nghị khen thưởng trong {movement}",
)
PERSONS, PERSONS_ABOUT = (
    "DANH SÁCH",
    "Trích ngang cá nhân đề nghị khen thưởng trong {movement}",
)
PERSONS_SAID = "Theo quy tắc của kế hoạch, các đơn vị dưới đây được giới thiệu {persons}; đơn vị ghi họ tên, chức vụ, thành tích."
PERSONS_ENTERED = "Các đơn vị đã giới thiệu {persons}."
PERSONS_NONE, BLANK_ROWS = "Kế hoạch chưa dành chỉ tiêu cá nhân cho kỳ này; danh sách để trống.", 3

# Tóm tắt và báo cáo thành tích
SUMMARY, SUMMARY_ABOUT = (
    "TÓM TẮT THÀNH TÍCH",
    "Của các tập thể đề nghị khen thưởng trong {movement}",
)
SUMMARY_OF = "{name} (đề nghị: {form}): {deeds}."
DEED_RESULT = "kết quả giai đoạn {result}, xếp loại {class_name}"
DEED_YEAR = "năm {year} đạt {score}, hạng {rank} trong khối, cụm"
DEED_SURVEY, DEED_STAFF = "{rate} người được hỏi hài lòng ({forms})", "tập thể {staff}"
DEED_MODELS = "đã giới thiệu {models}"
REPORT, REPORT_ABOUT = (
    "BÁO CÁO THÀNH TÍCH",
    "Đề nghị {form} cho {name}",
)
REPORT_FORM = "(Theo mẫu số {paper} ban hành kèm theo {decree})"
REPORT_PARTS = (
    "Sơ lược đặc điểm, tình hình",
    "Thành tích đạt được",
    "Các hình thức đã được khen thưởng",
)
REPORT_SETTING = "Tên tập thể: {name}; khối, cụm thi đua: {block}; số người: {staff}. Địa chỉ trụ sở: {dots}. Điện thoại: {dots}."
REPORT_HISTORY = "Quá trình thành lập, chức năng, nhiệm vụ, cơ sở vật chất: {dots}."
REPORT_SCORES, REPORT_GROUPS = (
    "Kết quả thực hiện phong trào qua các năm",
    "Kết quả từng nhóm tiêu chí năm {year}",
)
REPORT_YEAR, REPORT_SCORE, REPORT_GROUP, REPORT_PART, REPORT_MIDDLE = (
    "Năm",
    "Điểm",
    "Nhóm tiêu chí",
    "% điểm tối đa",
    "Mức giữa của khối",
)
REPORT_MODELS = "Mô hình, cách làm hay đã giới thiệu: {models}."
REPORT_MODEL = "“{title}” (năm {year})"
REPORT_MEASURES = "Biện pháp đã thực hiện, sáng kiến, tác dụng: {dots}."
REPORT_PARTY = "Chấp hành chủ trương của Đảng, pháp luật của Nhà nước; hoạt động của tổ chức đảng, đoàn thể: {dots}."
REPORT_AWARDS = "Khen thưởng đơn vị đã báo cáo trong giai đoạn"
REPORT_NO_AWARDS = "Đơn vị chưa báo cáo khen thưởng nào trong giai đoạn; bổ sung (năm, hình thức, số quyết định): {dots}."
REPORT_SIGNED = (("THỦ TRƯỞNG ĐƠN VỊ", "(Ký, đóng dấu)"),)
CERTIFIED = "XÁC NHẬN CỦA CẤP TRÌNH KHEN"

# Quyết định
DECISION, DECISION_ABOUT = "QUYẾT ĐỊNH", "Về việc khen thưởng thành tích trong {movement}"
DECIDES, CHAIR_OF, FOR_ALL = "QUYẾT ĐỊNH:", "CHỦ TỊCH {owner}", "TM."
COMMITTEE, COMMITTEE_SHORT, LEVEL = "Ủy ban nhân dân", "UBND", "cấp "
LOCAL_LAW = "Căn cứ Luật Tổ chức chính quyền địa phương đang có hiệu lực;"
DECISION_GROUNDS = (
    *BODY_TEXT,
    "Theo đề nghị của {secretariat} tại Tờ trình số {dots} ngày {dots}.",
)
ARTICLES = (
    "Tặng {form} cho {units} đã có thành tích trong {movement} (danh sách kèm theo).",
    "Mức tiền thưởng thực hiện theo quy định hiện hành; kinh phí trích từ Quỹ thi đua, khen thưởng.",
    "Quyết định này có hiệu lực kể từ ngày ký. Thủ trưởng các cơ quan, đơn vị liên quan và các tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này",
)
ARTICLE, NO_FORM = "Điều {number}. ", "……(hình thức khen thưởng)"
ON_PERSONS, PERSONS_OF = " và {number} cá nhân", "cá nhân được tặng {form}"
VOTED = "Tập thể, cá nhân"
DECISION_COPIES = ("Như Điều 3", "Lưu: VT, TĐKT")

# Giấy mời, chương trình
INVITATION, INVITATION_ABOUT = "GIẤY MỜI", "Dự {meeting}"
INVITATION_TEXTS = (
    "{body} trân trọng kính mời: {dots}.",
    "Dự {meeting} về {movement}.",
    "Chủ trì: {dots}.",
    "Thời gian: {dots} giờ {dots}, ngày {dots}.",
    "Địa điểm: {dots}.",
    "Tài liệu gửi kèm: chương trình, báo cáo, danh sách đề nghị khen thưởng. Đề nghị xác nhận dự họp trước ngày {dots} qua {dots}.",
    "Sự có mặt của đại biểu góp phần vào thành công của hội nghị",
)
PROGRAMME, PROGRAMME_ABOUT = "CHƯƠNG TRÌNH", "{Meeting}"
PROGRAMME_COLUMNS = ("Thời gian", "Nội dung", "Người thực hiện", "Số phút")
PROGRAMME_ITEMS = (
    ("Đón tiếp đại biểu, ổn định tổ chức", "Ban Tổ chức", 15),
    ("Chào cờ, tuyên bố lý do, giới thiệu đại biểu", "Ban Tổ chức", 10),
    ("Diễn văn khai mạc", "Chủ trì", "opening"),
    ("Báo cáo tóm tắt", "Cơ quan thường trực", "summary"),
    ("Tham luận, thảo luận", "Các đơn vị", 45),
    ("Công bố quyết định và trao khen thưởng", "Chủ trì", 20),
    ("Kết luận, giao nhiệm vụ", "Chủ trì", 15),
)
PROGRAMME_SOURCE = "Số phút là gợi ý để sửa; bài đọc tính {rate} chữ một phút. Cộng: {total} phút."

# Bài đọc
OPENING, SHORT_REPORT = "DIỄN VĂN KHAI MẠC", "BÁO CÁO TÓM TẮT"
READ_ALOUD = "(Bài đọc khoảng {minutes} phút: {words} chữ, {rate} chữ một phút)"
OPENING_TEXTS = (
    "Kính thưa các đồng chí lãnh đạo, các vị đại biểu!",
    "Hôm nay, {owner} tổ chức {meeting} về {movement}. Thay mặt chủ trì hội nghị, tôi nhiệt liệt chào mừng các đồng chí lãnh đạo, các vị đại biểu và các tập thể, cá nhân tiêu biểu về dự.",
    "Phong trào được tổ chức {span} theo kế hoạch của {owner}. {ear}",
    "Bên cạnh kết quả, vẫn còn {behind} chậm hoặc rất chậm so với mốc. Đề nghị hội nghị thẳng thắn chỉ rõ nguyên nhân và việc phải làm.",
    "Tôi đề nghị các đại biểu tập trung vào ba việc: đánh giá đúng kết quả; chỉ rõ tồn tại, nguyên nhân; thống nhất nhiệm vụ, ai làm, bao giờ xong.",
    "Với tinh thần đó, tôi tuyên bố khai mạc hội nghị. Chúc các đồng chí lãnh đạo, các vị đại biểu sức khỏe; chúc hội nghị thành công!",
)
OPENING_EAR = "Đến nay, {ear} đã đạt mốc {aim}."
SHORT_TEXTS = (
    "Kính thưa các đồng chí, thưa các vị đại biểu!",
    "{owner} báo cáo tóm tắt {subject} như sau:",
)
SHORT_PARTS = ("Về kết quả", "Về tồn tại, nguyên nhân", "Về nhiệm vụ")
SHORT_END = "Báo cáo đầy đủ đã gửi các đại biểu. Xin trân trọng cảm ơn!"

# Kết luận, công văn
CONCLUSION, CONCLUSION_ABOUT = (
    "THÔNG BÁO",
    "Kết luận tại {meeting} về {movement}",
)
CONCLUSION_TEXTS = (
    "Ngày {dots}, {dots} đã chủ trì {meeting}. Sau khi nghe báo cáo và ý kiến thảo luận, chủ trì kết luận:",
)
CONCLUSION_PARTS = ("Đánh giá chung", "Nhiệm vụ", "Phân công, thời hạn")
CONCLUSION_TABLE = "Phân công nhiệm vụ"
WHAT, WHO, WHEN = "Việc", "Ai làm", "Xong trước ngày"
CONCLUSION_END = "Thông báo để các cơ quan, đơn vị biết, thực hiện"
LETTER_ABOUT = "thực hiện kết luận {meeting} về {movement}"
LETTER_TEXTS = (
    "Thực hiện kết luận tại {meeting} về {movement}, {body} đề nghị các cơ quan, đơn vị:",
)
LETTER_ITEMS = (
    "Rà soát các tiêu chí còn thấp, lập kế hoạch khắc phục, ghi rõ việc làm, người chịu trách nhiệm, thời hạn; gửi về {body} trước ngày {dots}.",
    "Gửi báo cáo còn thiếu, bổ sung số liệu chưa đủ theo danh sách kèm theo.",
    "Phổ biến, nhân rộng các mô hình, cách làm hay nêu tại báo cáo của hội nghị.",
)
LETTER_ITEM_PLAIN = 1
LETTER_END = (
    "Trong quá trình thực hiện, nếu có vướng mắc, đề nghị phản ánh về {body} để được hướng dẫn"
)
LETTER_LIST = "Đơn vị còn thiếu báo cáo hoặc chưa đủ số liệu"
LETTER_TO = "Các cơ quan, đơn vị tham gia phong trào"
LACKING, NO_REPORT, NO_DATA = "Còn thiếu", "báo cáo năm {year}", "số liệu để tính điểm"

MEETING = "Hội nghị {name}"
MEETING_INSIDE = "hội nghị {name}"

# Tên tệp
FOLDER = "Văn bản"
REPORTS_FOLDER = "05 Báo cáo thành tích"
NAMES = {
    "proposal": "01 Tờ trình khen thưởng",
    "collectives": "02 Danh sách trích ngang tập thể",
    "persons": "03 Danh sách trích ngang cá nhân",
    "summary": "04 Tóm tắt thành tích",
    "ballot": "06 Phiếu suy tôn",
    "count": "07 Biên bản kiểm phiếu",
    "minutes": "08 Biên bản họp Hội đồng",
    "decision": "09 Dự thảo quyết định khen thưởng",
    "invitation": "10 Giấy mời",
    "programme": "11 Chương trình",
    "opening": "12 Diễn văn khai mạc",
    "short": "13 Báo cáo tóm tắt (bài đọc)",
    "conclusion": "14 Thông báo kết luận",
    "letter": "15 Công văn gửi đơn vị",
}

speaks(__name__)
