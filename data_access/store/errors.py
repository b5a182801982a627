"""What can go wrong in the store: a code with its fields; people's words for them are in `dashboard.wording`."""

from collections.abc import Mapping
from typing import Any

CODES: Mapping[str, tuple[str, ...]] = {
    "database_url": ("url",),
    "database_unreachable": ("url", "reason"),
    "database_unopenable": ("url",),
    "database_busy": ("url",),
    "database_failed": ("url", "reason"),
    "database_full": ("url",),
    "database_read_only": ("url",),
    "database_replaced": ("url",),
    "replica_url": ("url",),
    "database_newer": ("version", "known"),
    "backup_unmade": ("path", "reason"),
    "upgrade_unkept": ("path", "reason"),
    "upgrade_mismatch": ("table", "expected", "found"),
    "text_unwritable": (),
    "table_unknown": ("table",),
    "column_unknown": ("table", "column"),
    "key_missing": ("table", "column", "file", "sheet", "cell"),
    "key_duplicate": ("table", "key", "file", "sheet", "cell"),
    "value_invalid": ("table", "column", "value", "file", "sheet", "cell"),
    "value_not_allowed": ("table", "column", "value", "file", "sheet", "cell"),
    "import_unknown": ("import_id",),
    "import_undone": ("import_id",),
    "import_live": ("import_id",),
    "file_unknown": ("sha256",),
    "store_moved": ("seen", "now"),
    "plan_moved": ("version", "who"),
    "seal_unknown": ("seal_id",),
    "seal_of_another_year": ("seal_id", "year", "asked"),
    "entry_missing": ("table", "column"),
    "entry_code": ("table", "column", "value"),
    "decided_already": ("who",),
    "sent_too_large": ("most",),
    "sent_too_much": ("most",),
    "store_not_empty": ("imports", "plans"),
    "backup_invalid": ("path", "reason"),
    "backup_damaged": ("path",),
    "backup_value": ("path", "table", "column", "value"),
    "backup_failed": ("path", "reason"),
    "backup_mismatch": ("table", "expected", "found"),
    "account_name": ("name",),
    "account_no_way_in": ("name",),
    "account_taken": ("name",),
    "account_unknown": ("name",),
    "account_person": (),
    "person_unknown": ("name",),
    "names_chain": (),
    "account_email": ("email",),
    "account_last_keeper": ("name",),
    "sign_in_refused": (),
    "sign_in_wait": ("seconds",),
    "email_unknown": ("email",),
    "password_wrong": (),
    "password_weak": ("shortest",),
    "key_label": ("longest",),
    "key_taken": ("label",),
    "key_too_many": ("most",),
    "movement_code": ("movement",),
    "movement_name": ("longest",),
    "movement_taken": ("movement",),
    "movement_unknown": ("movement",),
    "movement_closed": ("movement",),
    "movement_missing": ("movement", "url"),
    "movement_there": ("movement", "url"),
    "movement_without_plan": ("movement",),
}


class StoreError(Exception):
    """Something the store could not do: `code` is one of `CODES`, `fields` has the names listed there."""

    def __init__(self, code: str, **fields: Any) -> None:
        super().__init__(code, fields)
        self.code = code
        self.fields = fields


class DatabaseError(StoreError):
    """The database is unreachable, busy, full, or not one of ours."""


class DatabaseNewerError(DatabaseError):
    """The database was written by a newer version of the program."""


class TextError(StoreError):
    """A text holds signs that no database keeps; nothing was stored."""


class InvalidRowsError(StoreError):
    """The rows to store are not rows of that table; nothing was stored."""


class ImportStateError(StoreError):
    """There is no such import or file, or it is undone (or live) already."""


class StoreMovedError(StoreError):
    """The store changed since the person looked at what this would do; nothing was stored."""


class PlanMovedError(StoreMovedError):
    """Another version of the plan was stored since the person looked; nothing was stored."""


class BackupError(StoreError):
    """The backup cannot be read, or may not be restored here."""


class AccountError(StoreError):
    """Somebody may not come in, or an account cannot be made or changed as asked."""


class MovementError(StoreError):
    """There is no such further movement, it is closed, or it cannot be made as asked; nothing was changed."""


class SealError(StoreError):
    """There is no such seal, or what was entered about a meeting is not complete; nothing was stored."""
