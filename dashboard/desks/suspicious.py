"""What in checked files is suspicious though not wrong: the gravest as a list, all as a table to take away."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.assessment.suspicions import results_of, suspicions
from dashboard.plan import Plan
from dashboard.ui import desk_parts, page_parts, stored
from dashboard.ui.shown_tables import offer_files
from dashboard.wording import suspicion_sentences as words
from dashboard.writing.columns import Column
from dashboard.writing.formats import count
from dashboard.writing.nouns import worded
from dashboard.writing.table_model import Table
from data_access.loading import Loaded

SHOWN = 12
COLUMNS = {
    "name": "Đơn vị",
    "year": "Năm",
    "what": Column("Điều đáng ngờ", width="large"),
    "file": "Tệp",
    "sheet": "Trang tính",
    "cell": "Ô",
}


def show(checked: Sequence[Loaded], plan: Plan) -> None:
    """What to look at in all files together; nothing where there is nothing."""
    found = suspicions(
        plan, results_of(one.tables for one in checked if not one.refused), stored.table("results")
    )
    if found.empty:
        return
    names = stored.table("units").set_index("unit")["name"].to_dict()
    lines = [words.line(plan, row, names) for row in found.head(SHOWN).itertuples()]
    more = len(found) - len(lines)
    page_parts.heading(words.heading(found))
    desk_parts.note(words.ABOUT, [*lines, *([words.MORE.format(more=count(more))] if more else [])])
    table = found.assign(
        name=[words.unit_name(unit, names) for unit in found["unit"]],
        year=found["year"].astype(str),
        what=[
            words.sentence(plan, one.criterion, one.code, one.numbers) for one in found.itertuples()
        ],
    )
    offer_files(Table(words.FILE_TITLE, worded(COLUMNS), table), key="intake_suspicious")
