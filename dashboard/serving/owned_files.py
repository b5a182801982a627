"""Files that pages offer (`/media/…`), each with the accounts it was made for: nobody else gets it, whatever link they hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from streamlit.runtime import Runtime
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx

from dashboard.serving import movement_in_view, persons


class OwnedFiles(MediaFileManager):
    """Streamlit's own keeper of files, which also notes for which session of the gate each was made."""

    def __init__(self, runtime: Runtime) -> None:
        super().__init__(runtime.media_file_mgr._storage)
        self._runtime = runtime
        self._owners: defaultdict[str, set[str]] = defaultdict(set)

    def add(self, *given: Any, **named: Any) -> str:
        url = super().add(*given, **named)
        context = get_script_run_ctx()
        self._note(url, context.user_info if context else {})
        return url

    def execute_deferred(self, file_id: str) -> str:
        """Make the file in the name of the person to whom the button was offered."""
        offered = self._deferred_callables.get(file_id)
        session = (
            self._runtime._session_mgr.get_active_session_info(offered["session_id"])
            if offered
            else None
        )
        user = dict(session.session._user_info) if session else {}
        persons.BOUND.set(user)  # each of these runs in a context of its own
        state = session.session.session_state if session else {}
        movement_in_view.BOUND.set(movement_in_view.of_tab(state))
        url = super().execute_deferred(file_id)
        self._note(url, user)
        return url

    def owned_by(self, file_id: str, token: str) -> bool:
        """Whether a file was made for this session."""
        return token in self._owners.get(file_id, ())

    def _note(self, url: str, user: Mapping[str, Any]) -> None:
        token = user.get(persons.SESSION)
        if token:
            self._owners[file_id_of(url)].add(str(token))

    def _delete_file(self, file_id: str) -> None:
        super()._delete_file(file_id)
        self._owners.pop(file_id, None)


def file_id_of(url: str) -> str:
    """The name of a file in its address.

    >>> file_id_of("/media/ab12.xlsx")
    'ab12'
    """
    return url.rsplit("/", 1)[-1].split(".", 1)[0]
