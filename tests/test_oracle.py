"""The product against a second implementation of the specification (`tests/oracle`), cell by cell, on random small provinces.

`ORACLE_WORLDS=5000 pytest tests/test_oracle.py` looks at as many worlds as one likes.
"""

import os

import pytest

from tests.oracle.compare import differences
from tests.oracle.worlds import world

pytestmark = pytest.mark.slow

WORLDS = int(os.environ.get("ORACLE_WORLDS", "64"))
AT_ONCE = 8


@pytest.mark.parametrize("first", range(0, WORLDS, AT_ONCE))
def test_no_cell_differs_from_the_second_implementation(first):
    found = {
        seed: different
        for seed in range(first, min(first + AT_ONCE, WORLDS))
        if (different := differences(*world(seed)))
    }
    assert found == {}
