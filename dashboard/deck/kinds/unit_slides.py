"""Slides of single units: who leads, who was chosen, whose naming is published, what leading units do."""

from __future__ import annotations

import pandas as pd

from dashboard.assessment.comparability import break_years
from dashboard.deck import deck_words as words
from dashboard.deck.agenda import Item
from dashboard.deck.fitting import cut
from dashboard.deck.kinds.slide import (
    LONGEST_CELL,
    Slide,
    by_year,
    hall_name,
    hall_table,
    short,
    slide_of,
)
from dashboard.deck.pictures import Bar, Bars, Line
from dashboard.exports.report.material import Material
from dashboard.exports.report.pack import Chart, Series
from dashboard.plan import TOTAL
from dashboard.views import series, summary
from dashboard.views.good_examples import leaders as leading_examples
from dashboard.views.good_examples import sure_leaders
from dashboard.writing import formats, theme
from dashboard.writing.stages import is_provisional

FIRST = 5


def leaders(material: Material, item: Item) -> Slide | None:
    """Who surely is at the top of their block, by appraised scores: of every block, or the first five of one. Nobody is crowned by the bare order."""
    first = sure_leaders(material.assessed)
    if item.block:
        first = first[first["block"] == item.block].head(FIRST)
    if first.empty:
        return None
    year, units = material.standing.year, formats.count(len(first), "đơn vị")
    said = [
        words.LEADERS_CLOSE,
        *(
            f"{one.name}: {material.standing.plan.scale.written(one.score)}, hạng {formats.out_of(one.rank, one.rank_of)}, {one.block}."
            for one in first.itertuples()
        ),
    ]
    if item.block:
        message = words.LEADERS_BLOCK.format(units=units, block=item.block, year=year)
        bars = tuple(unit_bar(material, one, "") for one in first.itertuples())
        shown = Bars(bars, aim_of(material, first))
        return slide_of(material, item, short(message, words.KINDS["leaders"]), shown, said)
    rows = [
        (one.block, hall_name(one.name, material.standing.plan.province), one.score)
        for one in first.itertuples()
    ]
    message = words.LEADERS.format(units=units, blocks=first["block"].nunique(), year=year)
    return slide_of(material, item, message, hall_table("leaders", rows), said)


def _own(one) -> str:
    return f", {words.OWN_SCORES}" if is_provisional(one.stage) else ""


def unit_bar(material: Material, one, detail: str, look: str = "strong") -> Bar:
    return Bar(
        hall_name(one.name, material.standing.plan.province),
        material.standing.plan.scale.share(one.score),
        formats.number(one.score, verdict_against=one.target),
        detail,
        look,
    )


def aim_of(material: Material, rows: pd.DataFrame) -> tuple[float, str] | None:
    targets = rows["target"].dropna().unique()
    return (
        (
            material.standing.plan.scale.share(float(targets[0])),
            f"mốc {material.standing.plan.scale.of_top(formats.number(targets[0], None))} điểm",
        )
        if len(targets) == 1
        else None
    )


def units(material: Material, item: Item) -> Slide | None:
    standing = material.standing
    own = standing.table[
        standing.table["unit"].isin(item.units) & standing.table["score"].notna()
    ].sort_values("score", ascending=False, kind="stable")
    if own.empty:
        return None
    if len(own) == 1:
        return _one_unit(material, item, next(own.itertuples()))
    rows = tuple(
        unit_bar(material, one, f"{theme.STATUS[one.status].label}{_own(one)}", one.status)
        for one in own.itertuples()
    )
    reached = int(own["status"].isin(summary.DONE).sum())
    aim = summary.aim_of_total(standing)
    message = (
        words.CHOSEN.format(part=reached, whole=len(own), year=standing.year, aim=aim.name)
        if aim and summary.has_target(own)
        else words.CHOSEN_PLAIN.format(year=standing.year, count=len(own))
    )
    return slide_of(
        material,
        item,
        message,
        Bars(rows, aim_of(material, own)),
        [
            f"{one.name}: {standing.plan.scale.written(one.score, verdict_against=one.target)}, {theme.STATUS[one.status].word}."
            for one in own.itertuples()
        ],
    )


def _one_unit(material: Material, item: Item, one) -> Slide:
    aim = aim_of(material, pd.DataFrame([one._asdict()]))
    chart = _own_line(material, one, aim)
    name = hall_name(one.name, material.standing.plan.province)
    score = material.standing.plan.scale.written(one.score, verdict_against=one.target)
    full = brief = words.UNIT.format(name=name, score=score)
    last = score
    if aim:
        status = theme.STATUS[one.status].word
        full = words.UNIT_TARGET.format(name=name, score=score, status=status, target=aim[1])
        last = f"{score}, {status}"
    heard = [f"{row.name}: {by_year(chart, row)}." for row in chart.series]
    sentences = [f"{one.name}, {one.block}.", *heard]
    return slide_of(material, item, short(full, brief, last), Line(chart), sentences)


def _own_line(material: Material, one, aim) -> Chart:
    """The unit's score over the years, a line of its own after each change of how it is worked out."""
    standing = material.standing
    years = [year for year in standing.plan.years if year <= standing.year]
    own = standing.scores[
        (standing.scores["unit"] == one.unit) & (standing.scores["year"] <= standing.year)
    ].rename(columns={"score": "value"})
    runs = series.runs(own, break_years(standing.plan, TOTAL, one.kind))
    rows = tuple(
        Series(
            "Điểm" if place == 0 else f"Điểm, từ {int(run['year'].iloc[0])} (cách tính mới)",
            tuple(run.set_index("year")["value"].to_dict().get(year) for year in years),
        )
        for place, run in enumerate(runs)
    )
    return Chart(
        one.name,
        "line",
        tuple(map(str, years)),
        rows,
        "điểm",
        material.source,
        target=one.target if aim else None,
        target_name=aim[1] if aim else "",
    )


def examples(material: Material, item: Item) -> Slide | None:
    rows = leading_examples(material.standing, material.of_period(material.extras.examples)).head(
        FIRST
    )
    if rows.empty:
        return None
    shown = hall_table(
        "examples",
        [
            (hall_name(one.name, material.standing.plan.province), cut(one.title, LONGEST_CELL))
            for one in rows.itertuples()
        ],
    )
    return slide_of(
        material,
        item,
        words.EXAMPLES,
        shown,
        [
            f"{one.name}: {one.title}. {'' if formats.is_missing(one.description) else one.description}"
            for one in rows.itertuples()
        ],
    )
