"""What was there and what was not when the figures were sealed, as an annex: each check, and the reason for which the meeting does without."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

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


def by_reason(waived: Sequence[tuple[str, str]]) -> list[str]:
    """What was waived, each reason once with everything that it was given for. In: what, reason."""
    grouped: dict[str, list[str]] = {}
    for said, reason in waived:
        grouped.setdefault(reason, []).append(said)
    return [
        words.BY_REASON.format(items=", ".join(said), reason=reason)
        for reason, said in grouped.items()
    ]


def left_undone(rows: pd.DataFrame | None) -> str:
    """What was lacking when an edition was sealed and why it was waived; '' where nothing was, or where nobody noted it. In: the sealed `readiness`."""
    if rows is None:
        return ""
    given = rows[rows["state"] == "waived"]
    left = rows[rows["state"] == "open"].to_dict("records")
    said = by_reason(list(zip(given["said"], given["reason"], strict=True)))
    said += [words.SEALED_OPEN.format(**one) for one in left]
    return words.SEALED_WITH.format(items="; ".join(said)) if said else ""
