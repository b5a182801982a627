"""Pieces of a page's picture, each the place of a quote, laid so that all of it fits a cell of a table."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence

from PIL import Image

from data_access.scans import Box, page_picture

CUT_DPI = 110
AROUND = 5  # points around a piece that is cut out


def cut_out(
    content: bytes, number: int, boxes: Sequence[Box], turn: int = 0, shape: float | None = None
) -> list[bytes]:
    """Pieces of one page of a PDF or of a photo as JPEG in its colours, each with a little of what is around it, turned as `turn_of` says; ``shape``: laid for a cell of that width to height."""
    with Image.open(io.BytesIO(page_picture(content, number, CUT_DPI))) as opened:
        page = opened.convert("RGB")
    wide, high = page.size
    pieces = []
    for left, top, right, bottom in boxes:
        around = (
            max(0, round(left * wide) - AROUND),
            max(0, round(top * high) - AROUND),
            min(wide, round(right * wide) + AROUND),
            min(high, round(bottom * high) + AROUND),
        )
        stream = io.BytesIO()
        piece = page.crop(around).rotate(turn, expand=True)
        (in_rows(piece, shape) if shape else piece).save(stream, "JPEG", quality=70)
        pieces.append(stream.getvalue())
    return pieces


def in_rows(piece: Image.Image, shape: float) -> Image.Image:
    """A long piece of a line as rows over each other, each beginning with a little of what the one above ends with, so that all of it fits a cell of that width to height."""
    wide, high = piece.size
    rows = math.ceil(math.sqrt(wide / (shape * high)))
    if rows < 2:
        return piece
    step = math.ceil(wide / rows)
    sheet = Image.new("RGB", (min(wide, step + high), rows * high), "white")
    for row in range(rows):
        start = max(0, row * step - high // 2)
        sheet.paste(piece.crop((start, 0, min(wide, start + sheet.width), high)), (0, row * high))
    return sheet
