"""The kinds of slides: one function each, from the figures of a meeting to one message, one picture and what the speaker says.

Add a kind: a function in one of these modules and in `KINDS`, its name in `agenda.Kind` and `wording.deck.KINDS`. None from a function means that there is
nothing to show: the slide then says so (`wording.deck.MISSING`) or is left out (`LEFT_OUT`).
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

from dashboard.deck import deck_words as words
from dashboard.deck.agenda import OWN, Item
from dashboard.deck.kinds import (
    block_slides,
    closing_slides,
    named_slides,
    province_slides,
    unit_slides,
)
from dashboard.deck.kinds.slide import Slide, slide_of
from dashboard.deck.pictures import Missing
from dashboard.exports.report.material import Material
from dashboard.wording.edition_words import EDITION_CHOICE
from dashboard.writing.alphabet import link_code

KINDS: dict[str, Callable[[Material, Item], Slide | None]] = {
    "opening": province_slides.opening,
    "status": province_slides.status,
    "trend": province_slides.trend,
    "blocks": block_slides.blocks,
    "satisfaction": province_slides.satisfaction,
    "groups": province_slides.groups,
    "reports": province_slides.reports,
    "leaders": unit_slides.leaders,
    "units": unit_slides.units,
    "examples": unit_slides.examples,
    "named": named_slides.named,
    "awards": closing_slides.awards,
    "commended": closing_slides.commended,
    "next": closing_slides.next_steps,
    "open": closing_slides.still_open,
    "tasks": closing_slides.who_what_when,
    "text": closing_slides.own_words,
    "picture": closing_slides.own_picture,
}
PAGES = {
    "status": "",
    "trend": "xu-huong",
    "blocks": "",
    "satisfaction": "hai-long",
    "groups": "xu-huong",
    "reports": "theo-doi-nop-bao-cao",
    "leaders": "xep-hang",
    "units": "ho-so-don-vi",
    "named": "don-vi-cham",
}
"""Where the program shows the same chart."""


def missing(material: Material, item: Item) -> Slide:
    """A slide that has no figures says so."""
    sentence = words.MISSING[item.kind].format(year=material.standing.year)
    return slide_of(material, item, words.KINDS[item.kind], Missing(sentence), [sentence])


def address(base: str, item: Item, material: Material, edition: int | None = None) -> str:
    """An own slide's own address, else the page with the same chart, of the same edition, as phones reach it; '' where the program has none or its address is not known."""
    if item.kind in OWN:
        return item.link
    if not base.strip() or item.kind not in PAGES:
        return ""
    query = (
        {"khoi": link_code(item.block)}
        if item.block
        else {"don_vi": item.units[0]}
        if item.kind == "units" and item.units
        else {}
    )
    query = {"nam": material.standing.year, **query}
    if edition:
        query |= {EDITION_CHOICE: edition}
    return f"{base.strip().rstrip('/')}/{PAGES[item.kind]}?{urlencode(query)}"
