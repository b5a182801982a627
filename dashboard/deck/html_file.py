"""The deck as one HTML file that fetches nothing: slides drawn ahead of time, one script, one style, the colours of both grounds.

Every slide stands in the page from the beginning and a change only makes another one visible, so there is nothing to wait for and nothing
to flash. No chart library goes along: bars and lines are HTML and SVG that scale with the slide (a whole deck weighs less than 100 kB).
"""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import json
from html import escape
from pathlib import Path

import segno

from dashboard.deck import deck_words as words
from dashboard.deck.assemble import Deck
from dashboard.deck.kinds.slide import Slide
from dashboard.deck.pictures import Cover
from dashboard.writing import formats, theme

HERE = Path(__file__).parent
SCRIPT, STYLE = ((HERE / name).read_text(encoding="utf-8") for name in ("deck.js", "deck.css"))
NAMES = {
    "ground": theme.GROUND,
    "panel": theme.PANEL,
    "ink": theme.INK,
    "muted": theme.MUTED,
    "lines": theme.LINES,
    "accent": theme.ACCENT,
    "warm": theme.WARM,
    "plain": theme.OTHERS,
}
QUIET_ZONE = 4  # modules around a QR code, as its norm asks


def html_of(deck: Deck, made: dt.datetime) -> str:
    """The whole file. `made` is when it was made (local time), told beside the day of the figures."""
    style = f"{_colours()}\n{STYLE}"
    about = {
        "seconds": deck.seconds,
        "sealed": deck.sealed,
        "words": {**words.SCREEN, "keys": words.KEYS, "keysTitle": words.KEYS_TITLE},
    }
    script = SCRIPT.replace(
        "__ABOUT__", json.dumps(about, ensure_ascii=False).replace("<", "\\u003c")
    )
    slides = "\n".join(_slide(deck, place, one) for place, one in enumerate(deck.slides, start=1))
    return (
        f'<!DOCTYPE html>\n<html lang="vi" data-theme="{deck.theme}">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{_policy(script, style)}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{escape(deck.title)}</title>\n<style>{style}</style>\n</head>\n'
        f'<body>\n<main id="deck" data-made="{escape(words.MADE.format(time=f"{made:%H:%M}", day=formats.date(made)))}">\n{slides}\n</main>\n<p id="told" role="status"></p>\n<script>{script}</script>\n</body>\n</html>\n'
    )


def _policy(script: str, style: str) -> str:
    """Nothing may be fetched, sent or framed; only this script and this style run."""
    return f"default-src 'none'; img-src data:; script-src '{_hash(script)}'; style-src-elem '{_hash(style)}'; style-src-attr 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _colours() -> str:
    """The theme's colours under names, for the light and the dark hall."""
    light = {
        **NAMES,
        **{
            f"{code}{part}": colour
            for code, look in theme.STATUS.items()
            for part, colour in (("", look.colour), ("-fill", look.fill), ("-on", look.on_fill))
        },
    }
    dark = {name: theme.DARK[colour] for name, colour in light.items()}
    rules = [
        f"html[data-theme={ground}] {{ {' '.join(f'--{name}: {colour};' for name, colour in colours.items())} }}"
        for ground, colours in (("light", light), ("dark", dark))
    ]
    fills = [
        f".fill.{code} {{ background-color: var(--{code}-fill); }} .bar-name.{code} {{ color: var(--{code}); }}"
        for code in theme.STATUS
    ]
    root = f":root {{ font-family: {theme.FONTS}; --told: {theme.DARK[theme.MUTED]}; }}"
    return "\n".join([*rules, *fills, root])


def _slide(deck: Deck, place: int, slide: Slide) -> str:
    mark = f'<span class="mark">{escape(deck.mark)}</span>' if deck.mark else ""
    notes = "".join(f"<p>{escape(one)}</p>" for one in (*slide.notes, deck.seal_line))
    look = " opening" if isinstance(slide.picture, Cover) else ""
    code = (
        f'<aside class="qr" aria-label="{escape(words.QR)}">{_qr(slide.address)}<span>{escape(words.QR)}</span></aside>'
        if slide.address
        else ""
    )
    return (
        f'<section class="slide{look}" id="trang-{place}" aria-roledescription="trang chiếu" aria-label="{escape(slide.message)}"><div class="top"><span>{escape(slide.topic)}</span>{mark}</div>'
        f'<h2>{escape(slide.message)}</h2><div class="picture"><div class="drawn" style="--larger:{slide.larger}">{slide.picture.html()}</div>{code}</div>'
        f'<div class="foot"><span>{escape(deck.foot)}</span><span class="place">{place}/{len(deck.slides)}</span></div><template class="notes">{notes}</template></section>'
    )


def _qr(address: str) -> str:
    return segno.make(address, error="m", micro=False).svg_inline(
        border=QUIET_ZONE, omitsize=True, light=theme.WHITE, dark=theme.BLACK
    )
