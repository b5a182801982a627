"""The question worth asking a unit's head, put together from the evidence alone: to copy into a letter or to read out in the hall."""

from __future__ import annotations

from dashboard.assessment.standing import Standing
from dashboard.views.flag_cards import UnitCard
from dashboard.writing import formats
from dashboard.writing.nouns import worded

WEAKEST = 2
ASKED = (
    "Xin hỏi {whom}: {fact}{weak}{cause} "
    "Nguyên nhân nào thuộc về đơn vị, nguyên nhân nào ở bên ngoài? Việc gì sẽ làm, ai làm, đến ngày nào thì đạt mốc?"
)
NOBODY = "người đứng đầu {unit}"
WEAK = " Mất nhiều điểm nhất ở: {criteria}."
CAUSE = " Đơn vị tự nêu {cause}."


def question(standing: Standing, card: UnitCard, head: str, cause: str) -> str:
    """One paragraph: whom, the gravest finding as it is flagged, where most points are lost, what the unit itself wrote, and what is asked.

    It accuses nobody: the finding is the flag's own sentence with its certainty.
    """
    criteria = weakest(standing, card.unit)
    return worded(ASKED).format(
        whom=f"{head} ({card.name})" if head else NOBODY.format(unit=card.name),
        fact=card.lines[0].sentence,
        weak=WEAK.format(criteria="; ".join(criteria)) if criteria else "",
        cause=worded(CAUSE).format(cause=cause) if cause else "",
    )


def weakest(standing: Standing, unit: str) -> list[str]:
    """The criteria of the year in which the unit lost most points of its total: “Tên tiêu chí (đạt 2 trong 5 điểm)”; those that lost nothing never.

    Example: 2 of 5 points and 9 of 10: only what is lost counts, so 3 points before 1.
    """
    lost = []
    for code, share in standing.attained_by_unit.get(unit):
        criterion = standing.plan.criterion(code)
        missing = criterion.points_weight * (1 - share)
        if missing > 1e-9:
            got = formats.number(criterion.points_weight * share)
            most = formats.number(criterion.points_weight, None)
            lost.append((missing, f"{criterion.label} (được {got} trong {most} điểm)"))
    lost.sort(key=lambda pair: -pair[0])
    return [said for _, said in lost[:WEAKEST]]
