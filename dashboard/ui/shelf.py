"""What is made once and kept until its room is full, by the bytes that it really holds; what was asked for longest ago goes first."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dashboard.serving.weights import Weighed, weight


@dataclass
class _Held:
    answer: Any
    bytes: int
    is_new: bool = True


class _Making:
    """Who waits for an answer that is being made, the one who makes it too."""

    def __init__(self) -> None:
        self.turn, self.asking = threading.Lock(), 0


class Shelf:
    """Answers by their keys, at most `room` bytes of them but for a single larger one; shared by threads: each is made by one of them while the others wait."""

    def __init__(self, room: int) -> None:
        self.room, self.bytes = room, 0
        self._held: OrderedDict[str, _Held] = OrderedDict()
        self._making: dict[str, _Making] = {}
        self._lock = threading.Lock()

    def of(self, key: str, make: Callable[[], Any]) -> Any:
        """The answer under this key, made where it is not there (`make` may give it `Weighed`). What `make` raises passes, and nothing is kept."""
        with self._lock:
            found = self._found(key)
            if found is not None:
                return found.answer
            making = self._making.setdefault(key, _Making())
            making.asking += 1
        try:
            with making.turn:
                with self._lock:
                    found = self._found(key)
                return found.answer if found is not None else self._put(key, make())
        finally:
            with self._lock:
                making.asking -= 1
                if not making.asking:
                    del self._making[key]

    def _found(self, key: str) -> _Held | None:
        """What is kept under the key; asked for the first time after it was made it is weighed again: a table has written its texts since."""
        found = self._held.get(key)
        if found is None:
            return None
        self._held.move_to_end(key)
        if found.is_new:
            found.is_new = False
            self._weigh(found, weight(found.answer))
        return found

    def _put(self, key: str, made: Any) -> Any:
        found = made if isinstance(made, Weighed) else Weighed(made, weight(made))
        with self._lock:
            self._held[key] = held = _Held(found.answer, 0, is_new=found is not made)
            self._weigh(held, found.bytes)
        return found.answer

    def _weigh(self, held: _Held, found: int) -> None:
        self.bytes += found - held.bytes
        held.bytes = found
        while self.bytes > self.room and len(self._held) > 1:
            self.bytes -= self._held.popitem(last=False)[1].bytes
