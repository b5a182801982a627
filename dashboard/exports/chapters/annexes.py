"""The annexes: ranking by block, figures by year, units to watch, awards, documents, examples, indices."""
from __future__ import annotations

import pandas as pd

from dashboard.alphabet import alphabet_key
from dashboard.columns import Column
from dashboard.exports.chapters.deeds import awards_by_year
from dashboard.exports.chapters.judgement import named_rows
from dashboard.exports.material import Material, table_of, with_source
from dashboard.exports.pack import Annex, Table
from dashboard.views.flag_cards import without_name
from dashboard.views.limitations import named_kinds
from dashboard.wording import pack as words
from dashboard.wording.flags import LEVELS, RULES
from dashboard.wording.profile import STAGES, UNRANKED

BLOCK, UNIT, SOURCE = Column("Khối, cụm", width=4), Column("Đơn vị", width=5), Column("Nguồn", width=4)
FACTS = ("below_target", "missing_report", "late_report", "staff_share")


def annexes(material: Material) -> list[Annex]:
    """Every annex that has anything to show, in the order of the report."""
    made = [
        Annex(words.RANKING.format(year=material.standing.year), (ranking(material),)),
        Annex(words.YEARS, (years(material),)),
        Annex(words.WATCH, tuple(one for one in (watched(material), facts(material)) if one.rows)),
        Annex(words.AWARDS_BY_YEAR, (awards(material),)),
        Annex(words.ISSUED, (documents(material),)),
        Annex(words.GOOD_EXAMPLES, (examples(material),)),
        Annex(words.OWN, (own_words(material),)),
        Annex(words.INDICES, (indices(material),)),
    ]
    return [one for one in made if any(table.rows for table in one.tables)]


def _by_block(rows: pd.DataFrame, *then: str) -> pd.DataFrame:
    """Rows by the blocks' alphabet, then by the columns given."""
    return rows.assign(_block=rows["block"].map(alphabet_key)).sort_values(["_block", *then], kind="stable", na_position="last").drop(columns="_block")


def ranking(material: Material) -> Table:
    """Rank, score, result of the period, class, status, satisfaction of every assessed unit, block by block."""
    rows = _by_block(material.assessed, "rank", "position")
    stages = rows["stage"].map({"self": STAGES["self"], "appraised": STAGES["appraised"]})
    notes = rows["unranked"].map(UNRANKED).fillna(stages)
    columns = {
        "block": BLOCK, "rank": Column("Hạng", "count", width=1), "name": UNIT, "score": Column("Điểm", "score", width=2), "period_score": Column("Giai đoạn", "score", width=2),
        "change": Column("So với năm trước", "delta", width=2), "class_name": Column("Xếp loại", width=2), "status": Column("So với mốc", "status", width=3),
        "needed": Column("Mỗi năm cần thêm", "score", width=2), "satisfaction": Column("Hài lòng", "share", width=2), "notes": Column("Ghi chú", width=3),
    }
    return table_of("Xếp hạng", words.RANKING.format(year=material.standing.year), rows.assign(notes=notes), columns, material.source, note=words.RANKING_NOTE, landscape=True, grouped=True)


def years(material: Material) -> Table:
    """The total of every unit of the year over the years; a year without a score is empty."""
    standing = material.standing
    wide = standing.scores[standing.scores["year"] <= standing.year].pivot(index="unit", columns="year", values="score")
    wide.columns = [str(year) for year in wide.columns]
    rows = _by_block(material.assessed[["unit", "name", "block", "position"]].merge(wide.reset_index(), on="unit", how="left"), "position")
    columns = {"block": BLOCK, "name": UNIT, **{year: Column(year, "score", width=2) for year in wide.columns}}
    return table_of("Số liệu theo năm", words.YEARS, rows, columns, material.source, note=words.METHOD, landscape=True, grouped=True)


def watched(material: Material) -> Table:
    """Named and watched units with reason, state of the naming, reply and source."""
    standing = material.standing
    named = named_rows(material)
    rest = _flags(material, standing.flags[standing.flags["level"] == "watch"]).assign(naming=None, reply=None)
    rows = with_source(pd.concat([named, rest], ignore_index=True)) if len(named) or len(rest) else named.assign(source=None)
    rows = rows.assign(level=rows["level"].map(LEVELS))
    columns = {"name": UNIT, "block": BLOCK, "level": Column("Mức", width=2), "rule_name": Column("Quy tắc", width=3), "said": Column("Lý do", width=9), "naming": Column("Nêu tên", width=3), "reply": Column("Giải trình của đơn vị", width=4), "source": SOURCE}
    return table_of("Cần theo dõi", words.WATCH, rows, columns, material.source, landscape=True)


