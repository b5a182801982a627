"""A meeting's seal and pack from a real store: the same figures a year later, and what people entered beside them."""

from __future__ import annotations

import datetime as dt
import io
import time

import openpyxl
import pandas as pd
import pytest
import sqlalchemy as sa
import tiny

from dashboard.exports import pack_files
from dashboard.exports.report.beside_figures import READINESS
from dashboard.exports.table_workbook import workbook
from dashboard.meeting import packs, sealing, seals

pytestmark = pytest.mark.slow

SAVE = {"file": None, "content": None, "who": "Lan"}


def save_scores(store, points: float) -> None:
    """Two units in one block: A has `points` + 30 of 100 in 2025, B 84."""
    units = pd.DataFrame(
        {"unit": ["A", "B"], "name": ["Sở A", "Sở B"], "kind": "so", "position": [1, 2]}
    )
    rows = tiny.results(
        ("A", "A", 2025, points), ("A", "B", 2025, 30), ("B", "A", 2025, 48), ("B", "B", 2025, 36)
    ).drop(columns=["import_id", "revision"])
    store.save(
        {
            "units": units,
            "results": rows,
            "unit_years": pd.DataFrame(
                {"unit": ["A", "B"], "year": 2025, "block": "Khối 1", "staff": 20}
            ),
        },
        **SAVE,
    )


def ranking(pack) -> list[tuple]:
    table = next(one for one in pack.tables() if one.name == "Xếp hạng")
    labels = [column.label for column in table.heads]
    return [
        (row[labels.index("Đơn vị")], row[labels.index("Hạng")], row[labels.index("Điểm")])
        for row in table.rows
    ]


def test_a_pack_of_a_seal_has_the_sealed_figures_after_any_correction(store):
    save_scores(store, 60.0)
    made = sealing.seal(store, tiny.plan(), "m25", tiny.AS_OF, name="Họp tổng kết", who="Lan")
    save_scores(store, 20.0)
    assert ranking(packs.pack_of_seal(store, made.number)) == [
        ("Sở A", 1, 90.0),
        ("Sở B", 2, 84.0),
    ]
    assert ranking(packs.pack_now(store, tiny.plan(), "m25", tiny.AS_OF)) == [
        ("Sở B", 1, 84.0),
        ("Sở A", 2, 50.0),
    ]


def test_figures_sealed_to_be_published_hold_what_was_waived_with_them(store):
    save_scores(store, 60.0)
    about = {"name": "Công bố", "who": "Lan", "ground": "Họp 15/1/2026", "publish": True}
    made = sealing.seal(store, tiny.plan(), "m25", tiny.AS_OF, waived=["heads"], **about)
    kept = store.load_seal(made.number)
    rows = seals.unpacked(kept.content, kept.fingerprint).lists[READINESS].set_index("code")
    assert rows.loc["heads", ["state", "reason"]].tolist() == ["waived", "Họp 15/1/2026"]
    assert "open" in set(rows["state"]), "what nobody waived is told as missing"
    (own,) = sealing.editions(store)
    assert (own.number, own.state, own.published_on) == (made.number, "published", tiny.AS_OF)
    assert not store.prove().faults


def test_the_pack_bears_the_seals_name_and_fingerprint_and_is_made_again_as_it_was(store):
    save_scores(store, 60.0)
    made = sealing.seal(store, tiny.plan(), "m25", tiny.AS_OF, name="Họp tổng kết", who="Lan")
    first, again = (packs.pack_of_seal(store, made.number) for _ in range(2))
    assert "“Họp tổng kết”" in first.seal_line and made.fingerprint[:12] in first.seal_line
    assert first == again
    assert (
        pack_files.file_name(first.year, made.fingerprint, "bao-cao.docx")
        == f"2025-bao-cao-{made.fingerprint[:8]}.docx"
    )


def test_the_files_of_a_pack_are_made_again_byte_for_byte(sqlite_store):
    save_scores(sqlite_store, 60.0)
    pack = packs.pack_now(sqlite_store, tiny.plan(), "m25", tiny.AS_OF)
    earlier = pack_files.files_of(pack)
    time.sleep(1.1)  # a clock in any of the files would have moved on
    assert pack_files.files_of(pack) == earlier


def test_a_program_that_works_out_other_figures_than_were_sealed_says_so_on_everything(
    sqlite_store,
):
    save_scores(sqlite_store, 60.0)
    number = sealing.seal(
        sqlite_store, tiny.plan(), "m25", tiny.AS_OF, name="Họp", who="Lan"
    ).number
    kept = sqlite_store.load_seal(number)
    sealed = seals.unpacked(kept.content, kept.fingerprint)
    answers = {**sealed.answers, "standing": sealed.answers["standing"].assign(score=[90.0, 84.1])}
    content, fingerprint = seals.packed(sealed._replace(answers=answers))
    other = sqlite_store.seal(
        content,
        fingerprint,
        name="Họp, bản cũ",
        milestone="m25",
        year=2025,
        as_of=tiny.AS_OF,
        who="Lan",
        note=None,
        illustrative=False,
        change=1,
    )
    assert "khác số đã chốt ở 1 đơn vị" in packs.pack_of_seal(sqlite_store, other).seal_line
    assert "khác số đã chốt" not in packs.pack_of_seal(sqlite_store, number).seal_line


