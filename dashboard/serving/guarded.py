"""Streamlit's runtime as this server needs it: a tab says only what its pages make it say, and what a closed tab held is given back."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping

from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.runtime import Runtime, RuntimeConfig
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage
from streamlit.runtime.session_manager import (
    SessionClient,
    SessionInfo,
    SessionStorage,
)
from streamlit.web.cache_storage_manager_config import create_default_cache_storage_manager

from dashboard.serving import messages, movement_in_view, persons
from dashboard.serving.memory_given_back import give_back
from dashboard.serving.owned_files import OwnedFiles
from dashboard.serving.uploads import OwnedUploads

LOOKS = 5  # seconds between two looks at the tabs that were closed
MOST_WAITING = 200  # closed tabs that may come back


class WaitingTabs(SessionStorage):
    """Tabs whose connection was cut, for as long as they may come back."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._tabs: dict[str, tuple[SessionInfo, float]] = {}

    def get(self, session_id: str) -> SessionInfo | None:
        return self._tabs.get(session_id, (None, 0))[0]

    def save(self, session_info: SessionInfo) -> None:
        self._tabs[session_info.session.id] = session_info, time.monotonic() + self._seconds

    def delete(self, session_id: str) -> None:
        del self._tabs[session_id]

    def list(self) -> list[SessionInfo]:
        return [info for info, _ in self._tabs.values()]

    def over(self) -> list[str]:
        """Tabs that waited long enough, and the oldest of too many."""
        now, names = time.monotonic(), [*self._tabs]
        return [
            name
            for place, name in enumerate(names)
            if self._tabs[name][1] < now or place < len(names) - MOST_WAITING
        ]


class OwnComponents(BidiComponentManager):
    """The parts of our pages are registered where they stand; Streamlit would also read the description of every installed package for some."""

    def discover_and_register_components(self, *, start_file_watching: bool = True) -> None:
        pass


class Guarded(Runtime):
    """The runtime of this server."""

    def __init__(self, script: str, on_script_error: object, seconds: float) -> None:
        self._waiting = WaitingTabs(seconds)
        super().__init__(
            RuntimeConfig(
                script_path=script,
                media_file_storage=MemoryMediaFileStorage("/media"),
                uploaded_file_manager=OwnedUploads("/_stcore/upload_file", self.owner_of),
                cache_storage_manager=create_default_cache_storage_manager(),
                bidi_component_registry=OwnComponents(),
                is_hello=False,
                session_storage=self._waiting,
                on_script_error=on_script_error,
            )
        )
        self._media_file_mgr = OwnedFiles(self)

    def owner_of(self, session_id: str) -> str | None:
        """Whose a tab is, open or waiting: the session of the gate, '' where nobody signs in; None if there is no such tab."""
        info = self._session_mgr.get_active_session_info(session_id) or self._waiting.get(
            session_id
        )
        if info is None:
            return None
        user: Mapping = info.session._user_info
        return str(user.get(persons.SESSION) or "")

    def movement_of(self, session_id: str) -> str | None:
        """The code of the further movement that a tab shows, '' for the first one; None if there is no such tab."""
        info = self._session_mgr.get_active_session_info(session_id) or self._waiting.get(
            session_id
        )
        return movement_in_view.of_tab(info.session.session_state) if info else None

    def handle_backmsg(
        self, session_id: str, msg: BackMsg, *, client: SessionClient | None = None
    ) -> None:
        tab = self._session_mgr.get_active_session_info(session_id)
        taken = messages.taken(msg, tab.session, self) if tab else None
        if taken is not None:
            super().handle_backmsg(session_id, taken, client=client)

    async def start(self) -> None:
        await super().start()
        self._gives_back = asyncio.create_task(self._give_back(), name="closed tabs")

    async def _give_back(self) -> None:
        """Close what waited long enough: its uploads, its files, its event loop. And give back what runs have left free: at the end of one it is not yet."""
        while True:
            for name in self._waiting.over():
                self.close_session(name)
            await asyncio.to_thread(give_back)
            await asyncio.sleep(LOOKS)
