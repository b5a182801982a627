"""The one door for charts: a picture in (figure, alternative text, table), a click out.

How a chart reaches the eye is decided here and in `dashboard/static/parts/plots.js` alone: a node that stays and is redrawn in place, drawn when it
comes into view, in its narrow form on a phone, in the colours of the ground, with its table and its picture to take away.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence

from dashboard.charts.drawings import Picture
from dashboard.serving.packed_files import LIBRARY, address
from dashboard.ui import edition_face, page_parts
from dashboard.ui.downloads import file_name_of
from dashboard.ui.screen_parts import screen_part
from dashboard.ui.shown_tables import folded_table

SENTENCES = re.compile(r"(?<!\bTP\.)(?<=\.)\s+(?=[^\W\d_])")
AROUND, YEARS = 84, 40  # px of title, subtitle and foot of one line each; of the slider of years
MARKUP = """<figure class="plot"><h2 class="plot-title"></h2><p class="plot-subtitle"></p><details class="more plot-more" hidden><summary></summary><p></p></details>
<div class="plot-years" hidden><button type="button" class="plot-play"></button><input type="range" class="plot-year" min="0" step="1"><output class="plot-said"></output></div>
<div class="plot-frame"><div class="plot-drawing" role="img" tabindex="0"></div></div><p class="plot-told" aria-live="polite"></p><p class="plot-walk" hidden></p>
<div class="plot-foot"><p class="plot-source"></p><button type="button" class="plot-save"></button></div></figure>"""


_PLOT = screen_part("plots", MARKUP)


def show(
    picture: Picture, *, key: str, on_click: Callable[[str], None] | None = None
) -> str | None:
    """Draw a picture, its table folded below it; the customdata of a click (a unit's code), once, else None.

    `on_click(code)` is called in the run that the click starts and makes the pointer a hand; without it clicks are not sent.
    """
    drawn = picture.drawing
    page_parts.room(
        key,
        _tall(drawn.height, drawn.scroll, drawn.frames),
        _tall(drawn.narrow_height, drawn.scroll, drawn.frames),
    )
    clicked = _PLOT(
        key=key, data=_sent(picture, clickable=on_click is not None), on_clicked_change=_noted
    ).clicked
    if picture.table is not None:
        folded_table(picture.table, key=f"{key}_table")
    if clicked is not None and on_click is not None:
        on_click(clicked)
    return clicked


def show_folded(
    make: Callable[[], Picture],
    *,
    key: str,
    label: str,
    on_click: Callable[[str], None] | None = None,
) -> None:
    """The same, folded under a label; the picture is made when somebody unfolds it."""
    page_parts.folded(lambda: show(make(), key=key, on_click=on_click), key=key, label=label)


def _tall(height: int, scroll: int | None, frames: Sequence) -> int:
    """What a picture takes at least: its frame, a line of title and one of subtitle above it, the slider of years, the foot below."""
    return min(height, scroll or height) + AROUND + (YEARS if frames else 0)


def _noted() -> None:
    """A click needs no work of its own: the run that it starts reads it."""


def _sent(picture: Picture, *, clickable: bool) -> bytes:
    """What the browser is given: a line of JSON, and after it the figure's, which is only parsed where it is drawn."""
    drawn = picture.drawing
    subtitle, more = in_sight(drawn.subtitle)
    told = {
        "mark": drawn.mark,
        "alt": picture.alt,
        "source": picture.source,
        "face": edition_face.of_picture(),
        "clickable": clickable,
        "title": drawn.title,
        "subtitle": subtitle,
        "more": more,
        "height": drawn.height,
        "narrow_height": drawn.narrow_height,
        "scroll": drawn.scroll,
        "frames": drawn.frames,
        "file_name": file_name_of(drawn.title) + edition_face.in_file_names(),
        "library": address(LIBRARY),
    }
    return f"{json.dumps(told, ensure_ascii=False)}\n{drawn.text}".encode()


def in_sight(subtitle: str) -> tuple[str, str]:
    """The first sentence of what is drawn, and the others, which wait folded.

    >>> in_sight("Điểm năm 2025. Nét đứt: lộ trình. Chấm: một đơn vị.")
    ('Điểm năm 2025.', 'Nét đứt: lộ trình. Chấm: một đơn vị.')
    """
    first, *rest = SENTENCES.split(subtitle, maxsplit=1)
    return first, "".join(rest)
