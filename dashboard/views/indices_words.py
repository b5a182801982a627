"""Words of the page Chỉ số cấp tỉnh."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

KNOWN = ("PAPI", "PAR INDEX", "PCI", "SIPAS")
FULL_NAMES = {
    "PAPI": "Chỉ số Hiệu quả quản trị và hành chính công cấp tỉnh",
    "PAR INDEX": "Chỉ số cải cách hành chính",
    "PCI": "Chỉ số năng lực cạnh tranh cấp tỉnh",
    "SIPAS": "Chỉ số hài lòng về sự phục vụ hành chính",
}
BREAKS = {
    "SIPAS": {2022: "đổi đối tượng hỏi"}
}  # service users until 2021, the general population from 2022: the Ministry of Home Affairs' own notes

MARK_REAL = "Riêng trang này là số liệu thật của các tỉnh, thành phố có thật, do cơ quan nêu ở cột nguồn công bố; không thuộc số liệu minh họa."
NO_LINK = "Các chỉ số này đo cả tỉnh bằng phương pháp của cơ quan công bố. Trang không nối chúng với kết quả phong trào: một chỉ số tăng hay giảm không chứng tỏ phong trào có hay không có tác dụng."
OLD_BORDERS = "Điểm là của tỉnh, thành phố theo địa giới lúc công bố; tỉnh mới sau sắp xếp ngày 1/7/2025 là đơn vị mới, không nối tiếp chuỗi của tỉnh cùng tên trước đó. Năm không có điểm để trống."
NO_RANKS = "Kho chưa ghi hạng."
NONE = "Kho chưa có chỉ số cấp tỉnh nào. Hãy nạp ở trang Nhập số liệu một tệp có các cột: tỉnh, năm, chỉ số, điểm, thang điểm, hạng, nguồn."
ABSENT = "Chưa có số liệu trong kho: {names}. Nạp thêm ở trang Nhập số liệu bằng tệp có các cột: tỉnh, năm, chỉ số, điểm, thang điểm, hạng, nguồn."
PROVINCE, ALL = "Tỉnh, thành phố", "Tất cả"
INDEX, YEAR, SCORE, MOST, RANK, SOURCE = (
    "Chỉ số",
    "Năm",
    "Điểm",
    "Thang điểm",
    "Hạng",
    "Nguồn",
)
ROW_SOURCE = "Nguồn ghi ở từng dòng."
TABLE = "Điểm từng năm, kèm nguồn"
SAID = "{index} năm {year}: từ {low} ({lowest}) đến {high} ({highest}) điểm trên {most}"
SAID_ONE = "{index}: {province} {score} điểm năm {year}"
DRAWN = "{full}, thang {most} điểm; {provinces} tỉnh, thành phố, năm có điểm: {years}"
NEWEST = "Số liệu thật đã công bố của {provinces} tỉnh, thành phố; mới nhất trong kho: {newest}."

speaks(__name__)
