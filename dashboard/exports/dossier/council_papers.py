"""What the council fills in: the ballot, the count, its minutes. Places for what only the sitting knows are dots."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.exports.dossier import council_words, dossier_lists, vote_papers
from dashboard.exports.dossier import dossier_words as words
from dashboard.exports.dossier.dossier_case import Case
from dashboard.exports.dossier.draft_papers import Draft, draft
from dashboard.exports.paper.contents import Heading, Signature, Text
from dashboard.exports.report.chapters.sealed_state import left_undone


def ballot(case: Case) -> Iterator[Draft]:
    """Phiếu suy tôn: every proposed collective, two columns to mark."""
    issued = case.council("", Signature(()))
    blocks = (Text(council_words.BALLOT_SAID), dossier_lists.to_vote(case))
    yield draft(
        case,
        "ballot",
        issued,
        council_words.BALLOT,
        council_words.BALLOT_ABOUT,
        blocks,
        numbered=False,
    )


def count(case: Case) -> Iterator[Draft]:
    """Biên bản kiểm phiếu: one row for each who was voted on, with the votes; what is not counted yet is to be filled by hand."""
    issued = case.council("BB", Signature(words.COUNTERS))
    blocks = (
        *(Text(case.fill(one)) for one in council_words.COUNT_TEXTS),
        dossier_lists.counted(case),
        Text(council_words.COUNT_NOTE),
        *vote_papers.left_out(case),
        *vote_papers.open_points(case),
        Text(case.fill(council_words.COUNT_END)),
    )
    yield draft(
        case,
        "count",
        issued,
        council_words.COUNT,
        council_words.COUNT_ABOUT,
        blocks,
        second=words.CHAIR,
    )


def minutes(case: Case) -> Iterator[Draft]:
    """Biên bản họp Hội đồng: what was laid before it from the edition, the rest to be written at the sitting."""
    issued = case.council("BB", Signature(words.CHAIR))
    first = case.material.first_sentence
    blocks = (
        Heading(council_words.MINUTES_PARTS[0]),
        *(Text(case.fill(one)) for one in council_words.MINUTES_SETTING),
        Heading(council_words.MINUTES_PARTS[1]),
        Text(case.fill(council_words.MINUTES_HEARD, first=first)),
        *_undone(case),
        Text(case.fill(council_words.MINUTES_PROPOSED)),
        Text(case.fill(council_words.MINUTES_TALK)),
        *vote_papers.told(case),
        Heading(council_words.MINUTES_PARTS[2]),
        Text(case.fill(council_words.MINUTES_END)),
    )
    yield draft(
        case,
        "minutes",
        issued,
        council_words.MINUTES,
        council_words.MINUTES_ABOUT,
        blocks,
        second=words.CLERK,
    )


def _undone(case: Case) -> list[Text]:
    """What was still lacking when the figures were sealed, and for which reason the meeting does without it."""
    said = left_undone(case.material.extras.readiness)
    return [Text(said)] if said else []
