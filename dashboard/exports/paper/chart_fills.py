"""How native charts look on paper and on slides, and how a bar is filled by what it means."""

from __future__ import annotations

from typing import NamedTuple

from pptx.dml.color import RGBColor

from dashboard.writing import theme

SAID = {name: look for look in theme.STATUS.values() for name in (look.word, look.label)}


class Look(NamedTuple):
    """Font, its size in points, the thinnest line in points, and whether the print may be grey."""

    font: str
    size: float
    line: float
    is_grey: bool


PAPER = Look("Times New Roman", 11, 1.5, True)


def fill_of(name: str, place: int, look: Look) -> tuple[str, str]:
    """The ground of a bar and the ink on it: by meaning where the name is a status, by place elsewhere."""
    if look.is_grey:
        ground = (
            theme.PAPER_GREYS[place % len(theme.PAPER_GREYS)]
            if place or name in SAID
            else theme.PAPER_PALE
        )
        return ground, theme.WHITE if int(ground[1:3], 16) < 120 else theme.BLACK
    meaning = SAID.get(name)
    return (
        (meaning.fill, meaning.on_fill)
        if meaning
        else (theme.SLIDE_LINES[place % len(theme.SLIDE_LINES)], theme.GROUND)
    )


def rgb(colour: str) -> RGBColor:
    """A colour of the theme as PowerPoint takes it."""
    return RGBColor.from_string(colour.removeprefix("#"))
