"""A picture that somebody gives, made anew: only its points are kept, never its file, so nothing hidden in it (places, scripts, other files) goes on."""

from __future__ import annotations

import io

from PIL import Image, ImageOps, UnidentifiedImageError

FORMATS = ("JPEG", "PNG", "WEBP")
MOST_BYTES, MOST_POINTS = 8 * 1024 * 1024, 40_000_000
LONGEST_SIDE, QUALITY = 1600, 82


class PictureError(Exception):
    """A picture that cannot be used: `code` is `too_large`, `too_many_points` or `unreadable`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def made_anew(content: bytes) -> bytes:
    """The picture as a JPEG file of at most `LONGEST_SIDE` points a side, the right way up. Raises `PictureError`."""
    if len(content) > MOST_BYTES:
        raise PictureError("too_large")
    try:
        with Image.open(io.BytesIO(content), formats=FORMATS) as opened:
            if opened.width * opened.height > MOST_POINTS:
                raise PictureError("too_many_points")
            upright = ImageOps.exif_transpose(opened)
            flat = _on_white(upright)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise PictureError("unreadable") from None
    flat.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    out = io.BytesIO()
    flat.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()


def _on_white(picture: Image.Image) -> Image.Image:
    """What is transparent shows white."""
    if "A" not in picture.getbands() and "transparency" not in picture.info:
        return picture.convert("RGB")
    clear = picture.convert("RGBA")
    ground = Image.new("RGBA", clear.size, "white")
    return Image.alpha_composite(ground, clear).convert("RGB")
