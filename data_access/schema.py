"""The schema of the store: what is kept, under which key, with which types.

`RECORDS` describes the tables of facts (their key, columns, kinds of value) in plain data; the SQLAlchemy tables are
built from it. A change here needs a new migration in `migrations/versions`: a test compares the two.
"""

from collections.abc import Mapping

import sqlalchemy as sa

from data_access.record_table import Field, Kind, RecordTable, metadata

UNIT, YEAR = Field("unit"), Field("year", Kind.WHOLE)
ORIGIN = Field("origin", allowed=("workbook", "report"), default="workbook")
SUBMITTED_ON = Field("submitted_on", Kind.DATE)
STAGES = ("self", "appraised")
COMPARATORS = ("=", ">=", ">", "<=", "<", "~", "rate")  # rate: a share without its counts
STATES = ("ok", "not_applicable", "withdrawn")


def _list_of_a_year(name: str, *columns: Field) -> RecordTable:
    return RecordTable(name, (UNIT, YEAR, ORIGIN), columns, many=True)


RECORDS: Mapping[str, RecordTable] = {
    record.name: record
    for record in (
        RecordTable(
            "results",
            (UNIT, Field("criterion"), YEAR, Field("stage", allowed=STAGES)),
            (
                Field("value", Kind.NUMBER),
                Field("out_of", Kind.NUMBER),
                Field("very", Kind.NUMBER),
                Field("very_included", Kind.FLAG),
                Field("comparator", allowed=COMPARATORS, default="="),
                Field("state", allowed=STATES, default="ok"),
                SUBMITTED_ON,
                Field("note"),
            ),
            dated=True,
            keeps=(SUBMITTED_ON.name,),
        ),
        RecordTable(
            "units",
            (UNIT,),
            (
                Field("name"),
                Field("short_name"),
                Field("kind"),
                Field("parent"),
                Field("valid_from", Kind.DATE),
                Field("valid_to", Kind.DATE),
                Field("position", Kind.WHOLE),
            ),
            registry=True,
        ),
        RecordTable(
            "unit_years", (UNIT, YEAR), (Field("block"), Field("staff", Kind.WHOLE)), registry=True
        ),
        RecordTable(
            "unit_heads",
            (UNIT, YEAR),
            (Field("person"), Field("post"), Field("since", Kind.DATE)),
            registry=True,
        ),
        RecordTable("aliases", (Field("alias"),), (UNIT,)),
        RecordTable(
            "lineage",
            (Field("before"), Field("after")),
            (
                Field("on", Kind.DATE),
                Field("kind", allowed=("merge", "split", "rename", "dissolve")),
                Field("document"),
            ),
            optional_key="after",
        ),
        RecordTable(
            "filings",
            (UNIT, YEAR, Field("kind", allowed=("annual", "review", "final"))),
            (Field("number"), Field("dated", Kind.DATE), SUBMITTED_ON),
            dated=True,
        ),
        _list_of_a_year("documents", Field("number"), Field("dated", Kind.DATE), Field("title")),
        _list_of_a_year(
            "awards",
            Field("form"),
            Field("collectives", Kind.WHOLE),
            Field("individuals", Kind.WHOLE),
        ),
        _list_of_a_year(
            "inspections", Field("inspected_on", Kind.DATE), Field("inspector"), Field("findings")
        ),
        _list_of_a_year("examples", Field("name"), Field("description")),
        _list_of_a_year("limitations", Field("category"), Field("quote"), Field("place")),
        _list_of_a_year(
            "statements",
            Field("code"),
            Field("name"),
            Field("of_year", Kind.WHOLE),
            Field("comparator", allowed=COMPARATORS, default="="),
            Field("value", Kind.NUMBER),
            Field("out_of", Kind.NUMBER),
            Field("measure"),
            Field("quote"),
        ),
        RecordTable(
            "indices",
            (Field("province"), Field("index_name"), YEAR),
            (
                Field("score", Kind.NUMBER),
                Field("max_score", Kind.NUMBER),
                Field("rank", Kind.WHOLE),
                Field("source"),
            ),
        ),
    )
}

sa.Index("aliases_unit", RECORDS["aliases"].table.c.unit)
sa.Index("lineage_after", RECORDS["lineage"].table.c.after)

imports = sa.Table(
    "imports",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", sa.DateTime, nullable=False, comment="UTC"),
    sa.Column("who", sa.Text, nullable=False),
    sa.Column("file", sa.Text),
    sa.Column("sha256", sa.Text, sa.ForeignKey("files.sha256"), index=True),
    sa.Column("illustrative", sa.Boolean, nullable=False),
    sa.Column("note", sa.Text),
    sa.Column("rows", sa.Integer, nullable=False),
    sa.Column("undone", sa.Boolean, nullable=False),
    sqlite_autoincrement=True,
)

files = sa.Table(
    "files",
    metadata,
    sa.Column("sha256", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=False),
)

changes = sa.Table(
    "changes",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", sa.DateTime, nullable=False, comment="UTC"),
    sa.Column("who", sa.Text),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("note", sa.Text),
    sa.Column("detail", sa.JSON, nullable=False),
    sqlite_autoincrement=True,
)

plans = sa.Table(
    "plans",
    metadata,
    sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("at", sa.DateTime, nullable=False, comment="UTC"),
    sa.Column("who", sa.Text, nullable=False),
    sa.Column("why", sa.Text),
    sa.Column("body", sa.Text, nullable=False),
)
