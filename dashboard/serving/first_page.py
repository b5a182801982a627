"""The page that a browser is given first: Streamlit's own, in Vietnamese and in its final width from the first byte, saying so where no connection comes."""

from __future__ import annotations

import gzip
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import streamlit
from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, Response
from starlette.types import Scope
from streamlit import config

from dashboard.serving import serving_words as words
from dashboard.serving.packed_files import LIBRARY, OWN, ROOTS, address

STREAMLIT = Path(streamlit.__file__).parent / "static"
NOT_PAGES = ("/_stcore/", "/static/", "/app/static/", "/media/", "/component/", "/auth/")
DRAWING = frozenset(
    {
        *("", "tong-quan", "xu-huong", "xep-hang", "don-vi-cham", "ho-so-don-vi", "hai-long"),
        *("chi-so-cap-tinh", "dien-hinh", "theo-doi-nop-bao-cao", "phan-cua-don-vi"),
    }
)
"""Paths of the pages on which a chart is drawn at once."""
SCRIPTS = "streamlit/streamlit.js"
"""Streamlit's modules that nearly every page needs, in one file: a hundred of them would be a hundred questions to the server."""
AHEAD = re.compile(r'\s*<link rel="modulepreload"[^>]*href="\./static/js/[^>]*>')
SERVER = """{{ BACKEND_BASE_URL: location.origin + "/", MAIN_PAGE_BASE_URL: location.origin + "/",
  HOST_CONFIG: {{ allowedOrigins: [location.origin], useExternalAuthToken: false }}, LIGHT_THEME: {theme}, DARK_THEME: {theme} }}"""
"""Where the server is, else every deep link is first asked below itself; what Streamlit would ask of it before it opens the line; the fonts, else its own is fetched for the moment until it is told ours."""
FONT = re.compile(r'\s*<link\s+rel="preload"[^>]*\bas="font"[^>]*>')
"""Streamlit fetches its own font with the page; ours are those of the machine (`.streamlit/config.toml`)."""


def asked(scope: Scope) -> bool:
    """Whether a request is for a page, none of which has a file's name.

    >>> asked({"method": "GET", "path": "/xep-hang"}), asked({"method": "GET", "path": "/favicon.png"}), asked({"method": "GET", "path": "/_stcore/health"})
    (True, False, False)
    """
    path = scope["path"]
    is_file = "." in path.rsplit("/", 1)[-1]
    own = path.startswith(NOT_PAGES) or path == "/oauth2callback"
    return scope["method"] in ("GET", "HEAD") and path.count("/") == 1 and not is_file and not own


def answer(scope: Scope) -> Response:
    """The page, packed for who takes it so, never kept by a browser: it names the files of this version."""
    draws = scope["path"].strip("/") in DRAWING
    told = {"Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
    if "gzip" not in Headers(scope=scope).get("accept-encoding", ""):
        return HTMLResponse(page(draws=draws), headers=told)
    return HTMLResponse(_packed(draws=draws), headers={**told, "Content-Encoding": "gzip"})


@cache
def _packed(*, draws: bool) -> bytes:
    return gzip.compress(page(draws=draws).encode(), 9, mtime=0)


@cache
def page(*, draws: bool) -> str:
    """Streamlit's page with the head of ours, and the drawing library where a chart stands in the first picture. Raises `ValueError` for a Streamlit whose page has another form."""
    html = (STREAMLIT / "index.html").read_text(encoding="utf-8")
    font = FONT.search(html)
    changes = {
        font[0] if font else "a font": "",
        '<html lang="en">': '<html lang="vi" class="opening">',
        "<title>Streamlit</title>": f"<title>{words.TITLE}</title>",
        "<head>": f"<head>\n{_head()}",
        f"./static/js/{made_of()['first']}": address(SCRIPTS),
        "</head>": f"{_ahead(draws=draws)}\n</head>",
        "You need to enable JavaScript to run this app.": words.NO_SCRIPT,
    }
    for theirs, ours in changes.items():
        if theirs not in html:
            raise ValueError(f"Streamlit's first page has no {theirs}")
        html = html.replace(theirs, ours, 1)
    return AHEAD.sub("", html)


@cache
def made_of() -> dict[str, Any]:
    """What the one script was made of (`deploy/release/streamlit_bundle.py`): Streamlit's first module, all that are in it, those of them that others ask for."""
    return json.loads((ROOTS[OWN] / "streamlit" / "made_of.json").read_text("utf-8"))


def _head() -> str:
    """Before anything of Streamlit: where its modules are, where the server is (else every deep link is first asked below itself), words, style, script."""
    modules = {f"/static/js/{one}": address(f"streamlit/{one}") for one in made_of()["handed_on"]}
    fonts = {"bodyFont": config.get_option("theme.font")}
    fonts["headingFont"] = config.get_option("theme.headingFont")
    server = SERVER.format(theme=json.dumps(fonts))
    return "\n".join(
        (
            f'<script src="{address("frame/line.js")}"></script>',
            f'<script type="importmap">{json.dumps({"imports": modules})}</script>',
            f"<script>window.__streamlit = {server};",
            f"window.frameWords = {json.dumps(words.FRAME, ensure_ascii=False)};</script>",
            f"<style>:root {{ --opening: '{words.OPENING}'; }}</style>",
            f'<link rel="stylesheet" href="{address("frame/first.css")}">',
            f'<script src="{address("frame/frame.js")}"></script>',
        )
    )


def _ahead(*, draws: bool) -> str:
    """Asks for the scripts of our parts, and for the drawing library, while Streamlit's are read."""
    ours = [address(f"parts/{file.name}") for file in sorted((ROOTS[OWN] / "parts").glob("*.js"))]
    asked = [f'<link rel="modulepreload" crossorigin href="{one}">' for one in ours]
    library = f'<link rel="preload" as="script" href="{address(LIBRARY)}">'
    return "\n".join([*asked, library] if draws else asked)
