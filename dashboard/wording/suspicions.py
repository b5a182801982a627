"""Sentences for what is suspicious in a file, though not wrong."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard import formats
from dashboard.plan import TOTAL, Plan
from dashboard.wording.sources import source_words

TITLE = "Đáng ngờ"
ABOUT = "Những điểm dưới đây không sai nhưng nên xem lại; không chặn việc lưu."
MORE = "Còn {more} điểm nữa."
SENTENCES = {
    "jump": "{measure} {stage}: {value} so với {previous} năm trước, {change} điểm phần trăm; hãy kiểm tra số liệu hoặc ghi lý do.",
    "all_full": "{stage}: cả {criteria} tiêu chí đều đạt 100%; hãy kiểm tra.",
    "self_excess": "{measure}: tự chấm {own}, thẩm định {appraised}, cao hơn {excess} điểm phần trăm; hãy trao đổi lại với đơn vị.",
    "same_as_last_year": "{stage}: cả {criteria} tiêu chí giống hệt năm trước; có thể tệp năm trước được gửi lại.",
}
STAGES = {"self": "tự chấm", "appraised": "thẩm định"}


def sentence(plan: Plan, criterion: str, code: str, numbers: Mapping[str, Any]) -> str:
    """What to look at, without unit and place."""
    said = {name: formats.percent(numbers[name] / 100) for name in ("value", "previous", "own", "appraised") if name in numbers}
    if code == "jump":
        said["change"] = formats.delta_words(numbers["value"] - numbers["previous"], "").strip()
    if code == "self_excess":
        said["excess"] = formats.number(numbers["own"] - numbers["appraised"])
    measure = "Tổng điểm" if criterion == TOTAL else plan.criterion(criterion).label
    text = SENTENCES[code].format(measure=measure, stage=STAGES[numbers["stage"]], criteria=numbers.get("criteria"), **said)
    return text[0].upper() + text[1:]


def line(plan: Plan, one: Any, names: Mapping[str, str]) -> str:
    """One line for a row of `suspicions.suspicions`: unit, year, sentence, place. `names`: code → name."""
    return f"{names.get(one.unit, one.unit)}, năm {one.year}: {sentence(plan, one.criterion, one.code, one.numbers)} ({source_words(one.file, one.sheet, one.cell)})"