def test_a_pack_can_be_made_again_as_it_was_on_an_earlier_day(sqlite_store):
    save_scores(sqlite_store, 60.0)
    number = sealing.seal(
        sqlite_store, tiny.plan(), "m25", tiny.AS_OF, name="Họp", who="Lan"
    ).number
    item = sqlite_store.enter(
        "conclusions",
        who="Lan",
        meeting="Họp",
        agreed_on=dt.date(2026, 1, 5),
        unit="A",
        what="Niêm yết",
        responsible="Sở A",
        due=None,
    )
    before = dt.date(2026, 1, 1)
    with sqlite_store.engine.begin() as connection:  # as if it had been written long ago
        connection.exec_driver_sql("UPDATE conclusions SET at = '2025-12-31 10:00:00'")
    sqlite_store.enter(
        "conclusion_steps",
        conclusion_id=item,
        who="Lan",
        on=dt.date(2026, 2, 1),
        state="done",
        evidence="Báo cáo 1",
    )
    sqlite_store.enter(
        "replies",
        who="Lan",
        unit="B",
        year=2025,
        kind="difficulty",
        indicator=None,
        rule=None,
        dated=dt.date(2026, 1, 3),
        text="Thiếu máy quét",
    )
    then, now = (
        packs.pack_of_seal(sqlite_store, number, before),
        packs.pack_of_seal(sqlite_store, number),
    )
    told = [
        [quote.text for chapter in pack.chapters for quote in chapter.quotes]
        for pack in (then, now)
    ]
    still = [
        [
            table.name
            for chapter in pack.chapters
            for table in chapter.tables
            if table.name == "Kết luận còn mở"
        ]
        for pack in (then, now)
    ]
    assert told == [[], ["Thiếu máy quét"]] and still == [["Kết luận còn mở"], []]
    assert ranking(then) == ranking(now)


def test_a_later_correction_is_told_against_the_seal(store):
    save_scores(store, 60.0)
    made = sealing.seal(store, tiny.plan(), "m25", tiny.AS_OF, name="Họp", who="Lan")
    save_scores(store, 50.0)
    kept = store.load_seal(made.number)
    sealed = seals.unpacked(kept.content, kept.fingerprint)
    changed = seals.changed_since(
        sealed,
        seals.standing_of(
            sealed._replace(
                frames=None,
                records=sealed.records._replace(
                    **{name: rows for name, rows in store.load_records(tiny.AS_OF).items()}
                ),
            )
        ),
    )
    assert (90.0, 80.0) in [
        (one.before, one.after)
        for one in changed.itertuples()
        if one.what == "score" and one.unit_code == "A"
    ]


def test_without_a_seal_the_pack_says_so(sqlite_store):
    save_scores(sqlite_store, 60.0)
    pack = packs.pack_now(sqlite_store, tiny.plan(), "m25", tiny.AS_OF)
    assert pack.seal_line.startswith("Số liệu chưa chốt")
    assert packs.pack(sqlite_store, tiny.plan(), "m25", tiny.AS_OF).seal_line == pack.seal_line


def test_open_conclusions_open_the_next_pack_and_a_reply_stands_in_it(store):
    save_scores(store, 60.0)
    store.enter(
        "conclusions",
        who="Lan",
        meeting="Họp sơ kết",
        agreed_on=dt.date(2026, 1, 5),
        unit="A",
        what="Niêm yết đủ thủ tục",
        responsible="Giám đốc Sở A",
        due=dt.date(2026, 2, 1),
    )
    store.enter(
        "replies",
        who="Lan",
        unit="B",
        year=2025,
        kind="difficulty",
        indicator=None,
        rule=None,
        dated=dt.date(2026, 1, 3),
        text="Thiếu máy quét",
    )
    pack = packs.pack_now(store, tiny.plan(), "m25", tiny.AS_OF)
    tasks = next(one for one in pack.chapters if one.title.startswith("Nhiệm vụ"))
    assert tasks.tables[0].texts == (
        ("Sở A", "Niêm yết đủ thủ tục", "Giám đốc Sở A", "1/2/2026", "Họp sơ kết"),
    )
    assert [(quote.unit, quote.text) for chapter in pack.chapters for quote in chapter.quotes] == [
        ("Sở B", "Thiếu máy quét")
    ]


def test_an_unknown_milestone_and_a_year_without_units_are_refused(sqlite_store):
    with pytest.raises(sealing.MeetingError, match="m19, m22, m25"):
        packs.pack_now(sqlite_store, tiny.plan(), "m30", tiny.AS_OF)
    with pytest.raises(sealing.MeetingError, match="2025"):
        sealing.seal(sqlite_store, tiny.plan(), "m25", tiny.AS_OF, name="Họp", who="Lan")


