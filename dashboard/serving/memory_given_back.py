"""Memory that is free again goes back to the system once there is much of it: the C library keeps it else, and a server would hold for ever what one reading of a large store took."""

from __future__ import annotations

import ctypes
import os
import threading

import psutil
import pyarrow as pa

from dashboard.charts.figure_rules import RULES

MUCH = 8 * 2**20
"""Bytes by which a process has grown since it last gave back."""
_ONE_AT_A_TIME = threading.Lock()
_held = [0]


def give_back() -> bool:
    """Give back what is free, where the process has grown by `MUCH` since the last time; whether it did. Where the C library cannot be asked for it (Windows, macOS, musl) nothing happens."""
    trim = _trim()
    if trim is None or not _ONE_AT_A_TIME.acquire(blocking=False):
        return False
    try:
        if psutil.Process().memory_info().rss < _held[0] + MUCH:
            return False
        RULES.let_go()
        pa.default_memory_pool().release_unused()
        trim(0)
        _held[0] = psutil.Process().memory_info().rss
        return True
    finally:
        _ONE_AT_A_TIME.release()


def _trim() -> ctypes._NamedFuncPointer | None:
    return getattr(ctypes.CDLL(None), "malloc_trim", None) if os.name == "posix" else None
