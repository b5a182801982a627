"""The prose of the report: what is said from the figures in the voice of a province's own reports. Each pattern is used once, so that no sentence repeats another."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

# Thuận lợi
FIRST_DOCUMENTS = "Phong trào được cụ thể hóa bằng văn bản: ngay năm {year} đã có {units} ban hành kế hoạch hoặc văn bản triển khai."
REPORTS_HABIT = "Chế độ báo cáo được duy trì qua các năm: {on_time} lượt báo cáo phải gửi trong {over} đã đến đúng hạn."
MODELS_GOOD = (
    "Nhiều nơi chủ động tìm cách làm mới: {units} đã giới thiệu {models} mô hình, cách làm hay."
)
ASK_FAVOURABLE = "Sự lãnh đạo của cấp ủy, nguồn lực, sự đồng thuận có thuận lợi gì cần nêu thêm?"

# Khó khăn
REORGANISED = "Tổ chức bộ máy thay đổi trong giai đoạn: {ended} được sáp nhập, chia tách, đổi tên hoặc giải thể; số liệu của đơn vị mới tính từ ngày thành lập{fresh}."
FRESH = ", nên {units} mới được đánh giá năm {year} chưa có điểm năm trước để so sánh"
TOOLS = "Hạ tầng, trang thiết bị và ứng dụng công nghệ thông tin ở một số nơi còn hạn chế: {units} tự nêu điều này trong {over}."
ASK_HARD = "Dịch bệnh, thiên tai, thay đổi chính sách đã tác động thế nào đến phong trào?"
DIFFICULTIES = "Các đơn vị phản ánh"

# Công tác triển khai
NAMES_MISSING = "Chưa nhận được báo cáo của: {names}."
TELLING_CRITERION = (
    "Tiêu chí “{name}” đạt {now} số điểm tối đa năm {year}{before} (mức giữa của các đơn vị)."
)
TELLING_BEFORE = ", so với {value} năm {year}"
ASK_TELLING = "Hình thức tuyên truyền nào nổi bật, do cơ quan nào thực hiện?"

# Mục tiêu của kế hoạch
AIMS = "Đánh giá cả giai đoạn theo từng mục tiêu của kế hoạch"
AIMS_TABLE = "Kết quả từng mục tiêu, {years}"
AIMS_OWN = "Tổng điểm, nhóm tiêu chí: mức giữa của các đơn vị, trên điểm tối đa; tiêu chí đếm người, phiếu, hồ sơ: tử số, mẫu số của các đơn vị cộng lại."
AIMS_NOTE = "Tổng điểm: mức giữa của các đơn vị; nhóm tiêu chí: mức giữa, % điểm tối đa; tiêu chí đếm người, phiếu, hồ sơ: tử số, mẫu số của các đơn vị cộng lại."
AIMS_REGROUPED = (
    " Năm {years} nhiều đơn vị được sắp xếp lại nên mức chung không so trực tiếp với năm trước."
)
AIM, TARGET, UNITS_THERE = "Mục tiêu", "Mốc", "Đơn vị đạt mốc"
LIKE_FOR_LIKE = "Tính riêng {units} có điểm so sánh được từ năm {first} đến năm {year}, mức giữa từ {before} lên {now}, {up} tăng điểm."
LIKE_LOWER = "Tính riêng {units} có điểm so sánh được từ năm {first} đến năm {year}, mức giữa từ {before} còn {now}, {up} tăng điểm."
GROUPS_OWN = "Theo nhóm tiêu chí, từ năm {first} đến năm {last}, mức giữa của các đơn vị, trên điểm tối đa của nhóm: {moved}{after}."
GROUPS_MOVED = "Theo nhóm tiêu chí, từ năm {first} đến năm {last}, mức giữa của các đơn vị, tính theo % điểm tối đa của nhóm: {moved}{after}."
GROUP_MOVED = "{name} từ {before} đến {after}"
GROUPS_AFTER = "; năm {year}, sau sắp xếp đơn vị, lần lượt là {values}"
MET = "Xét chung {whole}, kết quả năm {year} đã tới mốc ở: {aims}."
UNMET = "Còn dưới mốc: {aims}."
AHEAD = "Mốc còn ở phía trước: {aims}."
AIM_VALUE = "{name} ({value}, mốc {target})"
TARGET_OF = "{target} (năm {year})"
AIMS_OF_PEOPLE = "cả {count} tiêu chí dành cho cá nhân ({low}–{high}, mốc {target})"

# Kiểm tra, khen thưởng, mô hình
VISITED_BEHIND = (
    "Trong {behind} chậm hoặc rất chậm năm {year}, {visited} đã được kiểm tra ít nhất một lần."
)
FINDINGS = "Kết luận kiểm tra năm {year} nêu"
SHOWN = "Tiêu biểu năm {year}: {models}."
MODEL = "“{title}” của {name}"

# Kết quả đạt được
CLASSES = "Xếp loại năm {year} theo kế hoạch: {classes}{own}."
CLASSES_OWN = " (kể cả {units} mới tự chấm)"
RISERS = "Tiến bộ nhiều nhất {span} là {units}."
STEP = "{name} ({before} → {now})"
NEWLY = "So với năm {before}, {count} mới đạt mốc: {units}."
LEADERS = "Phân biệt được là ở nhóm đầu khối, cụm, theo điểm đã thẩm định: {units}."
ASK_ACHIEVED = (
    "Phong trào đã làm chuyển biến nhận thức, nếp làm việc thế nào mà con số chưa cho thấy?"
)

# Tồn tại, hạn chế
JUDGED = "Đối chiếu số liệu các năm của {assessed} được đánh giá: {parts}{clear}."
CLEAR = "; {units} không có việc gì phải nhắc"
LEVELS = {
    "named": "{units} được nêu tên",
    "watch": "{units} cần theo dõi",
    "fact": "{units} có việc cần nhắc (dưới mốc, báo cáo muộn hoặc chưa nộp)",
}
HOW_NAMED = "Đơn vị chỉ được nêu tên khi điểm hoặc kết quả khảo sát đã thẩm định thấp hơn mốc và số liệu của nhiều năm cho thấy mức thấp ấy không phải do dao động ngẫu nhiên, tức không phải là lên xuống tình cờ của riêng một năm; mức ước và khoảng sai số của từng đơn vị ghi ở phụ lục."
NAMED_TABLE = "Đơn vị được nêu tên"
BELOW = {
    "score": "tổng điểm {value}, mốc {target}",
    "satisfaction": "hài lòng {rate} ({forms}), mốc {target}",
}
BRIEF = {"score": "{value} điểm, mốc {target}", "satisfaction": "hài lòng {rate}/{target}"}
FALLING = {"score": "điểm giảm từ năm {first}", "satisfaction": "mức hài lòng giảm từ năm {first}"}
WORST_BLOCK = "{said}."
NEWLY_BELOW = "Mới xuống dưới mốc so với năm {before}, chưa phải là kết luận về đơn vị: {units}."
UNKNOWN = "Chưa đủ dữ liệu để đánh giá: {names}."
OWN_SCORES = "Kết quả mới là tự chấm, chưa thẩm định đủ, ở {units}{where}."
OWN_BLOCK = ", đều thuộc {block}"
FAULTS = "Trong báo cáo năm {year}, các đơn vị tự nhìn nhận: {faults}."
FAULT = "{fault} ({units})"
LASTING = "Đáng lưu ý, năm nào trong {over} cũng có đơn vị nêu {kinds}, tức các tồn tại này chưa được khắc phục dứt điểm."
OWN_QUOTES = "Trích báo cáo của đơn vị"
MORE = "{names} và {rest} khác"

# Nguyên nhân
OBJECTIVE = {
    True: "Về khách quan, việc sắp xếp tổ chức có ảnh hưởng: {fresh} mới thành lập chậm hoặc rất chậm so với mốc, ở các đơn vị khác là {others}.",
    False: "Về khách quan, số liệu chưa cho thấy việc sắp xếp tổ chức là nguyên nhân: {fresh} mới thành lập chậm hoặc rất chậm so với mốc, ở các đơn vị khác là {others}.",
}
SUBJECTIVE = "Về chủ quan, theo chính các đơn vị tự nêu trong {over}: {causes}."
LOST = "Ở {behind} chậm hoặc rất chậm, điểm mất nhiều nhất tại: {criteria}."
LOST_ONE = "{name} (được {got}% điểm tối đa)"
FILED_BEHIND = "Cũng trong số đơn vị này, {late} nộp báo cáo năm muộn hoặc chưa nộp."
REPLIES = "Giải trình của đơn vị"
ASK_CAUSES = "Còn nguyên nhân nào về cơ chế, biên chế, kinh phí?"

# Bài học kinh nghiệm
ORDINALS = ("Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy")
LESSON = "{ordinal} là, {said}"
BY_HEADS = "đề cao vai trò, trách nhiệm của người đứng đầu: {units} tự nhận trong {over} rằng lãnh đạo, bộ phận được giao chưa thực sự quan tâm, phối hợp."
BY_REPORTS = "giữ nền nếp báo cáo, vì nơi làm tốt báo cáo đúng hạn nhiều hơn rõ: {done} đạt mốc gửi báo cáo đúng hạn, ở nơi chậm hoặc rất chậm là {behind}."
BY_VISITS = "kiểm tra phải đến đúng nơi yếu: {units} đang chậm hoặc rất chậm chưa được kiểm tra lần nào trong {over}."
BY_MODELS = "phát hiện và nhân rộng cách làm hay: trong {units} đã giới thiệu mô hình, {done} năm {year} đạt mốc."
BY_TELLING = "tuyên truyền phải thường xuyên, thiết thực: đến năm {year} vẫn có {units} nêu nhận thức về phong trào chưa đầy đủ."
BY_APPRAISAL = (
    "thẩm định phải kịp thời để việc so sánh công bằng: {units} đến nay mới có điểm tự chấm."
)
BY_WEAKEST = "tập trung vào khâu yếu: nhóm {group} thấp nhất trong các nhóm tiêu chí ở {years}."
ASK_LESSONS = "Bài học nào từ thực tế chỉ đạo cần thêm?"

# Nhiệm vụ
TASK_BEHIND = "Các đơn vị này xây dựng kế hoạch khắc phục, nêu rõ việc làm, người chịu trách nhiệm, thời hạn; cơ quan thường trực theo dõi, đôn đốc và báo cáo kết quả tại kỳ họp sau."
TASK_WEAKEST = (
    "Tập trung nâng kết quả nhóm {group}, nhóm đang thấp nhất (mức giữa {value}% điểm tối đa)."
)
TASK_UNMET = "Phấn đấu đạt các mục tiêu còn dưới mốc: {aims}."
TASK_FAULTS = "Khắc phục các tồn tại được tự nêu nhiều nhất: {tasks}."
TASK_DATA = "Hoàn thành thẩm định, bổ sung số liệu: {parts}."
TASK_OWN, TASK_UNKNOWN, TASK_MISSING = (
    "thẩm định {units} mới tự chấm",
    "bổ sung số liệu của {units} chưa đủ dữ liệu",
    "gửi báo cáo còn thiếu của {units}",
)
TASK_SPREAD = "Lựa chọn, nhân rộng các mô hình đã có hiệu quả; kịp thời biểu dương, khen thưởng tập thể, cá nhân tiêu biểu, ưu tiên người trực tiếp phục vụ Nhân dân."
TASK_NEXT = "Chuẩn bị cho mốc {name} ({asks}), hạn {due}{goals}."
NEXT_GOALS = ", với các mốc: {goals}"
ASK_TASKS = "Ai chủ trì từng việc, nguồn lực nào, thời hạn nào?"
ASK_TASKS_FINAL = "Phong trào giai đoạn tới tiếp tục thế nào; ai chủ trì từng việc, thời hạn nào?"

# Căn cứ
GROUNDS, GROUNDS_SHEET = "Căn cứ của từng nhận định", "Căn cứ"
GROUNDS_SAID = "Số nhỏ trong ngoặc vuông ở cuối câu của báo cáo là số thứ tự trong bảng này; khi ký ban hành có thể xóa các số ấy cùng phụ lục này."
KEY, SENTENCE, REST = "Số", "Nhận định", "Căn cứ"
SHEET = "phụ lục Excel, trang “{name}”"
ALL_FIGURES = "số liệu của ấn bản, cộng lại từ từng đơn vị"
MORE_PLACES = "và {count} chỗ khác"

speaks(__name__)
