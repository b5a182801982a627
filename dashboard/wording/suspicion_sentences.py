"""Sentences for what is suspicious in a file, though not wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard.plan import TOTAL, Plan
from dashboard.wording.sources import source_words
from dashboard.writing import differences, first_letter, formats
from dashboard.writing.nouns import worded

TITLE = "Đáng ngờ"
ABOUT = "Những điều dưới đây không hẳn sai nhưng nên xem lại, nặng nhất đứng trước; không chặn việc lưu."
HEADING = "{findings} đáng ngờ ở {units}"
FILE_TITLE = "Điều đáng ngờ trong tệp số liệu"
MORE = "Còn {more} điều nữa, xem trong bảng tải về."
EVERYBODY = "Các đơn vị"
SENTENCES = {
    "all_moved": "{measure} {stage} của {units} cùng thay đổi nhiều so với năm trước, mức giữa {change} điểm phần trăm; hãy kiểm tra cách tính hoặc cột đã nhập.",
    "jump": "{measure} {stage}: {value} so với {previous} năm trước, {change} điểm phần trăm{usual}; hãy kiểm tra số liệu hoặc ghi lý do.",
    "all_full": "{stage}: cả {criteria} tiêu chí đều đạt 100%; hãy kiểm tra.",
    "self_excess": "{measure}: tự chấm {own}, thẩm định {appraised}, cao hơn {excess} điểm phần trăm; hãy trao đổi lại với đơn vị.",
    "same_as_last_year": "{stage}: cả {criteria} tiêu chí giống hệt năm trước; có thể tệp năm trước được gửi lại.",
}
USUAL = " (mức giữa các đơn vị: {change})"
STAGES = {"self": "tự chấm", "appraised": "thẩm định"}


def sentence(plan: Plan, criterion: str, code: str, numbers: Mapping[str, Any]) -> str:
    """What to look at, without unit and place."""
    said = {
        name: formats.percent(numbers[name] / 100)
        for name in ("value", "previous", "own", "appraised")
        if name in numbers
    }
    if code == "jump":
        said["change"] = _moved(numbers["value"] - numbers["previous"])
        said["usual"] = (
            ""
            if formats.is_missing(numbers["usual"])
            else worded(USUAL).format(change=_moved(numbers["usual"]))
        )
    if code == "all_moved":
        said["change"], said["units"] = (
            _moved(numbers["usual"]),
            formats.count(numbers["units"], "đơn vị"),
        )
    if code == "self_excess":
        said["excess"] = formats.number(numbers["own"] - numbers["appraised"])
    measure = "Tổng điểm" if criterion == TOTAL else plan.criterion(criterion).label
    text = worded(SENTENCES)[code].format(
        measure=measure, stage=STAGES[numbers["stage"]], criteria=numbers.get("criteria"), **said
    )
    return first_letter.large(text)


def unit_name(unit: Any, names: Mapping[str, str]) -> str:
    """The name of the unit that a finding is about; a missing one stands for all of them."""
    return worded(EVERYBODY) if formats.is_missing(unit) else names.get(unit, unit)


def line(plan: Plan, one: Any, names: Mapping[str, str]) -> str:
    """One line for a row of `suspicions.suspicions`: unit, year, sentence, place. `names`: code → name."""
    return f"{unit_name(one.unit, names)}, năm {one.year}: {sentence(plan, one.criterion, one.code, one.numbers)} ({source_words(one.file, one.sheet, one.cell)})"


def heading(found: Any) -> str:
    """“5 điều đáng ngờ ở 3 đơn vị”."""
    return HEADING.format(
        findings=formats.count(len(found), "điều"),
        units=formats.count(found["unit"].nunique(), "đơn vị"),
    )


def _moved(points: float) -> str:
    return differences.delta_words(points, "").strip()
