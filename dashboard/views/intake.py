"""Nhập số liệu: what was found in files, what they would change, what was stored before. Files checked in, sentences and frames out."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.plan import Plan
from dashboard.plan.clock import ZONE
from dashboard.views.plan import moment
from dashboard.wording import intake_words as words
from dashboard.wording.outcomes import counted
from dashboard.wording.problem_sentences import SEVERITIES, place_words, problem_sentence
from dashboard.writing import formats

NAME_LIMIT = 120
SHOWN_PROBLEMS = 40
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
        f"{formats.count(len(refused), 'tệp')} có lỗi" if refused else "",
        f"{formats.count(known, 'tệp')} không có gì mới" if known else "",
    ]
    return words.CHECKED.format(
        files=formats.count(len(files), "tệp"), parts=", ".join(part for part in parts if part)
    )


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


def change_counts(files: Sequence[Any]) -> pd.DataFrame:
    """How many rows are new, changed, known: file, table (in words), new, changed, same."""
    counted = [_counted(one) for one in files if one.changes is not None and len(one.changes)]
    if not counted:
        return pd.DataFrame(columns=["file", "table", "new", "changed", "same"])
    found = pd.concat(counted, ignore_index=True)
    return found.assign(table=found["table"].map(words.TABLES))


def _counted(one: Any) -> pd.DataFrame:
    rows = counted(one.changes)
    counts = (
        rows.groupby(["table", "change"], sort=False)
        .size()
        .unstack(fill_value=0)
        .reindex(columns=["new", "changed", "same"], fill_value=0)
    )
    return (
        counts.reset_index()
        .rename_axis(columns=None)
        .assign(file=one.name)[["file", "table", "new", "changed", "same"]]
    )


def changed_values(files: Sequence[Any], plan: Plan, names: Mapping[str, str]) -> pd.DataFrame:
    """Every value that would change: file, unit, subject, column, old, since (the day on which it was imported), new, place. `names`: unit code → name."""
    lines = [
        _value_line(one.name, line, plan, names)
        for one in files
        if one.changes is not None
        for line in one.changes[one.changes["change"] == "changed"].to_dict("records")
    ]
    return pd.DataFrame(
        lines, columns=["file", "unit", "subject", "column", "old", "since", "new", "place"]
    )


def _value_line(
    file: str, line: Mapping[str, Any], plan: Plan, names: Mapping[str, str]
) -> dict[str, Any]:
    unit = line.get("unit")
    return {
        "file": file,
        "unit": None if formats.is_missing(unit) else names.get(unit, unit),
        "subject": subject(line, plan),
        "column": words.COLUMNS.get(line["column"], line["column"]),
        "old": value_text(line["old"]),
        "since": day_of(line.get("since")),
        "new": value_text(line["new"]),
        "place": place_words(line["sheet"], line["cell"]).removeprefix(", ") or None,
    }


def change_lines(values: pd.DataFrame) -> list[str]:
    """“Sở A, Trang phục, năm 2024, tự chấm: Giá trị 38 (nhập 3/2/2025) → 40, trang “Kết quả”, ô D3”, not endless. In: `changed_values`."""
    lines = [
        words.CHANGE.format(
            what=", ".join(part for part in (one.unit, one.subject) if part),
            column=one.column,
            old=one.old,
            since=f" ({words.SINCE.format(day=one.since)})" if one.since else "",
            new=one.new,
            place=f", {one.place}" if one.place else "",
        )
        for one in values.head(SHOWN_PROBLEMS).itertuples()
    ]
    more = len(values) - len(lines)
    return [*lines, words.MORE_CHANGES.format(more=formats.count(more))] if more > 0 else lines


def day_of(at: Any) -> str | None:
    """The day in Viet Nam of a time of the store (UTC); None where there is none."""
    return None if formats.is_missing(at) else formats.date(pd.Timestamp(at).tz_convert(ZONE))


def subject(line: Mapping[str, Any], plan: Plan) -> str:
    """What a row is about: “Niêm yết thủ tục, năm 2024, thẩm định”."""
    criterion, year, stage, kind = (
        None if formats.is_missing(line.get(name)) else line[name]
        for name in ("criterion", "year", "stage", "kind")
    )
    named = {one.code: one.label for one in plan.criteria}.get(criterion, criterion)
    what = (
        named
        or (words.FILINGS.get(kind) if line["table"] == "filings" else None)
        or next(
            (
                line[name]
                for name in ("index_name", "alias")
                if not formats.is_missing(line.get(name))
            ),
            None,
        )
    )
    parts = [
        what or words.TABLES[line["table"]],
        f"năm {int(year)}" if year is not None else "",
        words.VALUES.get(stage, "") if stage else "",
    ]
    return ", ".join(part for part in parts if part)


SHAPE = "[[[["  # how the boundary of a unit begins


def value_text(value: object) -> str:
    """A stored value as people read it; codes in words, days as days, missing a dash."""
    if formats.is_missing(value):
        return formats.DASH
    if str(value).startswith(SHAPE):
        return words.SHAPE.format(points=formats.count(str(value).count("],[") + 1))
    if str(value) in words.VALUES:
        return words.VALUES[str(value)]
    if hasattr(value, "year") and hasattr(value, "month"):
        return formats.date(value)
    return formats.number(value, None) if isinstance(value, (int, float)) else str(value)


OF_UNITS = {"units", "lineage", "unit_years", "unit_heads", "aliases", "boundaries"}
"""Tables that a change of units is stored in."""


def history(imports: pd.DataFrame, changes: pd.DataFrame) -> pd.DataFrame:
    """Imports, newest first: id, moment, who, file, rows, kind, state (in words, with who undid it last and why), sha256, undone, called (what was done: the note of what was typed on a screen, else the file)."""
    undoings = changes[changes["kind"] == "undo"].sort_values("id") if len(changes) else changes
    undone = {
        detail["import_id"]: (who, note)
        for who, note, detail in zip(
            undoings["who"], undoings["note"], undoings["detail"], strict=True
        )
    }
    return imports.assign(
        moment=[moment(at) for at in imports["at"]],
        kind=["minh họa" if one else "số liệu thật" for one in imports["illustrative"]],
        state=[
            _state(bool(gone), undone.get(number))
            for number, gone in zip(imports["id"], imports["undone"], strict=True)
        ],
        called=imports["note"].where(imports["note"].notna(), imports["file"]),
    )[["id", "moment", "who", "file", "rows", "kind", "state", "sha256", "undone", "called"]]


def _state(undone: bool, by: tuple[str, str] | None) -> str:
    if not undone:
        return "đang được tính"
    return "đã hoàn tác" if by is None else f"đã hoàn tác ({by[0]}: {by[1]})"


def import_label(number: int, file: object, at: str) -> str:
    """How an import is called in a list to choose from, by what was done: the note of a change, or the file."""
    return f"{number}: {'không có tệp' if formats.is_missing(file) else file}, {at}"


def unit_deeds(imports: pd.DataFrame, changes: pd.DataFrame) -> pd.DataFrame:
    """Imports that changed units, newest first: columns of `history`. In: the store's imports and changes."""
    of_units = {
        detail["import_id"]
        for kind, detail in zip(changes["kind"], changes["detail"])
        if kind == "import" and OF_UNITS & detail["rows"].keys() and "results" not in detail["rows"]
    }
    return history(imports[imports["id"].isin(of_units)], changes).reset_index(drop=True)


def real_imports(imports: pd.DataFrame) -> int:
    """How many imports are not sample data: what emptying the store would also lose."""
    return int((~imports["illustrative"].astype(bool)).sum())
