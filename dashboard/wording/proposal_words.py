"""Words of the proposals: grounds beside each unit, and what every proposal must say."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

DECIDES = (
    "Đây là đề xuất theo quy tắc của kế hoạch; hội đồng thi đua – khen thưởng xem xét, quyết định."
)
INSPECTOR_DECIDES = "Đây là đề xuất; hội đồng quyết định đơn vị được kiểm tra."
CLASS = "xếp loại {class_name} ({result})"
YEAR = "riêng năm {year}: {score}"
RANK = "hạng {rank} trong khối, cụm"
FIRST = "tập thể nhỏ hoặc trực tiếp phục vụ người dân ({staff})"
SATISFIED = "{forms} hài lòng"
RANK_BETWEEN = "hạng {rank} trong khối, cụm (có thể từ {low} đến {high})"
MERGED = "thành lập do sáp nhập: lấy kết quả thấp nhất trong {parents} đơn vị hợp thành và của chính đơn vị"
EVEN_WITH = (
    "thứ hạng chưa tách được khỏi {units} cùng khối không có tên trong danh sách, hội đồng chọn"
)
TIED = "bằng điểm ở chỉ tiêu cuối cùng, hội đồng chọn"
LOT = "bốc thăm trong {units}, số khởi tạo {seed}"
NAMED = "{number} nội dung nêu tên"
WATCHED = "{number} nội dung theo dõi"
MISSING = "chưa nộp báo cáo"
LAST_VISIT = "kiểm tra gần nhất năm {year}"
NO_VISIT = "chưa có lần kiểm tra nào trong số liệu"
HOW = {"risk": "dấu hiệu rủi ro", "lot": "bốc thăm"}
OF_LIVE = "Theo số liệu hiện tại, chưa chốt: đề xuất đổi theo khi số liệu đổi."
OF_SEAL = "Theo bản chốt số {number} “{name}”, như hồ sơ; quyết định kỷ luật thì lấy những gì đã ghi đến nay."
REWARDS_TITLE, INSPECTIONS_TITLE = "Đề xuất khen thưởng", "Đề xuất đơn vị kiểm tra"
NOMINEES_TITLE, NOMINEES_SHEET = "Cá nhân được đề nghị khen thưởng", "Cá nhân đề nghị"
NOMINEES_SAID = "Đề nghị chưa phải khen thưởng. Họ tên giữ bằng mã để xóa được khi có yêu cầu; chỉ ban thư ký thấy, đại biểu và đơn vị không thấy."
NOMINEES_NONE = "Chưa ghi cá nhân nào cho mốc này."
NOMINEE_COLUMNS = {
    "person": "Họ và tên",
    "post": "Chức vụ",
    "name": "Đơn vị",
    "form": "Hình thức đề nghị",
    "achievement": "Thành tích",
    "outcome": "Đơn vị được đề xuất?",
}
OUTCOME_PROPOSED, OUTCOME_UNKNOWN = "được đề xuất", "không có trong năm"
NOMINEE_STEP, NOMINEE_BUTTON = "Việc", "Ghi lại"
NOMINEE_STEPS = {"proposed": "Đề nghị", "withdrawn": "Rút đề nghị đã ghi"}
NOMINEE_MISSING = "Hãy chọn đơn vị, ghi họ tên, chức vụ và thành tích."
NOMINEE_UNKNOWN = "Chưa có đề nghị “{form}” cho {person} của đơn vị này để rút."
NOMINEE_DONE = "Đã ghi: {step}, {person}, {form}."
DISCIPLINE_TITLE = "Quyết định kỷ luật đơn vị"
DISCIPLINE_SAID = "Đơn vị có quyết định kỷ luật đã ghi ở đây, trong các năm tính kết quả, không được đề xuất. Số liệu không có mục này nên phải ghi tay; chỉ ghi quyết định đối với đơn vị, không ghi tên cá nhân."
DISCIPLINE_NONE = "Chưa ghi quyết định kỷ luật nào: kiểm tra trước khi trình."
DISCIPLINE_DOCUMENT, DISCIPLINE_WHAT = (
    "Quyết định (số, ngày, cơ quan)",
    "Nội dung (có thể để trống)",
)
DISCIPLINE_YEAR, DISCIPLINE_ON, DISCIPLINE_STEP = "Năm bị kỷ luật", "Ngày ghi", "Việc"
DISCIPLINE_STEPS = {"entered": "Ghi quyết định", "lifted": "Thôi tính quyết định đã ghi"}
DISCIPLINE_BUTTON = "Ghi lại"
DISCIPLINE_MISSING = "Hãy chọn đơn vị và ghi quyết định."
DISCIPLINE_UNKNOWN = "Đơn vị không có quyết định “{document}” của năm {year} để thôi tính."
DISCIPLINE_DONE = "Đã ghi: {step}, {unit}, năm {year}."
NOBODY = "Không đơn vị nào đủ điều kiện đề xuất khen thưởng theo quy tắc của kế hoạch."
REWARDS_SAID = (
    "Đề xuất khen thưởng {units} ở {blocks} khối, cụm: đã thẩm định, đạt mốc, không giảm, không bị nêu tên, đã nộp báo cáo năm, không có quyết định kỷ luật đã ghi. "
    + DECIDES
)
INSPECTIONS_SAID = (
    "Đề xuất kiểm tra {units}: {risky} theo dấu hiệu rủi ro, {lot} bốc thăm trong {left} còn lại (số khởi tạo {seed}; cùng số này thì bốc lại ra đúng các đơn vị ấy). "
    + INSPECTOR_DECIDES
)

# Vì sao không xét
IS_EVEN = (
    "Đủ điều kiện; thứ hạng chưa tách được khỏi đơn vị được đề xuất cùng khối, hội đồng cân nhắc."
)
IS_BEYOND = "Đủ điều kiện; xếp sau các đơn vị trong chỉ tiêu của khối."
GONE = "Không được đánh giá trong năm: đã sáp nhập, giải thể, hoặc thành lập chưa đủ thời gian."
DISCIPLINED = "Bị xử lý kỷ luật theo {document} (năm {year})."
HEIR = "{unit}, nay thuộc đơn vị này: {said}"
IS_NAMED = "Bị nêu tên trong năm."
BEHIND = "Chậm so với mốc của kế hoạch."
BELOW = "Tổng điểm hoặc mức hài lòng dưới mốc đã đến hạn."
FALLS = "Điểm hoặc mức hài lòng giảm liên tục qua các năm."
NO_SCORE = "Chưa có kết quả năm {year}."
INCOMPLETE = "Kết quả năm {year} còn thiếu tiêu chí."
SELF, PARTLY = "Mới có điểm tự chấm, chưa thẩm định.", "Mới thẩm định một phần."
NO_REPORT = "Chưa nộp báo cáo năm {year}."
WHY_NOT = {
    "no_years": "Chưa có đủ hai năm kết quả trong giai đoạn và không có đơn vị hợp thành để xét.",
    "split": "Thành lập do sáp nhập, có đơn vị cũ bị chia cho nhiều nơi: không so được kết quả trước và sau.",
    "other_kind": "Thành lập do sáp nhập các đơn vị khác loại: không so được kết quả trước và sau.",
    "no_scores": "Thành lập do sáp nhập, có đơn vị hợp thành chưa có kết quả trong giai đoạn.",
}
NO_FORM = "Kế hoạch không có hình thức khen thưởng nào cho loại đơn vị này ở mốc này."
LOW = "Kết quả {result}, riêng năm {score}: chưa tới mức thấp nhất được đề xuất ({cut})."
LOW_MERGED = "Thành lập do sáp nhập, kết quả thấp nhất của các đơn vị hợp thành là {result}, riêng năm {score}: chưa tới mức thấp nhất được đề xuất ({cut})."
OTHERS_TITLE, OTHERS_FOLD = "Đơn vị không đề xuất, vì sao", "Đơn vị không đề xuất và lý do"
OTHERS_SHEET = "Không đề xuất"
OTHER_REASON, OTHER_UNIT, OTHER_WHY, OTHER_BLOCK = "Nhóm lý do", "Đơn vị", "Lý do", "Khối, cụm"
ADDED_UP = "Trong {total} của năm: {proposed} được đề xuất"
NOT_CONSIDERED = "{number} không xét ({reasons})"
COUNTED = {
    "even": "đủ điều kiện, chưa tách được thứ hạng khỏi đơn vị được đề xuất",
    "beyond": "đủ điều kiện, ngoài chỉ tiêu của khối",
    "disciplined": "bị kỷ luật",
    "named": "bị nêu tên",
    "behind": "chậm hoặc dưới mốc",
    "falling": "giảm liên tục",
    "no_score": "chưa đủ kết quả của năm",
    "self_scored": "chưa thẩm định xong",
    "no_report": "chưa nộp báo cáo năm",
    "no_result": "không đủ kết quả của giai đoạn",
    "no_form": "kế hoạch không có hình thức cho loại đơn vị",
    "below_class": "kết quả chưa tới mức được đề xuất",
    "gone": "không được đánh giá trong năm",
}

speaks(__name__)
