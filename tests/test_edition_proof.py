"""The proof of an edition: whatever happens in the store afterwards, not one letter of any page, paper, slide or file of it changes.

Everything live is changed (every result, name, block, list, filing, the plan), so a page or a writer that reads anything but the edition
cannot give the same text twice.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator, Mapping
from contextlib import redirect_stdout

import edition_texts as every
import offices
import pandas as pd
import pytest
import streamlit as st
from copies import few_units
from edition_figures import Figures
from edition_readings import cells_unexplained, words_unexplained

import sample_data
from dashboard.__main__ import main
from dashboard.meeting import seals
from dashboard.ui.choices import EDITION
from data_access.store import Store, connect

pytestmark = pytest.mark.slow

BLOCKS = ("Khối cơ quan Đảng", "Khối các sở, ban, ngành")
LABELS = {2022: "2022 · Sơ kết", 2025: "2025 · Tổng kết"}
DAY = dt.date(2026, 1, 20)


@pytest.fixture(scope="module")
def office(sample_url, tmp_path_factory):
    """A small province with two published years; of each one naming is published and the others are drafts."""
    folder = tmp_path_factory.mktemp("proof")
    roles = ("member", "secretary", "unit")
    with offices.office(
        sample_url,
        folder,
        roles,
        (),
    ) as opened:
        opened.store.save_plan(sample_data.PLAN.read_text(encoding="utf-8"), "Lan")
        years = opened.store.load("unit_years")
        units = tuple(sorted(years.loc[years["block"].isin(BLOCKS), "unit"].unique()))
        few_units(folder / "office.sqlite", units)
        for year in LABELS:
            publish(opened.store, year, offices.sealed(opened.store, year))
        yield opened


def publish(store: Store, year: int, number: int) -> None:
    about = {"who": "Lan", "year": year, "on": DAY, "meeting": "Họp", "step": "published"}
    store.enter("published_years", **about, seal=number)
    flags = answers(store, number)["flags"]
    named = flags[flags["level"] == "named"]
    assert len(named) > 1, year
    first = named.iloc[0]
    told = {name: first[name] for name in ("indicator", "rule", "reason")}
    store.enter("publications", **about, unit=first["unit_code"], **told)


def answers(store: Store, number: int) -> Mapping[str, pd.DataFrame]:
    kept = store.load_seal(number)
    return seals.unpacked(kept.content, kept.fingerprint).answers


def readers(store: Store) -> Iterator[tuple[str, tuple[str, ...], dict[str, str]]]:
    """Role, pages and choices: every page that shows an edition, each block, measures of each sort, units that live, ended, were merged; a secretary by the edition's number."""
    units = answers(store, 1)["standing"]["unit_code"]
    asked = {"nam": LABELS[2022]}
    yield "member", every.READERS_PAGES, asked
    yield "member", ("ranking",), asked | {"khoi": BLOCKS[1]}
    for unit in (units.iloc[0], units.iloc[-1], "SNV"):
        yield "member", ("profile",), asked | {"don_vi": unit}
    yield "member", ("indices",), {}
    yield "member", ("overview",), {"nam": LABELS[2025]}
    yield "member", ("trends",), {"nam": LABELS[2025], "ranh_gioi": "Ranh giới hiện nay"}
    yield "unit", ("own",), asked
    number = {EDITION: "Số 1"}
    yield "secretary", (*every.READERS_PAGES, "profile"), asked | number | {"don_vi": units.iloc[1]}


FILES = {
    "member": ("_xlsx", "_csv", "_docx", "profile_page_pdf"),
    "secretary": ("_csv",),
    "unit": ("_xlsx", "_csv", "_docx", "profile_page_pdf"),
}
"""Role → how the keys of files end that are made of its pages: a list in PDF is the same page as in Word, a secretary's file is a member's with another mark."""


def gathered(office: offices.Office, reading: every.Reading) -> dict[str, bytes]:
    """Everything that is read of the editions, by where it stands."""
    st.cache_resource.clear()
    found: dict[str, bytes] = {}
    for role, pages, query in readers(office.store):
        where = " ".join((role, *query.values()))
        made = reading.pages(office.tokens[role], pages, query, FILES[role])
        found |= {f"{where}: {name}": content for name, content in made}
    for number, milestone in ((1, "so_ket_2022"), (2, "tong_ket_2025")):
        found |= dict(every.papers(office.store, milestone, number))
    for command in (["standing"], ["flags"], ["trend", "--criterion", "satisfaction"]):
        with redirect_stdout(io.StringIO()) as told:
            assert main([*command, "--edition", "1"]) == 0
        found[command[0]] = told.getvalue().encode()
    return found


@pytest.fixture(scope="module")
def reading(office):
    """Everything that was gathered of the editions while the store was as they were sealed, and again once everything in it had changed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", office.url)
        patch.delenv("DASHBOARD_PLAN", raising=False)
        opened = every.Reading(patch)
        before = gathered(office, opened)
        with connect(office.url) as store:
            every.everything_changes(store)
        yield before, gathered(office, opened)
        st.cache_resource.clear()


def test_not_one_letter_of_an_edition_changes_when_everything_in_the_store_does(reading):
    before, after = reading
    assert before.keys() == after.keys() and len(before) > 150
    assert not [
        f"{name}/{part}"
        for name, content in before.items()
        if content != after[name]
        for part in every.changed(content, after[name])
    ]


def test_every_figure_that_is_read_is_one_that_the_edition_holds_or_gives(office, reading):
    """Every number in every cell, sentence, chart, slide: of a row or sentence about one unit, that unit's own; a difference, that of two figures beside it. What is derived is written in `edition_figures`."""
    known = {}
    for number in (1, 2):
        kept = office.store.load_seal(number)
        sealed = seals.unpacked(kept.content, kept.fingerprint)
        known[number] = Figures(sealed, seals.standing_of(sealed))
    unexplained = []
    for name, content in reading[0].items():
        own = known[2 if LABELS[2025] in name or name.startswith("2: ") else 1]
        if name.endswith(".xlsx"):
            found = cells_unexplained(content, own)
        elif name.endswith((".csv", ".pdf")):  # the rows of the workbook, the words of the .docx
            continue
        else:
            found = words_unexplained(name, content, own)
        unexplained += [f"{name}: {one}" for one in found]
    assert not unexplained, "\n".join(unexplained)


def test_every_page_and_every_file_says_of_which_edition_it_is(reading):
    silent = [
        f"{name}/{part}"
        for name, content in reading[0].items()
        for part, text in every.faces(name, content)
        if not every.FACE.search(text)
    ]
    assert not silent
