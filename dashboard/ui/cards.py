"""Cards of flagged units on screen, and the fold they wait in."""
from __future__ import annotations

import html
from collections.abc import Sequence

import streamlit as st

from dashboard import theme
from dashboard.formats import count
from dashboard.ui import linked
from dashboard.views.flag_cards import FlagLine, UnitCard, as_text

NAMING, REPLY = "Nêu tên:", "Giải trình của đơn vị:"
MOST_CARDS, MORE_CARDS = 150, "Đang hiện {shown} đơn vị đầu trong {cards}; bảng và danh sách chép được có đủ."
COPY, COPY_HEIGHT = "Chép danh sách dạng chữ", 320


def flag_cards(made: Sequence[UnitCard], *, key: str, heads: bool = True) -> None:
    """All the cards in one piece; `heads` writes each unit's name, which is not needed on its own page."""
    linked.show(f"<div class='flag-cards'>{''.join(_card(one, heads) for one in made)}</div>", key=key)


def folded_cards(title: str, made: Sequence[UnitCard], *, key: str, expanded: bool = False) -> None:
    """The cards below a heading that is folded; they are sent when it is opened, of very many the first."""
    fold = st.expander(f"**{title}: {count(len(made), 'đơn vị')}**", expanded=expanded, key=f"{key}_fold", on_change="rerun")
    if fold.open:
        with fold:
            flag_cards(made[:MOST_CARDS], key=key)
            if len(made) > MOST_CARDS:
                st.caption(MORE_CARDS.format(shown=count(MOST_CARDS), cards=count(len(made))))


def copy_list(made: Sequence[UnitCard], title: str, foot: str, *, key: str) -> None:
    """The list as text, with a button to copy it."""
    window = st.popover(COPY, key=key, on_change="rerun", type="tertiary")
    if window.open:
        window.code(as_text(list(made), title, foot), language=None, height=COPY_HEIGHT, wrap_lines=True)


def _card(card: UnitCard, heads: bool) -> str:
    """The gravest flags in sight, the lesser ones folded below them."""
    head = f"<h3>{linked.unit_link(card.unit, card.name)} <span class='flag-block'>{html.escape(card.block)}</span></h3>" if heads else ""
    first = [line for line in card.lines if line.level == card.level]
    rest = [line for line in card.lines if line.level != card.level]
    folded = f"<details><summary>{_counted(rest)}</summary>{''.join(map(_line, rest))}</details>" if rest else ""
    return f"<section class='flag-card flag-{card.level}'>{head}{''.join(map(_line, first))}{folded}</section>"


def _counted(lines: Sequence[FlagLine]) -> str:
    """“Còn 2 theo dõi, 3 sự việc”."""
    counts = {level: sum(line.level == level for line in lines) for level in theme.FLAG}
    return "Còn " + ", ".join(f"{number} {theme.FLAG[level].word}" for level, number in counts.items() if number)


def _line(line: FlagLine) -> str:
    look = theme.FLAG[line.level]
    parts = [f"<p class='flag-said'><span class='flag-level flag-level-{line.level}'>{look.label}</span> {html.escape(line.sentence)}</p>"]
    parts += [f"<p class='flag-more'><b>{NAMING}</b> {html.escape(line.naming)}</p>"] if line.naming else []
    parts += [f"<p class='flag-more'><b>{REPLY}</b> {html.escape(line.reply)}</p>"] if line.reply else []
    parts += [f"<p class='flag-more'>{html.escape(line.lifts)}</p>"] if line.lifts else []
    parts.append(f"<p class='flag-more flag-quiet'>{html.escape(line.sure)} <span class='flag-source'>Nguồn: {html.escape(line.source)}.</span></p>")
    return f"<div class='flag-line'>{''.join(parts)}</div>"
