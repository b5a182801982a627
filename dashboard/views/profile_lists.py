"""What a unit filed, issued, received and wrote over the years, and which units it came from and went into."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from dashboard.assessment.standing import Standing
from dashboard.views.limitations import named_kinds
from dashboard.wording import profile_words as words
from dashboard.wording.document_words import stated
from dashboard.wording.sources import source_words
from dashboard.writing import formats
from dashboard.writing.nouns import speaks, worded

TITLES = {
    "reports": "Báo cáo",
    "documents": "Văn bản",
    "awards": "Khen thưởng",
    "inspections": "Kiểm tra",
    "examples": "Điển hình",
    "limitations": "Tồn tại tự nêu",
    "statements": "Số liệu tự nêu",
    "unit_years": "Khối, số người",
}
TABLES = (
    "documents",
    "awards",
    "inspections",
    "examples",
    "limitations",
    "statements",
    "unit_years",
)


class Kin(NamedTuple):
    """Units that one came from or went into: a sentence before their names, the names by code, the deciding document."""

    said: str
    units: dict[str, str]
    document: str


def lists(
    standing: Standing, tables: Mapping[str, pd.DataFrame], unit: str
) -> dict[str, pd.DataFrame]:
    """Every list of the unit up to the shown year, newest year first, each row with `source`; keys of `TITLES`, empty ones too."""
    found = {"reports": _reports(standing, unit)}
    for name in TABLES:
        rows = tables[name]
        own = rows[(rows["unit"] == unit) & (rows["year"] <= standing.year)].sort_values(
            "year", ascending=False, kind="stable"
        )
        found[name] = own.assign(source=_sources(own))
    found["limitations"] = found["limitations"].assign(
        kind=named_kinds(standing.plan, found["limitations"])
    )
    found["statements"] = found["statements"].assign(said=_stated(found["statements"]))
    return found


def _stated(rows: pd.DataFrame) -> list[str]:
    """Each figure as people read it: “trên 95%”, “34/34”, “hạng 5/22”, “84,36 điểm”."""
    return [stated(one) for one in rows.to_dict("records")]


def _reports(standing: Standing, unit: str) -> pd.DataFrame:
    names = {(one.year, one.kind): one.name for one in standing.plan.reports}
    reports = standing.reports[standing.reports["unit"] == unit].sort_values(
        "year", ascending=False, kind="stable"
    )
    own = reports[(reports["year"] <= standing.year) & (reports["report_state"] != "not_due")]
    return own.assign(
        name=[names[key] for key in zip(own["year"], own["kind"])],
        state=own["report_state"].map(words.REPORT_STATES),
        source=_sources(own),
    )


def _sources(rows: pd.DataFrame) -> list[str]:
    return [
        source_words(*place) for place in rows[["file", "sheet", "cell"]].itertuples(index=False)
    ]


def list_names(found: Mapping[str, pd.DataFrame]) -> dict[str, str]:
    """Key of a list → what the reader presses: “Văn bản (6)”."""
    return {name: f"{title} ({len(found[name])})" for name, title in worded(TITLES).items()}


def kin(names: Mapping[str, str], lineage: pd.DataFrame, unit: str) -> list[Kin]:
    """Where the unit came from and what became of it, in the order of the days; empty for a unit that never changed. In: code → name."""
    came = [
        _kin("Thành lập ngày {on} từ {kind} của:", rows, rows["before"], names)
        for rows in _events(lineage[lineage["after"] == unit])
    ]
    went = [_went(rows, names) for rows in _events(lineage[lineage["before"] == unit])]
    return [*came, *went]


def _events(rows: pd.DataFrame) -> list[pd.DataFrame]:
    return [part for _, part in rows.groupby(["on", "kind"])]


def _went(rows: pd.DataFrame, names: Mapping[str, str]) -> Kin:
    following = rows["after"].dropna()
    said = (
        "Từ ngày {on}, do {kind}, chuyển thành:"
        if len(following)
        else "Kết thúc hoạt động ngày {on} ({kind})."
    )
    return _kin(said, rows, following, names)


def _kin(said: str, rows: pd.DataFrame, codes: pd.Series, names: Mapping[str, str]) -> Kin:
    one = rows.iloc[0]
    document = "" if formats.is_missing(one["document"]) else str(one["document"])
    return Kin(
        said.format(on=formats.date(one["on"]), kind=words.CHANGES.get(one["kind"], one["kind"])),
        {code: names.get(code, code) for code in codes},
        document,
    )


speaks(__name__)
