"""Cards of flagged units on screen, and the fold they wait in."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.access.beside_flags import Beside
from dashboard.ui import linked
from dashboard.ui.edition_face import face
from dashboard.ui.glossed import glossed
from dashboard.views.flag_cards import FlagLine, UnitCard, as_text, with_beside
from dashboard.wording import example_words
from dashboard.wording.sources import source_words
from dashboard.writing import theme
from dashboard.writing.formats import is_missing, out_of
from dashboard.writing.nouns import worded

SHOWN = 6
NAMING = "Nêu tên:"
REPLY = "Giải trình của đơn vị:"
MOST_CARDS = 150
COPY, COPY_HEIGHT = "Chép danh sách dạng chữ", 320


def flag_cards(made: Sequence[UnitCard], *, key: str, heads: bool = True) -> None:
    """All the cards in one piece; `heads` writes each unit's name, which is not needed on its own page."""
    linked.show(
        f"<div class='flag-cards'>{''.join(_card(one, heads) for one in made)}</div>", key=key
    )


def unit_cards(made: Sequence[UnitCard], beside: Mapping[tuple, Beside], *, key: str) -> None:
    """The cards on a unit's own page, with how far a naming is and the unit's replies (`publication.beside`)."""
    flag_cards(with_beside(list(made), beside), key=key, heads=False)


def example_cards(rows: pd.DataFrame, year: int, *, key: str) -> None:
    """Good examples, each with its unit, where the unit stands in the year, its words and their source; after the first ones the rest folded. In: `views.examples.leaders`."""
    made = [_example(one, year) for one in rows.head(MOST_CARDS).itertuples(index=False)]
    rest = (
        f"<details class='more-cards'><summary>Xem thêm {len(made) - SHOWN} {worded('đơn vị')}</summary><div class='flag-cards'>{''.join(made[SHOWN:])}</div></details>"
        if len(made) > SHOWN
        else ""
    )
    linked.show(f"<div class='flag-cards'>{''.join(made[:SHOWN])}</div>{rest}", key=key)


def _example(one: Any, year: int) -> str:
    rank = example_words.RANK.format(rank=out_of(one.rank, one.rank_of), block=one.block, now=year)
    source = f"{example_words.YEAR_OF.format(year=one.year)}; {source_words(one.file, one.sheet, one.cell)}"
    text = "" if is_missing(one.description) else f"<p>“{html.escape(str(one.description))}”</p>"
    return (
        f"<section class='flag-card'><h3>{html.escape(one.title)}</h3><p class='flag-more'>{linked.unit_link(one.unit, one.name)}, {html.escape(rank)}</p>{text}"
        f"<p class='flag-more flag-quiet'><span class='flag-source'>Nguồn: {html.escape(source)}.</span></p></section>"
    )


def copy_list(made: Callable[[], Sequence[UnitCard]], title: str, foot: str, *, key: str) -> None:
    """The list as text, made when it is asked for, with a button to copy it."""
    window = st.popover(COPY, key=key, on_change="rerun", type="tertiary")
    if window.open:
        window.code(
            as_text(list(made()), title, f"{foot} {face()}".strip()),
            language=None,
            height=COPY_HEIGHT,
            wrap_lines=True,
        )


def _card(card: UnitCard, heads: bool) -> str:
    """The gravest flags in sight, the lesser ones folded below them."""
    head = (
        f"<h3>{linked.unit_link(card.unit, card.name)} <span class='flag-block'>{html.escape(card.block)}</span></h3>"
        if heads
        else ""
    )
    first = [line for line in card.lines if line.level == card.level]
    rest = [line for line in card.lines if line.level != card.level]
    folded = (
        f"<details><summary>{_counted(rest)}</summary>{''.join(map(flag_line, rest))}</details>"
        if rest
        else ""
    )
    return f"<section class='flag-card flag-{card.level}'>{head}{''.join(map(flag_line, first))}{folded}</section>"


def _counted(lines: Sequence[FlagLine]) -> str:
    """“Còn 2 theo dõi, 3 sự việc”."""
    counts = {level: sum(line.level == level for line in lines) for level in theme.FLAG}
    return "Còn " + ", ".join(
        f"{number} {theme.FLAG[level].word}" for level, number in counts.items() if number
    )


def flag_line(line: FlagLine) -> str:
    """A flag as HTML: its sentence, how far the naming is, the reply, what would lift it, how sure, and the source."""
    look = theme.FLAG[line.level]
    parts = [
        f"<p class='flag-said'><span class='flag-level flag-level-{line.level}'>{look.label}</span> {glossed(line.sentence)}</p>"
    ]
    parts += (
        [f"<p class='flag-more'><b>{NAMING}</b> {html.escape(line.naming)}</p>"]
        if line.naming
        else []
    )
    parts += (
        [f"<p class='flag-more'><b>{worded(REPLY)}</b> {html.escape(line.reply)}</p>"]
        if line.reply
        else []
    )
    parts += [f"<p class='flag-more'>{html.escape(line.lifts)}</p>"] if line.lifts else []
    parts.append(
        f"<p class='flag-more flag-quiet'>{html.escape(line.sure)} <span class='flag-source'>Nguồn: {html.escape(line.source)}.</span></p>"
    )
    return f"<div class='flag-line'>{''.join(parts)}</div>"
