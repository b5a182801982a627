"""What a plan that says nothing of it calls things: words that fit any movement."""

from __future__ import annotations

LEVELS = ("Tỉnh", "Thành phố", "Huyện", "Quận", "Thị xã", "Xã", "Phường", "Ngành")
"""What the name of a whole begins with; “Tỉnh A” is called “Toàn tỉnh”."""
PEOPLE = "người"
SURVEY_CHAPTER = "Mức độ hài lòng của người dân, tổ chức"
AWARD_FORMS = (
    "Lao động tiên tiến",
    "Chiến sĩ thi đua cơ sở",
    "Tập thể Lao động tiên tiến",
    "Tập thể Lao động xuất sắc",
    "Giấy khen",
    "Bằng khen",
)
