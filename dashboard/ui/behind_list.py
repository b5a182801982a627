"""The list of units with flags: a row each, which unfolds to its evidence and to the question worth asking; those are sent when a row is unfolded."""

from __future__ import annotations

import datetime as dt
import hashlib
import html
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import streamlit as st

from dashboard.assessment.standing import Standing
from dashboard.plan import clock
from dashboard.ui import behind_picture, linked, meeting_store, page_parts
from dashboard.ui.cards import flag_line
from dashboard.ui.edition_rows import Tables
from dashboard.ui.glossed import glossed
from dashboard.ui.memo import kept
from dashboard.ui.opened import last_deed
from dashboard.views import behind_rows
from dashboard.views import lagging as view
from dashboard.views import lagging_words as words
from dashboard.views.behind_rows import Row
from dashboard.views.choices_made import Choices
from dashboard.views.flag_cards import UnitCard, with_beside
from dashboard.writing import theme
from dashboard.writing.formats import count, is_missing, number

SHOWN, EVIDENCE = 5, 3
TITLE, LINES, CARD = 80, 76, 150
"""px that a level's heading, a row, and a row on a phone take at least."""


class Behind(NamedTuple):
    """The list as the page shows it: its rows, their HTML without the evidence, and what tells that HTML from any other."""

    rows: tuple[Row, ...]
    html: str
    mark: str


def behind(
    standing: Standing,
    tables: Tables,
    choice: Choices,
    level: str | None,
    rule: str | None,
    indicator: str | None,
) -> Behind:
    """The units with the flags picked (`views.lagging.rows`) and what people entered of them; made once for the same figures and entries."""
    picked = standing, tables, choice, level, rule, indicator
    return kept(_behind)(*picked, last_deed(), clock.today())


def _behind(
    standing: Standing,
    tables: Tables,
    choice: Choices,
    level: str | None,
    rule: str | None,
    indicator: str | None,
    _deed: str,
    _today: dt.date,
) -> Behind:
    listed = kept(view.rows)(standing, tables, choice, level, rule, indicator)
    rows = behind_rows.with_beside(
        listed.rows, meeting_store.beside(standing), meeting_store.dues()
    )
    written = _written(rows, listed.units) if rows else ""
    mark = hashlib.md5(written.encode(), usedforsecurity=False).hexdigest()
    return Behind(tuple(rows), f"<div data-mark='{mark}'>{written}</div>", mark)


def cards(
    standing: Standing,
    tables: Tables,
    choice: Choices,
    level: str | None,
    rule: str | None,
    indicator: str | None,
) -> Sequence[UnitCard]:
    """Every unit with the flags picked, those too for which the list has no room, with what people entered."""
    made = kept(view.cards)(standing, tables, choice, level, rule, indicator)
    return with_beside(made, meeting_store.beside(standing))


def behind_list(shown: Behind, *, key: str) -> None:
    """All rows under their level, the gravest level open and the others folded, of very many the first; without any that nothing matches."""
    if not shown.rows:
        return page_parts.small(words.NO_MATCH)
    page_parts.room(key, *_tall(shown.rows))

    @st.fragment(key=f"{key}_part")
    def part() -> None:
        asked = linked.show(shown.html, key=key, mark=shown.mark)
        if told := {row.unit: _evidence(row) for row in shown.rows if row.unit in asked}:
            linked.tell(told, key=f"{key}_told")

    return part()


def _written(made: list[Row], units: Mapping[str, int]) -> str:
    low, high = behind_rows.scale(made)
    levels = behind_rows.by_level(made)
    parts = [
        _section(level, rows, units[level], (low, high), folded=place > 0)
        for place, (level, rows) in enumerate(levels.items())
    ]
    note = words.SCALE.format(low=number(low, 0), high=number(high, 0))
    drawn = page_parts.more_html(words.HOW_TO_READ, note) if _any_drawn(made) else ""
    return f"<div class='behind'>{''.join(parts)}</div>{drawn}"


def _tall(made: Sequence[Row]) -> tuple[int, int]:
    """What the rows in sight take at least, px, and px on a phone, where a row is a card."""
    first = next(iter(behind_rows.by_level([*made]).values()), [])
    shown = min(len(first), SHOWN)
    return TITLE + LINES * shown, TITLE + CARD * shown


