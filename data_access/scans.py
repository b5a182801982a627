"""Pictures of pages → their words by tesseract on this machine (no network), with the words that it is not sure of."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pypdfium2
from PIL import Image, ImageOps

from data_access.pdf_text import PDFIUM

DPI, SHOWN_DPI = 200, 80
SURE = 60  # percent, by the program's own measure of a word
SECONDS = 90  # for one page; it takes 2 to 5
LANGUAGE = "vie"
WIDEST = 2600  # points of a photo's longer side that are enough to read it
PAPER = 190  # what is lighter is paper, or a stamp
_WHITENED = [min(255, value * 255 // PAPER) for value in range(256)]
Told = Callable[[int, int], None]
"""Called with how many pages are read, of how many."""


Box = tuple[float, float, float, float]
"""Left, top, right, bottom in shares (0–1) of a picture's width and height."""


@dataclass(frozen=True)
class Recognised:
    """``text`` of one picture, ``doubtful``: (start, end) of the words in it that may be others, ``boxes``: (start, end, box) of each word."""

    text: str = ""
    doubtful: tuple[tuple[int, int], ...] = ()
    boxes: tuple[tuple[int, int, Box], ...] = ()


def can_recognise() -> bool:
    """Whether tesseract with its Vietnamese is installed here."""
    program = shutil.which("tesseract")
    if program is None:
        return False
    listed = subprocess.run(
        [program, "--list-langs"], capture_output=True, text=True, check=False, timeout=SECONDS
    )
    return LANGUAGE in listed.stdout.split()


def recognised(pictures: Sequence[bytes], told: Told | None = None) -> list[Recognised]:
    """The words of each picture (PNG), several at once; a picture that takes too long or has none is empty."""
    done: list[Recognised] = []
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        for one in pool.map(_page, pictures):
            done.append(one)
            if told:
                told(len(done), len(pictures))
    return done


def page_pictures(content: bytes, numbers: Sequence[int], dpi: int = DPI) -> list[bytes]:
    """Those pages (from 1) of a PDF as PNG, in grey; red stamps over the text are light in it."""
    with PDFIUM, pypdfium2.PdfDocument(content) as opened:
        return [
            _png(_grey(opened[number - 1].render(scale=dpi / 72).to_pil())) for number in numbers
        ]


def photo(content: bytes) -> bytes | None:
    """A photo or scan (JPEG, PNG, TIFF) as the camera held it, as PNG in grey; None if it is no picture."""
    try:
        with Image.open(io.BytesIO(content)) as opened:
            upright = ImageOps.exif_transpose(opened).convert("RGB")
    except (OSError, ValueError, Image.DecompressionBombError):
        return None
    upright.thumbnail((WIDEST, WIDEST))
    return _png(_grey(upright))


def page_picture(content: bytes, number: int, dpi: int = SHOWN_DPI, turn: int = 0) -> bytes:
    """One page of a PDF, or a photo, as PNG in its colours, for people to compare with; ``turn`` in degrees against the clock."""
    if b"%PDF" not in content[:1024]:
        with Image.open(io.BytesIO(content)) as opened:
            upright = ImageOps.exif_transpose(opened).convert("RGB")
        upright.thumbnail((WIDEST // 2, WIDEST // 2))
        return _png(upright.rotate(turn, expand=True))
    with PDFIUM, pypdfium2.PdfDocument(content) as opened:
        drawn = opened[number - 1].render(scale=dpi / 72).to_pil()
    return _png(drawn.rotate(turn, expand=True))


def turn_of(boxes: Sequence[Box]) -> int:
    """By how many degrees against the clock (0, 90, 180, 270) a page must be turned to be read, told by where each next word stands."""
    votes: Counter[int] = Counter({0: 1})
    for one, following in zip(boxes, boxes[1:], strict=False):
        across = following[0] + following[2] - one[0] - one[2]
        down = following[1] + following[3] - one[1] - one[3]
        if abs(across) >= abs(down):
            votes[0 if across > 0 else 180] += 1
        else:
            votes[90 if down > 0 else 270] += 1
    return max(votes, key=votes.__getitem__)


def _grey(picture: Image.Image) -> Image.Image:
    """The red part of the light: black letters stay, a red stamp over them fades."""
    return picture.convert("RGB").getchannel("R").point(_WHITENED)


def _png(picture: Image.Image) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, "PNG", compress_level=1)
    return stream.getvalue()


def _page(picture: bytes) -> Recognised:
    command = ["tesseract", "-", "-", "-l", LANGUAGE, "--dpi", str(DPI), "--psm", "1", "tsv"]
    try:
        run = subprocess.run(
            command,
            input=picture,
            capture_output=True,
            check=False,
            timeout=SECONDS,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired:
        return Recognised()
    rows = list(
        csv.DictReader(
            io.StringIO(run.stdout.decode("utf-8", errors="replace")),
            delimiter="\t",
            quoting=csv.QUOTE_NONE,
        )
    )
    size = next(
        ((int(row["width"]), int(row["height"])) for row in rows if row["level"] == "1"), (1, 1)
    )
    return _text((row for row in rows if row["level"] == "5" and (row["text"] or "").strip()), size)


def _box(word: dict[str, str], size: tuple[int, int]) -> Box:
    left, top, width, height = (int(word[side]) for side in ("left", "top", "width", "height"))
    wide, high = size
    return left / wide, top / high, (left + width) / wide, (top + height) / high


def _text(words: Iterator[dict[str, str]], size: tuple[int, int]) -> Recognised:
    """Words as lines, a blank line between paragraphs, as the program found them."""
    pieces: list[str] = []
    doubtful: list[tuple[int, int]] = []
    boxes: list[tuple[int, int, Box]] = []
    place, line, paragraph = 0, "", ""
    for word in words:
        now = f"{word['block_num']}.{word['par_num']}"
        here = f"{now}.{word['line_num']}"
        between = (
            "" if not pieces else " " if here == line else "\n" if now == paragraph else "\n\n"
        )
        text = word["text"].strip()
        place += len(between)
        if float(word["conf"]) < SURE:
            doubtful.append((place, place + len(text)))
        boxes.append((place, place + len(text), _box(word, size)))
        pieces += [between, text]
        place += len(text)
        line, paragraph = here, now
    return Recognised("".join(pieces), tuple(doubtful), tuple(boxes))
