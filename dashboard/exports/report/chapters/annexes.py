"""The annexes: ranking by block, figures by year, units to watch, awards, documents, examples, indices."""

from __future__ import annotations

from dashboard.exports.report import report_words as words
from dashboard.exports.report.chapters.watch import facts, watched
from dashboard.exports.report.chapters.workbook_lists import documents, measured, own_words, visits
from dashboard.exports.report.material import BLOCK, SOURCE, UNIT, Material, table_of, with_source
from dashboard.exports.report.pack import Annex
from dashboard.views import changes
from dashboard.views.good_examples import awards_by_year
from dashboard.wording.profile_words import UNRANKED
from dashboard.writing.columns import Column
from dashboard.writing.nouns import worded
from dashboard.writing.rank_order import place
from dashboard.writing.stages import STAGES
from dashboard.writing.table_model import Table


def annexes(material: Material) -> list[Annex]:
    """Every annex that has anything to show, in the order of the report."""
    made = [
        Annex(
            words.RANKING.format(year=material.standing.year),
            (ranking(material),),
            for_all=True,
        ),
        Annex(words.YEARS, (years(material),)),
        Annex(words.WATCH, tuple(one for one in (watched(material), facts(material)) if one.rows)),
        Annex(words.AWARDS_BY_YEAR, (awards(material),)),
        Annex(words.ISSUED, (documents(material),)),
        Annex(words.GOOD_EXAMPLES, (examples(material),)),
        Annex(words.OWN, (own_words(material),)),
        Annex(words.VISITS, (visits(material),)),
        Annex(words.MEASURED, (measured(material),)),
        Annex(words.INDICES, (indices(material),)),
    ]
    return [one for one in made if any(table.rows for table in one.tables)]


def ranking(material: Material) -> Table:
    """Rank, score, result of the period, class, status, satisfaction of every assessed unit, block by block."""
    assessed = material.assessed.assign(place=place(material.assessed))
    rows = material.by_block(assessed, "place", "rank", "position")
    stages = rows["stage"].map(STAGES)
    notes = rows["unranked"].map(worded(UNRANKED)).fillna(stages)
    needed = (
        {"needed": Column("Mỗi năm cần thêm", "score", width=2)}
        if rows["needed"].notna().any()
        else {}
    )
    surveys = (
        {"satisfaction": Column("Hài lòng", "share", width=2)}
        if material.standing.plan.survey
        else {}
    )
    note = words.RANKING_NOTE.format(**material.score_span)
    columns = {
        "block": worded(BLOCK),
        "rank": Column("Hạng", "count", width=1),
        "name": Column(worded("Đơn vị"), width=8),
        "score": Column("Điểm", "score", width=2),
        "period_score": Column("Giai đoạn", "score", width=2),
        "change": Column("So với năm trước", "delta", width=2),
        "class_name": Column("Xếp loại", width=2),
        "status": Column("So với mốc", "status", width=3),
        **needed,
        **surveys,
        "notes": Column("Ghi chú", width=3),
    }
    return table_of(
        "Xếp hạng",
        words.RANKING.format(year=material.standing.year),
        changes.as_read(rows.assign(notes=notes)),
        columns,
        material.source,
        note=note,
        landscape=True,
        grouped=1,
    )


def years(material: Material) -> Table:
    """The total of every unit of the year over the years; a year without a score is empty."""
    standing = material.standing
    wide = standing.scores[standing.scores["year"] <= standing.year].pivot(
        index="unit", columns="year", values="score"
    )
    wide.columns = [str(year) for year in wide.columns]
    rows = material.by_block(
        material.assessed[["unit", "name", "block", "position"]].merge(
            wide.reset_index(), on="unit", how="left"
        ),
        "position",
    )
    columns = {
        "block": worded(BLOCK),
        "name": worded(UNIT),
        **{year: Column(year, "score", width=2) for year in wide.columns},
    }
    return table_of(
        "Số liệu theo năm",
        words.YEARS,
        rows,
        columns,
        material.source,
        note=words.METHOD,
        landscape=True,
        grouped=1,
    )


def awards(material: Material) -> Table:
    """Collectives and individuals by form and year."""
    given = material.extras.awards
    rows = awards_by_year(given[given["year"] <= material.standing.year]).sort_values(
        "year", ascending=False, kind="stable"
    )
    columns = {
        "year": Column("Năm", "text", width=2),
        "form": Column("Hình thức", width=8),
        "collectives": Column("Lượt tập thể", "count", width=2),
        "individuals": Column("Lượt cá nhân", "count", width=2),
    }
    return table_of(
        "Khen thưởng theo năm",
        words.AWARDS_BY_YEAR,
        rows.astype({"year": str}),
        columns,
        material.source,
    )


def examples(material: Material) -> Table:
    """Every example of the period with its unit and source."""
    rows = with_source(
        material.named(
            material.of_period(material.extras.examples).rename(columns={"name": "title"})
        )
    ).sort_values(["year", "position"], ascending=[False, True], kind="stable")
    columns = {
        "year": Column("Năm", "text", width=1),
        "name": worded(UNIT),
        "title": Column("Mô hình", width=4),
        "description": Column("Nội dung", width=8),
        "source": SOURCE,
    }
    return table_of(
        "Mô hình hay",
        words.GOOD_EXAMPLES,
        rows.astype({"year": str}),
        columns,
        material.files("mô hình, điển hình"),
        landscape=True,
    )


def indices(material: Material) -> Table:
    """Indices of the provinces with the source of each figure."""
    rows = material.extras.indices
    rows = (
        rows[rows["year"] <= material.standing.year]
        .sort_values(["index_name", "province", "year"], kind="stable")
        .astype({"year": str})
    )
    columns = {
        "index_name": Column("Chỉ số", width=2),
        "province": Column("Tỉnh, thành phố", width=3),
        "year": Column("Năm", width=1),
        "score": Column("Điểm", "score", 2, width=2),
        "max_score": Column("Thang điểm", "count", width=2),
        "rank": Column("Hạng", "count", width=1),
        "source": Column("Nguồn", width=6),
    }
    return table_of(
        "Chỉ số cấp tỉnh", words.INDICES, rows, columns, material.files("chỉ số"), landscape=True
    )
