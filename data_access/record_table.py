"""What a table of facts is: its key, its columns, the kinds of value that they hold."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

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
    return _kind_of_type(type(column_type))  # type: ignore[arg-type]  # mypy takes the class for one of its types


@cache
def _kind_of_type(column_type: type[sa.types.TypeEngine]) -> Kind:
    return next(kind for kind, known in TYPES.items() if issubclass(column_type, known))


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
