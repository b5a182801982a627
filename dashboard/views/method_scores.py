"""Worked examples of scores: from criteria to the total, bounds, path, ranks, peers, projection. Lines for one unit of a `Standing`."""
from __future__ import annotations

import pandas as pd

from dashboard import formats
from dashboard.plan import TOTAL
from dashboard.scoring import applicable_weights
from dashboard.standing import Standing
from dashboard.theme import STATUS
from dashboard.views.pace import chance_words

NEAR = 3  # units on each side

def row_of(standing: Standing, unit: str) -> pd.Series:
    """The unit's row of the year's table."""
    return standing.table.set_index("unit").loc[unit]


def weighted(standing: Standing, unit: str) -> pd.DataFrame:
    """The weighted criteria that apply to the unit in the year: criterion (label), weight, attained (0–1), earned (weight × attained); what is not applicable is left out."""
    members = standing.members[(standing.members["unit"] == unit) & (standing.members["year"] == standing.year)]
    rubric = applicable_weights(standing.plan, members)[["criterion", "weight"]]
    own = standing.attained[(standing.attained["unit"] == unit) & (standing.attained["year"] == standing.year)][["criterion", "attained", "state"]]
    rows = rubric.merge(own, on="criterion", how="left")
    rows = rows[rows["state"] != "not_applicable"]
    names = {one.code: one.label for one in standing.plan.criteria}
    return rows.assign(criterion=rows["criterion"].map(names), earned=rows["weight"] * rows["attained"])[["criterion", "weight", "attained", "earned"]].reset_index(drop=True)


def score(standing: Standing, unit: str, table: pd.DataFrame) -> list[str]:
    """The total as a fraction of the attainable points."""
    rows, one = weighted(standing, unit), row_of(standing, unit)
    earned, whole = rows["earned"].sum(), rows["weight"].sum()
    counted = f"{one['name']} có {formats.count(len(rows), 'tiêu chí')} áp dụng, cộng trọng số là {formats.number(whole, None)}; đạt được {formats.number(earned, None)}."
    return [counted, f"Tổng điểm = 100 × {formats.number(earned, None)} / {formats.number(whole, None)} = {formats.number(one['score'])} điểm ({'đã thẩm định' if one['stage'] == 'appraised' else 'tự chấm'})."]


def incomplete(standing: Standing, unit: str, table: pd.DataFrame) -> list[str]:
    """A unit whose score is known by its bounds, if one is in view."""
    partial = table[table["assessed"] & table["score"].isna() & table["score_low"].notna()]
    if partial.empty:
        return [f"Năm {standing.year} không đơn vị nào trong phạm vi đang chọn chỉ có một phần số liệu."]
    one = partial.iloc[0]
    bounds = f"{one['name']} mới có số liệu của {formats.percent(one['coverage'])} trọng số: điểm nằm trong khoảng {formats.interval(one['score_low'], one['score_high'])} nên chưa có tổng điểm."
    if formats.is_missing(one["rank_low"]):
        return [bounds]
    return [bounds, f"Tùy phần còn thiếu, đơn vị có thể đứng từ hạng {formats.count(one['rank_low'])} đến hạng {formats.count(one['rank_high'])} trong khối."]


def milestone(standing: Standing, unit: str, table: pd.DataFrame) -> list[str]:
    """Target, path, status and pace of the total."""
    one = row_of(standing, unit)
    if formats.is_missing(one["target"]):
        return [f"Kế hoạch không đặt mốc tổng điểm cho {one['name']}."]
    own = standing.progress[TOTAL].set_index("unit").loc[unit]
    lines = [f"{one['name']}: {formats.points(one['score'], verdict_against=one['target'])}, mốc {formats.number(one['target'], None)} điểm (năm {int(one['target_year'])}), chênh {formats.delta(one['distance'])} điểm: “{STATUS[one['status']].word}”."]
    if not formats.is_missing(own["baseline"]) and not formats.is_missing(own["path"]):
        lines.append(f"Lộ trình bắt đầu từ {formats.points(own['baseline'])} năm {int(own['baseline_year'])}; năm {standing.year} cần {formats.points(own['path'])}.")
    if not formats.is_missing(one["pace"]):
        lines.append(f"Nhịp độ {formats.number(one['pace'], 2)}: phần đã tăng so với phần phải tăng đến năm {standing.year} (1 là đúng lộ trình).")
    if one["needed"] > 0:
        lines.append(f"Mỗi năm cần thêm {formats.points(one['needed'])} để tới mốc.")
    return lines


