"""The sentences of the worked examples on the page Phương pháp. Numbers come formatted."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

STAGES = {"appraised": "đã thẩm định", "partly": "thẩm định một phần", "self": "tự chấm"}
STATES = {
    "on_time": "đúng hạn",
    "late": "muộn",
    "missing": "chưa nộp",
    "pending": "chưa đến hạn",
    "not_due": "không phải nộp",
}

CRITERIA = "{name} có {criteria} áp dụng, cộng trọng số là {whole}; đạt được {earned}."
TOTAL = "Tổng điểm = {top} × {earned} / {whole} = {score} điểm ({stage})."
NO_PARTIAL = "Năm {year} không đơn vị nào trong phạm vi đang chọn chỉ có một phần số liệu."
BOUNDS = "{name} mới có số liệu của {coverage} trọng số: điểm nằm trong khoảng {bounds} nên chưa có tổng điểm."
RANK_BOUNDS = "Tùy phần còn thiếu, đơn vị có thể đứng từ hạng {low} đến hạng {high} trong khối."
NO_TARGET = "Kế hoạch không đặt mốc tổng điểm cho {name}."
AGAINST_TARGET = (
    "{name}: {score}, mốc {target} điểm (năm {year}), chênh {distance} điểm: “{status}”."
)
PATH = "Lộ trình bắt đầu từ {baseline} năm {first}; năm {year} cần {required}."
PACE = "Nhịp độ {pace}: phần đã tăng so với phần phải tăng đến năm {year} (1 là đúng lộ trình)."
NEEDED = "Mỗi năm cần thêm {needed} để tới mốc."
NO_RANK = "{name} không xếp hạng năm {year}."
RANK = "{name} đứng thứ {rank} đơn vị đủ dữ liệu của {block}."
NO_RANK_INTERVAL = "Chưa đủ năm số liệu để tính khoảng của hạng."
RANK_INTERVAL = "Nếu đo lại, hạng có thể nằm trong khoảng {low}–{high}."
RANK_TITLE = "Đứng thứ {rank}, nhưng nếu đo lại có thể từ {low} đến {high}"
RANK_TITLE_UNSURE = "Đứng thứ {rank}; chưa đủ năm số liệu để biết hạng chắc đến đâu"
UNRANKED = "Chưa xếp hạng"
RANKS_DRAWN = "{name} và các đơn vị đứng cạnh trong {block}, điểm năm {year} ({scale}); vạch bên phải là khoảng của hạng."
NO_PEERS = "{block} có chưa đủ đơn vị có điểm để so."
PEERS = "{name}: {score}, {side} mức giữa ({median}) của {units} trong {block} là {gap}."
PEER_SCALE = "Độ chênh thường thấy là {scale}, nên cách biệt bằng {times} lần."
LOWER, HIGHER = "thấp hơn", "cao hơn"
NOTHING_AHEAD = "Năm {year} không còn mốc tổng điểm nào ở phía trước nên không có gì để dự kiến; hãy chọn năm sớm hơn để xem ví dụ."
NO_PROJECTION = "{name} chưa đủ năm số liệu để dự kiến."
PROJECTION = "Nếu {name} giữ đà hiện nay, năm {year} dự kiến trong khoảng {bounds} điểm (độ tin cậy {sure}); khả năng đạt mốc {chance}."

NO_SURVEY_TARGET = "{target} (mức ví dụ: kế hoạch chưa đặt mốc cho khảo sát)"
NO_SURVEY = "{name} không có khảo sát năm {year}."
FEW_FORMS = "{name}: {forms}, quá ít để tính tỷ lệ."
INTERVAL = "{name}: {forms}, tỷ lệ {rate}; tỷ lệ thật hợp lý nằm trong khoảng {bounds} (độ tin cậy {sure})."
SOURCE = "Nguồn: {source}."
INTERVALS_TITLE = "{few}: khoảng rộng {wide} điểm phần trăm; {many}: {narrow}"
INTERVALS_TITLE_PLAIN = "Càng nhiều phiếu, khoảng tin cậy càng hẹp"
INTERVALS_DRAWN = (
    "Một số đơn vị của cùng một khối, xếp từ ít phiếu đến nhiều phiếu, năm {year}. Chấm: tỷ lệ hài lòng; vạch: khoảng tin cậy {sure}; "
    "chấm rỗng: dưới {small} phiếu."
)
NOISE_UNKNOWN = "Chưa đủ năm khảo sát để đo phần dao động này."
NOISE = "Đo được từ số liệu đến năm {year}: hệ số tương quan trong một đợt khảo sát là {rho}."
NOISE_WORTH = "Vì vậy {forms} của {name} chỉ có giá trị như {worth} độc lập khi xét qua các năm."
FUNNEL_FEW = "Khối của {name} có {units} có khảo sát, chưa đủ để nói đơn vị nào khác thường."
FUNNEL = "{name}: {rate} với {forms}; tỷ lệ chung của khối {centre}, dải bình thường với từng ấy phiếu là {bounds}: {side}."
BELOW_BAND, ABOVE_BAND, IN_BAND = "nằm dưới dải", "nằm trên dải", "nằm trong dải"

NO_LEVEL = "Chưa đủ đơn vị có nhiều năm số liệu để biết điểm thường dao động bao nhiêu, nên chưa ước lượng mức thật."
LEVEL = "{name}: điểm năm {year} là {score}; tính cả {years} năm, mức thật ước {level}, sai số chuẩn {sd}."
LEVEL_BELOW = "Khả năng mức thật nằm dưới mốc {target} điểm: {chance}."
NO_TREND = "{name} chưa đủ năm số liệu so sánh được để xét xu hướng."
TREND = "{name}: trong {years} năm, điểm giảm ở {down}/{pairs} cặp năm, cả giai đoạn {moved}."
FELL, ROSE = "giảm khoảng {points}", "tăng khoảng {points}"
NO_SIGN = "Chuỗi này không có dấu hiệu giảm."
CHANCE = (
    "Nếu các năm chỉ dao động ngẫu nhiên, khả năng thấy chuỗi đi xuống ít nhất như vậy là {chance}."
)
NAMED, WATCHED = "Nêu tên", "Chỉ theo dõi"
NOBODY = "Năm {year}, trong phạm vi đang chọn, không đơn vị nào có số liệu dưới mốc đủ để nêu tên hay theo dõi theo quy tắc này."
STAFF = "{name}, {criterion}: {met} đạt ({rate}); mốc {target}: {rest}."
STAFF_NEEDED, STAFF_MET = "cần thêm {people}", "đã đạt"
NO_STAFF = "{name} chưa có số liệu về tỷ lệ người đạt năm {year}, hoặc kế hoạch chưa đặt mốc."
NO_DEADLINE = "Kế hoạch không có hạn nộp báo cáo năm {year}."
REPORT = "{name}:{filed} hạn {due}: {state}{days}."
FILED, DAYS_LATE = " nộp ngày {day},", ", chậm {days}"
ALL_ASSESSED = "Năm {year}: cả {units} trong phạm vi đang chọn đều được đánh giá."
SOME_ASSESSED = "Năm {year}: {units} trong phạm vi đang chọn được đánh giá; các đơn vị khác không còn đến 31/12 hoặc hoạt động chưa đủ thời gian."
TOTAL_IS = "phần trăm số điểm đạt được trên số điểm có thể đạt"
TOTAL_IS_OWN = "số điểm đạt được, theo thang {top} của kế hoạch; đơn vị hoặc năm không phải chấm mọi tiêu chí thì phần đạt được quy về thang ấy"

speaks(__name__)
