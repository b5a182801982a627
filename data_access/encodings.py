"""Bytes of old Vietnamese files → text, or the name of the old encoding that must be converted first."""

from __future__ import annotations

import codecs
import re
import unicodedata

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_COMMON = re.compile(r"(?<!\w)(?:và|của|công|các|được|báo cáo|thực hiện|cán bộ|hành chính)(?!\w)", re.IGNORECASE)
_VIETNAMESE = re.compile(r"[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơư]", re.IGNORECASE)
_TCVN3_WORDS = re.compile(r"(?<!\w)(?:vµ|cña|c«ng|c¸c|®­îc|b¸o c¸o|thùc hiÖn|c¸n bé|hµnh chÝnh|®¬n vÞ|n¨m)(?!\w)", re.IGNORECASE)
_VNI_WORDS = re.compile(r"(?<!\w)(?:vaø|cuûa|coâng|caùc|ñöôïc|baùo caùo|thöïc hieän|caùn boä|haønh chính|ñôn vò|naêm)(?!\w)", re.IGNORECASE)


def decoded(content: bytes) -> str | None:
    """The text of a plain file: UTF-8, UTF-16 with its mark, or Windows-1258 where it reads as Vietnamese; TCVN3 and VNI come back as they are
    stored (``legacy_encoding`` names them). None for what is no text."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    if b"\x00" in content[:4096]:
        return None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _single_byte(content)


def legacy_encoding(text: str) -> str | None:
    """“TCVN3 (.VnTime)” or “VNI” if a text is written in one of them, else None.

    Example: ``legacy_encoding("b¸o c¸o kÕt qu¶ thùc hiÖn cña c¸c ®¬n vÞ")`` is ``"TCVN3 (.VnTime)"``.
    """
    if len(_VIETNAMESE.findall(text)) > len(text) / 50:
        return None
    if len(_TCVN3_WORDS.findall(text)) >= 3:
        return "TCVN3 (.VnTime)"
    return "VNI (VNI-Times)" if len(_VNI_WORDS.findall(text)) >= 3 else None


def _single_byte(content: bytes) -> str | None:
    windows = unicodedata.normalize("NFC", content.decode("cp1258", errors="replace"))
    if len(_COMMON.findall(windows)) >= 3 and windows.count("\ufffd") < len(windows) / 200:
        return windows
    western = content.decode("cp1252", errors="replace")
    return western if legacy_encoding(western) else None
