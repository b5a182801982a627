"""Chapter IV, its first two parts: what was reached, what falls short."""

from __future__ import annotations

import pandas as pd

from dashboard.assessment.tally import Tally, tally
from dashboard.exports.report import prose_words as prose
from dashboard.exports.report import report_words as words
from dashboard.exports.report.chapters.achieved import achieved, newly_below
from dashboard.exports.report.chapters.named_units import named_rows, named_table
from dashboard.exports.report.chapters.own_faults import kinds_table, own_faults, own_quotes
from dashboard.exports.report.material import Material
from dashboard.exports.report.pack import Chapter, Said
from dashboard.exports.report.short_steps import few, said, sheet
from dashboard.views import limitations, summary, summary_status
from dashboard.views.unit_names import short_names
from dashboard.writing import formats
from dashboard.writing.nouns import worded


def judgement(material: Material) -> list[Chapter]:
    """IV. Đánh giá chung, as far as what falls short."""
    return [
        Chapter(words.JUDGEMENT, 1),
        Chapter(words.ACHIEVED, 2, tuple(achieved(material)), asked=prose.ASK_ACHIEVED),
        short(material),
    ]


def short(material: Material) -> Chapter:
    """Who is named (drafts are called so), where most units are behind, whose figures are lacking, what units say of themselves."""
    standing = material.standing
    named = named_rows(material)
    counts = tally(standing.table, standing.flags)
    told = [
        *_judged(counts),
        *_about_naming(material, len(named)),
        *_blocks_behind(material),
        *(one for one in [newly_below(material)] if one),
        *_lacking(material),
        *own_faults(material),
    ]
    kinds = limitations.recurring(
        standing.plan, material.extras.limitations, standing.table["unit"], standing.year
    )
    tables = ([named_table(material, named)] if len(named) else []) + (
        [kinds_table(material, kinds)] if len(kinds) else []
    )
    return Chapter(
        words.SHORT,
        2,
        tuple(told),
        tuple(tables),
        quotes=own_quotes(material),
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
    if not behind.any() or not summary_status.worst_blocks(material.assessed):
        return []
    return [
        said(
            prose.WORST_BLOCK,
            sheet(worded("Tình trạng theo khối")),
            said=summary_status.status_title(table),
        )
    ]


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
