"""The machine's fonts that write Vietnamese, for PDF.

Old copies of a font (Liberation 1) lack 92 Vietnamese letters; a machine may hold the old and the new under one name, and the compiler takes
whichever comes first: “Ệ” with its roof beside it. So folders with an incomplete copy of a font of ours are left out.
"""
from __future__ import annotations

from functools import cache
from pathlib import Path

import typst
from PIL import ImageFont

FAMILIES = ("Times New Roman", "Liberation Serif", "TeX Gyre Termes", "Tinos", "Libertinus Serif")  # the same widths; the last one comes with the compiler
LETTERS = "ƠẬỆửợ"  # of each kind that an incomplete font lacks
NOWHERE = "\U0010fffe"  # a code that no font may hold: its picture is that of a missing letter


@cache
def vietnamese_fonts() -> typst.Fonts:
    """Every font of the machine and of the compiler, but no folder in which one of `FAMILIES` lacks Vietnamese letters. Looked up once."""
    every = typst.Fonts().fonts()
    incomplete = {Path(one.path).parent for one in every if one.path and one.family in FAMILIES and not writes_vietnamese(Path(one.path))}
    folders = {Path(one.path).parent for one in every if one.path} - incomplete
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=sorted(map(str, folders)))


def writes_vietnamese(font: Path) -> bool:
    """Whether a font file has pictures of its own for Vietnamese letters."""
    opened = ImageFont.truetype(str(font), 20, layout_engine=ImageFont.Layout.BASIC)
    missing = bytes(opened.getmask(NOWHERE))
    return all(bytes(opened.getmask(letter)) != missing for letter in LETTERS)
