"""What the documents of a dossier are made from: an edition's material and report, who issues what, who is proposed."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from dashboard.assessment import council_vote, proposals
from dashboard.exports.dossier import dossier_words as words
from dashboard.exports.paper.contents import Issuer, Office, Signature
from dashboard.exports.paper.meeting_report import usual_issuer
from dashboard.exports.report.material import Material
from dashboard.exports.report.order import movement
from dashboard.exports.report.pack import Chapter, Pack
from dashboard.plan import IssuingOffice
from dashboard.plan.award_law import AwardTitle
from dashboard.views import voted
from dashboard.views.commended import nominee_rows
from dashboard.wording import vote_words
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

    @cached_property
    def count(self) -> council_vote.Count | None:
        """The count of the council's sitting; None while nobody entered it."""
        return council_vote.count_of(self.material.extras.vote_counts, self.material.milestone.code)

    @cached_property
    def votes(self) -> pd.DataFrame:
        """Everybody voted on, collectives first, with what came out: rows of `council_vote.outcomes`."""
        extras, law = self.material.extras, self.material.standing.plan.award_law
        votes = council_vote.votes_of(extras.votes, self.material.milestone.code)
        asked = voted.candidates(self._found, self.nominees)
        return council_vote.outcomes(asked, self.count, votes, law)

    @property
    def carried(self) -> pd.DataFrame:
        """The proposed collectives without those whom the vote left out."""
        return self._left(self.proposed.assign(person=""))

    @property
    def carried_persons(self) -> pd.DataFrame:
        """The persons put forward without those whom the vote left out."""
        return self._left(self.nominees)

    def _left(self, rows: pd.DataFrame) -> pd.DataFrame:
        key = ["unit", "person", "form"]
        out = self.votes[~self.votes["outcome"].isin(council_vote.STANDING)]
        gone = set(map(tuple, out[key].itertuples(index=False)))
        left = [tuple(one) not in gone for one in rows[key].itertuples(index=False)]
        return rows.loc[left]

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
            "persons": formats.count(self.persons, "cá nhân"),
            "both": _both(len(self.carried), self.persons),
            "laid": _both(len(self.proposed), self._persons(self.nominees)),
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

    @property
    def persons(self) -> int:
        """How many persons are put forward and not voted out; while nobody is entered, how many the proposed units may put forward."""
        return self._persons(self.carried_persons)

    @property
    def forms(self) -> list[str]:
        """The forms that somebody is proposed for, those of collectives first, in the plan's order."""
        return list(dict.fromkeys([*self.carried["form"], *self.carried_persons["form"]]))

    def persons_of(self, form: str) -> int:
        """How many persons are put forward for a form; while nobody is entered, how many may be."""
        own, rows = self.proposed, self.carried_persons
        if len(self.nominees):
            return int((rows["form"] == form).sum())
        return int(own.loc[own["form"] == form, "individuals"].sum())

    def _persons(self, rows: pd.DataFrame) -> int:
        return len(rows) if len(self.nominees) else int(self.proposed["individuals"].sum())

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
