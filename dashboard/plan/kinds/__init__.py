"""The kinds of criteria, one complete object a file. Adding a kind is a file here and its line in `KINDS`."""

from dashboard.plan.kinds.kind import CriterionKind
from dashboard.plan.kinds.number import NUMBER
from dashboard.plan.kinds.points import POINTS
from dashboard.plan.kinds.share import SHARE
from dashboard.plan.kinds.survey import SURVEY
from dashboard.plan.kinds.yes_no import YES_NO

KINDS: dict[str, CriterionKind] = {one.code: one for one in (POINTS, SHARE, SURVEY, YES_NO, NUMBER)}
