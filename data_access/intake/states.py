"""Words in figure cells that are no figures: không áp dụng, có/không, how very satisfied is counted, signs of comparison."""
from __future__ import annotations

import pandas as pd

from data_access.intake.body import has_nothing
from data_access.intake.headers import WORDS
from data_access.intake.names import SPELLINGS, fold
from data_access.intake.problems import Problems
from data_access.intake.sheets import text_of

_STATES = {word.casefold(): state for state in ("not_applicable", "withdrawn", "ok") for word in SPELLINGS[state]}
_ANSWERS = {word.casefold(): answer for answer, key in ((True, "yes"), (False, "no")) for word in SPELLINGS[key]}


def with_states(entries: pd.DataFrame, problems: Problems) -> pd.DataFrame:
    """`state` from its own column or from a value cell that says “không áp dụng”; only a cell in state ok keeps its value."""
    texts = entries["state"].map(lambda cell: text_of(cell).casefold())
    stated = texts.map(_STATES)
    unknown = entries[stated.isna() & texts.ne("")]
    problems.add_each("word_unknown", unknown, column="state", text=unknown["state"], known=["ok", "không áp dụng", "rút số liệu"])
    said = entries["value"].map(lambda cell: _STATES.get(cell.casefold()) if isinstance(cell, str) else None)
    said = said.where(said.ne("ok"))
    state = stated.fillna(said).fillna("ok")
    clash = entries[stated.eq("not_applicable") & said.isna() & ~entries["value"].map(has_nothing)]
    problems.add_each("not_applicable_with_value", clash, criterion="criterion", value=clash["value"].map(text_of))
    return entries.assign(state=state, value=entries["value"].where(state.eq("ok"), ""))


def answers(cells: pd.Series) -> pd.Series:
    """1.0 for có/đạt, 0.0 for không/chưa, NaN for anything else, among it “x”, which may mean either."""
    return cells.map(lambda cell: _ANSWERS.get(text_of(cell).casefold())).astype(float)


def flags(rows: pd.DataFrame, column: str, problems: Problems) -> pd.Series:
    """True/False/None for a column of có/không; a word that is neither is reported."""
    texts = rows[column].map(lambda cell: text_of(cell).casefold())
    told = texts.map(_ANSWERS)
    unknown = rows[told.isna() & texts.ne("")]
    problems.add_each("word_unknown", unknown, column=column, text=unknown[column].map(text_of), known=["có", "không"])
    return told.astype("boolean")


def worded(rows: pd.DataFrame, column: str, words: str, problems: Problems, default: str | None = None) -> pd.Series:
    """Our codes for a column with a fixed set of words (`[words.…]` of headers.toml); blank = default, unknown is reported."""
    texts = rows[column].map(text_of)
    codes = texts.map(lambda text: WORDS[words].get(fold(text) or text))
    unknown = rows[codes.isna() & texts.ne("")]
    problems.add_each("word_unknown", unknown, column=column, text=unknown[column].map(text_of), known=list(dict.fromkeys(WORDS[words].values())))
    return codes.where(texts.ne(""), default)
