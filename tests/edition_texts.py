"""Everything that shows figures of an edition, gathered whole: pages of each role with every fold open, every file that they offer, papers, slides, deck, rows of the command line."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from typing import Any

import openpyxl
import pandas as pd
import pypdfium2
import pytest
import screens
import streamlit as st
import tomli_w
from reading_screens import failures, sent, unfolded

from dashboard.deck import making
from dashboard.deck.agenda import Item, first_agenda
from dashboard.desks.own_desk import TODAY
from dashboard.exports import pack_files
from dashboard.meeting import packs
from dashboard.plan import clock, load_plan
from data_access.store import Store

PASSING = r"(?<=T_)[0-9a-f]{5}|^[0-9a-f]{5}$|^[0-9a-f]{32}$"
OF_TODAY = ("form_", "own_results")
"""Files of a unit's page that are of today on purpose: its form, its rows in the store."""
FACE = re.compile(r"[Ấấ]n bản (số liệu )?số \d|số \d, đã công bố|,published")
"""How a page or file names its edition: in words, in the last column of a list, in the columns of a machine's rows."""
SLIDE = re.compile(r"ppt/slides/slide\d+\.xml/")
READERS_PAGES = ("overview", "trends", "ranking", "lagging", "satisfaction", "examples", "method")


def everything_changes(store: Store) -> None:
    """Nothing that an edition holds stays as it was: every result, filing, list, name, block and staff, and in the plan every name, weight, target and day."""
    _save(store, "results", _results)
    _save(
        store,
        "units",
        lambda rows: rows.assign(
            name="Đổi tên " + rows["name"], short_name="Đổi " + rows["short_name"].fillna("")
        ),
    )
    _save(
        store,
        "unit_years",
        lambda rows: rows.assign(block="Đổi " + rows["block"], staff=rows["staff"] + 7),
    )
    _save(
        store,
        "filings",
        lambda rows: rows.assign(
            number="9" + rows["number"].fillna(""),
            submitted_on=rows["submitted_on"] + pd.Timedelta(days=40),
        ),
    )
    for table, column in (
        ("documents", "title"),
        ("inspections", "findings"),
        ("examples", "name"),
        ("limitations", "quote"),
    ):
        _save(
            store,
            table,
            lambda rows, column=column: rows.assign(**{column: "Đổi " + rows[column].fillna("")}),
        )
    _save(store, "awards", lambda rows: rows.assign(collectives=rows["collectives"] + 3))
    _save(
        store, "indices", lambda rows: rows.assign(score=rows["score"] + 1, rank=rows["rank"] + 1)
    )
    store.save_plan(
        tomli_w.dumps(_another(load_plan(store.current_plan().body).model_dump(exclude_none=True))),
        "Lan",
    )


def _results(rows: pd.DataFrame) -> pd.DataFrame:
    counted = rows["out_of"].notna()
    return rows.assign(value=(rows["value"] * 0.8).where(~counted, (rows["value"] * 0.8).round()))


def _save(store: Store, table: str, change: Callable[[pd.DataFrame], pd.DataFrame]) -> None:
    rows = store.load(table).drop(
        columns=["revision", "import_id", "first_submitted_on"], errors="ignore"
    )
    store.save({table: change(rows)}, file=f"{table}.xlsx", content=table.encode(), who="Lan")


def _another(plan: dict[str, Any]) -> dict[str, Any]:
    """The plan under other names, with other targets; what the frame is called by (province, name, years) stays."""
    for part in ("groups", "kinds", "criteria"):
        for one in plan[part]:
            one["name"] = f"Đổi {one['name']}"
    for milestone in plan["milestones"]:
        for target in milestone.get("targets", ()):
            target["value"] = target["value"] - 3 if target["value"] > 3 else target["value"]
    for one in plan["reports"]:
        one["due"] = one["due"] - pd.Timedelta(days=5)
    return plan


