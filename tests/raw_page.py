"""A page opened without any browser: Streamlit's own messages over a WebSocket, so that a test can also send what no browser would."""

from __future__ import annotations

import socket
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from google.protobuf.message import Message
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.extensions.permessage_deflate import ClientPerMessageDeflateFactory
from websockets.sync.client import connect

LONGEST = 90.0  # seconds that a run may take on a busy machine


class Counted(socket.socket):
    """A socket that counts what comes over the line, packed as it comes."""

    received = 0

    def recv(self, *asked: int) -> bytes:
        found = super().recv(*asked)
        self.received += len(found)
        return found

    @classmethod
    def to(cls, address: str) -> Counted:
        place = urlsplit(address)
        opened = socket.create_connection((place.hostname, place.port), timeout=20)
        opened.settimeout(None)
        return cls(opened.family, opened.type, opened.proto, fileno=opened.detach())


class RawPage:
    """One open page. `line.received`: bytes that came over the line. `held`: hashes of messages that need not be sent again. `widgets`: everything on it that can be set or pressed, by its label; `keys`: key of a widget → its id."""

    def __init__(self, address: str, cookie: str = "", resumed: str = "") -> None:
        self.address, self.cookie = address, cookie
        self.line = Counted.to(address)
        self._opening = connect(
            f"{address.replace('http', 'ws')}/_stcore/stream",
            origin=address,
            additional_headers={"Cookie": cookie} if cookie else {},
            compression=None,  # not as this library would ask for it, but
            extensions=[ClientPerMessageDeflateFactory(client_max_window_bits=True)],  # as browsers
            subprotocols=["streamlit", *(["x", resumed] if resumed else [])],
            open_timeout=20,
            max_size=None,
            sock=self.line,
        )
        self.session, self.hash, self.query = "", "", ""
        self.held: tuple[str, ...] = ()
        self.pages: dict[str, str] = {}
        self.widgets: dict[str, Message] = {}
        self.keys: dict[str, str] = {}
        self.states: dict[str, tuple[str, Any]] = {}

    def __enter__(self) -> RawPage:
        self.socket = self._opening.__enter__()
        return self

    def __exit__(self, *given: object) -> None:
        self._opening.__exit__(*given)

    def send(self, **fields: Any) -> None:
        """Any message, whether or not a browser would send it."""
        self.socket.send(BackMsg(**fields).SerializeToString())

    def run(self, page: str | None = None, **pressed: Any) -> list[ForwardMsg]:
        """Run the page (of this address) with what was set, and give every answer until it ends."""
        state = ClientState(
            query_string=self.query,
            page_name=page if page and page not in self.pages else "",
            page_script_hash=self.pages.get(page, self.hash) if page else self.hash,
            cached_message_hashes=self.held,
        )
        for name, (kind, value) in {**self.states, **pressed}.items():
            set_value(state.widget_states.widgets.add(id=name), kind, value)
        self.send(rerun_script=state)
        return self.answers()

    def press(self, label: str, **also: Any) -> list[ForwardMsg]:
        return self.run(**{**also, self.widgets[label].id: ("trigger_value", True)})

    def set(self, label: str, value: Any, kind: str = "string_value") -> None:
        self.states[self.widgets[label].id] = kind, value

    def put(self, key: str, value: Any, kind: str = "string_value") -> None:
        """Set the widget of this key."""
        self.states[self.keys[key]] = kind, value

    def click(self, key: str) -> list[ForwardMsg]:
        return self.run(**{self.keys[key]: ("trigger_value", True)})

    def widgets_by_key(self, key: str) -> Message:
        return next(one for one in self.widgets.values() if one.id == self.keys[key])

    def answers(self) -> list[ForwardMsg]:
        """What the server says until a run ends."""
        said = []
        while True:
            message = ForwardMsg.FromString(self.socket.recv(timeout=LONGEST))
            said.append(message)
            self._note(message)
            if message.WhichOneof("type") == "script_finished" and message.script_finished in (
                0,
                1,
            ):
                return said + self.answers_so_far(0.4)

    def answer(self) -> ForwardMsg:
        """The next thing that the server says."""
        return ForwardMsg.FromString(self.socket.recv(timeout=LONGEST))

    def forge(self, widget: str, kind: str, value: Any) -> None:
        """Ask for a run with this one value, and wait for nothing."""
        state = ClientState(page_script_hash=self.hash)
        set_value(state.widget_states.widgets.add(id=widget), kind, value)
        self.send(rerun_script=state)

    def answers_so_far(self, quiet: float = 3.0) -> list[ForwardMsg]:
        """Everything said until nothing is said for a while."""
        said = []
        while True:
            try:
                said.append(ForwardMsg.FromString(self.socket.recv(timeout=quiet)))
            except TimeoutError:
                return said

    def quiet(self, seconds: float = 1.5) -> bool:
        """Whether nothing at all is answered for a while."""
        try:
            self.socket.recv(timeout=seconds)
        except TimeoutError:
            return True
        return False

    def _note(self, message: ForwardMsg) -> None:
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self.hash = message.new_session.page_script_hash
            self.session = message.new_session.initialize.session_id
        if kind == "navigation":
            self.pages = {
                page.url_pathname: page.page_script_hash for page in message.navigation.app_pages
            }
            self.hash = message.navigation.page_script_hash
        for part in parts(message):
            name = str(getattr(part, "id", ""))
            if name.startswith("$$ID-"):
                self.keys[name.split("-", 2)[2]] = name
            if "id" in part.DESCRIPTOR.fields_by_name and "label" in part.DESCRIPTOR.fields_by_name:
                if part.id:
                    self.widgets[part.label] = part


def set_value(state: Message, kind: str, value: Any) -> None:
    if kind.endswith("_array_value"):
        getattr(state, kind).data.extend(value)
    elif isinstance(value, Message):
        getattr(state, kind).CopyFrom(value)
    else:
        setattr(state, kind, value)


def parts(message: Message) -> Iterator[Message]:
    """Every message inside a message."""
    yield message
    for field, value in message.ListFields():
        if field.message_type is None:
            continue
        if isinstance(value, Mapping):
            continue
        for inner in value if hasattr(value, "__iter__") else [value]:
            if isinstance(inner, Message):
                yield from parts(inner)


def texts(messages: list[ForwardMsg]) -> str:
    """Every text that was sent, in one."""
    return "\n".join(
        value if isinstance(value, str) else value.decode("utf-8", "ignore")
        for message in messages
        for part in parts(message)
        for field, value in part.ListFields()
        if isinstance(value, str | bytes)
    )
