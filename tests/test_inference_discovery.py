"""Many tests at once: the example of Benjamini and Hochberg, and what is not testable."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import inference

PUBLISHED = [
    0.0001,
    0.0004,
    0.0019,
    0.0095,
    0.0201,
    0.0278,
    0.0298,
    0.0344,
    0.0459,
    0.3240,
    0.4262,
    0.5719,
    0.6528,
    0.7590,
    1.0,
]


def test_the_example_of_1995_rejects_its_four_smallest():
    adjusted = inference.benjamini_hochberg(PUBLISHED)
    assert (adjusted <= 0.05).sum() == 4
    assert adjusted[3] == pytest.approx(0.0095 * 15 / 4)


def test_what_is_not_testable_stays_missing_and_does_not_count():
    adjusted = inference.benjamini_hochberg(pd.Series([0.01, np.nan, 0.04], index=["a", "b", "c"]))
    assert (
        adjusted["a"] == pytest.approx(0.02)
        and np.isnan(adjusted["b"])
        and adjusted["c"] == pytest.approx(0.04)
    )


def test_an_empty_family_is_empty():
    assert inference.benjamini_hochberg([]).empty
    assert inference.benjamini_hochberg([np.nan]).isna().all()


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_adjusting_never_makes_a_p_smaller_and_keeps_the_order(ps):
    adjusted = inference.benjamini_hochberg(ps).to_numpy()
    assert (adjusted >= np.array(ps) - 1e-15).all() and adjusted.max() <= 1
    assert (np.diff(adjusted[np.argsort(ps)]) >= -1e-12).all()
