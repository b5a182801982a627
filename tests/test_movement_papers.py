"""What is made of one movement holds nothing of another one of the same installation: pack, papers, deck, drafts, tables on the command line, data package."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable

import pandas as pd
import pytest
import tiny
import two_movements as two
from pypdf import PdfReader

from dashboard.__main__ import main
from dashboard.access import edition
from dashboard.access.visible import Sight
from dashboard.deck import making
from dashboard.deck.agenda import first_agenda
from dashboard.exports import pack_files
from dashboard.exports.open_data import data_package
from dashboard.exports.pack_files import REPORT
from dashboard.exports.report.pack import Pack
from dashboard.meeting import open_figures, packs
from data_access import movement_stores
from data_access.store import Store

pytestmark = pytest.mark.slow

DAY = dt.date(2026, 1, 20)
SHARES = {two.FIRST: 0.8713, two.SECOND: 0.4137}
FIGURES = {two.FIRST: "87,1", two.SECOND: "41,4"}


def with_the_review(store: Store, mark: str) -> None:
    """Results of 2022, whose totals say of which movement they are."""
    rows = [
        (unit, code, 2022, most * SHARES[mark], most)
        for unit in two.CODES
        for code, most in (("A", 60.0), ("B", 40.0))
    ]
    results = pd.DataFrame(rows, columns=["unit", "criterion", "year", "value", "out_of"])
    results["submitted_on"] = dt.date(2022, 12, 1)
    years = pd.DataFrame([(one, 2022, f"Khối {mark}") for one in two.CODES])
    years.columns = ["unit", "year", "block"]
    tables = {"unit_years": years, "results": results.assign(stage="appraised")}
    store.save(tables, file=f"2022 {mark}.csv", content=f"2022 {mark}".encode(), who=mark)


def texts_of(name: str, content: bytes) -> str:
    if name.endswith(".pdf"):
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        read = [parts.read(one).decode("utf-8", "replace") for one in parts.namelist()]
    return re.sub(r"<[^>]+>", "", " ".join(read))


def report(pack: Pack) -> dict[str, str]:
    return {REPORT: texts_of(REPORT, pack_files.file_of(pack, REPORT))}


def whole_pack(pack: Pack) -> dict[str, str]:
    files = {one: texts_of(one, pack_files.file_of(pack, one)) for one in pack_files.MAKERS}
    return files | {one: texts_of(one, made) for one, made in pack_files.papers_of(pack).items()}


def made_of(store: Store, mark: str, files_of: Callable[[Pack], dict[str, str]]) -> dict[str, str]:
    """The files of a pack, the deck and the data package of a movement, by name, as text."""
    plan = tiny.plan(two.PLANS[mark])
    files = files_of(packs.pack(store, plan, "m22", DAY))
    agenda = first_agenda(plan, "m22")
    deck = making.deck_from(agenda, making.figures_of(store, plan, agenda, DAY))
    [own] = edition.editions_of(store.seals(), store.entered("published_years"))
    package = data_package.package(open_figures.read(store, own, Sight()), None)
    return files | {"deck": making.file_of(deck), "package.zip": texts_of("zip", package)}


def told(capsys, command: str, code: str) -> str:
    capsys.readouterr()
    assert main([*command.split(), "--year", "2022", "--movement", code]) == 0
    said = capsys.readouterr()
    return said.out + said.err


def test_nothing_that_leaves_a_movement_holds_a_name_or_figure_of_another(
    sqlite_store, monkeypatch, capsys
):
    monkeypatch.setenv("DATABASE_URL", sqlite_store.engine.url.render_as_string(False))
    monkeypatch.delenv("DASHBOARD_PLAN", raising=False)
    two.made(sqlite_store)
    with_the_review(sqlite_store, two.FIRST)
    with movement_stores.opened(sqlite_store, "hai") as second:
        with_the_review(second, two.SECOND)
        left = {two.FIRST: made_of(sqlite_store, two.FIRST, report)}
        left[two.SECOND] = made_of(second, two.SECOND, whole_pack)
    for mark, code in ((two.FIRST, "chinh"), (two.SECOND, "hai")):
        for command in ("standing", "flags", "trend --criterion score", "remind"):
            left[mark][command] = told(capsys, command, code)
    for own, other in ((two.FIRST, two.SECOND), (two.SECOND, two.FIRST)):
        assert own in left[own][REPORT] and FIGURES[own] in left[own][REPORT]
        for name, text in left[own].items():
            for word in (other, FIGURES[other], f"Phong trào {other.split()[-1]}"):
                assert word not in text, (own, name, word)
