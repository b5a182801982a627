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
KINDS = {".js": "text/javascript", ".css": "text/css"}
KEPT = 150
"""Files: what all pages together load; packed they take 2 MB."""
A_YEAR = "public, max-age=31536000, immutable"
"""Every address changes with its file: Streamlit names its files by their content, ours bear a mark (`address`)."""


def address(name: str) -> str:
    """Where a file of dashboard/static/ is served; the address changes with the file, since browsers keep it."""
    return f"{OWN}{name}?v={_mark(name)}"


@cache
def _mark(name: str) -> str:
    return hashlib.sha256((ROOTS[OWN] / name).read_bytes()).hexdigest()[:12]


async def answer(scope: Scope) -> Response | None:
    """The packed file that a request asks for; None where Streamlit answers."""
    headers = Headers(scope=scope)
    if scope["method"] != "GET" or "gzip" not in headers.get("accept-encoding", ""):
        return None
    found = file_of(scope["path"])
    if found is None:
        return None
    told = {"Content-Encoding": "gzip", "Vary": "Accept-Encoding", "Cache-Control": A_YEAR}
    return Response(
        await to_thread.run_sync(packed, found), media_type=KINDS[found.suffix], headers=told
    )


def file_of(path: str) -> Path | None:
    """The script or style that a path names; None for everything else, also for a way out of the folder."""
    start = next((one for one in ROOTS if path.startswith(one)), None)
    if start is None or Path(path).suffix not in KINDS:
        return None
    root = ROOTS[start]
    found = (root / path.removeprefix(start)).resolve()
    return found if found.is_relative_to(root) and found.is_file() else None


@lru_cache(maxsize=KEPT)
def packed(file: Path) -> bytes:
    """The bytes of a file, packed."""
    return gzip.compress(file.read_bytes(), 6, mtime=0)
