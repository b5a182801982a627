"""Words of the forms that units fill in: headings, notes, rules, guidance. Headings are those that the intake knows."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

GUIDE, INFO, RESULTS, CHOICES = "Hướng dẫn", "Thông tin", "Kết quả", "Danh mục"
GUIDE_TITLE = "BIỂU MẪU SỐ LIỆU NĂM {year}"
STEPS = {
    "self": (
        "Trang “Thông tin”: kiểm tra số người; điền số, ngày văn bản và ngày nộp báo cáo.",
        "Trang “Kết quả”: điền cột “Tự chấm” và các ô màu vàng còn lại. Cột “Thẩm định” để hội đồng điền sau.",
        "Các trang còn lại: mỗi dòng một văn bản, hình thức khen, lần kiểm tra, mô hình, tồn tại. Không có thì để trống.",
        "Chưa có số liệu: để trống, không ghi 0. Tiêu chí không thuộc đối tượng: ghi “không áp dụng”.",
        "Chỉ điền vào ô màu vàng. Rê chuột vào tên cột để đọc cách ghi. Không thêm, bớt cột; không đổi mã.",
        "Lưu dạng .xlsx và gửi lại {owner} hoặc cơ quan thường trực thi đua.",
    ),
    "appraised": (
        "Trang “Kết quả”: điền cột “Thẩm định” và các ô màu vàng còn lại, theo kết luận của hội đồng.",
        "Chưa thẩm định tiêu chí nào: để trống, không ghi 0. Tiêu chí không thuộc đối tượng: ghi “không áp dụng”.",
        "Chỉ điền vào ô màu vàng. Rê chuột vào tên cột để đọc cách ghi. Không thêm, bớt cột; không đổi mã.",
        "Lưu dạng .xlsx và nhập ở trang Nhập số liệu.",
    ),
}
INFO_TITLE = "THÔNG TIN ĐƠN VỊ BÁO CÁO"
UNIT, NAME, YEAR, BLOCK, STAFF = (
    "Mã đơn vị",
    "Tên đơn vị",
    "Năm báo cáo",
    "Khối thi đua",
    "Số người",
)
REPORT, NUMBER, DATED, SUBMITTED = "Loại báo cáo", "Số văn bản", "Ngày văn bản", "Ngày nộp"
REPORTS = {"annual": "Báo cáo năm", "review": "Báo cáo sơ kết", "final": "Báo cáo tổng kết"}
INFO_NOTES = {
    STAFF: "Số {people} của đơn vị đến cuối năm; số nguyên.",
    REPORT: "Chọn loại báo cáo mà văn bản này thuộc về.",
    NUMBER: "Số và ký hiệu của báo cáo, ví dụ 25/BC-VP.",
    DATED: "Ngày ký báo cáo, ví dụ 20/9/2019.",
    SUBMITTED: "Ngày gửi báo cáo đi, ví dụ 20/9/2019. Đây là ngày dùng để xét đúng hạn.",
}

RESULTS_TITLE = "KẾT QUẢ THỰC HIỆN PHONG TRÀO THI ĐUA NĂM {year}"
PLACE, CODE, CRITERION, MEASURED, MAXIMUM, TOTAL, SELF, APPRAISED, VERY, INCLUDED, NOTE = (
    "STT",
    "Mã tiêu chí",
    "Tiêu chí",
    "Đơn vị tính",
    "Điểm tối đa",
    "Tổng số",
    "Tự chấm",
    "Thẩm định",
    "Trong đó rất hài lòng",
    "Đã gồm rất hài lòng",
    "Ghi chú",
)
RESULTS_NOTES = {
    PLACE: "Số thứ tự trong nhóm.",
    CODE: "Mã của tiêu chí trong kế hoạch; phần mềm nhận tiêu chí theo mã này, không sửa.",
    CRITERION: "Tên tiêu chí trong kế hoạch của năm, áp dụng cho loại đơn vị này.",
    MEASURED: "Điểm: ghi điểm đạt. Người, phiếu, hồ sơ: ghi số đếm, phần mềm tự tính tỷ lệ. Có/không: chọn trong danh sách.",
    MAXIMUM: "Điểm tối đa của tiêu chí theo kế hoạch.",
    TOTAL: "Tổng số người, phiếu thu về hoặc hồ sơ mà số đạt nằm trong đó. Chỉ dùng cho tiêu chí đếm. Điền ô này trước.",
    SELF: "Kết quả do đơn vị tự chấm hoặc tự đếm. Chưa có thì để trống; không thuộc đối tượng thì ghi “không áp dụng”.",
    APPRAISED: "Kết quả do khối, cụm và hội đồng thẩm định. Đơn vị để trống.",
    VERY: "Chỉ dùng cho khảo sát: số phiếu rất hài lòng.",
    INCLUDED: "Chọn “có” nếu số hài lòng đã gồm cả số rất hài lòng, “không” nếu để riêng.",
    NOTE: "Giải thích ngắn, nguồn số liệu hoặc minh chứng.",
}
PEOPLE = "người"

RULE_TITLE = "Số liệu chưa hợp lệ"
RULES = {
    "total": "Ghi số nguyên, không ít hơn số đạt.",
    "total_people": "Ghi số nguyên, không ít hơn số đạt và không quá số người ở trang Thông tin.",
    "very_in": "Ghi số nguyên, không quá số phiếu hài lòng (điền số hài lòng trước).",
    "very_out": "Ghi số nguyên; cộng với số hài lòng không quá Tổng số.",
    "very": "Ghi số nguyên, không quá Tổng số.",
    "staff": "Ghi số nguyên từ 0 trở lên.",
    "date": "Ghi ngày/tháng/năm từ {first} đến {last}, ví dụ 20/9/2019.",
    "count": "Ghi số nguyên từ 0 trở lên.",
    "choice": "Chọn một mục trong danh sách.",
    "form": "Chọn trong danh sách; hình thức khác thì ghi nguyên tên.",
}
NOT_APPLICABLE, YES, NO = "không áp dụng", "có", "không"

DOCUMENTS, AWARDS, INSPECTIONS, EXAMPLES, LIMITATIONS = (
    "Văn bản",
    "Khen thưởng",
    "Kiểm tra",
    "Điển hình",
    "Tồn tại, hạn chế",
)
LIST_TITLES = {
    DOCUMENTS: "VĂN BẢN ĐÃ BAN HÀNH VỀ PHONG TRÀO TRONG NĂM {year}",
    AWARDS: "KHEN THƯỞNG VỀ PHONG TRÀO TRONG NĂM {year}",
    INSPECTIONS: "KIỂM TRA VIỆC THỰC HIỆN PHONG TRÀO TRONG NĂM {year}",
    EXAMPLES: "ĐIỂN HÌNH, MÔ HÌNH, CÁCH LÀM HAY TRONG NĂM {year}",
    LIMITATIONS: "TỒN TẠI, HẠN CHẾ ĐƠN VỊ TỰ NÊU TRONG NĂM {year}",
}
DOC_NUMBER, DOC_DATED, DOC_TITLE = "Số, ký hiệu", "Ngày ban hành", "Trích yếu"
FORM, COLLECTIVES, INDIVIDUALS = "Hình thức", "Số tập thể", "Số cá nhân"
INSPECTED, INSPECTOR, FINDINGS = "Ngày kiểm tra", "Cơ quan kiểm tra", "Kết luận"
EXAMPLE, ABOUT = "Tên mô hình", "Nội dung"
CATEGORY, QUOTE, PAGE = "Loại", "Trích nguyên văn", "Trang"
LIST_NOTES = {
    PLACE: "Số thứ tự.",
    DOC_NUMBER: "Ví dụ 18/KH-VP.",
    DOC_DATED: "Ngày ký văn bản, ví dụ 20/9/2019.",
    DOC_TITLE: "Tên loại và trích yếu nội dung của văn bản.",
    FORM: "Danh hiệu thi đua hoặc hình thức khen thưởng đã được tặng, không ghi đề nghị.",
    COLLECTIVES: "Số tập thể được khen; không có thì để trống.",
    INDIVIDUALS: "Số cá nhân được khen; không có thì để trống.",
    INSPECTED: "Ngày kiểm tra, ví dụ 20/9/2019.",
    INSPECTOR: "Đoàn hoặc cơ quan kiểm tra.",
    FINDINGS: "Kết luận chính của lần kiểm tra.",
    EXAMPLE: "Tên mô hình, điển hình hoặc cách làm hay.",
    ABOUT: "Nội dung, hiệu quả, vài câu.",
    CATEGORY: "Chọn loại gần nhất.",
    QUOTE: "Chép nguyên câu trong báo cáo. Nêu ra là có trách nhiệm: không bị trừ điểm hay xếp hạng.",
    PAGE: "Số trang trong báo cáo.",
}
CATEGORIES = {
    "gio_giac_di_muon": "Giờ giấc, đi muộn",
    "trang_phuc": "Trang phục",
    "giao_tiep_ung_xu": "Giao tiếp, ứng xử",
    "tinh_than_trach_nhiem": "Tinh thần trách nhiệm",
    "nhan_thuc": "Nhận thức",
    "chua_quan_tam": "Chưa quan tâm, phối hợp",
    "cham_bao_cao": "Chậm báo cáo",
    "ky_luat_ky_cuong": "Kỷ luật, kỷ cương",
    "cai_cach_thu_tuc": "Cải cách thủ tục hành chính",
    "cong_nghe_thong_tin": "Công nghệ thông tin",
    "khac": "Khác",
}
FILE = "bieu-mau"

REORGANISATION_SHEET = "Sắp xếp đơn vị"
REORGANISATION_TITLE = (
    "Sắp xếp đơn vị: ghi đơn vị nào thành đơn vị nào, từ ngày nào, theo văn bản nào"
)
REORGANISATION_HOW = "Chỉ điền dòng của đơn vị có thay đổi. Sáp nhập: mọi đơn vị cũ ghi cùng một mã mới. Chia tách: chép dòng của đơn vị cũ, mỗi đơn vị mới một dòng. Giải thể: không ghi đơn vị mới. Đổi tên: chỉ ghi tên mới."

speaks(__name__, files=("UNIT", "NAME", "BLOCK"))
