"""What the documents of a dossier are made from: an edition's material and report, who issues what, who is proposed."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from dashboard.assessment import council_vote
from dashboard.exports.dossier import dossier_words as words
from dashboard.exports.paper.contents import Issuer, Office, Signature
from dashboard.exports.paper.meeting_report import usual_issuer
from dashboard.exports.report.nominated import Nominated
from dashboard.exports.report.pack import Chapter, Pack
from dashboard.plan import IssuingOffice
from dashboard.plan.award_law import AwardTitle
from dashboard.views import voted
from dashboard.wording import vote_words
from dashboard.writing import first_letter, formats


@dataclass(frozen=True)
class Case(Nominated):
    """An edition's material, who is nominated in it, and its report; everything a document says comes from these."""

    pack: Pack
    extra: dict[str, str] = field(default_factory=dict)

    @property
    def meeting(self) -> str:
        """The meeting inside a sentence: “hội nghị tổng kết 2025”."""
        name = self.material.milestone.label
        return words.MEETING_INSIDE.format(name=first_letter.small(name))

    @cached_property
    def said(self) -> dict[str, str]:
        """What fills the patterns of every document."""
        plan, standing = self.material.standing.plan, self.material.standing
        whom = plan.secretariat.body if plan.secretariat else plan.owner
        return {
            "dots": words.DOTS,
            "movement": first_letter.small(plan.name),
            "documents": "; ".join(plan.documents),
            "as_of": formats.official_date(standing.as_of).removeprefix("ngày "),
            "owner": plan.owner,
            "secretariat": whom,
            "year": str(standing.year),
            "years": self.material.score_span["years"],
            "span": self.material.span["span"],
            "meeting": self.meeting,
            "Meeting": first_letter.large(self.meeting),
            "subject": first_letter.small(self.pack.subject),
            "persons": formats.count(self.persons, "cá nhân"),
            "both": _both(len(self.carried), self.persons),
            "laid": _both(len(self.proposed), self.laid_persons),
            **self._law(),
            **self._counted(),
            "rule": plan.rewards.source if plan.rewards else words.DOTS,
            **self.extra,
        }

    def _law(self) -> dict[str, str]:
        """The law of commendation with the decree of the year, what a sitting and a vote need; what the plan leaves empty is dots."""
        law, year = self.material.standing.plan.award_law, self.material.standing.year
        decree = law.decree(year)
        number = decree.number if decree else ""
        return {
            "law": words.LAW.format(name=law.law.name, number=law.law.number or words.DOTS),
            "law_name": law.law.name,
            "decree": words.DECREE.format(number=number or words.DOTS),
            "quorum": voted.quorum(law, words.NOT_IN_LAW),
            "needed": voted.needed(law, self.votes["form"], words.NOT_IN_LAW),
            "base": vote_words.BASES[law.vote_base],
        }

    def _counted(self) -> dict[str, str]:
        """The numbers of the sitting; dots to be filled by hand while they are not entered."""
        if self.count is None:
            return dict.fromkeys((*council_vote.Count._fields, "absent"), words.DOTS)
        told = {**self.count._asdict(), "absent": self.count.members - self.count.present}
        return {name: formats.count(value) for name, value in told.items()}

    def title(self, form: str) -> AwardTitle | None:
        """What the law says of a form; None where it names none."""
        return self.material.standing.plan.award_law.title_of(form)

    def fill(self, pattern: str, **more: str) -> str:
        """A pattern with what is known; what nobody entered stays dots."""
        return pattern.format(**{**self.said, **more})

    def chapter(self, title: str) -> Chapter:
        """A chapter of the report by its title; an empty one where this report lacks it."""
        found = (one for one in self.pack.chapters if one.title == title)
        return next(found, Chapter(title, 2))

    def owner(self, symbol: str) -> Issuer:
        """The plan's owner, as it issues its reports, with the symbol of another kind of document (“QĐ-UBND”)."""
        usual = usual_issuer(self.pack)
        last = usual.office.symbol.rpartition("-")[2] if "-" in usual.office.symbol else ""
        return Issuer(_with(usual.office, symbol, last), usual.signature, usual.copies)

    def secretariat(self, symbol: str) -> Issuer:
        """The standing body under the owner; without one the owner itself."""
        plan = self.material.standing.plan
        office: IssuingOffice | None = plan.secretariat
        if office is None:
            return self.owner(symbol)
        usual = usual_issuer(self.pack).office
        superior = office.superior or plan.owner.replace(words.COMMITTEE, words.COMMITTEE_SHORT)
        copies = tuple(one.replace("{owner}", plan.owner) for one in office.copies)
        made = Office(superior, office.body, office.place or usual.place, office.symbol)
        first = office.symbol.partition("-")[0]
        return Issuer(_with(made, symbol, first), Signature(office.signed_by), copies)

    def council(self, symbol: str, signature: Signature) -> Issuer:
        """The council of emulation and commendation."""
        usual = usual_issuer(self.pack).office
        owner = self.material.standing.plan.owner.replace(words.COMMITTEE, words.COMMITTEE_SHORT)
        office = Office(owner, words.COUNCIL, usual.place, "")
        return Issuer(_with(office, symbol, "HĐTĐKT"), signature, words.COUNCIL_COPIES)


def _both(units: int, persons: int) -> str:
    """“4 tập thể và 1 cá nhân”; those of whom there are none are left out."""
    parts = [formats.count(units, "tập thể")] if units or not persons else []
    return " và ".join([*parts, *([formats.count(persons, "cá nhân")] if persons else [])])


def _with(office: Office, symbol: str, body: str) -> Office:
    joined = "-".join(one for one in (symbol, body) if one)
    return Office(office.superior, office.body, office.place, joined)
