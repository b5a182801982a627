"""What a flag rule is: one object in one file, complete or the import fails."""

from __future__ import annotations

import string
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import pandas as pd

from dashboard.assessment.rules.case import Case
from dashboard.writing.nouns import worded

LEVELS = {"named": "nêu tên", "watch": "theo dõi", "fact": "sự việc", "info": "thông tin"}
LEVEL_ORDER = {level: place for place, level in enumerate(LEVELS)}
CERTAINTIES = {
    "certain": "chắc chắn",
    "certain_not_appraised": "chắc chắn, chưa thẩm định",
    "probable": "nhiều khả năng",
    "not_distinguishable": "chưa phân biệt được với may rủi",
}
WHY = {
    "": "",
    "not_appraised": "chưa thẩm định đủ",
    "noise": "chưa biết số liệu thường dao động bao nhiêu",
    "family": "chưa qua mức kiểm soát nêu nhầm của cả danh sách",
    "guard": "riêng năm nay còn có thể do may rủi",
    "forms": "khoảng tin cậy còn chứa mốc",
    "one_year": "mới có một năm số liệu",
    "reached": "không thấp hơn mốc",
    "not_due": "chưa có mốc đến hạn",
    "kept": "tổng các tiêu chí giữ nguyên không có mốc",
    "method": "so với đơn vị khác không tự nó nêu tên ai",
}


class State(NamedTuple):
    """What decides the words of a flag: how certain, why it is not named (''), and the kind of measure. A fact has no certainty ('')."""

    certainty: str
    why: str
    measure: str


class IncompleteRuleError(Exception):
    """A rule lacks a word, or says what it cannot know: a mistake of whoever wrote it, told at import."""


@dataclass(frozen=True)
class Rule:
    """A flag rule, with everything that screens, papers, deck, command line and the page Phương pháp say of it.

    `find(case)` gives the flags; `sentences` has one for every state that it can answer, with fields of `fields`; `sure(standing, flag)`
    is how sure a flag is and compared with what, `lifts(standing, flag)` what would lift it; `explained` is its line on Phương pháp.
    """

    code: str
    name: str
    levels: tuple[str, ...]
    explained: str
    states: frozenset[State]
    fields: frozenset[str]
    sentences: Mapping[State, str]
    find: Callable[[Case], pd.DataFrame]
    sure: Callable[[Any, Any], str]
    lifts: Callable[[Any, Any], str]

    def __post_init__(self) -> None:
        """Raises `IncompleteRuleError` for the first thing that is missing."""
        for wrong in self._mistakes():
            raise IncompleteRuleError(f"rule {self.code}: {wrong}")

    def _mistakes(self) -> list[str]:
        found = [
            f"no {one}" for one in ("code", "name", "explained") if not getattr(self, one).strip()
        ]
        found += [f"unknown level {one}" for one in self.levels if one not in LEVELS]
        found += [f"no sentence for {tuple(one)}" for one in self.states - set(self.sentences)]
        found += [f"sentence for {tuple(one)}, which is never found" for one in self._never()]
        for state in self.states & set(self.sentences):
            found += [f"unknown field {one} for {tuple(state)}" for one in self._strangers(state)]
        return found

    def _never(self) -> set[State]:
        known = {
            one
            for one in self.states
            if one.certainty in {"", *CERTAINTIES} and one.why in WHY and one.measure
        }
        return set(self.sentences) - known

    def _strangers(self, state: State) -> set[str]:
        asked = {name for _, name, _, _ in string.Formatter().parse(self.sentences[state]) if name}
        return asked - self.fields

    def sentence(self, state: State, **fields: object) -> str:
        """The sentence of a flag in a state."""
        return worded(self.sentences[state]).format(**fields)


def states(measures: tuple[str, ...], *answers: tuple[str, str]) -> frozenset[State]:
    """Every (certainty, why) for every kind of measure."""
    return frozenset(State(*answer, measure) for answer in answers for measure in measures)


FACT = ("", "")
