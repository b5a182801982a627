"""Chapter IV: what was reached, what falls short, causes, lessons, tasks."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from dashboard.exports.report import report_words as words
from dashboard.exports.report.chapters.watch import told_flags
from dashboard.exports.report.material import BLOCK, UNIT, Material, quotes_of, table_of
from dashboard.exports.report.pack import Chapter, Quote
from dashboard.views import changes, limitations, summary
from dashboard.writing import formats
from dashboard.writing.columns import Column
from dashboard.writing.table_model import Table


def judgement(material: Material) -> list[Chapter]:
    """IV. Đánh giá chung."""
    return [
        Chapter(words.JUDGEMENT, 1),
        Chapter(words.ACHIEVED, 2, tuple(_achieved(material)), to_write=words.WRITE_ACHIEVED),
        short(material),
        Chapter(
            words.CAUSES,
            2,
            quotes=replies(material),
            quotes_title=words.REPLIES,
            to_write=words.WRITE_CAUSES,
        ),
        Chapter(words.LESSONS, 2, to_write=words.WRITE_LESSONS),
        tasks(material),
    ]


def _achieved(material: Material) -> list[str]:
    standing = material.standing
    return [summary.answer(standing, standing.table), changes.sentence(standing, standing.table)]


def short(material: Material) -> Chapter:
    """Named units (drafts are called so), and what the units say of themselves."""
    standing, written = material.standing, material.extras.limitations
    named = named_rows(material)
    days = standing.plan.reply_days
    flagged = (
        [summary.flags_sentence(standing, standing.table)]
        if standing.flags["level"].ne("info").any()
        else []
    )
    outer = standing.published_only
    said = [*flagged, *_about_naming(len(named), outer, days)]
    kinds = limitations.recurring(written, standing.table["unit"], standing.year)
    if len(kinds):
        said.append(limitations.finding(kinds, standing.year))
    tables = ([_named_table(material, named)] if len(named) else []) + (
        [_kinds_table(material, kinds)] if len(kinds) else []
    )
    own = (
        material.named(written[written["year"] == standing.year])
        .sort_values("position", kind="stable")
        .drop_duplicates("unit")
    )
    return Chapter(
        words.SHORT,
        2,
        tuple(said),
        tuple(tables),
        quotes=quotes_of(own, "quote"),
        quotes_title=words.OWN_WORDS,
    )


def _about_naming(named: int, outer: bool, days: int) -> list[str]:
    """What is said of naming; a paper that leaves the house has no draft of one."""
    if named:
        return [] if outer else [words.DRAFTS.format(days=days)]
    return [words.NONE_PUBLISHED if outer else words.NO_NAMED]


def named_rows(material: Material) -> pd.DataFrame:
    """The named flags as `watch.told_flags` gives them; gravest order kept."""
    flags = material.standing.flags
    return told_flags(material, flags[flags["level"] == "named"])


def _named_table(material: Material, named: pd.DataFrame) -> Table:
    columns = {
        "name": UNIT,
        "block": BLOCK,
        "said": Column("Lý do", width=10),
        "beside": Column("Nêu tên, giải trình", width=4),
    }
    return table_of("Nêu tên", words.NAMED_TABLE, named, columns, material.source, grouped=2)


def _kinds_table(material: Material, kinds: pd.DataFrame) -> Table:
    columns = {
        "kind": Column("Loại tồn tại", width=6),
        "now": Column(f"Số đơn vị nêu năm {material.standing.year}", "count", width=3),
        "before": Column(f"Năm {material.standing.year - 1}", "count", width=2),
        "years": Column("Số năm có nêu", "count", width=2),
    }
    return table_of("Tồn tại theo loại", words.OWN_WORDS_TABLE, kinds, columns, material.source)


def replies(material: Material) -> tuple[Quote, ...]:
    """What units answered to a flag of the year."""
    told = material.extras.replies
    own = told[(told["kind"] == "reply") & (told["year"] == material.standing.year)].merge(
        material.standing.table[["unit", "name"]], on="unit"
    )
    return tuple(
        Quote(one.name, one.text, f"giải trình ngày {formats.date(one.dated)}")
        for one in own.itertuples(index=False)
    )


def tasks(material: Material) -> Chapter:
    """What stays open: units behind, conclusions of earlier meetings."""
    standing = material.standing
    behind = int(material.assessed["status"].isin(summary.BEHIND).sum())
    there = words.NEEDED_THERE[bool(material.assessed["needed"].notna().any())]
    said = (
        [
            words.STILL_BELOW.format(
                year=standing.year, units=formats.count(behind, "đơn vị"), there=there
            )
        ]
        if behind
        else []
    )
    rows = open_conclusions(material)
    if rows.empty:
        return Chapter(words.TASKS, 2, (*said, words.NOTHING_OPEN), to_write=words.WRITE_TASKS)
    said.append(open_sentence(rows, material.extras.today))
    return Chapter(
        words.TASKS,
        2,
        tuple(said),
        (open_table(rows, material.source),),
        to_write=words.WRITE_TASKS,
    )


def open_conclusions(material: Material) -> pd.DataFrame:
    """Conclusions still open, the soonest due first, with the unit's name (the plan's name of all units where none is meant)."""
    standing, conclusions = material.standing, material.extras.conclusions
    rows = conclusions[conclusions["state"] == "open"].merge(
        standing.table[["unit", "name"]], on="unit", how="left"
    )
    rows["name"] = rows["name"].fillna(rows["unit"]).fillna(standing.plan.whole_name)
    return rows.sort_values(["due", "id"], kind="stable", na_position="last").reset_index(drop=True)


def open_sentence(rows: pd.DataFrame, today: dt.date) -> str:
    """How many are open and how many overdue. In: `open_conclusions`."""
    late = int((rows["due"] < pd.Timestamp(today)).sum())
    return words.OPEN_COUNT.format(
        items=formats.count(len(rows), "kết luận"), late=formats.count(late)
    )


def open_table(rows: pd.DataFrame, source: str) -> Table:
    """The open conclusions as a table."""
    columns = {
        "name": Column("Đơn vị", width=4),
        "what": Column("Nội dung kết luận", width=8),
        "responsible": Column("Ai thực hiện", width=3),
        "due": Column("Hạn", "date", width=2),
        "meeting": Column("Kỳ họp", width=3),
    }
    return table_of("Kết luận còn mở", words.OPEN_TABLE, rows, columns, source)
