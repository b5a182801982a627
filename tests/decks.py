"""Decks for the tests: small figures that a person can check, and an agenda of every kind of slide."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import tiny

from dashboard.deck.agenda import Agenda, Item
from dashboard.exports.report.beside_figures import Extras
from dashboard.exports.report.material import Material
from dashboard.exports.report.pack import SealMark
from dashboard.meeting import sealing

LONG = "Ban Quản lý Dự án Đầu tư Xây dựng các công trình Giao thông, Nông nghiệp và Phát triển nông thôn tỉnh Thử"
TODAY = dt.date(2026, 6, 30)
WATCH = """() => {
  window.seen = []; window.pressed = [];
  document.addEventListener('keydown', () => pressed.push(performance.now()), true);
  const look = () => { seen.push([performance.now(), [...document.querySelectorAll('.slide')].filter(one => getComputedStyle(one).visibility === 'visible').map(one => one.id)]); requestAnimationFrame(look); };
  requestAnimationFrame(look);
}"""
TWO_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
KEYS = ["PageDown", "ArrowRight"] * 8 + ["PageUp", "ArrowLeft"] * 4 + ["End", "Home"]
PLACE = {"file": "a.xlsx", "sheet": "Kết quả", "cell": "B2"}
EMPTY = {
    "documents": ["unit", "year", "number", "dated", "title"],
    "awards": ["unit", "year", "form", "collectives", "individuals"],
    "inspections": ["unit", "year", "inspected_on", "inspector", "findings"],
    "examples": ["unit", "year", "name", "description"],
    "conclusions": ["id", "meeting", "agreed_on", "unit", "what", "responsible", "due", "state"],
    "replies": ["id", "unit", "year", "kind", "indicator", "rule", "dated", "text"],
    "publications": ["id", "unit", "year", "indicator", "rule", "step", "on", "meeting", "reason"],
    "indices": ["province", "index_name", "year", "score", "max_score", "rank", "source"],
}


def figures(
    units: pd.DataFrame,
    results: pd.DataFrame,
    *,
    year: int = 2025,
    milestone: str = "m25",
    plan=None,
    block: str | None = "Khối 1",
    illustrative: bool = False,
    **lists: pd.DataFrame,
) -> sealing.Figures:
    """Figures of the tiny plan from units and results; `lists` are frames of the tables of `EMPTY`."""
    plan = plan or tiny.plan()
    records = tiny.records(units, results, block)
    standing = tiny.assess(plan, records, year, TODAY)
    every = {
        name: lists.get(name, pd.DataFrame(columns=[*columns, *PLACE]))
        for name, columns in EMPTY.items()
    }
    extras = Extras(
        every["documents"],
        every["awards"],
        every["inspections"],
        every["examples"],
        records.limitations,
        records.lineage,
        every["indices"],
        every["conclusions"],
        every["replies"],
        every["publications"],
        TODAY,
    )
    return sealing.Figures(
        Material(standing, plan.milestone(milestone), extras, 2023), SealMark(""), illustrative
    )


def agenda(*items: Item, **about) -> Agenda:
    return Agenda(milestone="m25", items=items, **about)


def every_kind(units: tuple[str, ...], block: str, **about) -> tuple[Item, ...]:
    """One entry of each kind, and those of one block, one unit, with QR codes."""
    plain = (
        "opening",
        "status",
        "trend",
        "blocks",
        "satisfaction",
        "groups",
        "reports",
        "leaders",
        "examples",
        "named",
        "awards",
        "commended",
        "next",
        "open",
        "tasks",
    )
    return (
        *(Item(kind=kind) for kind in plain),
        Item(kind="status", block=block, qr=True),
        Item(kind="leaders", block=block, qr=True),
        Item(kind="units", units=units),
        Item(kind="units", units=units[:1], qr=True),
        Item(
            kind="text",
            title="Trân trọng cảm ơn các vị đại biểu",
            text="Ý kiến xin gửi về thường trực Hội đồng Thi đua - Khen thưởng\nXin mời thảo luận",
        ),
    )


def turned(page) -> tuple[list[tuple[float, list[str]]], list[float]]:
    """Turn an open deck with 26 keys: when each frame was drawn (ms) and the slides in it, when each key was pressed. Two frames lie between two keys, however long a busy machine takes for them."""
    page.evaluate(WATCH)
    page.evaluate(TWO_FRAMES)
    for key in KEYS:
        page.keyboard.press(key)
        page.evaluate(TWO_FRAMES)
    return page.evaluate("[seen, pressed]")
