"""Pictures of pages → their words by tesseract on this machine (no network), with the words that it is not sure of."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
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


@dataclass(frozen=True)
class Recognised:
    """``text`` of one picture, ``doubtful``: (start, end) of the words in it that may be others."""

    text: str = ""
    doubtful: tuple[tuple[int, int], ...] = ()


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


def page_picture(content: bytes, number: int) -> bytes:
    """One page of a PDF, or a photo, as PNG in its colours, for people to compare with."""
    if b"%PDF" not in content[:1024]:
        with Image.open(io.BytesIO(content)) as opened:
            upright = ImageOps.exif_transpose(opened).convert("RGB")
        upright.thumbnail((WIDEST // 2, WIDEST // 2))
        return _png(upright)
    with PDFIUM, pypdfium2.PdfDocument(content) as opened:
        return _png(opened[number - 1].render(scale=SHOWN_DPI / 72).to_pil())


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
    rows = csv.DictReader(
        io.StringIO(run.stdout.decode("utf-8", errors="replace")),
        delimiter="\t",
        quoting=csv.QUOTE_NONE,
    )
    return _text(row for row in rows if row["level"] == "5" and (row["text"] or "").strip())


def _text(words: Iterator[dict[str, str]]) -> Recognised:
    """Words as lines, a blank line between paragraphs, as the program found them."""
    pieces: list[str] = []
    doubtful: list[tuple[int, int]] = []
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
        pieces += [between, text]
        place += len(text)
        line, paragraph = here, now
    return Recognised("".join(pieces), tuple(doubtful))
