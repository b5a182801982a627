"""What a movement calls things its own way, part by part; what a plan does not say stands in `default_words`."""

from __future__ import annotations

from dashboard.plan.default_words import SURVEY_CHAPTER
from dashboard.plan.parts import Code, Part, Text


class Chapters(Part):
    """Heads of the chapters of a report that a movement calls its own way: `survey`, and `people` (default: the names of the individual groups)."""

    survey: Text = SURVEY_CHAPTER
    people: str = ""


class Limitation(Part):
    """A kind of limitation that units tell of themselves, in the movement's words; `fault`, `cause` and `task` are how its report speaks of it inside a sentence."""

    code: Code
    name: Text
    fault: str = ""
    cause: str = ""
    task: str = ""
