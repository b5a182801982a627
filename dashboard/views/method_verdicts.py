"""Worked examples of verdicts: the level over the years, falling, naming, staff shares, reports, units that ended."""
from __future__ import annotations

from math import factorial

import pandas as pd

from dashboard import formats, inference
from dashboard.plan import TOTAL
from dashboard.standing import Standing
from dashboard.views.grounds import sure
from dashboard.views.method_scores import row_of
from dashboard.views.pace import chance_words

FEWEST_YEARS, MOST_YEARS = 3, 7
LITTLE = 0.5  # a chance above it says nothing of a fall


def level(standing: Standing, unit: str, table: pd.DataFrame) -> list[str]:
    """This year's score beside the level that all years give."""
    one, found = row_of(standing, unit), standing.inferred["score_levels"].loc[unit]
    if formats.is_missing(found["level"]):
        return ["Chưa đủ đơn vị có nhiều năm số liệu để biết điểm thường dao động bao nhiêu, nên chưa ước lượng mức thật."]
    lines = [f"{one['name']}: điểm năm {standing.year} là {formats.number(one['score'])}; tính cả {int(found['points'])} năm, mức thật ước {formats.points(found['level'])}, sai số chuẩn {formats.points(found['sd'])}."]
    if not formats.is_missing(found["below"]):
        due = standing.progress[TOTAL].set_index("unit").at[unit, "due_target"]
        lines.append(f"Khả năng mức thật nằm dưới mốc {formats.number(due, None)} điểm: {chance_words(found['below'])}.")
    return lines


def falling(standing: Standing, unit: str, table: pd.DataFrame) -> list[str]:
    """In how many pairs of years the unit's score fell, and how likely that is by chance."""
    one, found = row_of(standing, unit), standing.inferred["score_ranks_down"].loc[unit]
    if formats.is_missing(found["p"]):
        return [f"{one['name']} chưa đủ năm số liệu so sánh được để xét xu hướng."]
    fall = standing.inferred["score_falls"].at[unit, "fall"]
    moved = f"giảm khoảng {formats.points(fall)}" if fall > 0 else f"tăng khoảng {formats.points(-fall)}"
    told = f"{one['name']}: trong {int(found['points'])} năm, điểm giảm ở {int(found['down'])}/{int(found['pairs'])} cặp năm, cả giai đoạn {moved}."
    if found["p"] > LITTLE:
        return [told, "Chuỗi này không có dấu hiệu giảm."]
    return [told, f"Nếu các năm chỉ dao động ngẫu nhiên, khả năng thấy chuỗi đi xuống ít nhất như vậy là {formats.percent(found['p'])}."]


def smallest_chances() -> pd.DataFrame:
    """The smallest chance that the exact test of the order of years can give, for a perfect fall: years, orders (number of possible orders), p.

    One order of T! is the perfect fall: 3 years 1/6, 4 years 1/24 (Kendall 1975).
    """
    years = range(FEWEST_YEARS, MOST_YEARS + 1)
    perfect = pd.DataFrame([{year: float(-year) for year in range(length)} for length in years])
    return pd.DataFrame({"years": list(years), "orders": [factorial(one) for one in years], "p": inference.mann_kendall(perfect)["p"].to_numpy()})


def named(standing: Standing, unit: str, table: pd.DataFrame) -> list[str]:
    """The reasoning of the first unit that is named, and of one that is only watched, in view."""
    flags = standing.flags[standing.flags["unit"].isin(table["unit"]) & (standing.flags["rule"] == "target")]
    lines = [line for level_, label in (("named", "Nêu tên"), ("watch", "Chỉ theo dõi")) for line in _reasoned(standing, flags[flags["level"] == level_], label)]
    return lines or [f"Năm {standing.year}, trong phạm vi đang chọn, không đơn vị nào có số liệu dưới mốc đủ để nêu tên hay theo dõi theo quy tắc này."]


def _reasoned(standing: Standing, flags: pd.DataFrame, label: str) -> list[str]:
    return [f"{label}. {one.reason} {sure(standing, one)}" for one in flags.head(1).itertuples()]


def staff(standing: Standing, unit: str, table: pd.DataFrame) -> list[str]:
    """How many people are missing for the target of one share of the staff."""
    name = row_of(standing, unit)["name"]
    for criterion in [one for one in standing.plan.criteria if one.audience == "individual" and one.kind == "share" and one.code in standing.progress]:
        own = standing.attained[(standing.attained["unit"] == unit) & (standing.attained["year"] == standing.year) & (standing.attained["criterion"] == criterion.code) & standing.attained["attained"].notna()]
        target = standing.progress[criterion.code].set_index("unit").at[unit, "target"] / 100
        if own.empty or formats.is_missing(target):
            continue
        met, people = own["value"].iloc[0], own["out_of"].iloc[0]
        needed = int(inference.people_needed(target, people, met))
        rest = f"cần thêm {formats.count(needed, 'người')}" if needed else "đã đạt"
        return [f"{name}, {criterion.label}: {formats.out_of(met, people, 'người')} đạt ({formats.percent(met / people)}); mốc {formats.percent(target, None)}: {rest}."]
    return [f"{name} chưa có số liệu về tỷ lệ người đạt năm {standing.year}, hoặc kế hoạch chưa đặt mốc."]


STATES = {"on_time": "đúng hạn", "late": "muộn", "missing": "chưa nộp", "pending": "chưa đến hạn", "not_due": "không phải nộp"}


def report(standing: Standing, unit: str, table: pd.DataFrame) -> list[str]:
    """The unit's report of the year against its deadline."""
    own = standing.reports[(standing.reports["unit"] == unit) & (standing.reports["year"] == standing.year)]
    if own.empty:
        return [f"Kế hoạch không có hạn nộp báo cáo năm {standing.year}."]
    one = own.iloc[0]
    days = f", chậm {formats.count(one['days_late'], 'ngày')}" if one["report_state"] == "late" else ""
    filed = "" if formats.is_missing(one["submitted_on"]) else f" nộp ngày {formats.date(one['submitted_on'])},"
    return [f"{row_of(standing, unit)['name']}:{filed} hạn {formats.date(one['due'])}: {STATES[one['report_state']]}{days}."]


def lives(standing: Standing, unit: str, table: pd.DataFrame) -> list[str]:
    """How many units that lived in the year are assessed."""
    assessed = int(table["assessed"].sum())
    if assessed == len(table):
        return [f"Năm {standing.year}: cả {formats.count(assessed, 'đơn vị')} trong phạm vi đang chọn đều được đánh giá."]
    return [f"Năm {standing.year}: {formats.out_of(assessed, len(table), 'đơn vị')} trong phạm vi đang chọn được đánh giá; các đơn vị khác không còn đến 31/12 hoặc hoạt động chưa đủ thời gian."]
