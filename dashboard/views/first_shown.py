"""What each page shows of a year before anybody chooses anything but the year: the calls of its views in the order of the page, so that they can be made ahead.

A page's recipe is given `kept`, which makes a view's answer as the page would have it. `tests/test_answers_ahead.py` opens every page and finds the call that is missing here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dashboard.assessment.standing import Standing
from dashboard.views import appraisal as appraisal_view
from dashboard.views import counted_flags, method_pictures, unit_map, unit_strip, unit_tiles
from dashboard.views import examples as examples_view
from dashboard.views import filings as filings_view
from dashboard.views import lagging as lagging_view
from dashboard.views import method as method_view
from dashboard.views import overview as overview_view
from dashboard.views import profile as profile_view
from dashboard.views import ranking as ranking_view
from dashboard.views import result_doubts as doubts_view
from dashboard.views import satisfaction as satisfaction_view
from dashboard.views import trends as trends_view
from dashboard.views.choices_made import Choices
from dashboard.views.tables_given import Tables

View = Callable[..., Any]
Kept = Callable[[View], View]
Recipe = Callable[[Kept, Standing, Tables, Choices], None]


def overview(kept: Kept, standing: Standing, tables: Tables, choice: Choices) -> None:
    """Tổng quan."""
    if not kept(overview_view.nobody)(standing, choice):
        kept(overview_view.overview)(standing, choice)


def ranking(kept: Kept, standing: Standing, tables: Tables, choice: Choices) -> None:
    """Xếp hạng: the first block."""
    blocks = kept(ranking_view.blocks)(standing, choice)
    if not blocks.nobody:
        kept(ranking_view.ranking)(standing, choice, blocks.names[0])


def trends(kept: Kept, standing: Standing, tables: Tables, choice: Choices) -> None:
    """Xu hướng: the first measure, no unit added, the block that its field begins with."""
    offered = kept(trends_view.choosers)(standing)
    if offered.nobody:
        return
    code = next(iter(offered.measures.values()))
    if kept(trends_view.trend)(standing, tables, choice, code, ()).picture is None:
        return
    kept(unit_strip.any_years)(standing, choice, code)
    kept(trends_view.side_by_side)(standing, choice, code)
    fields = kept(trends_view.fields)(standing, choice, code, ())
    if fields.blocks:
        block = fields.blocks[fields.first]
        kept(trends_view.field)(standing, choice, code, block, False, None)
    kept(trends_view.paces)(standing, choice, code)


def first_field(kept: Kept, standing: Standing) -> str | None:
    """The block that the field of Xu hướng begins with where the page is opened at this year; None where it has none."""
    offered = kept(trends_view.choosers)(standing)
    if offered.nobody:
        return None
    code = next(iter(offered.measures.values()))
    fields = kept(trends_view.fields)(standing, Choices(standing.year), code, ())
    return fields.blocks[fields.first] if fields.blocks else None


def field_that_stays(kept: Kept, standing: Standing, block: str) -> None:
    """The field of Xu hướng for who chooses this year on a page that was opened at another one: the block stays."""
    if first_field(kept, standing) is None:
        return
    choice = Choices(standing.year)
    code = next(iter(kept(trends_view.choosers)(standing).measures.values()))
    if block in kept(trends_view.fields)(standing, choice, code, ()).blocks:
        kept(trends_view.field)(standing, choice, code, block, False, None)


def lagging(kept: Kept, standing: Standing, tables: Tables, choice: Choices) -> None:
    """Đơn vị chậm, without a filter."""
    found = kept(lagging_view.lagging)(standing, choice)
    if found.nobody:
        return
    if found.flags:
        kept(counted_flags.named)(standing)
        kept(lagging_view.rows)(standing, tables, choice, None, None, None)
        kept(lagging_view.levels)(standing, choice, None, None, None)
    kept(lagging_view.own_words)(standing, tables, choice)


def satisfaction(kept: Kept, standing: Standing, tables: Tables, choice: Choices) -> None:
    """Hài lòng: the first survey, the first block."""
    surveys = kept(satisfaction_view.surveys)(standing)
    if not surveys:
        return
    code = next(iter(surveys.values()))
    survey = kept(satisfaction_view.survey)(standing, choice, code)
    if not survey.nobody:
        block = next(iter(survey.blocks.values()))
        kept(satisfaction_view.block_survey)(standing, choice, code, block)


def profile(kept: Kept, standing: Standing, tables: Tables, choice: Choices) -> None:
    """Hồ sơ đơn vị, before a unit is chosen."""
    if not kept(profile_view.names)(tables):
        return
    if unit_tiles.any_tiles(standing, choice):
        kept(unit_map.entry)(standing, tables, choice)
    kept(profile_view.units)(standing, choice)


def examples(kept: Kept, standing: Standing, tables: Tables, choice: Choices) -> None:
    """Điển hình."""
    kept(examples_view.examples)(standing, tables, choice)


def filings(kept: Kept, standing: Standing, tables: Tables, choice: Choices) -> None:
    """Theo dõi nộp báo cáo: the report that the year begins with."""
    deadlines = [*filings_view.deadlines(standing.plan).values()]
    if standing.members.empty or not deadlines:
        return
    deadline = deadlines[filings_view.first_shown(standing.plan, choice.year)]
    kept(filings_view.filings)(standing, tables, choice, deadline)
    kept(filings_view.not_due)(standing, choice, deadline)


def method(kept: Kept, standing: Standing, tables: Tables, choice: Choices) -> None:
    """Phương pháp, with its example, and what it says of every year alike."""
    unit = kept(method_view.page)(standing, choice).unit
    kept(method_pictures.one_survey)(standing)
    for said in (method_pictures.chances, method_pictures.levels, method_pictures.simulated):
        kept(said)()
    for said in (method_pictures.rules, method_pictures.limits):
        kept(said)(standing.plan)
    if unit is None:
        return
    kept(method_pictures.path)(standing, tables, unit)
    for picture in (
        method_pictures.weighted,
        method_pictures.intervals,
        method_pictures.funnel,
        method_pictures.ranks,
    ):
        kept(picture)(standing, unit)


def appraisal(kept: Kept, standing: Standing, tables: Tables, choice: Choices) -> None:
    """Thẩm định, before a unit is chosen."""
    kept(appraisal_view.progress_of)(standing, tables)
    kept(profile_view.names)(tables)


def meeting(kept: Kept, standing: Standing, tables: Tables, choice: Choices) -> None:
    """Cuộc họp of a year with a milestone: what hangs on nothing that people enter."""
    if any(one.year == standing.year for one in standing.plan.milestones):
        kept(doubts_view.doubts)(standing, tables)
        kept(profile_view.names)(tables)


RECIPES: dict[str, Recipe] = {
    recipe.__name__: recipe
    for recipe in (
        overview,
        ranking,
        trends,
        lagging,
        satisfaction,
        examples,
        profile,
        filings,
        method,
        appraisal,
        meeting,
    )
}
"""By the names of the pages' files, those opened most first."""
MOST_OPENED = frozenset({"overview", "ranking", "trends", "lagging"})
"""Those whose newest year is made before anything else."""
