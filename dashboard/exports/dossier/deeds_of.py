"""What an edition knows of one proposed collective, in words and for its own report of achievements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from dashboard.exports.dossier import dossier_words as words
from dashboard.exports.dossier.dossier_case import Case
from dashboard.exports.dossier.draft_papers import Draft, draft
from dashboard.exports.paper.contents import (
    Block,
    Heading,
    Issuer,
    Office,
    Signature,
    Text,
    WrittenTable,
)
from dashboard.exports.paper.written_tables import UPRIGHT, written_table
from dashboard.views import profile_pictures
from dashboard.views.good_examples import awards_by_year
from dashboard.views.unit_names import short_names
from dashboard.writing import first_letter, formats
from dashboard.writing.columns import Column
from dashboard.writing.quotation import inner_quotes
from dashboard.writing.table_model import Table, table_of_rows


def deeds(case: Case, one: Any) -> str:
    """The achievements of a proposed unit as one sentence part. In: a row of `Case.carried`."""
    row = case.material.assessed.set_index("unit").loc[one.unit]
    parts = [
        words.DEED_RESULT.format(
            result=case.material.standing.plan.scale.written(one.result), class_name=one.class_name
        )
    ]
    if not formats.is_missing(one.rank):
        parts.append(
            words.DEED_YEAR.format(
                year=case.said["year"],
                score=case.material.standing.plan.scale.written(one.score),
                rank=formats.out_of(one.rank, one.rank_of),
            )
        )
    if not formats.is_missing(row["satisfaction"]):
        rate, forms = (
            formats.percent(row["satisfaction"]),
            formats.out_of(row["satisfied"], row["respondents"], "phiếu"),
        )
        parts.append(words.DEED_SURVEY.format(rate=rate, forms=forms))
    if not formats.is_missing(one.staff):
        parts.append(words.DEED_STAFF.format(staff=formats.count(one.staff, "người")))
    models = _models(case, one.unit)
    if len(models):
        told = formats.count(len(models), "mô hình, cách làm hay")
        parts.append(words.DEED_MODELS.format(models=told))
    return "; ".join(parts)


def _models(case: Case, unit: str) -> pd.DataFrame:
    shown = case.material.of_period(case.material.extras.examples)
    return shown[shown["unit"] == unit]


def reports(case: Case) -> Iterator[Draft]:
    """Báo cáo thành tích, one a proposed unit: what the edition knows is filled in, the rest are dots for the unit."""
    names = short_names(case.material.assessed)
    for one in case.carried.itertuples(index=False):
        name = f"{words.REPORTS_FOLDER}/{names[one.unit]}"
        yield draft(
            case,
            "",
            _own(case, one),
            words.REPORT,
            words.REPORT_ABOUT,
            _blocks(case, one),
            name=name,
            about={"form": one.form, "name": one.name},
        )


def _own(case: Case, one: Any) -> Issuer:
    place = case.owner("BC").office.place
    office = Office(words.DOTS, one.name, place, f"BC-{words.DOTS}")
    return Issuer(
        office, Signature(words.REPORT_SIGNED[0]), (words.CERTIFIED.capitalize(), "Lưu: VT")
    )


def _blocks(case: Case, one: Any) -> Iterator[Block]:
    staff = formats.count(one.staff) if not formats.is_missing(one.staff) else words.DOTS
    title = case.title(one.form)
    paper = (title and title.paper) or words.DOTS
    yield Text(case.fill(words.REPORT_FORM, paper=paper))
    yield Heading(words.REPORT_PARTS[0])
    yield Text(case.fill(words.REPORT_SETTING, name=one.name, block=one.block, staff=staff))
    yield Text(case.fill(words.REPORT_HISTORY))
    yield Heading(words.REPORT_PARTS[1])
    yield Text(f"{first_letter.large(deeds(case, one))}.")
    yield _scores(case, one.unit)
    yield _groups(case, one.unit)
    models = _models(case, one.unit)
    if len(models):
        told = [
            words.REPORT_MODEL.format(title=inner_quotes(title), year=year)
            for title, year in zip(models["name"], models["year"], strict=True)
        ]
        yield Text(case.fill(words.REPORT_MODELS, models="; ".join(told)))
    yield Text(case.fill(words.REPORT_MEASURES))
    yield Text(case.fill(words.REPORT_PARTY))
    yield Heading(words.REPORT_PARTS[2])
    yield _awards(case, one.unit)


def _scores(case: Case, unit: str) -> WrittenTable:
    scores = case.material.standing.scores
    own = scores[(scores["unit"] == unit) & (scores["year"] <= case.material.standing.year)]
    columns = (Column(words.REPORT_YEAR, width=2), Column(words.REPORT_SCORE, "score", width=3))
    cells = [(str(one.year), one.score) for one in own.sort_values("year").itertuples()]
    return _written(
        case, table_of_rows(words.REPORT_SCORES, columns, cells, source=case.material.source)
    )


def _groups(case: Case, unit: str) -> WrittenTable:
    rows = profile_pictures.groups(case.material.standing, unit)
    columns = (
        Column(words.REPORT_GROUP, width=6),
        Column(words.REPORT_PART, "score", width=2),
        Column(words.REPORT_MIDDLE, "score", width=2),
    )
    cells = [(one.name, one.score, one.median) for one in rows.itertuples(index=False)]
    title = case.fill(words.REPORT_GROUPS)
    return _written(case, table_of_rows(title, columns, cells, source=case.material.source))


def _awards(case: Case, unit: str) -> WrittenTable | Text:
    given = case.material.of_period(case.material.extras.awards)
    own = awards_by_year(given[given["unit"] == unit]).sort_values("year", kind="stable")
    if own.empty:
        return Text(case.fill(words.REPORT_NO_AWARDS))
    columns = (
        Column(words.REPORT_YEAR, width=2),
        Column(words.FORM_COLUMN, width=7),
        Column(words.UNITS_COLUMN, "count", width=2),
        Column(words.PERSONS_COLUMN, "count", width=2),
    )
    cells = [
        (str(one.year), one.form, one.collectives, one.individuals) for one in own.itertuples()
    ]
    return _written(
        case, table_of_rows(words.REPORT_AWARDS, columns, cells, source=case.material.source)
    )


def _written(case: Case, table: Table) -> WrittenTable:
    return written_table(table, table.title, UPRIGHT)
