"""What the picture of units by block and year says."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

TITLE = "Khối cao nhất hơn khối thấp nhất {was} {unit} năm {first}, {now} {unit} năm {last}"
DRAWN = "{name}: mỗi chấm một đơn vị, mỗi hàng một khối. Kéo thanh năm hoặc bấm “Chạy”; bấm vào một chấm để mở hồ sơ."
SAID = "Năm {year}: {middle} các khối từ {low} đến {high}{target}"
TARGET = "; mốc {target}"
ALT = "Biểu đồ chấm {subject} của từng đơn vị theo khối, xem từng năm. {now}."
BLOCK, YEAR, LOWEST, HIGHEST, UNITS = "Khối, cụm", "Năm", "Thấp nhất", "Cao nhất", "Số đơn vị"

speaks(__name__)
