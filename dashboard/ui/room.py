"""One budget in bytes for what is kept of stores, whichever functions made it: where it is over, what was asked for longest ago goes first."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import NamedTuple

from dashboard.serving.weights import rough_weight

SMALL = 2**20
"""Bytes under which nothing is looked after: how many of such there are, each function limits itself."""


class _Held(NamedTuple):
    answer: object
    let_go: Callable[[], object]


class Room:
    """Answers that somebody else keeps, at most `room` bytes of them but for a single larger one; what several hold is counted once. Shared by threads."""

    def __init__(self, room: int) -> None:
        self.room = room
        self._held: OrderedDict[int, _Held] = OrderedDict()
        self._lock = threading.Lock()

    def put(self, answer: object, let_go: Callable[[], object]) -> None:
        """Look after an answer that was just made: `let_go` is called where it has to make room."""
        if rough_weight(answer, set()) < SMALL:
            return
        with self._lock:
            self._held[id(answer)] = _Held(answer, let_go)
        self.grown(answer)

    def grown(self, answer: object) -> None:
        """One that is looked after holds more than before: others make room."""
        with self._lock:
            if id(answer) not in self._held:
                return
            self._held.move_to_end(id(answer))
            gone = [self._held.pop(one) for one in self._beyond()]
        for one in gone:
            one.let_go()

    def asked(self, answer: object) -> None:
        """Somebody has just asked for it."""
        with self._lock:
            if id(answer) in self._held:
                self._held.move_to_end(id(answer))

    def gone(self, answer: object) -> None:
        """Nobody keeps it any more."""
        with self._lock:
            self._held.pop(id(answer), None)

    def _beyond(self) -> list[int]:
        """Those for which there is no room beside what was asked for since: weighed anew, since answers grow as they are looked at."""
        newest, *others = reversed(self._held)
        seen: set[int] = set()
        total, beyond = rough_weight(self._held[newest].answer, seen), []
        for one in others:
            total += rough_weight(self._held[one].answer, seen)
            if total > self.room:
                beyond.append(one)
        return beyond
