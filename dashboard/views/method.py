"""Phương pháp: which unit serves as the example, and every section with its worked example from the figures on screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from dashboard.assessment.rules import LEVELS as LEVEL_WORDS
from dashboard.assessment.rules import RULES
from dashboard.assessment.standing import Standing
from dashboard.plan import Plan
from dashboard.views import method_examples_words as examples_words
from dashboard.views import method_ranks, method_scores, method_surveys, method_verdicts
from dashboard.views import method_words as words
from dashboard.views.choices_made import Choices
from dashboard.views.plan_rows import limit_said
from dashboard.writing import formats
from dashboard.writing.nouns import worded

Example = Callable[[Standing, str, pd.DataFrame], list[str]]
EXAMPLES: dict[str, Example] = {
    "diem": method_scores.score,
    "thieu-so-lieu": method_scores.incomplete,
    "moc": method_scores.milestone,
    "hang": method_ranks.rank,
    "trong-khoi": method_ranks.peers,
    "du-kien": method_scores.projection,
    "khoang-tin-cay": method_surveys.interval,
    "dao-dong": method_surveys.noise,
    "hinh-pheu": method_surveys.funnel,
    "muc-nhieu-nam": method_verdicts.level,
    "giam": method_verdicts.falling,
    "neu-ten": method_verdicts.named,
    "ca-nhan": method_verdicts.staff,
    "bao-cao": method_verdicts.report,
    "sap-nhap": method_verdicts.lives,
}
OF_SURVEYS = frozenset({"khoang-tin-cay", "mot-dot-khao-sat", "dao-dong", "hinh-pheu"})
OF_PEOPLE = "ca-nhan"


class Section(NamedTuple):
    """One method as it is shown: its anchor, the explanation with the plan's parameters filled in, and the lines of its example."""

    anchor: str
    title: str
    idea: str
    example: list[str]
    caution: str
    sources: str


@dataclass(frozen=True)
class Method:
    """The page: its sentence, the unit of the examples (None without one that is scored), every section."""

    answer: str
    unit: str | None
    sections: list[Section]


def page(standing: Standing, choice: Choices) -> Method:
    """The page of a year, with examples from the block and kind in view."""
    table = choice.of(standing.table)
    unit = example_unit(table, standing.plan.limits.small_sample)
    return Method(answer(standing, table), unit, sections(standing, table, unit))


def answer(standing: Standing, table: pd.DataFrame) -> str:
    """“Năm 2025: 36/101 đơn vị dưới ít nhất một mốc, 16 đơn vị đủ chắc chắn để nêu tên; …”"""
    assessed = table[table["assessed"]]["unit"]
    if assessed.empty:
        return words.ABOUT
    if all(progress["due_target"].isna().all() for progress in standing.progress.values()):
        return words.NOTHING_DUE.format(year=standing.year)
    flags = standing.flags[standing.flags["unit"].isin(assessed)]
    below, named = (
        flags[one]["unit"].nunique()
        for one in (flags["rule"] == "below_target", flags["level"] == "named")
    )
    sure = (
        words.SURE.format(units=formats.count(named, "đơn vị"))
        if named
        else words.NOBODY_PUBLISHED
        if standing.published_only
        else words.NOBODY_SURE
    )
    return words.ANSWER.format(
        year=standing.year, below=formats.out_of(below, len(assessed), "đơn vị"), sure=sure
    )


def example_unit(table: pd.DataFrame, small_sample: int) -> str | None:
    """The unit that the examples tell of: of those with the most to show, the one whose score is in the middle; None without a scored unit.

    In the middle, so that no example holds up a unit for praise or blame.
    """
    scored = table[table["assessed"] & table["score"].notna()]
    if scored.empty:
        return None
    known = (
        scored["rank"].notna().astype(int)
        + (scored["respondents"] >= small_sample)
        + scored["change"].notna()
    )
    best = scored[known == known.max()].sort_values(["score", "unit"])
    return best["unit"].iloc[len(best) // 2]


def sections(standing: Standing, table: pd.DataFrame, unit: str | None) -> list[Section]:
    """Every section in order, without examples where there is no unit for them; an example that the figures cannot give says so."""
    values = parameters(standing.plan)
    return [
        Section(
            anchor,
            one.title,
            one.idea.format(**values),
            _example(standing, table, unit, anchor),
            one.caution.format(**values),
            one.sources,
        )
        for anchor, one in words.METHODS.items()
        if is_told(standing.plan, anchor)
    ]


def is_told(plan: Plan, anchor: str) -> bool:
    """Whether a method has anything to do with the plan: those of surveys and of the units' own people only where it measures them."""
    if anchor in OF_SURVEYS:
        return plan.survey is not None
    return anchor != OF_PEOPLE or bool(plan.people_chapter)


def _example(standing: Standing, table: pd.DataFrame, unit: str | None, anchor: str) -> list[str]:
    return (
        EXAMPLES[anchor](standing, unit, table) if anchor in EXAMPLES and unit is not None else []
    )


def parameters(plan: Plan) -> dict[str, str]:
    """Every parameter as people write it, by its name, with the survey's target and the size of the distance to peers."""
    found = {name: limit_said(plan, name) for name in plan.limits.model_dump()}
    own = examples_words.TOTAL_IS_OWN.format(top=formats.number(plan.scale.top, None))
    return found | {
        "total_is": own if plan.scale.own else examples_words.TOTAL_IS,
        "target": method_surveys.target_said(plan),
        "peers_z_watch_size": formats.number(-plan.limits.peers_z_watch, None),
    }


def simulated() -> pd.DataFrame:
    """What simulation says of careless ways and of this one: way, outcome."""
    return pd.DataFrame(words.SIMULATED, columns=["way", "outcome"])


def levels() -> pd.DataFrame:
    """The levels of a flag: level (code), meaning."""
    return pd.DataFrame(words.LEVELS, columns=["level", "meaning"])


def rules(plan: Plan) -> pd.DataFrame:
    """Every rule that can speak under the plan, in its own words: rule, levels, explained."""
    return pd.DataFrame(
        [
            (
                worded(one.name),
                formats.listed([LEVEL_WORDS[level] for level in one.levels]),
                worded(one.explained),
            )
            for one in RULES.values()
            if plan.survey or one.code != "funnel"
        ],
        columns=["rule", "levels", "explained"],
    )