class Reading:
    """Pages as somebody reads them, with every fold open, and the files that they offer, made at once. `files`: those of the page opened last, by key and name."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.files: dict[str, bytes] = {}
        self._wanted: tuple[str, ...] = ()
        self._button, self._fold = st.download_button, st.expander
        monkeypatch.setattr(st, "download_button", self._offered)
        monkeypatch.setattr(st, "expander", self._unfolded)

    def pages(
        self, token: str, names: Sequence[str], query: Mapping[str, str], wanted: tuple[str, ...]
    ) -> Iterator[tuple[str, bytes]]:
        """All that pages send to one reader with the same choices, and their files, by name; `wanted`: how the keys of files end that are made.

        Left out is what a styled table and a file to come are named anew each time.
        """
        app = screens.app(names[0])
        app.user = {"session": token}
        for key, value in query.items():
            app.query_params[key] = value
        for place, name in enumerate(names):
            self.files, self._wanted = {}, wanted
            app = app.switch_page(f"../pages/{name}.py") if place else app
            app = unfolded(app.run())
            self._wanted = ()
            assert not failures(app), (name, query)
            yield name, re.sub(PASSING, "", sent(app, TODAY), flags=re.MULTILINE).encode()
            yield from ((f"{name} {file}", content) for file, content in self.files.items())

    def _offered(self, label: str, data: Any, name: str, *given: Any, **named: Any) -> bool:
        key = named["key"]
        if key.endswith(self._wanted) and not key.startswith(OF_TODAY):
            self.files[f"{key} {name}"] = data() if callable(data) else data
        return self._button(label, data, name, *given, **named)

    def _unfolded(self, label: str, *given: Any, **named: Any) -> Any:
        return self._fold(label, *given, **named | {"expanded": True})


def papers(store: Store, milestone: str, number: int) -> Iterator[tuple[str, bytes]]:
    """Every file of the pack and the deck with every kind of slide, from an edition, with the plan that is in force today."""
    plan = load_plan(store.current_plan().body)
    day = clock.today()
    pack = packs.pack(store, plan, milestone, day, number)
    made = {**pack_files.files_of(pack), **pack_files.papers_of(pack)}
    yield from ((f"{number}: {name}", one) for name, one in made.items())
    agenda = first_agenda(plan, milestone, seal=number, address="http://may-chu")
    figures = making.figures_of(store, plan, agenda, day)
    units = tuple(figures.material.assessed["unit"])
    more = (Item(kind="reports"), Item(kind="open"), Item(kind="units", units=units[:6], qr=True))
    shown = [one.model_copy(update={"hidden": False}) for one in agenda.items]
    agenda = agenda.model_copy(update={"items": (*shown, *more)})
    deck = making.deck_from(agenda, figures)
    yield f"{number}: deck.html", re.sub(r'data-made="[^"]*"', "", making.file_of(deck)).encode()


def plain(content: bytes) -> dict[str, bytes]:
    """A file's parts by name (of a zip, of the zips within it), without the moment of making."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return {"": content}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return {
        f"{name}/{inner}": one
        for name, part in parts.items()
        if name != "docProps/core.xml"
        for inner, one in plain(part).items()
    }


def changed(before: bytes, after: bytes) -> list[str]:
    """The parts of a file that are others afterwards, or gone."""
    again = plain(after)
    return [name for name, part in plain(before).items() if part != again.get(name)]


def faces(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    """The parts of a page or file that must each say their edition: every slide and every sheet, else the whole."""
    parts = plain(content)
    if name.endswith(".pptx"):
        yield from ((one, text.decode()) for one, text in parts.items() if SLIDE.fullmatch(one))
    elif name.endswith(".xlsx"):
        for sheet in openpyxl.load_workbook(io.BytesIO(content)):
            yield sheet.title, " ".join(str(one.value) for row in sheet.iter_rows() for one in row)
    elif name.endswith(".pdf"):
        with closing(pypdfium2.PdfDocument(content)) as document:
            for place, one in enumerate(document):
                yield f"{place}", one.get_textpage().get_text_bounded().replace("\r\n", " ")
    else:
        yield "", " ".join(text.decode("utf-8", "ignore") for text in parts.values())
