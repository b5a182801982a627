"""Every error of the heavy rooms by which a command refuses, and what it says."""

from __future__ import annotations

from dashboard.deck.agenda import AgendaError
from dashboard.exports.paper.official import WordTemplateError
from dashboard.meeting.sealing import MeetingError
from dashboard.plan.checks import PlanError
from dashboard.wording.outcomes import refusal
from data_access.store import StoreError

REFUSALS = (PlanError, AgendaError, MeetingError, StoreError, WordTemplateError)


def sentences(error: Exception) -> list[str]:
    """Why a command did nothing: of a plan every mistake, else one sentence."""
    return list(error.sentences) if isinstance(error, PlanError) else [refusal(error)]
