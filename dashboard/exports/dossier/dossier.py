"""The whole dossier of a meeting: every document that the office writes around it, from one edition.

Add a document: its words and its name in `dossier_words`, a function from a `Case`, a line in `DOCUMENTS`.
"""

from __future__ import annotations

from dashboard.exports.dossier import (
    council_papers,
    deeds_of,
    occasion_papers,
    proposal_papers,
)
from dashboard.exports.dossier.dossier_case import Case
from dashboard.exports.dossier.draft_papers import Document, Draft
from dashboard.exports.report.material import Material
from dashboard.exports.report.pack import Pack

DOCUMENTS = (
    Document("proposal", proposal_papers.proposal),
    Document("collectives", proposal_papers.collectives),
    Document("persons", proposal_papers.persons),
    Document("summary", proposal_papers.summary),
    Document("reports", deeds_of.reports),
    Document("ballot", council_papers.ballot),
    Document("count", council_papers.count),
    Document("minutes", council_papers.minutes),
    Document("decision", proposal_papers.decision),
    Document("invitation", occasion_papers.invitation),
    Document("programme", occasion_papers.programme),
    Document("opening", occasion_papers.opening),
    Document("short", occasion_papers.short_report),
    Document("conclusion", occasion_papers.conclusion),
    Document("letter", occasion_papers.letter),
)


def drafts(material: Material, pack: Pack) -> tuple[Draft, ...]:
    """Every document of the meeting, in the order of their numbers; `pack` is the report of the same material."""
    case = Case(material, pack)
    return tuple(one for document in DOCUMENTS for one in document.make(case))
