"""What is said of a cell of the plan's forms that cannot be used."""

from __future__ import annotations

CELL_NUMBER = "{place}: “{text}” không phải số; hãy viết như 80 hoặc 0,5."
CELL_SHARE = "{place}: “{text}” phải viết kèm dấu %, ví dụ 85%."
CELL_PLAIN = "{place}: “{text}” không dùng dấu % ở đây; hãy viết số, ví dụ 80."
CELL_EMPTY = "{place}: không được để trống."
CELL_WHOLE = "{place}: “{text}” phải là số nguyên."
CHOICE_MISSING = "{place}: hãy chọn mốc và chỉ tiêu."
CELL_DAY = "{place}: “{text}” không phải ngày; hãy ghi ngày/tháng/năm, ví dụ 15/12/2025."
CELL_CHOICE = "{place}: không có “{text}”; hãy chọn trong: {choices}."
KEY_MISSING = "{place}: hãy ghi {key}."
SOURCE_MISSING = "{place}: hãy ghi nguồn (số văn bản, hoặc “giá trị minh họa”)."
