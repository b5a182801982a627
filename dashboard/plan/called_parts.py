"""What a movement calls things its own way, part by part; what a plan does not say stands in `default_words`."""

from __future__ import annotations

from dashboard.plan.default_words import SURVEY_CHAPTER
from dashboard.plan.parts import Code, Part, Text
from dashboard.writing.nouns import USUAL, Nouns


class Chapters(Part):
    """Heads of the chapters of a report that a movement calls its own way: `survey`, and `people` (default: the names of the individual groups)."""

    survey: Text = SURVEY_CHAPTER
    people: str = ""


class OwnNouns(Part):
    """The nouns of one unit and of a group of units that are ranked together, as they stand inside a sentence."""

    unit: Text = USUAL.unit
    group: Text = USUAL.group

    @property
    def spoken(self) -> Nouns:
        """As sentences are said with them."""
        return Nouns(self.unit, self.group)


class Limitation(Part):
    """A kind of limitation that units tell of themselves, in the movement's words; `fault`, `cause` and `task` are how its report speaks of it inside a sentence."""

    code: Code
    name: Text
    fault: str = ""
    cause: str = ""
    task: str = ""
