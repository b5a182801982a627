"""What is published is what everybody reads: every page of every reader, to the letter, whatever happens in the store afterwards."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import offices
import pandas as pd
import pytest
import screens
import streamlit as st
from reading_screens import answer, failures, sent, unfolded
from streamlit.testing.v1 import AppTest

from dashboard.meeting import seals
from dashboard.ui.choices import EDITION

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[1]
DAY = dt.date(2026, 1, 20)


@pytest.fixture(scope="module")
def office(small_url, tmp_path_factory):
    """2022 alone is published, with one naming of it; three more of its namings are drafts."""
    folder = tmp_path_factory.mktemp("editions")
    with offices.office(small_url, folder, ("member", "secretary", "unit"), (2022,)) as opened:
        flags = sealed(opened.store, 1).answers["flags"]
        named = flags[flags["level"] == "named"]
        assert len(named) > 1
        publish(opened.store, named.iloc[0])
        yield opened


@pytest.fixture(scope="module")
def fresh_caches(office):
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.fixture
def opened(office, fresh_caches, monkeypatch):
    """Opens a page as a role: `opened(role, page, **link)`."""
    monkeypatch.setenv("DATABASE_URL", office.url)
    monkeypatch.delenv("DASHBOARD_PLAN", raising=False)

    def open_as(role: str, page: str, **query: str) -> AppTest:
        app = screens.app(page)
        app.user = {"session": office.tokens[role]}
        for name, value in query.items():
            app.query_params[name] = value
        app = app.run()
        assert not failures(app)
        return app

    return open_as


def sealed(store, number: int) -> seals.Sealed:
    kept = store.load_seal(number)
    return seals.unpacked(kept.content, kept.fingerprint)


def publish(store, flag: pd.Series) -> None:
    store.enter(
        "publications",
        who="Lan",
        unit=flag["unit_code"],
        year=int(flag["year"]),
        indicator=flag["indicator"],
        rule=flag["rule"],
        step="published",
        on=DAY,
        meeting="Họp",
        reason=flag["reason"],
    )


def said(reason: str) -> str:
    """The end of a sentence: it begins like that of the plain fact, which everybody may read."""
    return reason[-60:]


def corrected(store) -> None:
    """Every score of 2022 and before loses a tenth, once: nothing of the live figures is what was sealed."""
    if store.imports()["file"].eq("sửa.xlsx").any():
        return
    rows = store.load("results").query("year <= 2022 and state == 'ok' and value > 0")
    rows = rows[rows["out_of"].isna() | (rows["value"] > 1)]
    given = rows.drop(columns=["revision", "import_id"]).assign(value=rows["value"] * 0.9)
    given.loc[rows["out_of"].notna(), "value"] = (rows["value"] * 0.9).round()
    store.save({"results": given}, file="sửa.xlsx", content=b"x", who="Lan")


def test_a_year_published_alone_is_read_as_it_was_sealed_by_member_and_unit(office, opened):
    """Ranks, intervals, pace, status and the result of the period are those of the seal for each of the units, and the one published naming is there with its sentence."""
    from dashboard.ui import stored

    edition = sealed(office.store, 1)
    flag = edition.answers["flags"].query("level == 'named'").iloc[0]
    app = unfolded(opened("member", "lagging"))
    assert said(flag["reason"]) in sent(app)
    others = edition.answers["flags"].query("level == 'named'")["reason"].iloc[1:]
    assert not [one for one in others if said(one) in sent(app)]
    assert "1 đơn vị được nêu tên" in answer(app)
    whole = stored.frozen_editions.opened(
        1, office.store.load_seal(1).fingerprint, office.store
    ).standing
    own = edition.answers["standing"].set_index("unit_code")
    shown = whole.table.set_index("unit")
    for column in ("score", "rank", "rank_low", "rank_high", "rank_of", "status", "band"):
        left, right = (one[column].reindex(own.index) for one in (own, shown))
        same = (left == right) | (left.isna() & right.isna())
        assert bool(same.fillna(False).all()), column


def test_a_correction_is_a_new_edition_that_says_what_changed_and_the_old_one_stays(office, opened):
    before = answer(opened("member", "ranking"))
    corrected(office.store)
    number = offices.sealed(office.store, 2022)
    assert answer(opened("member", "ranking")) == before, "sealed is not published"
    about = {"who": "Lan", "year": 2022, "step": "published", "on": DAY, "meeting": "Họp"}
    office.store.enter("published_years", **about, seal=number)
    after = opened("member", "ranking")
    assert answer(after) != before
    assert f"Ấn bản số liệu số {number}" in sent(after)
    assert "so với ấn bản số 1" in sent(after)
    link = {EDITION: "Số 1"}
    assert answer(opened("member", "ranking", **link)) == before
    named = sealed(office.store, 1).answers["flags"].query("level == 'named'").iloc[0]["reason"]
    assert said(named) in sent(unfolded(opened("member", "lagging"))), (
        "a published naming stays with its sentence whatever the correction gives"
    )


def test_the_desk_reads_live_figures_under_a_mark_and_any_edition_by_its_link(office, opened):
    corrected(office.store)
    live = opened("secretary", "overview", nam="2022 · Sơ kết")
    assert "Số liệu chưa chốt" in sent(live) and "Số liệu hiện nay, còn thay đổi" in sent(live)
    frozen = opened("secretary", "overview", nam="2022 · Sơ kết", **{EDITION: "Số 1"})
    assert "Ấn bản số liệu số 1" in sent(frozen) and answer(frozen) != answer(live)