def test_the_figures_of_the_workbook_are_those_of_the_standing(sqlite_store):
    save_scores(sqlite_store, 50.5)
    pack = packs.pack_now(sqlite_store, tiny.plan(), "m25", tiny.AS_OF)
    sheet = openpyxl.load_workbook(io.BytesIO(workbook(pack)))["Xếp hạng"]
    assert [(row[2].value, row[3].value) for row in sheet.iter_rows(min_row=4, max_row=5)] == [
        ("Sở B", 84),
        ("Sở A", 80.5),
    ]


REWARDS = """
[rewards]
source = "thử"
[[rewards.rules]]
code = "cao"
form = "Bằng khen"
from_class = "tot"
at_most = 1
source = "thử"
"""


def listed(pack, name: str, *columns: str) -> list[list]:
    """The cells of these columns in a table of the pack; [] where the pack has no such table."""
    table = next((one for one in pack.tables() if one.name == name), None)
    return [] if table is None else table.frame[list(columns)].values.tolist()


def test_proposals_of_a_pack_are_of_the_sealed_figures_and_of_what_was_entered_up_to_its_day(
    sqlite_store,
):
    """Sealed, A has 90 and B 84; both meet 70. A decision against A is entered later, then the scores are turned round."""
    plan = tiny.plan(tiny.PLAN.replace('{measure = "total", value = 85', '{measure = "total", value = 70') + REWARDS)  # fmt: skip
    save_scores(sqlite_store, 60.0)
    number = sealing.seal(sqlite_store, plan, "m25", tiny.AS_OF, name="Họp", who="Lan").number
    save_scores(sqlite_store, 40.0)
    first = packs.pack_of_seal(sqlite_store, number)
    assert listed(first, "Đề xuất khen thưởng", "unit", "result") == [["A", 90.0]]
    assert listed(first, "Không đề xuất", "unit", "reason") == [["B", "beyond"]]
    sqlite_store.enter(
        "disciplines",
        who="Lan",
        unit="A",
        year=2025,
        step="entered",
        on=dt.date(2026, 1, 3),
        document="QĐ 12",
        what=None,
    )
    sqlite_store.enter(
        "nominees",
        who="Lan",
        milestone="m25",
        unit="B",
        person="Trần Thị Bình",
        post="Chuyên viên",
        form="Giấy khen",
        achievement="Đúng hẹn",
        step="proposed",
    )
    now = packs.pack_of_seal(sqlite_store, number)
    assert listed(now, "Đề xuất khen thưởng", "unit", "result") == [["B", 84.0]]
    assert listed(now, "Không đề xuất", "unit", "reason") == [["A", "disciplined"]]
    assert listed(now, "Cá nhân đề nghị", "person", "outcome") == [
        ["Trần Thị Bình", "được đề xuất"]
    ]
    before = packs.pack_of_seal(sqlite_store, number, dt.date(2020, 1, 1))
    assert listed(before, "Đề xuất khen thưởng", "unit", "result") == [["A", 90.0]]
    assert listed(before, "Cá nhân đề nghị", "person") == []


def test_papers_read_what_was_ready_from_the_seal_and_nothing_from_figures_that_move(sqlite_store):
    save_scores(sqlite_store, 60.0)
    number = sealing.seal(
        sqlite_store, tiny.plan(), "m25", tiny.AS_OF, name="Họp", who="Lan"
    ).number
    sealed = sealing.figures_of_seal(sqlite_store, number).material.extras.readiness
    assert sealed.set_index("code").at["heads", "names"] == ["Sở A", "Sở B"]
    assert set(sealed["state"]) == {"done", "open"}
    annex = listed(packs.pack_of_seal(sqlite_store, number), "Khi chốt", "title", "state", "said")
    assert ["Báo cáo năm", "đủ", "mọi đơn vị phải báo cáo đã nộp"] in annex
    lack = ["Người đứng đầu", "thiếu, không ghi lý do", "2 đơn vị chưa ghi người đứng đầu năm 2025"]
    assert lack in annex
    assert (
        listed(packs.pack_now(sqlite_store, tiny.plan(), "m25", tiny.AS_OF), "Khi chốt", "title")
        == []
    )
    live = sealing.figures_now(sqlite_store, tiny.plan(), "m25", tiny.AS_OF)
    assert live.material.extras.readiness is None


def test_figures_of_a_year_worked_out_before_are_those_of_now_and_no_result_is_read(sqlite_store):
    save_scores(sqlite_store, 60.0)
    now = sealing.figures_now(sqlite_store, tiny.plan(), "m25", tiny.AS_OF)
    asked: list[str] = []
    sa.event.listen(
        sqlite_store.engine, "before_cursor_execute", lambda *told: asked.append(told[2])
    )
    own = sealing.figures_of(sqlite_store, now.material.standing, "m25")
    assert asked and not [one for one in asked if "FROM results" in one]
    assert ranking(packs.pack_from(own)) == ranking(packs.pack_from(now))
    for mine, theirs in zip(own.material.extras, now.material.extras, strict=True):
        if isinstance(theirs, pd.DataFrame):
            pd.testing.assert_frame_equal(mine, theirs)
