"""The schema of the store: what is kept, under which key, with which types.

`RECORDS` describes the tables of facts (their key, columns, kinds of value) in plain data; the SQLAlchemy tables are
built from it. A change here needs a new migration in `migrations/versions`: a test compares the two.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import sqlalchemy as sa

metadata = sa.MetaData()


class Kind(StrEnum):
    """What a column holds, whatever the database calls it."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    DATE = "date"
    FLAG = "flag"
    TIME = "time"
    DETAIL = "detail"
    BYTES = "bytes"


TYPES: Mapping[Kind, type[sa.types.TypeEngine]] = {
    Kind.TEXT: sa.Text,
    Kind.WHOLE: sa.Integer,
    Kind.NUMBER: sa.Double,
    Kind.DATE: sa.Date,
    Kind.FLAG: sa.Boolean,
    Kind.TIME: sa.DateTime,
    Kind.DETAIL: sa.JSON,
    Kind.BYTES: sa.LargeBinary,
}


def kind_of(column_type: sa.types.TypeEngine) -> Kind:
    """What a column of the database holds."""
    return next(kind for kind, known in TYPES.items() if isinstance(column_type, known))


@dataclass(frozen=True)
class Field:
    """One column: its name and kind, the codes it may hold (any, if empty) and what stands where nothing was said."""

    name: str
    kind: Kind = Kind.TEXT
    allowed: tuple[str, ...] = ()
    default: str | None = None


@dataclass(frozen=True)
class RecordTable:
    """One table of facts: a new row with the same key is a new revision of it.

    `many`: a list, whose rows of one key are revised together. `dated`: counts from a day on, so it can be read as of
    a day. `registry`: a later file adds to what is known, so that an empty cell keeps the live value; of other tables that is so for the columns `keeps`.
    """

    name: str
    key: tuple[Field, ...]
    columns: tuple[Field, ...]
    optional_key: str | None = None
    many: bool = False
    dated: bool = False
    registry: bool = False
    keeps: tuple[str, ...] = ()
    table: sa.Table = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "table", _record_table(self))

    @property
    def key_names(self) -> list[str]:
        """The names of the parts of the key, in order."""
        return [column.name for column in self.key]

    @property
    def column_names(self) -> list[str]:
        """The names of the columns beside the key, in order."""
        return [column.name for column in self.columns]

    @property
    def kept_names(self) -> list[str]:
        """The names of the columns in which an empty cell keeps the live value."""
        return self.column_names if self.registry else list(self.keeps)


PROVENANCE = (Field("file"), Field("sheet"), Field("cell"))


def _record_table(record: RecordTable) -> sa.Table:
    """The SQLAlchemy table of one kind of fact, with its unique keys and the index of one import's rows."""
    keys = [
        sa.Column(key.name, TYPES[key.kind], nullable=key.name == record.optional_key)
        for key in record.key
    ]
    table = sa.Table(
        record.name,
        metadata,
        sa.Column("id", sa.Integer, primary_key=True),
        *keys,
        *(sa.Column(column.name, TYPES[column.kind]) for column in record.columns),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("import_id", sa.Integer, sa.ForeignKey("imports.id"), nullable=False),
        *(sa.Column(place.name, TYPES[place.kind]) for place in PROVENANCE),
        sa.Column("live", sa.Boolean, nullable=False),
        *([sa.Column("item", sa.Integer, nullable=False)] if record.many else []),
        *([sa.Column("counts_from", sa.Date, nullable=False)] if record.dated else []),
    )
    identity = [
        sa.func.coalesce(table.c[name], sa.literal_column("''"))
        if name == record.optional_key
        else table.c[name]
        for name in record.key_names
    ]
    items = [table.c.item] if record.many else []
    sa.Index(f"{record.name}_revision", *identity, table.c.revision, *items, unique=True)
    live = table.c.live
    sa.Index(
        f"{record.name}_live",
        *identity,
        *items,
        unique=True,
        sqlite_where=live,
        postgresql_where=live,
    )
    sa.Index(f"{record.name}_import", table.c.import_id)
    return table


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
        RecordTable("boundaries", (UNIT,), (Field("shape"),)),
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