def facts(material: Material) -> Table:
    """Facts of the year: below the target, reports missing or late."""
    flags = material.standing.flags
    rows = with_source(_flags(material, flags[(flags["level"] == "fact") & flags["rule"].isin(FACTS)]))
    columns = {"name": UNIT, "block": BLOCK, "rule_name": Column("Loại", width=3), "said": Column("Sự việc", width=9), "source": SOURCE}
    return table_of("Sự việc", words.FACTS, rows, columns, material.source, note=words.FACTS_NOTE, landscape=True)


def _flags(material: Material, flags: pd.DataFrame) -> pd.DataFrame:
    rows = flags.merge(material.standing.table[["unit", "name", "block"]], on="unit")
    said = [without_name(reason, name) for reason, name in zip(rows["reason"], rows["name"], strict=True)]
    return rows.assign(rule_name=rows["rule"].map(RULES), said=said)


def awards(material: Material) -> Table:
    """Collectives and individuals by form and year."""
    columns = {"year": Column("Năm", "text", width=2), "form": Column("Hình thức", width=8), "collectives": Column("Tập thể", "count", width=2), "individuals": Column("Cá nhân", "count", width=2)}
    return table_of("Khen thưởng theo năm", words.AWARDS_BY_YEAR, awards_by_year(material).astype({"year": str}), columns, material.source)


def documents(material: Material) -> Table:
    """Every document of the period; thousands of rows, so in the workbook only."""
    rows = with_source(material.named(material.of_period(material.extras.documents))).sort_values(["year", "position", "dated"], kind="stable")
    columns = {"year": Column("Năm", "text", width=1), "name": UNIT, "number": Column("Số, ký hiệu", width=2), "dated": Column("Ngày", "date", width=2), "title": Column("Trích yếu", width=8), "source": SOURCE}
    return table_of("Văn bản đã ban hành", words.ISSUED, rows.astype({"year": str}), columns, material.files("văn bản"), landscape=True, sheet_only=True)


def examples(material: Material) -> Table:
    """Every example of the period with its unit and source."""
    rows = with_source(material.named(material.of_period(material.extras.examples).rename(columns={"name": "title"}))).sort_values(["year", "position"], ascending=[False, True], kind="stable")
    columns = {"year": Column("Năm", "text", width=1), "name": UNIT, "title": Column("Mô hình", width=4), "description": Column("Nội dung", width=8), "source": SOURCE}
    return table_of("Mô hình hay", words.GOOD_EXAMPLES, rows.astype({"year": str}), columns, material.files("mô hình, điển hình"), landscape=True)


def own_words(material: Material) -> Table:
    """What the units say of themselves this year, word for word; never counted against them, in the workbook only."""
    written = material.extras.limitations
    rows = with_source(material.named(written[written["year"] == material.standing.year])).sort_values("position", kind="stable")
    rows = rows.assign(kind=named_kinds(rows))
    columns = {"name": UNIT, "block": BLOCK, "kind": Column("Loại", width=3), "quote": Column("Trích nguyên văn", width=9), "place": Column("Trang", width=1), "source": SOURCE}
    return table_of("Tồn tại tự nêu", words.OWN, rows, columns, material.files("tồn tại, hạn chế"), landscape=True, sheet_only=True)


def indices(material: Material) -> Table:
    """Indices of the provinces with the source of each figure."""
    rows = material.extras.indices
    rows = rows[rows["year"] <= material.standing.year].sort_values(["index_name", "province", "year"], kind="stable").astype({"year": str})
    columns = {"index_name": Column("Chỉ số", width=2), "province": Column("Tỉnh, thành phố", width=3), "year": Column("Năm", width=1), "score": Column("Điểm", "score", 2, width=2), "max_score": Column("Thang điểm", "count", width=2), "rank": Column("Hạng", "count", width=1), "source": Column("Nguồn", width=6)}
    return table_of("Chỉ số cấp tỉnh", words.INDICES, rows, columns, material.files("chỉ số"), landscape=True)
