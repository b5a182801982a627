"""Uploaded files, each of the session that asked where to put it; a person holds so much at a time, and all of it goes with the tab."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from starlette.exceptions import HTTPException
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec, UploadFileUrlInfo

BUDGET = 200 * 2**20  # bytes that one person holds in all their tabs
MOST_PLACES = 400  # places asked for by one tab and not yet given back


class OwnedUploads(MemoryUploadedFileManager):
    """Streamlit's own keeper of uploads. `owner_of(session)` gives whose a tab is (the session of the gate), None if it is not open."""

    def __init__(self, endpoint: str, owner_of: Callable[[str], str | None]) -> None:
        super().__init__(endpoint)
        self._owner_of = owner_of
        self._places: defaultdict[str, dict[str, None]] = defaultdict(dict)

    def get_upload_urls(
        self, session_id: str, file_names: Sequence[str]
    ) -> list[UploadFileUrlInfo]:
        """Where these files go; the oldest places are given up for new ones."""
        given = super().get_upload_urls(session_id, file_names)
        places = self._places[session_id]
        places.update(dict.fromkeys(one.file_id for one in given))
        for old in list(places)[:-MOST_PLACES]:
            del places[old]
        return given

    def is_place_of(self, session_id: str, file_id: str, owner: str) -> bool:
        """Whether a place was given to a tab of this owner that is open."""
        return self._owner_of(session_id) == owner and file_id in self._places.get(session_id, ())

    def left(self, owner: str) -> int:
        """Bytes that an owner may still upload."""
        with self._lock:
            held = [(tab, [*files.values()]) for tab, files in self.file_storage.items()]
        return BUDGET - sum(
            len(one.data) for tab, files in held if self._owner_of(tab) == owner for one in files
        )

    def add_file(self, session_id: str, file: UploadedFileRec) -> None:
        """Keep a file. Errors: `HTTPException` 413 over the budget of its owner."""
        owner = self._owner_of(session_id)
        if owner is None or len(file.data) > self.left(owner):
            raise HTTPException(413)
        super().add_file(session_id, file)

    def remove_session_files(self, session_id: str) -> None:
        self._places.pop(session_id, None)
        super().remove_session_files(session_id)
