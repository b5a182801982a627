"""One written form for names that people write in many ways, and the words that stand for nothing.

`fold` keeps the diacritics (for matching headers), `unit_form` also spells abbreviations out (for matching names of
bodies), `plain` drops the diacritics (for search boxes). None of them is for display: a unit is shown by its own name.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import lru_cache
from pathlib import Path

SPELLINGS = tomllib.loads((Path(__file__).parent / "spellings.toml").read_text(encoding="utf-8"))

_ON_FIRST = [
    "òa",
    "óa",
    "ỏa",
    "õa",
    "ọa",
    "òe",
    "óe",
    "ỏe",
    "õe",
    "ọe",
    "ùy",
    "úy",
    "ủy",
    "ũy",
    "ụy",
]
_ON_SECOND = [
    "oà",
    "oá",
    "oả",
    "oã",
    "oạ",
    "oè",
    "oé",
    "oẻ",
    "oẽ",
    "oẹ",
    "uỳ",
    "uý",
    "uỷ",
    "uỹ",
    "uỵ",
]
_TO_FIRST, _TO_SECOND = dict(zip(_ON_SECOND, _ON_FIRST)), dict(zip(_ON_FIRST, _ON_SECOND))
# In an open syllable the tone stands on the first vowel (hòa, thủy), in a closed one and after q on the second (hoạch, quý).
_OPEN = re.compile(f"(?<!q)({'|'.join(_ON_SECOND)})(?!\\w)")
_CLOSED = re.compile(f"({'|'.join(_ON_FIRST)})(?=\\w)|(?<=q)({'|'.join(_ON_FIRST[10:])})")
_STROKED_D = str.maketrans(
    {"\N{LATIN SMALL LETTER ETH}": "đ", "\N{LATIN SMALL LETTER D WITH TAIL}": "đ"}
)
_NOT_A_WORD = re.compile(r"[\W_]+")


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """The text in NFC and small letters, one tone placement (hoà → hòa), one đ, “và” for “&”, single spaces, no
    punctuation. `fold("Uỷ ban  Nhân dân.") == "ủy ban nhân dân"`.
    """
    small = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold()).translate(
        _STROKED_D
    )
    small = _OPEN.sub(lambda found: _TO_FIRST[found.group()], small)
    small = _CLOSED.sub(lambda found: _TO_SECOND[found.group()], small).replace("&", " và ")
    return _NOT_A_WORD.sub(" ", small).strip()


@lru_cache(maxsize=65_536)
def plain(text: str) -> str:
    """`fold` without diacritics: `plain("Sở Nội vụ, Đức Phổ") == "so noi vu duc pho"`."""
    letters = unicodedata.normalize("NFD", fold(text).replace("đ", "d"))
    return unicodedata.normalize(
        "NFC", "".join(one for one in letters if not unicodedata.combining(one))
    )


def _whole_words(words: list[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(r"(?<!\w)(" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")


_DOTTED = re.compile(r"(?<!\w)(" + "|".join(SPELLINGS["dotted"]) + r")\.\s*")
_EXPANSIONS = {
    fold(short): fold(full)
    for full, shorts in SPELLINGS["abbreviations"].items()
    for short in shorts
}
_SHORT = _whole_words(list(_EXPANSIONS))
_OFFICE = re.compile(
    f"^({'|'.join(map(fold, SPELLINGS['office_of']))}) (?=({'|'.join(map(fold, SPELLINGS['levels']))}) )"
)


@lru_cache(maxsize=65_536)
def unit_form(text: str) -> str:
    """`fold` with the abbreviations of bodies and levels spelt out (spellings.toml) and the office taken for the place:
    `unit_form("UBND H. Hoà An") == "huyện hòa an"`, `unit_form("Sở KH&ĐT") == "sở kế hoạch và đầu tư"`.
    """
    small = unicodedata.normalize("NFC", text).casefold()
    spelt = _DOTTED.sub(lambda found: SPELLINGS["dotted"][found.group(1)] + " ", small)
    spelt = _SHORT.sub(lambda found: _EXPANSIONS[found.group(1)], fold(spelt))
    return _OFFICE.sub("", spelt)
