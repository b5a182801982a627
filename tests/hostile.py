"""Texts that people never mean to type, and a store that is full of them wherever it keeps what people write."""

from __future__ import annotations

import datetime as dt
import unicodedata

import pandas as pd

import sample_data
from dashboard.deck.agenda import Item, first_agenda, written
from dashboard.meeting import sealing
from dashboard.plan import load_plan
from data_access.store import Store

HOST = "hurt.example"
TEXTS = {
    "markup": f"<script>window.hurt=1</script><img src=//{HOST}/a onerror=window.hurt=1><b>to</b> &lt;i&gt;",
    "markdown": f"![a](http://{HOST}/b.png) [b](http://{HOST}) www.{HOST} a@{HOST} **đậm** `c` # d",
    "latex": "$x^2$ $$y$$ :material/home: :red[e] :smile: ~~f~~ | g |",
    "formula": f'=HYPERLINK("http://{HOST}";"h")',
    "command": "@SUM(1+1)*cmd|' /C calc'!A0",
    "sql": "'); DROP TABLE results; -- \" %s {0} {x} %(y)s",
    "path": "../../etc/passwd\\..\\..\\x:*?<>|",
    "bidi": "an\u202egnơưgn\u202c \u200f\u2066x\u2069 \ufeff\u200b",
    "nfd": unicodedata.normalize("NFD", "Ủy ban nhân dân xã Hải Chương"),
    "control": "một\x0bhai\x07ba\x1b[31m",
    "lines": "một\r\nhai\n\nba\tbốn",
}
UNWRITABLE = {"nul": "một\x00hai", "half": "một\ud800hai"}
DAY = dt.date(2026, 6, 30)


def one(place: int) -> str:
    """The texts in turn."""
    return list(TEXTS.values())[place % len(TEXTS)]


def poison(store: Store) -> None:
    """Into a store with the sample data: every unit's name, list, note, meeting, reply, agenda bears one of the texts."""
    units, lists = (
        store.load("units"),
        {
            name: store.load(name)
            for name in (
                "examples",
                "limitations",
                "awards",
                "documents",
                "inspections",
                "filings",
                "results",
                "unit_heads",
            )
        },
    )
    names = [f"{name} {one(place)}" for place, name in enumerate(units["name"])]
    marked = {
        "units": units.assign(name=names),
        "examples": _marked(lists["examples"], "name", "description"),
        "limitations": _marked(lists["limitations"], "quote", "place"),
        "awards": _marked(lists["awards"], "form"),
        "documents": _marked(lists["documents"], "number", "title"),
        "inspections": _marked(lists["inspections"], "inspector", "findings"),
        "filings": _marked(lists["filings"], "number"),
        "unit_heads": _marked(lists["unit_heads"], "person", "post"),
        "results": _marked(lists["results"][lambda rows: rows["year"] == 2025], "note"),
    }
    blocks = store.load("unit_years").query("year == 2025")
    marked["unit_years"] = blocks.assign(
        block=[
            f"{block} {one(sorted(set(blocks['block'])).index(block))}" for block in blocks["block"]
        ]
    )
    store.save(
        {
            name: rows.drop(
                columns=["revision", "import_id", "first_submitted_on"], errors="ignore"
            )
            for name, rows in marked.items()
        },
        file=f"a {TEXTS['markdown']}.xlsx",
        content=b"a",
        who=TEXTS["markup"],
        note=TEXTS["markdown"],
    )
    edition = sealing.seal(
        store,
        load_plan(sample_data.PLAN),
        "tong_ket_2025",
        DAY,
        name=TEXTS["markup"],
        who=TEXTS["markdown"],
    ).number
    for place, text in enumerate(TEXTS.values()):
        about = {"who": text, "year": 2025, "on": DAY}
        number = store.enter(
            "conclusions",
            who=text,
            meeting=text,
            agreed_on=DAY,
            unit=units["unit"].iloc[place],
            what=text,
            responsible=text,
            due=DAY,
        )
        store.enter(
            "conclusion_steps", who=text, conclusion_id=number, on=DAY, state="open", evidence=text
        )
        store.enter(
            "replies",
            who=text,
            unit=units["unit"].iloc[place],
            year=2025,
            kind="difficulty",
            indicator=None,
            rule=None,
            dated=DAY,
            text=text,
        )
        store.enter("published_years", **about, step="published", meeting=text, seal=edition)
        store.enter(
            "publications",
            **about,
            unit=units["unit"].iloc[place],
            indicator="score",
            rule="target",
            step="notified",
            meeting=text,
            reason=text,
        )
        agenda = first_agenda(load_plan(sample_data.PLAN), "tong_ket_2025")
        store.enter(
            "agendas",
            who=text,
            name=text,
            body=written(
                agenda.model_copy(
                    update={
                        "items": (*agenda.items, Item(kind="text", title=text, text=text, qr=True))
                    }
                )
            ),
            in_use=True,
        )


def _marked(rows: pd.DataFrame, *columns: str) -> pd.DataFrame:
    return rows.assign(
        **{
            column: [
                f"{one(place + shift)} {value if isinstance(value, str) else ''}".strip()
                for place, value in enumerate(rows[column])
            ]
            for shift, column in enumerate(columns)
        }
    )
