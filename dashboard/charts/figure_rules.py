"""Plotly's rules of what a figure may hold: 11 MB for every process that draws, if they are all read, of which a few hundred are ever asked. Here each is read alone from their file, and the file's text is let go between runs; what was asked stays with plotly."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import plotly

FILE = Path(plotly.__file__).parent / "validators" / "_validators.json"
_ENTRY = json.JSONDecoder()


class Rules:
    """The rules, by the name of the part, as plotly asks for them."""

    def __init__(self) -> None:
        self._text = ""

    def get(self, name: str) -> Any:
        """The rule of a part, None where there is none. A rule begins a line, as what is within one never does."""
        text = self._text = self._text or FILE.read_text(encoding="utf-8")
        begins = f'\n    "{name}": '
        place = text.find(begins)
        return None if place < 0 else _ENTRY.raw_decode(text, place + len(begins))[0]

    def let_go(self) -> None:
        """Hold nothing of the file any more."""
        self._text = ""


RULES = Rules()


def ask_singly() -> None:
    """Let plotly ask for each rule. Whoever draws calls this first: who reads pictures that were made ahead does without the libraries behind."""
    from plotly import validator_cache

    validator_cache.ValidatorCache._json_cache = RULES
