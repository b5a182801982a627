"""What in checked files is suspicious though not wrong, as a folded list."""
from __future__ import annotations

from collections.abc import Sequence

from dashboard.formats import count
from dashboard.plan import Plan
from dashboard.suspicions import suspicions
from dashboard.ui import desk, stored
from dashboard.wording import suspicions as words
from data_access.loading import Loaded

SHOWN = 40


def show(checked: Sequence[Loaded], plan: Plan) -> None:
    """A note for every file that has anything to look at; nothing where there is nothing."""
    names = stored.table("units").set_index("unit")["name"].to_dict()
    for one in checked:
        if one.refused or "results" not in one.tables:
            continue
        found = suspicions(plan, one.tables, stored.table("results"))
        lines = [words.line(plan, row, names) for row in found.head(SHOWN).itertuples()]
        more = len(found) - len(lines)
        if lines:
            desk.note(f"{words.TITLE}: {one.name}. {words.ABOUT}", [*lines, *([words.MORE.format(more=count(more))] if more else [])])
