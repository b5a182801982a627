"""An indicator as a report says it, and what its reader knows of the plan."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.reading.belonging import Own, governs_commune, leads_branch, level_of, own_name
from dashboard.reading.folding import Citation
from dashboard.reading.topics import Topic

STATED = "stated"
"""The code of a figure whose measure no list knows: the unit's own statement, named by its words."""
_LONGEST = 60  # letters of such a name


@dataclass(frozen=True)
class Indicator:
    """One level reached. ``value`` as written (95.0 for “95%”); ``out_of`` of “24/44”; ``subject`` the body it is of; ``criterion`` in the plan. ``doubt``: None, “unlike” (the rules
    found it, people's answers speak against it), “whether” (no rule found it, people's answers speak for it), “differs” (the report itself says otherwise beside it); a person is asked.
    ``counts`` of a percentage: numerator and denominator where the report tells them beside it."""

    code: str
    name: str
    criterion: str | None
    value: float
    out_of: float | None
    unit: str
    comparator: str
    year: int | None
    subject: str | None
    place: Citation
    doubt: str | None = None
    counts: tuple[float, float] | None = None


@dataclass(frozen=True)
class Reader:
    """What must be known to read a sentence: the topics, whose report it is, the year it speaks of if none is written, and which part of it (“quý iv năm 2025”);
    whether the text itself says whose it is, or the unit is only the body that it names most (a press item, a letter)."""

    topics: tuple[Topic, ...]
    unit: str | None
    year: int | None
    part: str = ""
    is_its_own: bool = True

    @property
    def level(self) -> str:
        """How far “toàn xã”, “toàn huyện”, “toàn tỉnh” are the unit's own: commune, district, province, branch or other."""
        level = level_of(self.unit)
        if level != "other":
            return level
        if governs_commune(self.unit):
            return "commune"
        return "branch" if leads_branch(self.unit) else level

    @property
    def own(self) -> Own:
        return own_name(self.unit)


def short_name(said: str) -> str:
    """What a figure is called by the words around it, in one line of at most 60 letters."""
    line = " ".join(said.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST].rsplit(" ", 1)[0] + " …"
