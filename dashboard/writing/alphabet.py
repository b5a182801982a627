"""The order of the Vietnamese alphabet: letters first, tones after, numbers by their size, people by given name."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng; the level tone comes before them all
_SHAPES = {
    "\u0306": {"a": "ă"},
    "\u0302": {"a": "â", "e": "ê", "o": "ô"},
    "\u031b": {"o": "ơ", "u": "ư"},
}
_SPACE, _MARK, _NUMBER, _LETTER = range(4)
Key = tuple[tuple, tuple, str]


@lru_cache(maxsize=50_000)
def alphabet_key(text: str) -> Key:
    """A key that sorts names as a Vietnamese dictionary does; upper and lower case together, `số 2` before `số 10`.

    >>> sorted(["Đông", "Dung", "Ân", "Ba", "An", "Ăn"], key=alphabet_key)
    ['An', 'Ăn', 'Ân', 'Ba', 'Dung', 'Đông']
    >>> sorted(["má", "mạ", "mà", "ma", "mã", "mả", "mai"], key=alphabet_key)
    ['ma', 'mà', 'mả', 'mã', 'má', 'mạ', 'mai']
    """
    letters: list[tuple[int, int]] = []
    tones = [0]
    for character in unicodedata.normalize("NFC", text).casefold():
        place, tone = _placed(character)
        tones[-1] = max(
            tones[-1], tone
        )  # one tone a syllable, wherever it is written: ủy and uỷ stand together
        if place[0] == _SPACE:
            tones.append(0)
        if place[0] == _NUMBER and letters and letters[-1][0] == _NUMBER:
            letters[-1] = (_NUMBER, letters[-1][1] * 10 + place[1])
        else:
            letters.append(place)
    return tuple(letters), tuple(tones), text


def person_key(name: str) -> tuple[Key, Key]:
    """A key that sorts people: by given name (the last word), then by the whole name.

    >>> sorted(["Trần Văn Bình", "Lê Thị An", "Đỗ Bình"], key=person_key)
    ['Lê Thị An', 'Đỗ Bình', 'Trần Văn Bình']
    """
    words = name.split()
    return alphabet_key(words[-1] if words else ""), alphabet_key(name)


@lru_cache(maxsize=1000)
def link_code(name: str) -> str:
    """A name as it stands in a link.

    >>> link_code("Khối các sở, ngành"), link_code("Cụm số 2 (Đồng bằng)")
    ('khoi-cac-so-nganh', 'cum-so-2-dong-bang')
    """
    bare = unicodedata.normalize("NFD", name.casefold().replace("đ", "d"))
    letters = "".join(
        one if one.isascii() and one.isalnum() else " "
        for one in bare
        if not unicodedata.combining(one)
    )
    return "-".join(letters.split())


def link_codes(names: Iterable[str]) -> dict[str, str]:
    """Names by their codes in a link, none twice.

    >>> link_codes(["Khối xã", "Khối xa"])
    {'khoi-xa': 'Khối xã', 'khoi-xa-2': 'Khối xa'}
    >>> link_codes(["Xã", "Xa", "Xa 2"])
    {'xa': 'Xã', 'xa-2': 'Xa', 'xa-2-2': 'Xa 2'}
    """
    found: dict[str, str] = {}
    alike: Counter[str] = Counter()
    for name in names:
        own = code = link_code(name)
        alike[code] += 1
        if alike[code] > 1:
            own = f"{code}-{alike[code]}"
        while own in found:
            alike[code] += 1
            own = f"{code}-{alike[code]}"
        found[own] = name
    return found


@lru_cache(maxsize=1000)
def _placed(character: str) -> tuple[tuple[int, int], int]:
    """The place of a letter and that of its tone: one pair for all names, of which there may be very many."""
    letter, tone = _taken_apart(character)
    return _place(letter), tone


def _taken_apart(character: str) -> tuple[str, int]:
    """A letter without its tone, and the tone's place (0 = level)."""
    apart = unicodedata.normalize("NFD", character)
    base, signs = apart[0], apart[1:]
    tone = 0
    for sign in signs:
        if sign in TONES:
            tone = TONES.index(sign) + 1
        else:
            base = _SHAPES.get(sign, {}).get(base, base)
    return base, tone


def _place(letter: str) -> tuple[int, int]:
    if letter in LETTERS:
        return _LETTER, LETTERS.index(letter)
    if letter.isdecimal():
        return _NUMBER, int(letter)
    if letter.isspace():
        return _SPACE, 0
    return (_LETTER, len(LETTERS) + ord(letter)) if letter.isalpha() else (_MARK, ord(letter))
