"""What the documents of a dossier are made from: an edition's material and report, who issues what, who is proposed."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from dashboard.assessment import proposals
from dashboard.exports.dossier import dossier_words as words
from dashboard.exports.paper.contents import Issuer, Office, Signature
from dashboard.exports.paper.meeting_report import usual_issuer
from dashboard.exports.report.material import Material
from dashboard.exports.report.order import movement
from dashboard.exports.report.pack import Chapter, Pack
from dashboard.plan import IssuingOffice
from dashboard.plan.award_law import AwardTitle
from dashboard.views.commended import nominee_rows
from dashboard.writing import formats


@dataclass(frozen=True)
class Case:
    """An edition's material with its report; everything a document says comes from these two."""

    material: Material
    pack: Pack
    extra: dict[str, str] = field(default_factory=dict)

    @cached_property
    def _found(self) -> proposals.Proposals:
        material = self.material
        return proposals.propose(material.standing, material.milestone, material.known)

    @property
    def proposed(self) -> pd.DataFrame:
        """The collectives that the plan's rules propose: rows of `proposals.propose`."""
        return self._found.rows

    @cached_property
    def nominees(self) -> pd.DataFrame:
        """The persons that units have put forward: rows of `commended.nominee_rows`."""
        nominees, code = self.material.extras.nominees, self.material.milestone.code
        return nominee_rows(nominees, code, self._found)

    @property
    def meeting(self) -> str:
        """The meeting inside a sentence: “hội nghị tổng kết 2025”."""
        name = self.material.milestone.label
        return words.MEETING_INSIDE.format(name=name[:1].lower() + name[1:])

    @cached_property
    def said(self) -> dict[str, str]:
        """What fills the patterns of every document."""
        plan, standing = self.material.standing.plan, self.material.standing
        whom = plan.secretariat.body if plan.secretariat else plan.owner
        return {
            "dots": words.DOTS,
            "movement": movement(plan.name),
            "documents": "; ".join(plan.documents),
            "as_of": formats.official_date(standing.as_of).removeprefix("ngày "),
            "owner": plan.owner,
            "secretariat": whom,
            "year": str(standing.year),
            "years": self.material.score_span["years"],
            "span": self.material.span["span"],
            "meeting": self.meeting,
            "Meeting": self.meeting[:1].upper() + self.meeting[1:],
            "subject": self.pack.subject[:1].lower() + self.pack.subject[1:],
            "units": formats.count(len(self.proposed), "tập thể"),
            "persons": formats.count(self.persons, "cá nhân"),
            **self._law(),
            "rule": plan.rewards.source if plan.rewards else words.DOTS,
            **self.extra,
        }

    def _law(self) -> dict[str, str]:
        """The law of commendation with the decree of the year, what a sitting and a vote need; what the plan leaves empty is dots."""
        law, year = self.material.standing.plan.award_law, self.material.standing.year
        decree = law.decree(year)
        number = decree.number if decree else ""
        needed = [
            words.NEEDED.format(form=form, share=_share(self.title(form)))
            for form in self.proposed["form"].unique()
        ]
        return {
            "law": words.LAW.format(name=law.law.name, number=law.law.number or words.DOTS),
            "law_name": law.law.name,
            "decree": words.DECREE.format(number=number or words.DOTS),
            "quorum": words.DOTS if law.quorum is None else formats.percent(law.quorum, None),
            "needed": "; ".join(needed) or words.DOTS,
        }

    def title(self, form: str) -> AwardTitle | None:
        """What the law says of a form; None where it names none."""
        return self.material.standing.plan.award_law.title_of(form)

    @property
    def persons(self) -> int:
        """How many persons are put forward; while nobody is entered, how many the proposed units may put forward."""
        return len(self.nominees) or int(self.proposed["individuals"].sum())

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
        superior = office.superior or plan.owner.replace("Ủy ban nhân dân", "UBND")
        copies = tuple(one.replace("{owner}", plan.owner) for one in office.copies)
        made = Office(superior, office.body, office.place or usual.place, office.symbol)
        first = office.symbol.partition("-")[0]
        return Issuer(_with(made, symbol, first), Signature(office.signed_by), copies)

    def council(self, symbol: str, signature: Signature) -> Issuer:
        """The council of emulation and commendation."""
        usual = usual_issuer(self.pack).office
        office = Office(self.material.standing.plan.owner, words.COUNCIL, usual.place, "")
        return Issuer(_with(office, symbol, "HĐTĐKT"), signature, words.COUNCIL_COPIES)


def _share(title: AwardTitle | None) -> str:
    known = title and title.vote_share
    return words.DOTS if known is None else formats.percent(known, None)


def _with(office: Office, symbol: str, body: str) -> Office:
    joined = "-".join(one for one in (symbol, body) if one)
    return Office(office.superior, office.body, office.place, joined)
