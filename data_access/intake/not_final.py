"""Titles, names and notes that say that figures are not the final ones: drafts, estimates, wishes."""

from __future__ import annotations

import re

from data_access.intake.names import SPELLINGS, fold, plain
from data_access.intake.periods import undiacritical

_DRAFTS = tuple(map(fold, SPELLINGS["drafts"]))
_WISHED = rf"^(?:(?:bảng|biểu|phụ lục|giao|đăng ký|tổng hợp|điểm|mức) )*(?:{'|'.join(map(fold, SPELLINGS['planned']))})(?: kết quả)?(?:(?! kết quả\b| số\b| theo\b) \w+){{0,8}} (?:năm )?20[0-9]{{2}}\b"
_PLANNED, _PLANNED_PLAIN = re.compile(_WISHED), re.compile(undiacritical(_WISHED))
_ENTERED = re.compile(
    r"\b(?:bieu|mau|phieu|form|file|sap) nhap\b|\bnhap (?:lieu|so|du|diem|bao|khau|vao|tu|ket)\b"
)


def is_not_final(text: str) -> bool:
    """Whether a line says that the figures are not final, or only wished for; “nhap” without diacritics may be “nhập”."""
    wished = _PLANNED_PLAIN if text.isascii() else _PLANNED
    if wished.search(fold(text)):
        return True
    words = _ENTERED.sub(" ", fold(text)) if text.isascii() else text
    return any(_says(words, one) for one in _DRAFTS)


def _says(text: str, word: str) -> bool:
    words = f" {fold(text)} "
    return f" {word} " in words or (text.isascii() and f" {plain(word)} " in words)
