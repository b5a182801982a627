"""What a plan of a movement is, and how it is read and checked; the names that other rooms use."""

from dashboard.plan.limits import Limits
from dashboard.plan.load import load_plan
from dashboard.plan.model import Plan, dump_plan
from dashboard.plan.parts import (
    KEPT,
    TOTAL,
    Criterion,
    Group,
    Inspections,
    IssuingOffice,
    Milestone,
    ReportDeadline,
)

__all__ = [
    "KEPT",
    "TOTAL",
    "Criterion",
    "Group",
    "Inspections",
    "IssuingOffice",
    "Limits",
    "Milestone",
    "Plan",
    "ReportDeadline",
    "dump_plan",
    "load_plan",
]
