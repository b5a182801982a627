"""The proof of an edition: whatever happens in the store afterwards, not one letter of any page, paper, slide or file of it changes.

Everything live is changed (every result, name, block, list, filing, the plan), so a page or a writer that reads anything but the edition
cannot give the same text twice.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

import edition_texts as every
import offices
import pandas as pd
import pytest
import streamlit as st

import sample_data
from dashboard.__main__ import main
from dashboard.meeting import seals
from dashboard.ui.choices import EDITION
from data_access.store import Store, connect

pytestmark = pytest.mark.slow

BLOCKS = ("Khối cơ quan Đảng", "Cụm huyện, thị xã, thành phố", "Khối các sở, ban, ngành")
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
        every.few_units(folder / "office.sqlite", units)
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


def pages(store: Store) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Role, page and choices: every page that shows an edition, every block, measures of each sort, units that live, ended, were merged."""
    units = answers(store, 1)["standing"]["unit_code"]
    for role in ("member", "secretary"):
        asked = {} if role == "member" else {EDITION: "Số 1"}
        asked |= {"nam": LABELS[2022]}
        for page in every.READERS_PAGES:
            yield role, page, asked
        for block in BLOCKS[1:]:
            yield role, "ranking", asked | {"khoi": block}
        for unit in (units.iloc[0], units.iloc[-1], "SNV"):
            yield role, "profile", asked | {"don_vi": unit}
    yield "member", "indices", {}
    yield "member", "overview", {"nam": LABELS[2025]}
    yield "member", "trends", {"nam": LABELS[2025], "ranh_gioi": "Ranh giới hiện nay"}
    yield "unit", "own", {"nam": LABELS[2022]}


FILES = {
    "member": ("_xlsx", "_csv", "_docx", "profile_page_pdf"),
    "secretary": ("_csv",),
    "unit": ("_xlsx", "_csv", "_docx", "profile_page_pdf"),
}
"""Role → how the keys of files end that are made of its pages: a list in PDF is the same page as in Word, a secretary's file is a member's with another mark."""


def gathered(office: offices.Office, reading: every.Reading, capsys) -> dict[str, bytes]:
    """Everything that is read of the editions, by where it stands."""
    st.cache_resource.clear()
    found: dict[str, bytes] = {}
    for role, page, query in pages(office.store):
        where = f"{role} {page} {' '.join(query.values())}"
        found[where] = reading.page(office.tokens[role], page, query, FILES[role]).encode()
        found |= {f"{where}: {name}": content for name, content in reading.files.items()}
    for number, milestone in ((1, "so_ket_2022"), (2, "tong_ket_2025")):
        found |= dict(every.papers(office.store, milestone, number))
    for command in (["standing"], ["flags"], ["trend", "--criterion", "satisfaction"]):
        capsys.readouterr()
        assert main([*command, "--edition", "1"]) == 0
        found[command[0]] = capsys.readouterr().out.encode()
    return found


def test_not_one_letter_of_an_edition_changes_when_everything_in_the_store_does(
    office, monkeypatch, capsys
):
    monkeypatch.setenv("DATABASE_URL", office.url)
    monkeypatch.delenv("DASHBOARD_PLAN", raising=False)
    reading = every.Reading(monkeypatch)
    before = gathered(office, reading, capsys)
    with connect(office.url) as store:
        every.everything_changes(store)
    after = gathered(office, reading, capsys)
    st.cache_resource.clear()
    assert before.keys() == after.keys()
    assert not [
        f"{name}/{part}"
        for name in before
        for part, text in every.plain(before[name]).items()
        if text != every.plain(after[name]).get(part)
    ]
