"""What is told over the connection of an open page, packed well: a run of a page says much that the run before said, so far back is looked.

uvicorn looks back 4 kB, which holds a fifth of a run; over 32 kB a change of year takes a quarter fewer bytes. It costs a quarter of a MB for each open page.
"""

from __future__ import annotations

from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.extensions.permessage_deflate import ServerPerMessageDeflateFactory

PACKED = ServerPerMessageDeflateFactory(client_max_window_bits=12)
"""Ours: as far back as browsers can (32 kB); theirs: as before, since they say little."""
LARGEST = 8 * 2**20
"""Bytes that a browser may say at once, unpacked: a pasted report of 600,000 letters, told twice, takes half of it. Streamlit would take 200 MB, which packed are 200 kB on the line."""


class PackedWebSocket(WebSocketsSansIOProtocol):
    """A connection as uvicorn speaks it, packed by `PACKED` where anything is packed at all; it ends where a message is larger than `LARGEST`."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        if self.conn.available_extensions:
            self.conn.available_extensions = [PACKED]
        self.conn.max_message_size = min(LARGEST, self.conn.max_message_size or LARGEST)
