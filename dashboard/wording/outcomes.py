"""What became of files that were taken in, and why a command did nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pandas as pd

from dashboard.plan import clock
from dashboard.wording.problem_sentences import store_sentence
from dashboard.writing import formats
from dashboard.writing.nouns import worded


def refusal(error: Exception) -> str:
    """Why a command did nothing: our own words, or the store's."""
    return store_sentence(error.code, error.fields) if hasattr(error, "code") else str(error)


WAITING = (
    "{file}: có {questions} cần xác nhận, chưa lưu gì; xem lại rồi chạy lại với --yes nếu đúng."
)


def outcome(loaded, check: bool) -> str:
    """What became of a file, in one line."""
    errors = int((loaded.problems["severity"] == "error").sum())
    if errors:
        return f"{loaded.name}: có {formats.count(errors)} lỗi, không lưu gì."
    questions = int((loaded.problems["severity"] == "question").sum())
    if questions:
        return WAITING.format(file=loaded.name, questions=formats.count(questions, "điều"))
    if loaded.error:
        return f"{loaded.name}: {store_sentence(loaded.error.code, loaded.error.fields)}"
    if check:
        return f"{loaded.name}: đọc được, chưa lưu (chỉ kiểm tra); {change_words(loaded.changes)}."
    if loaded.saved.outcome != "stored":
        return f"{loaded.name}: không có gì mới so với kho."
    counts = loaded.saved.counts
    of_units = counts.get("units", 0)
    units = f", trong đó {formats.count(of_units, 'đơn vị')}" if of_units else ""
    rows = formats.count(sum(counts.values()))
    return f"{loaded.name}: đã lưu {rows} dòng{units} (lần nhập số {loaded.saved.id})."


def summary(loaded, check: bool) -> str:
    """What became of several files together: “200 tệp: 197 dùng được, 3 có lỗi.”"""
    refused = sum(one.refused for one in loaded)
    said = [
        f"{formats.count(len(loaded) - refused)} {'dùng được' if check else 'đã xong'}",
        *([f"{formats.count(refused)} có lỗi, không lưu gì"] if refused else []),
    ]
    return f"{formats.count(len(loaded), 'tệp')}: {', '.join(said)}."


def change_words(changes) -> str:
    """How many rows are new, changed or known already."""
    counts = counted(changes)["change"].value_counts()
    parts = [
        f"{formats.count(counts[code])} dòng {words}"
        for code, words in (("new", "mới"), ("changed", "thay đổi"), ("same", "đã có"))
        if counts.get(code, 0)
    ]
    return formats.listed(parts) or "không có dòng nào"


def counted(changes: pd.DataFrame) -> pd.DataFrame:
    """One line a row: table, change. A unit counts once with all its years, which a file of units makes of its one line: new where the unit is, changed where one of them is not the same."""
    rows = changes.drop_duplicates(["table", "row"])
    of_units = rows["table"].isin(["units", "unit_years"])
    if not (rows["table"] == "units").any():
        return rows[["table", "change"]]
    own = rows[of_units].sort_values("table", ascending=False).groupby("unit", sort=False)["change"]
    change = own.first().where((own.first() != "same") | (own.nunique() == 1), "changed")
    units = change.rename("change").reset_index().assign(table="units")
    return pd.concat([units, rows[~of_units]], ignore_index=True)[["table", "change"]]


def upgraded_words(before: str, after: str, kept: object, rows: int) -> str:
    """What opening a store of an earlier version did to it: versions of its tables, where it is kept as it was, rows found again."""
    return (
        f"Kho thuộc phiên bản cũ đã được nâng cấp (dạng {before} → {after}), "
        f"kiểm tra đủ {formats.count(rows)} dòng. Bản như trước khi nâng cấp: {kept}"
    )


TABLES = {
    "results": "kết quả chấm điểm",
    "units": "đơn vị",
    "unit_years": "đơn vị theo năm",
    "unit_heads": "người đứng đầu theo năm",
    "boundaries": "ranh giới trên bản đồ",
    "aliases": "tên gọi khác",
    "lineage": "sáp nhập, chia tách",
    "filings": "ngày nộp báo cáo",
    "limitations": "tồn tại, hạn chế",
    "imports": "lần nhập",
    "files": "tệp gốc",
    "plans": "phiên bản kế hoạch",
    "seals": "bản chốt số liệu",
    "accounts": "tài khoản",
    "journal": "dòng nhật ký",
}
"""Tables of the store that people count by → what a row is called."""
UNRESTORED = {"accounts", "journal", "sessions"}
"""What a restore leaves as it is where the store has any."""


def contents_words(held) -> str:
    """What a store holds (`data_access.safekeeping.Contents`), in one line."""
    if not any(held.rows.values()):
        return "chưa có gì."
    parts = [
        f"{formats.count(held.rows[name])} {called}"
        for name, called in worded(TABLES).items()
        if held.rows.get(name)
    ]
    years = held.years and f", số liệu các năm {held.years[0]}–{held.years[1]}"
    changed = held.changed and f"; thay đổi cuối lúc {local(held.changed)}"
    return f"{formats.listed(parts)}{years or ''}{changed or ''}."


def difference_words(now: Mapping[str, int], then: Mapping[str, int]) -> list[str]:
    """What a restore would change, one line for each kind of rows that would become more or fewer."""
    changed = [
        f"  {called}: {formats.count(now.get(name, 0))} → {formats.count(then.get(name, 0))}"
        for name, called in worded(TABLES).items()
        if now.get(name, 0) != then.get(name, 0) and not (name in UNRESTORED and now.get(name))
    ]
    return ["Khôi phục sẽ đổi số dòng:", *changed] if changed else ["Số dòng không đổi."]


def local(at: dt.datetime) -> str:
    """An hour of the store (UTC, without a zone) as a clock in Viet Nam shows it."""
    here = at.replace(tzinfo=dt.UTC).astimezone(clock.ZONE)
    return f"{here:%H:%M} ngày {formats.date(here.date())}"
