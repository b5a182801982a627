"""Publishing editions, on the command line and as readers see it: out of order, withdrawn, of years published before there were editions."""

from __future__ import annotations

import io

import offices
import pandas as pd
import pytest
import screens
import sqlalchemy as sa
import streamlit as st
import tiny
from reading_screens import answer, failures, sent
from streamlit.testing.v1 import AppTest

from dashboard.__main__ import main
from dashboard.meeting.publishing import Unread, unread
from dashboard.meeting.sealing import editions
from data_access.store import connect

pytestmark = pytest.mark.slow

BEFORE = "hiện không đọc được"
GROUND = ("--meeting", "Họp", "--yes")


@pytest.fixture
def store(sqlite_url, monkeypatch):
    """Two units of 2025 and the tiny plan; A has 80 of 100."""
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    monkeypatch.delenv("DASHBOARD_PLAN", raising=False)
    names = {"unit": ["A", "B"], "name": ["Sở A", "Sở B"], "kind": "so", "position": [1, 2]}
    rows = tiny.results(
        ("A", "A", 2025, 50), ("A", "B", 2025, 30), ("B", "A", 2025, 48), ("B", "B", 2025, 36)
    )
    st.cache_resource.clear()
    with connect(sqlite_url) as kept:
        kept.save_plan(tiny.PLAN, "Lan")
        kept.save(
            {"units": pd.DataFrame(names), "results": rows.drop(columns=["import_id", "revision"])},
            file=None,
            content=None,
            who="Lan",
        )
        yield kept
    st.cache_resource.clear()


def correct(store, points: float) -> None:
    rows = tiny.results(("A", "A", 2025, points)).drop(columns=["import_id", "revision"])
    store.save({"results": rows}, file=None, content=None, who="Lan")


def published_before_editions(store, *years: int) -> None:
    """Rows as versions without editions left them, where no seal of the year was made."""
    with store.engine.begin() as connection:
        for year in years:
            connection.execute(
                sa.text(
                    'INSERT INTO published_years (at, who, year, step, "on", meeting) '
                    "VALUES ('2025-12-01 07:30:00.000000', 'Lan', :year, 'published', '2025-12-01', 'Họp cũ')"
                ),
                {"year": year},
            )


def page(name: str, token: str | None = None, **state: str) -> AppTest:
    app = screens.app(name)
    if token:
        app.user = {"session": token}
    for key, value in state.items():
        app.session_state[key] = value
    app = app.run()
    assert not failures(app)
    return app


def test_an_edition_is_published_and_withdrawn_once_and_the_store_is_verified(store, capsys):
    assert main(["seal", "--milestone", "m25", "--name", "Họp tổng kết"]) == 0
    steps = (["--meeting", "Họp", "--who", "Lan"], ["--withdraw", "--meeting", "nhầm số"])
    for more in steps:
        capsys.readouterr()
        assert main(["publish", "--edition", "1", "--yes", *more]) == 0
        told = capsys.readouterr().out
        assert "Ấn bản số liệu số 1 “Họp tổng kết”" in told and "Nguyên vẹn" in told
        assert ("đã công bố ngày" in told) == (more is steps[0])
        assert main(["publish", "--edition", "1", "--yes", *more]) == 1
        assert "đã ở tình trạng đó" in capsys.readouterr().err
    rows = store.entered("published_years")[["year", "seal", "step", "meeting"]]
    assert rows.astype(object).where(rows.notna(), None).to_numpy().tolist() == [
        [2025, 1, "published", "Họp"],
        [2025, 1, "withdrawn", "nhầm số"],
    ]


