"""The tables of an office: who may sign in, who is signed in, what they have not sent yet, and the journal of what happened.

They are no figures: undoing an import and emptying the store leave them alone. Journal rows are only ever added; the database
itself refuses to change or delete one (triggers of the migration).
"""

from collections.abc import Mapping

import sqlalchemy as sa

from data_access.record_table import metadata

accounts = sa.Table(
    "accounts",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.Text, nullable=False, unique=True, comment="what is typed at sign-in"),
    sa.Column(
        "person", sa.Text, nullable=False, comment="the name that stands beside what was done"
    ),
    sa.Column("roles", sa.Text, nullable=False, comment="codes, separated by commas"),
    sa.Column("unit", sa.Text),
    sa.Column("email", sa.Text, unique=True, comment="who a provider of the province says it is"),
    sa.Column("password", sa.Text, comment="argon2; NULL: signs in at the provider only"),
    sa.Column("must_change", sa.Boolean, nullable=False),
    sa.Column(
        "failures",
        sa.Integer,
        nullable=False,
        comment="wrong old passwords on the own page since the last right one",
    ),
    sa.Column("locked_until", sa.DateTime, comment="UTC; the own page takes no password before"),
    sa.Column("disabled", sa.Boolean, nullable=False),
    sa.Column("made_at", sa.DateTime, nullable=False, comment="UTC"),
    sa.Column("signed_in_at", sa.DateTime, comment="UTC"),
    sqlite_autoincrement=True,
)

sessions = sa.Table(
    "sessions",
    metadata,
    sa.Column("token_sha256", sa.Text, primary_key=True),
    sa.Column("account_id", sa.Integer, sa.ForeignKey("accounts.id"), nullable=False, index=True),
    sa.Column("at", sa.DateTime, nullable=False, comment="UTC"),
    sa.Column("expires", sa.DateTime, nullable=False, comment="UTC"),
    sa.Column("origin", sa.Text, nullable=False),
)

reading_keys = sa.Table(
    "reading_keys",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("key_sha256", sa.Text, nullable=False, unique=True),
    sa.Column("account_id", sa.Integer, sa.ForeignKey("accounts.id"), nullable=False, index=True),
    sa.Column("label", sa.Text, nullable=False, comment="what it is for, in the person's words"),
    sa.Column("made_at", sa.DateTime, nullable=False, comment="UTC"),
    sa.Column("expires", sa.DateTime, nullable=False, comment="UTC"),
    sa.Column("used_on", sa.Date, comment="the last day on which something was read with it"),
    sqlite_autoincrement=True,
)

sign_in_waits = sa.Table(
    "sign_in_waits",
    metadata,
    sa.Column("key_sha256", sa.Text, primary_key=True, comment="of the place and the name typed"),
    sa.Column("account", sa.Text, comment="NULL: nobody bears that name"),
    sa.Column("failures", sa.Integer, nullable=False),
    sa.Column("at", sa.DateTime, nullable=False, index=True, comment="UTC"),
    sa.Column("until", sa.DateTime, nullable=False, comment="UTC"),
)

persons = sa.Table(
    "persons",
    metadata,
    sa.Column(
        "code", sa.Text, primary_key=True, comment="stands for the name in all that was done"
    ),
    sa.Column("name", sa.Text, comment="NULL: destroyed"),
    sa.Column("erased_at", sa.DateTime, comment="UTC"),
)
sa.Index("persons_name", persons.c.name)

drafts = sa.Table(
    "drafts",
    metadata,
    sa.Column("account", sa.Text, primary_key=True, comment="'': nobody had to sign in"),
    sa.Column("form", sa.Text, primary_key=True, comment="the form and whom or what it is about"),
    sa.Column("fields", sa.JSON, nullable=False, comment="field → what is typed into it"),
    sa.Column("at", sa.DateTime, nullable=False, comment="UTC, of the last letter"),
)

journal = sa.Table(
    "journal",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", sa.DateTime, nullable=False, comment="UTC"),
    sa.Column("account", sa.Text, comment="who was signed in; NULL: nobody had to be"),
    sa.Column("who", sa.Text, comment="the name given"),
    sa.Column("action", sa.Text, nullable=False),
    sa.Column("what", sa.Text),
    sa.Column("detail", sa.JSON, nullable=False),
    sa.Column(
        "origin", sa.Text, nullable=False, comment="command, machine, or the address it came from"
    ),
    sa.Column("link", sa.Text, nullable=False, server_default="", comment="see store.chain"),
    sqlite_autoincrement=True,
)

movements = sa.Table(
    "movements",
    metadata,
    sa.Column("code", sa.Text, primary_key=True, comment="in links and in the store's place"),
    sa.Column("name", sa.Text, nullable=False, comment="as people choose it"),
    sa.Column("made_at", sa.DateTime, nullable=False, comment="UTC"),
    sa.Column("closed_at", sa.DateTime, comment="UTC; NULL: open"),
)
"""Further movements of this installation, each in a store of its own; kept in the store of the first one, empty in theirs."""

movement_rights = sa.Table(
    "movement_rights",
    metadata,
    sa.Column("movement", sa.Text, sa.ForeignKey("movements.code"), primary_key=True),
    sa.Column("account_id", sa.Integer, sa.ForeignKey("accounts.id"), primary_key=True),
    sa.Column("roles", sa.Text, nullable=False, comment="codes, separated by commas"),
    sa.Column("unit", sa.Text, comment="a unit of that movement"),
)

OFFICE: Mapping[str, sa.Table] = {
    table.name: table
    for table in (
        accounts,
        sessions,
        reading_keys,
        sign_in_waits,
        persons,
        drafts,
        journal,
        movements,
        movement_rights,
    )
}
