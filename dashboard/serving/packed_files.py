"""Scripts and styles as browsers take them: packed once for all, kept by the browser for a year. Streamlit itself sends its own unpacked and packs ours anew for each who asks.

Everything else about them (others' methods, browsers that take nothing packed, files that are not text) stays Streamlit's.
"""

from __future__ import annotations

import gzip
import hashlib
from functools import cache, lru_cache
from pathlib import Path

import streamlit
from anyio import to_thread
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import Scope

OWN = "/app/static/"
ROOTS = {
    OWN: Path(__file__).resolve().parents[1] / "static",
    "/static/": Path(streamlit.__file__).resolve().parent / "static" / "static",
}
LIBRARY = "plotly/plotly-basic-4.1.1.min.js"
"""The drawing library, of the version that plotly.py 7.1 writes for: `dist/plotly-basic.min.js` of its npm package `plotly.js`, as it is published but for its first line (`ALL_CALLED` of `deploy/release/streamlit_bundle.py`). It knows lines, dots and bars, of which all our charts are made."""
KINDS = {".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2"}
ICONS = "/static/media/MaterialSymbols-Rounded."
"""Streamlit's font of signs, in whose place ours is given, of those that are drawn (`deploy/release/icon_font.py`)."""
KEPT = 400
"""Paths that are remembered: more than there are files; what all pages together load takes 2 MB packed."""
_PACKED: dict[Path, bytes] = {}
A_YEAR = "public, max-age=31536000, immutable"
"""Every address changes with its file: Streamlit names its files by their content, ours bear a mark (`address`)."""


def address(name: str) -> str:
    """Where a file of dashboard/static/ is served; the address changes with the file, since browsers keep it."""
    return f"{OWN}{name}?v={_mark(name)}"


@cache
def _mark(name: str) -> str:
    return hashlib.sha256((ROOTS[OWN] / name).read_bytes()).hexdigest()[:12]


def is_asked(path: str) -> bool:
    """Whether a path names a script, a style or a font of ours or of Streamlit's, there or not."""
    return path.startswith(tuple(ROOTS)) and Path(path).suffix in KINDS


async def answer(scope: Scope) -> Response | None:
    """The file that a request asks for, packed for who takes it (nginx packs by itself), kept by browsers for a year; None where Streamlit answers."""
    found = file_of(scope["path"]) if scope["method"] == "GET" else None
    if found is None:
        return None
    told = {"Vary": "Accept-Encoding", "Cache-Control": A_YEAR}
    if "gzip" in Headers(scope=scope).get("accept-encoding", ""):
        told["Content-Encoding"] = "gzip"
        body = _PACKED.get(found) or await to_thread.run_sync(packed, found)
    else:
        body = await to_thread.run_sync(found.read_bytes)
    return Response(body, media_type=KINDS[found.suffix], headers=told)


@lru_cache(maxsize=KEPT)
def file_of(path: str) -> Path | None:
    """The script, style or font that a path names; None for everything else, also for a way out of the folder."""
    if not is_asked(path):
        return None
    if path.startswith(ICONS):
        return ROOTS[OWN] / "frame" / "icons.woff2"
    start = next(one for one in ROOTS if path.startswith(one))
    root = ROOTS[start]
    found = (root / path.removeprefix(start)).resolve()
    return found if found.is_relative_to(root) and found.is_file() else None


def packed(file: Path) -> bytes:
    """The bytes of a file, packed."""
    if file not in _PACKED:
        _PACKED[file] = gzip.compress(file.read_bytes(), 9, mtime=0)
    return _PACKED[file]
