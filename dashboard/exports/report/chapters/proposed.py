"""What the plan's rules propose, as annexes: commendation and inspection."""

from __future__ import annotations

import pandas as pd

from dashboard.assessment import inspection_lot
from dashboard.exports.report.material import Material, table_of
from dashboard.exports.report.nominated import proposed_in
from dashboard.exports.report.pack import Annex
from dashboard.views.award_words import basis
from dashboard.views.commended import added_up, nominee_rows, nominees_table, others_table
from dashboard.wording import proposal_words as words
from dashboard.writing import formats
from dashboard.writing.columns import Column
from dashboard.writing.nouns import worded


def proposed(material: Material) -> list[Annex]:
    """The proposals that the plan has rules for."""
    plan = material.standing.plan
    return [
        *([commended(material)] if plan.rewards else []),
        *([inspected(material)] if plan.inspections else []),
    ]


def commended(material: Material) -> Annex:
    """Who is proposed for which form, with the grounds beside each."""
    plan = material.standing.plan
    found = proposed_in(material)
    rows = found.rows
    columns = {
        "form": Column("Hình thức đề nghị", width=5),
        "block": Column(worded("Khối, cụm"), width=4),
        "name": Column(worded("Đơn vị"), width=5),
        "result": Column("Kết quả", "score", width=2),
        "score": Column("Riêng năm", "score", width=2),
        "class_name": Column("Xếp loại", width=2),
        "grounds": Column("Căn cứ", width=9),
        "individuals": Column("Số cá nhân được đề nghị", "count", width=2),
    }
    table = table_of(
        "Đề xuất khen thưởng",
        words.REWARDS_TITLE,
        rows,
        columns,
        material.source,
        note=f"Quy tắc: {plan.rewards.source}.",
        landscape=True,
        grouped=1,
    )
    others = others_table(found, material.source, words.OTHERS_SHEET)
    persons = nominee_rows(material.extras.nominees, material.milestone.code, found)
    listed = (
        [nominees_table(persons, material.source, words.NOMINEES_SHEET)] if len(persons) else []
    )
    said = (commended_words(rows), added_up(found), basis(plan, material.milestone.year))
    return Annex(words.REWARDS_TITLE, (table, *listed, others), said)


def inspected(material: Material) -> Annex:
    """Which units are proposed for inspection, and how each was found."""
    drawn = inspection_lot.inspections(material.standing, material.extras.inspections)
    columns = {
        "name": Column(worded("Đơn vị"), width=5),
        "block": Column(worded("Khối, cụm"), width=4),
        "how": Column("Cách chọn", width=2),
        "grounds": Column("Căn cứ", width=7),
        "visited": Column("Kiểm tra gần nhất", width=2),
    }
    visited = [
        None if formats.is_missing(one) else str(int(one)) for one in drawn.rows["last_inspected"]
    ]
    rows = drawn.rows.assign(how=drawn.rows["how"].map(words.HOW), visited=visited)
    table = table_of(
        "Đề xuất kiểm tra",
        words.INSPECTIONS_TITLE,
        rows,
        columns,
        material.source,
        note=f"Quy tắc: {material.standing.plan.inspections.source}.",
        landscape=True,
    )
    return Annex(words.INSPECTIONS_TITLE, (table,), (inspected_words(drawn),))


def commended_words(rows: pd.DataFrame) -> str:
    """How many are proposed in how many blocks, and who decides. In: `proposals.commendations`."""
    if rows.empty:
        return words.NOBODY
    return words.REWARDS_SAID.format(
        units=formats.count(len(rows), "tập thể"), blocks=formats.count(rows["block"].nunique())
    )


def inspected_words(drawn: inspection_lot.Drawn) -> str:
    """How many are proposed by risk and by lot, the seed, and who decides."""
    how = drawn.rows["how"]
    risky, lot = (int((how == one).sum()) for one in ("risk", "lot"))
    return words.INSPECTIONS_SAID.format(
        units=formats.count(len(how), "đơn vị"),
        risky=formats.count(risky),
        lot=formats.count(lot),
        seed=drawn.seed,
        left=formats.count(drawn.lot_of, "đơn vị"),
    )
