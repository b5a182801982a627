"""Worked examples of surveys: the interval of a rate, what one survey can show, how surveys scatter, the funnel."""
from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard import formats, inference
from dashboard.milestones import goals
from dashboard.plan import Plan
from dashboard.standing import Standing
from dashboard.views.method_scores import row_of
from dashboard.wording.sources import source_words

SIZES = (15, 30, 60, 100, 200, 500, 1000, 3000)
SHOWN_UNITS = 7
USUAL_TARGET = 0.9  # for a plan whose survey has no target: the example needs one


def last_target(plan: Plan) -> float:
    """The survey's last target (0–1), which the table of `what_one_survey_shows` is about."""
    if plan.survey is None:
        return USUAL_TARGET
    ladder = goals(plan, plan.survey.code, "", plan.last_year, plan.milestones[-1].due)
    return ladder[-1].value / 100 if ladder else USUAL_TARGET


def what_one_survey_shows(plan: Plan, rho: float) -> pd.DataFrame:
    """How low a rate must be before its interval lies wholly below the target: respondents, satisfied, rate (plain), clustered (0–1, with the scatter between surveys; NaN unknown).

    Example: target 0.9 at 95 %, 30 forms: 23 satisfied, 77 %.
    """
    sizes, target, sure = np.array(SIZES, float), last_target(plan), plan.limits.confidence
    plain = inference.largest_rate_below(target, sizes, sure)
    clustered = np.full(len(sizes), np.nan) if formats.is_missing(rho) else inference.largest_rate_below(target, sizes, sure, rho)
    return pd.DataFrame({"respondents": sizes, "satisfied": np.round(plain * sizes), "rate": plain, "clustered": clustered})


def rho_of(standing: Standing) -> float:
    """The measured correlation inside one survey; NaN unknown."""
    return float(standing.inferred["rho"]["rho"].iloc[0]) if "rho" in standing.inferred else float("nan")


def surveyed(standing: Standing, unit: str) -> pd.Series | None:
    """The unit's main survey of the year, or None."""
    if standing.plan.survey is None:
        return None
    own = standing.surveys[(standing.surveys["unit"] == unit) & (standing.surveys["year"] == standing.year) & (standing.surveys["criterion"] == standing.plan.survey.code)]
    return None if own.empty else own.iloc[0]


def interval(standing: Standing, unit: str, table: pd.DataFrame) -> list[str]:
    """The rate of a survey and its interval, with where the counts stand."""
    one, name = surveyed(standing, unit), row_of(standing, unit)["name"]
    if one is None:
        return [f"{name} không có khảo sát năm {standing.year}."]
    forms = formats.out_of(one["satisfied"], one["respondents"], "phiếu hài lòng")
    if one["respondents"] < standing.plan.limits.min_respondents:
        return [f"{name}: {forms}, quá ít để tính tỷ lệ."]
    return [f"{name}: {forms}, tỷ lệ {formats.percent(one['rate'])}; tỷ lệ thật hợp lý nằm trong khoảng {formats.interval(one['low'], one['high'], share=True)} (độ tin cậy {formats.percent(standing.plan.limits.confidence, None)}).",
            f"Nguồn: {source_words(one['file'], one['sheet'], one['cell'])}."]


def intervals_of_block(standing: Standing, unit: str) -> pd.DataFrame:
    """Some surveys of the unit's block from few forms to many, the unit among them: unit, name, satisfied, respondents, rate, low, high."""
    block = standing.table[(standing.table["block"] == row_of(standing, unit)["block"]) & standing.table["assessed"]][["unit", "name"]]
    if standing.plan.survey is None:
        return block.iloc[:0]
    own = standing.surveys[(standing.surveys["year"] == standing.year) & (standing.surveys["criterion"] == standing.plan.survey.code)]
    rows = block.merge(own[own["respondents"] > 0], on="unit").sort_values(["respondents", "unit"]).reset_index(drop=True)
    places = {int(place) for place in np.linspace(0, max(len(rows) - 1, 0), SHOWN_UNITS)} | set(rows.index[rows["unit"] == unit])
    return rows.iloc[sorted(place for place in places if place < len(rows))].reset_index(drop=True)


def intervals_title(rows: pd.DataFrame, few: int) -> str:
    """“64 phiếu: khoảng rộng 18,2 điểm phần trăm; 1.204 phiếu: 3,4”. In: `intervals_of_block`."""
    known = rows[rows["respondents"] >= few]
    if len(known) < 2:
        return "Càng nhiều phiếu, khoảng tin cậy càng hẹp"
    first, last = known.iloc[0], known.iloc[-1]
    widths = [formats.number(100 * (one["high"] - one["low"])) for one in (first, last)]
    return f"{formats.count(first['respondents'], 'phiếu')}: khoảng rộng {widths[0]} điểm phần trăm; {formats.count(last['respondents'], 'phiếu')}: {widths[1]}"


def intervals_drawn(standing: Standing) -> str:
    """What the picture of intervals draws."""
    sure = formats.percent(standing.plan.limits.confidence, None)
    return f"Một số đơn vị của cùng một khối, xếp từ ít phiếu đến nhiều phiếu, năm {standing.year}. Chấm: tỷ lệ hài lòng; vạch: khoảng tin cậy {sure}; chấm rỗng: dưới {standing.plan.limits.small_sample} phiếu."


def noise(standing: Standing, unit: str, table: pd.DataFrame) -> list[str]:
    """What the measured scatter makes of a survey's size."""
    rho, one = rho_of(standing), surveyed(standing, unit)
    if formats.is_missing(rho):
        return ["Chưa đủ năm khảo sát để đo phần dao động này."]
    measured = f"Đo được từ số liệu đến năm {standing.year}: hệ số tương quan trong một đợt khảo sát là {formats.number(rho, 4)}."
    if one is None or rho == 0:
        return [measured]
    effect = 1 + (one["respondents"] - 1) * rho
    return [measured, f"Vì vậy {formats.count(one['respondents'], 'phiếu')} của {row_of(standing, unit)['name']} chỉ có giá trị như {formats.count(one['respondents'] / effect, 'phiếu')} độc lập khi xét qua các năm."]


def funnel(standing: Standing, unit: str, table: pd.DataFrame) -> list[str]:
    """The band of the unit's block for as many forms."""
    name = row_of(standing, unit)["name"]
    found = standing.inferred["funnel"].loc[unit] if "funnel" in standing.inferred else None
    if found is None or formats.is_missing(found["centre"]):
        return [f"{name} không có khảo sát năm {standing.year}."]
    if formats.is_missing(found["z"]):
        return [f"Khối của {name} có {formats.count(found['units'], 'đơn vị')} có khảo sát, chưa đủ để nói đơn vị nào khác thường."]
    side = "nằm dưới dải" if found["satisfied"] / found["respondents"] < found["low"] else "nằm trên dải" if found["satisfied"] / found["respondents"] > found["high"] else "nằm trong dải"
    return [f"{name}: {formats.percent(found['satisfied'] / found['respondents'])} với {formats.count(found['respondents'], 'phiếu')}; tỷ lệ chung của khối {formats.percent(found['centre'])}, "
            f"dải bình thường với từng ấy phiếu là {formats.interval(found['low'], found['high'], share=True)}: {side}."]
