"""What was there and what was not when the figures were sealed, as an annex: each check, and the reason for which the meeting does without."""

from __future__ import annotations

from dashboard.exports.report import report_words as words
from dashboard.exports.report.material import Material, table_of
from dashboard.exports.report.pack import Annex
from dashboard.writing.columns import Column


def sealed_state(material: Material) -> list[Annex]:
    """The annex; none for figures that are not sealed, or were by a program that did not note it. Counts and reasons alone: names are for the desk."""
    kept = material.extras.readiness
    if kept is None:
        return []
    rows = kept.assign(
        state=kept["state"].map(words.READY_STATES), reason=kept["reason"].replace("", None)
    )
    columns = {
        "title": Column("Mục", width=4),
        "state": Column("Tình trạng", width=3),
        "said": Column("Cụ thể", width=6),
        "reason": Column("Lý do bỏ qua", width=6),
    }
    table = table_of("Khi chốt", words.READY_TITLE, rows, columns, material.source)
    lacking = int((kept["state"] != "done").sum())
    said = words.READY_SAID.format(all=len(kept), lacking=lacking)
    return [Annex(words.READY_TITLE, (table,), (said,))]
