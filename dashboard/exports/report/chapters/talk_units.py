"""The slides on units and on what is to be done: who is named and why, causes, models, commendation, tasks."""

from __future__ import annotations

from dataclasses import replace
from textwrap import shorten

import pandas as pd

from dashboard.exports.report import report_words as words
from dashboard.exports.report.aloud import spoken
from dashboard.exports.report.chapters.causes import causes as told_causes
from dashboard.exports.report.chapters.causes import lost_points, units_behind
from dashboard.exports.report.chapters.deeds import shown_models
from dashboard.exports.report.chapters.named_units import found_below, in_brief, named_rows
from dashboard.exports.report.chapters.open_conclusions import (
    open_conclusions,
    open_sentence,
    open_table,
)
from dashboard.exports.report.chapters.slide_parts import slide_of_pack
from dashboard.exports.report.chapters.tasks import assigned, task_points
from dashboard.exports.report.material import Material, table_of
from dashboard.exports.report.nominated import Nominated
from dashboard.exports.report.pack import Chart, Series, Slide
from dashboard.views import voted
from dashboard.views.own_cause import causes
from dashboard.views.to_ask import weakest
from dashboard.views.unit_names import short_names
from dashboard.wording import proposal_words
from dashboard.writing import formats
from dashboard.writing.columns import Column
from dashboard.writing.nouns import worded

MOST_ROWS, MOST_NAMED, MOST_LETTERS, MOST_TASKS = 6, 10, 110, 6


def named(material: Material) -> Slide | None:
    """Who is named, each with its own figures and where it loses most points; the reasons are read aloud."""
    rows = named_rows(material)
    if rows.empty:
        return None
    by_unit = rows.groupby("unit", sort=False)
    title = words.SLIDES["named"].format(units=formats.count(by_unit.ngroups, "đơn vị"))
    names = short_names(material.standing.table)
    cells = [
        {
            "name": names[unit],
            "finding": in_brief(material.standing.plan.scale, own),
            "cause": "; ".join(weakest(material.standing, str(unit))[:1]) or None,
            "said": _said_of(material, str(unit), own),
        }
        for unit, own in by_unit
    ]
    columns = {
        "name": Column(worded("Đơn vị"), width=4),
        "finding": Column("Kết quả thấp hơn mốc", width=5),
        "cause": Column("Mất điểm nhiều nhất ở", width=5),
    }
    shown = table_of(
        "Nêu tên (trình chiếu)",
        title,
        pd.DataFrame(cells).head(MOST_NAMED),
        columns,
        material.source,
        note=_more(len(cells)),
    )
    said = tuple(spoken(one["said"]) for one in cells[:MOST_NAMED])
    return replace(slide_of_pack(material, title, [], table=shown), by_row=said)


def _said_of(material: Material, unit: str, own: pd.DataFrame) -> str:
    """What the speaker says of a named unit: every finding, where it loses points, what it wrote of itself."""
    name = own["name"].iloc[0]
    found = found_below(material.standing.plan.scale, own)
    lost = "; ".join(weakest(material.standing, unit))
    told = causes(material.extras.limitations, material.standing.year).get(unit, "")
    more = [words.LOST_AT.format(criteria=lost)] if lost else []
    more += [words.TOLD.format(cause=told)] if told else []
    return " ".join([f"{name}: {found}.", *more])


def _more(units: int) -> str:
    return (
        f"Và {formats.count(units - MOST_NAMED, 'đơn vị')} khác, xem phụ lục."
        if units > MOST_NAMED
        else ""
    )


