"""What a deck shows, as plain data: slides with one message each, and what is left out."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Literal

from dashboard.deck import deck_words as words
from dashboard.deck import kinds
from dashboard.deck.agenda import MOST_WORDS, Agenda, Item, is_empty, word_count
from dashboard.deck.fitting import BESIDE_QR, WIDTH, room_under, scale
from dashboard.deck.kinds import Slide
from dashboard.exports.report.material import Material
from dashboard.exports.report.order import edition_short, seal_line
from dashboard.exports.report.pack import SealMark
from dashboard.meeting.sealing import Figures
from dashboard.writing import first_letter, formats


@dataclass(frozen=True)
class Deck:
    """The whole deck. `left_out` says which entries of the agenda have nothing to show and were passed over."""

    title: str
    theme: Literal["light", "dark"]
    seconds: int
    as_of: dt.date
    foot: str
    edition: str
    seal_line: str
    sealed: bool
    mark: str
    slides: tuple[Slide, ...]
    left_out: tuple[str, ...]


def deck_of(agenda: Agenda, figures: Figures) -> Deck:
    """The deck of an agenda. Every figure is the standing's; what does not fit on one slide goes on the next under the same message."""
    material, seal = figures.material, figures.seal
    slides: list[Slide] = []
    left_out: list[str] = []
    for place, item in enumerate(agenda.items):
        if item.hidden:
            continue
        if is_empty(item):
            left_out.append(words.EMPTY[item.kind].format(place=place + 1))
            continue
        made = kinds.KINDS[item.kind](material, item)
        if made is None and item.kind in words.LEFT_OUT:
            left_out.append(words.LEFT_OUT[item.kind].format(kind=words.KINDS[item.kind]))
        else:
            slides += _parts(
                replace(made or kinds.missing(material, item), entry=place),
                item,
                agenda,
                material,
                seal,
            )
    standing = material.standing
    title = words.DECK_TITLE.format(subject=first_letter.small(standing.plan.short_name))
    foot = words.FOOT.format(as_of=formats.date(standing.as_of), edition=edition_short(seal))
    if figures.inner:
        foot = words.INNER_FOOT.format(foot=foot)
    return Deck(
        title,
        agenda.theme,
        agenda.seconds,
        standing.as_of,
        foot,
        edition_short(seal),
        f"{seal_line(seal, standing.as_of)} {figures.warnings}".strip(),
        seal.fingerprint is not None,
        words.SAMPLE if figures.illustrative else "",
        tuple(slides),
        tuple(left_out),
    )


def _parts(
    slide: Slide, item: Item, agenda: Agenda, material: Material, seal: SealMark
) -> list[Slide]:
    """The slide, or several that share the rows of its picture; each with its address for phones if asked for."""
    address = (
        kinds.address(agenda.address, item, material, seal.number) if item.qr or item.link else ""
    )
    room, width = room_under(slide.message), WIDTH - (BESIDE_QR if address else 0)
    parts = slide.picture.parts(room, width)
    if len(parts) > 1:
        room = room_under(_continued(slide.message))
        parts = slide.picture.parts(room, width)
    larger = min(scale(lambda one, part=part: part.height(width, one), room) for part in parts)
    return [
        replace(
            slide,
            picture=part,
            message=_continued(slide.message) if place else slide.message,
            address=address,
            larger=larger,
        )
        for place, part in enumerate(parts)
    ]


def _continued(message: str) -> str:
    longer = f"{message} {words.CONTINUED}"
    return longer if word_count(longer) <= MOST_WORDS else message
