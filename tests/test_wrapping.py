"""Lines of a text on a slide against a second measure: the letters of the fonts themselves, as a program without Arial takes them."""

from __future__ import annotations

import random
import subprocess
from functools import cache

import packs
from PIL import ImageFont

from dashboard.exports.slides import wrapping

WORDS = (
    f"{packs.LONG} Tập trung nâng kết quả nhóm Cải cách hành chính, nhóm đang thấp nhất “Ứng dụng” 1.234,5 95,3% "
    "QĐ-UBND Trường Trung học phổ thông chuyên Nguyễn Bỉnh Khiêm – Ủy ban Kiểm tra Tỉnh ủy ……"
).split()
PLAIN = "Liberation Sans"
ELSE = "Noto Sans"
"""Where Arial is not, the first is drawn with its widths, and the letters that it lacks come from the second."""


def test_no_text_takes_more_lines_than_were_counted_and_few_take_fewer():
    rng = random.Random(22)
    counted, drawn = [], []
    for _ in range(150):
        text = " ".join(rng.choices(WORDS, k=rng.randint(1, 20)))
        size, bold, width = rng.choice((20, 24, 28)), rng.random() < 0.3, rng.uniform(45, 200)
        counted.append(wrapping.lines(text, width, size, bold=bold))
        drawn.append(lines_drawn(text, width, size, bold))
        assert counted[-1] >= drawn[-1], (text, width, size, bold)
    assert max(drawn) > 6 and sum(counted) < 1.06 * sum(drawn)


def test_a_word_wider_than_its_cell_is_broken_by_letters():
    code = "QĐUBND" * 12
    for width in (30, 60, 120):
        assert (
            lines_by_letters(code, width) <= wrapping.lines(code, width, 24) < 6 + 72 * 24 / width
        )
    assert wrapping.lines("", 50, 24) == 1


def lines_drawn(text: str, width: float, size: int, bold: bool) -> int:
    """Broken as a word processor breaks: as many words on a line as fit."""
    words, lines = text.split(), 0
    while words:
        most = next(
            (
                count
                for count in range(len(words), 0, -1)
                if drawn(" ".join(words[:count]), size, bold) <= width
            ),
            1,
        )
        words, lines = words[most:], lines + 1
    return lines


def lines_by_letters(text: str, width: float) -> int:
    lines = 0
    while text:
        most = next(n for n in range(len(text), 0, -1) if drawn(text[:n], 24, False) <= width)
        text, lines = text[most:], lines + 1
    return lines


def drawn(text: str, size: int, bold: bool) -> float:
    """mm: letter by letter, each of the first font that has it."""
    return sum(thousandths(one, bold) for one in text) / 1_000 * size * 25.4 / 72


@cache
def thousandths(letter: str, bold: bool) -> float:
    small = font(PLAIN, bold, 12)
    lacks = bytes(small.getmask(letter)) == bytes(small.getmask("\uffff"))
    return font(ELSE if lacks else PLAIN, bold, 1_000).getlength(letter)


@cache
def font(name: str, bold: bool, size: int) -> ImageFont.FreeTypeFont:
    asked = ["fc-match", "-f", "%{file}", f"{name}{':bold' * bold}"]
    found = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    return ImageFont.truetype(found, size)