def causes_slide(material: Material) -> Slide | None:
    """Where the units behind lose most points together."""
    behind = units_behind(material)
    rows = lost_points(material, behind["unit"]).head(MOST_ROWS)
    if rows.empty:
        return None
    plan = material.standing.plan
    names = tuple(plan.criterion(code).label for code in rows["criterion"])
    title = words.SLIDES["lost"].format(units=formats.count(len(behind), "đơn vị"), worst=names[0])
    chart = Chart(
        title,
        "bar",
        names,
        (Series(words.GOT, tuple(100 * one for one in rows["got"])),),
        words.GOT_UNIT,
        material.source,
    )
    said = [one.text for one in told_causes(material).said]
    return slide_of_pack(material, title, said, chart=chart)


def examples(material: Material) -> Slide | None:
    """Good examples; their whole text is read aloud."""
    rows = shown_models(material, material.of_period(material.extras.examples)).head(MOST_ROWS)
    if rows.empty:
        return None
    names = short_names(material.standing.table)
    rows = rows.assign(name=rows["unit"].map(names))
    columns = {
        "name": Column(worded("Đơn vị"), width=4),
        "title": Column("Mô hình, cách làm hay", width=6),
    }
    shown = table_of(
        "Mô hình (trình chiếu)", words.SLIDES["examples"], rows, columns, material.source
    )
    said = [
        f"{name}: {title}." if formats.is_missing(text) else f"{name}: {title}. {text}"
        for name, title, text in rows[["name", "title", "description"]].itertuples(index=False)
    ]
    return replace(
        slide_of_pack(material, words.SLIDES["examples"], [], table=shown), by_row=tuple(said)
    )


def commended(material: Material) -> Slide | None:
    """How many collectives and persons are proposed for each form; once the council has voted, without those whom the vote left out."""
    nominated = Nominated(material)
    rows = nominated.carried
    if rows.empty:
        return None
    title = words.SLIDES["commended"].format(units=formats.count(len(rows), "tập thể"))
    columns = {
        "form": Column("Hình thức đề nghị", width=8),
        "collectives": Column("Tập thể", "count", width=2),
        "individuals": Column("Cá nhân", "count", width=2),
    }
    shown = table_of(
        "Đề nghị khen thưởng (trình chiếu)",
        title,
        nominated.by_form,
        columns,
        material.source,
    )
    return slide_of_pack(material, title, commended_said(nominated), table=shown)


def commended_said(nominated: Nominated) -> list[str]:
    """What the speaker says of proposals: the collectives of each form, how far the council's vote is, who decides."""
    names = short_names(nominated.material.standing.table)
    said = [
        f"{form}: {formats.listed([names[unit] for unit in own['unit']])}."
        for form, own in nominated.carried.groupby("form", sort=False)
    ]
    return [*said, voted.summary(nominated.votes), proposal_words.DECIDES]


def still_open(material: Material) -> Slide | None:
    """Conclusions of earlier meetings that are still open; in full in the notes."""
    rows = open_conclusions(material)
    if rows.empty:
        return None
    title = words.SLIDES["open"].format(items=formats.count(len(rows), "kết luận"))
    brief = rows.head(MOST_ROWS).assign(
        what=[
            shorten(text, MOST_LETTERS, placeholder=" …") for text in rows["what"].head(MOST_ROWS)
        ]
    )
    shown = replace(open_table(brief, material.source), name="Kết luận (trình chiếu)")
    said = [f"{one.name}: {one.what}" for one in rows.itertuples(index=False)]
    return slide_of_pack(
        material, title, [open_sentence(rows, material.extras.today), *said], table=shown
    )


def who_what_when(material: Material) -> Slide:
    """The closing slide: what is to be done, by whom, by when; dots where nobody has said so yet."""
    columns = {
        "what": Column("Việc", width=8),
        "who": Column("Ai làm", width=3),
        "when": Column("Xong trước ngày", width=3),
    }
    shown = table_of(
        "Ai, việc gì, bao giờ",
        words.SLIDES["tasks"],
        assigned(material).head(MOST_TASKS),
        columns,
        material.source,
    )
    told = [one.text for one in task_points(material)]
    return slide_of_pack(material, words.SLIDES["tasks"], told, table=shown)
