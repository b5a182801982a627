"""Words of the data package."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

TITLE = "{movement}: số liệu năm {year}"
DESCRIPTION = "{edition} Đơn vị nào, năm nào chưa có số liệu thì ô để trống, không ghi 0."
ILLUSTRATIVE = "SỐ LIỆU MINH HỌA của một tỉnh không có thật, không phải kết quả của đơn vị nào. "
NO_LICENCE = "Chưa nêu giấy phép sử dụng: hỏi {owner} trước khi dùng lại."
README = "đọc trước.md"
README_TEXT = """# {title}

{description}

{licence}

| Tệp | Nội dung | Số dòng |
|---|---|---|
{files}

Từ điển của từng cột nằm trong datapackage.json (chuẩn Frictionless Data Package). Mở bằng Python: `pandas.read_csv("standing.csv")`.
"""

speaks(__name__)