def rank(standing: Standing, unit: str, table: pd.DataFrame) -> list[str]:
    """Rank and its interval."""
    one = row_of(standing, unit)
    if formats.is_missing(one["rank"]):
        return [f"{one['name']} không xếp hạng năm {standing.year}."]
    lines = [f"{one['name']} đứng thứ {formats.out_of(one['rank'], one['rank_of'])} đơn vị đủ dữ liệu của {one['block']}."]
    if formats.is_missing(one["rank_low"]):
        return [*lines, "Chưa đủ năm số liệu để tính khoảng của hạng."]
    return [*lines, f"Nếu đo lại, hạng có thể nằm trong khoảng {formats.count(one['rank_low'])}–{formats.count(one['rank_high'])}."]


def neighbours(standing: Standing, unit: str) -> pd.DataFrame:
    """The ranked units of the block next to the unit, `NEAR` on each side, in the order of their rank (rows of `Standing.table`)."""
    block = row_of(standing, unit)["block"]
    ranked = standing.table[(standing.table["block"] == block) & standing.table["rank"].notna()].sort_values(["rank", "unit"]).reset_index(drop=True)
    place = ranked.index[ranked["unit"] == unit]
    return ranked.iloc[max(place[0] - NEAR, 0):place[0] + NEAR + 1].reset_index(drop=True) if len(place) else ranked.iloc[:0]


def ranks_title(one: pd.Series) -> str:
    """“Đứng thứ 9/15, nhưng nếu đo lại có thể từ 4 đến 12”. In: a row of the table."""
    if formats.is_missing(one["rank"]):
        return "Chưa xếp hạng"
    place = f"Đứng thứ {formats.out_of(one['rank'], one['rank_of'])}"
    if formats.is_missing(one["rank_low"]):
        return f"{place}; chưa đủ năm số liệu để biết hạng chắc đến đâu"
    return f"{place}, nhưng nếu đo lại có thể từ {formats.count(one['rank_low'])} đến {formats.count(one['rank_high'])}"


def ranks_drawn(standing: Standing, one: pd.Series) -> str:
    """What the picture of ranks draws."""
    return f"{one['name']} và các đơn vị đứng cạnh trong {one['block']}, điểm năm {standing.year} (thang 100); vạch bên phải là khoảng của hạng."


def peers(standing: Standing, unit: str, table: pd.DataFrame) -> list[str]:
    """Distance from the middle of the block."""
    one, found = row_of(standing, unit), standing.inferred["peers"].loc[unit]
    if formats.is_missing(found["z"]):
        return [f"{one['block']} có chưa đủ đơn vị có điểm để so."]
    side = "thấp hơn" if found["gap"] > 0 else "cao hơn"
    return [f"{one['name']}: {formats.points(one['score'])}, {side} mức giữa ({formats.number(found['median'])}) của {formats.count(found['units'], 'đơn vị')} trong {one['block']} là {formats.points(abs(found['gap']))}.",
            f"Độ chênh thường thấy là {formats.points(max(found['scale'], found['pooled'], standing.plan.limits.peers_floor_points))}, nên cách biệt bằng {formats.number(abs(found['z']))} lần."]


def projection(standing: Standing, unit: str, table: pd.DataFrame) -> list[str]:
    """Where the unit would be if it kept its pace."""
    one, found = row_of(standing, unit), standing.inferred["projection"].loc[unit]
    if formats.is_missing(found["to_year"]):
        return [f"Năm {standing.year} không còn mốc tổng điểm nào ở phía trước nên không có gì để dự kiến; hãy chọn năm sớm hơn để xem ví dụ."]
    if formats.is_missing(found["expected"]):
        return [f"{one['name']} chưa đủ năm số liệu để dự kiến."]
    sure = formats.percent(standing.plan.limits.projection_confidence, None)
    return [f"Nếu {one['name']} giữ đà hiện nay, năm {int(found['to_year'])} dự kiến trong khoảng {formats.interval(found['low'], found['high'])} điểm (độ tin cậy {sure}); khả năng đạt mốc {chance_words(found['chance'])}."]
