"""The first store: facts with revisions, imports with their files, changes, plans.

Frozen: it says what the store was on its first day, so it repeats `data_access.schema` on purpose.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

DATES = {"submitted_on", "valid_from", "valid_to", "on", "dated", "inspected_on"}
NUMBERS = {"value", "out_of", "very", "score", "max_score"}
WHOLES = {"year", "position", "staff", "collectives", "individuals", "rank"}

FACTS = {
    "results": (
        "unit criterion year stage",
        "value out_of very very_included comparator state submitted_on note",
    ),
    "units": ("unit", "name short_name kind parent valid_from valid_to position"),
    "unit_years": ("unit year", "block staff"),
    "aliases": ("alias", "unit"),
    "lineage": ("before after", "on kind document"),
    "filings": ("unit year kind", "number dated submitted_on"),
    "indices": ("province index_name year", "score max_score rank source"),
}
LISTS = {
    "documents": ("unit year origin", "number dated title"),
    "awards": ("unit year origin", "form collectives individuals"),
    "inspections": ("unit year origin", "inspected_on inspector findings"),
    "examples": ("unit year origin", "name description"),
    "limitations": ("unit year origin", "category quote place"),
}
DATED = ("results", "filings")
OPTIONAL_KEY = "after"


def upgrade() -> None:
    _create_imports()
    for name, (key, columns) in {**FACTS, **LISTS}.items():
        _create_facts(name, key.split(), columns.split())
    op.create_index("aliases_unit", "aliases", ["unit"])
    op.create_index("lineage_after", "lineage", ["after"])


def _create_imports() -> None:
    op.create_table(
        "files",
        sa.Column("sha256", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "imports",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.DateTime, nullable=False, comment="UTC"),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("file", sa.Text),
        sa.Column("sha256", sa.Text, sa.ForeignKey("files.sha256")),
        sa.Column("illustrative", sa.Boolean, nullable=False),
        sa.Column("note", sa.Text),
        sa.Column("rows", sa.Integer, nullable=False),
        sa.Column("undone", sa.Boolean, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_imports_sha256", "imports", ["sha256"])
    op.create_table(
        "changes",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.DateTime, nullable=False, comment="UTC"),
        sa.Column("who", sa.Text),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("note", sa.Text),
        sa.Column("detail", sa.JSON, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "plans",
        sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.DateTime, nullable=False, comment="UTC"),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("why", sa.Text),
        sa.Column("body", sa.Text, nullable=False),
    )


def _type(column: str) -> type[sa.types.TypeEngine]:
    if column == "very_included":
        return sa.Boolean
    if column in DATES:
        return sa.Date
    if column in NUMBERS:
        return sa.Double
    return sa.Integer if column in WHOLES else sa.Text


def _create_facts(name: str, key: list[str], columns: list[str]) -> None:
    items = ["item"] if name in LISTS else []
    op.create_table(
        name,
        sa.Column("id", sa.Integer, primary_key=True),
        *(sa.Column(column, _type(column), nullable=column == OPTIONAL_KEY) for column in key),
        *(sa.Column(column, _type(column)) for column in columns),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("import_id", sa.Integer, sa.ForeignKey("imports.id"), nullable=False),
        *(sa.Column(column, sa.Text) for column in ("file", "sheet", "cell")),
        sa.Column("live", sa.Boolean, nullable=False),
        *(sa.Column(column, sa.Integer, nullable=False) for column in items),
        *([sa.Column("counts_from", sa.Date, nullable=False)] if name in DATED else []),
    )
    identity = [
        sa.text("coalesce(\"after\", '')") if column == OPTIONAL_KEY else column for column in key
    ]
    op.create_index(f"{name}_revision", name, [*identity, "revision", *items], unique=True)
    live = sa.text("live")
    op.create_index(
        f"{name}_live",
        name,
        [*identity, *items],
        unique=True,
        sqlite_where=live,
        postgresql_where=live,
    )
    op.create_index(f"{name}_import", name, ["import_id"])
