"""Slides of what was rewarded and what comes next, and the host's own words."""

from __future__ import annotations

import pandas as pd

from dashboard.deck import deck_words as words
from dashboard.deck.agenda import Item
from dashboard.deck.fitting import cut
from dashboard.deck.kinds.slide import LONGEST_CELL, Slide, hall_table, slide_of
from dashboard.deck.pictures import Cover, Photo, Points
from dashboard.exports.report import report_words as pack_words
from dashboard.exports.report.chapters import deeds, open_conclusions, talk_units, tasks
from dashboard.exports.report.material import Material
from dashboard.exports.report.nominated import Nominated
from dashboard.plan.scale import HUNDRED, Scale
from dashboard.views import changes, summary
from dashboard.writing import formats

MOST_TASKS = 6
NEAR = 2.0  # points of 100: of how near “only little is missing” is said; a manner of speaking, not of judging


def awards(material: Material, item: Item) -> Slide | None:
    chapter = deeds.awards(material)
    if not chapter.tables:
        return None
    table = chapter.tables[0]
    total = [sum(row[place] or 0 for row in table.rows) for place in (1, 2)]
    message = words.AWARDS.format(
        collectives=formats.count(total[0]),
        individuals=formats.count(total[1]),
        years=_years(material.since, material.standing.year),
    )
    shown = hall_table("awards", [(cut(form, LONGEST_CELL), *lent) for form, *lent in table.rows])
    return slide_of(material, item, message, shown, list(chapter.sentences))


def commended(material: Material, item: Item) -> Slide | None:
    """Who is proposed for commendation, by form; once the council has voted, without those whom the vote left out."""
    nominated = Nominated(material)
    if nominated.carried.empty:
        return None
    units = formats.count(len(nominated.carried), "tập thể")
    message = pack_words.SLIDES["commended"].format(units=units)
    rows = nominated.by_form.itertuples(index=False)
    shown = hall_table("commended", [(cut(form, LONGEST_CELL), *lent) for form, *lent in rows])
    return slide_of(material, item, message, shown, talk_units.commended_said(nominated))


def _years(first: int, last: int) -> str:
    return f"{first}–{last}" if first < last else f"năm {last}"


def next_steps(material: Material, item: Item) -> Slide:
    standing, table = material.standing, material.assessed
    behind = table[table["status"].isin(summary.BEHIND)]
    aim, message = summary.aim_of_total(standing), words.NEXT_UNKNOWN
    if aim and summary.has_target(table):
        said = (words.AIM_AHEAD if aim.ahead else words.AIM).format(aim=aim.name)
        message = (
            words.NEXT.format(units=formats.count(len(behind), "đơn vị"), aim=said)
            if len(behind)
            else words.NEXT_NONE.format(aim=said)
        )
    lines = [*item.points, *_still_missing(standing.plan.scale, behind), *_ahead(material)]
    unsure = int(table["status"].isin(summary.UNKNOWN).sum())
    lines += [words.NEXT_UNSURE.format(units=formats.count(unsure, "đơn vị"))] if unsure else []
    still = open_conclusions.open_conclusions(material)
    lines += (
        [words.NEXT_OPEN.format(items=formats.count(len(still), "kết luận"))] if len(still) else []
    )
    return slide_of(
        material,
        item,
        message,
        Points(tuple(lines)),
        [material.first_sentence, *lines],
    )


def _still_missing(scale: Scale, behind: pd.DataFrame) -> list[str]:
    gaps = -changes.as_read(behind)["distance"].dropna()
    if gaps.empty:
        return []
    little = NEAR * scale.top / HUNDRED
    near = int((gaps <= little).sum())
    said = [words.NEXT_NEEDED.format(points=formats.points(gaps.median()))]
    return (
        [
            *said,
            words.NEXT_NEAR.format(
                units=formats.count(near, "đơn vị"), points=formats.points(little, None)
            ),
        ]
        if near
        else said
    )


def _ahead(material: Material) -> list[str]:
    later = [one for one in material.standing.plan.milestones if one.year > material.standing.year]
    return (
        [
            words.NEXT_MILESTONE.format(
                name=later[0].name,
                due=formats.date(later[0].due),
                asks=later[0].asks or later[0].name,
            )
        ]
        if later
        else []
    )


def still_open(material: Material, item: Item) -> Slide | None:
    rows = open_conclusions.open_conclusions(material)
    if rows.empty:
        return None
    message = pack_words.SLIDES["open"].format(items=formats.count(len(rows), "kết luận"))
    shown = hall_table(
        "open",
        [
            (one.name, cut(one.what, LONGEST_CELL), one.responsible, one.due)
            for one in rows.itertuples()
        ],
    )
    return slide_of(
        material,
        item,
        message,
        shown,
        [
            open_conclusions.open_sentence(rows, material.extras.today),
            *(f"{one.name}: {one.what} ({one.responsible})" for one in rows.itertuples()),
        ],
    )


def who_what_when(material: Material, item: Item) -> Slide:
    """The closing slide: what is to be done, by whom, by when."""
    rows = tasks.assigned(material).head(MOST_TASKS)
    shown = hall_table(
        "tasks", [(cut(what, LONGEST_CELL), who, when) for what, who, when in rows.to_numpy()]
    )
    said = [one.text for one in tasks.task_points(material)]
    return slide_of(material, item, pack_words.SLIDES["tasks"], shown, said)


def own_words(material: Material, item: Item) -> Slide:
    return Slide(
        "", item.title.strip(), Points(item.points) if item.points else Cover(()), item.points
    )


def own_picture(material: Material, item: Item) -> Slide:
    return Slide(
        "",
        item.title.strip() or item.alt.strip(),
        Photo(item.picture, item.alt),
        (item.alt, *item.points),
    )
