"""The store: `connect(url)` gives a `Store`; its errors are `StoreError` with a code and fields."""

from data_access.store.errors import (
    CODES,
    AccountError,
    BackupError,
    DatabaseError,
    DatabaseNewerError,
    ImportStateError,
    InvalidRowsError,
    MovementError,
    PlanMovedError,
    SealError,
    StoreError,
    StoreMovedError,
    TextError,
)
from data_access.store.kept_files import KeptFile
from data_access.store.place import (
    DEFAULT_URL,
    backups_folder,
    file_of,
    file_of_movement,
    folder_of_movement,
    is_there,
    password_of,
    place_of,
)
from data_access.store.plans import PlanVersion
from data_access.store.saving import Import
from data_access.store.seal_rows import Seal
from data_access.store.store import Store, connect
from data_access.store.upgrading import Upgraded

__all__ = [
    "CODES",
    "DEFAULT_URL",
    "AccountError",
    "BackupError",
    "DatabaseError",
    "DatabaseNewerError",
    "Import",
    "ImportStateError",
    "InvalidRowsError",
    "KeptFile",
    "MovementError",
    "PlanMovedError",
    "PlanVersion",
    "Seal",
    "SealError",
    "Store",
    "StoreError",
    "StoreMovedError",
    "TextError",
    "Upgraded",
    "backups_folder",
    "connect",
    "file_of",
    "file_of_movement",
    "folder_of_movement",
    "password_of",
    "is_there",
    "place_of",
]
