"""Words of the import of persons proposed for commendation."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

TITLE = "Nhập từ tệp"
SAID = "Tệp Excel hoặc CSV, mỗi người một dòng, với các cột: {heads}. Sai một dòng thì không ghi dòng nào. Tệp không được giữ lại vì có họ tên; họ tên giữ bằng mã như khi ghi tay."
TAKE_FORM, FORM_FILE = "Tải mẫu có sẵn các tập thể được đề xuất", "ca-nhan-de-nghi-khen-thuong.xlsx"
FILE, FILE_WORDS = (
    "Tệp cá nhân đề nghị",
    "hoặc kéo thả vào đây. Tệp Excel hoặc CSV, nặng nhất {size} MB.",
)
NO_HEADS = "{file} không có trang tính nào đủ các cột {heads}, mỗi cột đúng một lần: hãy dùng mẫu hoặc sửa tên cột."
NO_ROWS = "{file} có đủ các cột nhưng không có dòng nào được điền."
NOT_SAVED = "Chưa ghi dòng nào, tệp có {number} chỗ phải sửa:"
AT = "{file}, {sheet}ô {cell}: {why}"
SHEET = "trang “{sheet}”, "
MISSING = "chưa ghi {field}; hãy điền rồi nhập lại."
NO_NAME = "“{text}” không phải họ tên của một người; hãy ghi họ và tên."
TOO_LONG = "thành tích dài {length} chữ cái, nhiều nhất {most}; hãy tóm tắt lại."
UNIT_UNKNOWN = "không có đơn vị nào tên “{text}”{near}; hãy ghi đúng tên hoặc mã."
NEAR = ", gần nhất là {names}"
FORM_UNKNOWN = "“{text}” không có trong tệp quy định về khen thưởng; hãy sửa hình thức, hoặc thêm vào kế hoạch."
NOT_FOR_PERSONS = "“{form}” theo quy định không dành cho cá nhân; hãy sửa hình thức."
TWICE = "{person} ({form}) đã có ở ô {cell}; hãy bỏ một dòng."
WOULD = "Sẽ ghi {new}, sửa {changed}; {same} đã ghi đúng như vậy."
NOTHING = "Mọi dòng của tệp đã được ghi đúng như vậy."
BUTTON = "Ghi các cá nhân này"
DONE = "Đã ghi {number} cá nhân từ tệp {file}."

speaks(__name__)
