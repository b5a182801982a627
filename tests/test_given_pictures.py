"""Pictures that people give for a slide: made anew, upright, small, without what else their file holds."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from data_access.given_pictures import LONGEST_SIDE, MOST_BYTES, PictureError, made_anew


def file_of(picture: Image.Image, form: str, **more: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, form, **more)
    return out.getvalue()


def test_a_photo_comes_back_upright_small_and_without_the_place_where_it_was_taken():
    about = Image.Exif()
    about[0x0112] = 6  # to be turned by a quarter
    about[0x8825] = {1: "N", 2: (21.0, 1.0, 42.0)}
    photo = Image.new("RGB", (3200, 1000), "red")
    content = file_of(photo, "JPEG", exif=about) + b"<script>alert(1)</script>"
    made = Image.open(io.BytesIO(found := made_anew(content)))
    assert (made.format, made.size) == ("JPEG", (LONGEST_SIDE * 1000 // 3200, LONGEST_SIDE))
    assert dict(made.getexif()) == {} and b"script" not in found


def test_what_is_transparent_shows_white():
    clear = Image.new("RGBA", (8, 8), (0, 0, 0, 0))
    made = Image.open(io.BytesIO(made_anew(file_of(clear, "PNG"))))
    assert made.getpixel((4, 4)) == (255, 255, 255)


def bomb() -> bytes:
    """A PNG file that says it is 60,000 points wide and high, in under a hundred bytes."""
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(b"")), (b"IEND", b"")]
    chunks = [
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in parts
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"x" * (MOST_BYTES + 1), "too_large"),
        (bomb(), "unreadable"),
        (file_of(Image.new("RGB", (7000, 6000)), "PNG"), "too_many_points"),
        (b"<svg onload='alert(1)'/>", "unreadable"),
        (b"", "unreadable"),
        (file_of(Image.new("RGB", (9, 9)), "PNG")[:40], "unreadable"),
        (file_of(Image.new("RGB", (9, 9)), "GIF"), "unreadable"),
    ],
)
def test_what_is_no_picture_or_too_much_of_one_is_refused(content, code):
    with pytest.raises(PictureError) as told:
        made_anew(content)
    assert told.value.code == code