def test_the_figures_of_a_year_are_sealed_and_published_in_one_command_that_somebody_wants(
    store, capsys, monkeypatch
):
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    asked = ["publish", "--year", "2025"]
    assert main([*asked, "--yes"]) == 1 and "Hãy ghi kỳ họp" in capsys.readouterr().err
    assert main([*asked, "--meeting", "Họp"]) == 1, "nobody is there to say yes"
    said = capsys.readouterr()
    assert "Chốt số liệu hiện nay của năm 2025 (2 đơn vị được đánh giá)" in said.out
    assert "hiện chưa đọc được năm 2025" in said.out and "thêm --yes" in said.err
    assert editions(store) == []
    assert main([*asked, "--meeting", "Họp 15/1/2026", "--yes"]) == 0
    (own,) = editions(store)
    assert (own.name, own.milestone, own.state) == (
        "Công bố năm 2025, Họp 15/1/2026",
        "m25",
        "published",
    )
    refusals = {
        ("--year", "2031"): "nằm ngoài giai đoạn",
        ("--year", "2025", "--withdraw"): "thêm --edition SỐ",
        ("--edition", "9"): "Không có bản chốt số 9.",
    }
    for asked, why in refusals.items():
        capsys.readouterr()
        assert main(["publish", *asked, "--meeting", "Họp", "--yes"]) == 1
        assert why in capsys.readouterr().err
    assert len(editions(store)) == 1


def test_a_store_that_was_tampered_with_is_told_after_publishing(store, capsys):
    main(["seal", "--milestone", "m25", "--name", "Họp"])
    with store.engine.begin() as connection:
        connection.execute(sa.text("UPDATE seals SET name = 'Khác'"))
    assert main(["publish", "--edition", "1", "--meeting", "Họp", "--yes"]) == 1
    assert "Chuỗi bản chốt đứt ở bản số 1" in capsys.readouterr().err


def test_of_two_published_editions_the_newer_is_read_in_whatever_order_they_were_published(
    store, capsys
):
    """A has 80, in the second edition 90. The second is published first, then the first: readers keep the second until it is withdrawn."""
    member = offices.signed_in(store, "member", frozenset({"member"}))
    for points in (50, 60):
        correct(store, points)
        main(["seal", "--milestone", "m25", "--name", f"{points}"])
    read = {}
    for number, more in ((2, []), (1, []), (2, ["--withdraw"])):
        capsys.readouterr()
        assert main(["publish", "--edition", str(number), *GROUND, *more]) == 0
        told = capsys.readouterr().out
        assert ("Người đọc vẫn thấy ấn bản số 2" in told) == (number == 1)
        if number == 2 and not more:
            assert "họ sẽ thấy số liệu của 2 đơn vị" in told
        if more:
            assert (
                "2 trong 2 đơn vị đổi (1 đổi điểm, 2 đổi hạng" in told and "90,00 → 80,00" in told
            )
        read[number, *more] = page("ranking", member)
    assert answer(read[2,]) == answer(read[1,]) != answer(read[2, "--withdraw"])
    assert "Ấn bản số liệu số 2" in sent(read[1,])
    assert "Ấn bản số liệu số 1" in sent(read[2, "--withdraw"])


def test_years_published_before_there_were_editions_are_those_that_nobody_reads(store):
    published_before_editions(store, 2024, 2025)
    assert unread(editions(store), store.entered("published_years")) == [
        Unread(2024, "Họp cũ"),
        Unread(2025, "Họp cũ"),
    ]
    main(["publish", "--year", "2025", *GROUND])
    left = unread(editions(store), store.entered("published_years"))
    assert left == [Unread(2024, "Họp cũ")]


def test_after_an_upgrade_such_a_year_is_told_and_one_press_lets_it_be_read_again(store, capsys):
    published_before_editions(store, 2025)
    assert main(["upgrade"]) == 0
    assert BEFORE in capsys.readouterr().out
    app = page("meeting", hop_tabs="Công bố năm")
    assert BEFORE in sent(app)
    app.text_input(key="again_who").input("Lan")
    app.button(key="publish_again").click().run()
    assert "Chốt số liệu hiện nay của năm 2025" in sent(app) and BEFORE in sent(app)
    app.button(key="publish_again").click().run()
    assert not failures(app) and BEFORE not in sent(app)
    last = store.entered("published_years").iloc[-1]
    told = ["year", "seal", "step", "meeting", "who"]
    assert last[told].tolist() == [2025, 1, "published", "Họp cũ", "Lan"]
    member = offices.signed_in(store, "member", frozenset({"member"}))
    assert "Ấn bản số liệu số 1" in sent(page("overview", member))
