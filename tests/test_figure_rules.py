"""Plotly's rules read one by one are those of its whole file, and a figure is what it would be with all of them."""

from __future__ import annotations

import json

import plotly.graph_objects as go
from plotly import validator_cache

from dashboard.charts.canvas import canvas
from dashboard.charts.figure_rules import FILE, RULES


def test_each_rule_read_alone_is_that_of_the_whole_file():
    whole = json.loads(FILE.read_text(encoding="utf-8"))
    asked = [*list(whole)[::100], "layout", "data", "scatter.marker.color", "layout.xaxis"]
    assert [RULES.get(name) for name in asked] == [whole[name] for name in asked]
    assert RULES.get("layout.of_nothing") is None


def test_the_text_of_the_rules_is_let_go_and_a_figure_made_afterwards_is_the_same():
    first = _figure().to_json()
    RULES.let_go()
    assert RULES._text == ""
    assert _figure().to_json() == first
    assert validator_cache.ValidatorCache._json_cache is RULES


def _figure() -> go.Figure:
    figure = canvas("Tên", "dòng hai", [go.Bar(x=[1, 2], y=["a", "b"], orientation="h")])
    return figure.add_annotation(x=1, y=0, text="x")
