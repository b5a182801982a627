"""Nhập số liệu: what was found in files, what they would change, what was stored before. Files checked in, sentences and frames out."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Sequence
from typing import Any

import pandas as pd

from dashboard.views.plan import moment
from dashboard.views.value_changes import SHOWN_PROBLEMS, change_counts
from dashboard.wording import intake_words as words
from dashboard.wording.problem_sentences import SEVERITIES, place_words, problem_sentence
from dashboard.writing import formats

NAME_LIMIT = 120
_UNSEEN = {
    "Cc",
    "Cf",
    "Co",
    "Cs",
}  # control and formatting characters: among them those that turn the direction of writing


def file_name(name: str) -> str:
    """A name from outside that is safe to show and to keep: no folders, no unseen characters, in NFC, not endless.

    >>> file_name("../../etc/b\u1ea3ng\u202egpj.xlsx")
    'bảnggpj.xlsx'
    """
    last = os.path.basename(unicodedata.normalize("NFC", name).replace("\\", "/"))
    seen = "".join(
        " " if one.isspace() else one
        for one in last
        if one.isspace() or unicodedata.category(one) not in _UNSEEN
    )
    stem, dot, ending = re.sub(" +", " ", seen).strip().rpartition(".")
    return (
        f"{stem[:NAME_LIMIT]}{dot}{ending[:10]}" if stem else ending[:NAME_LIMIT] or "tệp không tên"
    )


def file_names(names: Sequence[str]) -> list[str]:
    """`file_name` of each; of several with the same name the later ones are numbered, so that each can be told apart.

    >>> file_names(["a.xlsx", "a.xlsx", "b.csv"])
    ['a.xlsx', 'a (2).xlsx', 'b.csv']
    """
    known: list[str] = []
    for name in map(file_name, names):
        stem, dot, ending = name.rpartition(".") if "." in name else (name, "", "")
        number, told = 1, name
        while told in known:
            number += 1
            told = f"{stem} ({number}){dot}{ending}"
        known.append(told)
    return known


def outcome_lines(lines: Sequence[str]) -> list[str]:
    """What became of files, not endless."""
    more = len(lines) - SHOWN_PROBLEMS
    return (
        [*lines[:SHOWN_PROBLEMS], f"Và {formats.count(more, 'tệp')} nữa, xem ở thẻ “Các lần nhập”."]
        if more > 0
        else list(lines)
    )


def answer(imports: pd.DataFrame) -> str:
    """The first sentence: how much the store holds and who brought the last of it, or what to do in an empty one."""
    live = imports[~imports["undone"].astype(bool)]
    if live.empty:
        return words.EMPTY
    newest = live.iloc[0]
    return words.STORED.format(
        imports=formats.count(len(live), "lần nhập"),
        rows=formats.count(live["rows"].sum(), "dòng số liệu"),
        who=newest["who"],
        at=moment(newest["at"]),
    )


def checked_answer(files: Sequence[Any]) -> str:
    """“Đã kiểm tra 3 tệp: 1 tệp dùng được (54 dòng mới, 3 dòng thay đổi), 1 tệp có lỗi, 1 tệp không có gì mới. Chưa lưu gì vào kho.”"""
    usable, refused = (
        [one for one in files if is_usable(one)],
        [one for one in files if one.refused],
    )
    asked = [one for one in refused if _is_only_asked(one)]
    known = len(files) - len(usable) - len(refused)
    counts = pd.concat([change_counts(usable), pd.DataFrame({"new": [0], "changed": [0]})])[
        ["new", "changed"]
    ].sum()
    rows = formats.listed(
        [
            f"{formats.count(counts[code], 'dòng')} {word}"
            for code, word in (("new", "mới"), ("changed", "thay đổi"))
            if counts[code]
        ]
    )
    parts = [
        f"{formats.count(len(usable), 'tệp')} dùng được ({rows})" if usable else "",
        f"{formats.count(len(refused) - len(asked), 'tệp')} có lỗi"
        if len(refused) > len(asked)
        else "",
        f"{formats.count(len(asked), 'tệp')} chờ xác nhận" if asked else "",
        f"{formats.count(known, 'tệp')} không có gì mới" if known else "",
    ]
    return words.CHECKED.format(
        files=formats.count(len(files), "tệp"), parts=", ".join(part for part in parts if part)
    )


def _is_only_asked(refused: Any) -> bool:
    """Whether a yes to its questions is all that a refused file waits for."""
    return refused.error is None and not (refused.problems["severity"] == "error").any()


def is_usable(checked: Any) -> bool:
    """Whether saving the file would change anything."""
    return not checked.refused and bool((checked.changes["change"] != "same").any())


def recognised(files: Sequence[Any]) -> pd.DataFrame:
    """What was found where: file, sheet, table (in words), rows, left_out (totals, signatures)."""
    notes = pd.concat([one.notes for one in files], ignore_index=True)
    return (
        notes.assign(table=notes["table"].map(words.TABLES))
        .drop_duplicates()
        .reset_index(drop=True)
    )


def problem_rows(files: Sequence[Any]) -> pd.DataFrame:
    """Every problem, a file's errors before its warnings: file, severity, level (in words), sheet, cell, what."""
    parts = [one.problems.assign(file=one.name) for one in files if len(one.problems)]
    if not parts:
        return pd.DataFrame(columns=["file", "severity", "level", "sheet", "cell", "what"])
    found = pd.concat(parts, ignore_index=True)
    found["level"] = found["severity"].map(SEVERITIES)
    found["what"] = [
        problem_sentence(code, fields)
        for code, fields in zip(found["code"], found["fields"], strict=True)
    ]
    order = (
        found.assign(
            place=found["file"].map({one.name: number for number, one in enumerate(files)})
        )
        .sort_values(["place", "severity"], kind="stable")
        .index
    )
    return found.loc[order, ["file", "severity", "level", "sheet", "cell", "what"]].reset_index(
        drop=True
    )


def problem_title(problems: pd.DataFrame) -> str:
    """“2 lỗi, 1 lưu ý” of one file's problems."""
    counts = problems["level"].value_counts()
    return ", ".join(
        f"{formats.count(counts[word])} {word.lower()}"
        for word in SEVERITIES.values()
        if word in counts
    )


def problem_lines(problems: pd.DataFrame) -> list[str]:
    """The problems of one file as lines with their place; a long list ends in how many more there are."""
    lines = [
        f"{one.level}{place_words(one.sheet, one.cell)}: {one.what}"
        for one in problems.head(SHOWN_PROBLEMS).itertuples()
    ]
    more = len(problems) - len(lines)
    return (
        [*lines, f"Còn {formats.count(more)} vấn đề nữa, xem trong bảng tải về."] if more else lines
    )
