"""Who is nominated at a milestone: the collectives of the plan's rules, the persons whom units put forward, and what the council's vote left of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from dashboard.assessment import council_vote, proposals
from dashboard.exports.report.material import Material, once
from dashboard.views import voted
from dashboard.views.commended import nominee_rows


@once
def proposed_in(material: Material) -> proposals.Proposals:
    """What the plan's rules propose at the milestone."""
    return proposals.propose(material.standing, material.milestone, material.known)


@dataclass(frozen=True)
class Nominated:
    """An edition's material, with everybody nominated in it; each part is worked out once, when it is asked for."""

    material: Material

    @property
    def proposed(self) -> pd.DataFrame:
        """The collectives that the plan's rules propose: rows of `proposals.propose`."""
        return proposed_in(self.material).rows

    @cached_property
    def nominees(self) -> pd.DataFrame:
        """The persons that units have put forward: rows of `commended.nominee_rows`."""
        nominees, code = self.material.extras.nominees, self.material.milestone.code
        return nominee_rows(nominees, code, proposed_in(self.material))

    @cached_property
    def count(self) -> council_vote.Count | None:
        """The count of the council's sitting; None while nobody entered it."""
        return council_vote.count_of(self.material.extras.vote_counts, self.material.milestone.code)

    @cached_property
    def votes(self) -> pd.DataFrame:
        """Everybody voted on, collectives first, with what came out: rows of `council_vote.outcomes`."""
        extras, law = self.material.extras, self.material.standing.plan.award_law
        votes = council_vote.votes_of(extras.votes, self.material.milestone.code)
        asked = voted.candidates(proposed_in(self.material), self.nominees)
        return council_vote.outcomes(asked, self.count, votes, law)

    @cached_property
    def carried(self) -> pd.DataFrame:
        """The proposed collectives without those whom the vote left out."""
        return self._left(self.proposed.assign(person=""))

    @cached_property
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
    def persons(self) -> int:
        """How many persons are put forward and not voted out; while nobody is entered, how many the units left may put forward."""
        return self._count(self.carried_persons, self.carried)

    @property
    def laid_persons(self) -> int:
        """The same of what was laid before the council."""
        return self._count(self.nominees, self.proposed)

    def _count(self, persons: pd.DataFrame, units: pd.DataFrame) -> int:
        return len(persons) if len(self.nominees) else int(units["individuals"].sum())

    @property
    def forms(self) -> list[str]:
        """The forms that somebody is proposed for, those of collectives first, in the plan's order."""
        return list(dict.fromkeys([*self.carried["form"], *self.carried_persons["form"]]))

    @property
    def by_form(self) -> pd.DataFrame:
        """How many are left for each form: form, collectives, individuals."""
        rows = [
            (form, int((self.carried["form"] == form).sum()), self.persons_of(form))
            for form in self.forms
        ]
        return pd.DataFrame(rows, columns=["form", "collectives", "individuals"])

    def persons_of(self, form: str) -> int:
        """How many persons are put forward for a form; while nobody is entered, how many may be."""
        persons, units = self.carried_persons, self.carried
        return self._count(persons[persons["form"] == form], units[units["form"] == form])
