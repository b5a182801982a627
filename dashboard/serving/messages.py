"""What a browser may say over the connection of an open page: what our own pages make it say. Anything else is answered by nothing.

Streamlit would take more from any connection: an order to empty every cache of the server, values of a kind that no page offers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.runtime.state.common import WidgetMetadata, unpack_widget_state_value

if TYPE_CHECKING:
    from streamlit.runtime import Runtime
    from streamlit.runtime.app_session import AppSession

SENT = frozenset(
    {
        "rerun_script",
        "stop_script",
        "file_urls_request",
        "backend_operation_request",
        "app_heartbeat",
    }
)
"""The messages that a browser sends for our pages; every other kind is for whoever develops Streamlit."""
OPERATIONS = frozenset({"deferred_file", "dataframe_chunk"})
MOST_WIDGETS, MOST_FILES = 2_000, 100
LIST, LONGEST_CHOICE = "_shown", 300  # how the key of a list of choices ends, and letters of one
LONGEST_QUERY = 8_000  # characters of what stands after a page's address
ALIKE = {"int_value": "double_value"}
"""A box of whole numbers says of itself that it holds a double, while the browser sends it an integer; its own reader takes both."""
UNREAD = (None, "trigger_value", "file_uploader_state_value")
"""Kinds whose value needs no reading: a press, and names of files that only their own session can open."""


def is_sent(frame: bytes | None) -> bool:
    """Whether a frame is a message that our pages send at all.

    >>> is_sent(BackMsg(clear_cache=True).SerializeToString()), is_sent(BackMsg(stop_script=True).SerializeToString()), is_sent(b"x")
    (False, True, False)
    """
    try:
        return BackMsg.FromString(frame or b"").WhichOneof("type") in SENT
    except DecodeError:
        return False


def taken(message: BackMsg, session: AppSession, runtime: Runtime) -> BackMsg | None:
    """The message with what this session may say of it; None for one that it may not say."""
    kind = message.WhichOneof("type")
    if kind == "file_urls_request":
        return message if len(message.file_urls_request.file_names) <= MOST_FILES else None
    if kind == "backend_operation_request":
        return message if _may_ask(message, session, runtime) else None
    return _rerun(message, session) if kind == "rerun_script" else message


def _may_ask(message: BackMsg, session: AppSession, runtime: Runtime) -> bool:
    """A file made on demand is asked for by the session to which it was offered."""
    asked = message.backend_operation_request
    if asked.session_id != session.id or asked.WhichOneof("payload") not in OPERATIONS:
        return False
    offered = runtime.media_file_mgr._deferred_callables.get(asked.deferred_file.file_id)
    return not asked.HasField("deferred_file") or (
        offered is not None and offered["session_id"] == session.id
    )


def _rerun(message: BackMsg, session: AppSession) -> BackMsg | None:
    """A run of the page: widgets that this session was not sent are left out; one of a kind that it was not sent ends the matter."""
    asked = message.rerun_script
    if len(asked.widget_states.widgets) > MOST_WIDGETS or len(asked.query_string) > LONGEST_QUERY:
        return None
    known = []
    for state in asked.widget_states.widgets:
        widget = session.session_state._get_widget_metadata(state.id)
        if widget is not None and not _is_of_kind(state, widget):
            return None
        if _is_choice_from_elsewhere(state) if widget is None else _is_readable(state, widget):
            known.append(state)
    kept = BackMsg()
    kept.CopyFrom(message)
    del kept.rerun_script.widget_states.widgets[:]
    kept.rerun_script.widget_states.widgets.extend(known)
    return kept


def _is_choice_from_elsewhere(state: WidgetState) -> bool:
    """Whether a widget unknown here is a list of choices by its key: a tab that comes over from another server sends what was chosen in it last. What is not offered turns into the first one."""
    kind = state.WhichOneof("value")
    return (
        kind in ("string_value", "string_array_value")
        and state.id.endswith(LIST)
        and len(str(getattr(state, kind))) <= LONGEST_CHOICE
    )


def _is_of_kind(state: WidgetState, widget: WidgetMetadata) -> bool:
    """Whether a value is of a kind that the widget holds, or is none at all."""
    kind = state.WhichOneof("value")
    return kind is None or widget.value_type in (None, kind, ALIKE.get(str(kind)))


def _is_readable(state: WidgetState, widget: WidgetMetadata) -> bool:
    """Whether the widget's own reader takes the value (a choice that is not offered it turns into the first one)."""
    if state.WhichOneof("value") in UNREAD:
        return True
    try:
        widget.deserializer(unpack_widget_state_value(state))
    except Exception:  # each kind of widget has its own way of failing; all mean the same here
        return False
    return True