def _any_drawn(made: Sequence[Row]) -> bool:
    return any(not is_missing(row.measured.value) for row in made)


def _section(
    level: str, rows: list[Row], units: int, span: tuple[float, float], *, folded: bool
) -> str:
    title = f"{words.SECTIONS[level]}: {count(units, 'đơn vị')}"
    lines = [_row(row, span) for row in rows]
    others = words.MORE.format(units=count(len(lines) - SHOWN, "đơn vị"))
    body = f"{_head()}{''.join(lines[:SHOWN])}{_more(lines[SHOWN:], others)}"
    if folded:
        return f"<details class='behind-fold'><summary><h2 class='heading'>{html.escape(title)}</h2></summary>{body}</details>"
    return f"<h2 class='heading'>{html.escape(title)}</h2>{body}"


def _more(lines: Sequence[str], said: str) -> str:
    """What waits folded under these words; '' where nothing does."""
    if not lines:
        return ""
    return f"<details class='behind-fold'><summary>{html.escape(said)}</summary>{''.join(lines)}</details>"


def _head() -> str:
    first, *others = (f"<span>{html.escape(one)}</span>" for one in words.HEADS)
    return f"<div class='behind-head' aria-hidden='true'>{first}<div class='behind-cells'>{''.join(others)}</div></div>"


def _row(row: Row, span: tuple[float, float]) -> str:
    """The link to the unit stands beside what unfolds, not in it: each is reached by itself."""
    look = theme.FLAG[row.level]
    unit = f"<span class='flag-level-{row.level}'>{look.sign}</span> {linked.unit_link(row.unit, row.name)}"
    gap = f"<b>{html.escape(row.measured.said)}</b>{behind_picture.picture(row.measured, row.level, span)}"
    cells = [
        gap,
        glossed(row.sure, reached=False),
        _said(row.head, words.NO_HEAD),
        _said("; ".join(one for one in (row.reply, row.deadline) if one), words.NO_REPLY),
    ]
    told = "".join(
        f"<span data-label='{html.escape(label)}'>{cell}</span>"
        for label, cell in zip(words.HEADS[1:], cells, strict=True)
    )
    return (
        f"<div class='behind-row flag-{row.level}'><div class='behind-unit'>{unit}</div>"
        f"<details class='behind-told'><summary>{told}{_why(row)}</summary>"
        f"<div class='behind-evidence' data-of='{html.escape(row.unit, quote=True)}'></div></details></div>"
    )


def _why(row: Row) -> str:
    """The cause in the unit's own words, which the style clips to a line until the row unfolds, and what lifts it where the gap does not say so."""
    said = words.OWN_CAUSE.format(cause=row.cause) if row.cause else ""
    cause = f"<span class='behind-cause'>{_said(said, words.NO_OWN_CAUSE)}</span>"
    lifts = f" <span>{html.escape(row.lifts)}</span>" if row.lifts_beyond_gap else ""
    return f"<span class='behind-why'>{cause}{lifts}</span>"


def _said(text: str, none: str) -> str:
    return html.escape(text) if text else f"<i class='flag-quiet'>{html.escape(none)}</i>"


def _evidence(row: Row) -> str:
    """Why, what lifts it and what to ask first; of the evidence the gravest lines, the others folded."""
    lines = [flag_line(line) for line in row.card.lines]
    others = words.MORE_EVIDENCE.format(lines=count(len(lines) - EVIDENCE, "điều"))
    lifts = f"<h3>{words.LIFTS}</h3><p>{html.escape(row.lifts)}</p>" if row.lifts else ""
    question = html.escape(row.question, quote=True)
    return (
        f"<p class='flag-block'>{html.escape(row.block)}</p><h3>{words.CAUSE}</h3><p>{_said(row.cause, words.NO_CAUSE)}</p>"
        f"{lifts}<h3>{words.QUESTION}</h3><p>{question}</p>"
        f"<button type='button' class='copy' data-copy='{question}' data-done='{words.COPIED}'>{words.COPY}</button>"
        f"<h3>{words.EVIDENCE}</h3>{''.join(lines[:EVIDENCE])}{_more(lines[EVIDENCE:], others)}"
    )
