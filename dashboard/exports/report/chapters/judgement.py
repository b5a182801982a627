"""Chapter IV, its first two parts: what was reached, what falls short."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.assessment.tally import Tally, tally
from dashboard.exports.report import fault_words
from dashboard.exports.report import prose_words as prose
from dashboard.exports.report import report_words as words
from dashboard.exports.report.chapters.aims import like_units
from dashboard.exports.report.chapters.watch import told_flags
from dashboard.exports.report.material import (
    BLOCK,
    UNIT,
    Material,
    few,
    point,
    quotes_of,
    said,
    sheet,
    table_of,
)
from dashboard.exports.report.pack import Chapter, Quote, Said
from dashboard.views import changes, limitations, summary
from dashboard.views.good_examples import sure_leaders
from dashboard.views.unit_names import short_names
from dashboard.writing import formats
from dashboard.writing.columns import Column
from dashboard.writing.table_model import Table

MOST_RISERS, MOST_FAULTS, MOST_OWN_QUOTES = 3, 5, 3


def judgement(material: Material) -> list[Chapter]:
    """IV. Đánh giá chung, as far as what falls short."""
    return [
        Chapter(words.JUDGEMENT, 1),
        Chapter(words.ACHIEVED, 2, tuple(achieved(material)), asked=prose.ASK_ACHIEVED),
        short(material),
    ]


def achieved(material: Material) -> list[Said]:
    """Classes, units that rose most over the period, units that newly reach the target, units surely at the top of their block."""
    made = (_classes(material), _risers(material), _newly_reached(material), _leaders(material))
    return [one for one in made if one]


def _classes(material: Material) -> Said | None:
    assessed, plan = material.assessed, material.standing.plan
    counts = assessed["class_name"].value_counts()
    order = [one.name for one in sorted(plan.classes, key=lambda one: -one.min)]
    parts = [f"{formats.count(counts[name], 'đơn vị')} {name}" for name in order if name in counts]
    if not parts:
        return None
    own = int((assessed["class_name"].notna() & (assessed["stage"] != "appraised")).sum())
    units = formats.count(own, "đơn vị")
    return point(
        prose.CLASSES,
        sheet("Xếp hạng"),
        year=material.standing.year,
        classes=formats.listed(parts),
        own=prose.CLASSES_OWN.format(units=units) if own else "",
    )


def _risers(material: Material) -> Said | None:
    """The units whose appraised score rose most since the first year; none where no year can be compared."""
    rows = like_units(material)
    assessed = material.assessed
    appraised = assessed.loc[assessed["stage"] == "appraised", "unit"]
    rows = rows[rows["unit"].isin(appraised) & (rows["value"] > rows["baseline"])]
    if rows.empty or material.standing.plan.first_year == material.standing.year:
        return None
    gains = (rows["value"] - rows["baseline"]).sort_values(ascending=False, kind="stable")
    names = short_names(assessed)
    steps = [
        _step(names[one.unit], one.baseline, one.value)
        for one in rows.loc[gains.index[:MOST_RISERS]].itertuples()
    ]
    first, year = material.standing.plan.first_year, material.standing.year
    return point(
        prose.RISERS,
        sheet("Số liệu theo năm"),
        span=words.SPAN.format(first=first, last=year),
        units="; ".join(steps),
    )


def _step(name: str, before: float, now: float) -> str:
    return prose.STEP.format(name=name, before=formats.number(before), now=formats.number(now))


def _crossed(material: Material, pattern: str, rows: pd.DataFrame) -> Said | None:
    if rows.empty:
        return None
    names = short_names(material.assessed)
    units: Any = rows.itertuples()
    steps = [_step(names[one.unit], one.previous, one.score) for one in units]
    return point(
        pattern,
        sheet("Số liệu theo năm"),
        before=material.standing.year - 1,
        count=formats.count(len(rows), "đơn vị"),
        units=few(steps),
    )


def _newly_reached(material: Material) -> Said | None:
    return _crossed(material, prose.NEWLY, changes.newly_reached(material.assessed))


def _leaders(material: Material) -> Said | None:
    rows = sure_leaders(material.assessed)
    if rows.empty:
        return None
    names = short_names(material.assessed)
    return point(
        prose.LEADERS, sheet("Xếp hạng"), units=few([names[unit] for unit in rows["unit"]])
    )


def short(material: Material) -> Chapter:
    """Who is named (drafts are called so), where most units are behind, whose figures are lacking, what units say of themselves."""
    standing = material.standing
    named = named_rows(material)
    counts = tally(standing.table, standing.flags)
    told = [
        *_judged(counts),
        *_about_naming(material, len(named)),
        *_blocks_behind(material),
        *(one for one in [_newly_below(material)] if one),
        *_lacking(material),
        *own_faults(material),
    ]
    kinds = limitations.recurring(
        material.extras.limitations, standing.table["unit"], standing.year
    )
    tables = ([named_table(material, named)] if len(named) else []) + (
        [_kinds_table(material, kinds)] if len(kinds) else []
    )
    return Chapter(
        words.SHORT,
        2,
        tuple(told),
        tuple(tables),
        quotes=_own_quotes(material),
        quotes_title=prose.OWN_QUOTES,
    )


def _judged(counts: Tally) -> list[Said]:
    parts = [
        pattern.format(units=formats.count(counts.levels[level], "đơn vị"))
        for level, pattern in prose.LEVELS.items()
        if counts.levels[level]
    ]
    if not parts:
        return []
    clear = prose.CLEAR.format(units=formats.count(counts.clear, "đơn vị")) if counts.clear else ""
    return [
        said(
            prose.JUDGED,
            sheet("Cần theo dõi"),
            sheet("Sự việc"),
            assessed=formats.count(counts.assessed, "đơn vị"),
            parts=formats.listed(parts),
            clear=clear,
        )
    ]


def _about_naming(material: Material, named: int) -> list[Said]:
    """How units are named, said once; a paper that leaves the house has no draft of a naming."""
    outer = material.standing.published_only
    if not named:
        return [Said(words.NONE_PUBLISHED if outer else words.NO_NAMED)]
    drafts = [] if outer else [said(words.DRAFTS, days=material.standing.plan.reply_days)]
    return [said(prose.HOW_NAMED, sheet("Cần theo dõi")), *drafts]


def _blocks_behind(material: Material) -> list[Said]:
    table = material.standing.table
    behind = material.assessed["status"].isin(summary.BEHIND)
    if not behind.any() or not summary.worst_blocks(material.assessed):
        return []
    return [
        said(prose.WORST_BLOCK, sheet("Tình trạng theo khối"), said=summary.status_title(table))
    ]


def _newly_below(material: Material) -> Said | None:
    found = _crossed(material, prose.NEWLY_BELOW, changes.newly_below(material.assessed))
    return found and Said(found.text, found.grounds)


def _lacking(material: Material) -> list[Said]:
    """Units without enough figures by name, and those that only scored themselves."""
    assessed, names = material.assessed, short_names(material.assessed)
    unknown = assessed[assessed["status"].isin(summary.UNKNOWN)]
    told = []
    if len(unknown):
        listed = few([names[unit] for unit in unknown["unit"]])
        told.append(said(prose.UNKNOWN, sheet("Xếp hạng"), names=listed))
    own = own_scored(material)
    if len(own):
        blocks = own["block"].unique()
        where = prose.OWN_BLOCK.format(block=blocks[0]) if len(blocks) == 1 else ""
        units = formats.count(len(own), "đơn vị")
        told.append(said(prose.OWN_SCORES, sheet("Xếp hạng"), units=units, where=where))
    return told


def own_scored(material: Material) -> pd.DataFrame:
    """Units of the year with a score that is not wholly appraised: rows of the table."""
    assessed = material.assessed
    return assessed[assessed["score"].notna() & (assessed["stage"] != "appraised")]


def own_faults(material: Material) -> list[Said]:
    """What units wrote of themselves this year, the most widespread first, and what comes back every year."""
    now = faults_of(material, material.standing.year, material.standing.year)
    if now.empty:
        return []
    told = [
        prose.FAULT.format(
            fault=fault_words.FAULTS[one.code].fault, units=formats.count(one.units, "đơn vị")
        )
        for one in now.head(MOST_FAULTS).itertuples()
    ]
    found = [
        said(
            prose.FAULTS,
            sheet("Tồn tại theo loại"),
            sheet("Tồn tại tự nêu"),
            year=material.standing.year,
            faults="; ".join(told),
        )
    ]
    return [*found, *_lasting(material)]


def _lasting(material: Material) -> list[Said]:
    years = material.standing.year - material.since + 1
    over = faults_of(material, material.since, material.standing.year)
    lasting = over[(over["years"] == years) & (over["code"] != "khac")]
    if lasting.empty or years < 3:
        return []
    kinds = limitations.category_names()
    named = [f"“{kinds[code]}”" for code in lasting["code"].head(MOST_FAULTS)]
    return [
        said(
            prose.LASTING,
            sheet("Tồn tại theo loại"),
            kinds=formats.listed(named),
            **material.span,
        )
    ]


def faults_of(material: Material, first: int, last: int) -> pd.DataFrame:
    """Kinds of limitations that units of the year wrote from one year to another, the most widespread first: code, units, years. A kind that nobody knows is “khac”."""
    written = material.extras.limitations
    own = written[(written["year"] >= first) & (written["year"] <= last)]
    known = own["category"].where(own["category"].isin(list(fault_words.FAULTS)), "khac")
    counts = (
        own.assign(code=known)
        .groupby("code")
        .agg(units=("unit", "nunique"), years=("year", "nunique"))
        .reset_index()
    )
    other = counts["code"] == "khac"
    return counts.assign(other=other).sort_values(
        ["other", "units"], ascending=[True, False], kind="stable"
    )


def _own_quotes(material: Material) -> tuple[Quote, ...]:
    """The words of one unit for each of the most widespread kinds."""
    written, year = material.extras.limitations, material.standing.year
    own = material.named(written[written["year"] == year]).sort_values("position", kind="stable")
    order = {code: place for place, code in enumerate(faults_of(material, year, year)["code"])}
    code = own["category"].where(own["category"].isin(list(order)), "khac")
    own = own.assign(code=code, place=code.map(order)).sort_values("place", kind="stable")
    first = own.drop_duplicates("code").drop_duplicates("quote")
    return quotes_of(first, "quote", MOST_OWN_QUOTES)


def named_rows(material: Material) -> pd.DataFrame:
    """The named flags as `watch.told_flags` gives them; gravest order kept."""
    flags = material.standing.flags
    return told_flags(material, flags[flags["level"] == "named"])


def named_table(material: Material, named: pd.DataFrame) -> Table:
    """One row a named unit: what is below its target, how far the naming is, its reply. In: `named_rows`."""
    rows = [
        {
            "name": own["name"].iloc[0],
            "block": own["block"].iloc[0],
            "said": "; ".join(map(finding, own.itertuples(index=False))),
            "beside": "; ".join(dict.fromkeys(own["beside"].dropna())) or None,
        }
        for _, own in named.groupby("unit", sort=False)
    ]
    columns = {
        "name": UNIT,
        "block": BLOCK,
        "said": Column("Kết quả thấp hơn mốc", width=7),
        "beside": Column("Nêu tên, giải trình", width=4),
    }
    return table_of("Nêu tên", prose.NAMED_TABLE, pd.DataFrame(rows), columns, material.source)


def in_brief(one: Any) -> str:
    """A named flag as a hall reads it: “73,0/80 điểm”."""
    return _finding(one, prose.BRIEF)


def finding(one: Any) -> str:
    """A named flag in a few words; a published one that the figures no longer give stands as it was published."""
    return _finding(one, prose.BELOW)


def _finding(one: Any, below: dict[str, str]) -> str:
    numbers, kind = one.numbers, one.indicator
    if not numbers or kind not in prose.BELOW:
        return str(one.said)
    if one.rule == "falling":
        return prose.FALLING[kind].format(first=int(numbers["first"]))
    if kind == "score":
        value, target, _ = formats.apart(numbers["value"], numbers["target"])
        return below[kind].format(value=value, target=target)
    rate = numbers["satisfied"] / numbers["respondents"]
    return below[kind].format(
        rate=formats.percent(rate, verdict_against=numbers["target"]),
        forms=formats.out_of(numbers["satisfied"], numbers["respondents"], "phiếu"),
        target=formats.percent(numbers["target"], None),
    )


def _kinds_table(material: Material, kinds: pd.DataFrame) -> Table:
    columns = {
        "kind": Column("Loại tồn tại", width=6),
        "now": Column(f"Số đơn vị nêu năm {material.standing.year}", "count", width=3),
        "before": Column(f"Năm {material.standing.year - 1}", "count", width=2),
        "years": Column("Số năm có nêu", "count", width=2),
    }
    return table_of(
        "Tồn tại theo loại",
        words.OWN_WORDS_TABLE,
        kinds,
        columns,
        material.source,
        sheet_only=True,
    )
