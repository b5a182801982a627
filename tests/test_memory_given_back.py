"""What is free goes back to the system, once there is much of it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

TRIED = """
import sys, psutil
from dashboard.serving.memory_given_back import give_back
give_back()
held = [bytearray(20_000) for _ in range(6_000)]
kept = held[::300]
held.clear()
before = psutil.Process().memory_info().rss
assert give_back(), "it has grown by much"
print(before - psutil.Process().memory_info().rss)
assert not give_back(), "and not again at once"
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only there the C library can be asked")
def test_what_a_large_reading_took_is_given_back():
    """120 MB in pieces too small to be given back each by itself, of which the last ones stay."""
    root = Path(__file__).resolve().parents[1]
    done = subprocess.run([sys.executable, "-c", TRIED], cwd=root, capture_output=True, check=True)
    assert int(done.stdout) > 50 * 2**20
